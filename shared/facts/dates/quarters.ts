import { Word } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import type { Day } from './calendar.ts'
import type { Piece } from './piece.ts'
import { shortYear, yearBehind } from './points.ts'
import { monthsOf, ofYearAway } from './away.ts'
import { relativeUnitAt } from './relative.ts'

/** A quarter or half of a year: "of 2016", "this year", "next year’s", or of no year told. */
export function partOfYear(r: Reading, from: number, to: number, months: number, number: number, today: Day | null, needsYear: boolean): Piece | null {
  const first = (number - 1) * months + 1
  const year = yearBehind(r, to)
  if (year) return { from, to: year.to, stretch: monthsOf(year.y, first, months) }
  const away = relativeUnitAt(r, to)
  if (away?.unit === 'year') return ofYearAway(from, away.to, first, months, today, away.offset)
  if (r.word(to) === 'of' && r.word(to + 1) === 'the' && r.word(to + 2) === 'year') return ofYearAway(from, to + 3, first, months, today, 0)
  return needsYear ? null : { ...ofYearAway(from, to, first, months, null, 0), timex: `XXXX-Q${number}` }
}

const MONTHS_IN: Readonly<Record<string, number>> = { q: 3, h: 6 }

/** The letter of a quarter or half and its number, in either order: "Q3", "3Q", "H1"; `at` is the first of the two. */
function codeAt(r: Reading, at: number): { months: number; number: number; to: number } | null {
  const letter = MONTHS_IN[r.word(at)] === undefined ? at + 1 : at
  const digit = letter === at ? at + 1 : at
  const months = MONTHS_IN[r.word(letter)]
  if (months === undefined || !r.isCapitalised(letter) || !r.isGlued(at + 1) || !/^[1-4]$/.test(r.word(digit)) || Number(r.word(digit)) > 12 / months) return null
  return { months, number: Number(r.word(digit)), to: at + 2 }
}

/** "Q3 2022", "Q3 of last year", "3Q22", "H1 2019", "Q1"; a half only with its year. */
export function quarterCode(r: Reading, at: number, today: Day | null): Piece | null {
  const code = codeAt(r, at)
  if (!code) return null
  const { months, number, to } = code
  const first = (number - 1) * months + 1
  const apostrophe = /^['’]$/.test(r.word(to)) ? to + 1 : to
  // "1H19": a digit in front, the year glued on.
  if (r.isNumber(apostrophe) && r.isGlued(to) && r.isGlued(apostrophe) && /^\d\d$/.test(r.word(apostrophe)) && !r.isGlued(apostrophe + 1)) {
    const y = shortYear(Number(r.word(apostrophe)))
    return { from: at, to: apostrophe + 1, stretch: monthsOf(y, first, months) }
  }
  if (r.isGlued(to) && (r.isNumber(to) || r.isWord(to))) return null
  const isDigitFirst = r.isNumber(at)
  return partOfYear(r, at, to, months, number, today, months === 6 || isDigitFirst)
}

/** "2022 Q3", "2022Q3", "2019-H1"; `at` is the year. */
export function yearAndQuarter(r: Reading, at: number): Piece | null {
  const next = r.word(at + 1) === '-' && r.isGlued(at + 1) && r.isGlued(at + 2) ? at + 2 : at + 1
  const code = r.has(next, Word.period) && MONTHS_IN[r.word(next)] !== undefined ? codeAt(r, next) : null
  if (!code || (r.isGlued(code.to) && (r.isNumber(code.to) || r.isWord(code.to)))) return null
  const y = Number(r.word(at))
  const first = (code.number - 1) * code.months + 1
  return { from: at, to: code.to, stretch: monthsOf(y, first, code.months) }
}
