import type { Relative } from '../fact.ts'
import { isHyphen, timeUnitAt } from '../durations/units.ts'
import { vagueCountAt } from '../durations/vague.ts'
import { Word } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import { TIME_UNITS } from '../words/calendar.ts'
import { CARDINALS } from '../words/numbers.ts'
import { daysIn, iso, isoOf, toSerial, weekdayOf, type Day } from './calendar.ts'
import type { Piece } from './piece.ts'
import { monthAt, yearBehind } from './points.ts'
import { shifted, UNKNOWN, yearAway } from './away.ts'
import { countAt } from './counts.ts'
import { relativeUnitAt } from './relative.ts'

type Unit = Relative['unit']
const DAYS_PER_WEEK = 7
/** Units a date can be counted in; "the last 24 hours" is a length of time. */
const OF_DATES = new Set<Unit>(['day', 'week', 'month', 'quarter', 'year', 'decade', 'century'])
const BACK = new Set(['last', 'past', 'previous', 'preceding'])
const AHEAD = new Set(['next', 'coming', 'following'])
/** Counted from what is told, not from the article's day. */
const OF_TEXT = new Set(['previous', 'preceding', 'following'])
const OWNERS = /^(?:his|her|its|their|my|our|your)$|['’]s$/

/** "the past 3 weeks", "last two years", "the next few months": so many units up to a day or on from it; `at` is the word of direction. */
export function countedStretch(r: Reading, at: number, today: Day | null): Piece | null {
  const word = r.word(at)
  const isBack = BACK.has(word)
  if ((!isBack && !AHEAD.has(word)) || !r.has(at + 1, Word.digits | Word.cardinal | Word.scale | Word.opener)) return null
  const count = countAt(r, at + 1)
  const unit = count && timeUnitAt(r, count.to)
  // "his last three years" are counted from his death, "the next five-year plan" is a plan.
  if (!unit || !OF_DATES.has(unit.unit) || isHyphen(r.word(count.to)) || count.value <= 0) return null
  if (r.word(unit.to) === 'of') return word === 'last' ? edgeOf(r, at, unit.unit, count.value * unit.count, unit.to, false, today) : null
  if (OWNERS.test(r.word(at - 1))) return null
  const offset = (isBack ? -1 : 1) * count.value * unit.count
  const isOfText = OF_TEXT.has(word) || (isBack ? says(r, PAST_OF_PAST) : !says(r, FUTURE))
  const relative: Relative = { from: isOfText ? 'text' : 'article', unit: unit.unit, offset }
  if (vagueCountAt(r, at + 1)) return { from: at, to: unit.to, stretch: UNKNOWN, relative, hedge: 'about' }
  const other = isOfText ? null : shifted(today, unit.unit, offset).stretch?.first
  const now = today && nowIn(unit.unit, today)
  return { from: at, to: unit.to, stretch: other && now ? (isBack ? { first: other, last: now } : { first: now, last: other }) : UNKNOWN, relative }
}

const PAST_OF_PAST = new Set(['had'])
/** What tells of the future or the present: "the next two years" counts from the article's day. */
const FUTURE = new Set('will shall won’t won\'t is are has have plan plans planned expect expects expected aim aims intend intends hope hopes must should may can could to'.split(' '))
/** How far the words of the sentence are looked through for its tense. */
const REACH = 60
function says(r: Reading, words: ReadonlySet<string>): boolean {
  const last = Math.min(r.to, r.from + REACH)
  for (let at = r.from; at < last; at += 1) if (words.has(r.word(at))) return true
  return false
}

const nowIn = (unit: Unit, today: Day): string => (unit === 'day' || unit === 'week' ? iso(today.y, today.m, today.d) : unit === 'month' || unit === 'quarter' ? iso(today.y, today.m) : iso(today.y))

/** "the first six months of 2019", "first two weeks of May", "first nine months this year"; `at` is "first", `next` the token behind it. */
export function firstUnits(r: Reading, at: number, next: number, today: Day | null): Piece | null {
  if (!r.has(next, Word.digits | Word.cardinal)) return null
  // "the first three quarters" are no three fourths.
  const quarters = r.has(next, Word.cardinal) && r.word(next + 1) === 'quarters' ? CARDINALS[r.word(next)] : undefined
  const count = quarters === undefined ? countAt(r, next) : { value: quarters, to: next + 1 }
  const unit = count && timeUnitAt(r, count.to)
  return unit && !isHyphen(r.word(count.to)) ? edgeOf(r, at, unit.unit, count.value * unit.count, unit.to, true, today) : null
}

const MONTHS_PER: Partial<Record<Unit, number>> = { month: 1, quarter: 3 }
const DAYS_PER: Partial<Record<Unit, number>> = { day: 1, week: DAYS_PER_WEEK }

/** So many units at the beginning or the end of a year or a month; `to` is the token behind the unit. */
function edgeOf(r: Reading, from: number, unit: Unit, count: number, to: number, isFirst: boolean, today: Day | null): Piece | null {
  const of = r.word(to) === 'of' ? to + 1 : to
  const months = (MONTHS_PER[unit] ?? 0) * count
  const days = (DAYS_PER[unit] ?? 0) * count
  if (months === 0 && days === 0) return null
  const inYear = yearTold(r, to, today)
  if (inYear && Number.isInteger(months) && months <= 12) return { from, to: inYear.to, ...(inYear.relative ? { relative: inYear.relative } : {}), stretch: inYear.y === null ? UNKNOWN : stretchIn(inYear.y, months, days, isFirst) }
  const m = of > to && months === 0 ? monthAt(r, of) : null
  if (m === null) return null
  const year = yearBehind(r, of + 1)
  const y = year?.y ?? (today ? today.y : null)
  if (y === null || days > daysIn(y, m)) return { from, to: year?.to ?? of + 1, stretch: UNKNOWN }
  const last = daysIn(y, m)
  return { from, to: year?.to ?? of + 1, stretch: isFirst ? { first: iso(y, m, 1), last: iso(y, m, days) } : { first: iso(y, m, last - days + 1), last: iso(y, m, last) } }
}

function stretchIn(y: number, months: number, days: number, isFirst: boolean): { first: string; last: string } {
  if (months > 0) return isFirst ? { first: iso(y, 1), last: iso(y, months) } : { first: iso(y, 13 - months), last: iso(y, 12) }
  const start = toSerial({ y, m: 1, d: 1 })
  const end = toSerial({ y, m: 12, d: 31 })
  return isFirst ? { first: isoOf(start), last: isoOf(start + days - 1) } : { first: isoOf(end - days + 1), last: isoOf(end) }
}

/** "of 2019", "of the year", "of last year", "this year"; `y` is null where it hangs on the article's date and that is not known. */
function yearTold(r: Reading, at: number, today: Day | null): { y: number | null; to: number; relative?: Relative } | null {
  const year = r.word(at) === 'of' || r.word(at) === 'in' ? yearBehind(r, at) : null
  if (year) return year
  const away = relativeUnitAt(r, at)
  const told = away?.unit === 'year' ? away : r.word(at) === 'of' && r.word(at + 1) === 'the' && r.word(at + 2) === 'year' ? { offset: 0, to: at + 3 } : null
  return told && { y: yearAway(today, told.offset), to: told.to, relative: { from: 'article', unit: 'year', offset: told.offset } }
}

/** "the first week of May", "third week of January 2012": seven days each from the first of the month, the last one to its end. */
export function weekOfMonth(r: Reading, from: number, at: number, number: number, today: Day | null): Piece | null {
  const m = r.word(at) === 'of' || r.word(at) === 'in' ? monthAt(r, at + 1) : null
  if (m === null || number > 5) return null
  const year = yearBehind(r, at + 2)
  const y = year?.y ?? today?.y
  const to = year?.to ?? at + 2
  const timex = `XXXX-${String(m).padStart(2, '0')}-W${String(number).padStart(2, '0')}`
  if (y === undefined) return { from, to, stretch: UNKNOWN, timex }
  const first = (number - 1) * DAYS_PER_WEEK + 1
  const last = Math.min(first + DAYS_PER_WEEK - 1, daysIn(y, m))
  return first > last ? null : { from, to, stretch: { first: iso(y, m, first), last: iso(y, m, last) }, ...(year ? {} : { timex }) }
}

/** "rest of the year", "rest of this week", "the remainder of 2019"; `at` is "rest". */
export function restOf(r: Reading, at: number, today: Day | null): Piece | null {
  const away = relativeUnitAt(r, at + 1)
  const of = r.word(at + 1) === 'of' ? at + 2 : at + 1
  if (away) return { from: at, to: away.to, stretch: today && away.offset === 0 ? { first: iso(today.y, today.m, today.d), last: lastDayOf(away.unit, today) } : UNKNOWN, relative: { from: 'article', unit: away.unit, offset: away.offset } }
  if (r.has(of, Word.year) && of === at + 2) return { from: at, to: of + 1, y: Number(r.word(of)) }
  const unit = r.word(of) === 'the' && r.has(of + 1, Word.timeUnit) ? TIME_UNITS[r.word(of + 1)] : undefined
  return unit && OF_DATES.has(unit.unit) && unit.unit !== 'day' && !/s$/.test(r.word(of + 1)) ? { from: at, to: of + 2, stretch: UNKNOWN, relative: { from: 'text', unit: unit.unit, offset: 0 } } : null
}

function lastDayOf(unit: Unit, today: Day): string {
  const { y, m } = today
  if (unit === 'week') return isoOf(toSerial(today) + DAYS_PER_WEEK - weekdayOf(toSerial(today)))
  return unit === 'month' ? iso(y, m, daysIn(y, m)) : iso(y, 12, 31)
}
