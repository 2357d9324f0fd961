import type { Document, Span } from '../document/document.ts'
import type { Segment } from '../segment/segment.ts'

/** What carries a stretch of text. `isForward`: the words after it rest on it, and it starts with the names at `namesStart` ("Smith (2019) found …"). */
export interface Carrier { span: Span; block: number; isForward?: boolean; namesStart?: number }

const CLOSING = /^[\s.,;:!?”"’'»)\]。，；：！？]*/
/** Pages that stand behind a mark, "[3]:12", "[3]: 12 " set small: they belong to it. */
const PAGES_BEHIND = /^:[\u2009\u200a\u202f\u00a0]?\d{1,4}(?:[–-]\d{1,4})?(?:[,\u2009\u200a\u202f\u00a0]{1,2}\d{1,4}(?:[–-]\d{1,4})?)*(?![\d.,]*\d)/
const HAS_WORDS = /[\p{L}\p{N}]/u
/** What ends a clause: a mark right behind it (or right before it) belongs to the whole clause before. */
const CLAUSE_END = /[.,;:!?…—–)”"’'»\]。，；：！？、]/
const CLAUSE_NEXT = /^[\s\u2060]?[,;:.—–)”"’»\]，；：。]/
/** Where a clause starts, looking back from a mark in the middle of one. */
const CLAUSE_STARTS = /[,;:][”"’'»]?\s+|[—(（，；：]\s*/g
/** A clause is looked for so far back. */
const CLAUSE_WINDOW = 400
const SAYS = '(?:says?|said|saying|writes?|wrote|written|states?|stated|remarks?|remarked|affirms?|affirmed|argues?|argued|notes?|noted|observes?|observed|reports?|reported|claims?|claimed|explains?|explained|describes?|described|calls?|called|finds?|found|shows?|showed|concludes?|concluded|declares?|declared|asserts?|asserted|tells?|told|adds?|added|recalls?|recalled|speaks|spoke|quotes?|quoted|put it)'
/** "La Hontan[3] says:", "Schoolcraft affirms[7] that", "according to a statement[2] of": what follows the mark is what the source says. */
const SAYS_BEHIND = new RegExp(`^[\\s,]*(?:(?:also|further(?:more)?|himself|herself|thus|then|once|has|have|had|in reference to [^.;:]{1,60}?)\\s)?${SAYS}\\b`, 'iu')
const SAYS_BEFORE = new RegExp(`\\b${SAYS}$`, 'iu')
const ACCORDING = /\b(?:according to|in the words of|as (?:recorded|reported|noted|stated|shown|described|quoted|cited|estimated|argued) (?:in|by))\s[^.;:]{1,80}$/i
/** So many signs before and behind a mark show whether a source is being introduced. */
const ATTRIBUTION_WINDOW = 120

/** Fewer words between two names with years ("Smith (2019) and Jones (2020) found") say nothing of their own. */
const WORDS_BETWEEN_NAMES = 2

/**
 * What each mark carries. A mark behind the end of a sentence carries the text back to the mark before it or to the start of the block. A mark inside a sentence glosses a part of that
 * sentence: the clause it closes ("grew,[1] and") from the start of the sentence or the mark before, or, where the sentence runs on at once ("ten times[146] what"), its own clause only; in an aside, the aside.
 * Marks that stand together carry the same stretch; a mark alone on its line carries the block before. A source that opens its sentence carries on to the end of it. `marks` are in text order.
 */
export function carriedStretches(document: Document, segments: readonly Segment[], marks: readonly Carrier[]): Span[] {
  const { text, blocks } = document
  const stretches: Span[] = []
  let at = 0
  let reach = 0
  marks.forEach((mark, index) => {
    const block = blocks[mark.block]!.span
    const before = marks[index - 1]
    const isInSameBlock = before !== undefined && before.block === mark.block
    reach = isInSameBlock ? Math.max(reach, before.span.end) : block.start
    while (at < segments.length && segments[at]!.span.end <= mark.span.start) at += 1
    while (at > 0 && segments[at - 1]!.span.end > mark.span.start) at -= 1
    const sentence = segments[at]?.kind === 'sentence' && segments[at]!.span.start < mark.span.start ? segments[at]!.span : null
    if (mark.isForward && sentence) {
      const start = Math.max(sentence.start, Math.min(reach, mark.namesStart ?? mark.span.start))
      const next = marks[index + 1]
      const isNext = next !== undefined && next.span.start > mark.span.start && next.span.start < sentence.end
      const until = isNext ? next.namesStart ?? next.span.start : sentence.end
      const hasOwn = wordsIn(text.slice(mark.span.end, until)) >= WORDS_BETWEEN_NAMES
      const end = trimmedEnd(text, hasOwn ? until : sentence.end, start)
      stretches.push({ start: skipClosing(text, start, isInSameBlock && start === reach ? end : start), end })
      reach = Math.max(reach, hasOwn ? end : mark.span.end)
      return
    }
    const isTogether = isInSameBlock && !before.isForward && (mark.span.start <= before.span.end || !HAS_WORDS.test(text.slice(before.span.end, mark.span.start)))
    if (isTogether) {
      stretches.push(stretches[index - 1]!)
      return
    }
    let start = isInSameBlock ? skipClosing(text, Math.min(reach, mark.span.start), mark.span.start) : block.start
    const end = trimmedEnd(text, mark.span.start, start)
    if (!HAS_WORDS.test(text.slice(start, end))) {
      stretches.push((isInSameBlock ? stretches[index - 1] : blockBefore(document, mark.block)) ?? { start, end: Math.max(start, end) })
      return
    }
    const groupEnd = endOfGroup(text, marks, index)
    if (sentence && groupEnd < sentence.end && HAS_WORDS.test(text.slice(groupEnd, sentence.end))) {
      start = Math.max(start, sentence.start)
      if (introduces(text, start, end, groupEnd)) {
        const next = marks.slice(index + 1).find(({ span }) => span.start >= groupEnd)
        const until = next && next.span.start < sentence.end ? next.namesStart ?? next.span.start : sentence.end
        stretches.push({ start, end: quotedBelow(document, mark.block, until, marks[index + 1]) ?? trimmedEnd(text, until, groupEnd) })
        reach = Math.max(reach, until)
        return
      }
      const aside = asideStart(text, start, end, groupEnd)
      if (aside !== null) start = aside
      else if (!CLAUSE_END.test(text[end - 1] ?? '.') && !CLAUSE_NEXT.test(text.slice(groupEnd, groupEnd + 2)) && text.slice(groupEnd, groupEnd + 1) !== '\n') start = clauseStart(text, start, end)
    }
    stretches.push({ start, end })
  })
  return stretches
}

/** Whether the words around a mark bring in what its source says. */
const introduces = (text: string, start: number, end: number, markEnd: number): boolean => {
  const before = text.slice(Math.max(start, end - ATTRIBUTION_WINDOW), end)
  const behind = text.slice(markEnd, markEnd + ATTRIBUTION_WINDOW)
  return SAYS_BEFORE.test(before.replace(/:$/, '')) || (/^\s*["“«]/.test(behind) && SAYS_BEFORE.test(before.replace(/,$/, ''))) || (SAYS_BEHIND.test(behind) && !CLAUSE_END.test(text[end - 1] ?? '.')) || (ACCORDING.test(before) && !/^\s?[.;:]/.test(behind))
}

function skipClosing(text: string, start: number, end: number): number {
  const behind = text[start] === ':' ? PAGES_BEHIND.exec(text.slice(start, Math.min(end, start + LONGEST_PAGES)))?.[0].length ?? 0 : 0
  return start + behind + CLOSING.exec(text.slice(start + behind, end))![0].length
}
const LONGEST_PAGES = 30
const wordsIn = (words: string): number => words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

function trimmedEnd(text: string, end: number, from: number): number {
  let at = end
  while (at > from && /\s/.test(text[at - 1]!)) at -= 1
  return at
}

/** The end of the marks that stand together with this one. */
function endOfGroup(text: string, marks: readonly Carrier[], index: number): number {
  let end = marks[index]!.span.end
  for (let next = index + 1; next < marks.length && marks[next]!.block === marks[index]!.block && !HAS_WORDS.test(text.slice(end, marks[next]!.span.start)); next += 1) end = Math.max(end, marks[next]!.span.end)
  return end
}

function clauseStart(text: string, start: number, end: number): number {
  const from = Math.max(start, end - CLAUSE_WINDOW)
  const lastClose = text.slice(from, end).search(/[)）][^)）]*$/)
  let at = start
  // A bracket that is closed again before the mark starts nothing.
  for (const { index, 0: sign } of text.slice(from, end).matchAll(CLAUSE_STARTS)) if (index > lastClose || !/[(（]/.test(sign)) at = from + index + sign.length
  return HAS_WORDS.test(text.slice(at, end)) ? at : start
}

/** Where the aside starts that a mark stands at the end of, "(as they had done before[1])", "— so they said[2] —"; null where it closes none. */
function asideStart(text: string, from: number, end: number, markEnd: number): number | null {
  const close = /^[\s\u2060]*([)—])/.exec(text.slice(markEnd, markEnd + 3))?.[1]
  if (close === undefined) return null
  const before = text.slice(Math.max(from, end - CLAUSE_WINDOW), end)
  const open = before.lastIndexOf(close === ')' ? '(' : '—')
  const isOpen = open >= 0 && (close === ')' ? before.indexOf(')', open) < 0 : before.slice(0, open).lastIndexOf('—') < 0)
  return isOpen && HAS_WORDS.test(before.slice(open)) ? end - before.length + open + 1 : null
}

/** Where the quotation ends that a block brings in with its last words ("La Hontan[3] says:"); null where none follows, or where it has a mark of its own. */
function quotedBelow({ text, blocks }: Document, block: number, until: number, next: Carrier | undefined): number | null {
  if (until < blocks[block]!.span.end || !/[:：]\s*$/.test(text.slice(Math.max(0, until - 3), until))) return null
  let below = block + 1
  while (below < blocks.length && (blocks[below]!.kind === 'note' || blocks[below]!.kind === 'furniture')) below += 1
  const quote = blocks[below]
  const isQuote = quote?.kind === 'quote' || (quote?.kind === 'paragraph' && /["“«「]/.test(text[quote.span.start] ?? ''))
  return isQuote && below - block <= NOTES_BETWEEN && next?.block !== below ? quote.span.end : null
}

/** Notes that may be printed between the words that bring a quotation in and the quotation. */
const NOTES_BETWEEN = 3

/** The running text of the block above; null where there is none. */
function blockBefore({ blocks }: Document, block: number): Span | null {
  const above = blocks[block - 1]
  return above && (above.kind === 'paragraph' || above.kind === 'quote' || above.kind === 'list-item' || above.kind === 'caption') ? above.span : null
}
