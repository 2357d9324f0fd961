import { tidy } from '../interval.ts'
import { Word } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import { DENOMINATORS, SCALES } from '../words/numbers.ts'
import { readCardinal, scaleOf, smallOf, TENS_FROM, type Cardinal } from './cardinal.ts'
import { digitsOf, isDash, type Quantity } from './digits-of.ts'

/** "4/5", where nothing more is glued to it: a date or a telephone number is no fraction. */
export function slashAt(r: Reading, at: number, top: number): Quantity | null {
  if (r.word(at) !== '/' || !/^[1-9]\d{0,3}$/.test(r.word(at + 1))) return null
  // "1 / 4", as tokenised texts print it.
  const isApart = !r.isGlued(at) && !r.isGlued(at + 1)
  if (isApart ? top >= Number(r.word(at + 1)) || r.word(at + 1).length > 2 : !r.isGlued(at) || !r.isGlued(at + 1)) return null
  if (r.isGlued(at + 2) && /^[\p{L}\d/-]/u.test(r.word(at + 2))) return null
  if (at - 2 >= r.from && r.isGlued(at - 1) && /^[\p{L}\d/]/u.test(r.word(at - 2))) return null
  return { from: at - 1, to: at + 2, value: tidy(top / Number(r.word(at + 1))), step: 0, isShare: true, isSpelled: false, isScaled: false }
}

/** "two thirds", "twenty-three fifths", "one twenty-fifth", "one hundred thirty-fifths": a cardinal over an ordinal. */
export function denominated(r: Reading, from: number, top: Cardinal): Quantity | null {
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
export function overAt(r: Reading, from: number, at: number, top: number): Quantity | null {
  if (r.word(at) !== 'over' || !Number.isInteger(top)) return null
  const below = r.isNumber(at + 1) ? digitsOf(r.word(at + 1)) : null
  const words = below ? null : readCardinal(r, at + 1)
  const value = below?.value ?? words?.value
  const to = below ? at + 2 : words?.to
  if (value === undefined || to === undefined || value <= top || !Number.isInteger(value) || r.isWord(to) || r.has(to, Word.percent)) return null
  return { from, to, value: tidy(top / value), step: 0, isShare: true, isSpelled: true, isScaled: false }
}

/** "… and a half", "… and two thirds", "five and a half million", "3 million and a half": the fraction is of the last scale from a thousand on. */
export function halves(r: Reading, quantity: Quantity, lastScale: number): Quantity {
  if (isDash(r.word(quantity.to)) && r.word(quantity.to + 1) === 'and') return dashedHalf(r, quantity)
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

/** "two-and-a-half-year" */
function dashedHalf(r: Reading, quantity: Quantity): Quantity {
  const at = quantity.to
  const isGlued = r.isGlued(at) && r.isGlued(at + 1) && r.isGlued(at + 2)
  return isGlued && isDash(r.word(at + 2)) && r.word(at + 3) === 'a' && isDash(r.word(at + 4)) && r.word(at + 5) === 'half' ? { ...quantity, to: at + 6, value: tidy(quantity.value + 0.5) } : quantity
}

/** "two thirds of a million", "three quarters billion". */
export function ofScale(r: Reading, quantity: Quantity): Quantity {
  let at = quantity.to
  if (r.word(at) === 'of' && (r.word(at + 1) === 'a' || r.word(at + 1) === 'one')) at += 2
  const scale = SCALES[r.word(at)]
  if (scale === undefined || !r.has(at, Word.scale)) return quantity
  return { ...quantity, to: at + 1, value: tidy(quantity.value * scale), step: scale >= 1000 ? scale / 100 : 0, isShare: false, isScaled: true }
}
