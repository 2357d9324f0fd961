import { linkBareAddresses } from '#shared/document/bare-links.ts'
import { setLibraryNoticesAside } from '#shared/document/book-furniture.ts'
import { withoutContents } from '#shared/document/contents.ts'
import { trimmed, type Block, type BlockKind, type DocumentMark, type Warning } from '#shared/document/document.ts'
import { isContentsHeading, isFurniture } from '#shared/document/furniture.ts'
import { setNotesApart } from '#shared/document/note-blocks.ts'
import { readNoteOpening } from '#shared/document/note-opening.ts'
import { setPullQuotesAside } from '#shared/document/pull-quotes.ts'
import { labelOf } from './note-labels.ts'

export interface ReadPage { text: string; blocks: Block[]; marks: DocumentMark[] }

/** More than the opening of a note. */
const OPENING_WINDOW = 80
/** More than a line of furniture. */
const FURNITURE_WINDOW = 500

/** Blocks without words go, furniture by shape is set aside, typed openings leave the notes' spans, typed note lists become notes, typed addresses become links. */
export function settle({ text, blocks, marks }: ReadPage): ReadPage & { warnings: Warning[] } {
  // A block of code keeps its white space within; at either end it is none of its words.
  const furnished = blocks.map((block) => (block.kind === 'code' ? { ...block, span: trimmed(text, block.span) } : block)).filter(({ span }) => span.end > span.start)
    .map((block) => isSetAside(block.kind, text.slice(block.span.start, Math.min(block.span.end, block.span.start + FURNITURE_WINDOW))) ? { kind: 'furniture' as const, span: block.span } : block)
  const own = withWholeBrackets(text, marks.map((mark) => mark.kind === 'note-definition' ? withoutOpening(text, mark) : mark))
  const hasNoteLinks = marks.some(({ kind }) => kind === 'note-mark')
  const raised = hasNoteLinks ? [] : marks.filter(({ kind }) => kind === 'superscript').map(({ span }) => span)
  const notesApart = setNotesApart(text, withMarkedProse(withoutLabels(withoutContents(text, furnished), marks, own), marks), { hasNoteLinks, raised })
  return { text, ...setPullQuotesAside(text, setLibraryNoticesAside(text, notesApart)), marks: linkBareAddresses(text, own) }
}

/** A definition without the label that opens it. */
function withoutOpening(text: string, mark: DocumentMark): DocumentMark {
  const words = text.slice(mark.span.start, Math.min(mark.span.end, mark.span.start + OPENING_WINDOW))
  const opening = /^\s*(?:(?:foot|end)?note\s+\w{1,5}\s*[:.]|[\^↑]+(?=\s)|[\^↑]\s?\d{1,4}(?=\s))\s*/i.exec(words)
  const length = opening ? opening[0].length : typedOpening(words, mark.label)
  return { ...mark, span: { start: Math.min(mark.span.start + length, mark.span.end - 1), end: mark.span.end } }
}

/** A label that stands as a block of its own above its note is no note. `own[n]` is `marks[n]` without its opening. */
function withoutLabels(blocks: readonly Block[], marks: readonly DocumentMark[], own: readonly DocumentMark[]): Block[] {
  const noteAt = new Map(marks.map(({ span }, index) => [span.start, own[index]!.span.start]))
  return blocks.filter(({ kind, span }) => kind !== 'note' || (noteAt.get(span.start) ?? 0) <= span.end)
}

const BRACKETS: Record<string, string> = { '[': ']', '(': ')', '{': '}' }

/** Brackets that stand around a link, or around several parted by commas, belong to the mark: `[<a>1</a>, <a>2</a>]`. */
function withWholeBrackets(text: string, marks: DocumentMark[]): DocumentMark[] {
  const result = [...marks]
  const places = marks.flatMap(({ kind }, index) => kind === 'note-mark' ? [index] : [])
  for (let from = 0; from < places.length;) {
    let to = from
    const end = (at: number): number => result[places[at]!]!.span.end
    while (to + 1 < places.length && /^\s{0,2}[,;–-]\s{0,2}$/.test(text.slice(end(to), Math.min(result[places[to + 1]!]!.span.start, end(to) + 6)))) to++
    const [first, last] = [places[from]!, places[to]!]
    const before = result[first]!.span.start - 1
    const close = BRACKETS[text[before] ?? '']
    if (close !== undefined && close === text[end(to)]) {
      result[first] = { ...result[first]!, span: { start: before, end: result[first]!.span.end } }
      result[last] = { ...result[last]!, span: { start: result[last]!.span.start, end: end(to) + 1 } }
    }
    from = to + 1
  }
  return result
}

/** What carries a note mark is the author's prose (a caption, as a rule), wherever on the page it stands. Blocks and marks are in text order. */
function withMarkedProse(blocks: readonly Block[], marks: readonly DocumentMark[]): Block[] {
  const places = marks.filter(({ kind }) => kind === 'note-mark').map(({ span }) => span.start)
  let at = 0
  return blocks.map((block): Block => {
    while (at < places.length && places[at]! < block.span.start) at++
    return block.kind === 'furniture' && at < places.length && places[at]! < block.span.end ? { ...block, kind: 'paragraph' } : block
  })
}

const isSetAside = (kind: BlockKind, words: string): boolean =>
  kind === 'heading' ? isContentsHeading(words) : (kind === 'paragraph' || kind === 'list-item') && isFurniture(words)

/** The length of a label that stands before a note's own words. */
function typedOpening(words: string, label: string | undefined): number {
  const opening = readNoteOpening(words)
  if (opening && opening.label === label) return opening.length
  if (label === undefined) return 0
  // "1.A book": no space where the page has its label in an element of its own.
  const glued = /^\s*[[(]?([\d*†‡§]{1,4}|\p{L})[\])]?[.):]+(?=\p{L}|["“‘«])/u.exec(words)
  if (glued && glued[1] === label) return glued[0].length
  const alone = /^\s*(\p{L}{1,2})\s*\n\s*(?=\S)/u.exec(words)
  if (alone && alone[1] === label) return alone[0].length
  const first = /^\s*(\S{1,8})\s+(?=\S)/.exec(words)
  return first && labelOf(first[1]!) === label && /^[\d*†‡§¶#[({]|^\p{L}[.):]$/u.test(first[1]!) ? first[0].length : 0
}
