import type { Span } from '../document/document.ts'
import { CURRENCY_BEFORE, ATTACHED_CODES } from './currencies.ts'
import type { Hedge } from './fact.ts'
import { matchesOf, tidy, type Amount } from './parser.ts'
import { WORD_NUMBER, valueOfWords } from './number-words.ts'

/**
 * A figure in running text before anybody knows what it counts: "over 100", "30 – 50 million", "half a trillion".
 * `span` is the figure with its scale, `start` of `whole` includes hedge and currency sign.
 */
export interface Figure {
  span: Span
  whole: Span
  low: Amount
  high: Amount | null
  hedge: Hedge
  /** ISO 4217 code when a sign or a code stands before it. */
  currency: string | null
  isSpelled: boolean
}

const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?|\.\d+`
const FIGURE = new RegExp(String.raw`(?:(?<![\w.])|(?<=\b(?:${ATTACHED_CODES})))(?:${DIGITS})`, 'g')
const SCALE = /[\s-]?(hundred|thousand|million|billion|trillion|mn|bn|tn|crore|lakh)\b|([kmbKMB])(?![\p{L}\d])|\s?(万亿|千万|百万|[万亿])/uy
const RANGE = new RegExp(String.raw`(\s?[–—-]\s?|\sto\s|\sand\s)((?:(?:US|A|C|HK|NT)?[$€£¥])?)(${DIGITS})`, 'y')
const SCALES: Record<string, number> = {
  hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, mn: 1e6, bn: 1e9, tn: 1e12, lakh: 1e5, crore: 1e7,
  k: 1e3, m: 1e6, b: 1e9, 百万: 1e6, 千万: 1e7, 万: 1e4, 亿: 1e8, 万亿: 1e12,
}
/** What a currency before a figure can end in. */
const LAST_SIGNS = new Set(CURRENCY_BEFORE.map(({ sign }) => sign.at(-1)!))
/** Longer runs of digits are identifiers, not quantities. */
const LONGEST_DIGITS = 24
/** How far before a figure its hedge and currency can start. */
const LOOK_BACK = 36

const HEDGE_WORDS: [Hedge, string][] = [
  ['at-least', String.raw`at least|(?:not?|nor) (?:less|fewer|lower) than|a minimum of|as (?:many|much|high) as|≥`],
  ['at-most', String.raw`at most|(?:not?|nor) (?:more|greater|higher) than|a maximum of|up to|≤`],
  ['more-than', String.raw`(?:more|greater|higher|larger|better) than|over|(?<!\bthe )above|exceed(?:s|ed|ing)?|upwards? of|in excess of|surpass(?:es|ed|ing)?|>`],
  ['less-than', String.raw`(?:less|fewer|lower|smaller) than|under|below|<`],
  ['about', String.raw`about|around|some|approximately|roughly|nearly|almost|close to|circa|c\.|ca\.|an? estimated|estimated(?: at)?|or so|~|≈|±`],
]
const HEDGE_BEFORE = new RegExp(String.raw`(?:^|[\s(–—])(?:${HEDGE_WORDS.map(([, words]) => `(${words})`).join('|')})\s?(?:an? |the )?$`, 'i')
/** The words that can end a hedge before a figure; a look at one word spares most figures the search. */
const HEDGE_ENDS = new Set(`least than of as many much high most to over above exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing under below about around some approximately roughly nearly almost circa c. ca. estimated at so a an the`.split(' '))
const HEDGE_SIGN = /[~≈±<>≤≥]$/
const HEDGE_AFTER = /(\+| or more\b| or (?:so|thereabouts)\b| plus\b)/y

/** Every figure of a sentence, digits and words, in text order. Linear in the length of the text. */
export function findFigures(text: string): Figure[] {
  const figures: Figure[] = []
  if (/\d/.test(text)) for (const match of matchesOf(FIGURE, text)) {
    if (figures.length > 0 && match.index < figures.at(-1)!.span.end) continue
    const figure = readDigits(text, match.index, match[0])
    if (figure) figures.push(figure)
  }
  for (const match of matchesOf(WORD_NUMBER, text)) {
    const read = valueOfWords(match[0])
    if (read) figures.push(around(text, { start: match.index, end: match.index + match[0].length }, read, null, true))
  }
  return figures.sort((a, b) => a.span.start - b.span.start).filter((figure, at, all) => at === 0 || figure.span.start >= all[at - 1]!.span.end)
}

function readDigits(text: string, start: number, digits: string): Figure | null {
  if (digits.length > LONGEST_DIGITS || isMark(text, start, start + digits.length) || isNamePart(text, start)) return null
  const hasCurrency = currencyBefore(text, start) !== null
  let end = start + digits.length
  const first = scaleAt(text, end, hasCurrency)
  end = first?.end ?? end
  // "3D", "5th": the letters make it another word.
  if (/[A-Za-z]/.test(text[end] ?? '')) return null
  RANGE.lastIndex = end
  const range = RANGE.exec(text)
  const isBetween = range && (!/and/.test(range[1]!) || /\bbetween\s\S{0,6}$/i.test(text.slice(Math.max(0, start - 16), start)))
  if (range && isBetween && range[3]!.length <= LONGEST_DIGITS) {
    const rangeEnd = end + range[0].length
    const second = scaleAt(text, rangeEnd, hasCurrency)
    // In "30 – 50 million" the scale is said once and meant for both ends.
    const low = amount(digits, first?.scale ?? second?.scale ?? 1)
    const high = amount(range[3]!, second?.scale ?? 1)
    if (low.value < high.value) return around(text, { start, end: second?.end ?? rangeEnd }, low, high, false)
  }
  return around(text, { start, end }, amount(digits, first?.scale ?? 1), null, false)
}

function around(text: string, span: Span, low: Amount, high: Amount | null, isSpelled: boolean): Figure {
  const currency = currencyBefore(text, span.start)
  let start = currency?.start ?? span.start
  let end = span.end
  let hedge: Hedge = 'exact'
  const before = mayEndHedge(text, start) ? HEDGE_BEFORE.exec(text.slice(Math.max(0, start - LOOK_BACK), start)) : null
  if (before) {
    const which = HEDGE_WORDS.findIndex((_, at) => before[at + 1] !== undefined)
    hedge = HEDGE_WORDS[which]![0]
    const opening = before[0].length - before[0].replace(/^[\s(–—]/, '').length
    start -= before[0].length - opening
  } else {
    HEDGE_AFTER.lastIndex = end
    const after = HEDGE_AFTER.exec(text)
    if (after) {
      hedge = after[1]!.includes('so') || after[1]!.includes('there') ? 'about' : 'at-least'
      end += after[0].length
    }
  }
  return { span, whole: { start, end }, low, high, hedge, currency: currency?.code ?? null, isSpelled }
}

function mayEndHedge(text: string, start: number): boolean {
  const word = text.slice(Math.max(0, start - LOOK_BACK), start).trimEnd()
  return HEDGE_ENDS.has(word.slice(Math.max(word.lastIndexOf(' '), word.lastIndexOf('('), word.lastIndexOf('\n')) + 1).toLowerCase()) || HEDGE_SIGN.test(word)
}

function amount(digits: string, scale: number): Amount {
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0
  const isRounded = scale > 1 || decimals > 0
  return { value: tidy(Number(digits.replaceAll(',', '')) * scale), step: isRounded ? tidy(scale * 10 ** -decimals) : 0 }
}

function scaleAt(text: string, at: number, hasCurrency: boolean): { scale: number; end: number } | null {
  SCALE.lastIndex = at
  const match = SCALE.exec(text)
  if (!match) return null
  // A bare letter is a scale only beside a currency: "€3.2m" is money, "5m" may be a length.
  if (match[2] && !hasCurrency) return null
  return { scale: SCALES[(match[1] ?? match[2] ?? match[3])!.toLowerCase()]!, end: at + match[0].length }
}

function currencyBefore(text: string, at: number): { code: string; start: number } | null {
  const slice = text.slice(Math.max(0, at - 6), at)
  const tail = slice.trimEnd()
  if (!LAST_SIGNS.has(tail.at(-1) ?? '')) return null
  const match = CURRENCY_BEFORE.find(({ sign }) => tail.endsWith(sign))
  if (!match) return null
  const start = at - (slice.length - tail.length) - match.sign.length
  // "HARM 5" does not end in a currency code.
  if (/^\p{L}/u.test(match.sign) && start > 0 && /[\p{L}\d]/u.test(text[start - 1]!)) return null
  return { code: match.code, start }
}

/** Note marks ("{1}", "[12]", "(3)") and list numbers ("1) …") are not figures of the text. */
function isMark(text: string, start: number, end: number): boolean {
  if (end - start > 3 || !/[}\])]/.test(text[end] ?? '')) return false
  const before = text.slice(Math.max(0, start - 2), start)
  return /[{[(^]$/.test(before) || (text[end] === ')' && /^$|[\s;:,]\s?$/.test(before) && !text.slice(Math.max(0, start - LOOK_BACK), start).includes('('))
}

/** "COVID-19", "F-16": the figure belongs to a name. */
const isNamePart = (text: string, start: number): boolean => text[start - 1] === '-' && /\p{L}/u.test(text[start - 2] ?? '')
