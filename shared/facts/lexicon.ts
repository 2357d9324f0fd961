import { DAY_WORDS, DECADE_WORDS, LONG_WORDS, MONTHS, SEASONS, TIME_UNITS, WEEKDAYS } from './words/calendar.ts'
import { CODES, NAMES, NATIONAL, NEEDS_ADJECTIVE, OTHER_CODES, PARTS, SIGNS, SIGN_PREFIXES } from './words/currencies.ts'
import { HEDGES_BEFORE, HEDGES_BEHIND } from './words/hedges.ts'
import { FEAST_STARTS } from './words/holidays.ts'
import { CARDINALS, DENOMINATORS, FOLDS, LETTER_SCALES, LOOSE_SCALES, ORDINALS, PLURAL_SCALES, SCALES, SHORT_SCALES, VULGAR_FRACTIONS } from './words/numbers.ts'
import { RANK_CUES, SUPERLATIVES } from './words/ranks.ts'
import { UNIT_STARTS } from './words/units.ts'

/**
 * What a word may be part of. A parser is tried only where a token carries its bit, and then looks at the neighbours; what exactly the word says stands in the tables of words/.
 */
export const Word = {
  /** Digits. */
  digits: 1,
  /** "one" … "ninety". */
  cardinal: 1 << 1,
  /** "hundred", "million", "dozen". */
  scale: 1 << 2,
  /** "first" … "trillionth". */
  ordinal: 1 << 3,
  /** "half", "thirds", "quarters", "tenth". */
  denominator: 1 << 4,
  /** "½", "threefold": a number in one sign or word. */
  whole: 1 << 5,
  month: 1 << 6,
  weekday: 1 << 7,
  timeUnit: 1 << 8,
  /** Four digits that may be a year. */
  year: 1 << 9,
  /** "today", "last", "next", "ago": a date counted from another one. */
  relative: 1 << 10,
  /** "seventies", "Q3", "FY2021", seasons, "the rest of", "the turn of". */
  period: 1 << 11,
  currencySign: 1 << 12,
  currencyWord: 1 << 13,
  unit: 1 << 14,
  percent: 1 << 15,
  superlative: 1 << 16,
  rankCue: 1 << 17,
  /** Chinese characters among which stands a numeral. */
  hanNumber: 1 << 18,
  /** "http", "www": an address follows. */
  address: 1 << 19,
  /** Opens a number phrase without being a number: "a", "minus"; or a length of time: "several", "all". */
  opener: 1 << 20,
  /** A dash of any length. */
  dash: 1 << 21,
  /** Joins two ends of a range, or goes on in a date: "to", "of", "–", ",". */
  joiner: 1 << 22,
  /** The last word of a hedge before a figure: "about", "than", "least". */
  hedge: 1 << 23,
  /** The first word of a hedge behind a figure: "or", "plus", "+". */
  hedgeBehind: 1 << 24,
  /** A feast begins here: "Christmas". */
  feast: 1 << 25,
} as const

/** Tokens at which a number phrase may begin. */
export const BEGINS_FIGURE = Word.digits | Word.cardinal | Word.scale | Word.denominator | Word.whole | Word.opener
/** Tokens at which a date may begin. */
export const BEGINS_DATE = Word.denominator | Word.feast | Word.opener | Word.digits | Word.month | Word.weekday | Word.relative | Word.period | Word.ordinal | Word.cardinal | Word.timeUnit
export const BEGINS_RANK = Word.scale | Word.ordinal | Word.superlative | Word.rankCue | Word.digits | Word.cardinal | Word.opener
/** What may stand behind an opener ("a", "minus", ".") that begins something. */
export const BEHIND_OPENER = Word.digits | Word.cardinal | Word.scale | Word.denominator | Word.whole | Word.timeUnit | Word.opener
export const BEGINS_ANY = BEGINS_FIGURE | BEGINS_DATE | BEGINS_RANK | Word.address | Word.percent | Word.hanNumber

const DASHES = ['-', '–', '—', '‑', '‐', '−']
const JOINERS = ['to', 'until', 'till', 'through', 'thru', 'and', 'of', 'the', '–', '—', '-', '‑', '/', ',', 'business', 'calendar', 'in', '−', '~', '～', '至', '到', 'up']

let table: Map<string, number> | null = null

function wordTable(): Map<string, number> {
  const bits = new Map<string, number>()
  const add = (words: Iterable<string>, bit: number): void => {
    for (const word of words) bits.set(word.toLowerCase(), (bits.get(word.toLowerCase()) ?? 0) | bit)
  }
  add(Object.keys(CARDINALS), Word.cardinal)
  add([...Object.keys(SCALES), ...Object.keys(PLURAL_SCALES), ...Object.keys(LOOSE_SCALES), ...Object.keys(SHORT_SCALES), ...Object.keys(LETTER_SCALES)], Word.scale)
  add(Object.keys(ORDINALS), Word.ordinal)
  add(Object.keys(DENOMINATORS), Word.denominator)
  add([...Object.keys(VULGAR_FRACTIONS), ...Object.keys(FOLDS)], Word.whole)
  add(Object.keys(MONTHS), Word.month)
  add(Object.keys(WEEKDAYS), Word.weekday)
  add([...Object.keys(TIME_UNITS), ...Object.keys(LONG_WORDS)], Word.timeUnit)
  add([...Object.keys(DAY_WORDS), 'last', 'next', 'this', 'past', 'previous', 'preceding', 'coming', 'current', 'following', 'that', 'same', 'recent', 'ago'], Word.relative)
  add([...Object.keys(DECADE_WORDS), ...Object.keys(SEASONS), 'q', 'h', 'fy', 'fiscal', 'rest', 'remainder', 'turn', 'ad', 'bc', 'bce', 'ce'], Word.period)
  add(Object.keys(SIGNS), Word.currencySign)
  add(currencyWords(), Word.currencyWord)
  add(['元', 'p', 'kr', 'rm', 'sh', 'ksh', 'rp', ...Object.keys(NATIONAL).flatMap((adjective) => adjective.split(' ')), ...Object.values(NATIONAL).flatMap((names) => Object.keys(names).flatMap((name) => [name, `${name}s`])), ...Object.keys(SIGN_PREFIXES)], Word.currencyWord)
  add(UNIT_STARTS, Word.unit)
  add(['%', '％', 'percent', 'percents', 'per', 'pct', 'pc', 'percentage', 'percentages', 'pp', 'basis', 'bp', 'bps', '‰'], Word.percent)
  add(SUPERLATIVES, Word.superlative)
  add(RANK_CUES, Word.rankCue)
  add(['http', 'https', 'www', 'ftp'], Word.address)
  add(['a', 'an', 'minus', 'negative', '-', '−', '+', '.', 'all', 'whole', 'full', 'entire', 'another', 'several', 'few', 'some', 'couple'], Word.opener)
  add(DASHES, Word.dash)
  add(JOINERS, Word.joiner)
  add(HEDGES_BEFORE, Word.hedge)
  add(HEDGES_BEHIND, Word.hedgeBehind)
  add(FEAST_STARTS, Word.feast)
  return bits
}

/** Names of currencies with their plurals, codes, and parts of currencies, in small letters. */
function currencyWords(): string[] {
  return [...Object.keys(NAMES).flatMap((name) => [name, `${name}s`]), ...CODES, ...[...CODES].map((code) => `m${code}`), ...Object.keys(OTHER_CODES), ...Object.keys(PARTS), ...NEEDS_ADJECTIVE]
}

const HAN_NUMERALS = /[〇零十百千万亿兆]|分之/
const FIRST_YEAR = 1000
const LAST_YEAR = 2199

/** The bits of one distinct word, for `classify`. */
export function bitsOf(word: string): number {
  const first = word.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) return Word.digits | (word.length === 4 && Number(word) >= FIRST_YEAR && Number(word) <= LAST_YEAR ? Word.year : 0)
  const bits = (table ??= wordTable()).get(word)
  if (bits !== undefined) return bits
  return first >= 0x3007 && first <= 0x9fff && HAN_NUMERALS.test(word) ? Word.hanNumber : 0
}
