import type { FactOf } from '../fact.ts'
import { Word } from '../lexicon.ts'
import { readQuantity } from '../quantity.ts'
import type { Reading } from '../reading.ts'
import { GLUED_TIME_UNITS, SECONDS_IN, TIME_UNITS } from '../words/calendar.ts'

export interface UnitAt { unit: FactOf<'duration'>['unit']; count: number; to: number }

/** Words between a count and its unit of time: "ten working days", "five more years", "four long years". */
const BETWEEN = new Set('business calendar consecutive full working straight more long whole entire further additional successive solid extra trading short'.split(' '))
export const isHyphen = (word: string): boolean => word === '-' || word === '‐' || word === '‑'

/** Before a dash and a single letter no longer figure is a count. */
const LONGEST_COUNT = 3

/** A unit of time at a token, perhaps behind a dash ("3-day", "30-minutes", "three-year-old") or an article ("half an hour"). */
export function timeUnitAt(r: Reading, start: number): UnitAt | null {
  let at = start
  // Most figures stand before no unit of time: bits are looked at before words.
  if (!r.has(at, Word.timeUnit)) {
    if (r.isGlued(at + 1) && r.has(at, Word.dash) && isHyphen(r.word(at))) at += 1
    else if (r.has(at, Word.opener) && r.word(at - 1) === 'half' && (r.word(at) === 'a' || r.word(at) === 'an')) at += 1
    if (r.has(at + 1, Word.timeUnit) && BETWEEN.has(r.word(at))) at += 1
    if (!r.has(at, Word.timeUnit)) return null
  }
  const word = r.word(at)
  const unit = TIME_UNITS[word]
  // "24-h" is a length, "17997-h" a number of something.
  if (at > start && word.length === 1 && r.end(start - 1) - r.start(start - 1) > LONGEST_COUNT) return null
  if (!unit || (word.length <= 2 && GLUED_TIME_UNITS.has(word) && !r.isGlued(at))) return null
  // "three quarter finals": a quarter is a length of time in the plural only.
  if (word === 'quarter' || (word === 'min' && r.isCapitalised(at))) return null
  return { unit: unit.unit, count: unit.count, to: at + 1 }
}

/** "2 hours 30 minutes", "two years and three months", "1h 30m", "a year and a day": smaller units behind a larger one, counted in the larger. */
export function smallerUnits(r: Reading, { unit, count, to }: UnitAt): { value: number; to: number } {
  let sum = 0
  let end = to
  for (let last = unit; ;) {
    const part = smallerAt(r, end, last)
    if (!part) return { value: sum / count, to: end }
    sum += (part.value * SECONDS_IN[part.unit]) / SECONDS_IN[unit]
    last = part.unit
    end = part.to
  }
}

function smallerAt(r: Reading, behind: number, larger: UnitAt['unit']): { value: number; unit: UnitAt['unit']; to: number } | null {
  let at = r.word(behind) === ',' ? behind + 1 : behind
  if (r.word(at) === 'and') at += 1
  const isOne = at > behind && /^an?$/.test(r.word(at))
  if (!isOne && !r.has(at, Word.digits | Word.cardinal)) return null
  const count = isOne ? { value: 1, to: at + 1 } : readQuantity(r, at)
  if (!count) return null
  // "1h 30m"
  const isMinutes = larger === 'hour' && r.word(count.to) === 'm' && r.isGlued(count.to)
  const found = isMinutes ? { unit: 'minute' as const, count: 1, to: count.to + 1 } : timeUnitAt(r, count.to)
  if (!found || SECONDS_IN[found.unit] >= SECONDS_IN[larger] || isHyphen(r.word(count.to))) return null
  return { value: count.value * found.count, unit: found.unit, to: found.to }
}
