import type { FactOf } from './fact.ts'
import { valuesOf, type Figure, type Read } from './figure.ts'
import { hedgeBefore } from './hedges.ts'
import { Word } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { GLUED_TIME_UNITS, TIME_UNITS } from './words/calendar.ts'

/** Lengths of time and ages: "two years", "30-year-long", "3h", "aged 60", "10 months old". Not "20 years ago", which is a date. */
export function readDuration(r: Reading, figure: Figure): Read<FactOf<'duration'>> | null {
  if (figure.currency) return null
  const unit = timeUnitAt(r, figure.low.isShare && r.word(figure.to) === 'of' && /^an?$/.test(r.word(figure.to + 1)) ? figure.to + 2 : figure.to)
  if (!unit) return ageBefore(r, figure)
  let { to } = unit
  // "an hour and a half" is said of the unit, "two and a half hours" of the number.
  const half = figure.low.value >= 1 && r.word(to) === 'and' ? (/^an?$/.test(r.word(to + 1)) && r.word(to + 2) === 'half' ? 3 : r.word(to + 1) === 'half' && !r.isWord(to + 2) ? 2 : 0) : 0
  to += half
  const old = ageAfter(r, to)
  const long = r.word(to) === '-' && r.isGlued(to) && r.word(to + 1) === 'long' ? to + 2 : to
  const counted = half > 0 ? { ...figure, low: { ...figure.low, value: figure.low.value + 0.5 } } : figure
  const { values, to: behind } = valuesOf(r, counted, old ?? long, { factor: unit.count })
  return { fact: { kind: 'duration', ...values, unit: unit.unit, ...(old === null ? {} : { age: true }) }, to: behind }
}

type UnitAt = { unit: FactOf<'duration'>['unit']; count: number; to: number }

const BEFORE_ONE = new Set('for in within after over under about than least nearly almost around only just per once lasted lasting lasts last took takes take every of'.split(' '))
/** "for a year", "within an hour": one unit, where the words before ask for a length. */
export function readArticleDuration(r: Reading, at: number): Read<FactOf<'duration'>> | null {
  if (!/^an?$/.test(r.word(at)) || !BEFORE_ONE.has(r.word(at - 1)) || !r.has(at + 1, Word.timeUnit)) return null
  const one = { from: at, to: at + 1, value: 1, step: 0, isShare: false, isSpelled: true, isScaled: false }
  const before = hedgeBefore(r, at)
  return readDuration(r, { low: one, high: null, hedge: before?.hedge ?? 'exact', hedgeFrom: before?.from ?? at, from: at, to: at + 1, end: r.end(at), currency: null, rangeFrom: at })
}

/** A unit of time at a token, perhaps behind a dash ("3-day", "30-minutes", "three-year-old") or an article ("half an hour"). */
export function timeUnitAt(r: Reading, start: number): UnitAt | null {
  let at = start
  if (/^[-‐‑]$/.test(r.word(at)) && r.isGlued(at + 1)) at += 1
  if (/^an?$/.test(r.word(at)) && r.word(at - 1) === 'half') at += 1
  if (r.word(at) === 'business' || r.word(at) === 'calendar' || r.word(at) === 'consecutive' || r.word(at) === 'full') at += 1
  if (!r.has(at, Word.timeUnit)) return null
  const word = r.word(at)
  if (GLUED_TIME_UNITS.has(word) && !r.isGlued(at)) return null
  // "three quarter finals": a quarter is a length of time in the plural only.
  if (word === 'quarter' || (word === 'min' && r.isCapitalised(at))) return null
  return { ...TIME_UNITS[word]!, to: at + 1 }
}

/** "60 years old", "3 years of age", "18-year-old". */
function ageAfter(r: Reading, at: number): number | null {
  const next = /^[-‐‑]$/.test(r.word(at)) && r.isGlued(at) ? at + 1 : at
  if (r.word(next) === 'old' || r.word(next) === 'olds') return next + 1
  return r.word(at) === 'of' && r.word(at + 1) === 'age' ? at + 2 : null
}

const OLDEST = 150
/** "aged 60", "age 87", "at the age of 30". */
function ageBefore(r: Reading, figure: Figure): Read<FactOf<'duration'>> | null {
  const { low } = figure
  if (low.value > OLDEST || low.isShare || low.isScaled || r.has(figure.to, Word.percent | Word.unit | Word.currencyWord)) return null
  const last = figure.hedgeFrom - 1
  const age = r.word(last) === 'of' && r.word(last - 1) === 'age' ? last - 1 : last
  const word = age >= r.floor ? r.word(age) : ''
  if (word !== 'aged' && word !== 'age' && word !== 'ages') return null
  const { values, to } = valuesOf(r, { ...figure, hedgeFrom: age, from: figure.hedgeFrom === figure.from ? age : figure.from }, figure.to)
  return { fact: { kind: 'duration', ...values, unit: 'year', age: true }, to }
}
