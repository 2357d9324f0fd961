import { timeUnitAt } from '../durations/units.ts'
import { vagueCountAt } from '../durations/vague.ts'
import { Word } from '../lexicon.ts'
import { readQuantity } from '../quantity.ts'
import type { Reading } from '../reading.ts'
import { DAY_WORDS } from '../words/calendar.ts'
import { comingWeekday, DAYS_PER_WEEK, shifted, UNKNOWN, weekday, type Unit } from './away.ts'
import { addBusinessDays, addMonths, isoOf, toDay, toSerial, weekdayOf, type Day } from './calendar.ts'
import type { Piece } from './piece.ts'
import { weekdayAt } from './points.ts'

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
  if (vague) return { from: at, to: anchor.to, stretch: UNKNOWN, relative: { from: anchor.from, unit: parts[0]!.unit, offset: anchor.sign * parts[0]!.count }, hedge: 'about' }
  if (!anchor) {
    if (!isBusiness || r.word(at - 1) !== 'in' || at - 1 < r.floor || !today) return null
    const text = isoOf(addBusinessDays(toSerial(today), parts[0]!.count))
    return { from: at - 1, to: next, stretch: { first: text, last: text } }
  }
  const finest = parts.at(-1)!.unit
  const largest = parts[0]!
  if (anchor.from === 'text') return { from: at, to: anchor.to, stretch: UNKNOWN, relative: { from: 'text', unit: largest.unit, offset: anchor.sign * largest.count } }
  if (sundays !== null) {
    const piece = weekday(anchor.day, sundays, 0)
    if (!anchor.day) return { from: at, to: anchor.to, ...piece, relative: { from: 'article', unit: 'week', offset: anchor.sign * largest.count } }
    const now = toSerial(anchor.day)
    const ahead = (sundays - weekdayOf(now) + DAYS_PER_WEEK) % DAYS_PER_WEEK || DAYS_PER_WEEK
    const text = isoOf(anchor.sign > 0 ? now + ahead + (largest.count - 1) * DAYS_PER_WEEK : now + ahead - DAYS_PER_WEEK * largest.count)
    return { from: at, to: anchor.to, stretch: { first: text, last: text } }
  }
  if (parts.length === 1) return { from: at, to: anchor.to, ...shifted(anchor.day, largest.unit, anchor.sign * largest.count), relative: { from: 'article', unit: largest.unit, offset: anchor.sign * largest.count } }
  if (!anchor.day || (finest !== 'day' && finest !== 'week')) return { from: at, to: anchor.to, ...shifted(null, largest.unit, anchor.sign * largest.count) }
  const months = parts.reduce((sum, { unit, count }) => sum + (unit === 'year' ? 12 * count : unit === 'month' ? count : 0), 0)
  const days = parts.reduce((sum, { unit, count }) => sum + (unit === 'day' ? count : unit === 'week' ? DAYS_PER_WEEK * count : 0), 0)
  const text = isoOf(toSerial(toDay(toSerial(addMonths(anchor.day, anchor.sign * months)))) + anchor.sign * days)
  return { from: at, to: anchor.to, stretch: { first: text, last: text }, relative: { from: 'article', unit: largest.unit, offset: anchor.sign * largest.count } }
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
export const isCounting = (r: Reading, at: number): boolean => (r.ahead(at, UNIT_REACH) & (Word.timeUnit | Word.weekday)) !== 0

const LARGEST_FIRST: readonly Unit[] = ['century', 'decade', 'year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second']

/** "two", "a", "a few" in front of a unit of time, and the token behind. */
export function countAt(r: Reading, at: number): { value: number; to: number } | null {
  const vague = r.has(at, Word.opener) ? vagueCountAt(r, at) : null
  if (vague) return vague
  if (r.word(at) === 'a' || r.word(at) === 'an') return r.has(at + 1, Word.timeUnit) ? { value: 1, to: at + 1 } : null
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
