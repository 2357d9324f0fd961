import { AppError } from '../errors.ts'
import type { ReviewState } from './apply-decision.ts'
import type { Decision } from './decision.ts'
import type { ClaimNoteRecord, ClaimRecord, EvidenceRecord } from './records.ts'

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
