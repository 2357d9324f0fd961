import { AppError } from '../errors.ts'
import type { Change, DecisionMeta } from './change.ts'
import type { ReviewEvent } from './records.ts'
import type { ReviewState } from './state.ts'
import { isSupported } from './status.ts'

/** What undo needs to know of an act: who comes first, and what it took back. */
export interface ActInHistory {
  act: string
  kind: string
  undoes: string | null
}

/**
 * The act that undo (or redo) turns to next: a person's own acts in order, walked like an editor's undo stack. A new act empties what could be redone.
 * @returns the act to reverse, or null when there is none
 */
export function nextToReverse(acts: readonly ActInHistory[], direction: 'undo' | 'redo'): string | null {
  const done: { act: string; last: string }[] = []
  const undone: { act: string; last: string }[] = []
  for (const { act, kind, undoes } of acts) {
    if (kind === 'import' || kind === 'not-kept') continue
    if (kind === 'undo' || kind === 'redo') {
      const [from, to] = kind === 'undo' ? [done, undone] : [undone, done]
      const index = from.findLastIndex((entry) => entry.last === undoes)
      if (index >= 0) to.push({ act: from.splice(index, 1)[0]?.act ?? act, last: act })
    } else {
      done.push({ act, last: act })
      undone.length = 0
    }
  }
  return (direction === 'undo' ? done : undone).at(-1)?.last ?? null
}

type Fields = Record<string, unknown>
/** The same record but for its version, which counts and never goes back. */
const same = (a: Fields, b: Fields): boolean => canonical({ ...a, version: 0 }) === canonical({ ...b, version: 0 })

/** JSON with keys in order: equal records give equal text, whatever wrote them. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value as Fields).filter(([, field]) => field !== undefined).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`
}

/** The records an act touched, and what stands on the claims it touched, as they are now: deleted ones included. */
export type Standing = Pick<ReviewState, 'claims' | 'claimNotes' | 'evidence' | 'comments' | 'findings'> & { article: { id: string; title: string } }

function recordIn(now: Standing, entity: ReviewEvent['entity'], id: string): Fields | null {
  const byId = (records: readonly { id: string }[]): Fields | null => (records.find((record) => record.id === id) as Fields | undefined) ?? null
  switch (entity) {
    case 'claim': return byId(now.claims)
    case 'claim-note': return byId(now.claimNotes)
    case 'evidence': return byId(now.evidence)
    case 'comment': return byId(now.comments)
    case 'finding': return byId(now.findings)
    case 'article': return now.article.id === id ? now.article : null
  }
}

/**
 * Takes an act back: every record it changed goes to what it was before; what it made is marked deleted. A new act, never a deletion.
 * A verdict that this leaves without support goes to check again, in the same act.
 * Throws `conflict`, showing both, when another act has changed a record since, or has put something on a claim that would go.
 */
export function reverseAct(events: readonly ReviewEvent[], standing: Standing, kind: 'undo' | 'redo', meta: Pick<DecisionMeta, 'at'>): Change[] {
  const changes = new Map<string, Change>()
  for (const event of [...events].reverse()) {
    const key = `${event.entity} ${event.entityId}`
    const now = (changes.get(key)?.after as Fields | undefined) ?? recordIn(standing, event.entity, event.entityId)
    const after = event.after as Fields
    if (!now || !same(now, after)) {
      throw new AppError('conflict', 'This cannot be taken back by itself: the record has been changed since. Look at the claim’s history and set it as you want it.', { claimId: event.claimId, entity: event.entity, yours: event.before, theirs: now })
    }
    const restored: Fields = { ...((event.before as Fields | null) ?? { ...after, deletedAt: meta.at }) }
    if ('version' in now) restored['version'] = Number(now['version']) + 1
    changes.set(key, { kind, entity: event.entity, id: event.entityId, claimId: event.claimId, before: changes.get(key)?.before ?? now, after: restored } as unknown as Change)
  }
  return keepVerdictsSupported(standing, [...changes.values()], kind)
}

/** Records of one kind as the changes leave them. */
function afterChanges<R extends { id: string }>(now: readonly R[], changes: readonly Change[], entity: Change['entity']): R[] {
  const changed = new Map(changes.filter((change) => change.entity === entity).map((change) => [change.id, change.after as unknown as R]))
  return [...now.map((record) => changed.get(record.id) ?? record), ...[...changed.values()].filter((record) => !now.some((other) => other.id === record.id))]
}

function keepVerdictsSupported(now: Standing, changes: readonly Change[], kind: 'undo' | 'redo'): Change[] {
  const evidence = afterChanges(now.evidence, changes, 'evidence')
  const notes = afterChanges(now.claimNotes, changes, 'claim-note')
  const comments = afterChanges(now.comments, changes, 'comment')
  const result = [...changes]
  for (const claim of afterChanges(now.claims, changes, 'claim')) {
    const index = result.findIndex((change) => change.entity === 'claim' && change.id === claim.id)
    const own = (records: readonly { claimId: string; deletedAt: string | null }[]) => records.some((record) => record.claimId === claim.id && record.deletedAt === null)
    const before = now.claims.find((other) => other.id === claim.id)
    // Redo may remove a claim too, where it deletes it again: that takes along what stands on it, as deleting does.
    if (kind === 'undo' && claim.deletedAt !== null && before?.deletedAt === null && (own(evidence) || own(comments))) {
      throw new AppError('conflict', `Taking this back would remove claim ${claim.number}, and evidence or reviewer notes have been put on it since. Take those away first, or keep the claim.`, { claimId: claim.id, yours: null, theirs: before })
    }
    const isTouched = index >= 0 || changes.some((change) => (change.entity === 'evidence' || change.entity === 'claim-note') && (change.claimId === claim.id || change.after.claimId === claim.id))
    if (!isTouched || claim.deletedAt !== null || claim.status !== 'verified') continue
    if (isSupported(evidence.filter((piece) => piece.claimId === claim.id), notes.filter((note) => note.claimId === claim.id))) continue
    const patch = { status: 'recheck' as const, reason: 'What supported it was taken back: nothing else supports it.', waitingOn: null }
    if (index >= 0) result[index] = { ...result[index], after: { ...claim, ...patch } } as Change
    else result.push({ kind, entity: 'claim', id: claim.id, claimId: claim.id, before: claim, after: { ...claim, ...patch, version: claim.version + 1 } })
  }
  return result
}
