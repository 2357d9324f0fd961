import { tidy } from '../interval.ts'
import { Word } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import { DENOMINATORS, FOLDS, LOOSE_SCALES, PLURAL_SCALES, SCALES, VULGAR_FRACTIONS } from '../words/numbers.ts'
import { readCardinal, scaleOf, smallOf, type Cardinal } from './cardinal.ts'
import { isDash, type Quantity } from './digits-of.ts'
import { denominated, halves, ofScale } from './fractions.ts'
import { looseNumber } from './loose.ts'

/** Numbers in words, mixed with digits: "two hundred and six", "half a trillion", "four thousand three hundred", "three quarters", "two thirds of a million". */
export function readWords(r: Reading, from: number): Quantity | null {
  const word = r.word(from)
  if (r.has(from, Word.whole)) {
    const vulgar = VULGAR_FRACTIONS[word]
    if (vulgar !== undefined) return ofScale(r, { from, to: from + 1, value: vulgar, step: 0, isShare: true, isSpelled: false, isScaled: false })
    const fold = FOLDS[word]
    return fold === undefined || NOT_BEHIND_FOLD.has(r.word(from + 1)) || /^(?:or|think|thinking)$/.test(r.word(from - 1)) ? null : { from, to: from + 1, value: fold, step: 0, isShare: false, isSpelled: true, isScaled: false }
  }
  if (word === 'half' || ((word === 'a' || word === 'one') && r.word(from + 1) === 'half')) return halfOf(r, from, word === 'half' ? from + 1 : from + 2)
  if (word === 'a' || word === 'an') return afterArticle(r, from)
  if (!r.has(from, Word.cardinal | Word.scale)) return r.has(from, Word.opener) ? looseNumber(r, from) : null
  if (PLURAL_SCALES[word] !== undefined || LOOSE_SCALES[word] !== undefined) return looseNumber(r, from)
  const cardinal = readCardinal(r, from)
  if (!cardinal) return null
  const fraction = denominated(r, from, cardinal)
  if (fraction) return ofScale(r, fraction)
  if (r.has(from, Word.scale) && !r.has(from, Word.cardinal)) {
    if (SCALES[word] === undefined || (cardinal.to === from + 1 && word !== 'dozen' && !(word === 'hundred' && r.has(cardinal.to, Word.percent)))) return null
    if (/^(?:several|many|few|some|couple|the|of)$/.test(r.word(from - 1))) return null
  }
  return halves(r, pointed(r, { from, to: cardinal.to, value: cardinal.value, step: stepOf(cardinal), isShare: false, isSpelled: true, isScaled: cardinal.lastScale > 1 }), cardinal.lastScale)
}

/** "doubled over" and "doubled back" multiply nothing. */
const NOT_BEHIND_FOLD = new Set(['over', 'up', 'back', 'down'])

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
  if (r.has(next, Word.opener)) return looseNumber(r, from)
  const part = r.has(next, Word.denominator) ? DENOMINATORS[r.word(next)] : undefined
  if (part === undefined || r.word(next).endsWith('s') || r.word(next) === 'second' || r.word(next) === 'first') return null
  // "a third country", "a fifth time": an ordinal, unless something is divided or nothing follows.
  const after = r.word(next + 1)
  if (after !== 'of' && (r.isWord(next + 1) && after !== 'and' && after !== 'more' && after !== 'less' && after !== 'as')) return null
  return ofScale(r, { from, to: next + 1, value: tidy(1 / part), step: 0, isShare: true, isSpelled: true, isScaled: false })
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
