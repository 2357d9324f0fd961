import { AppError } from '../errors.ts'
import type { Change, DecisionMeta } from './apply-decision.ts'
import type { ReviewEvent } from './records.ts'

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

/**
 * Takes an act back: every record it changed goes to what it was before; what it made is marked deleted. A new act, never a deletion.
 * `current` gives a record as it stands now. Throws `conflict`, showing both, when another act has changed a record since.
 */
export function reverseAct(events: readonly ReviewEvent[], current: (entity: ReviewEvent['entity'], id: string) => Fields | null, kind: 'undo' | 'redo', meta: Pick<DecisionMeta, 'at'>): Change[] {
  const changes = new Map<string, Change>()
  for (const event of [...events].reverse()) {
    const key = `${event.entity} ${event.entityId}`
    const now = (changes.get(key)?.after as Fields | undefined) ?? current(event.entity, event.entityId)
    const after = event.after as Fields
    if (!now || !same(now, after)) {
      throw new AppError('conflict', 'This cannot be taken back by itself: the record has been changed since. Look at the claim’s history and set it as you want it.', { claimId: event.claimId, entity: event.entity, yours: event.before, theirs: now })
    }
    const restored: Fields = { ...((event.before as Fields | null) ?? { ...after, deletedAt: meta.at }) }
    if ('version' in now) restored['version'] = Number(now['version']) + 1
    changes.set(key, { kind, entity: event.entity, id: event.entityId, claimId: event.claimId, before: changes.get(key)?.before ?? now, after: restored } as unknown as Change)
  }
  return [...changes.values()]
}
