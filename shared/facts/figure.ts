import type { Fact, FactOf, Hedge } from './fact.ts'
import { currencyBefore } from './currency-before.ts'
import { isDegree } from './heat.ts'
import { hedgeAfter, hedgeBefore } from './hedges.ts'
import { intervalOf, type Amount } from './interval.ts'
import { Word } from './lexicon.ts'
import { readQuantity, type Quantity } from './quantity.ts'
import { smallOf } from './quantity/cardinal.ts'
import type { Reading } from './reading.ts'

/**
 * A figure in running text before anybody knows what it counts: "over 100", "30 – 50 million", "half a trillion". Tokens: `hedgeFrom` the hedge, `from` the currency or the number,
 * `to` the first behind the number. `core` and `end` are offsets: where the figure itself begins and ends.
 */
export interface Figure {
  low: Quantity
  high: Quantity | null
  hedge: Hedge
  hedgeFrom: number
  from: number
  to: number
  end: number
  /** ISO 4217 code when a sign or a code stands before it. */
  currency: { code: string; parts: number } | null
  /** "between … and", "from … to": words before a range that belong to it. */
  rangeFrom: number
}

/** What a parser makes of a figure or of a place in the text, and the first token behind it. */
export interface Read<F extends Fact = Fact> { fact: F; to: number }

const LONGEST_MARK = 3
const OPENS_MARK = new Set(['{', '[', '(', '^'])
const CLOSES_MARK = new Set(['}', ']', ')'])
/** Words that may be glued to digits without making another word of them. */
const MAY_BE_GLUED = Word.unit | Word.timeUnit | Word.scale | Word.percent | Word.currencyWord | Word.currencySign

/** The figure whose number begins at a token; null when there is none or it is part of a name, a mark or an identifier. */
export function readFigure(r: Reading, at: number): Figure | null {
  const isSign = r.word(at) === '-' || r.word(at) === '−' || r.word(at) === '+'
  const digits = r.isNumber(at) ? at : r.isNumber(at + 1) && (isSign || r.word(at) === '.') ? at + 1 : -1
  const currency = currencyBefore(r, at)
  if (digits >= 0 && !currency && isPartOfName(r, at)) return null
  if (digits >= 0 && isMark(r, digits)) return null
  const low = readQuantity(r, at, currency !== null)
  if (!low || isGluedToLetters(r, low.to)) return null
  const minus = currency ? minusBefore(r, currency.from) : false
  const range = minus ? null : rangeAt(r, low, currency !== null)
  const from = currency ? currency.from - (minus ? 1 : 0) : at
  const high = range?.high ?? null
  const to = high?.to ?? low.to
  const last = high ?? low
  const before = hedgeBefore(r, range?.from ?? from)
  return {
    low: range ? range.low : minus ? { ...low, value: -low.value } : low, high, to, from, currency, hedge: before?.hedge ?? low.hedge ?? 'exact', hedgeFrom: before?.from ?? from, rangeFrom: range && range.from < from ? range.from : from,
    end: last.han === undefined ? r.end(to - 1) : r.start(to) + last.han,
  }
}

/** "-$500", "minus $500": a sign before the currency. */
function minusBefore(r: Reading, at: number): boolean {
  const word = at - 1 >= r.floor ? r.word(at - 1) : ''
  return word === 'minus' || ((word === '-' || word === '−') && r.isGlued(at) && !r.isGlued(at - 1))
}

/** "COVID-19", "F-16", "A4": letters right before the digits. */
function isPartOfName(r: Reading, at: number): boolean {
  if (!r.isGlued(at)) return false
  const before = r.text[r.start(at) - 1]!
  if (/\p{L}/u.test(before) && !/\p{Script=Han}/u.test(before)) return true
  if (before === '_' || before === '@') return true
  if (before === '.' && at - 2 >= r.from && r.isGlued(at - 1) && (r.isWord(at - 2) || r.isNumber(at - 2)) && r.word(at - 2).length > 1) return true
  if ((before !== '-' && before !== '/') || at - 2 < r.from || !r.isGlued(at - 1)) return false
  return (r.isWord(at - 2) && !r.has(at - 2, Word.cardinal)) || (r.isNumber(at - 2) && r.isGlued(at - 2) && r.isWord(at - 3))
}

/** A short figure with nothing but brackets around it. */
export const isBracketed = (r: Reading, at: number): boolean => r.isGlued(at + 1) && r.isGlued(at) && r.end(at) - r.start(at) <= LONGEST_MARK && OPENS_MARK.has(r.word(at - 1)) && CLOSES_MARK.has(r.word(at + 1))

/** Note marks ("{1}", "[12]", "(3)") and list numbers ("1) …") are not figures of the text. */
function isMark(r: Reading, at: number): boolean {
  if (!r.isGlued(at + 1) || r.word(at).length > LONGEST_MARK || !CLOSES_MARK.has(r.word(at + 1))) return false
  if (isBracketed(r, at)) return true
  return r.word(at + 1) === ')' && (at === r.from || /^[;:,]$/.test(r.word(at - 1)) || (at - 1 >= r.from && /^(?:and|or)$/.test(r.word(at - 1)))) && !hasOpenBracket(r, at)
}

/** How many tokens back an opening bracket is looked for. */
const LOOK_BACK = 12
function hasOpenBracket(r: Reading, at: number): boolean {
  for (let back = at - 1; back >= Math.max(r.from, at - LOOK_BACK); back -= 1) {
    if (r.word(back) === '(') return true
    if (r.word(back) === ')') return false
  }
  return false
}

/** "3D", "24703L202": letters behind the digits make it another word, unless they are a unit and nothing more is glued to them. */
function isGluedToLetters(r: Reading, to: number): boolean {
  if (!r.isGlued(to) || !r.isWord(to)) return false
  // "2.5x", "38C"
  if (isTimes(r, to) || isDegree(r, to)) return false
  return !r.has(to, MAY_BE_GLUED) || (r.isGlued(to + 1) && (r.isNumber(to + 1) || r.word(to + 1) === '_'))
}

/** "2.5x", "10×": the letter behind a figure and before nothing that it could multiply. */
export const isTimes = (r: Reading, at: number): boolean => r.isGlued(at) && (r.word(at) === 'x' || r.word(at) === '×') && !(r.isGlued(at + 1) && (r.isWord(at + 1) || r.isNumber(at + 1)))

const RANGE_DASHES = new Set(['–', '—', '-', '−', '~', '～', '至', '到'])

interface Range { low: Quantity; high: Quantity; from: number }

/** "30 – 50 million", "between 20 and 30", "from five to ten". In the first the scale is said once and meant for both ends. */
function rangeAt(r: Reading, low: Quantity, isMoney: boolean): Range | null {
  // "tripled to 9"
  if (low.isSpelled && r.has(low.from, Word.whole)) return null
  if (!r.has(low.to, Word.percent | Word.joiner)) return null
  const percent = percentWords(r, low.to)
  // "18- to 25-year-olds"
  const hangs = percent === 0 && r.word(low.to) === '-' && r.isGlued(low.to) && !r.isGlued(low.to + 1) && r.word(low.to + 1) === 'to' ? 1 : 0
  const behind = low.to + percent + hangs
  const joiner = r.word(behind)
  const isDash = RANGE_DASHES.has(joiner)
  const first = low.from - 1
  const start = r.has(first, Word.currencySign | Word.currencyWord) ? first - 1 : first
  const opening = start >= r.floor ? r.word(start) : ''
  const isBetween = opening === 'between'
  const isUpTo = joiner === 'up' && r.word(behind + 1) === 'to' && opening === 'from'
  if (!isDash && joiner !== 'to' && joiner !== 'through' && !isUpTo && !(joiner === 'and' && isBetween)) return null
  if (isDash && joiner === '-' && r.isGlued(behind) && !r.isGlued(behind + 1)) return null
  // "rose from 3% to 5%" tells two figures and no range.
  if (percent > 0 && opening === 'from') return null
  const next = isUpTo ? behind + 2 : behind + 1
  let at = next
  if (r.has(at, Word.currencySign)) at += 1
  else if (r.has(at + 1, Word.currencySign) && r.isGlued(at + 1) && r.isWord(at)) at += 2
  const high = readQuantity(r, at, isMoney || at > next)
  if (!high || isGluedToLetters(r, high.to) || (percent > 0 && percentWords(r, high.to) === 0)) return null
  if (isDash && (r.isGlued(high.to) && RANGE_DASHES.has(r.word(high.to)) && r.isNumber(high.to + 1))) return null
  const shared = percent === 0 && !low.isScaled && high.isScaled && !low.isShare && (!high.isSpelled || (low.isSpelled && low.value < (smallOf(r, at) ?? 0) && high.to === at + 2))
  const factor = shared ? high.value / unscaled(r, at, high) : 1
  const scaledLow = shared ? { ...low, value: low.value * factor, step: low.step > 0 ? low.step * factor : factor } : low
  if (scaledLow.value >= high.value) return null
  return { low: scaledLow, high, from: isBetween || opening === 'from' ? start : low.from }
}

/** How many tokens of "%" or "per cent" stand between the low end and what joins it to the high one: "10% to 15%". */
function percentWords(r: Reading, at: number): number {
  if (!r.has(at, Word.percent)) return 0
  return r.word(at) === '%' || r.word(at) === 'percent' ? 1 : r.word(at) === 'per' && r.word(at + 1) === 'cent' ? 2 : 0
}

/** The printed number of a scaled quantity: 3 of "3 million" and of "three million". */
function unscaled(r: Reading, at: number, quantity: Quantity): number {
  if (quantity.isSpelled) return smallOf(r, at) ?? quantity.value
  const digits = r.word(r.word(at) === '-' ? at + 1 : at)
  const printed = Number(digits.includes(',') ? digits.replaceAll(',', '') : digits)
  return Number.isFinite(printed) && printed > 0 ? printed : quantity.value
}

/** The kinds of fact that a figure may become. */
type Counted = FactOf<'number' | 'percentage' | 'money' | 'duration'>
/** What a parser knows of its fact before the figure is told: its kind and what is counted. */
type Begun<F extends Counted> = Omit<F, 'span' | 'hedge' | 'value' | 'high' | 'interval' | 'range' | 'core'>

/** How the printed number becomes the value of the fact: `factor` turns it into the unit of the fact, `step` is the least rounding, `end` the offset at which its unit ends within a token. */
export interface Telling { factor?: number; step?: number; end?: number | undefined }
const AS_PRINTED: Telling = {}

/**
 * Completes a fact, begun by its parser, with span, value and interval of a figure whose unit ends before token `to`. The span covers hedge, currency, figure and unit;
 * `core` is given where the span covers a hedge or the words of a range too, and leaves these out.
 */
export function told<F extends Counted>(r: Reading, figure: Figure, to: number, begun: Begun<F>, { factor = 1, step = 0, end }: Telling = AS_PRINTED): Read<F> {
  const low = scaled(figure.low, factor, step)
  const high = figure.high ? scaled(figure.high, factor, step) : null
  const after = figure.hedge === 'exact' ? hedgeAfter(r, to) ?? (to > figure.to ? hedgeAfter(r, figure.to) : null) : null
  const hedge = after?.hedge ?? figure.hedge
  const coreStart = r.start(figure.from)
  const coreEnd = Math.max(end ?? r.end(to - 1), figure.end)
  const start = r.start(Math.min(figure.hedgeFrom, figure.rangeFrom))
  const isAfter = after !== null && after.to > to
  const fact = begun as F
  fact.span = { start, end: isAfter ? r.end(after.to - 1) : coreEnd }
  fact.hedge = hedge
  fact.value = low.value
  if (high) fact.high = high.value
  fact.range = high !== null
  fact.interval = intervalOf(low, high, hedge)
  if (start < coreStart || fact.span.end > coreEnd) fact.core = { start: coreStart, end: coreEnd }
  return { fact, to: isAfter ? after.to : to }
}

function scaled(amount: Amount, factor: number, step: number): Amount {
  if (factor === 1 && (step === 0 || amount.step > 0)) return amount
  return { value: factor === 1 ? amount.value : amount.value * factor, step: (amount.step === 0 ? step : amount.step) * factor }
}
