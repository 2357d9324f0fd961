import { textOfLine, type Line } from './lines.ts'
import { add } from './look.ts'

/** Lines of one column between what runs across the page, from top to bottom. */
export interface Region { left: number; right: number; lines: Line[] }

/** A gutter is at least this wide, in ems of the lines beside it. */
const NARROWEST_GUTTER = 0.75
/** A gap this many times as wide as most is one to a further column, past a picture. */
const WIDEST_GUTTER = 2
/** So many lines have a neighbour on the other side of a gutter … */
const FEWEST_PAIRS = 4
/** … and fill this share of their column, and hold so many letters: cells of a table and labels do not. */
const COLUMN_FILL = 0.55
const ONE_OF_COLUMNS_FILL = 0.8
const LETTERS_OF_A_COLUMN = 14
/** Base lines closer than this (in ems) stand beside each other. */
const BESIDE = 0.7
/** Parts of one line stand this close (in ems). */
const WIDEST_IN_ROW = 2.5
/** Gutters this close (in points) are one; so many pages have the columns that the others are taken to have. */
const SAME_GUTTER = 8
const FEWEST_WITH_COLUMNS = 2
/** On a page that leaves the usual gutter free, this share of the lines stands beside it; those of one side fill so much of it, those of the other so much at least. */
const MOST_BESIDE = 0.8
const PROSE_FILL = 0.85
const LEAST_FILL = 0.3
/** Columns within columns: newspapers have up to eight. */
const MOST_DEPTH = 3

/** The regions of each page, in reading order. A page whose columns are not plain (few lines, short notes) has those that most of the others have, where its lines leave their gutter free. */
export function regionsOfPages(pages: readonly (readonly Line[])[]): Region[][] {
  const own = pages.map((lines) => findGutter(lines))
  const usual = usualGutter(own)
  return pages.map((lines, index) => (own[index] === null && usual !== null && leavesFree(lines, usual) ? regionsBeside(lines, usual, 0) : regionsOf(lines, 0, own[index]!)))
}

/** The gutter that half of the pages with columns share, two at least; null where there is none. */
function usualGutter(own: readonly (number | null)[]): number | null {
  const found = own.filter((each) => each !== null)
  const shared = found.map((middle) => found.filter((other) => Math.abs(other - middle) <= SAME_GUTTER))
  const most = shared.reduce((best, each) => (each.length > best.length ? each : best), [])
  return most.length >= FEWEST_WITH_COLUMNS && most.length >= found.length / 2 ? median(most) : null
}

/** Whether lines stand on both sides of a gutter, those of one side fill it as prose does, those of the other are more than labels, and few run across. */
function leavesFree(lines: readonly Line[], gutter: number): boolean {
  const sorted = [...lines].sort((a, b) => a.y - b.y)
  const sides = [sorted.filter(({ right }) => right <= gutter), sorted.filter(({ left }) => left >= gutter)]
  if (sides.some((side) => side.length < FEWEST_PAIRS) || sides[0]!.length + sides[1]!.length < MOST_BESIDE * lines.length) return false
  return sides.some((side) => fillOf(side) >= PROSE_FILL) && sides.every((side) => fillOf(side) >= LEAST_FILL)
}
const fillOf = (side: readonly Line[]): number => median(side.map(({ left, right }) => right - left)) / widthOf(side)

/** The regions of a page or a column in reading order: what runs across, then the columns below it from left to right. */
export function regionsOf(lines: readonly Line[], depth = 0, gutter = depth < MOST_DEPTH ? findGutter(lines) : null): Region[] {
  if (lines.length === 0) return []
  return gutter === null ? [toRegion(lines)] : regionsBeside(lines, gutter, depth)
}

function regionsBeside(lines: readonly Line[], gutter: number, depth: number): Region[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y || a.left - b.left)
  const regions: Region[] = []
  let band: { across: Line[], left: Line[], right: Line[] } = { across: [], left: [], right: [] }
  const flush = (): void => {
    if (band.across.length > 0) regions.push(toRegion(band.across))
    regions.push(...regionsOf(band.left, depth + 1), ...regionsOf(band.right, depth + 1))
    band = { across: [], left: [], right: [] }
  }
  for (const line of sorted) {
    if (line.left < gutter && line.right > gutter) {
      if (band.left.length > 0 || band.right.length > 0) flush()
      band.across.push(line)
    } else (line.left < gutter ? band.left : band.right).push(line)
  }
  flush()
  return joinTails(regions)
}

function toRegion(lines: readonly Line[]): Region {
  const sorted = inRows(lines)
  return { left: Math.min(...sorted.map(({ left }) => left)), right: Math.max(...sorted.map(({ right }) => right)), lines: sorted }
}

/** From top to bottom; what stands on one base line from left to right. */
function inRows(lines: readonly Line[]): Line[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y || a.left - b.left)
  const rows: Line[][] = []
  for (const line of sorted) {
    const row = rows.at(-1)
    if (row && line.y - row[0]!.y <= 0.25 * Math.min(line.size, row[0]!.size)) row.push(line)
    else rows.push([line])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.left - b.left))
}

/** A short last line of a paragraph that runs across stands in one column alone: it belongs to what is above it. */
function joinTails(regions: readonly Region[]): Region[] {
  const joined: Region[] = []
  for (const region of regions) {
    const before = joined.at(-1)
    const [last, first] = [before?.lines.at(-1), region.lines[0]]
    const goesOn = before && last && first && before.right - before.left > 1.3 * (region.right - region.left) && region.lines.length === 1
      && Math.abs(first.left - before.left) < 2 * first.size && Math.abs(first.size - last.size) < 0.5 && first.y > last.y && first.y - last.y < 1.6 * first.size
    if (goesOn) before.lines.push(first)
    else joined.push({ ...region, lines: [...region.lines] })
  }
  return joined
}

/** The middle of the strip that most pairs of neighbouring lines leave free, or null when the page has one column. */
function findGutter(lines: readonly Line[]): number | null {
  const sorted = [...lines].sort((a, b) => a.y - b.y)
  const gaps: Gap[] = []
  sorted.forEach((line, index) => {
    const after = besideOf(sorted, index).filter(({ left }) => left >= line.right).reduce<Line | null>((best, other) => (best === null || other.left < best.left ? other : best), null)
    if (after && after.left - line.right >= NARROWEST_GUTTER * Math.min(line.size, after.size)) gaps.push({ from: line.right, to: after.left, before: line, after })
  })
  if (gaps.length < FEWEST_PAIRS) return null
  const edges = gaps.flatMap(({ from, to }) => [{ x: from, step: 1 }, { x: to, step: -1 }]).sort((a, b) => a.x - b.x || a.step - b.step)
  let [open, most, start, end] = [0, 0, 0, 0]
  edges.forEach(({ x, step }, index) => {
    open += step
    if (open > most) [most, start, end] = [open, x, edges[index + 1]?.x ?? x]
  })
  if (most < FEWEST_PAIRS) return null
  const middle = (start + end) / 2
  const over = gaps.filter(({ from, to }) => from < middle && to > middle)
  const usual = median(over.map(({ from, to }) => to - from))
  const pairs = over.filter(({ from, to }) => to - from <= WIDEST_GUTTER * usual)
  const [left, right] = [sorted.filter((line) => line.right <= middle), sorted.filter((line) => line.left >= middle)]
  return isProse(pairs.map(({ before }) => before), left) && isProse(pairs.map(({ after }) => after), right) ? middle : null
}

interface Gap { from: number; to: number; before: Line; after: Line }

/** The lines on about the same base line as one of them, itself left out. They are sorted from top to bottom. */
function besideOf(sorted: readonly Line[], index: number): Line[] {
  const line = sorted[index]!
  const beside: Line[] = []
  for (const step of [-1, 1]) {
    for (let at = index + step; at >= 0 && at < sorted.length && Math.abs(sorted[at]!.y - line.y) <= BESIDE * line.size; at += step) beside.push(sorted[at]!)
  }
  return beside
}

/** Whether lines beside a gutter fill their column; `side` is all that stands on that side, from top to bottom. Where that is more than one column, it may as well be a table, whose cells are filled less. */
function isProse(beside: readonly Line[], side: readonly Line[]): boolean {
  const [from, to] = [Math.min(...beside.map(({ left }) => left)), Math.max(...beside.map(({ right }) => right))]
  const column = widthOf(side.filter(({ left, right }) => left < to && right > from))
  const places = new Map(side.map((line, index) => [line, index]))
  const rows = beside.map((line) => rowOf(line, besideOf(side, places.get(line)!)))
  const fill = median(rows.map(({ left, right }) => (right - left) / column))
  return fill >= (column < widthOf(side) && !isEven(rows) ? ONE_OF_COLUMNS_FILL : COLUMN_FILL) && median(rows.map(({ letters }) => letters)) >= LETTERS_OF_A_COLUMN
}

/** Whether half of the rows begin and end at the same places, as those of a column or of a quotation in it do. */
function isEven(rows: readonly { left: number, right: number }[]): boolean {
  const counts = new Map<string, number>()
  for (const { left, right } of rows) {
    add(counts, `${Math.round(left / 2)} ${Math.round(right / 2)}`, 1)
  }
  return Math.max(...counts.values()) >= rows.length / 2
}

/** A line with what stands close beside it: words of a line drawn out far, a note's number and its words. */
function rowOf(line: Line, beside: readonly Line[]): { left: number, right: number, letters: number } {
  const row = [line, ...beside.filter((other) => other.left - line.right < WIDEST_IN_ROW * line.size && line.left - other.right < WIDEST_IN_ROW * line.size)]
  return { left: Math.min(...row.map(({ left }) => left)), right: Math.max(...row.map(({ right }) => right)), letters: row.reduce((sum, each) => sum + (textOfLine(each).match(/\p{L}/gu)?.length ?? 0), 0) }
}

const widthOf = (lines: readonly Line[]): number => Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ left }) => left))

export const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0
