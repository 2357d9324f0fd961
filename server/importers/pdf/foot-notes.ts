import { median, type Region } from './columns.ts'
import { textOfLine, type Line } from './lines.ts'
import { marksIn, readLabel, type LabelledLine, type MarksOfPage } from './note-labels.ts'

/** A note at the foot of a page. Its lines are without the label; its last ones may stand in the next column or on the next page. `right` is the edge of its column. */
export interface FootNote { id: string; label: string; page: number; right: number; lines: Line[] }

/** The letters of notes are at most this share of the body's. */
const LARGEST_NOTE = 0.945
/** Lines within this share of each other's size are of one kind. */
const SAME_SIZE = 0.06

/** What is this many times as wide as a column runs across the page. */
const ACROSS = 1.5
/** A line this near to the edge of its column (in ems) is full; lines of notes stand this close to each other (in ems) at most. */
const FULL = 1.5
const CLOSE = 1.6
/** A gap this many times the usual one sets notes apart from the text. */
const APART = 1.35

/** A note stands so many pages behind its mark at most. */
export const FURTHEST = 3

const ENDS = /[.!?…”"’')\]:]\s*$/u

/**
 * Takes the notes at the foot of each column out of the pages. A column's notes are its last lines, smaller than what stands above them or opened by a raised label that is marked above;
 * small lines before the first label go on with the last note of the page before. Regions keep what is left.
 */
export function takeFootNotes(pages: readonly Region[][], bodySize: number): FootNote[] {
  const notes: FootNote[] = []
  let isFirst = true
  const before: ReadonlySet<string>[] = []
  pages.forEach((regions) => {
    const own = marksIn(regions.flatMap(({ lines }) => lines))
    // A note that found no room under its mark stands on one of the next pages.
    const marked: MarksOfPage = { raised: new Set([own.raised, ...before].flatMap((labels) => [...labels])), level: own.level }
    before.unshift(own.raised)
    before.splice(FURTHEST)
    regions.forEach((region) => {
      const start = startOfNotes(region, regions, bodySize, marked, isFirst ? undefined : notes.at(-1))
      if (start === null) return
      const lines = region.lines.splice(start)
      let lastLabel = 0
      for (const line of lines) {
        const read = readLabel(line)
        if (read && (isLabel(read, lastLabel, marked) || countsOn(read, notes.at(-1), line.page))) {
          lastLabel = Number(read.label) || lastLabel
          notes.push({ id: `note-${notes.length + 1}`, label: read.label, page: line.page, right: region.right, lines: [read.rest] })
        } else notes.at(-1)!.lines.push(line)
      }
      isFirst = false
    })
  })
  return notes
}

const isMarked = ({ label }: LabelledLine, { raised, level }: MarksOfPage): boolean => raised.has(label) || level.has(label)
const isLabel = (read: LabelledLine, last: number, marked: MarksOfPage): boolean =>
  read.isRaised || (isMarked(read, marked) && Number(read.label) > last) || (last > 0 && Number(read.label) === last + 1)

/** Whether a label is the next after the last note's, on its page or the one before. */
const countsOn = ({ label }: LabelledLine, before: FootNote | undefined, page: number): boolean => before !== undefined && page - before.page <= 1 && Number(label) === Number(before.label) + 1

/** The index of the first line of a region that belongs to the notes at its foot, or null. */
function startOfNotes(region: Region, regions: readonly Region[], bodySize: number, marked: MarksOfPage, before: FootNote | undefined): number | null {
  const below = regions.filter((other) => other !== region && other.lines.length > 0 && other.left < region.right && other.right > region.left && other.lines.at(-1)!.y > (region.lines.at(-1)?.y ?? 0))
  // Notes that run across the page under its columns do not end the columns.
  const isSmall = ({ lines: own }: Region): boolean => own.every(({ size }) => size <= LARGEST_NOTE * bodySize)
  const areNotes = below.every(isSmall) && (isSmall(region) || below.some((other) => other.right - other.left >= ACROSS * (region.right - region.left)))
  const isAbove = below.length > 0 && !areNotes
  if (isAbove || region.lines.length === 0) return null
  const { lines } = region
  let first = lines.length
  while (first > 0 && lines[first - 1]!.size <= LARGEST_NOTE * bodySize) first--
  const small = lines.slice(first)
  const labelled = small.findIndex((line) => {
    const read = readLabel(line)
    return read !== null && (read.isRaised || isMarked(read, marked) || countsOn(read, before, line.page))
  })
  if (labelled >= 0) return first + (labelled > 0 && (goesOnFrom(before, small.slice(0, labelled)) || fillsUp(before, small.slice(0, labelled + 1))) ? 0 : labelled)
  if (small.length > 0 && first > 0 && goesOnFrom(before, small)) return first
  return first === lines.length ? withRestAbove(lines, sameSizeNotes(lines, marked), before) : null
}

/** Whether small lines without a label are the rest of the last note: of its size, and it had not come to its end. */
function goesOnFrom(note: FootNote | undefined, lines: readonly Line[]): boolean {
  const [last, next] = [note?.lines.at(-1), lines[0]]
  if (!last || !next || next.page - last.page > 1 || !lines.every((line) => Math.abs(line.size / last.size - 1) <= SAME_SIZE)) return false
  return !ENDS.test(textOfLine(last)) || /^\s*[\p{Ll},;)]/u.test(textOfLine(next))
}

/** Whether the last note had no room for another word, and these lines stand as close above the next note as notes do: they are its rest though it may seem to have ended. */
function fillsUp(note: FootNote | undefined, lines: readonly Line[]): boolean {
  const last = note?.lines.at(-1)
  if (!note || !last || lines[0]!.page - last.page > 1 || note.right - last.right > FULL * last.size) return false
  return lines.every((line, index) => Math.abs(line.size / last.size - 1) <= SAME_SIZE && (index === 0 || line.y - lines[index - 1]!.y <= CLOSE * line.size))
}

/** Notes set as large as the body: the last lines of a column from one that opens with a raised label, or one in brackets, that is marked above, counting up from there. */
function sameSizeNotes(lines: readonly Line[], { raised }: MarksOfPage): number | null {
  let start: number | null = null
  let next = Infinity
  for (let at = lines.length - 1; at > 0; at--) {
    const read = readLabel(lines[at]!)
    if (!read || !(read.isRaised || read.isBracketed) || !raised.has(read.label)) continue
    const value = Number(read.label)
    if (!(value < next || Number.isNaN(value))) break
    start = at
    next = Number.isNaN(value) ? next : value
  }
  return start
}

/** Where notes set as large as the body begin, with the rest of a note from the page before: what stands apart below the text and goes on in the middle of a sentence. */
function withRestAbove(lines: readonly Line[], start: number | null, before: FootNote | undefined): number | null {
  const end = start ?? lines.length
  const gaps = lines.slice(1).map((line, index) => line.y - lines[index]!.y)
  const apart = APART * median(gaps)
  let at = end - 1
  while (at > 0 && gaps[at - 1]! < apart) at--
  const last = before?.lines.at(-1)
  const isRest = at > 0 && at < end && last && !ENDS.test(textOfLine(last)) && goesOnFrom(before, lines.slice(at, end)) && /^\s*[\p{Ll}\d(]/u.test(textOfLine(lines[at]!))
  return isRest ? at : start
}
