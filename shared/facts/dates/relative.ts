import type { Relative } from '../fact.ts'
import { Word } from '../lexicon.ts'
import { GENITIVE, NameWord } from '../name-lexicon.ts'
import { readOrdinal } from '../quantity.ts'
import type { Reading } from '../reading.ts'
import { DAY_WORDS, SEASONS, TIME_UNITS } from '../words/calendar.ts'
import { comingWeekday, DAYS_PER_WEEK, ofYearAway, seasonOf, shifted, unitAround, UNKNOWN, weekday, yearOfMonth, type Unit } from './away.ts'
import { isoOf, toSerial, weekdayOf, type Day } from './calendar.ts'
import type { Piece } from './piece.ts'
import { dayAt, monthAt, weekdayAt } from './points.ts'

const DIRECTIONS: Readonly<Record<string, number>> = { last: -1, past: -1, previous: -1, this: 0, current: 0, next: 1, coming: 1, following: 1 }

const BEHIND_DIRECTION = Word.timeUnit | Word.weekday | Word.month | Word.period | Word.digits | Word.cardinal | Word.scale | Word.opener
/** Whether "this", "last" or "same" may begin a date, by the word behind it: mostly they do not. */
export function mayBeDirection(r: Reading, at: number): boolean {
  if (r.has(at + 1, Word.timeUnit)) return true
  const word = r.word(at)
  if (word === 'that') return false
  return r.has(at + 1, BEHIND_DIRECTION) || r.is(at + 1, NameWord.genitive) || r.word(at + 1) === 'weekend' || r.word(at + 1) === 'night' || (word !== 'this' && DAY_WORDS[word] !== undefined)
}

/** "today", "last year", "next week on Friday", "this June", "the same month"; `at` is its first word. */
export function fromRelativeWord(r: Reading, at: number, today: Day | null): Piece | null {
  const word = r.word(at)
  const days = DAY_WORDS[word]
  if (days !== undefined) return { from: at, to: at + 1, ...shifted(today, 'day', days) }
  if (word === 'same' || word === 'that') {
    if (word === 'that' && !/^(?:in|of|by|during|until|since|after|before|at|there|on)$/.test(r.word(at - 1)) && r.isWord(at + 2)) return null
    const unit = r.has(at + 1, Word.timeUnit) && (word === 'same' || r.word(at + 1) === 'year') ? TIME_UNITS[r.word(at + 1)] : undefined
    return unit && /^(?:day|week|month|year|decade|century)$/.test(r.word(at + 1)) ? { from: at, to: at + 2, stretch: UNKNOWN, relative: { from: 'text', unit: unit.unit, offset: 0 } } : null
  }
  const direction = DIRECTIONS[word]
  // "last night"
  if (word === 'last' && r.word(at + 1) === 'night') return { from: at, to: at + 2, ...shifted(today, 'day', -1) }
  if (direction === undefined) return null
  return fromDirection(r, at, at + 1, direction, today)
}

const OWNERS = new Set(['week', 'month', 'quarter', 'year', 'decade', 'century'])
/** "year" of "last year’s"; '' where no genitive of a unit of time stands. */
const genitiveOf = (r: Reading, at: number): string => {
  if (!r.is(at, NameWord.genitive)) return ''
  const word = r.word(at).slice(0, -GENITIVE)
  return OWNERS.has(word) ? word : ''
}

/** "last year’s budget", "next year’s third quarter": the unit without its ending. */
function ofOwner(r: Reading, from: number, at: number, owner: string, direction: number, today: Day | null): Piece {
  const { unit } = TIME_UNITS[owner]!
  const part = unit === 'year' ? quarterAt(r, at + 1) : null
  if (part) return ofYearAway(from, part.to, part.first, part.months, today, direction)
  const isFollowing = r.word(from) === 'following'
  const told: Pick<Piece, 'stretch' | 'relative'> = isFollowing ? { stretch: UNKNOWN, relative: { from: 'text', unit, offset: 1 } } : unitAround(today, unit, direction)
  return { from, to: at + 1, end: r.end(at) - GENITIVE, ...told }
}

/** "third-quarter", "first half" behind "last year’s". */
function quarterAt(r: Reading, at: number): { first: number; months: number; to: number } | null {
  const ordinal = r.has(at, Word.ordinal | Word.digits) ? readOrdinal(r, at) : null
  if (!ordinal) return null
  const next = r.word(ordinal.to) === '-' ? ordinal.to + 1 : ordinal.to
  const months = r.word(next) === 'quarter' ? 3 : r.word(next) === 'half' ? 6 : 0
  return months === 0 || ordinal.value > 12 / months ? null : { first: (ordinal.value - 1) * months + 1, months, to: next + 1 }
}

function fromDirection(r: Reading, from: number, at: number, direction: number, today: Day | null): Piece | null {
  const isFollowing = r.word(from) === 'following'
  const owner = genitiveOf(r, at)
  if (owner !== '') return ofOwner(r, from, at, owner, direction, today)
  const unit = r.has(at, Word.timeUnit) && !/s$/.test(r.word(at)) && r.word(at).length > 2 ? TIME_UNITS[r.word(at)] : undefined
  if (unit && unit.count === 1 && unit.unit !== 'second' && unit.unit !== 'minute' && unit.unit !== 'hour') {
    if (unit.unit === 'day' && direction === 0) return null
    if (isFollowing) return { from, to: at + 1, stretch: UNKNOWN, relative: { from: 'text', unit: unit.unit, offset: 1 } }
    if (unit.unit === 'week') {
      // "next week on Friday", "last week Sunday"
      const day = r.word(at + 1) === 'on' ? at + 2 : at + 1
      const w = weekdayAt(r, day)
      if (w !== null) return { from, to: day + 1, ...weekday(today, w, direction) }
    }
    // "the last century" and "the past decade" are stretches as loose as their figures; "the last day of May" is no date from now.
    if (r.word(at + 1) === 'of' && unit.unit !== 'year') return null
    return { from, to: at + 1, ...(unit.unit === 'day' ? shifted(today, 'day', direction) : unitAround(today, unit.unit, direction)) }
  }
  const w = weekdayAt(r, at)
  if (w !== null) return { from, to: at + 1, ...weekday(today, w, direction) }
  const m = monthAt(r, at)
  if (m !== null && (r.isCapitalised(at) || r.word(at).length > 3)) {
    const day = dayAt(r, at + 1)
    const to = day && !(r.isWord(day.to) && day.isBare) ? day.to : at + 1
    const y = today ? yearOfMonth(today, m, direction) : undefined
    const timex = day && to > at + 1 ? undefined : `XXXX-${String(m).padStart(2, '0')}`
    return y === undefined ? { from, to, m, ...(to > at + 1 ? { d: day!.d } : {}) } : { from, to, y, m, ...(to > at + 1 ? { d: day!.d } : {}), ...(timex ? { timex } : {}) }
  }
  const season = r.has(at, Word.period) ? SEASONS[r.word(at)] : undefined
  if (season !== undefined) {
    const relative: Relative = { from: isFollowing ? 'text' : 'article', unit: 'year', offset: direction }
    if (!today || isFollowing) return { from, to: at + 1, stretch: UNKNOWN, relative }
    return { from, to: at + 1, ...seasonOf(today.y + direction, season), relative }
  }
  if (r.word(at) === 'weekend') {
    if (!today) return { from, to: at + 1, stretch: UNKNOWN, relative: { from: 'article', unit: 'week', offset: direction } }
    const saturday = toSerial(today) - weekdayOf(toSerial(today)) + 6 + direction * DAYS_PER_WEEK
    return { from, to: at + 1, stretch: { first: isoOf(saturday), last: isoOf(saturday + 1) }, relative: { from: 'article', unit: 'week', offset: direction } }
  }
  return null
}

/** A direction and a unit behind a date's first part ("Friday next week", "20th of next month", "June next year", "the third quarter this year"): the unit, how many away, and the token behind. */
export function relativeUnitAt(r: Reading, at: number): { unit: Unit; offset: number; to: number } | null {
  let next = r.word(at) === 'of' || r.word(at) === 'in' ? at + 1 : at
  if (r.word(next) === 'the') next += 1
  if (!r.has(next, Word.relative) || !r.has(next + 1, Word.timeUnit)) return null
  const direction = DIRECTIONS[r.word(next)]
  const unit = TIME_UNITS[r.word(next + 1)]
  return direction === undefined || !unit || !/^(?:week|month|year)$/.test(r.word(next + 1)) ? null : { unit: unit.unit, offset: direction, to: next + 2 }
}

/** "Friday", "Friday next week", "on Tues"; `at` is the day of the week. */
export function fromWeekday(r: Reading, at: number, today: Day | null): Piece | null {
  const w = weekdayAt(r, at)
  if (w === null || (r.word(at).endsWith('days') && r.isCapitalised(at))) return null
  // "Friday week" is a week after the Friday to come.
  if (r.word(at + 1) === 'week' && r.isCapitalised(at) && !(r.isWord(at + 2) && !/^(?:and|or|but|at|in|to|for|with)$/.test(r.word(at + 2)))) return { from: at, to: at + 2, ...comingWeekday(today, w, 1) }
  const week = relativeUnitAt(r, at + 1)
  return week && week.unit === 'week' ? { from: at, to: week.to, ...weekday(today, w, week.offset) } : { from: at, to: r.word(at + 1) === '.' && r.word(at).length <= 4 && r.isGlued(at + 1) && at + 2 < r.to ? at + 2 : at + 1, ...weekday(today, w, null) }
}

/** "the day after tomorrow", "the day before yesterday"; `at` is "day". */
export function fromDayWord(r: Reading, at: number, today: Day | null): Piece | null {
  if (r.word(at) !== 'day') return null
  const word = r.word(at + 1)
  const days = word === 'after' || word === 'before' ? DAY_WORDS[r.word(at + 2)] : undefined
  return days === undefined ? null : { from: at, to: at + 3, ...shifted(today, 'day', days + (word === 'after' ? 1 : -1)) }
}
