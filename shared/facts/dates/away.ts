import type { Relative } from '../fact.ts'
import { addMonths, iso, isoOf, toSerial, weekdayOf, type Day } from './calendar.ts'
import type { Piece } from './piece.ts'

export type Unit = Relative['unit']
export const DAYS_PER_WEEK = 7
/** A stretch whose place only the article’s date, or the text before, tells. */
export const UNKNOWN = { first: null, last: null }

/** Farther away the calendar says nothing. */
const LONGEST_OFFSET = 100_000
/** So many units from a day, at the precision of the unit: "two years ago" is a year, "three weeks ago" a day. */
export function shifted(today: Day | null, unit: Unit, offset: number): Pick<Piece, 'stretch' | 'relative'> {
  const relative: Relative = { from: 'article', unit, offset }
  // Millions of years ago there was no calendar.
  if (!today || Math.abs(offset) > LONGEST_OFFSET) return { stretch: UNKNOWN, relative }
  const now = toSerial(today)
  const single = (text: string): Pick<Piece, 'stretch' | 'relative'> => ({ stretch: { first: text, last: text }, relative })
  switch (unit) {
    case 'day': return single(isoOf(now + Math.round(offset)))
    case 'week': return single(isoOf(now + Math.round(offset * DAYS_PER_WEEK)))
    case 'month': case 'quarter': {
      const { y, m } = addMonths(today, Math.round(offset * (unit === 'quarter' ? 3 : 1)))
      return single(iso(y, m))
    }
    case 'year': {
      if (!Number.isInteger(offset)) {
        const { y, m } = addMonths(today, Math.round(offset * 12))
        return single(iso(y, m))
      }
      return single(iso(today.y + offset))
    }
    case 'decade': return single(iso(today.y + Math.round(offset * 10)))
    case 'century': return single(iso(today.y + Math.round(offset * 100)))
    default: return { stretch: UNKNOWN, relative }
  }
}

/** The whole unit around a day, so many units away: "last week" is Monday to Sunday, "this decade" ten years. */
export function unitAround(today: Day | null, unit: Unit, offset: number): Pick<Piece, 'stretch' | 'relative'> {
  const relative: Relative = { from: 'article', unit, offset }
  if (!today) return { stretch: UNKNOWN, relative }
  const stretch = (first: string, last: string): Pick<Piece, 'stretch' | 'relative'> => ({ stretch: { first, last }, relative })
  switch (unit) {
    case 'week': {
      const monday = toSerial(today) - weekdayOf(toSerial(today)) + 1 + offset * DAYS_PER_WEEK
      return stretch(isoOf(monday), isoOf(monday + DAYS_PER_WEEK - 1))
    }
    case 'quarter': {
      const { y, m } = addMonths({ ...today, d: 1 }, offset * 3)
      const first = Math.floor((m - 1) / 3) * 3 + 1
      return { stretch: monthsOf(y, first, 3), relative }
    }
    case 'decade': {
      const first = Math.floor(today.y / 10) * 10 + offset * 10
      return stretch(iso(first), iso(first + 9))
    }
    case 'century': {
      const first = Math.floor((today.y - 1) / 100) * 100 + 1 + offset * 100
      return stretch(iso(first), iso(first + 99))
    }
    default: return shifted(today, unit, offset)
  }
}

/** A day of the week: the nearest one, or the one of the week `weeks` away. */
export function weekday(today: Day | null, w: number, weeks: number | null): Pick<Piece, 'stretch' | 'timex' | 'relative'> {
  const timex = weeks === null ? { timex: `XXXX-WXX-${w}` } : { relative: { from: 'article', unit: 'week', offset: weeks } as Relative, timex: `XXXX-WXX-${w}` }
  if (!today) return { stretch: UNKNOWN, ...timex }
  const now = toSerial(today)
  const behind = (weekdayOf(now) - w + DAYS_PER_WEEK) % DAYS_PER_WEEK
  // News tells of the days just gone: the nearest, and of two equally near the past one.
  const serial = weeks === null ? (behind <= 3 ? now - behind : now + DAYS_PER_WEEK - behind) : now - weekdayOf(now) + w + weeks * DAYS_PER_WEEK
  const text = isoOf(serial)
  return { stretch: { first: text, last: text }, ...timex }
}

/** The next day of its name after the article’s, and so many weeks on. */
export function comingWeekday(today: Day | null, w: number, weeks: number): Pick<Piece, 'stretch' | 'timex'> {
  const timex = `XXXX-WXX-${w}`
  if (!today) return { stretch: UNKNOWN, timex }
  const now = toSerial(today)
  const text = isoOf(now + ((w - weekdayOf(now) + DAYS_PER_WEEK) % DAYS_PER_WEEK || DAYS_PER_WEEK) + weeks * DAYS_PER_WEEK)
  return { stretch: { first: text, last: text }, timex }
}

/** "last March" is the one before, "this June" this year's, "next June" the one to come. */
export function yearOfMonth(today: Day, m: number, direction: number): number {
  if (direction < 0) return m < today.m ? today.y : today.y - 1
  if (direction > 0) return m > today.m ? today.y : today.y + 1
  return today.y
}

/** Three months from the season's first; winter runs into the next year. */
export function seasonOf(y: number, first: number): { stretch: { first: string; last: string } } {
  const last = addMonths({ y, m: first, d: 1 }, 2)
  return { stretch: { first: iso(y, first), last: iso(last.y, last.m) } }
}

/** A stretch of the article's own year or month: which year "next year" is. */
export const yearAway = (today: Day | null, offset: number): number | null => (today ? today.y + offset : null)

/** So many months from the `first` of a year that is told from the article's own. */
export function ofYearAway(from: number, to: number, first: number, months: number, today: Day | null, offset: number): Piece {
  const y = yearAway(today, offset)
  return { from, to, stretch: y === null ? UNKNOWN : monthsOf(y, first, months), relative: { from: 'article', unit: 'year', offset } }
}

/** So many months of a year from its `first`. */
export const monthsOf = (y: number, first: number, months: number): { first: string; last: string } => ({ first: iso(y, first), last: iso(y, first + months - 1) })
