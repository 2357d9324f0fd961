import { Word } from '../lexicon.ts'
import { readQuantity } from '../quantity.ts'
import type { Reading } from '../reading.ts'
import { CARDINALS } from '../words/numbers.ts'
import type { Piece } from './piece.ts'

/** Words before which a four-digit figure is a year; otherwise a plural noun behind it makes it a count ("2000 workers"). */
const YEAR_CUES = 'in of from to and during the for this year years spring summer autumn fall winter a an on at between through than its his her their until till late early mid since after before by around about circa fiscal ad'
/** Behind these it is a year even before a plural: "in 2000 workers came". */
const SURE_CUES = new Set(['in', 'since', 'during', 'by', 'until', 'early', 'late', 'mid', 'of'])
/** Words and signs of a year, and whether they are sure ones. */
const CUES: ReadonlyMap<string, boolean> = new Map([...YEAR_CUES.split(' '), ...'(,;–—-'].map((cue) => [cue, SURE_CUES.has(cue)]))
const NO_LABEL = new Set('the in on at by for from since until till after before during and or but as of through between around about circa early late mid spring summer autumn fall winter fy ad year years'.split(' '))
const NOT_BEFORE = /[$€£¥#.,/_\d\p{L}]/u
const NO_NOUN = new Set('is was has as its his this us does'.split(' '))

/** A four-digit year that stands by itself: "in 2007", "2015"; not "2000 workers", "MIC 2025", "$2015". */
export function yearAt(r: Reading, at: number): Piece | null {
  if (!r.has(at, Word.year)) return null
  const before = r.word(at - 1)
  if (r.isGlued(at) && NOT_BEFORE.test(r.text[r.start(at) - 1]!)) return null
  if (r.isGlued(at) && r.has(at - 1, Word.dash) && at - 2 >= r.from && r.isNumber(at - 2)) return null
  if (isGluedOn(r, at + 1) || (r.isWord(at + 1) && r.isGlued(at + 2) && r.has(at + 2, Word.currencySign))) return null
  // "1000 - 5000" would have been read as years if it were any.
  if (r.isNumber(at + 2) && r.has(at + 1, Word.dash)) return null
  if (r.has(at - 1, Word.currencySign) || (r.has(at + 1, Word.percent | Word.scale | Word.currencyWord) && !/^(?:a|s|n|b|c|r|per|us|can|chinese|american|british|french|german|indian|japanese|russian|[a-z]{5,}(?:an|ish|ese))$/.test(r.word(at + 1)))) return null
  const isSure = CUES.get(before)
  if (isSure !== undefined) return !isSure && isCount(r, at) ? null : { from: at, to: at + 1, y: Number(r.word(at)) }
  if (at > r.from && r.isCapitalised(at - 1) && !NO_LABEL.has(before)) return null
  return isCount(r, at) || r.has(at + 1, Word.unit | Word.timeUnit) && r.isWord(at + 1) && r.word(at + 1).length > 2 ? null : { from: at, to: at + 1, y: Number(r.word(at)) }
}

/** "2000 workers", "2000 young workers". */
function isCount(r: Reading, at: number): boolean {
  for (let next = at + 1; next <= at + 2; next += 1) {
    if (!r.isWord(next) || r.isCapitalised(next) || r.isGlued(next)) return false
    const word = r.word(next)
    if (NO_NOUN.has(word) || (next > at + 1 && /^(?:to|of|in|on|the|a|and|was|as)$/.test(r.word(next - 1)))) return false
    if (word.length > 3 && word.endsWith('s') && !/(?:ss|is|wards)$/.test(word) || word === 'people' || word === 'men' || word === 'women') return true
  }
  return false
}

/** Whether what is glued behind the digits makes them no year: "2015%", "1500+", "2016/3", "2015.5", "1990s". */
function isGluedOn(r: Reading, at: number): boolean {
  if (!r.isGlued(at)) return false
  if (r.isWord(at)) return true
  const sign = r.word(at)
  if (sign === '%' || sign === '/' || sign === '+') return true
  if (/^[’']$/.test(sign)) return r.word(at + 1) === 's' && r.isGlued(at + 1)
  return /^[–—-]$/.test(sign) && r.isGlued(at + 1) && r.isNumber(at + 1)
}

/** "nineteen seventy-eight", "two thousand and eighteen", "twenty twenty", "two thousand". */
export function spelledYear(r: Reading, at: number): { y: number; to: number } | null {
  if (!r.has(at, Word.cardinal)) return null
  const first = CARDINALS[r.word(at)]!
  if (r.word(at + 1) === 'thousand' && first <= 2) {
    const whole = readQuantity(r, at)
    return whole && whole.value >= 1000 && whole.value < 2200 && Number.isInteger(whole.value) ? { y: whole.value, to: whole.to } : null
  }
  if (first < 11 || first > 20 || !r.has(at + 1, Word.cardinal)) return null
  const rest = readQuantity(r, at + 1)
  return rest && rest.value >= 10 && rest.value < 100 && Number.isInteger(rest.value) && !rest.isScaled ? { y: first * 100 + rest.value, to: rest.to } : null
}
