import { textOfLine, type Line } from './lines.ts'

/** So many rows at the top and the bottom of a page can be running heads, feet and page numbers. */
const ROWS_AT_AN_EDGE = 3
/** Heads of one kind stand at the same height, give or take so many points. */
const SAME_HEIGHT = 4
/** A head comes again on one of the next pages: left and right ones take turns, and a page of pictures may have none. */
const NEAR_PAGES = 4
/** A running head is not larger than this many times the body. */
const LARGEST = 1.25
/** Where more than this share of the pages have running text, no head or foot stands: a heading that often comes first on a page is none. */
const BODY_SHARE = 0.15
/** A page number alone, or with little around it. */
const FOLIO = /^[\s–—\-·|[(]*(?:page\s+|p\.\s*|seite\s+)?((?:[a-z]{1,2}|\d{1,3})[-–.:])?(\d{1,4}|[ivxlcdm]{1,7})(?:\s*(?:\/|of|von)\s*\d{1,4})?[\s–—\-·|\])]*$/i

const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }
function numberOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word)
  const signs = [...word.toLowerCase()].map((sign) => ROMAN[sign]!)
  return signs.reduce((sum, value, index) => sum + (value < (signs[index + 1] ?? 0) ? -value : value), 0)
}

/** A row at the edge of a page: what stands on one base line. */
interface Row { page: number; lines: Line[]; text: string; y: number; isTop: boolean; depth: number }

/** Lines that are page furniture, and what is printed as the number of each page. */
export interface RunningHeads { furniture: ReadonlySet<Line>; folios: ReadonlyMap<number, string> }

/** Finds what is repeated at the same place of several pages, and page numbers that count with the pages. `heights` are those of the pages. */
export function findRunningHeads(pages: readonly (readonly Line[])[], bodySize: number, heights: readonly number[]): RunningHeads {
  const rows = pages.flatMap((lines, index) => edgeRows(lines, heights[index]!))
  const furniture = new Set<Line>()
  const folios = new Map<number, string>()
  const small = rows.filter(({ lines }) => lines.every(({ size }) => size <= LARGEST * bodySize))
  const offsets = numberOffsets(small)
  const isRepeated = outsideBody(repeatedRows(small), rows, (row) => folioOf(row, offsets) !== null, pages.filter((lines) => lines.length > 0).length)
  const perPage = new Map<string, Row[]>()
  for (const row of rows) {
    const key = `${row.page} ${row.isTop}`
    perPage.set(key, [...(perPage.get(key) ?? []), row])
  }
  for (const edge of perPage.values()) {
    for (const row of edge.sort((a, b) => a.depth - b.depth)) {
      const folio = small.includes(row) ? folioOf(row, offsets) : null
      // What stands further inside is furniture only when all that is outside of it is.
      if (folio === null && !isRepeated(row)) break
      for (const line of row.lines) furniture.add(line)
      if (folio !== null && !folios.has(row.page)) folios.set(row.page, folio)
    }
  }
  return { furniture, folios }
}

function edgeRows(lines: readonly Line[], height: number): Row[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y)
  const rows: Line[][] = []
  for (const line of sorted) {
    const row = rows.at(-1)
    if (row && line.y - row[0]!.y <= 0.5 * line.size) row.push(line)
    else rows.push([line])
  }
  const toRow = (row: Line[], isTop: boolean, depth: number): Row => {
    const ordered = [...row].sort((a, b) => a.left - b.left)
    return { page: row[0]!.page, lines: ordered, text: ordered.map(textOfLine).join(' ').replace(/\s+/g, ' ').trim(), y: row[0]!.y, isTop, depth }
  }
  const top = rows.slice(0, ROWS_AT_AN_EDGE).filter((row) => row[0]!.y < 0.35 * height).map((row, depth) => toRow(row, true, depth))
  const bottom = rows.slice(-ROWS_AT_AN_EDGE).reverse().filter((row) => row[0]!.y > 0.65 * height).map((row, depth) => toRow(row, false, depth))
  return [...top, ...bottom]
}

/** The words of a row without its numbers: pages count on in them. */
const wordsOnly = (text: string): string => text.replace(/\d+/g, '#')

/** Whether the same words stand at the same height of another page. Where they hold numbers, these must be the same or count with the pages. */
function repeatedRows(rows: readonly Row[]): (row: Row) => boolean {
  const same = new Map<string, Row[]>()
  for (const row of rows) {
    const key = `${row.isTop} ${wordsOnly(row.text)}`
    same.set(key, [...(same.get(key) ?? []), row])
  }
  return (row) => {
    const others = (same.get(`${row.isTop} ${wordsOnly(row.text)}`) ?? []).filter((other) => other.page !== row.page && Math.abs(other.page - row.page) <= NEAR_PAGES && Math.abs(other.y - row.y) <= SAME_HEIGHT)
    if (!/\p{L}/u.test(row.text)) return false
    return others.some((other) => other.text === row.text || countsWithPages(row, other))
  }
}

/** Of the repeated rows, those that stand further out than the running text of (nearly) all pages. */
function outsideBody(isRepeated: (row: Row) => boolean, rows: readonly Row[], isFolio: (row: Row) => boolean, pages: number): (row: Row) => boolean {
  const outermost = new Map<string, Row>()
  for (const row of rows) {
    const key = `${row.page} ${row.isTop}`
    const known = outermost.get(key)
    if (!isRepeated(row) && !isFolio(row) && (!known || row.depth < known.depth)) outermost.set(key, row)
  }
  const body = [...outermost.values()]
  return (row) => isRepeated(row) && body.filter((other) => other.isTop === row.isTop && (row.isTop ? other.y <= row.y + SAME_HEIGHT : other.y >= row.y - SAME_HEIGHT)).length <= BODY_SHARE * pages
}

function countsWithPages(a: Row, b: Row): boolean {
  const [first, second] = [a, b].map(({ text }) => (text.match(/\d+/g) ?? []).map(Number)) as [number[], number[]]
  return first.every((value, index) => value === second[index] || second[index]! - value === b.page - a.page) && first.some((value, index) => value !== second[index])
}

/** Where printed page numbers run ahead of the pages of the file by the same number: the rows, by edge and by how far ahead. */
function numberOffsets(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const counts = new Map<string, Row[]>()
  for (const row of rows) for (const value of outerNumbers(row)) {
    const key = `${row.isTop} ${value - row.page}`
    const same = counts.get(key)
    if (same) same.push(row)
    else counts.set(key, [row])
  }
  return counts
}

const outerNumbers = ({ text }: Row): number[] => {
  const folio = FOLIO.exec(text)
  if (folio) return [numberOf(folio[2]!)]
  return [/^(\d{1,4})(?=\s)/.exec(text)?.[1], /(?<=\s)(\d{1,4})$/.exec(text)?.[1]].flatMap((word) => word === undefined ? [] : [Number(word)])
}

/** The page number that a row holds, or null: a number that counts with the pages at the same height, or one that stands alone at the edge of a page. */
function folioOf(row: Row, offsets: ReadonlyMap<string, readonly Row[]>): string | null {
  const alone = FOLIO.exec(row.text)
  const counting = outerNumbers(row).find((value) => offsets.get(`${row.isTop} ${value - row.page}`)?.some((other) => other.page !== row.page && Math.abs(other.y - row.y) <= SAME_HEIGHT))
  // A lone "I" or "II" can head a section: letters are a page number only where they count with the pages, at either edge (a chapter's first page has its own).
  if (alone) return counting !== undefined || countsAlone(row, offsets) || (/\d/.test(alone[2]!) && row.depth === 0) ? row.text.replace(/^\W+|\W+$/g, '') : null
  return counting !== undefined && row.text.length < LONGEST_HEAD && row.depth === 0 && hasFolioApart(row) ? String(counting) : null
}

/** Whether numbers that stand alone on other pages count on from the one that does here. */
const countsAlone = (row: Row, offsets: ReadonlyMap<string, readonly Row[]>): boolean =>
  outerNumbers(row).some((value) => [true, false].some((isTop) => offsets.get(`${isTop} ${value - row.page}`)?.some((other) => other.page !== row.page && FOLIO.test(other.text))))

/** Letters of a running head with a page number in it. */
const LONGEST_HEAD = 150

/** The number stands apart from the words, at an end of the line: a foot note opens with a number too, and can count with the pages. */
const hasFolioApart = ({ lines }: Row): boolean => lines.length > 1 && [lines[0]!, lines.at(-1)!].some((line) => FOLIO.test(textOfLine(line).trim()))
