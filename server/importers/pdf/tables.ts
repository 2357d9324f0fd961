import type { Region } from './columns.ts'
import type { Draft } from './draft.ts'
import type { Line } from './lines.ts'
import type { Look } from './look.ts'

/** So many rows of more than one cell, one below the other, are a table. */
const FEWEST_ROWS = 2
/** Rows that fill their column from edge to edge may as well be lines drawn out to it, whose words stand below each other by chance. */
const FEWEST_FILLED_ROWS = 4
/** Lines of a table are not further apart than this many times the usual leading. */
const WIDEST_GAP = 3
/** Where some lines stand further apart than this many times the closest ones, the wider gaps part the rows. */
const ROW_GAP = 1.22
/** Words of a line drawn out to fill its column stand this far apart at most (in ems), and its first one this far in. */
const WIDEST_DRAWN_OUT = 5
const WIDEST_INDENT = 3

/** A region cut into tables (as drafts) and what is between them (as regions). */
export function withTables(region: Region, look: Look): (Region | Draft)[] {
  const levels = levelsOf(region.lines)
  const parts: (Region | Draft)[] = []
  let plain: Line[] = []
  for (let at = 0; at < levels.length;) {
    const end = endOfTable(levels, at, look)
    const fewest = levels.slice(at, end).every((level) => level.length < 2 || isFilled(level, region)) ? FEWEST_FILLED_ROWS : FEWEST_ROWS
    if (end - at < fewest) {
      plain.push(...inOneLine(levels[at++]!, region))
      continue
    }
    if (plain.length > 0) parts.push({ ...region, lines: plain })
    plain = []
    parts.push(...tableOf(levels.slice(at, end), region))
    at = end
  }
  if (plain.length > 0) parts.push({ ...region, lines: plain })
  return parts
}

/** Words of a line that was drawn out to fill its column, as one line; what does not fill it stays apart. */
function inOneLine(level: readonly Line[], region: Region): readonly Line[] {
  const [first, last] = [level[0]!, level.at(-1)!]
  if (level.length < 2 || !isFilled(level, region) || level.some((line, index) => index > 0 && line.left - level[index - 1]!.right > WIDEST_DRAWN_OUT * line.size)) return level
  return [{ ...first, right: last.right, pieces: level.flatMap(({ pieces }, index) => pieces.map((piece, place) => (index > 0 && place === 0 ? { ...piece, text: ` ${piece.text}` } : piece))) }]
}

const isFilled = (level: readonly Line[], { left, right }: Region): boolean => level[0]!.left - left <= WIDEST_INDENT * level[0]!.size && right - level.at(-1)!.right <= level[0]!.size

/** Lines that stand on one base line, from left to right. */
function levelsOf(lines: readonly Line[]): Line[][] {
  const levels: Line[][] = []
  for (const line of lines) {
    const level = levels.at(-1)
    if (level && Math.abs(line.y - level[0]!.y) <= 0.3 * line.size && line.left >= level.at(-1)!.right) level.push(line)
    else levels.push([line])
  }
  return levels
}

/** Behind the last line of the table that starts at `start`; `start` itself where none does. A level of one line inside it is the rest of a cell. */
function endOfTable(levels: readonly Line[][], start: number, look: Look): number {
  if (levels[start]!.length < 2) return start
  let end = start + 1
  let last = end
  let full = 1
  const firstColumn = levels[start]![0]!.left
  for (; end < levels.length; end++) {
    const [before, level] = [levels[end - 1]!, levels[end]!]
    if (level[0]!.y - before[0]!.y > WIDEST_GAP * look.leading(level[0]!.size)) break
    if (level.length > 1) {
      // Lines drawn out to fill their column have gaps too, but nowhere the same.
      if (!level.slice(1).some((line) => startsWithCell(line, levels.slice(start, end).map((cells) => cells.slice(1))))) break
      full++
    } else if (!startsWithCell(level[0]!, levels.slice(start, end))) break
    // What goes back to the first column may as well be the paragraph behind the table.
    if (level.length > 1 || level[0]!.left > firstColumn + level[0]!.size) last = end + 1
    else if (end - last > 1) break
  }
  return full >= FEWEST_ROWS ? last : start
}

const startsWithCell = (line: Line, levels: readonly Line[][]): boolean => levels.some((level) => level.some(({ left }) => Math.abs(left - line.left) <= line.size))

/** One draft for each row of a table, its lines sorted into cells: a row begins where the first column has words, behind a wider gap where the table has such. */
function tableOf(levels: readonly Line[][], region: Region): Draft[] {
  const columns = columnsOf(levels)
  const columnOf = (line: Line): number => Math.max(0, columns.findLastIndex((left) => left <= line.left + 1))
  const gaps = levels.slice(1).map((level, index) => level[0]!.y - levels[index]![0]!.y)
  const closest = Math.min(...gaps)
  const hasWideGaps = gaps.some((gap) => gap > ROW_GAP * closest)
  const rows: Line[][] = []
  levels.forEach((level, index) => {
    const isApart = !hasWideGaps || (gaps[index - 1] ?? 0) > ROW_GAP * closest
    if (index === 0 || columns.length < 2 || (isApart && level.some((line) => columnOf(line) === 0))) rows.push([...level])
    else rows.at(-1)!.push(...level)
  })
  return rows.map((row) => {
    const cells = [...new Set(row.map(columnOf))].sort((a, b) => a - b).map((column) => row.filter((line) => columnOf(line) === column))
    return { kind: 'table', lines: cells.flat(), ends: cells.flatMap((cell) => cell.map((_, place) => (place < cell.length - 1 ? 'line' : 'cell'))), page: row[0]!.page, opens: false, closes: false, region }
  })
}

/** Where the columns of a table begin: strips of its width that are free in all levels part them. */
function columnsOf(levels: readonly Line[][]): number[] {
  const spans = levels.flat().map(({ left, right }) => ({ left, right })).sort((a, b) => a.left - b.left)
  const columns: number[] = []
  let end = -Infinity
  for (const { left, right } of spans) {
    if (left > end) columns.push(left)
    end = Math.max(end, right)
  }
  return columns
}
