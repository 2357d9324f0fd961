import type { ClaimNoteRecord, ClaimRecord, CommentRecord, Entity, EventKind, EvidenceRecord, FindingDecision } from './records.ts'

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
