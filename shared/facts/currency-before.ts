import { Word } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { CODES, NAMES, OTHER_CODES, PARTS, SIGN_PREFIXES, SIGNS } from './words/currencies.ts'

/** A currency before a figure, and the token it begins at. */
export interface CurrencyBefore { code: string; parts: number; from: number }

/** "US$", "€", "RMB", "Rs.", "dollar" right before token `at`; null when no currency stands there. */
export function currencyBefore(r: Reading, at: number): CurrencyBefore | null {
  let last = at - 1
  if (last < r.floor) return null
  if (r.has(last, Word.currencySign)) return withPrefix(r, last)
  // "Rs. 500"
  if (r.word(last) === '.' && r.word(last - 1) === 'rs' && last - 1 >= r.floor) last -= 1
  if (!r.has(last, Word.currencyWord)) return null
  const word = r.word(last)
  const isGluedBehind = last > r.from && r.isGlued(last) && /[\p{L}\d]/u.test(r.text[r.start(last) - 1]!)
  if (isGluedBehind) return null
  const signed = behindSign(r, last, at) ?? initialsOf(r, last, at)
  if (signed) return signed
  const other = OTHER_CODES[word]
  if (other !== undefined) return (word === 'nt' || word === 'dm') && r.printed(last) !== word.toUpperCase() ? null : { code: other, parts: 1, from: last }
  const code = word.toUpperCase()
  // Codes are capitals, or small letters where the whole text is ("usd 20"); "ALL 5", "TOP 10" and "TRY 3" are shouting.
  if (CODES.has(code) && word.length === 3 && !(AMBIGUOUS_CODES.has(code)) && (r.printed(last) === code || r.printed(last) === word)) return { code, parts: 1, from: last }
  if (r.isGlued(at)) return null
  const name = NAMES[word]
  if (name && (word === 'dollar' || word === 'euro') && r.isNumber(at)) return { ...name, from: last }
  return word === 'sen' && r.isNumber(at) ? { ...PARTS.sen!, from: last } : null
}

const AMBIGUOUS_CODES = new Set(['ALL', 'TOP', 'TRY', 'CUP', 'BAM', 'GEL', 'MOP', 'PEN', 'RON', 'SOS', 'MAD', 'LAK', 'BOB', 'COP', 'ANG', 'CRC', 'PGK', 'PAB', 'SAR', 'SHP', 'SCR', 'TND', 'MRU', 'STN', 'DEM', 'WST', 'ATS', 'LEK', 'NAD', 'AMD', 'KES', 'DOP', 'GIP'])

/** "$US30m", "$A5 million": the country behind the dollar sign. */
function behindSign(r: Reading, last: number, at: number): CurrencyBefore | null {
  const code = r.isCapitalised(last) && r.isGlued(at) && r.isGlued(last) && r.word(last - 1) === '$' && last - 1 >= r.floor ? SIGN_PREFIXES[r.word(last)] : undefined
  return code === undefined ? null : { code, parts: 1, from: last - 1 }
}

/** "R200m", "RM6 million", "KSh 500", "kr 250": letters that stand for a currency only as they are printed here. "R" alone may begin the name of a road or a robot, so its amount must be large or have cents. */
function initialsOf(r: Reading, last: number, at: number): CurrencyBefore | null {
  const printed = r.printed(last)
  const code = INITIALS[printed]
  if (code === undefined || !r.isNumber(at)) return null
  const isLarge = /[.,]/.test(r.word(at)) || r.has(at + 1, Word.scale) || r.word(at + 1) === 'm'
  return printed !== 'R' || (isLarge && r.isGlued(at)) ? { code, parts: 1, from: last } : null
}
/** Norway and Denmark put "kr" before the figure, Sweden behind it. */
const INITIALS: Readonly<Record<string, string>> = { R: 'ZAR', RM: 'MYR', Sh: 'KES', KSh: 'KES', Ksh: 'KES', kr: 'NOK', Kr: 'NOK', Rp: 'IDR' }

function withPrefix(r: Reading, sign: number): CurrencyBefore {
  const printed = r.word(sign)
  const code = SIGNS[printed]!
  let before = sign - 1
  // "U.S. $ 5" and "u.s $ 5"
  const stop = r.word(before) === '.' && before > r.floor ? before - 1 : before
  if ((printed === '$' || printed === '＄') && r.word(stop) === 's' && r.word(stop - 1) === '.' && r.word(stop - 2) === 'u' && stop - 2 >= r.floor) return { code: 'USD', parts: 1, from: stop - 2 }
  before = sign - 1
  if (before < r.floor || !r.isWord(before)) return { code, parts: 1, from: sign }
  const prefix = r.word(before)
  const national = SIGN_PREFIXES[prefix]
  const isGluedBehind = before > r.from && r.isGlued(before) && /[\p{L}\d]/u.test(r.text[r.start(before) - 1]!)
  const mayStandApart = prefix.length > 1 && prefix !== 'can' && prefix !== 'sg' && prefix !== 'col' || prefix === 'c'
  if (national === undefined || isGluedBehind || (!r.isGlued(sign) && !mayStandApart) || (printed !== '$' && prefix !== 'cn' && prefix !== 'jp')) {
    return prefix === 'rmb' && (printed === '¥' || printed === '￥') ? { code: 'CNY', parts: 1, from: before } : { code, parts: 1, from: sign }
  }
  return { code: national, parts: 1, from: before }
}
