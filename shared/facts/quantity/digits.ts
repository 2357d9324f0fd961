import { tidy } from '../interval.ts'
import { Word } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import { COUNTED_IN_MILLIONS, LETTER_SCALES, MONEY_LETTER_SCALES, SHORT_SCALES, VULGAR_FRACTIONS } from '../words/numbers.ts'
import { readCardinal, scaleOf } from './cardinal.ts'
import { commaDecimals, digitsOf, isDash, type Quantity } from './digits-of.ts'
import { halves, slashAt } from './fractions.ts'

export function readDigits(r: Reading, from: number, isMoney: boolean): Quantity | null {
  const isBare = r.word(from) === '.'
  const at = isBare ? from + 1 : from
  const digits = digitsOf(r.word(at)) ?? (isMoney || isMeasured(r, at + 1) ? commaDecimals(r.word(at)) : null)
  if (!digits || (isBare && digits.decimals > 0)) return null
  let { value, decimals } = digits
  if (isBare) {
    decimals = r.word(at).length
    value = tidy(value / 10 ** decimals)
  }
  let to = at + 1
  if (!isBare && decimals === 0) {
    const spaced = spacedGroups(r, at)
    if (spaced) ({ value, decimals, to } = spaced)
  }
  const power = powerAt(r, to, value)
  if (power) return { from, to: power.to, value: power.value, step: 0, isShare: false, isSpelled: false, isScaled: false }
  if (decimals === 0) {
    const fraction = slashAt(r, to, value)
    if (fraction) return fraction
    const vulgar = r.isGlued(to) && r.has(to, Word.whole) ? VULGAR_FRACTIONS[r.word(to)] : undefined
    if (vulgar !== undefined) return scaled(r, { from, to: to + 1, value: value + vulgar, step: 0, isShare: false, isSpelled: false, isScaled: false }, isMoney, 0)
    if (r.isNumber(to) && !r.isGlued(to)) {
      // "2 1/4"
      const mixed = digitsOf(r.word(to))
      const part = mixed && mixed.decimals === 0 && mixed.value < value + 100 ? slashAt(r, to + 1, mixed.value) : null
      if (part && part.value < 1) return { ...part, from, value: value + part.value }
    }
  }
  return scaled(r, { from, to, value, step: decimals > 0 ? tidy(10 ** -decimals) : 0, isShare: false, isSpelled: false, isScaled: false }, isMoney, decimals)
}

/** Whether a word says that one figure stands before it, and no list: "12,5 million", "12,5 %", "7,5 km". */
const isMeasured = (r: Reading, at: number): boolean => r.has(at, Word.scale | Word.percent | Word.currencySign | Word.unit) && r.word(at) !== 'in'

/** "1 414 021 100", "10 000", "1'250'000": groups of three parted by spaces or, as the Swiss do, apostrophes; one group only where the space is unbreakable or the group is 000. */
function spacedGroups(r: Reading, at: number): { value: number; decimals: number; to: number } | null {
  if (r.word(at).length > 3 || !(r.isNumber(at + 1) || r.isGlued(at + 1))) return null
  const apostrophes = apostropheGroups(r, at)
  if (apostrophes) return apostrophes
  let to = at + 1
  let digits = r.word(at)
  while (r.isNumber(to) && /^\d{3}(?:\.\d+)?$/.test(r.word(to)) && r.start(to) === r.end(to - 1) + 1 && !digits.includes('.')) {
    digits += r.word(to)
    to += 1
  }
  if (to === at + 1 || (to === at + 2 && r.word(at + 1) !== '000' && !/[\u00a0\u2009\u202f]/.test(r.text[r.end(at)]!))) return null
  const point = digits.indexOf('.')
  return { value: Number(digits), decimals: point < 0 ? 0 : digits.length - point - 1, to }
}

function apostropheGroups(r: Reading, at: number): { value: number; decimals: number; to: number } | null {
  let to = at + 1
  let digits = r.word(at)
  while (/^['’]$/.test(r.word(to)) && r.isGlued(to) && r.isGlued(to + 1) && /^\d{3}$/.test(r.word(to + 1))) {
    digits += r.word(to + 1)
    to += 2
  }
  return to === at + 1 ? null : { value: Number(digits), decimals: 0, to }
}

/** "1e10", "1.1^23", "6.23x10^-4", "2 × 10^6". */
function powerAt(r: Reading, at: number, value: number): { value: number; to: number } | null {
  const word = r.word(at)
  if (word === 'x' || word === '×') {
    if (r.word(at + 1) !== '10' || r.word(at + 2) !== '^') return null
    const power = exponentAt(r, at + 3)
    return power && { value: tidy(value * 10 ** power.value), to: power.to }
  }
  if (!r.isGlued(at) || (word !== 'e' && word !== '^')) return null
  const power = exponentAt(r, at + 1)
  if (!power) return null
  return { value: word === 'e' ? Number(`${value}e${power.value}`) : tidy(value ** power.value), to: power.to }
}

function exponentAt(r: Reading, at: number): { value: number; to: number } | null {
  const sign = r.word(at) === '-' || r.word(at) === '−' ? -1 : 1
  const digits = sign < 0 || r.word(at) === '+' ? at + 1 : at
  return r.isNumber(digits) && r.isGlued(digits) && /^\d{1,3}$/.test(r.word(digits)) ? { value: sign * Number(r.word(digits)), to: digits + 1 } : null
}

/** Takes the scale behind digits: "2 million", "322 hundred", "3 hundred and 21", "10k", "5 bn". */
function scaled(r: Reading, quantity: Quantity, isMoney: boolean, decimals: number): Quantity {
  const at = quantity.to
  const word = r.word(at)
  if (r.has(at, Word.scale)) {
    const letters = r.isGlued(at) ? (isMoney || countsMillions(r, at) ? MONEY_LETTER_SCALES : LETTER_SCALES)[r.printed(at)] : undefined
    // "10 k USD"
    if (letters === undefined && isMoney === false && /^[kKM]$/.test(r.printed(at)) && r.has(at + 1, Word.currencyWord) && r.isCapitals(at + 1)) return { ...quantity, to: at + 1, value: tidy(quantity.value * LETTER_SCALES[r.printed(at)]!), step: tidy(LETTER_SCALES[r.printed(at)]! * 10 ** -decimals), isScaled: true }
    // "5G" is a network.
    if (r.printed(at) === 'G' && r.word(at - 1).length === 1) return quantity
    const short = letters ?? (isMoney || word !== 'mm' ? SHORT_SCALES[word] : undefined)
    if (short !== undefined && !(r.isGlued(at + 1) && (r.isNumber(at + 1) || r.word(at + 1) === '/'))) return { ...quantity, to: at + 1, value: tidy(quantity.value * short), step: short === 12 ? 0 : tidy(short * 10 ** -decimals), isScaled: true }
  }
  const scaleAt = r.isGlued(at) && isDash(word) && r.isGlued(at + 1) ? at + 1 : at
  if (scaleOf(r, scaleAt) === undefined) return hanScaled(r, quantity, decimals)
  const words = readCardinal(r, scaleAt, quantity.value)
  return words ? halves(r, { ...quantity, to: words.to, value: words.value, step: words.lastScale > 1 && words.isAtScale && words.lastScale !== 12 ? tidy(words.lastScale * 10 ** -decimals) : 0, isScaled: true }, words.lastScale) : quantity
}

/** Behind metres: "100m from people". */
const PREPOSITION = /^(?:of|from|to|for|by|in|on|at|above|below|behind|between|and|or|per|the|with)$/
/** "3.6m visitors", "2m foreign students": at most one word stands before what is counted. */
const countsMillions = (r: Reading, at: number): boolean =>
  r.printed(at) === 'm' && !r.isGlued(at + 1) && (COUNTED_IN_MILLIONS.has(r.word(at + 1)) || (r.isWord(at + 1) && !PREPOSITION.test(r.word(at + 1)) && COUNTED_IN_MILLIONS.has(r.word(at + 2))))

/** "3亿", "30万": a Chinese scale right behind the digits. */
function hanScaled(r: Reading, quantity: Quantity, decimals: number): Quantity {
  if (!r.isHan(quantity.to)) return quantity
  const match = /^(?:万亿|千万|百万|[十百千万亿])/.exec(r.word(quantity.to))
  if (!match) return quantity
  const scale = { 万亿: 1e12, 千万: 1e7, 百万: 1e6, 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }[match[0]]!
  return { ...quantity, value: tidy(quantity.value * scale), step: tidy(scale * 10 ** -decimals), isScaled: true, han: match[0].length }
}
