import type { DocumentMark } from './document.ts'

/** Signs that end an address wherever they stand. */
const ENDS = /[\s<>"“”«»‹›„`|\\^{}\u3000-\u303F\uFF00-\uFFEF…]/
/** Signs that belong to the sentence when they stand last. */
const TRAILING = new Set('.,;:!?\'’‘*_~-–—'.split(''))
const OPENS: Record<string, string> = { ')': '(', ']': '[' }
const SCHEMES = ['https', 'http', 'ftp']
const WWW = 'www.'

/** A note's mark behind an address. */
const MARK = /\[\^?\d{1,3}\]$/
const LONGEST_MARK = 6

/** Where an address ends that starts at `start`: before white space, a bracket that was opened before it, a note's mark, and the sentence's own punctuation. */
function endOf(text: string, start: number): number {
  let end = start
  const open: Record<string, number> = { '(': 0, '[': 0 }
  for (; end < text.length && !ENDS.test(text[end]!); end++) {
    const sign = text[end]!
    if (sign in open) open[sign]!++
    else if (sign in OPENS && --open[OPENS[sign]!]! < 0) break
  }
  end -= MARK.exec(text.slice(Math.max(start, end - LONGEST_MARK), end))?.[0].length ?? 0
  while (end > start && (TRAILING.has(text[end - 1]!) || (text[end - 1]! in open && open[text[end - 1]!]! > 0))) end--
  return end
}

/** The scheme that stands before `://`, or null. */
const schemeBefore = (text: string, colon: number): string | null =>
  SCHEMES.find((scheme) => text.slice(Math.max(0, colon - scheme.length), colon).toLowerCase() === scheme && !/[\p{L}\p{N}]/u.test(text[colon - scheme.length - 1] ?? ' ')) ?? null

/** Addresses typed in the text, in text order: where they stand and where they lead. */
function addressesIn(text: string): { start: number, end: number, href: string }[] {
  const found: { start: number, end: number, href: string }[] = []
  for (let at = text.indexOf('://'); at >= 0;) {
    const scheme = schemeBefore(text, at)
    const end = scheme === null ? 0 : endOf(text, at + 3)
    if (end > at + 3) found.push({ start: at - scheme!.length, end, href: text.slice(at - scheme!.length, end) })
    at = text.indexOf('://', Math.max(at + 3, end))
  }
  for (let at = text.indexOf(WWW); at >= 0;) {
    const end = /[\p{L}\p{N}/.]/u.test(text[at - 1] ?? ' ') ? 0 : endOf(text, at)
    if (/^www\.[\p{L}\p{N}-]+\.\p{L}/u.test(text.slice(at, Math.min(end, at + 80)))) found.push({ start: at, end, href: `http://${text.slice(at, end)}` })
    at = text.indexOf(WWW, Math.max(at + WWW.length, end))
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The marks of a text with a link for every address typed in it that is not part of one already. `marks` are in text order; so is the result. Linear. */
export function linkBareAddresses(text: string, marks: readonly DocumentMark[]): DocumentMark[] {
  const addresses = addressesIn(text)
  if (addresses.length === 0) return [...marks]
  const links = marks.filter(({ kind }) => kind === 'link')
  let next = 0
  let covered = 0
  const added = addresses.flatMap(({ start, end, href }): DocumentMark[] => {
    for (; next < links.length && links[next]!.span.start < end; next++) covered = Math.max(covered, links[next]!.span.end)
    return covered > start ? [] : [{ kind: 'link', span: { start, end }, href }]
  })
  return [...marks, ...added].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}
