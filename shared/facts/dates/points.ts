import { Word } from '../lexicon.ts'
import { readOrdinal, readQuantity } from '../quantity.ts'
import type { Reading } from '../reading.ts'
import { MONTHS, WEEKDAYS, WORDLIKE_MONTHS, WORDLIKE_WEEKDAYS } from '../words/calendar.ts'
import type { Piece } from './piece.ts'
import { spelledYear } from './years.ts'

/** The month a token names, or null; "may", "march" and short forms in small letters only beside a day or a year. */
export function monthAt(r: Reading, at: number): number | null {
  return r.has(at, Word.month) ? MONTHS[r.word(at)]! : null
}

/** Whether a month name alone, without day or year, is one here: "in March", not "they march". */
export const isSureMonth = (r: Reading, at: number): boolean => r.isCapitalised(at) || !WORDLIKE_MONTHS.has(r.word(at)) && r.word(at).length > 3

export function weekdayAt(r: Reading, at: number): number | null {
  if (!r.has(at, Word.weekday)) return null
  // "the Sun", "I sat"
  return WORDLIKE_WEEKDAYS.has(r.word(at)) && (!r.isCapitalised(at) || r.isCapitals(at) || r.word(at - 1) === 'the' || (r.word(at) === 'sun' && !isDatedSun(r, at))) ? null : WEEKDAYS[r.word(at)]!
}

const BEFORE_SUN = new Set('on next last this past coming every each to until till through from by - – , ('.split(' '))
/** "on Sun", "Sun 5 May": a star in all other places. */
const isDatedSun = (r: Reading, at: number): boolean => BEFORE_SUN.has(r.word(at - 1)) || r.isNumber(at + 1) || r.has(at + 1, Word.month) || (r.word(at + 1) === ',' && (r.isNumber(at + 2) || r.has(at + 2, Word.month)))

const LAST_DAY = 31

/** A day of the month: "4", "4th", "fourth", "twenty-first"; `isBare` where the digits carry no ending. */
export function dayAt(r: Reading, at: number): { d: number; to: number; isBare: boolean; isWord: boolean } | null {
  if (r.isNumber(at)) {
    const ordinal = readOrdinal(r, at)
    if (ordinal) return ordinal.value <= LAST_DAY && ordinal.value > 0 ? { d: ordinal.value, to: ordinal.to, isBare: false, isWord: false } : null
    return r.end(at) - r.start(at) <= 2 && /^(?:0?[1-9]|[12]\d|3[01])$/.test(r.word(at)) && !(r.isGlued(at + 1) && r.isWord(at + 1)) ? { d: Number(r.word(at)), to: at + 1, isBare: true, isWord: false } : null
  }
  if (!r.has(at, Word.ordinal | Word.cardinal)) return null
  const ordinal = readOrdinal(r, at)
  if (ordinal) return ordinal.value <= LAST_DAY ? { d: ordinal.value, to: ordinal.to, isBare: false, isWord: true } : null
  const cardinal = readQuantity(r, at)
  return cardinal && Number.isInteger(cardinal.value) && cardinal.value >= 1 && cardinal.value <= LAST_DAY && !cardinal.isScaled ? { d: cardinal.value, to: cardinal.to, isBare: true, isWord: true } : null
}

/** A year behind a month or a day: digits or words, perhaps behind a comma or "of". */
export function yearBehind(r: Reading, at: number): { y: number; to: number } | null {
  let next = at
  if (r.word(next) === ',' || r.word(next) === '.') next += 1
  if (r.word(next) === 'of' || r.word(next) === 'in') next += 1
  if (r.has(next, Word.year) && !(r.isGlued(next + 1) && (r.isWord(next + 1) || r.word(next + 1) === '%' || (/^[’']$/.test(r.word(next + 1)) && r.word(next + 2) === 's')))) return { y: Number(r.word(next)), to: next + 1 }
  const spelled = next === at || r.word(at) === ',' || r.word(at) === 'of' ? spelledYear(r, next) : null
  if (spelled) return spelled
  return r.isNumber(next + 1) && /^['’‘]$/.test(r.word(next)) && r.isGlued(next + 1) && r.word(next + 1).length === 2 && !(r.isGlued(next + 2) && (r.isWord(next + 2) || r.isNumber(next + 2))) ? { y: shortYear(Number(r.word(next + 1))), to: next + 2 } : null
}

const PIVOT = 69
/** "'98" and "04/16": two digits from 70 on are of the last century, as POSIX reads them. */
export const shortYear = (digits: number): number => digits + (digits > PIVOT ? 1900 : 2000)

/** "May 4th, 2019", "October 24", "Jan-1", "May twenty-first", "May 2015", "September the twenty-first nineteen seventy-eight"; `at` is the month. */
export function fromMonth(r: Reading, at: number): Piece | null {
  const m = monthAt(r, at)
  if (m === null) return null
  let next = at + 1
  if (r.word(next) === '.' && r.isGlued(next)) next += 1
  const joined = /^[-/]$/.test(r.word(next)) && r.isGlued(next) && r.isGlued(next + 1) ? next + 1 : r.word(next) === ',' ? next + 1 : next
  const start = r.word(joined) === 'the' ? joined + 1 : joined
  const isDigits = r.isNumber(start)
  const day = (isDigits || (!WORDLIKE_MONTHS.has(r.word(at)) || r.isCapitalised(at) || r.has(start, Word.ordinal | Word.cardinal))) && r.has(start, Word.digits | Word.ordinal | Word.cardinal) ? dayAt(r, start) : null
  // "May 5 million", "in May 20 people": the figure counts something, unless a year follows or nothing counted does.
  if (day && !(r.word(next) === ',' && day.isBare && !r.isNumber(start)) && !spelledYear(r, start)) {
    const year = yearBehind(r, day.to)
    if (year) return { from: at, to: year.to, y: year.y, m, d: day.d }
    if (!(day.isBare && isCounted(r, day.to)) && !(joined !== next && r.word(next) === ',' && day.isBare)) return { from: at, to: day.to, m, d: day.d }
  }
  const year = yearBehind(r, next)
  if (year) return { from: at, to: year.to, y: year.y, m }
  return null
}

/** Whether what follows a bare figure makes it a count: "in May 20 people", "5 million", "5 %". */
function isCounted(r: Reading, at: number): boolean {
  if (r.has(at, Word.scale | Word.percent | Word.currencyWord) && !/^(?:a|s|n|b|c|r|us|can)$/.test(r.word(at))) return true
  if (/^[:%/]$/.test(r.word(at)) && r.isGlued(at)) return true
  return r.isWord(at) && !r.isCapitalised(at) && r.word(at).endsWith('s') && !/^(?:is|was|has|as|its|his|this|us)$/.test(r.word(at))
}

/** "24 Oct 2019", "the 4th of March", "1-jan", "16. Nov. 2016", "tenth of September, two thousand"; `at` is the day. */
export function fromDay(r: Reading, at: number): Piece | null {
  const day = dayAt(r, at)
  if (!day) return null
  let next = day.to
  if ((r.word(next) === '.' || r.word(next) === '-' || r.word(next) === '/') && r.isGlued(next) && (r.word(next) === '.' || r.isGlued(next + 1))) next += 1
  if (r.word(next) === 'of') next += 1
  const m = monthAt(r, next)
  if (m === null || (day.isWord && day.isBare)) return null
  // "the 12 may": a verb.
  if (WORDLIKE_MONTHS.has(r.word(next)) && !r.isCapitalised(next) && !r.isGlued(next) && next === day.to && r.word(at - 1) !== 'on' && !yearBehind(r, next + 1)) return null
  next += 1
  if (r.word(next) === '.' && r.isGlued(next) && (r.has(next + 1, Word.year) || next + 1 === r.to)) next += r.has(next + 1, Word.year) ? 1 : 0
  const glued = r.word(next) === '-' && r.isGlued(next) && r.isNumber(next + 1) ? yearBehind(r, next + 1) ?? twoDigits(r, next + 1) : null
  const year = glued ?? yearBehind(r, next)
  return { from: at, to: year?.to ?? next, m, d: day.d, ...(year ? { y: year.y } : {}) }
}

/** The year of "11-Sep-01". */
const twoDigits = (r: Reading, at: number): { y: number; to: number } | null => (/^\d\d$/.test(r.word(at)) && r.isGlued(at) && !(r.isGlued(at + 1) && (r.isWord(at + 1) || /^[-/%]$/.test(r.word(at + 1)))) ? { y: shortYear(Number(r.word(at))), to: at + 1 } : null)

/** "Monday, January 12th, 2016", "Friday the 22nd", "friday 7/6" are left to their date; `at` is the day of the week. */
export function skipWeekday(r: Reading, at: number): number {
  let next = at + 1
  if (r.word(next) === '.' && r.isGlued(next)) next += 1
  if (r.word(next) === ',') next += 1
  if (r.word(next) === '(') next += 1
  if (r.word(next) === 'the') next += 1
  return next
}

/** "2018 June", "2016, Nov": a year before its month. */
export function fromYear(r: Reading, at: number): Piece | null {
  if (!r.has(at, Word.year)) return null
  const next = r.word(at + 1) === ',' ? at + 2 : at + 1
  const m = monthAt(r, next)
  // "in 2016 May said …" is a name as likely; only where no day follows and the month is printed alone.
  if (m !== null && r.isNumber(next + 1)) {
    // "2010 April 6"
    const day = dayAt(r, next + 1)
    return day && (r.isCapitalised(next) || r.isGlued(next)) && !isCounted(r, day.to) && !yearBehind(r, day.to) ? { from: at, to: day.to, y: Number(r.word(at)), m, d: day.d } : null
  }
  if (m === null || (WORDLIKE_MONTHS.has(r.word(next)) && !r.isGlued(next)) || r.isWord(next + 1)) return null
  return { from: at, to: next + 1, y: Number(r.word(at)), m }
}
