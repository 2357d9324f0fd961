import { z } from 'zod'
import { Citation, OrphanNote } from './citations/citation.ts'
import { Document, Warning } from './document/document.ts'
import { ClaimDraft } from './extract/claim-draft.ts'
import { Ink } from './extract/ink.ts'
import { Fact } from './facts/fact.ts'
import { Segment } from './segment/segment.ts'

/** What reading yields; all spans index `document.text`. `warnings` holds the document's own and those of every later stage. */
export const Analysis = z.object({
  document: Document,
  segments: z.array(Segment),
  citations: z.array(Citation),
  orphans: z.array(OrphanNote),
  facts: z.array(Fact),
  claims: z.array(ClaimDraft),
  ink: Ink,
  warnings: z.array(Warning),
})
export type Analysis = z.infer<typeof Analysis>

/** What the checks look at: everything but the ink, which is counted for the person who reads and not kept with the draft. */
export const CheckedAnalysis = Analysis.omit({ ink: true })
export type CheckedAnalysis = z.infer<typeof CheckedAnalysis>
