import { Word } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import { iso, type Day } from './calendar.ts'
import { yearOfEra } from './eras.ts'
import { holidayAt } from './holidays.ts'
import { numericDate } from './numeric.ts'
import { lastWeekday } from './nth-weekday.ts'
import { bareMonth, decade, fromOrdinal, fromPeriodWord } from './periods.ts'
import type { Piece } from './piece.ts'
import { dayAt, fromDay, fromMonth, fromYear, monthAt, skipWeekday, weekdayAt } from './points.ts'
import { quarterCode, yearAndQuarter } from './quarters.ts'
import { fromCount } from './counts.ts'
import { fromDayWord, fromRelativeWord, fromWeekday } from './relative.ts'
import { fromUnitWord } from './weeks.ts'
import { countedStretch } from './stretches.ts'
import { spelledYear, yearAt } from './years.ts'

/** The date that begins at a token, without what stands before it ("since", "early") and what may follow ("to June"). */
export function coreAt(r: Reading, at: number, today: Day | null): Piece | null {
  const isCued = r.word(at - 1) === 'on'
  if (r.isNumber(at)) return fromNumber(r, at, today, isCued)
  if (r.has(at, Word.feast)) {
    const piece = holidayAt(r, at)
    if (piece) return piece
  }
  if (r.has(at, Word.month)) return fromMonth(r, at) ?? bareMonth(r, at, today)
  if (r.has(at, Word.weekday)) return datedWeekday(r, at, today) ?? fromWeekday(r, at, today)
  if (r.has(at, Word.relative)) {
    const piece = lastWeekday(r, at, today) ?? countedStretch(r, at, today) ?? fromRelativeWord(r, at, today)
    if (piece) return withBracket(r, piece)
  }
  if (r.has(at, Word.timeUnit)) {
    const piece = fromUnitWord(r, at, today) ?? fromDayWord(r, at, today)
    if (piece) return piece
  }
  if (r.has(at, Word.period)) {
    const piece = fromPeriodWord(r, at, today)
    if (piece) return piece
  }
  if (r.has(at, Word.ordinal | Word.cardinal | Word.denominator | Word.opener)) return fromWords(r, at, today)
  return null
}

function fromNumber(r: Reading, at: number, today: Day | null, isCued: boolean): Piece | null {
  const next = r.has(at + 1, Word.ordinal | Word.month | Word.timeUnit | Word.relative | Word.period) || !r.isWord(at + 1)
  // "in 4.22" and "on 4/22"; "at 4.22" is a time of day or a price.
  const numeric = numericDate(r, at, isCued || (r.word(at - 1) === 'in' && r.word(at).length <= 5 && /^\d\d?\.\d\d$/.test(r.word(at)) && !r.isWord(at + 1) && !r.has(at + 1, Word.percent | Word.currencySign)))
  if (numeric) return numeric
  if (r.isHan(at + 1)) return hanDate(r, at)
  if (next || (r.isCapitalised(at + 1) && r.word(at + 2) === '.') || r.word(at + 1) === 'of' || (r.isGlued(at + 1) && /^(?:st|nd|rd|th|s)$/.test(r.word(at + 1)))) {
    const piece = fromDay(r, at) ?? decade(r, at) ?? (r.isWord(at + 1) && r.isGlued(at + 1) ? fromOrdinal(r, at, today) : null) ?? ofEra(r, at)
    if (piece) return piece
  }
  if (r.has(at, Word.year)) {
    // "2014/15": a season or a school year.
    const y = Number(r.word(at))
    if (r.word(at + 1) === '/' && r.isGlued(at + 1) && r.isGlued(at + 2) && r.word(at + 2).length === 2 && Number(r.word(at + 2)) === (y + 1) % 100 && !(r.isGlued(at + 3) && /^[\p{L}\d/-]/u.test(r.word(at + 3)))) return { from: at, to: at + 3, stretch: { first: String(y), last: String(y + 1) } }
    const third = r.word(at + 1) === 'the' ? fromOrdinal(r, at + 2, today) : null
    if (third && third.timex?.startsWith('XXXX-Q')) {
      const first = Number(third.timex.slice(6)) * 3 - 2
      const month = (m: number): string => `${r.word(at)}-${String(m).padStart(2, '0')}`
      return { from: at, to: third.to, stretch: { first: month(first), last: month(first + 2) } }
    }
    const piece = fromYear(r, at) ?? yearAndQuarter(r, at) ?? yearAt(r, at)
    if (piece) return piece
  }
  return fromCount(r, at, today) ?? (r.has(at + 1, Word.period) && r.isGlued(at + 1) ? quarterCode(r, at, today) : null) ?? bareDay(r, at, isCued)
}

/** How far behind the first word of a day or an ordinal its month or its unit may stand: "twenty-first and the twenty-second centuries". */
const REACH = 10
const OF_ORDINALS = Word.timeUnit | Word.weekday | Word.denominator

function fromWords(r: Reading, at: number, today: Day | null): Piece | null {
  const ahead = r.ahead(at, REACH)
  return ((ahead & Word.month) !== 0 ? fromDay(r, at) : null) ?? ((ahead & OF_ORDINALS) !== 0 ? fromOrdinal(r, at, today) : null) ?? decade(r, at) ?? fromCount(r, at, today)
    ?? cuedYear(r, at) ?? bareDay(r, at, r.word(at - 1) === 'on')
}

const BEFORE_YEAR = new Set('in since of by until during before after from to'.split(' '))
/** "in nineteen twenty-eight", "in two thousand and eighteen". */
function cuedYear(r: Reading, at: number): Piece | null {
  // "nineteen eighty-four" is no other number; "twelve fifty" and "two thousand" may be.
  const isCued = BEFORE_YEAR.has(r.word(at - 1)) || r.word(at) === 'nineteen' || r.word(at) === 'eighteen'
  const year = isCued ? spelledYear(r, at) : null
  return year && year.y >= 1100 && !(r.isWord(year.to) && r.word(year.to).endsWith('s')) && !r.has(year.to, Word.percent | Word.currencyWord | Word.unit) ? { from: at, to: year.to, y: year.y } : null
}

const ofEra = (r: Reading, at: number): Piece | null => {
  const year = yearOfEra(r, at)
  return year && { from: at, ...year }
}

/** "Monday, January 12th, 2016", "Thursday the 21st", "Friday 7/6": the date says which day it is. */
function datedWeekday(r: Reading, at: number, today: Day | null): Piece | null {
  if (weekdayAt(r, at) === null) return null
  const next = skipWeekday(r, at)
  if (r.isNumber(next)) {
    const piece = fromDay(r, next) ?? numericDate(r, next, true)
    if (piece) return { ...piece, from: at }
  } else if (monthAt(r, next) !== null) {
    const piece = fromMonth(r, next)
    if (piece) return { ...piece, from: at, to: r.word(next - 1) === '(' && r.word(piece.to) === ')' ? piece.to + 1 : piece.to }
  }
  if (r.word(next - 1) !== 'the') return null
  const day = dayAt(r, next)
  if (!day) return null
  return fromDay(r, next) ? { ...fromDay(r, next)!, from: at } : today || !r.isWord(day.to) || !day.isBare ? { from: at, to: day.to, d: day.d } : null
}

/** "this Friday (Jun-15)": the bracket says it again, more exactly. */
function withBracket(r: Reading, piece: Piece): Piece {
  if (r.word(piece.to) !== '(' || !piece.timex?.startsWith('XXXX-WXX') || monthAt(r, piece.to + 1) === null) return piece
  const dated = fromMonth(r, piece.to + 1)
  return dated && r.word(dated.to) === ')' ? { ...piece, to: dated.to + 1 } : piece
}

/** "on the 27th", "for the 21st", "on 15": a day of a month that is not named, at the end of what is said. */
function bareDay(r: Reading, at: number, isCued: boolean): Piece | null {
  const isThe = r.word(at - 1) === 'the' && /^(?:on|for|by|until|till|from|since|before)$/.test(r.word(at - 2))
  if (!isCued && !isThe) return null
  const day = dayAt(r, at)
  if (!day || (r.isWord(day.to) && !(day.to > at + 1 && !day.isBare && /^(?:to|and|with|at|in|until|it|he|she|they|we)$/.test(r.word(day.to)))) || r.isNumber(day.to) || r.has(day.to, Word.percent | Word.currencySign | Word.unit)) return null
  if (r.isGlued(day.to) && /^[-/:(]$/.test(r.word(day.to))) return null
  // "built on the first" speaks of things in order; "the twenty-second" is a day.
  return day.isWord && (day.isBare || day.to === at + 1) ? null : { from: at, to: day.to, d: day.d }
}

const HAN_DATE = /(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/y

/** "20世纪", "20世纪90年代" */
const HAN_CENTURY = /(\d{1,2})世纪(?:(\d0)年代)?/y

/** "2019年10月24日", "20世纪90年代" */
function hanDate(r: Reading, at: number): Piece | null {
  const match = exec(HAN_DATE, r, at)
  if (match) return { ...placed(r, at, match), y: Number(match[1]), ...(match[2] ? { m: Number(match[2]) } : {}), ...(match[3] ? { d: Number(match[3]) } : {}) }
  const century = exec(HAN_CENTURY, r, at)
  if (!century) return null
  const first = (Number(century[1]) - 1) * 100 + (century[2] === undefined ? 1 : Number(century[2]))
  return { ...placed(r, at, century), stretch: { first: iso(first), last: iso(first + (century[2] === undefined ? 99 : 9)) } }
}

function exec(pattern: RegExp, r: Reading, at: number): RegExpExecArray | null {
  pattern.lastIndex = r.start(at)
  return pattern.exec(r.text)
}

/** The tokens and the end of what a pattern found from a token on. */
function placed(r: Reading, at: number, match: RegExpExecArray): { from: number; to: number; end: number } {
  const end = r.start(at) + match[0].length
  let to = at + 1
  while (to < r.to && r.start(to) < end) to += 1
  return { from: at, to, end }
}
