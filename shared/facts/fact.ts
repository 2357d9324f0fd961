import { z } from 'zod'
import { Span } from '../document/document.ts'

/** How exactly a figure is meant: as printed, about, more/less than, at least/most. */
export const Hedge = z.enum(['exact', 'about', 'more-than', 'less-than', 'at-least', 'at-most'])
export type Hedge = z.infer<typeof Hedge>

/** A closed interval; ±Infinity is written as null. "6.1" read with its rounding is [6.05, 6.15]; "more than 10" is (10, null]. */
export const Interval = z.object({ low: z.number().nullable(), high: z.number().nullable() })
export type Interval = z.infer<typeof Interval>

const base = { span: Span, hedge: Hedge }
/** `value` is the printed figure (scaled: "30 million" → 30 000 000); `interval` includes hedge and rounding. For ranges `value` is the low end. */
const figure = { ...base, value: z.number(), interval: Interval, range: z.boolean() }

export const Fact = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), ...figure, unit: z.string().optional() }),
  z.object({ kind: z.literal('percentage'), ...figure }),
  /** `currency`: ISO 4217 code. */
  z.object({ kind: z.literal('money'), ...figure, currency: z.string() }),
  /** `ordinal`: 2 for "No. 2", "second only to" */
  z.object({ kind: z.literal('rank'), ...base, ordinal: z.int().nullable() }),
  /** Dates and periods: ISO 8601 at the precision printed ("2015", "2015-05", "2019-10-24"); `from` = `to` for a single date; null: open. */
  z.object({ kind: z.literal('date'), ...base, from: z.string().nullable(), to: z.string().nullable() }),
  z.object({ kind: z.literal('duration'), ...figure, unit: z.enum(['day', 'week', 'month', 'year', 'decade', 'century']) }),
  z.object({ kind: z.literal('name'), ...base, type: z.enum(['person', 'organisation', 'place', 'work', 'other']), role: z.string().optional() }),
  /** An abbreviation and the expansion printed beside it: "Chinese Academy of Sciences (CAS)". `span` covers both. */
  z.object({ kind: z.literal('abbreviation'), ...base, short: z.string(), long: z.string(), longSpan: Span }),
  /** `span` is the quotation with its marks; `inner` without. */
  z.object({ kind: z.literal('quotation'), ...base, inner: Span, speaker: z.object({ name: z.string(), role: z.string().optional(), span: Span }).nullable(), verb: z.string().optional() }),
])
export type Fact = z.infer<typeof Fact>
export type FactKind = Fact['kind']
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>
