import type { Document } from '../document/document.ts'
import { AppError } from '../errors.ts'
import type { Decision } from './decision.ts'
import type { ClaimNoteRecord, ClaimRecord, CommentRecord, EvidenceRecord, FindingDecision, NoteRecord } from './records.ts'

/** The records a decision may touch, as they stand now. `article.numbers` are all claim numbers ever given; the document and they matter to acts on extents only. */
export interface ReviewState {
  article: { id: string; title: string; draftId: string; numbers: readonly string[] }
  document: Document
  notes: readonly NoteRecord[]
  /** The claims concerned; for acts on extents also the live ones that share words with them, stand inside them, or come just before. */
  claims: readonly ClaimRecord[]
  claimNotes: readonly ClaimNoteRecord[]
  evidence: readonly EvidenceRecord[]
  comments: readonly CommentRecord[]
  findings: readonly FindingDecision[]
}

/** A live claim of the state. Throws `not-found`. */
export function claimOf(state: ReviewState, claimId: string): ClaimRecord {
  const claim = state.claims.find((candidate) => candidate.id === claimId && candidate.deletedAt === null)
  if (!claim) throw new AppError('not-found', 'This claim is not in the article any more. It may have been deleted or merged; its history keeps it.', { claimId })
  return claim
}

/** The claim, if it is still the one that the person was looking at. Throws `conflict` with both versions. */
export function claimAt(state: ReviewState, decision: Decision & { claimId: string; version: number }): ClaimRecord {
  const claim = claimOf(state, decision.claimId)
  if (claim.version !== decision.version) {
    throw new AppError('conflict', `Claim ${claim.number} has been changed since you opened it. Both versions are shown; choose one.`, { claimId: claim.id, yours: decision, theirs: claim })
  }
  return claim
}

export const liveEvidence = (state: ReviewState, claimId: string): EvidenceRecord[] => state.evidence.filter((piece) => piece.claimId === claimId && piece.deletedAt === null)
export const liveNotes = (state: ReviewState, claimId: string): ClaimNoteRecord[] => state.claimNotes.filter((note) => note.claimId === claimId && note.deletedAt === null)
