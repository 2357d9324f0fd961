import { factsOfSentence } from '#shared/facts/index.ts'
import type { Fact } from '#shared/facts/fact.ts'
import { PARTS } from '#shared/facts/words/currencies.ts'
import { UNITS } from '#shared/facts/words/units.ts'
import { sharedMaterial } from '../../support/shared-material.ts'
import { CURRENCY_UNITS } from './currency-units.ts'
import type { Row } from './row.ts'

/**
 * Facts against the specifications of Recognizers-Text (MIT; ../shared/data/recognizers). A case counts when every entity it expects is found with the right value and nothing of the measured kind
 * is found besides. Found: the span of a fact, with or without its hedge, is the expected one; words of hedging or an article at either end may be in one and not in the other, and a number may stand
 * inside the span of what it counts ("10000" in "$10000"). Values: numbers within 1e-9 relative; money as amount and currency; dates as the day or period told, counted from the case's own date.
 */
interface Expected { Text: string; Start: number; End?: number; Length?: number; TypeName?: string; Resolution?: Record<string, string | null>; Value?: { Timex: string; FutureResolution?: Record<string, string>; PastResolution?: Record<string, string> } | null }
interface Case { Input: string; Results: Expected[]; Context?: { ReferenceDateTime?: string } }

export interface Miss { input: string; reason: string; detail: string }
export interface Measured { found: number; cases: number; leftOut: number; misses: Miss[] }

const EDGE = /^(?:(?:the|a|an|on|in|at|from|for|of|since|by|until|before|after|about|around|some|up|to|more|less|fewer|than|between|nearly|almost|over|under|and|as|this|only|within|during|equal|or|no)\b|\s|[-.,!])+|[\s.,!]+$/gi
const trimmed = (words: string): string => {
  const text = words.toLowerCase().trim()
  return text.replace(EDGE, '').replace(/\s+/g, ' ') || text
}
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-300)
const endOf = (expected: Expected): number => expected.Start + (expected.Length ?? (expected.End ?? 0) - expected.Start + 1)
const overlap = (fact: Fact, expected: Expected): boolean => fact.span.start < endOf(expected) && expected.Start < fact.span.end
const spansOf = (fact: Fact): { start: number; end: number }[] => ['core' in fact ? fact.core : undefined, fact.span].filter((span) => span !== undefined)
const sameSpan = (input: string, fact: Fact, expected: Expected): boolean => spansOf(fact).some((span) => trimmed(input.slice(span.start, span.end)) === trimmed(input.slice(expected.Start, endOf(expected))))
const inside = (fact: Fact, expected: Expected): boolean => fact.span.start <= expected.Start && endOf(expected) <= fact.span.end

type Figure = Extract<Fact, { value: number }>
const isFigure = (fact: Fact): fact is Figure => 'value' in fact

/** What one set of cases asks for. `isKind`: facts that may not stand where nothing is expected; `agrees`: whether a fact has the expected value. */
interface Kind { file: string; isKind: (fact: Fact) => boolean; agrees: (fact: Fact, expected: Expected, context: string) => boolean; mayContain: boolean; noValue?: (expected: Expected) => boolean }

const isPlainNumber = (fact: Fact): boolean => fact.kind === 'number' && fact.measure === undefined
const numberAgrees = (fact: Fact, expected: Expected): boolean => {
  const value = Number(expected.Resolution?.value?.replace('%', ''))
  if (fact.kind === 'percentage') return near(fact.value, value) || Math.abs(fact.value / 100 - value) < 1e-9
  return isFigure(fact) && (near(fact.value, value) || (fact.high !== undefined && near(fact.high, value)))
}
const moneyAgrees = (fact: Fact, { Resolution: resolution }: Expected): boolean => {
  if (fact.kind !== 'money' || !resolution) return false
  const unit = resolution.unit!
  const code = resolution.isoCurrency ?? CURRENCY_UNITS[unit]
  const parts = PARTS[unit.toLowerCase()]?.parts ?? 1
  return near(fact.value, Number(resolution.value) / parts) && fact.currency === code
}
const rangeAgrees = (fact: Fact, { Resolution: resolution }: Expected): boolean => {
  if (!isFigure(fact)) return false
  const [, open, low, high, close] = /^([[(])([^,]*),([^,]*)([\])])$/.exec(resolution!.value!)!
  if (low !== '' && high !== '') return low === high ? fact.hedge === 'exact' && near(fact.value, Number(low)) : fact.high !== undefined && near(fact.value, Number(low)) && near(fact.high, Number(high))
  const value = Number(low !== '' ? low : high)
  const factor = fact.kind === 'percentage' && near(fact.value / 100, value) ? 0.01 : 1
  const hedge = low !== '' ? (open === '(' ? 'more-than' : 'at-least') : close === ')' ? 'less-than' : 'at-most'
  return near(fact.value * factor, value) && fact.hedge === hedge
}
const measureAgrees = (fact: Fact, { Resolution: resolution }: Expected): boolean => {
  const unit = UNITS.get(resolution!.unit!.toLowerCase())
  // Their ton is any of the three.
  const isTon = resolution!.unit === 'Ton' && fact.kind === 'number' && /ton/.test(fact.measure?.unit ?? '')
  return fact.kind === 'number' && fact.measure !== undefined && unit !== undefined && (fact.measure.unit === unit.name || isTon) && Math.abs(fact.value - Number(resolution!.value)) <= 1e-9 * Math.abs(fact.value)
}
const ageAgrees = (fact: Fact, { Resolution: resolution }: Expected): boolean =>
  fact.kind === 'duration' && fact.age === true && near(fact.value, Number(resolution!.value)) && (resolution!.unit === 'Age' ? fact.unit === 'year' : fact.unit === resolution!.unit!.toLowerCase())
const ordinalAgrees = (fact: Fact, { Resolution: resolution }: Expected): boolean =>
  fact.kind === 'rank' && (resolution!.relativeTo === 'start' ? fact.ordinal === Number(resolution!.offset) : resolution!.relativeTo === 'end' ? fact.fromEnd === Number(resolution!.offset) - 1 : false)
const dateAgrees = (fact: Fact, { Value: value }: Expected): boolean => {
  if (fact.kind !== 'date') return false
  if (!value) return true
  // A day that does not exist (29 February 2019) has no resolution there either.
  if (value.PastResolution?.date === '0001-01-01') return fact.from === null && fact.timex === value.Timex
  return fact.from !== null && fact.from === fact.to && (fact.from === value.FutureResolution?.date ||  fact.from === value.PastResolution?.date || fact.from === value.Timex)
}

/** A single day, and no period. */
const isDay = (fact: Fact): boolean => fact.kind === 'date' && (fact.timex ?? fact.from ?? '').length >= 10 && fact.from === fact.to

const KINDS: Record<string, Kind> = {
  numbers: { file: 'NumberModel', isKind: isPlainNumber, agrees: numberAgrees, mayContain: true },
  money: { file: 'CurrencyModel', isKind: (fact) => fact.kind === 'money', agrees: moneyAgrees, mayContain: false, noValue: ({ Resolution }) => Resolution?.value === null },
  percentages: { file: 'PercentModel', isKind: (fact) => fact.kind === 'percentage', agrees: numberAgrees, mayContain: false, noValue: ({ Resolution }) => Resolution?.value === 'null' },
  ordinals: { file: 'OrdinalModel', isKind: (fact) => fact.kind === 'rank', agrees: ordinalAgrees, mayContain: true },
  dates: { file: 'DateParser', isKind: isDay, agrees: dateAgrees, mayContain: false },
  'dates, spans': { file: 'DateExtractor', isKind: isDay, agrees: (fact) => fact.kind === 'date', mayContain: false },
  'date periods, spans': { file: 'DatePeriodExtractor', isKind: (fact) => fact.kind === 'date', agrees: (fact) => fact.kind === 'date', mayContain: false },
  durations: { file: 'DurationExtractor', isKind: (fact) => fact.kind === 'duration', agrees: (fact) => fact.kind === 'duration', mayContain: false },
  'number ranges': { file: 'NumberRangeModel', isKind: (fact) => isFigure(fact) && (fact.range || fact.hedge !== 'exact'), agrees: rangeAgrees, mayContain: true },
  dimensions: { file: 'DimensionModel', isKind: (fact) => fact.kind === 'number' && fact.measure !== undefined && fact.measure.quantity !== 'temperature', agrees: measureAgrees, mayContain: false, noValue: ({ Resolution }) => Resolution?.value === null },
  ages: { file: 'AgeModel', isKind: (fact) => fact.kind === 'duration' && fact.age === true, agrees: ageAgrees, mayContain: false },
}

/** Cases of talking to an assistant, named and counted, not measured: places in a list it has shown ("the next 3 books", "the current one", "a previous version"). */
const isAssistant = (name: string, { Results }: Case): boolean => name === 'ordinals' && Results.some(({ Resolution }) => Resolution?.relativeTo === 'current')

function missOf(kind: Kind, { Input: input, Results, Context }: Case): Miss | null {
  const referenceDate = (Context?.ReferenceDateTime ?? '2016-11-07T00:00:00').slice(0, 10)
  const facts = factsOfSentence(input, { referenceDate })
  const printed = facts.map((fact) => `${fact.kind} ${JSON.stringify(input.slice(fact.span.start, fact.span.end))} ${'value' in fact ? fact.value : 'from' in fact ? `${fact.from}/${fact.to}` : 'ordinal' in fact ? fact.ordinal : ''}`).join('; ')
  // A unit without a figure says no value, so there is none to find.
  const wanted = Results.filter((expected) => kind.noValue?.(expected) !== true)
  for (const expected of wanted) {
    const touching = facts.filter((fact) => overlap(fact, expected))
    const placed = touching.filter((fact) => sameSpan(input, fact, expected) || (kind.mayContain && inside(fact, expected)))
    if (placed.some((fact) => kind.agrees(fact, expected, referenceDate))) continue
    const reason = touching.length === 0 ? 'not found' : placed.length === 0 ? 'other span' : 'other value or kind'
    return { input, reason, detail: `expected ${JSON.stringify(expected.Text)} ${JSON.stringify(expected.Resolution ?? expected.Value ?? '')}; read ${printed}` }
  }
  const extra = facts.find((fact) => kind.isKind(fact) && !wanted.some((expected) => overlap(fact, expected)))
  return extra ? { input, reason: 'found besides', detail: printed } : null
}

/** Measures one set of cases. Null where the material is absent. */
export function measureKind(name: string): Measured | null {
  const kind = KINDS[name]!
  const bytes = sharedMaterial(`data/recognizers/${kind.file}.json`)
  if (!bytes) return null
  const cases = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')) as Case[]
  const measured = cases.filter((one) => !isAssistant(name, one))
  const misses = measured.flatMap((one) => missOf(kind, one) ?? [])
  return { found: measured.length - misses.length, cases: measured.length, leftOut: cases.length - measured.length, misses }
}

export const RECOGNIZER_KINDS = Object.keys(KINDS)

const FLOORS: Record<string, string> = { numbers: 'compromise 34 · the suite itself 82.5', money: 'wink-nlp 48 · the suite itself 81', dates: 'chrono-node 46 · the suite itself 82' }
const TARGETS: Record<string, string> = { numbers: '≥ 95', money: '≥ 93', percentages: '≥ 97', ordinals: '≥ 97', dates: '≥ 90', 'dates, spans': '≥ 90' }

export async function measure(): Promise<Row[]> {
  return RECOGNIZER_KINDS.flatMap((name) => {
    const measured = measureKind(name)
    if (!measured) return []
    const { found, cases, leftOut, misses } = measured
    const reasons = [...new Set(misses.map(({ reason }) => reason))].map((reason) => `${misses.filter((miss) => miss.reason === reason).length} ${reason}`)
    return [{
      measure: `${name}: found with the right value, % of cases`, data: `recognizers/${KINDS[name]!.file}.json, ${cases} cases${leftOut > 0 ? ` (${leftOut} of an assistant’s lists left out)` : ''}`,
      floor: FLOORS[name] ?? '–', ours: `${((100 * found) / cases).toFixed(1)}${reasons.length > 0 ? ` (missed: ${reasons.join(', ')})` : ''}`, target: TARGETS[name] ?? '–',
    }]
  })
}
