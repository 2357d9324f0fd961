import type { CheckedAnalysis } from '#shared/analysis.ts'
import type { CheckContext } from '#shared/checks/check.ts'
import type { Fact } from '#shared/facts/fact.ts'

/** A fact as a test writes it: the words it stands on (`at`, their first occurrence after the fact before it) and what they mean. */
export type GivenFact = { at: string } & Record<string, unknown>

/** An exact figure with the rounding of its last printed digit. */
export const percent = (at: string): GivenFact => {
  const printed = at.match(/[\d.]+/)![0]
  const half = 0.5 * 10 ** -(printed.split('.')[1]?.length ?? 0)
  return { at, kind: 'percentage', value: Number(printed), interval: { low: Number(printed) - half, high: Number(printed) + half }, range: false }
}
export const count = (at: string): GivenFact => ({ at, kind: 'number', value: Number(at), interval: { low: Number(at), high: Number(at) }, range: false })
export const money = (at: string, value: number, currency: string, range = false): GivenFact => ({ at, kind: 'money', value, currency, range, interval: { low: value, high: value } })
export const year = (at: string, from = at, to = from): GivenFact => ({ at, kind: 'date', from, to })
export const abbreviation = (long: string, short: string): GivenFact => ({ at: `${long} (${short})`, kind: 'abbreviation', short, long })

/** An analysis written out by hand, so that a check's test does not depend on what reading finds: paragraphs at blank lines, sentences at full stops. */
export function analysisOf(text: string, given: GivenFact[] = [], rest: Partial<CheckedAnalysis> = {}): CheckedAnalysis {
  const spansOf = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  const blocks = spansOf(/[^\n]+(?:\n[^\n]+)*/g).map((span) => ({ kind: 'paragraph' as const, span }))
  const segments = blocks.flatMap(({ span }, block) =>
    [...text.slice(span.start, span.end).matchAll(/\S.*?(?:[.!?](?=\s)|$)/gs)].map((match) => ({ kind: 'sentence' as const, span: { start: span.start + match.index, end: span.start + match.index + match[0].length }, block })))
  let from = 0
  const facts = given.map(({ at, ...fact }) => {
    const start = text.indexOf(at, from)
    if (start < 0) throw new Error(`“${at}” is not in the text after the fact before it`)
    from = start + 1
    const span = { start, end: start + at.length }
    const long = fact.kind === 'abbreviation' ? { longSpan: { start, end: start + String(fact.long).length } } : {}
    return { hedge: 'exact', span, ...long, ...fact } as Fact
  })
  return { document: { title: 'Test', text, blocks, marks: [], warnings: [] }, segments, citations: [], orphans: [], facts, claims: [], warnings: [], ...rest }
}

const RATES: Record<string, number> = { 'CNY 2010': 6.7696, 'CNY 2015': 6.2827, 'CNY 2016': 6.64, 'CNY 2017': 6.7569, 'CNY 2018': 6.6, 'CNY 2019': 6.9, 'CNY 2020': 6.9, 'JPY 2017': 112.1, 'EUR 2017': 0.885 }
/** A context with a small table of yearly averages. */
export const testContext: CheckContext = { exchangeRate: (currency, of) => RATES[`${currency} ${of}`] ?? null, exchangeRateSource: 'Test table' }
