import { AppError } from '../errors.ts'
import type { Change, DecisionMeta } from './change.ts'
import type { Decision } from './decision.ts'
import { SOURCE_RESULT_WORDS, STATUS_WORDS, REASON_REQUIRED, isSettled, isSupported } from './status.ts'
import type { ClaimNoteRecord, ClaimRecord, EvidenceRecord, EventKind } from './records.ts'
import { claimAt, claimOf, liveEvidence, liveNotes, type ReviewState } from './state.ts'

type Of<K extends Decision['kind']> = Extract<Decision, { kind: K }>

/** A change of one claim; its version goes up by one. */
export const claimChange = (kind: EventKind, before: ClaimRecord, patch: Partial<ClaimRecord>): Change => ({
  kind, entity: 'claim', id: before.id, claimId: before.id, before, after: { ...before, ...patch, version: before.version + 1 },
})

/** The claim sent to be checked again, because what its verdict rested on, or its words, changed. */
export const recheck = (claim: ClaimRecord, reason: string, patch: Partial<ClaimRecord> = {}): Change => claimChange('recheck', claim, { ...patch, status: 'recheck', reason, waitingOn: null })

export function setStatus(state: ReviewState, decision: Of<'set-status'>, meta: DecisionMeta): Change[] {
  const claim = claimAt(state, decision)
  const reason = decision.reason || null
  const word = STATUS_WORDS[decision.status].label
  if (REASON_REQUIRED.includes(decision.status) && !reason) throw new AppError('reason-needed', `${word} needs a reason, so that the next person can follow it. Say why, then set it again.`, { claimId: claim.id, status: decision.status })
  if (decision.status === 'verified' && !isSupported(liveEvidence(state, claim.id), liveNotes(state, claim.id))) {
    throw new AppError('support-needed', 'Nothing supports this yet. Verified needs one piece of evidence that supports, or a note whose source result is “supports”.', { claimId: claim.id })
  }
  const open = decision.status === 'to-check'
  return [claimChange('set-status', claim, {
    status: decision.status, reason, statusBy: open ? null : meta.actor, statusAt: open ? null : meta.at,
    waitingOn: decision.status === 'querying' ? (decision.waitingOn ?? 'author') : null,
  })]
}

/** What did not become the verdict when two people decided: kept in the history as `before`, with what stands as `after`. */
export function recordNotKept(state: ReviewState, decision: Of<'record-not-kept'>): Change[] {
  const claim = claimAt(state, decision)
  return [{ kind: 'not-kept', entity: 'claim', id: claim.id, claimId: claim.id, before: { ...claim, status: decision.status, reason: decision.reason }, after: { ...claim, version: claim.version + 1 } }]
}

/**
 * Whether a verified claim would lose its last support. Without `confirmed` that is refused, saying what rests on it; with it the claim goes to check again.
 */
export function afterLosingSupport(state: ReviewState, claimId: string, after: { evidence?: EvidenceRecord[]; notes?: ClaimNoteRecord[] }, what: string, confirmed: boolean): Change[] {
  const claim = claimOf(state, claimId)
  const evidence = after.evidence ?? liveEvidence(state, claimId)
  const notes = after.notes ?? liveNotes(state, claimId)
  if (claim.status !== 'verified' || isSupported(evidence, notes)) return []
  if (!confirmed) throw new AppError('confirmation-needed', `Verified rests on this. ${what} and claim ${claim.number} goes to check again.`, { claimId })
  return [recheck(claim, `${what}: nothing else supported it.`)]
}

export function setSourceResult(state: ReviewState, decision: Of<'set-source-result'>, meta: DecisionMeta): Change[] {
  const claim = claimAt(state, decision)
  const notes = liveNotes(state, claim.id)
  const before = notes.find((note) => note.noteId === decision.noteId)
  const label = state.notes.find((note) => note.id === decision.noteId)?.label ?? ''
  if (!before) throw new AppError('not-found', `Note ${label} does not carry claim ${claim.number}.`, { claimId: claim.id, noteId: decision.noteId })
  const checked = decision.result !== 'not-checked'
  const after: ClaimNoteRecord = { ...before, result: decision.result, resultBy: checked ? meta.actor : null, resultAt: checked ? meta.at : null }
  const change: Change = { kind: 'set-source-result', entity: 'claim-note', id: before.id, claimId: claim.id, before, after }
  const what = `Note ${label} is set to “${SOURCE_RESULT_WORDS[decision.result]}”`
  return [change, ...afterLosingSupport(state, claim.id, { notes: notes.map((note) => (note.id === before.id ? after : note)) }, what, decision.confirmed)]
}

/** A claim whose words changed: settled verdicts do not survive that. */
export const wordsChanged = (kind: EventKind, claim: ClaimRecord, patch: Partial<ClaimRecord>, reason: string): Change =>
  isSettled(claim.status) ? recheck(claim, reason, patch) : claimChange(kind, claim, patch)
