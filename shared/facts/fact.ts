import { z } from 'zod'
import { Span } from '../document/document.ts'

/** How exactly a figure is meant: as printed, about, more/less than, at least/most. */
export const Hedge = z.enum(['exact', 'about', 'more-than', 'less-than', 'at-least', 'at-most'])
export type Hedge = z.infer<typeof Hedge>

/** A closed interval; ±Infinity is written as null. "6.1" read with its rounding is [6.05, 6.15]; "more than 10" is (10, null]. */
export const Interval = z.object({ low: z.number().nullable(), high: z.number().nullable() })
export type Interval = z.infer<typeof Interval>

/** `span` covers the hedge too ("more than 10 billion yuan"). */
const base = { span: Span, hedge: Hedge }
/**
 * `value` is the printed figure (scaled: "30 million" → 30 000 000); `interval` includes hedge and rounding. For ranges `value` is the low end and `high` the high one.
 * `core` is the figure with its unit, without hedge and the words of a range; absent where that is the whole span.
 */
const figure = { ...base, core: Span.optional(), value: z.number(), high: z.number().optional(), interval: Interval, range: z.boolean() }

/** A point or stretch of time told from another one: "last year" is { from: 'article', unit: 'year', offset: -1 }, "two years later" counts from what the text spoke of. */
export const Relative = z.object({
  from: z.enum(['article', 'text']),
  unit: z.enum(['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'decade', 'century']),
  offset: z.number(),
})
export type Relative = z.infer<typeof Relative>

/** What a unit of measure stands for: "length" in "m", and the value there. Temperatures are converted with their zero. */
export const Measure = z.object({ unit: z.string(), quantity: z.string(), si: z.string(), value: z.number(), high: z.number().optional() })
export type Measure = z.infer<typeof Measure>

export const Fact = z.discriminatedUnion('kind', [
  /** `unit`: the nouns counted, or the unit measured in; then `measure` has it in SI units. `share`: a fraction of something not named ("two thirds"), 0.667. `ratio`: one part over the other, 3 for "3:1". */
  z.object({ kind: z.literal('number'), ...figure, unit: z.string().optional(), measure: Measure.optional(), share: z.boolean().optional(), ratio: z.boolean().optional() }),
  /** `points`: percentage points, a difference and not a share. */
  z.object({ kind: z.literal('percentage'), ...figure, points: z.boolean().optional() }),
  /** `currency`: ISO 4217 code. */
  z.object({ kind: z.literal('money'), ...figure, currency: z.string() }),
  /** `ordinal`: 2 for "No. 2", "second only to"; null where no place is told. `fromEnd`: −1 for "the last but one". */
  z.object({ kind: z.literal('rank'), ...base, ordinal: z.int().nullable(), fromEnd: z.int().optional() }),
  /**
   * Dates and periods: ISO 8601 at the precision printed ("2015", "2015-05", "2019-10-24"); `from` = `to` for a single date; null: open, or not known without the article's date.
   * `timex`: what is printed where a part is missing, as in TIMEX3: "XXXX-10-02", "XXXX-WXX-5". `relative`: what it is counted from.
   */
  z.object({ kind: z.literal('date'), ...base, from: z.string().nullable(), to: z.string().nullable(), timex: z.string().optional(), relative: Relative.optional() }),
  /** `age`: how old somebody or something is. */
  z.object({ kind: z.literal('duration'), ...figure, unit: z.enum(['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'decade', 'century']), age: z.boolean().optional() }),
  z.object({ kind: z.literal('name'), ...base, type: z.enum(['person', 'organisation', 'place', 'work', 'other']), role: z.string().optional() }),
  /** An abbreviation and the expansion printed beside it: "Chinese Academy of Sciences (CAS)". `span` covers both. */
  z.object({ kind: z.literal('abbreviation'), ...base, short: z.string(), long: z.string(), longSpan: Span }),
  /** `span` is the quotation with its marks; `inner` without. */
  z.object({ kind: z.literal('quotation'), ...base, inner: Span, speaker: z.object({ name: z.string(), role: z.string().optional(), span: Span }).nullable(), verb: z.string().optional() }),
])
export type Fact = z.infer<typeof Fact>
export type FactKind = Fact['kind']
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>
