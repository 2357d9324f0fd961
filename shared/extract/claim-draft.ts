import { z } from 'zod'
import { Span } from '../document/document.ts'

export const ClaimKind = z.enum([
  'number', 'money', 'percentage', 'date', 'duration', 'count', 'rank', 'comparison', 'event', 'office-holder', 'attribution', 'quotation', 'definition', 'causal', 'projection', 'names', 'other',
])
export type ClaimKind = z.infer<typeof ClaimKind>

/** Two-layer quotations: `said` asks whether the words were said, `true` whether what they state holds. Everything outside quotations is `true`. */
export const ClaimLayer = z.enum(['said', 'true'])
export type ClaimLayer = z.infer<typeof ClaimLayer>

export const Speaker = z.object({ name: z.string(), role: z.string().optional(), span: Span })
export type Speaker = z.infer<typeof Speaker>

/** Why a claim is worth checking, in words a person can read. `signal` is the id of the signal, `weight` its share of the score (−1 … 1). */
export const Reason = z.object({ signal: z.string(), label: z.string(), weight: z.number() })
export type Reason = z.infer<typeof Reason>

/**
 * A factual assertion as reading found it. `quote` is exactly the text under `span`; `statement` stands on its own, or `needsContext` is true.
 * `quotation` is the index (in the same list) of the `said` claim that this one stands inside, or null. `score` is check-worthiness, 0–1.
 */
export const ClaimDraft = z.object({
  quote: z.string(),
  span: Span,
  statement: z.string(),
  needsContext: z.boolean(),
  kinds: z.array(ClaimKind).min(1),
  layer: ClaimLayer,
  quotation: z.int().nullable(),
  speaker: Speaker.nullable(),
  score: z.number().min(0).max(1),
  reasons: z.array(Reason),
  notes: z.array(z.object({ label: z.string() })),
})
export type ClaimDraft = z.infer<typeof ClaimDraft>
