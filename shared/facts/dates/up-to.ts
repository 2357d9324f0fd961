import { timeUnitAt } from '../durations/units.ts'
import type { Relative } from '../fact.ts'
import type { Reading } from '../reading.ts'
import { addMonths, dayOf, iso, isoOf, toSerial, type Day } from './calendar.ts'
import { coreAt } from './cores.ts'
import { stretchOf, type Piece } from './piece.ts'
import { countAt, isCounting } from './counts.ts'

const ENDS = new Set(['ending', 'ended', 'through'])
const MONTHS_PER: Partial<Record<Relative['unit'], number>> = { month: 1, quarter: 3, year: 12 }

/**
 * "the 12 months to June 2019", "three months ended 31 March 2019", "the year to April 2020": so many months up to and with the date behind; `from` is the figure or "year".
 * "to" counts only behind an article: "from six months to May 2019" is something else.
 */
export function monthsUpTo(r: Reading, from: number, today: Day | null): Piece | null {
  const isYear = r.word(from) === 'year'
  if (!isYear && !isCounting(r, from)) return null
  const count = isYear ? { value: 1, to: from } : countAt(r, from)
  const unit = count && timeUnitAt(r, count.to)
  if (!unit) return null
  const at = unit.to
  const months = (MONTHS_PER[unit.unit] ?? 0) * count.value * unit.count
  if (!Number.isInteger(months) || months === 0 || !(ENDS.has(r.word(at)) || (r.word(at) === 'to' && r.word(from - 1) === 'the'))) return null
  const start = r.word(at + 1) === 'on' || r.word(at + 1) === 'in' ? at + 2 : at + 1
  const piece = coreAt(r, r.word(start) === 'the' ? start + 1 : start, today)
  const last = piece && stretchOf(piece, today).to
  if (!piece || !last) return null
  const first = firstOf(last, months)
  return first === null ? null : { from, to: piece.to, stretch: { first, last } }
}

/** The beginning of so many months that end with a month or a day; years count from the one before. */
function firstOf(last: string, months: number): string | null {
  const day = dayOf(last)
  if (day) return isoOf(toSerial(addMonths(day, -months)) + 1)
  const month = /^(\d{4})-(\d{2})$/.exec(last)
  if (month) {
    const { y, m } = addMonths({ y: Number(month[1]), m: Number(month[2]), d: 1 }, 1 - months)
    return iso(y, m)
  }
  return /^\d{4}$/.test(last) && months % 12 === 0 ? iso(Number(last) - months / 12) : null
}
