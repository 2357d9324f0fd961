import type { Reading } from '../reading.ts'
import { dayOf, isoOf, toSerial, weekdayOf, type Day } from './calendar.ts'
import { stretchOf, type Piece } from './piece.ts'
import { dayAt, fromDay, fromMonth, monthAt } from './points.ts'
import { UNKNOWN } from './away.ts'

/** "week of November 30th", "month of Feb", "week 31", "year 247"; `at` is the unit. */
export function fromUnitWord(r: Reading, at: number, today: Day | null): Piece | null {
  const word = r.word(at)
  if (word === 'week') {
    const of = r.word(at + 1) === 'of' ? at + 2 : /^(?:commencing|starting|beginning)$/.test(r.word(at + 1)) ? (r.word(at + 2) === 'on' ? at + 3 : at + 2) : -1
    const start = r.word(of) === 'the' ? of + 1 : of
    const day: Piece | null = of < 0 ? null : monthAt(r, start) === null ? fromDay(r, start) ?? bareDay(r, start) : fromMonth(r, start)
    if (day) return { from: at, to: day.to, stretch: weekAround(stretchOf(day, today).from), timex: 'XXXX-WXX' }
    return r.isNumber(at + 1) && /^(?:[1-9]|[1-4]\d|5[0-3])$/.test(r.word(at + 1)) && !r.isGlued(at + 2) ? { from: at, to: at + 2, ...week(today, Number(r.word(at + 1))) } : null
  }
  if (word === 'month' && r.word(at + 1) === 'of') {
    const m = monthAt(r, at + 2)
    const dated = m === null ? null : fromMonth(r, at + 2)
    return m === null ? null : dated ? { ...dated, from: at } : { from: at, to: at + 3, m }
  }
  return word === 'year' && r.isNumber(at + 1) && /^\d{3,4}$/.test(r.word(at + 1)) && !r.isGlued(at + 2) ? { from: at, to: at + 2, y: Number(r.word(at + 1)) } : null
}

function bareDay(r: Reading, at: number): Piece | null {
  const day = dayAt(r, at)
  return day && !day.isBare ? { from: at, to: day.to, d: day.d } : null
}

/** Monday to Sunday around a day in ISO 8601. */
function weekAround(text: string | null): { first: string | null; last: string | null } {
  const day = dayOf(text ?? undefined)
  if (!day) return UNKNOWN
  const monday = toSerial(day) - weekdayOf(toSerial(day)) + 1
  return { first: isoOf(monday), last: isoOf(monday + 6) }
}

/** ISO 8601 weeks: week 1 holds the year's first Thursday. */
function week(today: Day | null, number: number): Pick<Piece, 'stretch' | 'timex'> {
  const timex = `XXXX-W${String(number).padStart(2, '0')}`
  if (!today) return { stretch: UNKNOWN, timex }
  const fourth = toSerial({ y: today.y, m: 1, d: 4 })
  const monday = fourth - weekdayOf(fourth) + 1 + (number - 1) * 7
  return { stretch: { first: isoOf(monday), last: isoOf(monday + 6) }, timex }
}
