import { tidy } from '../interval.ts'
import { Word } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import { CARDINALS, ORDINALS, PLURAL_SCALES, SCALES } from '../words/numbers.ts'
import { digitsOf, isDash } from './digits-of.ts'

const UNITS_FROM = 1
export const TENS_FROM = 20

export const smallOf = (r: Reading, at: number): number | undefined => (r.has(at, Word.cardinal) ? CARDINALS[r.word(at)] : undefined)

export const scaleOf = (r: Reading, at: number): number | undefined => (r.has(at, Word.scale) ? SCALES[r.word(at)] ?? PLURAL_SCALES[r.word(at)] : undefined)

export interface Cardinal { to: number; value: number; lastScale: number; isAtScale: boolean; isHyphenTens: boolean; lastSmall: number; digits: boolean }

/**
 * The longest run of number words that is one number. `start` is a number already read before `from` ("3" in "3 hundred and 21").
 * Grammar: groups of hundreds, tens and units, each scaled by falling powers; "and" only behind a hundred or a scale; a dash between tens and units.
 */
export function readCardinal(r: Reading, from: number, start: number | null = null): Cardinal | null {
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

const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th'])
/** The ordinal that begins at a token: "13th", "twenty-first", "a hundred trillionth"; null when there is none. */
export function readOrdinal(r: Reading, from: number): { value: number; to: number } | null {
  if (r.isNumber(from)) {
    if (!r.isGlued(from + 1) || !r.isWord(from + 1) || !ORDINAL_ENDINGS.has(r.word(from + 1))) return null
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
