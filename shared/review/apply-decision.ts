import type { Document } from '../document/document.ts'
import type { Decision } from './decision.ts'
import type { ClaimNoteRecord, ClaimRecord, CommentRecord, Entity, EventKind, EvidenceRecord, FindingDecision, NoteRecord } from './records.ts'

/** The records a decision may touch, as they stand now. `article.nextNumber` is the next plain claim number; `numbers` are all ever given. */
export interface ReviewState {
  article: { id: string; title: string; draftId: string; numbers: readonly string[] }
  document: Document
  notes: readonly NoteRecord[]
  /** The claims concerned, and (for split, merge, add) every live claim of the article. */
  claims: readonly ClaimRecord[]
  claimNotes: readonly ClaimNoteRecord[]
  evidence: readonly EvidenceRecord[]
  comments: readonly CommentRecord[]
  findings: readonly FindingDecision[]
}

/** One record's change; `null` before: it is new. The history event is written from this, one for one. */
export type Change = { kind: EventKind; claimId: string | null } & (
  | { entity: 'claim'; id: string; before: ClaimRecord | null; after: ClaimRecord }
  | { entity: 'claim-note'; id: string; before: ClaimNoteRecord | null; after: ClaimNoteRecord }
  | { entity: 'evidence'; id: string; before: EvidenceRecord | null; after: EvidenceRecord }
  | { entity: 'comment'; id: string; before: CommentRecord | null; after: CommentRecord }
  | { entity: 'finding'; id: string; before: FindingDecision; after: FindingDecision }
  | { entity: 'article'; id: string; before: { id: string; title: string }; after: { id: string; title: string } }
)

export interface DecisionMeta {
  actor: string
  /** ISO 8601 UTC with milliseconds. */
  at: string
  newId: (entity: Entity) => string
}

export type ApplyDecision = (state: ReviewState, decision: Decision, meta: DecisionMeta) => Change[]
