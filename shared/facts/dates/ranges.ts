import { Word } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import { addMonths, type Day } from './calendar.ts'
import { UNKNOWN } from './away.ts'
import { coreAt } from './cores.ts'
import type { Piece } from './piece.ts'
import { yearOfEra } from './eras.ts'
import { dayAt, fromDay, fromMonth, isSureMonth, monthAt, yearBehind } from './points.ts'
import { relativeUnitAt } from './relative.ts'

/** Two dates that mark a stretch, the words between them, and the token behind. */
export interface Range { first: Piece; last: Piece; from: number; to: number }

const JOINERS = new Set(['to', 'until', 'till', 'through', 'thru', '–', '—', '-', '‑'])
const isDash = (word: string): boolean => word === '–' || word === '—' || word === '-' || word === '‑'

const mayJoin = (r: Reading, at: number): boolean => r.has(at, Word.joiner) && (r.word(at) === 'and' || JOINERS.has(r.word(at)))

/** "from" or "between" before the first date; "the" may stand between. */
function openingOf(r: Reading, at: number): { word: string; from: number } {
  const before = r.word(at - 1) === 'the' ? at - 2 : at - 1
  const word = before >= r.floor ? r.word(before) : ''
  return word === 'from' || word === 'between' ? { word, from: before } : { word: '', from: at }
}

function joinerAt(r: Reading, at: number, opening: string): number | null {
  const word = r.word(at)
  return JOINERS.has(word) || (word === 'and' && opening === 'between') ? (r.word(at + 1) === 'the' ? at + 2 : at + 1) : null
}

/** The range a date opens, or null: "2016–2020", "Oct. 2 to October 22", "between May 2015 and 2018", "from Friday the 2nd until Tuesday the 6th". What one end leaves out, the other lends it. */
export function rangeFrom(r: Reading, first: Piece, today: Day | null): Range | null {
  if (!mayJoin(r, first.to)) return null
  const opening = openingOf(r, first.from)
  const next = joinerAt(r, first.to, opening.word)
  if (next === null) return null
  const last = shortEnd(r, first, first.to, next) ?? coreAt(r, next, today) ?? dayEnd(r, first, next) ?? earlyEnd(r, first, next)
  if (!last) return null
  const isYears = first.y !== undefined && first.m === undefined && last.y !== undefined && last.m === undefined
  if (isYears && last.y! <= first.y!) return null
  // "rose from 2015 to May" needs both ends to be dates of one kind, or a word that says so.
  if (isDash(r.word(next - 1)) && first.stretch && last.stretch === undefined) return null
  return { first: { ...first, ...lent(first, last) }, last: { ...last, ...lent(last, first) }, from: opening.from, to: last.to }
}

/** The month and year that one end of a range takes from the other. */
function lent(piece: Piece, other: Piece): Partial<Piece> {
  if (piece.stretch || other.stretch) return {}
  return { ...(piece.y === undefined && other.y !== undefined ? { y: other.y } : {}), ...(piece.m === undefined && piece.d !== undefined && other.m !== undefined ? { m: other.m } : {}) }
}

/** "2016–17", "1914-18". */
function shortEnd(r: Reading, first: Piece, joiner: number, next: number): Piece | null {
  if (first.y === undefined || first.m !== undefined || first.stretch || !isDash(r.word(joiner)) || !r.isNumber(next) || r.word(next).length !== 2 || (r.isGlued(next + 1) && (r.isWord(next + 1) || /^[-%/]$/.test(r.word(next + 1))))) return null
  const y = Math.floor(first.y / 100) * 100 + Number(r.word(next))
  return y > first.y ? { from: next, to: next + 1, y } : null
}

/** "AD 100 and 200": the era is said of both. */
function earlyEnd(r: Reading, first: Piece, next: number): Piece | null {
  return r.word(first.from) === 'ad' && first.y !== undefined && /^\d{2,4}$/.test(r.word(next)) && Number(r.word(next)) > first.y && !(r.isGlued(next + 1) && r.isWord(next + 1)) ? { from: next, to: next + 1, y: Number(r.word(next)) } : null
}

/** "May 2–4, 2016", "November 15th through the 19th". */
function dayEnd(r: Reading, first: Piece, next: number): Piece | null {
  if (first.d === undefined || first.stretch) return null
  const day = dayAt(r, next)
  if (!day || (day.isBare && r.isWord(day.to) && !r.isCapitalised(day.to) && r.word(day.to).endsWith('s'))) return null
  const year = yearBehind(r, day.to)
  return { from: next, to: year?.to ?? day.to, d: day.d, ...(first.m === undefined ? {} : { m: first.m }), ...(year ? { y: year.y } : {}) }
}

/** "January–March 2012", "Jan. to Mar. 2012": two months of one year; `at` is the first. */
export function rangeOfMonths(r: Reading, at: number): Range | null {
  const first = monthAt(r, at)
  const behind = r.word(at + 1) === '.' && r.isGlued(at + 1) ? at + 2 : at + 1
  if (first === null || !isSureMonth(r, at) || !mayJoin(r, behind)) return null
  const opening = openingOf(r, at)
  const next = joinerAt(r, behind, opening.word)
  const last = next === null || monthAt(r, next) === null ? null : fromMonth(r, next)
  if (!last || last.d !== undefined || last.y === undefined) return null
  return { first: { from: at, to: behind, m: first, y: first > last.m! ? last.y - 1 : last.y }, last, from: opening.from, to: last.to }
}

/** Ranges that begin with a bare day or a bare year: "2–4 May 2016", "from 3 until 12 of Sept", "4 to 23 next month", "2016–2020"; `at` is the number. */
export function rangeFromNumber(r: Reading, at: number, today: Day | null): Range | null {
  const joiner = r.isGlued(at + 1) && r.isWord(at + 1) && /^(?:st|nd|rd|th)$/.test(r.word(at + 1)) ? at + 2 : at + 1
  if (!mayJoin(r, joiner)) return null
  const opening = openingOf(r, at)
  const next = r.isGlued(at) && !/^[(“"]$/.test(r.word(at - 1)) ? null : joinerAt(r, joiner, opening.word)
  if (next === null) return null
  const ofEra = r.isNumber(next) && r.isCapitalised(next + 1) ? yearsOfEra(r, at, next) : null
  if (ofEra) return { ...ofEra, from: opening.from }
  if (r.has(at, Word.year)) {
    const first: Piece = { from: at, to: next - 1, y: Number(r.word(at)) }
    if (r.isGlued(at) && /[\p{L}\d$€£¥#/.,-]/u.test(r.text[r.start(at) - 1]!)) return null
    const isFigure = r.has(next + 1, Word.scale | Word.percent | Word.currencyWord | Word.unit) && r.isWord(next + 1) && r.word(next + 1).length > 2 || r.has(next + 1, Word.percent)
    const last = shortEnd(r, first, next - 1, next) ?? (r.has(next, Word.year) && !isFigure && !(r.isGlued(next + 1) && (r.isWord(next + 1) || /^[-%/.]$/.test(r.word(next + 1)) && r.isNumber(next + 2))) ? { from: next, to: next + 1, y: Number(r.word(next)) } : null)
    return last && last.y! > first.y! && isYearly(r, at, next, last) ? { first, last, from: opening.from, to: last.to } : null
  }
  const day = dayAt(r, at)
  if (!day) return null
  const end = fromDay(r, next)
  if (end) return { first: { from: at, to: day.to, d: day.d, ...(end.m === undefined ? {} : { m: end.m }), ...(end.y === undefined ? {} : { y: end.y }) }, last: end, from: opening.from, to: end.to }
  const last = dayAt(r, next)
  const away = last && relativeUnitAt(r, last.to)
  if (!last || away?.unit !== 'month') return null
  const month = today ? addMonths({ ...today, d: 1 }, away.offset) : null
  const of = (d: number, from: number, to: number): Piece => (month ? { from, to, y: month.y, m: month.m, d } : { from, to, stretch: UNKNOWN, relative: { from: 'article', unit: 'month', offset: away.offset } })
  return { first: of(day.d, at, day.to), last: of(last.d, next, last.to), from: opening.from, to: away.to }
}

/** "between 800 and 700 BCE", "43–42 BC", "100–200 AD": the era is said once and meant for both ends. */
function yearsOfEra(r: Reading, at: number, next: number): Omit<Range, 'from'> | null {
  const last = yearOfEra(r, next)
  if (!last || !/^\d{1,5}$/.test(r.word(at))) return null
  const y = last.y < 1 ? 1 - Number(r.word(at)) : Number(r.word(at))
  return y < last.y ? { first: { from: at, to: at + 1, y }, last: { from: next, ...last }, to: last.to } : null
}

/** "1000-5000 workers" is no stretch of years; years lie close to each other, or stand in brackets or behind a word that asks for a time. */
function isYearly(r: Reading, at: number, next: number, last: Piece): boolean {
  const first = Number(r.word(at))
  if (last.y! - first > 1000 || first < 1100) return false
  const word = r.word(last.to)
  if (r.isWord(last.to) && !r.isCapitalised(last.to) && word.endsWith('s') && !/^(?:was|is|has|as|its|his|this)$/.test(word) && !r.has(at - 1, Word.relative) && r.word(next - 1) !== 'and') return /^(?:in|from|between|during|\()$/.test(r.word(at - 1))
  return true
}

/** "Feb between 2-7 two thousand and eighteen", "May 2–4": the month stands before both days; `at` is the month. */
export function rangeInMonth(r: Reading, at: number): Range | null {
  const m = monthAt(r, at)
  if (m === null) return null
  let start = at + 1
  if (r.word(start) === '.') start += 1
  const opening = r.word(start) === 'between' || r.word(start) === 'from' ? r.word(start) : ''
  if (opening !== '') start += 1
  const day = r.isNumber(start) ? dayAt(r, start) : null
  const next = day ? joinerAt(r, day.to, opening) : null
  const last = next === null || !r.isNumber(next) ? null : dayAt(r, next)
  if (!day || !last || last.d <= day.d) return null
  const year = yearBehind(r, last.to)
  if (!year && last.isBare && (r.isWord(last.to) && r.isGlued(last.to) || r.has(last.to, Word.scale | Word.percent))) return null
  const y = year ? { y: year.y } : {}
  return { first: { from: start, to: day.to, m, d: day.d, ...y }, last: { from: next!, to: last.to, m, d: last.d, ...y }, from: at, to: year?.to ?? last.to }
}
