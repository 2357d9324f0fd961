import type { FactOf } from './fact.ts'
import { told, type Figure, type Read } from './figure.ts'
import { Word } from './lexicon.ts'
import { readQuantity } from './quantity.ts'
import type { Reading } from './reading.ts'
import { CODES, NAMES, NATIONAL, NEEDS_ADJECTIVE, OTHER_CODES, PARTS, SIGN_PREFIXES, SIGNS, type Currency } from './words/currencies.ts'

/** Amounts of money by sign, code or name, before or after the figure. `value` in whole units of `currency`: "50 cents" is 0.5 USD. */
export function readMoney(r: Reading, figure: Figure): Read<FactOf<'money'>> | null {
  const after = currencyAfter(r, figure)
  // "weighing two pounds": a weight.
  if (!figure.currency && (!after || WEIGHS.has(r.word(figure.hedgeFrom - 1)))) return null
  if (figure.currency && after && after.code !== figure.currency.code && !after.isGeneric) return money(r, figure, figure.currency, figure.to, undefined)
  const currency = figure.currency ? { code: figure.currency.code, parts: figure.currency.parts * (after && after.parts > 1 && figure.currency.parts === 1 ? after.parts : 1) } : after
  if (!currency) return null
  return money(r, figure, figure.currency ? figure.currency : currency, after?.to ?? figure.to, after?.end)
}

const WEIGHS = new Set(['weigh', 'weighs', 'weighed', 'weighing'])

function money(r: Reading, figure: Figure, { code, parts }: { code: string; parts: number }, to: number, end: number | undefined): Read<FactOf<'money'>> {
  const million = millionOf(r, figure, to)
  const read = told<FactOf<'money'>>(r, figure, to, { kind: 'money', currency: code }, { factor: million / parts, end })
  const change = parts === 1 && !figure.high && Number.isInteger(figure.low.value) && to > figure.to ? changeAt(r, to) : null
  if (change) {
    const value = read.fact.value + change.value
    return { fact: { ...read.fact, span: { start: read.fact.span.start, end: r.end(change.to - 1) }, value, interval: { low: value, high: value } }, to: change.to }
  }
  return read
}

/** "120 MEUR": the million stands before the code. */
const millionOf = (r: Reading, figure: Figure, to: number): number => (to > figure.to && /^m[a-z]{3}$/.test(r.word(to - 1)) && CODES.has(r.word(to - 1).slice(1).toUpperCase()) && !CODES.has(r.word(to - 1).toUpperCase()) ? 1e6 : 1)

/** "3 dollars 50 cents", "15 dollars and 15", "thirteen dollars forty-five": hundredths behind the whole units. Without "cents" nothing may follow that could be counted. */
function changeAt(r: Reading, at: number): { value: number; to: number } | null {
  const from = r.word(at) === 'and' ? at + 1 : at
  if (!r.has(from, Word.digits | Word.cardinal)) return null
  const small = readQuantity(r, from)
  if (!small || small.value >= 100 || small.value < 1 || !Number.isInteger(small.value)) return null
  const part = PARTS[r.word(small.to)]
  if (part) return { value: small.value / 100, to: small.to + 1 }
  return r.isWord(small.to) || r.isNumber(small.to) || r.has(small.to, Word.currencySign | Word.percent) || r.isHan(small.to) || /^[-–/:]$/.test(r.word(small.to)) ? null : { value: small.value / 100, to: small.to }
}

interface CurrencyAfter extends Currency { to: number; end?: number; isGeneric: boolean }

/** A currency behind a figure: "dollars", "Hong Kong dollars", "-yen", "USD", "€", "元". */
function currencyAfter(r: Reading, figure: Figure): CurrencyAfter | null {
  let at = figure.to
  const last = figure.high ?? figure.low
  if (r.isHan(at)) return hanCurrency(r, at, last.han ?? 0)
  const isHyphen = r.word(at) === '-' && r.isGlued(at) && r.isGlued(at + 1)
  if (isHyphen) at += 1
  if (r.word(at) === 'of' && last.isScaled) at += 1
  if (r.has(at, Word.currencySign)) {
    // "10 $": not the sign of the next figure.
    if (figure.currency || (r.isGlued(at + 1) && r.isNumber(at + 1)) || (r.has(figure.from, Word.year) && !r.isGlued(at) && r.isNumber(at + 1))) return null
    return { code: SIGNS[r.word(at)]!, parts: 1, to: at + 1, isGeneric: false }
  }
  if (!r.has(at, Word.currencyWord) && r.word(at) !== 'u') return null
  const word = r.word(at)
  // "50p"
  if (word === 'p') return r.isGlued(at) && r.printed(at) === 'p' && !(r.isGlued(at + 1) && (r.isWord(at + 1) || r.isNumber(at + 1))) ? { code: 'GBP', parts: 100, to: at + 1, isGeneric: false } : null
  const adjective = adjectiveAt(r, at)
  if (adjective) return adjective
  const name = nameOf(word)
  if (name && !(NEEDS_ADJECTIVE.has(word))) {
    const to = word.startsWith('pound') && r.word(at + 1) === 'sterling' ? at + 2 : at + 1
    // "50 pounds of flour" is a weight, as far as grammar tells.
    if (word.startsWith('pound') && !figure.currency && r.word(at + 1) === 'of' && !last.isScaled) return null
    return { code: name.code, parts: name.parts, to, isGeneric: true }
  }
  const part = PARTS[word]
  if (part && !NEEDS_ADJECTIVE.has(word)) return { code: part.code, parts: part.parts, to: at + 1, isGeneric: true }
  if (word === 'won' && (last.isScaled || last.value >= 1000) && !r.isWord(at + 1)) return { code: 'KRW', parts: 1, to: at + 1, isGeneric: true }
  if (word === 'kr') return { code: 'SEK', parts: 1, to: at + 1, isGeneric: true }
  if (word === 'rand' || word === 'bucks') return { code: word === 'rand' ? 'ZAR' : 'USD', parts: 1, to: at + 1, isGeneric: true }
  const code = word.toUpperCase()
  const other = OTHER_CODES[word]
  if (other !== undefined && word !== 'nt' && word !== 'dm') return { code: other, parts: 1, to: at + 1, isGeneric: false }
  // A code stands in capitals, or in small letters that are no English word.
  if (CODES.has(code) && (r.printed(at) === code || (r.printed(at) === word && SMALL_CODES.has(word)))) {
    if (r.has(at + 1, Word.digits) && !r.isGlued(at + 1) && !figure.currency && !r.isGlued(at)) return { code, parts: 1, to: at + 1, isGeneric: false }
    return { code, parts: 1, to: at + 1, isGeneric: false }
  }
  return /^m[a-z]{3}$/.test(word) && CODES.has(code.slice(1)) ? { code: code.slice(1), parts: 1, to: at + 1, isGeneric: false } : null
}

const SMALL_CODES = new Set(['usd', 'eur', 'gbp', 'cny', 'jpy', 'chf', 'cad', 'aud', 'nzd', 'hkd', 'sgd', 'sek', 'nok', 'dkk', 'krw', 'rub', 'brl', 'zar', 'mxn', 'twd'])

const nameOf = (word: string): Currency | undefined => NAMES[word] ?? (word.endsWith('s') ? NAMES[word.slice(0, -1)] : undefined)

/** "US dollars", "South Korean won", "Chinese yuan", "U.S. dollars". */
function adjectiveAt(r: Reading, at: number): CurrencyAfter | null {
  if (r.word(at) === 'u' && r.word(at + 1) === '.' && r.word(at + 2) === 's') {
    const name = r.word(at + 3) === '.' ? at + 4 : at + 3
    return /^(?:dollars?|cents?)$/.test(r.word(name)) ? { code: 'USD', parts: r.word(name).startsWith('cent') ? 100 : 1, to: name + 1, isGeneric: false } : null
  }
  const national = (r.has(at + 2, Word.currencyWord) ? nationalAt(r, NATIONAL[`${r.word(at)} ${r.word(at + 1)}`], at + 2) : null) ?? (r.has(at + 1, Word.currencyWord) ? nationalAt(r, NATIONAL[r.word(at)], at + 1) : null)
  if (national) return national
  return SIGN_PREFIXES[r.word(at)] !== undefined && r.word(at + 1) === '$' && r.isGlued(at + 1) && !r.isNumber(at + 2) ? { code: SIGN_PREFIXES[r.word(at)]!, parts: 1, to: at + 2, isGeneric: false } : null
}

/** The currency of a nation that a token names. */
function nationalAt(r: Reading, names: Readonly<Record<string, string>> | undefined, at: number): CurrencyAfter | null {
  const word = r.word(at)
  const code = names?.[word] ?? (word.endsWith('s') ? names?.[word.slice(0, -1)] : undefined)
  return code === undefined ? null : { code, parts: PARTS[word]?.parts ?? 1, to: r.word(at + 1) === 'sterling' ? at + 2 : at + 1, isGeneric: false }
}

const HAN_CURRENCIES: [string, string][] = [['人民币', 'CNY'], ['美元', 'USD'], ['欧元', 'EUR'], ['日元', 'JPY'], ['英镑', 'GBP'], ['港元', 'HKD'], ['韩元', 'KRW'], ['元', 'CNY']]

function hanCurrency(r: Reading, at: number, consumed: number): CurrencyAfter | null {
  const rest = r.word(at).slice(consumed)
  const found = HAN_CURRENCIES.find(([name]) => rest.startsWith(name))
  return found ? { code: found[1], parts: 1, to: at + 1, end: r.start(at) + consumed + found[0].length, isGeneric: true } : null
}
