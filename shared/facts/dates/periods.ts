import { Word } from '../lexicon.ts'
import { readOrdinal } from '../quantity.ts'
import type { Reading } from '../reading.ts'
import { DECADE_WORDS, SEASONS } from '../words/calendar.ts'
import { seasonOf, UNKNOWN } from './away.ts'
import { addMonths, iso, type Day } from './calendar.ts'
import { eraAt } from './eras.ts'
import { nthWeekday } from './nth-weekday.ts'
import type { Piece } from './piece.ts'
import { isSureMonth, monthAt, shortYear, weekdayAt, yearBehind } from './points.ts'
import { partOfYear, quarterCode } from './quarters.ts'
import { relativeUnitAt } from './relative.ts'
import { firstUnits, restOf, weekOfMonth } from './stretches.ts'
import { spelledYear } from './years.ts'

const span = (from: number, to: number, first: number, last: number): Piece => ({ from, to, stretch: { first: iso(first), last: iso(last) } })

/** "1990s", "1970's", "the 70s", "’90s", "seventies", "two thousands"; `at` is the number or the word. */
export function decade(r: Reading, at: number): Piece | null {
  if (r.has(at, Word.period)) {
    const word = DECADE_WORDS[r.word(at)]
    return word !== undefined && /^(?:the|early|late|mid|-|nineteen|in|roaring)$/.test(r.word(at - 1)) ? span(at, at + 1, 1900 + word, 1909 + word) : null
  }
  if (r.word(at) === 'two' && r.word(at + 1) === 'thousands') return span(at, at + 2, 2000, 2009)
  if (!r.isNumber(at) || !r.isGlued(at + 1)) return null
  const s = r.word(at + 1) === 's' ? at + 2 : r.word(at + 2) === 's' && r.isGlued(at + 2) && /^['’]$/.test(r.word(at + 1)) ? at + 3 : -1
  if (s < 0 || !r.word(at).endsWith('0')) return null
  const digits = r.word(at)
  if (digits.length === 4 && r.has(at, Word.year)) {
    const first = Number(digits)
    return span(at, s, first, first + (first % 100 === 0 && s > 0 && first % 1000 !== 0 ? 99 : 9))
  }
  const of = digits.length === 2 ? centuryBefore(r, at) : null
  if (of !== null) return span(at, s, of + Number(digits), of + Number(digits) + 9)
  if (digits.length !== 2 || !(/^['’‘]$/.test(r.word(at - 1)) && r.isGlued(at) || /^(?:the|early|late|mid|-)$/.test(r.word(at - 1)))) return null
  const first = shortYear(Number(digits)) - (Number(digits) <= 69 && Number(digits) >= 30 ? 100 : 0)
  return span(/^['’‘]$/.test(r.word(at - 1)) && r.isGlued(at) ? at - 1 : at, s, first, first + 9)
}

/** 1900 before "50s" in "the 1940s and 50s", "1940s–50s", "from the 1940s to the 50s": the century is said once. */
function centuryBefore(r: Reading, at: number): number | null {
  const joiner = r.word(at - 1) === 'the' ? at - 2 : at - 1
  const decade = joiner - 2
  return /^(?:and|or|to|through|,|-|–)$/.test(r.word(joiner)) && r.word(joiner - 1) === 's' && r.isGlued(joiner - 1) && r.has(decade, Word.year) ? Math.floor(Number(r.word(decade)) / 100) * 100 : null
}

/** Centuries, quarters, halves, days and weekdays told by an ordinal: "20th century", "third quarter of 2016", "first half of 2019", "first Friday of July", "20th of next month"; `at` is the ordinal. */
export function fromOrdinal(r: Reading, at: number, today: Day | null): Piece | null {
  const ordinal = readOrdinal(r, at)
  if (!ordinal) return null
  const dash = /^[-–]$/.test(r.word(ordinal.to)) && r.isGlued(ordinal.to) ? ordinal.to + 1 : ordinal.to
  const word = r.word(dash)
  const age = ageAt(r, dash)
  if (age) return longAge(at, age, ordinal.value)
  if (word === 'and' || word === 'to' || word === 'through') {
    // "the 18th and 19th centuries", "the 3rd and 2nd centuries BC"
    const second = readOrdinal(r, r.word(dash + 1) === 'the' ? dash + 2 : dash + 1)
    const both = second && ageAt(r, second.to)
    const last = both && longAge(at, both, second!.value)
    const first = last && longAge(at, both, ordinal.value)
    return first && first.stretch!.first! < last.stretch!.first! === ordinal.value < second!.value && ordinal.value !== second!.value ? { ...last, stretch: { first: first.stretch!.first, last: last.stretch!.last } } : null
  }
  if (word === 'quarter' || word === 'half') {
    const count = word === 'quarter' ? 4 : 2
    return ordinal.value > count ? null : partOfYear(r, at, dash + 1, 12 / count, ordinal.value, today, word === 'half')
  }
  if (word === 'week' && dash === ordinal.to) return weekOfMonth(r, at, dash + 1, ordinal.value, today)
  if (ordinal.value === 1) {
    const units = firstUnits(r, at, ordinal.to, today)
    if (units) return units
  }
  const w = weekdayAt(r, ordinal.to)
  if (w !== null && ordinal.value <= 5) {
    const found = nthWeekday(r, at, ordinal.to + 1, ordinal.value, w, today)
    return found ?? (r.word(ordinal.to + 1) === 'of' ? null : { from: at, to: ordinal.to + 1, stretch: UNKNOWN, timex: `XXXX-XX-WXX-${w}-#${ordinal.value}` })
  }
  const month = relativeUnitAt(r, ordinal.to)
  if (month && month.unit === 'month' && ordinal.value <= 31) {
    if (!today) return { from: at, to: month.to, stretch: UNKNOWN, relative: { from: 'article', unit: 'month', offset: month.offset } }
    const { y, m } = addMonths({ ...today, d: 1 }, month.offset)
    return { from: at, to: month.to, y, m, d: ordinal.value }
  }
  return null
}

const LAST_CENTURY = 22
const LAST_MILLENNIUM = 3
const CENTURY = 100
const MILLENNIUM = 1000
const AGES: Readonly<Record<string, number>> = { century: CENTURY, centuries: CENTURY, millennium: MILLENNIUM, millennia: MILLENNIUM }
/** Short forms of "century", with their point: "2nd ct. BCE". */
const SHORT_CENTURY = /^(?:ct|cent|c|cty)$/

/** "century", "millennium", "ct." with the era behind it: how many years it has, and the token behind. */
interface Age { years: number; isBefore: boolean; to: number }
function ageAt(r: Reading, at: number): Age | null {
  const years = AGES[r.word(at)]
  const isShort = years === undefined && SHORT_CENTURY.test(r.word(at)) && r.isGlued(at + 1) && r.word(at + 1) === '.'
  if (years === undefined && !isShort) return null
  const behind = isShort ? at + 2 : at + 1
  const era = eraAt(r, behind)
  // "the 3rd c." may be anything.
  if (!era && isShort) return null
  return { years: years ?? CENTURY, isBefore: era?.isBefore === true, to: era?.to ?? behind }
}

/** The 20th century is 1901 to 2000, the 1st millennium BCE 1000 to 1 before our era, which is −0999 to 0000. */
function longAge(from: number, { years, isBefore, to }: Age, number: number): Piece | null {
  if (number < 1 || (!isBefore && number > (years === CENTURY ? LAST_CENTURY : LAST_MILLENNIUM)) || number * years > 10 * MILLENNIUM) return null
  const first = isBefore ? 1 - number * years : (number - 1) * years + 1
  return span(from, to, first, first + years - 1)
}

/** How many years on either side of a century’s end its turn is taken to be. */
const AROUND_TURN = 5
/** "the turn of the 20th century" is about 1900; "the turn of the century" hangs on what the text speaks of. */
function turnOf(r: Reading, at: number): Piece | null {
  if (r.word(at + 1) !== 'of' || r.word(at + 2) !== 'the') return null
  const unit = r.word(at + 3)
  if (unit === 'century' || unit === 'millennium') return { from: at, to: at + 4, stretch: UNKNOWN, relative: { from: 'text', unit: 'century', offset: 0 }, hedge: 'about' }
  if (unit === 'year') return null
  const ordinal = readOrdinal(r, at + 3)
  if (!ordinal || r.word(ordinal.to) !== 'century' || ordinal.value > LAST_CENTURY) return null
  const turn = (ordinal.value - 1) * 100
  return { ...span(at, ordinal.to + 1, turn - AROUND_TURN, turn + AROUND_TURN), hedge: 'about' }
}

/** "Q3 2022", "FY2021-22", "fiscal 2021", "spring of 1978", "summer 2016", "AD 79". */
export function fromPeriodWord(r: Reading, at: number, today: Day | null): Piece | null {
  const word = r.word(at)
  if (word === 'q' || word === 'h') return quarterCode(r, at, today)
  if (word === 'rest' || word === 'remainder') return restOf(r, at, today)
  if (word === 'turn') return turnOf(r, at)
  if (word === 'fy' || word === 'fiscal') return fiscalYear(r, at)
  // "AD 79"
  if (word === 'ad') return r.isCapitals(at) && /^\d{1,4}$/.test(r.word(at + 1)) && !r.isGlued(at + 1) ? { from: at, to: at + 2, y: Number(r.word(at + 1)) } : null
  const season = SEASONS[word]
  if (season === undefined) return decade(r, at)
  const year = winterYears(r, at) ?? yearBehind(r, at + 1) ?? spelledOf(r, at + 1)
  if (year) return { from: at, to: year.to, ...seasonOf(year.y, season) }
  const away = relativeUnitAt(r, at + 1)
  return away?.unit === 'year' ? { from: at, to: away.to, ...(today ? seasonOf(today.y + away.offset, season) : { stretch: UNKNOWN }), relative: { from: 'article', unit: 'year', offset: away.offset } } : null
}

/** "the winter of 1962–63": winter runs into the next year. */
function winterYears(r: Reading, at: number): { y: number; to: number } | null {
  const year = r.word(at) === 'winter' ? yearBehind(r, at + 1) : null
  if (!year || !/^[-–/]$/.test(r.word(year.to)) || !r.isGlued(year.to) || !r.isNumber(year.to + 1) || !r.isGlued(year.to + 1)) return null
  const second = Number(r.word(year.to + 1))
  return second === (year.y + 1) % 100 || second === year.y + 1 ? { y: year.y, to: year.to + 2 } : null
}

const spelledOf = (r: Reading, at: number): { y: number; to: number } | null => (r.word(at) === 'of' ? spelledYear(r, at + 1) : null)

/** A fiscal year is told by the calendar year (or two) it is named after. */
function fiscalYear(r: Reading, at: number): Piece | null {
  const start = r.word(at + 1) === 'year' ? at + 2 : at + 1
  if (!r.isNumber(start)) return null
  const digits = r.word(start)
  const y = r.has(start, Word.year) ? Number(digits) : digits.length === 2 && r.isGlued(start) ? shortYear(Number(digits)) : NaN
  if (Number.isNaN(y)) return null
  const second = /^[-–/]$/.test(r.word(start + 1)) && r.isGlued(start + 1) && r.isNumber(start + 2) ? Number(r.word(start + 2)) : NaN
  const last = second === (y + 1) % 100 || second === y + 1 ? y + 1 : y
  return span(at, last > y ? start + 3 : start + 1, y, last)
}

/** A month without day or year: "in March", "this Jan" is read elsewhere; `at` is the month. */
export function bareMonth(r: Reading, at: number, today: Day | null): Piece | null {
  const m = monthAt(r, at)
  if (m === null || !isSureMonth(r, at)) return null
  const away = relativeUnitAt(r, at + 1)
  if (away?.unit === 'year') {
    const text = today && iso(today.y + away.offset, m)
    return { from: at, to: away.to, stretch: { first: text, last: text }, timex: `XXXX-${String(m).padStart(2, '0')}`, relative: { from: 'article', unit: 'year', offset: away.offset } }
  }
  const before = r.word(at - 1)
  const isCued = MONTH_CUES.has(before) || before === '-' && r.word(at - 2) === 'mid'
  return isCued && !(r.isCapitalised(at + 1) && r.word(at) !== before && WORD_NAMES.has(r.word(at))) ? { from: at, to: at + 1, m } : null
}
const MONTH_CUES = new Set('in of since until till by from to during before after early late mid through between and every around'.split(' '))
/** Months that are names of people too: "by May Smith". */
const WORD_NAMES = new Set(['may', 'april', 'june', 'august', 'jan'])
