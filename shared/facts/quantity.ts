import { Word } from './lexicon.ts'
import { readDigits } from './quantity/digits.ts'
import type { Quantity } from './quantity/digits-of.ts'
import { halves, overAt } from './quantity/fractions.ts'
import { readWords } from './quantity/spelled.ts'
import type { Reading } from './reading.ts'

export { readOrdinal } from './quantity/cardinal.ts'
export { digitsOf, type Quantity } from './quantity/digits-of.ts'

/** The number phrase that begins at a token, or null. `isMoney`: a currency stands before it, so that a glued "m" is millions. */
export function readQuantity(r: Reading, from: number, isMoney = false): Quantity | null {
  const sign = r.has(from, Word.opener) ? signAt(r, from) : 0
  const at = from + (sign === 0 ? 0 : 1)
  const read = r.isNumber(at) || (r.word(at) === '.' && r.isNumber(at + 1) && r.isGlued(at + 1) && !r.isGlued(at)) || (r.word(at) === '.' && isMoney && r.isNumber(at + 1) && r.isGlued(at + 1))
    ? readDigits(r, at, isMoney) : readWords(r, at)
  if (!read) return null
  const whole = withShare(r, read)
  if (sign !== 0) {
    if (whole.isShare && whole.isSpelled && r.word(from) === '+') return null
    whole.from = from
    if (sign < 0) whole.value = -whole.value
  }
  return whole
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

function withShare(r: Reading, quantity: Quantity): Quantity {
  if (quantity.isShare || quantity.isScaled || !Number.isInteger(quantity.value)) return quantity
  return overAt(r, quantity.from, quantity.to, quantity.value) ?? (quantity.isSpelled ? quantity : halves(r, quantity, 1))
}
