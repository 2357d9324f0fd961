import { z } from 'zod'
import { Severity } from '../checks/check.ts'
import { Span } from '../document/document.ts'
import { ClaimKind, ClaimLayer, Speaker } from '../extract/claim-draft.ts'
import { ClaimRecord, CommentRecord, EvidenceRecord, FindingState, NoteRecord, ReviewEvent, SnapshotRecord, SourceResult, Status } from './records.ts'

/** A claim as lists and the sheet need it: small, for thousands at once. `findings` counts open ones. */
export const ClaimSummary = z.object({
  id: z.string(), number: z.string(), span: Span, statement: z.string(), needsContext: z.boolean(), kinds: z.array(ClaimKind), layer: ClaimLayer, quotationId: z.string().nullable(),
  speaker: Speaker.nullable(), score: z.number(), status: Status, version: z.int(),
  notes: z.array(z.object({ noteId: z.string(), label: z.string(), result: SourceResult })),
  findings: z.int(), evidence: z.int(), comments: z.int(),
  /** Whether verified may be set now. */
  supported: z.boolean(),
})
export type ClaimSummary = z.infer<typeof ClaimSummary>

export const FindingView = z.object({
  id: z.string(), checkId: z.string(), title: z.string(), severity: Severity, primary: Span, related: z.array(z.object({ span: Span, note: z.string() })),
  what: z.string(), why: z.string(), todo: z.string(), data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  state: FindingState, reason: z.string().nullable(), decidedBy: z.string().nullable(), decidedAt: z.string().nullable(),
})
export type FindingView = z.infer<typeof FindingView>

export const SnapshotView = SnapshotRecord.omit({ text: true }).extend({ excerpt: z.string().nullable() })
export type SnapshotView = z.infer<typeof SnapshotView>
export const EvidenceView = EvidenceRecord.extend({ snapshot: SnapshotView.nullable() })
export type EvidenceView = z.infer<typeof EvidenceView>

/** Everything the panel shows of one claim. `history` newest first. */
export const ClaimView = z.object({
  claim: ClaimRecord,
  notes: z.array(z.object({ note: NoteRecord, result: SourceResult, resultBy: z.string().nullable(), resultAt: z.string().nullable() })),
  evidence: z.array(EvidenceView),
  comments: z.array(CommentRecord),
  findings: z.array(FindingView),
  history: z.array(ReviewEvent),
  supported: z.boolean(),
})
export type ClaimView = z.infer<typeof ClaimView>

/** Claims per status; every status is there, zeros included. */
export const Tally = z.record(Status, z.int())
export type Tally = z.infer<typeof Tally>
