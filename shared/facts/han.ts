import type { Fact } from './fact.ts'
import type { Read } from './figure.ts'
import { intervalOf, tidy } from './interval.ts'
import type { Reading } from './reading.ts'
import { HAN_DIGITS, HAN_SCALES, HAN_TENS } from './words/numbers.ts'

const NUMERALS = '〇零一二两三四五六七八九十百千万亿兆'
/** A year in Chinese figures, a percentage, or a numeral that is more than one word's syllable: "一" alone is in many words, "三千万" is a number. */
const FIGURE = new RegExp(`([〇零一二三四五六七八九]{4})年|百分之([${NUMERALS}]+)|([二两三四五六七八九十百千]+)分之([一二两三四五六七八九十百]+)|([一二两三四五六七八九十][${NUMERALS}]*[十百千万亿兆][${NUMERALS}]*)(多|余|左右)?(人民币|美元|欧元|日元|英镑|港元|元)?`, 'g')
const CURRENCIES: Readonly<Record<string, string>> = { 人民币: 'CNY', 元: 'CNY', 美元: 'USD', 欧元: 'EUR', 日元: 'JPY', 英镑: 'GBP', 港元: 'HKD' }
const PER_CENT_STEP = 1
const LAST_YEAR = 2199

/** Numbers written in Chinese characters, all in one run of them: "三千万元", "百分之五", "二〇一九年". */
export function readHan(r: Reading, at: number): Read[] {
  return [...r.word(at).matchAll(FIGURE)].flatMap((match) => {
    const start = r.start(at) + match.index
    const fact = factOf(match, { start, end: start + match[0].length })
    return fact ? [{ fact, to: at + 1 }] : []
  })
}

function factOf([, year, percent, whole, part, numeral, more, currency]: RegExpExecArray, span: { start: number; end: number }): Fact | null {
  if (year !== undefined) {
    const digits = [...year].map((sign) => HAN_DIGITS[sign]).join('')
    return Number(digits) >= 1000 && Number(digits) <= LAST_YEAR ? { kind: 'date', span, hedge: 'exact', from: digits, to: digits } : null
  }
  if (whole !== undefined) return shareOf(valueOf(part!), valueOf(whole), span)
  const value = valueOf(percent ?? numeral!)
  if (value === null) return null
  const hedge = more === '左右' ? 'about' : more === undefined ? 'exact' : 'more-than'
  const interval = intervalOf({ value, step: percent === undefined ? 0 : PER_CENT_STEP }, null, hedge)
  if (percent !== undefined) return { kind: 'percentage', span, hedge, value, interval, range: false }
  return currency === undefined ? { kind: 'number', span, hedge, value, interval, range: false } : { kind: 'money', span, hedge, value, interval, range: false, currency: CURRENCIES[currency]! }
}

/** 五分之一: a fifth, in per cent. */
function shareOf(part: number | null, whole: number | null, span: { start: number; end: number }): Fact | null {
  if (part === null || whole === null || part >= whole) return null
  const value = tidy((part / whole) * 100)
  return { kind: 'percentage', span, hedge: 'exact', value, interval: intervalOf({ value, step: PER_CENT_STEP }, null, 'exact'), range: false }
}

/** 三千二百万 → 32 000 000: digits times tens within sections, sections times 万 and 亿. */
export function valueOf(numeral: string): number | null {
  let total = 0
  let section = 0
  let digit = -1
  for (const sign of numeral) {
    const scale = HAN_SCALES[sign]
    const ten = HAN_TENS[sign]
    if (scale !== undefined) {
      section += Math.max(digit, 0)
      if (section === 0 && total === 0) return null
      total = section === 0 ? total * scale : total + section * scale
      section = 0
      digit = -1
    } else if (ten !== undefined) {
      section += (digit < 0 ? 1 : digit) * ten
      digit = -1
    } else {
      if (digit > 0) return null
      digit = HAN_DIGITS[sign]!
    }
  }
  return total + section + Math.max(digit, 0)
}
