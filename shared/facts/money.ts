import { CODES_AFTER, CURRENCY_AFTER, SIGNS_AFTER } from './currencies.ts'
import { intervalOf, type Parser } from './parser.ts'

/** Amounts of money by sign, code or name, before or after the figure. `value` in whole units of `currency`. */
export const findMoney: Parser = ({ text, figures }, isTaken) => figures.flatMap((figure) => {
  if (isTaken(figure.whole)) return []
  CURRENCY_AFTER.lastIndex = figure.span.end
  const after = CURRENCY_AFTER.exec(text)
  const which = after ? after.findIndex((group, at) => at > 0 && group !== undefined) - 1 : -1
  const currency = figure.currency ?? (after ? CODES_AFTER[which] || SIGNS_AFTER[after[which + 1]!] : undefined)
  if (!currency) return []
  const end = after ? figure.span.end + after[0].length : figure.whole.end
  return [{
    kind: 'money' as const, span: { start: figure.whole.start, end: Math.max(end, figure.whole.end) }, hedge: figure.hedge, currency,
    value: figure.low.value, range: figure.high !== null, interval: intervalOf(figure.low, figure.high, figure.hedge),
  }]
})
