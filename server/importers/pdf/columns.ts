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
/** Columns within columns: newspapers have up to eight. */
const MOST_DEPTH = 3

/** The regions of a page or a column in reading order: what runs across, then the columns below it from left to right. `gutter` is where two columns part, null where there is one. */
export function regionsOf(lines: readonly Line[], depth = 0, gutter = depth < MOST_DEPTH ? findGutter(lines) : null): Region[] {
  if (lines.length === 0) return []
  return gutter === null ? [toRegion(lines)] : regionsBeside(lines, gutter, depth)
}

export function regionsBeside(lines: readonly Line[], gutter: number, depth: number): Region[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y || a.left - b.left)
  const regions: Region[] = []
  let band: { across: Line[], left: Line[], right: Line[] } = { across: [], left: [], right: [] }
  const flush = (): void => {
    if (band.across.length > 0) regions.push(toRegion(band.across))
    regions.push(...regionsOf(band.left, depth + 1), ...regionsOf(band.right, depth + 1))
    band = { across: [], left: [], right: [] }
  }
  const rows = rowsAcross(sorted, gutter)
  for (const line of sorted) {
    if ((line.left < gutter && line.right > gutter) || rows.has(line)) {
      if (band.left.length > 0 || band.right.length > 0) flush()
      band.across.push(line)
    } else (line.left < gutter ? band.left : band.right).push(line)
  }
  flush()
  return joinTails(regions)
}

/** So many cells stand in a row of a table that runs across columns; none of them fills so much of its column. */
const FEWEST_CELLS = 3
const FULLEST_CELL = 0.7

/** The cells of tables that run across columns: rows of more cells than there are columns, on both sides, with no line of prose among them, one below the other. */
function rowsAcross(sorted: readonly Line[], gutter: number): ReadonlySet<Line> {
  const [from, to] = [Math.min(...sorted.map(({ left }) => left)), Math.max(...sorted.map(({ right }) => right))]
  const across = new Set<Line>()
  let before: readonly Line[] = []
  for (const row of rowsOf(sorted)) {
    const isTable = row.length >= FEWEST_CELLS && row.some(({ right }) => right < gutter) && row.some(({ left }) => left > gutter)
      && row.every(({ left, right }) => right - left <= FULLEST_CELL * (left < gutter ? gutter - from : to - gutter))
    if (isTable && before.length > 0) for (const line of [...before, ...row]) across.add(line)
    before = isTable ? row : []
  }
  return across
}

function toRegion(lines: readonly Line[]): Region {
  const sorted = inRows(lines)
  return { left: Math.min(...sorted.map(({ left }) => left)), right: Math.max(...sorted.map(({ right }) => right)), lines: sorted }
}

/** From top to bottom; what stands on one base line from left to right. */
const inRows = (lines: readonly Line[]): Line[] => rowsOf(lines).flatMap((row) => row.sort((a, b) => a.left - b.left))

function rowsOf(lines: readonly Line[]): Line[][] {
  const sorted = [...lines].sort((a, b) => a.y - b.y || a.left - b.left)
  const rows: Line[][] = []
  for (const line of sorted) {
    const row = rows.at(-1)
    if (row && line.y - row[0]!.y <= 0.25 * Math.min(line.size, row[0]!.size)) row.push(line)
    else rows.push([line])
  }
  return rows
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
export function findGutter(lines: readonly Line[]): number | null {
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
