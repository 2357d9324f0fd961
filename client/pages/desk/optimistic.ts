import type { ActResult } from '#shared/api/index.ts'
import type { ClaimSummary } from '#shared/review/index.ts'
import type { Pending } from '../../connection/outbox.ts'

/** Verdicts that wait to be sent are shown as set. Other acts show once the server has done them. */
export function applyWaiting(claims: readonly ClaimSummary[], waiting: readonly Pending[]): { claims: readonly ClaimSummary[]; waitingIds: ReadonlySet<string> } {
  const statuses = new Map<string, ClaimSummary['status']>()
  for (const { decision } of waiting) if (decision?.kind === 'set-status') statuses.set(decision.claimId, decision.status)
  if (statuses.size === 0) return { claims, waitingIds: NONE }
  return {
    claims: claims.map((claim) => {
      const status = statuses.get(claim.id)
      return status && status !== claim.status ? { ...claim, status } : claim
    }),
    waitingIds: new Set(statuses.keys()),
  }
}
const NONE: ReadonlySet<string> = new Set()

/** The list after an act: changed claims replaced, new ones put where they stand in the text, removed ones gone. Untouched claims stay the same objects. */
export function applyResult(claims: readonly ClaimSummary[], result: ActResult): ClaimSummary[] {
  const changed = new Map(result.claims.map((claim) => [claim.id, claim]))
  const removed = new Set(result.removed)
  const kept = claims.filter((claim) => !removed.has(claim.id)).map((claim) => {
    const now = changed.get(claim.id)
    changed.delete(claim.id)
    return now ?? claim
  })
  return [...kept, ...changed.values()].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || (a.id < b.id ? -1 : 1))
}
