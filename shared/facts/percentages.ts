import type { Fact } from './fact.ts'
import { matchesOf, intervalOf, tidy, type Parser } from './parser.ts'

const SIGN = /\s?(?:%|％|per ?cent\b|pct\b|percentage points?\b)/y
/** A percentage without decimals is rounded to one point. */
const WHOLE_POINT = 1
const NUMERATORS: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, half: 1 }
const DENOMINATORS: Record<string, number> = { half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10 }
const FRACTION = /\b(an?|one|two|three|four|five|six|seven|eight|nine)[ -](third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(s?)(?= of\b|\b)|\b(half)(?= (?:of|the)\b)/gi
const ONE_IN = /\b(one|two|three|four|five|six|seven|eight|nine|\d{1,3}) (?:in|out of) (?:every )?(two|three|four|five|six|seven|eight|nine|ten|\d{1,4})\b(?! ?(?:%|years?|months?))/gi

/** Percentages, and fractions said in words ("two-thirds", "one in five"), in per cent. */
export const findPercentages: Parser = ({ text, figures }, isTaken) => {
  const facts: Fact[] = []
  for (const figure of figures) {
    SIGN.lastIndex = figure.span.end
    const sign = SIGN.exec(text)
    if (!sign || isTaken(figure.whole)) continue
    const withStep = <T extends { value: number; step: number } | null>(amount: T): T => (amount && amount.step === 0 ? { ...amount, step: WHOLE_POINT } : amount)
    facts.push({
      kind: 'percentage', span: { start: figure.whole.start, end: Math.max(figure.whole.end, figure.span.end + sign[0].length) }, hedge: figure.hedge,
      value: figure.low.value, range: figure.high !== null, interval: intervalOf(withStep(figure.low), withStep(figure.high), figure.hedge),
    })
  }
  for (const match of matchesOf(FRACTION, text)) {
    const many = NUMERATORS[(match[1] ?? match[4])!.toLowerCase()]!
    // "two third parties" and "a third country" are ordinals; a fraction in the plural needs more than one part.
    if (!match[4] && ((many > 1) !== (match[3] === 's') || (many === 1 && !/^ of\b/.test(text.slice(match.index + match[0].length))))) continue
    push(match.index, match[0], many / DENOMINATORS[(match[2] ?? match[4])!.toLowerCase()]!)
  }
  for (const match of matchesOf(ONE_IN, text)) {
    const [part, whole] = [match[1]!, match[2]!].map((word) => NUMERATORS[word.toLowerCase()] ?? Number(word)) as [number, number]
    if (part < whole) push(match.index, match[0], part / whole)
  }
  return facts

  function push(start: number, words: string, share: number): void {
    if (isTaken({ start, end: start + words.length })) return
    const value = tidy(share * 100)
    facts.push({ kind: 'percentage', span: { start, end: start + words.length }, hedge: 'exact', value, range: false, interval: intervalOf({ value, step: WHOLE_POINT }, null, 'exact') })
  }
}
