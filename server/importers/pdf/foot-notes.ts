import type { Region } from './columns.ts'
import { textOfLine, type Line, type Piece } from './lines.ts'

/** A note at the foot of a page. Its lines are without the label; `isRaised` tells how the label is printed. Its last lines may stand on the next page. */
export interface FootNote { id: string; label: string; page: number; region: number; lines: Line[] }

/** The letters of notes are at most this share of the body's. */
const LARGEST_NOTE = 0.945
/** Lines within this share of each other's size are of one kind. */
const SAME_SIZE = 0.06

const RAISED_LABEL = /^\s*[[(]?(\d{1,3}|[a-z]|[*†‡§¶#]{1,4})[\])]?[.:]?\s*$/u
const SYMBOL_LABEL = /^([*†‡§¶]{1,4})\s*(?=\S)/u
const TYPED_LABEL = /^[[(]?(\d{1,3})(?:[\])]|[.:](?=\s|\D)|(?=\s*[\p{L}“"‘'(«[<]))\s*/u
const ENDS = /[.!?…”"’)\]:]\s*$/u

/** The label that a line opens with, and the line without it. `isRaised`: printed as a mark is, so nothing else can be meant. */
export function readLabel(line: Line): { label: string, isRaised: boolean, rest: Line } | null {
  const first = line.pieces[0]
  if (!first) return null
  if (first.isRaised || first.text.trim().length < 4) {
    const label = RAISED_LABEL.exec(first.text)?.[1]
    if (label !== undefined && (first.isRaised || /[*†‡§¶]/.test(label)) && line.pieces.length > 1) return { label, isRaised: true, rest: { ...line, pieces: trimmed(line.pieces.slice(1)) } }
  }
  const text = textOfLine(line)
  const superscript = /^\s*([¹²³⁰⁴-⁹]{1,3})\s*/u.exec(text)
  if (superscript) return { label: [...superscript[1]!].map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)).join(''), isRaised: true, rest: { ...line, pieces: cut(line.pieces, superscript[0].length) } }
  const symbol = SYMBOL_LABEL.exec(text)
  if (symbol) return { label: symbol[1]!, isRaised: true, rest: { ...line, pieces: cut(line.pieces, symbol[0].length) } }
  const typed = TYPED_LABEL.exec(text)
  return typed && typed[0].length < text.length ? { label: typed[1]!, isRaised: false, rest: { ...line, pieces: cut(line.pieces, typed[0].length) } } : null
}

/** Pieces without their first `length` letters. */
export function cut(pieces: readonly Piece[], length: number): Piece[] {
  let left = length
  return trimmed(pieces.flatMap((piece) => {
    const gone = Math.min(left, piece.text.length)
    left -= gone
    return gone === piece.text.length ? [] : [{ ...piece, text: piece.text.slice(gone) }]
  }))
}
const trimmed = (pieces: readonly Piece[]): Piece[] => pieces.map((piece, index) => (index === 0 ? { ...piece, text: piece.text.trimStart() } : piece))

/** Labels that stand raised in the lines of a page: what may be marks there. */
function raisedIn(lines: readonly Line[]): Set<string> {
  return new Set(lines.flatMap(({ pieces }) => pieces.flatMap(({ text, isRaised }, index) => {
    const label = isRaised && index > 0 ? RAISED_LABEL.exec(text)?.[1] : undefined
    return label === undefined ? [] : [label]
  })))
}

/**
 * Takes the notes at the foot of each column out of the pages. A column's notes are its last lines, smaller than what stands above them or opened by a raised label that is marked above;
 * small lines before the first label go on with the last note of the page before. Regions keep what is left.
 */
export function takeFootNotes(pages: readonly Region[][], bodySize: number): FootNote[] {
  const notes: FootNote[] = []
  let isFirst = true
  pages.forEach((regions) => {
    const marked = raisedIn(regions.flatMap(({ lines }) => lines))
    regions.forEach((region, index) => {
      const start = startOfNotes(region, regions, bodySize, marked, isFirst ? undefined : notes.at(-1))
      if (start === null) return
      const lines = region.lines.splice(start)
      let lastLabel = 0
      for (const line of lines) {
        const read = readLabel(line)
        if (read && isLabel(read, lastLabel, marked)) {
          lastLabel = Number(read.label) || lastLabel
          notes.push({ id: `note-${notes.length + 1}`, label: read.label, page: line.page, region: index, lines: [read.rest] })
        } else notes.at(-1)!.lines.push(line)
      }
      isFirst = false
    })
  })
  return notes
}

const isLabel = (read: { label: string, isRaised: boolean }, last: number, marked: ReadonlySet<string>): boolean =>
  read.isRaised || (marked.has(read.label) && Number(read.label) > last) || (last > 0 && Number(read.label) === last + 1)

/** The index of the first line of a region that belongs to the notes at its foot, or null. */
function startOfNotes(region: Region, regions: readonly Region[], bodySize: number, marked: ReadonlySet<string>, before: FootNote | undefined): number | null {
  const isAbove = regions.some((other) => other !== region && other.lines.length > 0 && other.left < region.right && other.right > region.left && other.lines.at(-1)!.y > (region.lines.at(-1)?.y ?? 0))
  if (isAbove || region.lines.length === 0) return null
  const { lines } = region
  let first = lines.length
  while (first > 0 && lines[first - 1]!.size <= LARGEST_NOTE * bodySize) first--
  const small = lines.slice(first)
  const labelled = small.findIndex((line) => {
    const read = readLabel(line)
    return read !== null && (read.isRaised || marked.has(read.label))
  })
  if (labelled >= 0) return first + (labelled > 0 && goesOnFrom(before, small.slice(0, labelled)) ? 0 : labelled)
  if (small.length > 0 && first > 0 && goesOnFrom(before, small)) return first
  return first === lines.length ? sameSizeNotes(lines, marked) : null
}

/** Whether small lines without a label are the rest of the last note: of its size, and it had not come to its end. */
function goesOnFrom(note: FootNote | undefined, lines: readonly Line[]): boolean {
  const [last, next] = [note?.lines.at(-1), lines[0]]
  if (!last || !next || next.page - last.page > 1 || !lines.every((line) => Math.abs(line.size / last.size - 1) <= SAME_SIZE)) return false
  return !ENDS.test(textOfLine(last)) || /^\s*[\p{Ll},;)]/u.test(textOfLine(next))
}

/** Notes set as large as the body: the last lines of a column from one that opens with a raised label marked above, counting up from there. */
function sameSizeNotes(lines: readonly Line[], marked: ReadonlySet<string>): number | null {
  let start: number | null = null
  let next = Infinity
  for (let at = lines.length - 1; at > 0; at--) {
    const read = readLabel(lines[at]!)
    if (!read || !read.isRaised || !marked.has(read.label)) continue
    const value = Number(read.label)
    if (!(value < next || Number.isNaN(value))) break
    start = at
    next = Number.isNaN(value) ? next : value
  }
  return start
}
