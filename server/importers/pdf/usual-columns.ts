import { findGutter, median, regionsBeside, regionsOf, type Region } from './columns.ts'
import type { Line } from './lines.ts'

/** Gutters this close (in points) are one; so many pages have the columns that the others are taken to have. */
const SAME_GUTTER = 8
const FEWEST_WITH_COLUMNS = 2
/** On a page that leaves the usual gutter free, this share of the lines stands beside it, two at least on either side; most of those on one side are nearly as wide as the widest, which fills so much of the column; those on the other fill so much at least. */
const MOST_BESIDE = 0.8
const FEWEST_BESIDE = 2
const PROSE_FILL = 0.85
const WIDEST_FILL = 0.6
/** Base lines of one row differ by this (in ems) at most. */
const SAME_ROW = 0.1
const LEAST_FILL = 0.3

/** Two columns as most pages have them. */
interface Columns { left: number; gutter: number; right: number }

/** The regions of each page, in reading order. A page whose columns are not plain (few lines, short notes) has those of the other pages, where its lines leave their gutter free. */
export function regionsOfPages(pages: readonly (readonly Line[])[]): Region[][] {
  const gutters = pages.map((lines) => findGutter(lines))
  const usual = usualColumns(pages, gutters)
  return pages.map((lines, index) => (gutters[index] === null && usual !== null && hasColumns(lines, usual) ? regionsBeside(lines, usual.gutter, 0) : regionsOf(lines, 0, gutters[index]!)))
}

/** The columns that half of the pages with columns share, two pages at least; null where there are none. */
function usualColumns(pages: readonly (readonly Line[])[], gutters: readonly (number | null)[]): Columns | null {
  const found = gutters.flatMap((gutter, index) => (gutter === null ? [] : [{ gutter, lines: pages[index]! }]))
  const alike = found.map(({ gutter }) => found.filter((other) => Math.abs(other.gutter - gutter) <= SAME_GUTTER))
  const most = alike.reduce((best, each) => (each.length > best.length ? each : best), [])
  if (most.length < FEWEST_WITH_COLUMNS || most.length < found.length / 2) return null
  return { left: median(most.map(({ lines }) => Math.min(...lines.map(({ left }) => left)))), gutter: median(most.map(({ gutter }) => gutter)), right: median(most.map(({ lines }) => Math.max(...lines.map(({ right }) => right)))) }
}

/** Whether most lines on the side with fewer have one on the other side on their very base line, as the cells of a row have. */
function areRows(sides: readonly (readonly Line[])[]): boolean {
  const [few, many] = [...sides].sort((a, b) => a.length - b.length) as [readonly Line[], readonly Line[]]
  return few.filter((line) => many.some(({ y }) => Math.abs(y - line.y) <= SAME_ROW * line.size)).length >= few.length / 2
}

/** Whether lines stand in both columns, those of one fill it as prose does or none stand in rows with the other’s, those of the other are more than labels, and few run across. */
function hasColumns(lines: readonly Line[], { left, gutter, right }: Columns): boolean {
  const widthsOf = (side: readonly Line[]): number[] => side.map((line) => line.right - line.left)
  const sides = [lines.filter((line) => line.right <= gutter), lines.filter((line) => line.left >= gutter)] as const
  if (sides.some((side) => side.length < FEWEST_BESIDE) || sides[0].length + sides[1].length < MOST_BESIDE * lines.length) return false
  const widths = [gutter - left, right - gutter]
  // A quotation that is set in is prose, too.
  const isProse = (side: readonly Line[], width: number): boolean => median(widthsOf(side)) >= PROSE_FILL * Math.max(...widthsOf(side)) && Math.max(...widthsOf(side)) >= WIDEST_FILL * width
  return (sides.some((side, index) => isProse(side, widths[index]!)) || !areRows(sides)) && sides.every((side, index) => median(widthsOf(side)) >= LEAST_FILL * widths[index]!)
}
