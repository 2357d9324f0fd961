import type { FactOf, Hedge } from '../fact.ts'
import { told, type Figure, type Read } from '../figure.ts'
import { hedgeAfter, hedgeBefore } from '../hedges.ts'
import { Word } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import { LONG_WORDS, TIME_UNITS } from '../words/calendar.ts'
import { isHyphen, timeUnitAt } from './units.ts'
import { readDuration } from './read.ts'
import { vagueCountAt, type VagueCount } from './vague.ts'

/** Lengths of time without a figure: "all day", "a full week", "another month", "several days", "a year-long study", "for an hour". */
export function readUnnumbered(r: Reading, at: number): Read<FactOf<'duration'>> | null {
  const long = longAt(r, at)
  if (long) return one(r, at, long)
  if (!r.has(at, Word.opener)) return null
  const word = r.word(at)
  const vague = vagueCountAt(r, at)
  if (vague) return several(r, at, vague)
  if (word === 'a' || word === 'an') {
    if (WHOLE.has(r.word(at + 1))) return wholeUnit(r, at, at + 1)
    return longAt(r, at + 1) ? one(r, at + 1, longAt(r, at + 1)!) : readArticle(r, at)
  }
  if (WHOLE.has(word)) return wholeUnit(r, at, at)
  return word === 'another' && !NOT_MORE.has(r.word(at - 1)) && r.has(at + 1, Word.timeUnit) && IS_WHOLE.has(r.word(at + 1)) && !isHyphen(r.word(at + 2)) ? one(r, at, at + 2) : null
}

const WHOLE = new Set(['all', 'whole', 'full', 'entire'])
/** Units that are one whole: "all second" and "full quarter" are about something else. */
const IS_WHOLE = new Set(['minute', 'hour', 'day', 'week', 'month', 'year', 'decade'])
/** "on another day" is a different one, not one more. */
const NOT_MORE = new Set(['on', 'of', 'at', 'from', 'to', 'yet'])

/** "all day", "full-month", "the whole year"; `at` is the word that says whole. */
function wholeUnit(r: Reading, from: number, at: number): Read<FactOf<'duration'>> | null {
  const unit = isHyphen(r.word(at + 1)) && r.isGlued(at + 1) && r.isGlued(at + 2) ? at + 2 : at + 1
  return r.has(unit, Word.timeUnit) && IS_WHOLE.has(r.word(unit)) && !isHyphen(r.word(unit + 1)) ? one(r, from, unit + 1) : null
}

/** The token behind "month-long" or "weeklong" at a token; 0 where there is none. */
function longAt(r: Reading, at: number): number {
  if (!r.has(at, Word.timeUnit)) return 0
  if (LONG_WORDS[r.word(at)] !== undefined) return at + 1
  return isHyphen(r.word(at + 1)) && r.isGlued(at + 1) && r.word(at + 2) === 'long' && !/s$/.test(r.word(at)) ? at + 3 : 0
}

/** One of a unit; the unit is the last word, or the one before "-long". */
function one(r: Reading, from: number, to: number): Read<FactOf<'duration'>> | null {
  const name = r.word(to - 1) === 'long' ? r.word(to - 3) : LONG_WORDS[r.word(to - 1)] ?? r.word(to - 1)
  const unit = TIME_UNITS[name]
  if (!unit) return null
  return told(r, counted(r, from, to, unit.count, 'exact'), to, { kind: 'duration', unit: unit.unit })
}

const ASKS_FOR_LENGTH = new Set('for in after within over about took take takes taking lasted last lasts spent spend than only during'.split(' '))
/** "several days"; "some days he came" tells no length. */
function several(r: Reading, at: number, { value, hedge, to }: VagueCount): Read<FactOf<'duration'>> | null {
  if (r.word(at) === 'some' && !ASKS_FOR_LENGTH.has(r.word(at - 1))) return null
  const unit = timeUnitAt(r, to)
  if (!unit) return null
  const { fact } = told<FactOf<'duration'>>(r, counted(r, at, to, value, hedge), unit.to, { kind: 'duration', unit: unit.unit }, { factor: unit.count })
  return { fact, to: unit.to }
}

function counted(r: Reading, from: number, to: number, value: number, hedge: Hedge): Figure {
  // "over several years" is during them; "more than a couple" is a comparison.
  const before = hedge !== 'exact' && r.word(from - 1) !== 'than' ? null : hedgeBefore(r, from)
  return {
    low: { from, to, value, step: 0, isShare: false, isSpelled: true, isScaled: false }, high: null, hedge: before?.hedge ?? hedge,
    hedgeFrom: before?.from ?? from, from, to, end: r.end(to - 1), currency: null, rangeFrom: from,
  }
}

const BEFORE_ONE = new Set('for in within after over under about than least nearly almost around only just per once lasted lasting lasts last took takes take every of'.split(' '))
/** "for a year", "within an hour", "a year or so": one unit, where the words beside it ask for a length. */
function readArticle(r: Reading, at: number): Read<FactOf<'duration'>> | null {
  if (!r.has(at + 1, Word.timeUnit) || (!BEFORE_ONE.has(r.word(at - 1)) && hedgeAfter(r, at + 2)?.hedge !== 'about')) return null
  return readDuration(r, counted(r, at, at + 1, 1, 'exact'))
}
