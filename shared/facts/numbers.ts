import { isNameWord } from './names.ts'
import { intervalOf, type Parser } from './parser.ts'

/** Nouns a figure counts: up to three lower-case words, the last a plural: "30 pilot cities" → "pilot cities". */
const UNIT = /[\s-]((?:(?!(?:in|of|and|or|the|to|that|for|with|at|on|by|from|is|are|was|were|as|than)\b)[a-z][a-z-]* ){0,2}(?:[a-z-]+s|people|men|women|children))\b/y
/** Words after a figure that begin no noun: "100 in the", "30 of". */
const NOT_A_UNIT = /^(?:is|was|has|as|of|in|to|and|or|for|on|at|by|than|times|the|from|with|which|that|who|its|this|years?|months?|days?)\b/

/** "Article 5", "MIC 2025", "13th Five-Year Plan": a bare figure after a capitalised word, or a capitalised one inside a sentence, is part of a name. */
const isLabel = (text: string, start: number): boolean => {
  const before = /(?:^|\s)[“"‘'(]?(\S+)\s$/.exec(text.slice(Math.max(0, start - 30), start))?.[1]
  return before !== undefined && (isNameWord(before) || (/^\p{Lu}/u.test(text[start]!) && /[\p{L}\d]$/u.test(before)))
}

/** Plain quantities and counts, as intervals with hedge and rounding. */
export const findNumbers: Parser = ({ text, figures }, isTaken) => figures.filter((figure) => !isTaken(figure.whole)).flatMap((figure) => {
  if (figure.hedge === 'exact' && figure.low.step === 0 && isLabel(text, figure.span.start)) return []
  UNIT.lastIndex = figure.span.end
  const unit = UNIT.exec(text)?.[1]
  return [{
    kind: 'number' as const, span: figure.whole, hedge: figure.hedge, value: figure.low.value, range: figure.high !== null,
    interval: intervalOf(figure.low, figure.high, figure.hedge), ...(unit && !NOT_A_UNIT.test(unit) ? { unit } : {}),
  }]
})
