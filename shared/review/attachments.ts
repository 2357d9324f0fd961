import { AppError } from '../errors.ts'
import type { Change, DecisionMeta } from './change.ts'
import type { Decision } from './decision.ts'
import type { CommentRecord, EvidenceRecord } from './records.ts'
import { claimOf, liveEvidence, type ReviewState } from './state.ts'
import { afterLosingSupport } from './verdicts.ts'

type Of<K extends Decision['kind']> = Extract<Decision, { kind: K }>

/** A web piece gets the id of the capture that the caller starts once the act is written. */
export function attachEvidence(state: ReviewState, decision: Of<'attach-evidence'>, meta: DecisionMeta): Change[] {
  const claim = claimOf(state, decision.claimId)
  const { source } = decision
  const id = meta.newId('evidence')
  const piece: EvidenceRecord = {
    id, articleId: state.article.id, claimId: claim.id, kind: source.kind, stance: decision.stance, quote: decision.quote || null, locator: decision.locator || null, note: decision.note,
    url: source.kind === 'web' ? source.url : null,
    snapshotId: source.kind === 'web' ? meta.newId('evidence') : source.kind === 'file' ? source.snapshotId : null,
    table: source.kind === 'table' ? source.table : null, reference: source.kind === 'reference' ? source.reference : null,
    createdBy: meta.actor, createdAt: meta.at, deletedAt: null,
  }
  return [{ kind: 'attach-evidence', entity: 'evidence', id, claimId: claim.id, before: null, after: piece }]
}

function pieceOf(state: ReviewState, evidenceId: string): EvidenceRecord {
  const piece = state.evidence.find((candidate) => candidate.id === evidenceId && candidate.deletedAt === null)
  if (!piece) throw new AppError('not-found', 'This piece of evidence has been taken away. The claim’s history keeps it.', { evidenceId })
  return piece
}

export function editEvidence(state: ReviewState, decision: Of<'edit-evidence'>): Change[] {
  const before = pieceOf(state, decision.evidenceId)
  const after: EvidenceRecord = { ...before, stance: decision.stance, quote: decision.quote || null, locator: decision.locator || null, note: decision.note }
  const rest = liveEvidence(state, before.claimId).map((piece) => (piece.id === before.id ? after : piece))
  return [{ kind: 'edit-evidence', entity: 'evidence', id: before.id, claimId: before.claimId, before, after }, ...afterLosingSupport(state, before.claimId, { evidence: rest }, 'Its supporting evidence is changed', decision.confirmed)]
}

export function takeAwayEvidence(state: ReviewState, decision: Of<'take-away-evidence'>, meta: DecisionMeta): Change[] {
  const before = pieceOf(state, decision.evidenceId)
  const rest = liveEvidence(state, before.claimId).filter((piece) => piece.id !== before.id)
  return [{ kind: 'take-away-evidence', entity: 'evidence', id: before.id, claimId: before.claimId, before, after: { ...before, deletedAt: meta.at } }, ...afterLosingSupport(state, before.claimId, { evidence: rest }, 'Its supporting evidence is taken away', decision.confirmed)]
}

function commentOf(state: ReviewState, commentId: string): CommentRecord {
  const comment = state.comments.find((candidate) => candidate.id === commentId && candidate.deletedAt === null)
  if (!comment) throw new AppError('not-found', 'This reviewer note has been deleted. The claim’s history keeps it.', { commentId })
  return comment
}

export function addComment(state: ReviewState, decision: Of<'add-comment'>, meta: DecisionMeta): Change[] {
  const claim = claimOf(state, decision.claimId)
  if (decision.parentId && commentOf(state, decision.parentId).claimId !== claim.id) throw new AppError('invalid-request', 'A reply belongs to a reviewer note of the same claim.', { parentId: decision.parentId })
  const id = meta.newId('comment')
  const comment: CommentRecord = { id, articleId: state.article.id, claimId: claim.id, parentId: decision.parentId, text: decision.text, internal: decision.internal, author: meta.actor, createdAt: meta.at, editedAt: null, deletedAt: null }
  return [{ kind: 'add-comment', entity: 'comment', id, claimId: claim.id, before: null, after: comment }]
}

export function editComment(state: ReviewState, decision: Of<'edit-comment'>, meta: DecisionMeta): Change[] {
  const before = commentOf(state, decision.commentId)
  return [{ kind: 'edit-comment', entity: 'comment', id: before.id, claimId: before.claimId, before, after: { ...before, text: decision.text, editedAt: meta.at } }]
}

/** Replies go with the note they answer. */
export function deleteComment(state: ReviewState, decision: Of<'delete-comment'>, meta: DecisionMeta): Change[] {
  const comment = commentOf(state, decision.commentId)
  const thread = state.comments.filter((candidate) => candidate.deletedAt === null && (candidate.id === comment.id || candidate.parentId === comment.id))
  return thread.map((before): Change => ({ kind: 'delete-comment', entity: 'comment', id: before.id, claimId: before.claimId, before, after: { ...before, deletedAt: meta.at } }))
}

export function decideFinding(state: ReviewState, decision: Of<'dismiss-finding'> | Of<'reopen-finding'>, meta: DecisionMeta): Change[] {
  const before = state.findings.find((candidate) => candidate.id === decision.findingId)
  if (!before) throw new AppError('not-found', 'This finding is not in the article any more: the checks ran again and did not find it.', { findingId: decision.findingId })
  const after = decision.kind === 'dismiss-finding'
    ? { ...before, state: 'dismissed' as const, reason: decision.reason, decidedBy: meta.actor, decidedAt: meta.at }
    : { ...before, state: 'open' as const, reason: null, decidedBy: null, decidedAt: null }
  return [{ kind: decision.kind, entity: 'finding', id: before.id, claimId: null, before, after }]
}
