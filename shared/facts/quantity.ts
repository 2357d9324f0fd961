import { tidy } from './interval.ts'
import { Word } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { CARDINALS, DENOMINATORS, FOLDS, LETTER_SCALES, MONEY_LETTER_SCALES, ORDINALS, PLURAL_SCALES, SCALES, SHORT_SCALES, VULGAR_FRACTIONS } from './words/numbers.ts'

/** A number as printed, over the tokens `from`–`to` (half-open). `step` is the size of one unit in the last printed digit after scaling; 0 for a plain count. */
export interface Quantity {
  from: number
  to: number
  value: number
  step: number
  /** Whether it is a share of something ("two thirds", "a half"), and not a count. */
  isShare: boolean
  isSpelled: boolean
  /** Whether a word or letter of scale is part of it: "3 million", "10k". */
  isScaled: boolean
  /** How many characters of the Chinese token at `to` belong to it: "亿" of "亿元". */
  han?: number
}

/** Longer runs of digits are identifiers, not quantities. */
const LONGEST_DIGITS = 24
const PLAIN = /^\d+(?:\.\d+)?$/
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
/** "12,34,567.89": groups of two above the thousands, as India writes. */
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/
/** "1.111,11" and "1.234.567": points between groups, as much of Europe writes. */
const POINTED = /^\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/

/** What digits say, or null when they are a list ("22,24,26") or no number ("192.168.1.2"). */
export function digitsOf(word: string): { value: number; decimals: number } | null {
  if (word.length > LONGEST_DIGITS) return null
  // Most are a few digits and nothing else.
  const simple = Number(word)
  if (word.length <= 3 && Number.isInteger(simple)) return { value: simple, decimals: 0 }
  const isPointed = POINTED.test(word)
  if (!isPointed && !PLAIN.test(word) && !GROUPED.test(word) && !INDIAN.test(word)) return null
  const plain = isPointed ? word.replaceAll('.', '').replace(',', '.') : word.replaceAll(',', '')
  const point = plain.indexOf('.')
  return { value: Number(plain), decimals: point < 0 ? 0 : plain.length - point - 1 }
}

const isDash = (word: string): boolean => word === '-' || word === '‐' || word === '‑' || word === '−'
const UNITS_FROM = 1
const TENS_FROM = 20
const smallOf = (r: Reading, at: number): number | undefined => (r.has(at, Word.cardinal) ? CARDINALS[r.word(at)] : undefined)
const scaleOf = (r: Reading, at: number): number | undefined => (r.has(at, Word.scale) ? SCALES[r.word(at)] ?? PLURAL_SCALES[r.word(at)] : undefined)

/** The number phrase that begins at a token, or null. `isMoney`: a currency stands before it, so that a glued "m" is millions. */
export function readQuantity(r: Reading, from: number, isMoney = false): Quantity | null {
  const sign = signAt(r, from)
  const at = from + (sign === 0 ? 0 : 1)
  const read = r.isNumber(at) || (r.word(at) === '.' && r.isNumber(at + 1) && r.isGlued(at + 1) && !r.isGlued(at)) || (r.word(at) === '.' && isMoney && r.isNumber(at + 1) && r.isGlued(at + 1))
    ? readDigits(r, at, isMoney) : readWords(r, at)
  if (!read) return null
  const whole = withShare(r, read)
  if (sign !== 0 && whole.isShare && whole.isSpelled && r.word(from) === '+') return null
  return { ...whole, from, value: tidy(sign < 0 ? -whole.value : whole.value) }
}

/** −1 for "minus 5", "negative ten" and a dash that opens a number; 1 for a plus; 0 where there is none. */
function signAt(r: Reading, at: number): -1 | 0 | 1 {
  const word = r.word(at)
  if ((word === 'minus' || word === 'negative') && r.has(at + 1, Word.digits | Word.cardinal)) return -1
  if (word !== '-' && word !== '−' && word !== '+') return 0
  // "3-5" and "F-16": a dash between two things is no sign.
  if (r.isGlued(at) && /[\p{L}\d)\]%]/u.test(r.text[r.start(at) - 1]!)) return 0
  if (!r.isGlued(at + 1) || !(r.isNumber(at + 1) || r.word(at + 1) === '.')) return 0
  return word === '+' ? 1 : -1
}

function readDigits(r: Reading, from: number, isMoney: boolean): Quantity | null {
  const isBare = r.word(from) === '.'
  const at = isBare ? from + 1 : from
  const digits = digitsOf(r.word(at))
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

/** "1 414 021 100", "10 000": groups of three parted by spaces; one group only where the space is unbreakable or the group is 000. */
function spacedGroups(r: Reading, at: number): { value: number; decimals: number; to: number } | null {
  if (r.word(at).length > 3) return null
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

/** "1e10", "1.1^23", "6.23x10^-4", "2 × 10^6". */
function powerAt(r: Reading, at: number, value: number): { value: number; to: number } | null {
  const word = r.word(at)
  if (word === 'x' || word === '×') {
    if (r.word(at + 1) !== '10' || r.word(at + 2) !== '^') return null
    const power = exponentAt(r, at + 3)
    return power && { value: value * 10 ** power.value, to: power.to }
  }
  if (!r.isGlued(at) || (word !== 'e' && word !== '^')) return null
  const power = exponentAt(r, at + 1)
  if (!power) return null
  return { value: word === 'e' ? Number(`${value}e${power.value}`) : value ** power.value, to: power.to }
}

function exponentAt(r: Reading, at: number): { value: number; to: number } | null {
  const sign = r.word(at) === '-' || r.word(at) === '−' ? -1 : 1
  const digits = sign < 0 || r.word(at) === '+' ? at + 1 : at
  return r.isNumber(digits) && r.isGlued(digits) && /^\d{1,3}$/.test(r.word(digits)) ? { value: sign * Number(r.word(digits)), to: digits + 1 } : null
}

/** "4/5", where nothing more is glued to it: a date or a telephone number is no fraction. */
function slashAt(r: Reading, at: number, top: number): Quantity | null {
  if (r.word(at) !== '/' || !/^[1-9]\d{0,3}$/.test(r.word(at + 1))) return null
  // "1 / 4", as tokenised texts print it.
  const isApart = !r.isGlued(at) && !r.isGlued(at + 1)
  if (isApart ? top >= Number(r.word(at + 1)) || r.word(at + 1).length > 2 : !r.isGlued(at) || !r.isGlued(at + 1)) return null
  if (r.isGlued(at + 2) && /^[\p{L}\d/-]/u.test(r.word(at + 2))) return null
  if (at - 2 >= r.from && r.isGlued(at - 1) && /^[\p{L}\d/]/u.test(r.word(at - 2))) return null
  return { from: at - 1, to: at + 2, value: tidy(top / Number(r.word(at + 1))), step: 0, isShare: true, isSpelled: false, isScaled: false }
}

/** Takes the scale behind digits: "2 million", "322 hundred", "3 hundred and 21", "10k", "5 bn". */
function scaled(r: Reading, quantity: Quantity, isMoney: boolean, decimals: number): Quantity {
  const at = quantity.to
  const word = r.word(at)
  if (r.has(at, Word.scale)) {
    const letters = r.isGlued(at) ? (isMoney ? MONEY_LETTER_SCALES : LETTER_SCALES)[r.printed(at)] : undefined
    // "10 k USD"
    if (letters === undefined && isMoney === false && /^[kKM]$/.test(r.printed(at)) && r.has(at + 1, Word.currencyWord) && r.tokens.kind[at + 1] === 2) return { ...quantity, to: at + 1, value: tidy(quantity.value * LETTER_SCALES[r.printed(at)]!), step: tidy(LETTER_SCALES[r.printed(at)]! * 10 ** -decimals), isScaled: true }
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

/** "3亿", "30万": a Chinese scale right behind the digits. */
function hanScaled(r: Reading, quantity: Quantity, decimals: number): Quantity {
  if (!r.isHan(quantity.to)) return quantity
  const match = /^(?:万亿|千万|百万|[十百千万亿])/.exec(r.word(quantity.to))
  if (!match) return quantity
  const scale = { 万亿: 1e12, 千万: 1e7, 百万: 1e6, 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }[match[0]]!
  return { ...quantity, value: tidy(quantity.value * scale), step: tidy(scale * 10 ** -decimals), isScaled: true, han: match[0].length }
}

/** Numbers in words, mixed with digits: "two hundred and six", "half a trillion", "four thousand three hundred", "three quarters", "two thirds of a million". */
function readWords(r: Reading, from: number): Quantity | null {
  const word = r.word(from)
  if (r.has(from, Word.whole)) {
    const vulgar = VULGAR_FRACTIONS[word]
    if (vulgar !== undefined) return ofScale(r, { from, to: from + 1, value: vulgar, step: 0, isShare: true, isSpelled: false, isScaled: false })
    const fold = FOLDS[word]
    return fold === undefined ? null : { from, to: from + 1, value: fold, step: 0, isShare: false, isSpelled: true, isScaled: false }
  }
  if (word === 'half' || ((word === 'a' || word === 'one') && r.word(from + 1) === 'half')) return halfOf(r, from, word === 'half' ? from + 1 : from + 2)
  if (word === 'a' || word === 'an') return afterArticle(r, from)
  if (!r.has(from, Word.cardinal | Word.scale)) return null
  const cardinal = readCardinal(r, from)
  if (!cardinal) return null
  const fraction = denominated(r, from, cardinal)
  if (fraction) return ofScale(r, fraction)
  if (r.has(from, Word.scale) && !r.has(from, Word.cardinal)) {
    // "several hundred", "millions": how many is not said.
    if (PLURAL_SCALES[word] !== undefined || SCALES[word] === undefined || (cardinal.to === from + 1 && word !== 'dozen')) return null
    if (/^(?:several|many|few|some|couple|the|of)$/.test(r.word(from - 1))) return null
  }
  return halves(r, pointed(r, { from, to: cardinal.to, value: cardinal.value, step: stepOf(cardinal), isShare: false, isSpelled: true, isScaled: cardinal.lastScale > 1 }), cardinal.lastScale)
}

const stepOf = (cardinal: Cardinal): number => (cardinal.isAtScale && cardinal.lastScale >= 1000 ? cardinal.lastScale : 0)

/** "half", "a half", "half a trillion", "half million", "half a dozen". */
function halfOf(r: Reading, from: number, next: number): Quantity | null {
  const at = r.word(next) === 'a' || r.word(next) === 'an' || (isDash(r.word(next)) && r.isGlued(next)) ? next + 1 : next
  const scale = scaleOf(r, at)
  if (scale !== undefined && SCALES[r.word(at)] !== undefined) {
    const words = readCardinal(r, at, 0.5)
    if (words) return { from, to: words.to, value: words.value, step: words.lastScale >= 1000 ? words.lastScale / 10 : 0, isShare: false, isSpelled: true, isScaled: true }
  }
  return { from, to: next, value: 0.5, step: 0, isShare: true, isSpelled: true, isScaled: false }
}

/** "a hundred", "a dozen", "a third", "a trillionth", "a hundred trillionths". */
function afterArticle(r: Reading, from: number): Quantity | null {
  const next = from + 1
  if (r.has(next, Word.scale) && SCALES[r.word(next)] !== undefined) {
    const words = readCardinal(r, next)
    if (!words) return null
    const fraction = denominated(r, from, words)
    if (fraction) return fraction
    return halves(r, { from, to: words.to, value: words.value, step: stepOf(words), isShare: false, isSpelled: true, isScaled: true }, words.lastScale)
  }
  if (r.isNumber(next) && scaleOf(r, next + 1) === undefined) return null
  const part = r.has(next, Word.denominator) ? DENOMINATORS[r.word(next)] : undefined
  if (part === undefined || r.word(next).endsWith('s') || r.word(next) === 'second' || r.word(next) === 'first') return null
  // "a third country", "a fifth time": an ordinal, unless something is divided or nothing follows.
  const after = r.word(next + 1)
  if (after !== 'of' && (r.isWord(next + 1) && after !== 'and' && after !== 'more' && after !== 'less' && after !== 'as')) return null
  return ofScale(r, { from, to: next + 1, value: tidy(1 / part), step: 0, isShare: true, isSpelled: true, isScaled: false })
}

interface Cardinal { to: number; value: number; lastScale: number; isAtScale: boolean; isHyphenTens: boolean; lastSmall: number; digits: boolean }

/**
 * The longest run of number words that is one number. `start` is a number already read before `from` ("3" in "3 hundred and 21").
 * Grammar: groups of hundreds, tens and units, each scaled by falling powers; "and" only behind a hundred or a scale; a dash between tens and units.
 */
function readCardinal(r: Reading, from: number, start: number | null = null): Cardinal | null {
  let total = 0
  let group: number | null = start
  let limit = Infinity
  let lastScale = 1
  let lastSmall = -1
  let isAtScale = false
  let isHyphenTens = false
  let digits = false
  let to = from
  for (let at = from; ;) {
    let isAnd = false
    let isHyphen = false
    if (at > from) {
      if (isDash(r.word(at)) && (r.isGlued(at) === r.isGlued(at + 1)) && (r.isGlued(at) || (lastSmall >= TENS_FROM && (smallOf(r, at + 1) ?? 99) < 10))) {
        at += 1
        isHyphen = true
      }
      if (r.word(at) === 'and' && isAtScale && lastScale !== 12) {
        at += 1
        isAnd = true
        if (isDash(r.word(at)) && r.isGlued(at)) at += 1
      }
    }
    const small = smallOf(r, at)
    // "one hundred and three quarters": the fraction is added, not counted in.
    if (isAnd && small !== undefined && small < 10 && isParts(r, at + 1, small)) break
    const scale = small === undefined ? scaleOf(r, at) : undefined
    if (small !== undefined) {
      if (!fits(small, group, isAtScale && at > from)) break
      if (small === 0 && (group !== null || total > 0)) break
      // "two hundred and two thousand", but not "four thousand and two thousand".
      group = (group ?? 0) + small
      isHyphenTens = isHyphen && lastSmall >= TENS_FROM
      lastSmall = small
      isAtScale = false
    } else if (scale !== undefined) {
      if (isAnd) break
      if (scale === 12) {
        if (total > 0) break
        group = (group ?? 1) * 12
      } else if (scale === 100) {
        if (group !== null && (group >= 1000 || group === 0 || lastScale === 12 || (lastScale === 100 && group >= 100 && start === null))) break
        if (group !== null && !Number.isInteger(group) && group !== start) break
        group = (group ?? 1) * 100
      } else {
        if (group === null && total > 0) total *= scale
        else if (scale < limit) total += (group ?? 1) * scale
        else if (total === 0 || scale > limit) {
          if (group === null || total === 0) break
          total = (total + group) * scale
        } else break
        group = null
        limit = scale
      }
      lastScale = scale
      isAtScale = true
      lastSmall = -1
    } else if (r.isNumber(at) && at > from && isAtScale) {
      const plain = /^\d{1,3}$/.test(r.word(at)) ? Number(r.word(at)) : 0
      const isScaledToo = scaleOf(r, at + 1) !== undefined && scaleOf(r, at + 1)! < lastScale
      if (plain === 0 || plain >= lastScale || (!isAnd && !isScaledToo) || (group !== null && group % 100 !== 0) || r.isGlued(at + 1)) break
      group = (group ?? 0) + plain
      isAtScale = false
      digits = true
    } else break
    at += 1
    to = at
  }
  if (to === from) return null
  return { to, value: tidy(total + (group ?? 0)), lastScale, isAtScale, isHyphenTens, lastSmall, digits }
}

/** Whether a denominator stands at a token: "quarters" behind three, "half" behind one. */
const isParts = (r: Reading, at: number, count: number): boolean => r.has(at, Word.denominator) && (r.word(at).endsWith('s') || r.word(at) === 'halves') === count > 1 && !/^(?:second|first)s?$/.test(r.word(at))

/** Whether a small number goes on a group: nothing yet, units behind tens, or anything below a hundred behind a hundred. */
function fits(small: number, group: number | null, isBehindScale: boolean): boolean {
  if (group === null) return true
  if (!Number.isInteger(group)) return false
  if (group % 100 === 0 && group > 0) return isBehindScale && small >= UNITS_FROM
  return group % 10 === 0 && group % 100 >= TENS_FROM && small >= UNITS_FROM && small < 10
}

/** "two thirds", "twenty-three fifths", "one twenty-fifth", "one hundred thirty-fifths": a cardinal over an ordinal. */
function denominated(r: Reading, from: number, top: Cardinal): Quantity | null {
  let at = top.to
  let value = top.value
  let tens = 0
  if (isDash(r.word(at)) && r.isGlued(at) === r.isGlued(at + 1)) {
    const below = DENOMINATORS[r.word(at + 1)] ?? 0
    if (r.isGlued(at) && top.lastSmall >= TENS_FROM && below > 0 && below < 10) {
      // "thirty-fifths" are thirty-fifths; the numerator stands before them.
      tens = top.lastSmall
      value -= tens
      if (value === 0) return null
    }
    at += 1
  } else {
    const ten = smallOf(r, at)
    if (ten !== undefined && ten >= TENS_FROM) {
      const next = isDash(r.word(at + 1)) && r.isGlued(at + 1) ? at + 2 : at + 1
      const below = DENOMINATORS[r.word(next)] ?? 0
      if (below === 0 || below >= 10 || (r.word(next).endsWith('s') ? false : value !== 1)) return null
      tens = ten
      at = next
    }
  }
  if (!r.has(at, Word.denominator)) return overAt(r, from, top.to, top.value)
  const word = r.word(at)
  const below = DENOMINATORS[word]!
  const isPlural = word.endsWith('s') || word === 'halves'
  if (tens > 0 && below >= 10) return null
  // "two third parties" and "three hundredth" are ordinals; one part may stand in the singular.
  if (value === 1 ? isPlural || word === 'second' || word === 'first' : !isPlural) return null
  if (tens === 0 && (word === 'seconds' || word === 'firsts')) return null
  return { from, to: at + 1, value: tidy(value / (tens + below)), step: 0, isShare: true, isSpelled: true, isScaled: false }
}

/** "1 over 3", at the end of what is said. */
function overAt(r: Reading, from: number, at: number, top: number): Quantity | null {
  if (r.word(at) !== 'over' || !Number.isInteger(top)) return null
  const below = r.isNumber(at + 1) ? digitsOf(r.word(at + 1)) : null
  const words = below ? null : readCardinal(r, at + 1)
  const value = below?.value ?? words?.value
  const to = below ? at + 2 : words?.to
  if (value === undefined || to === undefined || value <= top || !Number.isInteger(value) || r.isWord(to) || r.has(to, Word.percent)) return null
  return { from, to, value: tidy(top / value), step: 0, isShare: true, isSpelled: true, isScaled: false }
}

/** "… point zero three", "… point seventy-one". */
function pointed(r: Reading, quantity: Quantity): Quantity {
  if (r.word(quantity.to) !== 'point') return quantity
  let digits = ''
  let to = quantity.to + 1
  for (; ; to += 1) {
    const small = smallOf(r, to)
    if (small === undefined || small > 9) break
    digits += small
  }
  if (digits === '') {
    const words = readCardinal(r, to)
    if (!words || words.value >= 100 || !Number.isInteger(words.value)) return quantity
    digits = String(words.value)
    to = words.to
  }
  const value = tidy(quantity.value + Number(`0.${digits}`))
  const scale = scaleOf(r, to)
  if (scale !== undefined) {
    const words = readCardinal(r, to, value)
    if (words) return { ...quantity, to: words.to, value: words.value, step: tidy(scale * 10 ** -digits.length), isScaled: true }
  }
  return { ...quantity, to, value, step: tidy(10 ** -digits.length) }
}

/** "… and a half", "… and two thirds", "five and a half million", "3 million and a half": the fraction is of the last scale from a thousand on. */
function halves(r: Reading, quantity: Quantity, lastScale: number): Quantity {
  if (r.word(quantity.to) !== 'and' || !Number.isInteger(quantity.value)) return quantity
  const at = quantity.to + 1
  const word = r.word(at)
  let part: Quantity | null = null
  if (word === 'a' || word === 'an' || word === 'half' || word === 'one') {
    const next = word === 'half' ? at : at + 1
    const below = r.has(next, Word.denominator) && !r.word(next).endsWith('s') && r.word(next) !== 'second' && r.word(next) !== 'first' ? DENOMINATORS[r.word(next)] : undefined
    if (below !== undefined) part = { from: at, to: next + 1, value: 1 / below, step: 0, isShare: true, isSpelled: true, isScaled: false }
  } else if (r.isNumber(at)) {
    // "2 and 3/4"
    const top = digitsOf(r.word(at))
    part = top && top.decimals === 0 ? slashAt(r, at + 1, top.value) : null
  } else if (smallOf(r, at) !== undefined) {
    const top = readCardinal(r, at)
    part = top && denominated(r, at, top)
  }
  if (!part || part.value >= 1) return quantity
  // "two and a third person": an ordinal.
  if (part.to < r.to && /^(?:a|an)$/.test(word) && !r.word(at + 1).startsWith('half') && !r.word(at + 1).startsWith('quarter') && r.isWord(part.to) && scaleOf(r, part.to) === undefined && !r.has(part.to, Word.timeUnit | Word.unit | Word.percent)) return quantity
  const value = quantity.value + part.value * (lastScale >= 1000 ? lastScale : 1)
  const scale = scaleOf(r, part.to)
  if (scale !== undefined && lastScale === 1) {
    const words = readCardinal(r, part.to, value)
    if (words) return { ...quantity, to: words.to, value: words.value, step: scale / 10, isScaled: true }
  }
  return { ...quantity, to: part.to, value: tidy(value), step: lastScale >= 1000 ? lastScale / 10 : 0 }
}

/** "two thirds of a million", "three quarters billion". */
function ofScale(r: Reading, quantity: Quantity): Quantity {
  let at = quantity.to
  if (r.word(at) === 'of' && (r.word(at + 1) === 'a' || r.word(at + 1) === 'one')) at += 2
  const scale = SCALES[r.word(at)]
  if (scale === undefined || !r.has(at, Word.scale)) return quantity
  return { ...quantity, to: at + 1, value: tidy(quantity.value * scale), step: scale >= 1000 ? scale / 100 : 0, isShare: false, isScaled: true }
}

function withShare(r: Reading, quantity: Quantity): Quantity {
  if (quantity.isShare || quantity.isScaled || !Number.isInteger(quantity.value)) return quantity
  return overAt(r, quantity.from, quantity.to, quantity.value) ?? (quantity.isSpelled ? quantity : halves(r, quantity, 1))
}

const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th'])

/** The ordinal that begins at a token: "13th", "twenty-first", "a hundred trillionth"; null when there is none. */
export function readOrdinal(r: Reading, from: number): { value: number; to: number } | null {
  if (r.isNumber(from)) {
    if (!r.isGlued(from + 1) || !ORDINAL_ENDINGS.has(r.word(from + 1))) return null
    const digits = digitsOf(r.word(from))
    return digits && digits.decimals === 0 ? { value: digits.value, to: from + 2 } : null
  }
  if (r.has(from, Word.ordinal)) return { value: ORDINALS[r.word(from)]!, to: from + 1 }
  const start = r.word(from) === 'a' && r.has(from + 1, Word.scale) ? from + 1 : from
  if (!r.has(start, Word.cardinal | Word.scale) || !(r.has(start + 1, Word.ordinal | Word.cardinal | Word.scale) || r.word(start + 1) === 'and' || isDash(r.word(start + 1)))) return null
  const words = readCardinal(r, start)
  if (!words) return null
  const at = isDash(r.word(words.to)) && r.isGlued(words.to) ? words.to + 1 : r.word(words.to) === 'and' && words.isAtScale ? words.to + 1 : words.to
  const last = r.has(at, Word.ordinal) ? ORDINALS[r.word(at)]! : undefined
  if (last === undefined) return null
  if (last >= 100) return { value: words.value * last, to: at + 1 }
  // "twenty-first" and "hundred and first"; "three first" are two words.
  return words.isAtScale || (words.lastSmall >= TENS_FROM && last < 10) ? { value: words.value + last, to: at + 1 } : null
}
