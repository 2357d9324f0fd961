import { intervalOf, type Parser } from './parser.ts'

const UNIT = /[\s-]?(day|week|month|year|decade|centur(?:y|ies))s?\b(?:[ -](?:long|old)\b)?/y

/** Lengths of time: "two years", "30-year-long", "the past 15 years". Not "20 years ago" as a date. */
export const findDurations: Parser = ({ text, figures }, isTaken) => figures.flatMap((figure) => {
  UNIT.lastIndex = figure.span.end
  const unit = UNIT.exec(text)
  if (!unit || isTaken(figure.whole)) return []
  const name = unit[1]!.startsWith('centur') ? 'century' : (unit[1] as 'day' | 'week' | 'month' | 'year' | 'decade')
  return [{
    kind: 'duration' as const, span: { start: figure.whole.start, end: Math.max(figure.whole.end, figure.span.end + unit[0].length) }, hedge: figure.hedge, unit: name,
    value: figure.low.value, range: figure.high !== null, interval: intervalOf(figure.low, figure.high, figure.hedge),
  }]
})
