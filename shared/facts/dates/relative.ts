import type { Relative } from '../fact.ts'
import { timeUnitAt } from '../durations/units.ts'
import { vagueCountAt } from '../durations/vague.ts'
import { Word } from '../lexicon.ts'
import { NameWord } from '../name-lexicon.ts'
import { readOrdinal, readQuantity } from '../quantity.ts'
import type { Reading } from '../reading.ts'
import { DAY_WORDS, SEASONS, TIME_UNITS } from '../words/calendar.ts'
import { addBusinessDays, addMonths, iso, isoOf, toDay, toSerial, weekdayOf, type Day } from './calendar.ts'
import type { Piece } from './piece.ts'
import { dayAt, monthAt, weekdayAt } from './points.ts'

type Unit = Relative['unit']
const DAYS_PER_WEEK = 7

const LONGEST_OFFSET = 100_000
/** So many units from a day, at the precision of the unit: "two years ago" is a year, "three weeks ago" a day. */
export function shifted(today: Day | null, unit: Unit, offset: number): Pick<Piece, 'stretch' | 'relative'> {
  const relative: Relative = { from: 'article', unit, offset }
  // Millions of years ago there was no calendar.
  if (!today || Math.abs(offset) > LONGEST_OFFSET) return { stretch: { first: null, last: null }, relative }
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
    default: return { stretch: { first: null, last: null }, relative }
  }
}

/** The whole unit around a day, so many units away: "last week" is Monday to Sunday, "this decade" ten years. */
function unitAround(today: Day | null, unit: Unit, offset: number): Pick<Piece, 'stretch' | 'relative'> {
  const relative: Relative = { from: 'article', unit, offset }
  if (!today) return { stretch: { first: null, last: null }, relative }
  const stretch = (first: string, last: string): Pick<Piece, 'stretch' | 'relative'> => ({ stretch: { first, last }, relative })
  switch (unit) {
    case 'week': {
      const monday = toSerial(today) - weekdayOf(toSerial(today)) + 1 + offset * DAYS_PER_WEEK
      return stretch(isoOf(monday), isoOf(monday + DAYS_PER_WEEK - 1))
    }
    case 'quarter': {
      const { y, m } = addMonths({ ...today, d: 1 }, offset * 3)
      const first = Math.floor((m - 1) / 3) * 3 + 1
      return stretch(iso(y, first), iso(y, first + 2))
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
function weekday(today: Day | null, w: number, weeks: number | null): Pick<Piece, 'stretch' | 'timex' | 'relative'> {
  const timex = weeks === null ? { timex: `XXXX-WXX-${w}` } : { relative: { from: 'article', unit: 'week', offset: weeks } as Relative, timex: `XXXX-WXX-${w}` }
  if (!today) return { stretch: { first: null, last: null }, ...timex }
  const now = toSerial(today)
  const behind = (weekdayOf(now) - w + DAYS_PER_WEEK) % DAYS_PER_WEEK
  // News tells of the days just gone: the nearest, and of two equally near the past one.
  const serial = weeks === null ? (behind <= 3 ? now - behind : now + DAYS_PER_WEEK - behind) : now - weekdayOf(now) + w + weeks * DAYS_PER_WEEK
  const text = isoOf(serial)
  return { stretch: { first: text, last: text }, ...timex }
}

const DIRECTIONS: Readonly<Record<string, number>> = { last: -1, past: -1, previous: -1, this: 0, current: 0, next: 1, coming: 1, following: 1 }

/** "today", "last year", "next week on Friday", "this June", "the same month"; `at` is its first word. */
export function fromRelativeWord(r: Reading, at: number, today: Day | null): Piece | null {
  const word = r.word(at)
  const days = DAY_WORDS[word]
  if (days !== undefined) return { from: at, to: at + 1, ...shifted(today, 'day', days) }
  if (word === 'same' || word === 'that') {
    if (word === 'that' && !/^(?:in|of|by|during|until|since|after|before|at|there|on)$/.test(r.word(at - 1)) && r.isWord(at + 2)) return null
    const unit = r.has(at + 1, Word.timeUnit) && (word === 'same' || r.word(at + 1) === 'year') ? TIME_UNITS[r.word(at + 1)] : undefined
    return unit && /^(?:day|week|month|year|decade|century)$/.test(r.word(at + 1)) ? { from: at, to: at + 2, stretch: { first: null, last: null }, relative: { from: 'text', unit: unit.unit, offset: 0 } } : null
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
  const word = r.word(at).slice(0, -2)
  return OWNERS.has(word) ? word : ''
}

const GENITIVE = 2
/** "last year’s budget", "next year’s third quarter": the unit without its ending. */
function ofOwner(r: Reading, from: number, at: number, owner: string, direction: number, today: Day | null): Piece {
  const { unit } = TIME_UNITS[owner]!
  const part = unit === 'year' ? quarterAt(r, at + 1) : null
  if (part) {
    const y = yearAway(today, direction)
    return { from, to: part.to, stretch: y === null ? { first: null, last: null } : { first: iso(y, part.first), last: iso(y, part.first + part.months - 1) }, relative: { from: 'article', unit: 'year', offset: direction } }
  }
  const isFollowing = r.word(from) === 'following'
  const told: Pick<Piece, 'stretch' | 'relative'> = isFollowing ? { stretch: { first: null, last: null }, relative: { from: 'text', unit, offset: 1 } } : unitAround(today, unit, direction)
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
    if (isFollowing) return { from, to: at + 1, stretch: { first: null, last: null }, relative: { from: 'text', unit: unit.unit, offset: 1 } }
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
    const relative: Relative = { from: 'article', unit: 'year', offset: direction }
    if (!today) return { from, to: at + 1, stretch: { first: null, last: null }, relative }
    return { from, to: at + 1, ...seasonOf(today.y + direction, season), relative }
  }
  if (r.word(at) === 'weekend') {
    if (!today) return { from, to: at + 1, stretch: { first: null, last: null }, relative: { from: 'article', unit: 'week', offset: direction } }
    const saturday = toSerial(today) - weekdayOf(toSerial(today)) + 6 + direction * DAYS_PER_WEEK
    return { from, to: at + 1, stretch: { first: isoOf(saturday), last: isoOf(saturday + 1) }, relative: { from: 'article', unit: 'week', offset: direction } }
  }
  return null
}

/** "last March" is the one before, "this June" this year's, "next June" the one to come. */
function yearOfMonth(today: Day, m: number, direction: number): number {
  if (direction < 0) return m < today.m ? today.y : today.y - 1
  if (direction > 0) return m > today.m ? today.y : today.y + 1
  return today.y
}

/** Three months from the season's first; winter runs into the next year. */
export function seasonOf(y: number, first: number): { stretch: { first: string; last: string } } {
  const last = addMonths({ y, m: first, d: 1 }, 2)
  return { stretch: { first: iso(y, first), last: iso(last.y, last.m) } }
}

/** A direction and a unit behind a date's first part ("Friday next week", "20th of next month", "June next year", "the third quarter this year"): the unit, how many away, and the token behind. */
export function relativeUnitAt(r: Reading, at: number): { unit: Unit; offset: number; to: number } | null {
  let next = r.word(at) === 'of' || r.word(at) === 'in' ? at + 1 : at
  if (r.word(next) === 'the') next += 1
  const direction = DIRECTIONS[r.word(next)]
  const unit = r.has(next + 1, Word.timeUnit) ? TIME_UNITS[r.word(next + 1)] : undefined
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

/** "two years ago", "2 years 1 month 21 days ago", "two days from tomorrow", "three weeks later", "in four business days", "4 weeks in the future", "two Sundays from now"; `at` is the first figure. */
export function fromCount(r: Reading, at: number, today: Day | null): Piece | null {
  if (!isCounting(r, at)) return null
  const parts: { unit: Unit; count: number }[] = []
  let next = at
  let isBusiness = false
  let sundays: number | null = null
  for (let more = 0; more < 4; more += 1) {
    const start = more > 0 && /^(?:and|,)$/.test(r.word(next)) ? next + 1 : next
    const count = countAt(r, start)
    if (!count) break
    const w = parts.length === 0 ? weekdayAt(r, count.to) : null
    if (w !== null && (count.value > 1 || /s$/.test(r.word(count.to)))) {
      sundays = w
      parts.push({ unit: 'week', count: count.value })
      next = count.to + 1
      break
    }
    const unit = timeUnitAt(r, count.to)
    if (!unit || r.has(count.to, Word.percent)) break
    // "five years, three decades ago" are two lengths: behind a comma or "and" stands a smaller unit.
    if (start > next && LARGEST_FIRST.indexOf(unit.unit) <= LARGEST_FIRST.indexOf(parts.at(-1)!.unit)) break
    isBusiness = isBusiness || r.word(count.to) === 'business'
    parts.push({ unit: unit.unit, count: count.value * unit.count })
    next = unit.to
  }
  if (parts.length === 0) return null
  const ahead = weekAhead(r, at, next, parts, today)
  if (ahead) return ahead
  const anchor = anchorAt(r, next, today)
  const vague = anchor && vagueCountAt(r, at)
  // How many "a few years ago" are is not said.
  if (vague) return { from: at, to: anchor.to, stretch: { first: null, last: null }, relative: { from: anchor.from, unit: parts[0]!.unit, offset: anchor.sign * parts[0]!.count }, hedge: 'about' }
  if (!anchor) {
    if (!isBusiness || r.word(at - 1) !== 'in' || at - 1 < r.floor || !today) return null
    const text = isoOf(addBusinessDays(toSerial(today), parts[0]!.count))
    return { from: at - 1, to: next, stretch: { first: text, last: text } }
  }
  const finest = parts.at(-1)!.unit
  const largest = parts[0]!
  if (anchor.from === 'text') return { from: at, to: anchor.to, stretch: { first: null, last: null }, relative: { from: 'text', unit: largest.unit, offset: anchor.sign * largest.count } }
  if (sundays !== null) {
    const piece = weekday(anchor.day, sundays, 0)
    if (!anchor.day) return { from: at, to: anchor.to, ...piece, relative: { from: 'article', unit: 'week', offset: anchor.sign * largest.count } }
    const now = toSerial(anchor.day)
    const ahead = (sundays - weekdayOf(now) + DAYS_PER_WEEK) % DAYS_PER_WEEK || DAYS_PER_WEEK
    const text = isoOf(anchor.sign > 0 ? now + ahead + (largest.count - 1) * DAYS_PER_WEEK : now + ahead - DAYS_PER_WEEK * (largest.count + (ahead === DAYS_PER_WEEK ? 0 : 0)))
    return { from: at, to: anchor.to, stretch: { first: text, last: text } }
  }
  if (parts.length === 1) return { from: at, to: anchor.to, ...shifted(anchor.day, largest.unit, anchor.sign * largest.count), relative: { from: 'article', unit: largest.unit, offset: anchor.sign * largest.count } }
  if (!anchor.day || (finest !== 'day' && finest !== 'week')) return { from: at, to: anchor.to, ...shifted(null, largest.unit, anchor.sign * largest.count) }
  const months = parts.reduce((sum, { unit, count }) => sum + (unit === 'year' ? 12 * count : unit === 'month' ? count : 0), 0)
  const days = parts.reduce((sum, { unit, count }) => sum + (unit === 'day' ? count : unit === 'week' ? DAYS_PER_WEEK * count : 0), 0)
  const text = isoOf(toSerial(toDay(toSerial(addMonths(anchor.day, anchor.sign * months)))) + anchor.sign * days)
  return { from: at, to: anchor.to, stretch: { first: text, last: text }, relative: { from: 'article', unit: largest.unit, offset: anchor.sign * largest.count } }
}

/** The next day of its name after the article’s, and so many weeks on. */
function comingWeekday(today: Day | null, w: number, weeks: number): Pick<Piece, 'stretch' | 'timex'> {
  const timex = `XXXX-WXX-${w}`
  if (!today) return { stretch: { first: null, last: null }, timex }
  const now = toSerial(today)
  const text = isoOf(now + ((w - weekdayOf(now) + DAYS_PER_WEEK) % DAYS_PER_WEEK || DAYS_PER_WEEK) + weeks * DAYS_PER_WEEK)
  return { stretch: { first: text, last: text }, timex }
}

/** "a week on Friday", "two weeks from Tuesday"; `at` is the token behind the unit. */
function weekAhead(r: Reading, from: number, at: number, parts: readonly { unit: Unit; count: number }[], today: Day | null): Piece | null {
  const w = parts.length === 1 && parts[0]!.unit === 'week' && /^(?:on|from)$/.test(r.word(at)) ? weekdayAt(r, at + 1) : null
  // "two weeks from Monday to Friday" is a stretch.
  if (w === null || (r.word(at) === 'on' && !/^(?:an?|one)$/.test(r.word(from))) || /^(?:to|until|till|through|[-–])$/.test(r.word(at + 2))) return null
  return { from, to: at + 2, ...comingWeekday(today, w, parts[0]!.count) }
}

/** How many tokens may stand between a figure and its unit: "two and a half million years ago". */
const UNIT_REACH = 7
/** Whether anything a date is counted in stands behind a figure: most have none, and this spares them the reading. */
export function isCounting(r: Reading, at: number): boolean {
  for (let next = at + 1; next <= at + UNIT_REACH; next += 1) if (r.has(next, Word.timeUnit | Word.weekday)) return true
  return false
}

const LARGEST_FIRST: readonly Unit[] = ['century', 'decade', 'year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second']

export function countAt(r: Reading, at: number): { value: number; to: number } | null {
  const vague = r.has(at, Word.opener) ? vagueCountAt(r, at) : null
  if (vague) return vague
  if (/^an?$/.test(r.word(at))) return r.has(at + 1, Word.timeUnit) ? { value: 1, to: at + 1 } : null
  if (!r.has(at, Word.digits | Word.cardinal | Word.denominator)) return null
  const quantity = readQuantity(r, at)
  return quantity ? { value: quantity.value, to: quantity.to } : null
}

/** What a count is from: "ago", "from now", "before yesterday" (the article's date) or "later", "earlier" (what the text spoke of). */
function anchorAt(r: Reading, at: number, today: Day | null): { from: 'article' | 'text'; day: Day | null; sign: 1 | -1; to: number } | null {
  const word = r.word(at)
  const next = r.word(at + 1)
  const dayFrom = (days: number): Day | null => today && toDay(toSerial(today) + days)
  // "a week ago", "a week ago today"
  if (word === 'ago') return { from: 'article', day: dayFrom(DAY_WORDS[next] ?? 0), sign: -1, to: DAY_WORDS[next] === undefined ? at + 1 : at + 2 }
  if (word === 'hence') return { from: 'article', day: today, sign: 1, to: at + 1 }
  if (word === 'later' || word === 'afterwards' || word === 'after' && !r.isWord(at + 1)) return { from: 'text', day: null, sign: 1, to: at + 1 }
  if (word === 'earlier' || word === 'before' && !r.isWord(at + 1)) return { from: 'text', day: null, sign: -1, to: at + 1 }
  if (word === 'from' && next === 'now') return { from: 'article', day: today, sign: 1, to: at + 2 }
  if (word === 'in' && next === 'the' && r.word(at + 2) === 'future') return { from: 'article', day: today, sign: 1, to: at + 3 }
  // "in five days’ time"
  if (/^['’]$/.test(word) && next === 'time') return { from: 'article', day: today, sign: 1, to: at + 2 }
  const days = (word === 'from' || word === 'after' || word === 'before') ? DAY_WORDS[next] : undefined
  return days === undefined ? null : { from: 'article', day: dayFrom(days), sign: word === 'before' ? -1 : 1, to: at + 2 }
}

/** "the day after tomorrow", "the day before yesterday"; `at` is "day". */
export function fromDayWord(r: Reading, at: number, today: Day | null): Piece | null {
  if (r.word(at) !== 'day') return null
  const word = r.word(at + 1)
  const days = word === 'after' || word === 'before' ? DAY_WORDS[r.word(at + 2)] : undefined
  return days === undefined ? null : { from: at, to: at + 3, ...shifted(today, 'day', days + (word === 'after' ? 1 : -1)) }
}

/** A stretch of the article's own year or month: which year "next year" is. */
export const yearAway = (today: Day | null, offset: number): number | null => (today ? today.y + offset : null)
