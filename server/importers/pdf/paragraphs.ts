import { median, type Region } from './columns.ts'
import type { Draft } from './draft.ts'
import { withKind } from './kinds.ts'
import { BULLET, DASH_BULLET, hasRoomLeft, INDENT, isLabelled, NUMBERED, SENTENCE_END } from './line-forms.ts'
import { textOfLine, type Line } from './lines.ts'
import { add, isBold, isOtherSize, most, type Look } from './look.ts'
import { readLabel } from './note-labels.ts'

/** Lines whose distance is more than this many times the usual one are not of one paragraph. */
const PARAGRAPH_GAP = 1.22
/** An indent deeper than this (in ems) is another column or a centred line. */
const DEEPEST_INDENT = 4
/** A quotation is set in by this at least (in ems); so many lines in a row make a block. */
const SET_IN = 1
const FEWEST_IN_BLOCK = 3
/** Most lines of a block fill this share of it, and it fills this share of its column: the short lines of a list do not. */
const BLOCK_FILL = 0.85
const NARROWEST_BLOCK = 0.55
/** Beside a picture, this share of the lines end at its edge: the others end paragraphs. */
const BESIDE_SHARE = 0.4
/** Lines are drawn out to a common edge where so many, and this share of them, end at it. */
const FEWEST_DRAWN_OUT = 6
const DRAWN_OUT_SHARE = 0.4

/** The paragraphs, headings and list items of a region, in order. */
export function paragraphsOf(all: Region, look: Look): Draft[] {
  const drafts: Draft[] = []
  const { lines } = all
  const region = { ...all, right: usualRight(all) }
  const [left, rights] = [usualLeft(lines), rightsOfBlocks(lines, region)]
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const current = drafts.at(-1)
    if (before && current && !breaks(before, line, current, { ...region, right: rights[index - 1]! }, look, runsRound(before, line, lines[index + 1], region, rights.slice(index - 1, index + 1))) && (isLabelled(current.lines[0]!) || !opensIndented(before, line, lines[index + 1], current))) current.lines.push(line)
    else drafts.push({ kind: 'paragraph', lines: [line], page: line.page, opens: index === 0, closes: false, region })
  })
  const last = drafts.at(-1)
  if (last) last.closes = true
  const named: Draft[] = []
  drafts.forEach((draft, index) => {
    const kinded = withKind(draft, drafts[index + 1], named.at(-1), look)
    named.push(kinded.kind === 'paragraph' && isSetIn(kinded, left, region) && named.at(-1)?.kind !== 'list-item' ? { ...kinded, kind: 'quote' } : kinded)
  })
  return named
}

/** Where most lines of a column begin. */
function usualLeft(lines: readonly Line[]): number {
  const begins = new Map<number, number>()
  for (const line of lines) add(begins, Math.round(line.left), 1)
  return most(begins) ?? 0
}

/** Whether a paragraph of several lines stands set in from its column on the left and, if drawn out or in small letters, on the right: a quotation. */
const isSetIn = ({ lines }: Draft, left: number, { right }: Region): boolean =>
  lines.length > 1 && lines.every((line) => line.left - left >= SET_IN * line.size) && (lines.length > 2 || Math.max(...lines.map((line) => line.right)) <= right - SET_IN * lines[0]!.size)

/** The right edge for each line: its column's; that of its block where several lines in a row are set in alike. */
function rightsOfBlocks(lines: readonly Line[], { left, right }: Region): number[] {
  const rights: number[] = []
  for (let at = 0; at < lines.length;) {
    let end = at + 1
    while (end < lines.length && Math.abs(lines[end]!.left - lines[at]!.left) <= 1) end++
    const widths = lines.slice(at, end).map((line) => line.right - lines[at]!.left)
    const widest = Math.max(...widths)
    const isBlock = widths.length >= FEWEST_IN_BLOCK && lines[at]!.left - left >= SET_IN * lines[at]!.size && median(widths) >= BLOCK_FILL * widest && widest >= NARROWEST_BLOCK * (right - left)
    const edge = isBlock ? Math.min(right, lines[at]!.left + widest) : right
    while (at < end) rights[at++] = edge
  }
  return besidePictures(lines, rights)
}

/** The right edges where lines in a row end at one that lies further in, none of them beyond it: text that runs round a picture. */
function besidePictures(lines: readonly Line[], rights: number[]): number[] {
  for (let at = 0; at < lines.length; at++) {
    const { right: edge, size } = lines[at]!
    if (edge > rights[at]! - size) continue
    let end = at + 1
    while (end < lines.length && lines[end]!.right <= edge + 1) end++
    const drawnOut = lines.slice(at, end).filter(({ right }) => right >= edge - 1).length
    if (drawnOut < FEWEST_IN_BLOCK || drawnOut < BESIDE_SHARE * (end - at)) continue
    rights.fill(edge, at, end)
    at = end - 1
  }
  return rights
}

/** Whether a line that begins further in or out than the one before is its sentence going on beside a picture, or below it: both are full, and the next begins where this one does. `rights` are their edges. */
const runsRound = (before: Line, line: Line, next: Line | undefined, region: Region, [edge, own]: readonly number[]): boolean =>
  next !== undefined && Math.abs(next.left - line.left) <= 1 && !SENTENCE_END.test(textOfLine(before)) && !hasRoomLeft(before, line, { ...region, right: edge! }) && !hasRoomLeft(line, next, { ...region, right: own! })

/** Where the lines of a column end: the edge that many share, if they were drawn out to it (a line may stick out); else the furthest of a line of several words (an address cannot be broken). */
function usualRight({ lines, right }: Region): number {
  const ends = new Map<number, number>()
  for (const line of lines) add(ends, Math.round(line.right), 1)
  const sharing = (edge: number): number => (ends.get(edge - 1) ?? 0) + ends.get(edge)! + (ends.get(edge + 1) ?? 0)
  const edge = [...ends.keys()].reduce((best, each) => (best === null || sharing(each) > sharing(best) ? each : best), null as number | null)
  const several = lines.filter((line) => /\S\s+\S/.test(textOfLine(line)))
  return edge !== null && lines.length >= FEWEST_DRAWN_OUT && sharing(edge) >= DRAWN_OUT_SHARE * lines.length ? edge : several.length > 0 ? Math.max(...several.map((line) => line.right)) : right
}

function breaks(before: Line, line: Line, current: Draft, region: Region, look: Look, isRound: boolean): boolean {
  if (isOtherSize(before, line)) return true
  const gap = line.y - before.y
  if (gap < 0.5 * line.size) return true
  if (gap > PARAGRAPH_GAP * look.leading(line.size) + roomForMarks(before, line)) return true
  if (before.show !== line.show && (before.show === 'letters apart' || line.show === 'letters apart' || hasRoomLeft(before, line, region))) return true
  if (isBold(before, look) !== isBold(line, look) && hasRoomLeft(before, line, region)) return true
  const text = textOfLine(line)
  if (BULLET.test(text) || readLabel(line)?.isRaised) return true
  if ((NUMBERED.test(text) || DASH_BULLET.test(text)) && (hasRoomLeft(before, line, region) || isLabelled(current.lines[0]!))) return true
  if (before.show && line.show && isCentredBelow(before, line)) return false
  const indent = line.left - before.left
  // The second line of a first-line indent goes back to the left; a hanging one goes in.
  if (current.lines.length === 1) {
    if (indent < 0) return -indent > 8 * line.size || hasRoomLeft(before, line, region)
    // Further in: the rest of what a label or a first line that hangs out introduces, unless the writer ended that line.
    return hasRoomLeft(before, line, region)
  }
  if (Math.abs(indent) > INDENT * line.size && !isRound) return true
  return hasRoomLeft(before, line, region)
}

/** Browsers give a line with a raised mark in it more room (in ems): within a sentence it is still the next one. */
const ROOM_FOR_MARK = 0.4
const roomForMarks = (before: Line, line: Line): number => (line.pieces.some(({ isRaised }) => isRaised) && !SENTENCE_END.test(textOfLine(before)) ? ROOM_FOR_MARK * line.size : 0)

/** Whether two lines of different widths have one middle, as those of a heading set in the middle do. */
const isCentredBelow = (before: Line, line: Line): boolean =>
  Math.abs(line.left - before.left) > INDENT * line.size && Math.abs(line.left + line.right - before.left - before.right) <= line.size

/** An indented line, from which the next goes back to the left, behind the only line of another paragraph, or further in than it. */
function opensIndented(before: Line, line: Line, next: Line | undefined, current: Draft): boolean {
  return (current.lines.length === 1 || line.left - before.left > INDENT * line.size) && next !== undefined && !isLabelled(next) && line.left - next.left > INDENT * line.size && line.left - next.left < DEEPEST_INDENT * line.size && SENTENCE_END.test(textOfLine(before))
}
