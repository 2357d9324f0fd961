import type { Hedge } from '../fact.ts'

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
  /** Where the words themselves say so: "several hundred", "tens of thousands". */
  hedge?: Hedge
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

/** "12,5": a comma before one or two decimals, as much of Europe writes; two figures of a list look the same. */
const COMMA_DECIMALS = /^\d{1,3},\d{1,2}$/
export const commaDecimals = (word: string): { value: number; decimals: number } | null =>
  (COMMA_DECIMALS.test(word) ? { value: Number(word.replace(',', '.')), decimals: word.length - word.indexOf(',') - 1 } : null)

/** What digits say, or null when they are a list ("22,24,26") or no number ("192.168.1.2"). */
export function digitsOf(word: string): { value: number; decimals: number } | null {
  if (word.length > LONGEST_DIGITS) return null
  // Most are digits and nothing else.
  const simple = Number(word)
  if (Number.isInteger(simple) && (word.length <= 3 || !word.includes('.'))) return { value: simple, decimals: 0 }
  const isPointed = POINTED.test(word)
  if (!isPointed && !PLAIN.test(word) && !GROUPED.test(word) && !INDIAN.test(word)) return null
  const plain = isPointed ? word.replaceAll('.', '').replace(',', '.') : word.includes(',') ? word.replaceAll(',', '') : word
  const point = plain.indexOf('.')
  return { value: Number(plain), decimals: point < 0 ? 0 : plain.length - point - 1 }
}

export const isDash = (word: string): boolean => word === '-' || word === '‐' || word === '‑' || word === '−'
