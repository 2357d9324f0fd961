import type { FactOf } from '../fact.ts'
import { told, type Figure, type Read } from '../figure.ts'
import { hedgeAfter } from '../hedges.ts'
import { tidy } from '../interval.ts'
import { Word } from '../lexicon.ts'
import { readQuantity } from '../quantity.ts'
import type { Reading } from '../reading.ts'
import { isHyphen, smallerUnits, timeUnitAt, type UnitAt } from './units.ts'

/** Lengths of time and ages told in figures: "two years", "30-year-long", "3h", "2 hours 30 minutes", "aged 60", "10 months old". Not "20 years ago", which is a date. */
export function readDuration(r: Reading, figure: Figure): Read<FactOf<'duration'>> | null {
  if (figure.currency) return null
  const isOf = figure.low.isShare && r.has(figure.to + 2, Word.timeUnit) && r.word(figure.to) === 'of' && /^an?$/.test(r.word(figure.to + 1))
  const joined = r.word(figure.to) === 'and' ? unitsAndTens(r, figure) : null
  const counts = joined ?? figure
  // "20-odd years", "ten or more days": the hedge stands between.
  // "thousands of years"
  const isLoose = figure.low.hedge !== undefined && r.word(figure.to) === 'of'
  const unit = timeUnitAt(r, isOf ? figure.to + 2 : isLoose ? figure.to + 1 : counts.to) ?? behindHedge(r, figure.to)
  if (!unit) return ageBefore(r, figure)
  // "One day, he left": some day.
  if (figure.from === r.from && figure.low.value === 1 && figure.low.isSpelled && unit.unit === 'day' && !figure.high) return null
  let { to } = unit
  // "an hour and a half" is said of the unit, "two and a half hours" of the number.
  const half = counts.low.value >= 1 && r.word(to) === 'and' ? (/^an?$/.test(r.word(to + 1)) && r.word(to + 2) === 'half' ? 3 : r.word(to + 1) === 'half' && !r.isWord(to + 2) ? 2 : 0) : 0
  to += half
  const smaller = half === 0 && !figure.high && Number.isInteger(counts.low.value) ? smallerUnits(r, unit) : { value: 0, to }
  to = Math.max(to, smaller.to)
  const old = ageAfter(r, to)
  const long = isHyphen(r.word(to)) && r.isGlued(to) && r.word(to + 1) === 'long' ? to + 2 : to
  const more = half > 0 ? 0.5 : smaller.value
  const counted = more > 0 ? { ...counts, low: { ...counts.low, value: tidy(counts.low.value + more) } } : counts
  const isAnother = figure.hedge === 'exact' && figure.hedgeFrom - 1 >= r.floor && r.word(figure.hedgeFrom - 1) === 'another'
  return told(r, isAnother ? { ...counted, hedgeFrom: figure.hedgeFrom - 1 } : counted, old ?? long, old === null ? { kind: 'duration', unit: unit.unit } : { kind: 'duration', unit: unit.unit, age: true }, { factor: unit.count })
}

/** The unit behind a hedge that stands behind the figure. */
function behindHedge(r: Reading, at: number): UnitAt | null {
  const hedge = r.has(at + 1, Word.timeUnit) || r.has(at + 2, Word.timeUnit) ? hedgeAfter(r, at) : null
  return hedge && timeUnitAt(r, hedge.to)
}

const TENS = 10
/** "twenty and four hours", as it was said; not "between twenty and four". */
function unitsAndTens(r: Reading, figure: Figure): Figure | null {
  const { low } = figure
  if (figure.high || !low.isSpelled || low.value % TENS !== 0 || low.value === 0 || low.value >= TENS * TENS || /^(?:between|both)$/.test(r.word(figure.hedgeFrom - 1)) || !r.has(figure.to + 1, Word.cardinal)) return null
  const units = readQuantity(r, figure.to + 1)
  return units && units.value > 0 && units.value < TENS && Number.isInteger(units.value) && timeUnitAt(r, units.to) ? { ...figure, low: { ...low, to: units.to, value: low.value + units.value }, to: units.to, end: r.end(units.to - 1) } : null
}

/** "60 years old", "3 years of age", "18-year-old". */
function ageAfter(r: Reading, at: number): number | null {
  const next = isHyphen(r.word(at)) && r.isGlued(at) ? at + 1 : at
  if (r.word(next) === 'old' || r.word(next) === 'olds') return next + 1
  return r.word(at) === 'of' && r.word(at + 1) === 'age' ? at + 2 : null
}

const OLDEST = 150
/** "aged 60", "age 87", "at the age of 30". */
function ageBefore(r: Reading, figure: Figure): Read<FactOf<'duration'>> | null {
  const { low } = figure
  if (low.value > OLDEST || low.isShare || low.isScaled || r.has(figure.to, Word.percent | Word.unit | Word.currencyWord)) return null
  const start = Math.min(figure.hedgeFrom, figure.rangeFrom)
  const last = start - 1
  const age = r.word(last) === 'of' && r.word(last - 1) === 'age' ? last - 1 : last
  const word = age >= r.floor ? r.word(age) : ''
  if (word !== 'aged' && word !== 'age' && word !== 'ages') return null
  return told(r, { ...figure, hedgeFrom: age, from: start === figure.from ? age : figure.from }, figure.to, { kind: 'duration', unit: 'year', age: true })
}
