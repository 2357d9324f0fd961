import type { Reading } from '../reading.ts'
import { addMonths, iso, isDay, nthOfMonth, type Day } from './calendar.ts'
import type { Piece } from './piece.ts'
import { monthAt, weekdayAt, yearBehind } from './points.ts'
import { UNKNOWN } from './away.ts'
import { relativeUnitAt } from './relative.ts'

/** "last Monday of May", "last Friday of next month": `at` is "last". */
export function lastWeekday(r: Reading, at: number, today: Day | null): Piece | null {
  const w = r.word(at) === 'last' ? weekdayAt(r, at + 1) : null
  return w === null ? null : nthWeekday(r, at, at + 2, LAST_OF_MONTH, w, today)
}
/** In `nthWeekday`: the last of its kind. */
const LAST_OF_MONTH = -1

/** "… Friday of July", "… Monday of next month", "… Friday in this month". */
export function nthWeekday(r: Reading, from: number, at: number, number: number, w: number, today: Day | null): Piece | null {
  const of = /^(?:of|in)$/.test(r.word(at)) ? at + 1 : -1
  if (of < 0) return null
  const month = monthAt(r, of)
  const away = month === null ? relativeUnitAt(r, at) : null
  if (month === null && away?.unit !== 'month') return null
  const year = month === null ? null : yearBehind(r, of + 1)
  const to = away?.to ?? year?.to ?? of + 1
  const timex = `XXXX-${month === null ? 'XX' : String(month).padStart(2, '0')}-WXX-${w}-#${number === LAST_OF_MONTH ? 'L' : number}`
  const inMonth = (y: number, m: number): string | null => {
    const d = nthOfMonth(y, m, w, number)
    return isDay({ y, m, d }) ? iso(y, m, d) : null
  }
  if (year) {
    const text = inMonth(year.y, month!)
    return { from, to, stretch: { first: text, last: text }, timex }
  }
  if (!today) return { from, to, stretch: UNKNOWN, timex }
  const { y, m } = away ? addMonths({ ...today, d: 1 }, away.offset) : { y: Math.abs(month! - today.m) <= 6 ? today.y : month! > today.m ? today.y - 1 : today.y + 1, m: month! }
  const text = inMonth(y, m)
  return { from, to, stretch: { first: text, last: text }, timex }
}
