import { z } from 'zod'
import type { CheckedAnalysis } from '../analysis.ts'
import { Span } from '../document/document.ts'

export const Severity = z.enum(['contradiction', 'doubt', 'question'])
export type Severity = z.infer<typeof Severity>

/** What a check may look things up in. Pure: the caller reads the tables and hands them over. */
export interface CheckContext {
  /** Yearly average, units of `currency` per US dollar, or null when the table does not have it. */
  exchangeRate(currency: string, year: number): number | null
  /** Source line for the table, as it should be cited. */
  exchangeRateSource: string
}

/** A place where a check fired, before it is put into words. `values` is JSON that `word` and the desk may use. */
export interface Hit {
  primary: Span
  related: { span: Span; note: string }[]
  values: Record<string, string | number | boolean | null>
}

export interface CheckInput {
  analysis: CheckedAnalysis
  context: CheckContext
}

/** One deterministic check: a noun for what it surfaces, honest limits, and examples that are docs and tests at once. */
export interface Check {
  id: string
  title: string
  surfaces: string
  why: string
  limits: string
  severity: Severity
  needs: ('numbers' | 'money' | 'percentages' | 'dates' | 'ranks' | 'abbreviations' | 'citations' | 'quotations' | 'exchange-rates')[]
  stage: 'trial' | 'stable'
  /** `finds`: the exact words under the primary span of each hit; empty: stays silent. */
  examples: { text: string; finds: string[] }[]
  find(input: CheckInput): Hit[]
  word(hit: Hit): { what: string; why?: string; todo: string }
}

/** `fingerprint` is made of the check id and the normalised quotes it touches, so that a dismissal survives edits elsewhere. */
export const FindingDraft = z.object({
  checkId: z.string(),
  severity: Severity,
  primary: Span,
  related: z.array(z.object({ span: Span, note: z.string() })),
  what: z.string(),
  why: z.string(),
  todo: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  fingerprint: z.string(),
})
export type FindingDraft = z.infer<typeof FindingDraft>

export const CheckOutcome = z.enum(['ran', 'not-applicable', 'crashed'])
export const CheckRun = z.object({ checkId: z.string(), outcome: CheckOutcome, reason: z.string().nullable(), count: z.int() })
export type CheckRun = z.infer<typeof CheckRun>

/** The catalogue entry of a check: what /checks shows. */
export const CheckDescription = z.object({
  id: z.string(), title: z.string(), surfaces: z.string(), why: z.string(), limits: z.string(), severity: Severity, stage: z.enum(['trial', 'stable']),
  needs: z.array(z.string()),
  examples: z.array(z.object({ text: z.string(), finds: z.array(z.string()) })),
})
export type CheckDescription = z.infer<typeof CheckDescription>
