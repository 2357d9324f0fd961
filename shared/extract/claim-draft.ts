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
 * `hedges` are the words that soften it ("may", "reportedly"). `time` are the dates that say when: those in it, and one that governs it from the opening of its sentence. `quantities` are the
 * spans of its figures (the facts hold their values). Drafts stored by earlier versions have none of these three.
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
  hedges: z.array(Span).optional(),
  time: z.array(z.object({ span: Span, from: z.string().nullable(), to: z.string().nullable() })).optional(),
  quantities: z.array(Span).optional(),
})
export type ClaimDraft = z.infer<typeof ClaimDraft>
