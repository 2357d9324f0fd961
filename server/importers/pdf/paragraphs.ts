import type { BlockKind } from '#shared/document/document.ts'
import { median, type Region } from './columns.ts'
import { textOfLine, type Line } from './lines.ts'
import { cut, readLabel } from './note-labels.ts'
import type { Face } from './raw-page.ts'

/** Lines that belong together, before they are written. `opens`: first in its column, so that it may go on with what stood before; `isFull`: its last line had no room for the next word. */
export interface Draft {
  kind: BlockKind
  level?: number
  lines: Line[]
  page: number
  opens: boolean
  closes: boolean
  /** Of a row of a table: what each of its lines ends. */
  ends?: ('cell' | 'line')[]
  region: Region
  target?: string
  label?: string
}

/** What the whole text looks like. `leading` is the usual distance of base lines by size of letters. */
export interface Look { bodySize: number; bodyFont: string; leading(size: number): number; faces: ReadonlyMap<string, Face> }

/** Lines whose distance is more than this many times the usual one are not of one paragraph. */
const PARAGRAPH_GAP = 1.22
/** An indent, in ems. More than the second is another column or a centred line. */
const INDENT = 0.7
const DEEPEST_INDENT = 4
/** A quotation is set in by this at least (in ems); so many lines in a row make a block. */
const SET_IN = 1
const FEWEST_IN_BLOCK = 3
/** Most lines of a block fill this share of it, and it fills this share of its column: the short lines of a list do not. */
const BLOCK_FILL = 0.85
const NARROWEST_BLOCK = 0.55
/** Lines are drawn out to a common edge where so many, and this share of them, end at it. */
const FEWEST_DRAWN_OUT = 6
const DRAWN_OUT_SHARE = 0.4
/** Sizes that differ by this share are of different kinds. */
const OTHER_SIZE = 0.07
/** Larger than the body by this: a heading. */
const HEADING_SIZE = 1.13
const MOST_HEADING_LINES = 4
const LONGEST_HEADING = 220
const LONGEST_PLAIN_HEADING = 90
/** A few small words that stand alone are the lettering of a picture. */
const LARGEST_LABEL = 0.93
const LONGEST_LABEL = 60

/** A size with marks in its lines is the body's when it has at least this share of the letters of the commonest. */
const MARKED_SHARE = 0.2

const BULLET = /^\s*[•●○▪■□◦‣❏☐☑✓✔➢➤►∙·\uF0B7\uF0A7\uF0D8\u2043]\s*(?=\S)/u
/** Signs that also stand in running text: a bullet only where the line before was ended. */
const DASH_BULLET = /^\s*[–—*-]\s+(?=[^\s*])/u
const NUMBERED = /^\s*(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,5}[.)])\s+(?=\S)/u
const CAPTION = /^\s*(?:figure|fig\.|table|chart|map|plate|exhibit|box|photo|source)\s*(?:[\dIVXA-Z][\dA-Z.–-]*)?\s*[.:—–]/i
const FINAL = /[.!?…:;][”"’')\]]*\s*$/u
const SENTENCE_END = /[.!?…:][”"’')\]]*(?:\s?[\d*†‡]{1,3})?\s*$/u

/** The size of the letters that running text is set in. */
export function bodySizeOf(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  // Notes can hold more letters than the text they belong to: the body is where marks stand in the lines.
  const marked = new Map<number, number>()
  for (const line of lines) {
    add(letters, round(line.size), textOfLine(line).length)
    for (const piece of line.pieces.slice(1)) if (piece.isRaised && /\d/.test(piece.text)) add(marked, round(line.size), 1)
  }
  const [usualSize, markedSize] = [most(letters) ?? 10, most(marked) ?? 0]
  return markedSize > usualSize && letters.get(markedSize)! >= MARKED_SHARE * letters.get(usualSize)! ? markedSize : usualSize
}

/** `columns` are the lines of each column from top to bottom. */
export function lookOf(columns: readonly (readonly Line[])[], bodySize: number, faces: ReadonlyMap<string, Face>): Look {
  const fonts = new Map<string, number>()
  const gaps = new Map<number, Map<number, number>>()
  for (const lines of columns) {
    lines.forEach((line, index) => {
      if (round(line.size) === bodySize) add(fonts, line.font, textOfLine(line).length)
      const next = lines[index + 1]
      const gap = next && round(next.size) === round(line.size) ? next.y - line.y : 0
      if (gap > 0.8 * line.size && gap < 3 * line.size) add(gaps.get(round(line.size)) ?? gaps.set(round(line.size), new Map()).get(round(line.size))!, Math.round(gap * 4) / 4, 1)
    })
  }
  const usual = new Map([...gaps].map(([size, counts]) => [size, most(counts)!]))
  const bodyLeading = usual.get(bodySize) ?? 1.2 * bodySize
  return { bodySize, bodyFont: most(fonts) ?? '', faces, leading: (size) => Math.max(usual.get(round(size)) ?? 0, Math.min(bodyLeading / bodySize, 1.5) * size) }
}

const round = (size: number): number => Math.round(size * 4) / 4
const add = <T>(counts: Map<T, number>, key: T, count: number): void => void counts.set(key, (counts.get(key) ?? 0) + count)
const most = <T>(counts: ReadonlyMap<T, number>): T | undefined => [...counts].reduce<[T, number] | undefined>((best, each) => (best && best[1] >= each[1] ? best : each), undefined)?.[0]

/** The paragraphs, headings and list items of a region, in order. */
export function paragraphsOf(all: Region, look: Look): Draft[] {
  const drafts: Draft[] = []
  const { lines } = all
  const region = { ...all, right: usualRight(all) }
  const [left, rights] = [usualLeft(lines), rightsOfBlocks(lines, region)]
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    const current = drafts.at(-1)
    if (before && current && !breaks(before, line, current, { ...region, right: rights[index - 1]! }, look) && (isLabelled(current.lines[0]!) || !opensIndented(before, line, lines[index + 1]))) current.lines.push(line)
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
  return rights
}

/** Where the lines of a column end: the edge that many share, if they were drawn out to it (a line may stick out); else the furthest of a line of several words (an address cannot be broken). */
function usualRight({ lines, right }: Region): number {
  const ends = new Map<number, number>()
  for (const line of lines) add(ends, Math.round(line.right), 1)
  const sharing = (edge: number): number => (ends.get(edge - 1) ?? 0) + ends.get(edge)! + (ends.get(edge + 1) ?? 0)
  const edge = [...ends.keys()].reduce((best, each) => (best === null || sharing(each) > sharing(best) ? each : best), null as number | null)
  const several = lines.filter((line) => /\S\s+\S/.test(textOfLine(line)))
  return edge !== null && lines.length >= FEWEST_DRAWN_OUT && sharing(edge) >= DRAWN_OUT_SHARE * lines.length ? edge : several.length > 0 ? Math.max(...several.map((line) => line.right)) : right
}

const isOtherSize = (a: Line, b: Line): boolean => Math.abs(a.size / b.size - 1) > OTHER_SIZE
/** In a bold face, where the body is in none. */
const isBold = (line: Line, look: Look): boolean => (look.faces.get(line.font)?.isBold ?? false) && !look.faces.get(look.bodyFont)?.isBold

function breaks(before: Line, line: Line, current: Draft, region: Region, look: Look): boolean {
  if (isOtherSize(before, line)) return true
  const gap = line.y - before.y
  if (gap < 0.5 * line.size) return true
  if (gap > PARAGRAPH_GAP * look.leading(line.size)) return true
  if (isBold(before, look) !== isBold(line, look) && hasRoomLeft(before, line, region)) return true
  const text = textOfLine(line)
  if (BULLET.test(text) || readLabel(line)?.isRaised) return true
  if ((NUMBERED.test(text) || DASH_BULLET.test(text)) && (hasRoomLeft(before, line, region) || isLabelled(current.lines[0]!))) return true
  const indent = line.left - before.left
  // The second line of a first-line indent goes back to the left; a hanging one goes in.
  if (current.lines.length === 1) {
    if (indent < 0) return -indent > 8 * line.size || hasRoomLeft(before, line, region)
    // Further in: the rest of what a label or a first line that hangs out introduces, unless the writer ended that line.
    return hasRoomLeft(before, line, region)
  }
  if (indent > INDENT * line.size) return true
  if (indent < -INDENT * line.size) return true
  return hasRoomLeft(before, line, region)
}

/** An indented line, from which the next goes back to the left, behind the only line of another paragraph. */
function opensIndented(before: Line, line: Line, next: Line | undefined): boolean {
  return next !== undefined && !isLabelled(next) && line.left - next.left > INDENT * line.size && line.left - next.left < DEEPEST_INDENT * line.size && SENTENCE_END.test(textOfLine(before))
}

const isLabelled = (line: Line): boolean => [BULLET, NUMBERED, DASH_BULLET].some((label) => label.test(textOfLine(line)))

/** Whether the next line's first word would have stood on this line, with room to spare: then the writer ended the line. */
function hasRoomLeft(line: Line, next: Line, region: Region): boolean {
  const text = textOfLine(next)
  // Nobody ends a paragraph with half a word.
  if (/\p{L}[-\u00AD\u2010]\s*$/u.test(textOfLine(line)) && /^\s*\p{Ll}/u.test(text)) return false
  const word = /^\s*\S+/.exec(text)?.[0].trim() ?? ''
  const perLetter = (next.right - next.left) / Math.max(1, text.length)
  return region.right - line.right > (word.length + 1) * perLetter * 1.1 + 0.8 * line.size
}

function withKind(draft: Draft, next: Draft | undefined, before: Draft | undefined, look: Look): Draft {
  const first = draft.lines[0]!
  const text = draft.lines.map(textOfLine).join(' ').replace(/\s+/g, ' ').trim()
  const isLast = next === undefined
  if (CAPTION.test(text) && (first.size < 0.97 * look.bodySize || text.length < 200)) return { ...draft, kind: 'caption' }
  if (first.size < LARGEST_LABEL * look.bodySize && draft.lines.length <= 2 && text.length <= LONGEST_LABEL && !SENTENCE_END.test(text) && ![before, next].some((other) => isRunning(other, first))) return { ...draft, kind: 'caption' }
  const bullet = BULLET.exec(textOfLine(first)) ?? DASH_BULLET.exec(textOfLine(first))
  if (bullet) return { ...draft, kind: 'list-item', lines: [{ ...first, pieces: cut(first.pieces, bullet[0].length) }, ...draft.lines.slice(1)] }
  if (draft.lines.length <= MOST_HEADING_LINES && text.length <= LONGEST_HEADING && /\p{L}|\d/u.test(text)) {
    if (first.size >= HEADING_SIZE * look.bodySize) return { ...draft, kind: 'heading', level: 0 }
    if (!isLast && !/[.,;]$/.test(text) && draft.lines.every((line) => isBold(line, look))) return { ...draft, kind: 'heading', level: 0 }
    const isInList = NUMBERED.test(text) && (before?.kind === 'list-item' || Number.parseInt(textOfLine(next?.lines[0] ?? first)) === Number.parseInt(text) + 1)
    const isAlone = !isLast && !isInList && next.lines[0]!.size <= first.size * 1.05 && !FINAL.test(text) && text.length <= LONGEST_PLAIN_HEADING
    if (isAlone && draft.lines.length <= 2 && isHeadingLike(draft, next, before, text, look)) return { ...draft, kind: 'heading', level: 0 }
  }
  return NUMBERED.test(text) ? { ...draft, kind: 'list-item' } : draft
}

/** Whether a neighbour of this size is running text, as notes and a small-set section are. */
const isRunning = (other: Draft | undefined, line: Line): boolean => other !== undefined && !isOtherSize(other.lines[0]!, line) && other.lines.reduce((sum, each) => sum + textOfLine(each).length, 0) > LONGEST_LABEL

/** A short line in another face than the body, or alone before a paragraph, opened as a title is. */
function isHeadingLike(draft: Draft, next: Draft, before: Draft | undefined, text: string, look: Look): boolean {
  if (draft.lines.some(({ size }) => size < 0.97 * look.bodySize) || /[@|]|\.{4}/.test(text)) return false
  const isOtherFace = draft.lines.every(({ font }) => font !== look.bodyFont) && draft.lines.every((line) => line.pieces.every(({ href }) => href === undefined))
  if (isOtherFace && (look.faces.get(draft.lines[0]!.font)?.isItalic || next.lines.length > 1)) return true
  const opensLikeTitle = /^[“"‘']?[\p{Lu}\d]/u.test(text)
  const isIndented = draft.lines[0]!.left - next.lines[next.lines.length > 1 ? 1 : 0]!.left > INDENT * draft.lines[0]!.size
  return opensLikeTitle && !isIndented && !/,$/.test(text) && draft.lines.length === 1 && next.lines.length > 1 && (before === undefined || before.lines.length > 1 || before.kind === 'heading' || SENTENCE_END.test(textOfLine(before.lines.at(-1)!)))
    && draft.lines[0]!.right - draft.lines[0]!.left < 0.75 * (draft.region.right - draft.region.left)
}

/** Gives headings levels by their size, the largest first; those of the body's size come last. */
export function rankHeadings(drafts: readonly Draft[], look: Look): void {
  const sizes = [...new Set(drafts.filter(({ kind }) => kind === 'heading').map(({ lines }) => round(lines[0]!.size)))].filter((size) => size >= HEADING_SIZE * look.bodySize).sort((a, b) => b - a)
  for (const draft of drafts) {
    if (draft.kind !== 'heading') continue
    const rank = sizes.indexOf(round(draft.lines[0]!.size))
    draft.level = Math.min(6, (rank < 0 ? sizes.length : rank) + 1)
  }
}

/** Whether a paragraph that ends a column goes on in the one that opens another. */
export function goesOn(open: Draft, next: Draft): boolean {
  if (open.kind !== 'paragraph' && open.kind !== 'list-item' && open.kind !== 'quote') return false
  if (next.kind !== 'paragraph' && next.kind !== 'quote' && !countsOn(open, next)) return false
  if ((open.kind === 'quote') !== (next.kind === 'quote') && SENTENCE_END.test(textOfLine(open.lines.at(-1)!))) return false
  const [last, first] = [open.lines.at(-1)!, next.lines[0]!]
  if (isOtherSize(last, first)) return false
  const [before, after] = [textOfLine(last), textOfLine(first)]
  if (/[\p{L}][-\u00AD\u2010]\s*$/u.test(before) && /^\s*\p{Ll}/u.test(after)) return true
  const isIndented = next.lines.length > 1 && first.left - next.lines[1]!.left > INDENT * first.size
  if (!SENTENCE_END.test(before)) return !isIndented || /^\s*[\p{Ll},;)]/u.test(after)
  return !isIndented && /^\s*\p{Ll}/u.test(after) || (!isIndented && next.lines.length > 1 && isFull(open) && !hasRoomLeft(last, first, open.region) && open.lines.length > 1)
}

/** Whether what seems to open a list is the next point of one that runs on within the paragraph: "…; 2) trains; | 3) ships". */
function countsOn({ lines }: Draft, next: Draft): boolean {
  const number = /^\s*\(?(\d{1,2})\)/.exec(textOfLine(next.lines[0]!))?.[1]
  return number !== undefined && lines.some((line) => new RegExp(String.raw`\s\(?${Number(number) - 1}\)\s`).test(textOfLine(line)))
}

const isFull = ({ lines, region }: Draft): boolean => median(lines.map(({ right }) => right)) <= lines.at(-1)!.right + 2 * lines.at(-1)!.size && region.right > 0
