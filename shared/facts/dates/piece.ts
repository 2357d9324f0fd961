import type { Hedge, Relative } from '../fact.ts'
import { daysIn, isDay, iso, toSerial, type Day } from './calendar.ts'

/**
 * A date as read, before it is known which year or range it belongs to; tokens `from`–`to`. Either parts of a calendar date (`y`, `m`, `d`), or a stretch already told in ISO 8601
 * (`first`–`last`, null when it hangs on the article's date and that is not known).
 */
export interface Piece {
  from: number
  to: number
  y?: number
  m?: number
  d?: number
  stretch?: { first: string | null; last: string | null }
  timex?: string
  relative?: Relative
  /** How exactly it is told, where its own words say so: "a few years ago". */
  hedge?: Hedge
  /** Where the last token is shared with other characters ("10月24日举行"): the offset at which the date ends. */
  end?: number
}

export interface Stretch { from: string | null; to: string | null; timex?: string; relative?: Relative }

const two = (value: number | undefined): string => (value === undefined ? 'XX' : String(value).padStart(2, '0'))

/** What a piece says on the calendar. A missing year or month is the one that brings the date nearest to the article's own. */
export function stretchOf(piece: Piece, today: Day | null): Stretch {
  const { y, m, d, stretch, timex, relative } = piece
  if (y !== undefined && stretch === undefined && timex === undefined && relative === undefined && (d === undefined || m === undefined || isDay({ y, m, d }))) {
    const text = iso(y, m, d)
    return { from: text, to: text }
  }
  const extra = { ...(timex === undefined ? {} : { timex }), ...(relative === undefined ? {} : { relative }) }
  if (stretch) return { from: stretch.first, to: stretch.last, ...extra }
  if (y !== undefined) {
    // An impossible day (29 February 2019) is printed, so it is a date, but lies nowhere.
    if (m !== undefined && d !== undefined && !isDay({ y, m, d })) return { from: null, to: null, timex: `${iso(y)}-${two(m)}-${two(d)}` }
    const text = iso(y, m, d)
    return { from: text, to: text, ...extra }
  }
  const partial = m === undefined ? `XXXX-XX-${two(d)}` : d === undefined ? `XXXX-${two(m)}` : `XXXX-${two(m)}-${two(d)}`
  const text = today ? nearest(today, m, d) : null
  return { from: text, to: text, timex: timex ?? partial }
}

/** Years looked through for a day that exists: 29 February may be eight years away. */
const YEARS_AROUND = 8

function nearest(today: Day, m: number | undefined, d: number | undefined): string | null {
  const now = toSerial(today)
  let best: { distance: number; text: string } | null = null
  const offer = (year: number, month: number): void => {
    const day = { y: year, m: month, d: d ?? 1 }
    if (!isDay(day)) return
    const distance = Math.abs(toSerial(day) - now + (d === undefined ? daysIn(year, month) / 2 : 0))
    if (best === null || distance < best.distance) best = { distance, text: iso(year, month, d) }
  }
  if (m === undefined) for (let months = -2; months <= 2; months += 1) {
    const total = today.y * 12 + today.m - 1 + months
    offer(Math.floor(total / 12), (total % 12) + 1)
  } else for (let year = today.y - YEARS_AROUND; year <= today.y + YEARS_AROUND; year += 1) offer(year, m)
  return (best as { text: string } | null)?.text ?? null
}
