import type { Reading } from '../reading.ts'
import { MONTHS } from '../words/calendar.ts'
import type { Piece } from './piece.ts'
import { shortYear } from './points.ts'

const NOT_BEHIND = String.raw`(?![\p{L}\d%]|[/-]\d|[.,]\d)`
/** "2019-10-24", "2015/08/12", "2015.5.13", "2019-sep-1". */
const YEAR_FIRST = new RegExp(String.raw`(\d{4})([-/.])(\d{1,2}|[A-Za-z]{3,9})\2(\d{1,2})${NOT_BEHIND}`, 'uy')
/** "21/04/2016", "9-18-15", "08/12,2015", "24.10.2019". */
const YEAR_LAST = new RegExp(String.raw`(\d{1,2})([-/.])(\d{1,2})(\2|,)(\d{4}|\d{2})${NOT_BEHIND}`, 'uy')
/** "11/2016", "11 - 2016". */
const MONTH_YEAR = new RegExp(String.raw`(\d{1,2})\s?[-/]\s?(\d{4})${NOT_BEHIND}`, 'uy')
/** "2016/11", "2016 - 11". */
const YEAR_MONTH = new RegExp(String.raw`(\d{4})\s?[-/]\s?(\d{1,2})${NOT_BEHIND}`, 'uy')
/** "4/22", "4.22", "7-6". */
const MONTH_DAY = new RegExp(String.raw`(\d{1,2})([-/.])(\d{1,2})${NOT_BEHIND}`, 'uy')

const [SPACE, COMMA, DASH, SLASH, ZERO, NINE] = [0x20, 0x2c, 0x2d, 0x2f, 0x30, 0x39]
/** A date in figures that begins at a number. `isCued`: a day of the week or "on" before it says that it is one. */
export function numericDate(r: Reading, at: number, isCued: boolean): Piece | null {
  // A look at the characters behind spares nearly every number the search.
  const sign = r.text.charCodeAt(r.end(at))
  const next = r.text.charCodeAt(r.end(at) + 1)
  const mayGoOn = sign === DASH || sign === SLASH || (sign === SPACE ? next === DASH || next === SLASH : sign === COMMA && next >= ZERO && next <= NINE)
  if (!mayGoOn && !r.word(at).includes('.')) return null
  if (r.isGlued(at) && /[\p{L}\d/.,$€£#-]/u.test(r.text[r.start(at) - 1]!)) return null
  const full = yearFirst(r, at) ?? yearLast(r, at)
  if (full) return full
  const monthYear = matchAt(MONTH_YEAR, r, at)
  if (monthYear && isMonth(monthYear[1]!) && isYear(monthYear[2]!) && Number(monthYear[2]) >= FIRST_PRINTED_YEAR) return piece(r, at, monthYear, { y: Number(monthYear[2]), m: Number(monthYear[1]) })
  const yearMonth = matchAt(YEAR_MONTH, r, at)
  // "2010-12" is three years, "2016-11" a month.
  if (yearMonth && isYear(yearMonth[1]!) && isMonth(yearMonth[2]!) && !(yearMonth[2]!.length === 2 && Number(yearMonth[2]) > Number(yearMonth[1]) % 100)) return piece(r, at, yearMonth, { y: Number(yearMonth[1]), m: Number(yearMonth[2]) })
  return monthDay(r, at, isCued)
}

/** "12/1000" is a fraction; nobody writes of older years so. */
const FIRST_PRINTED_YEAR = 1500
const isMonth = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= 12
const isYear = (digits: string): boolean => Number(digits) >= 1000 && Number(digits) <= 2199

function matchAt(pattern: RegExp, r: Reading, at: number): RegExpExecArray | null {
  pattern.lastIndex = r.start(at)
  const match = pattern.exec(r.text)
  return match && r.start(at) + match[0].length <= r.end(r.to - 1) ? match : null
}

function piece(r: Reading, at: number, match: RegExpExecArray, parts: { y?: number; m: number; d?: number }): Piece {
  const end = r.start(at) + match[0].length
  let to = at + 1
  while (to < r.to && r.start(to) < end) to += 1
  return { from: at, to, ...parts }
}

function yearFirst(r: Reading, at: number): Piece | null {
  const match = matchAt(YEAR_FIRST, r, at)
  if (!match || !isYear(match[1]!)) return null
  const m = /^\d/.test(match[3]!) ? Number(match[3]) : MONTHS[match[3]!.toLowerCase()]
  return m === undefined || m < 1 || m > 12 || Number(match[4]) > 31 || Number(match[4]) < 1 ? null : piece(r, at, match, { y: Number(match[1]), m, d: Number(match[4]) })
}

/** Month first, as the United States writes, unless only the other order is a date. */
function yearLast(r: Reading, at: number): Piece | null {
  const match = matchAt(YEAR_LAST, r, at)
  if (!match || (match[2] === '.' && match[5]!.length === 2) || (match[4] === ',' && match[2] !== '/')) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  const y = match[5]!.length === 2 ? shortYear(Number(match[5])) : Number(match[5])
  const isDayFirst = first > 12 || (match[2] === '.' && second <= 12)
  const [m, d] = isDayFirst ? [second, first] : [first, second]
  return m < 1 || m > 12 || d < 1 || d > 31 ? null : piece(r, at, match, { y, m, d })
}

/** Denominators people write fractions with. */
const FRACTION_PARTS = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100])

function monthDay(r: Reading, at: number, isCued: boolean): Piece | null {
  const match = matchAt(MONTH_DAY, r, at)
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  const isPadded = match[1]!.startsWith('0') || match[3]!.startsWith('0')
  // "4/22" and "22/04" are dates by themselves; "4.22", "7-6" and "3/4" only where something says so.
  const isDate = match[2] === '/' && (isPadded || !FRACTION_PARTS.has(second) || (first > second && second <= 12 && first > 12))
  if (!isCued && !isDate) return null
  const [m, d] = first > 12 ? [second, first] : [first, second]
  return m < 1 || m > 12 || d < 1 || d > 31 || (first === 9 && second === 11 && !isCued) ? null : piece(r, at, match, { m, d })
}
