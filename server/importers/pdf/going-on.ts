import { median } from './columns.ts'
import type { Draft } from './draft.ts'
import { hasRoomLeft, INDENT, SENTENCE_END } from './line-forms.ts'
import { textOfLine } from './lines.ts'
import { isOtherSize } from './look.ts'
import { readLabel } from './note-labels.ts'

/** Whether a draft is running text: what is not stands between the parts of a paragraph without ending it. */
export const isBody = ({ kind }: Draft): boolean => kind === 'paragraph' || kind === 'list-item' || kind === 'heading' || kind === 'quote'

/** Whether a paragraph breaks off within a sentence, and another goes on within one, in the same letters. */
export function breaksWithin(open: Draft, next: Draft): boolean {
  const [last, first] = [open.lines.at(-1)!, next.lines[0]!]
  return (open.kind === 'paragraph' || open.kind === 'quote') && next.kind !== 'heading' && !isOtherSize(last, first) && last.font === first.font
    && /[\p{Ll},-]\s*$/u.test(textOfLine(last)) && /^\s*[\p{Ll},;)]/u.test(textOfLine(first))
}

/** Whether a paragraph that ends a column goes on in the one that opens another. */
export function goesOn(open: Draft, next: Draft): boolean {
  if (open.block !== undefined && next.block !== undefined && open.lines.at(-1)!.page === next.page) return open.block === next.block
  if (open.kind !== 'paragraph' && open.kind !== 'list-item' && open.kind !== 'quote') return false
  if (next.kind !== 'paragraph' && next.kind !== 'quote' && !countsOn(open, next) && !isRestOfPoint(open, next)) return false
  if ((open.kind === 'quote') !== (next.kind === 'quote') && SENTENCE_END.test(textOfLine(open.lines.at(-1)!))) return false
  const [last, first] = [open.lines.at(-1)!, next.lines[0]!]
  if (isOtherSize(last, first) || opensNextNote(open, next)) return false
  const [before, after] = [textOfLine(last), textOfLine(first)]
  if (/[\p{L}][-\u00AD\u2010]\s*$/u.test(before) && /^\s*\p{Ll}/u.test(after)) return true
  const isIndented = next.lines.length > 1 && first.left - next.lines[1]!.left > INDENT * first.size
  if (!SENTENCE_END.test(before)) return !isIndented || /^\s*[\p{Ll},;)]/u.test(after)
  return !isIndented && /^\s*\p{Ll}/u.test(after) || (!isIndented && next.lines.length > 1 && isFull(open) && !hasRoomLeft(last, first, open.region) && open.lines.length > 1)
}

/** Whether two paragraphs open with the numbers of two notes, the one behind the other: an address ends without a full stop. */
function opensNextNote(open: Draft, next: Draft): boolean {
  const [before, after] = [open, next].map(({ lines }) => readLabel(lines[0]!))
  return Boolean(before && after && Number(after.label) === Number(before.label) + 1)
}

/** Whether what the file's tags call a point of a list is the rest of the last one, from the page before. */
const isRestOfPoint = (open: Draft, next: Draft): boolean =>
  open.kind === 'list-item' && next.kind === 'list-item' && next.block !== undefined && !SENTENCE_END.test(textOfLine(open.lines.at(-1)!)) && /^\s*[\p{Ll},;)]/u.test(textOfLine(next.lines[0]!))

/** Whether what seems to open a list is the next point of one that runs on within the paragraph: "…; 2) trains; | 3) ships". */
function countsOn({ lines }: Draft, next: Draft): boolean {
  const number = /^\s*\(?(\d{1,2})\)/.exec(textOfLine(next.lines[0]!))?.[1]
  return number !== undefined && lines.some((line) => new RegExp(String.raw`\s\(?${Number(number) - 1}\)\s`).test(textOfLine(line)))
}

const isFull = ({ lines, region }: Draft): boolean => median(lines.map(({ right }) => right)) <= lines.at(-1)!.right + 2 * lines.at(-1)!.size && region.right > 0
