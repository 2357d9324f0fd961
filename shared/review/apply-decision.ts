import { addComment, attachEvidence, decideFinding, deleteComment, editComment, editEvidence, takeAwayEvidence } from './attachments.ts'
import type { Change, DecisionMeta } from './change.ts'
import type { Decision } from './decision.ts'
import { addClaim, deleteClaim, merge, setExtent, split } from './extents.ts'
import { claimAt, type ReviewState } from './state.ts'
import { claimChange, recordNotKept, setSourceResult, setStatus } from './verdicts.ts'

/**
 * What one decision changes, or AppError: `conflict`, `not-found`, `support-needed`, `reason-needed`, `confirmation-needed`, `invalid-request`.
 * The only way that status, source result, evidence and notes change.
 */
export function applyDecision(state: ReviewState, decision: Decision, meta: DecisionMeta): Change[] {
  switch (decision.kind) {
    case 'rename': {
      const { id, title } = state.article
      return [{ kind: 'rename', entity: 'article', id, claimId: null, before: { id, title }, after: { id, title: decision.title } }]
    }
    case 'set-status': return setStatus(state, decision, meta)
    case 'record-not-kept': return recordNotKept(state, decision)
    case 'set-source-result': return setSourceResult(state, decision, meta)
    case 'edit-statement': return [claimChange('edit-statement', claimAt(state, decision), { statement: decision.statement, statementBy: meta.actor, needsContext: false })]
    case 'set-kinds': return [claimChange('set-kinds', claimAt(state, decision), { kinds: [...new Set(decision.kinds)] })]
    case 'set-extent': return setExtent(state, decision, meta)
    case 'add-claim': return addClaim(state, decision, meta)
    case 'split': return split(state, decision, meta)
    case 'merge': return merge(state, decision, meta)
    case 'delete-claim': return deleteClaim(state, decision, meta)
    case 'attach-evidence': return attachEvidence(state, decision, meta)
    case 'edit-evidence': return editEvidence(state, decision)
    case 'take-away-evidence': return takeAwayEvidence(state, decision, meta)
    case 'add-comment': return addComment(state, decision, meta)
    case 'edit-comment': return editComment(state, decision, meta)
    case 'delete-comment': return deleteComment(state, decision, meta)
    case 'dismiss-finding':
    case 'reopen-finding': return decideFinding(state, decision, meta)
  }
}
