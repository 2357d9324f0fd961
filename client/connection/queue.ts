import type { ActResult } from '#shared/api/articles.ts'
import type { DecisionInput } from '#shared/review/index.ts'

/** One act that the server has not acknowledged yet. */
export interface Pending {
  act: string
  articleId: string
  /** Position in the order of acts; grows. */
  order: number
  actor: string
  at: string
  kind: 'decision' | 'undo' | 'redo'
  decision: DecisionInput | null
}

export type SaveState = 'saved' | 'saving' | 'waiting' | 'failed'
export interface OutboxView {
  waiting: readonly Pending[]
  state: SaveState
  savedAt: Date | null
  error?: string
}
export type OutboxEvent = { kind: 'acknowledged'; pending: Pending; result: ActResult } | { kind: 'refused'; pending: Pending; error: unknown }

/** How sending one act ended when it did not succeed: `later` keeps it, `never` gives it back to the one who asked. */
export type Failure = { when: 'later' | 'never'; gone: boolean; message: string }

export interface QueueDependencies {
  /** Where pending acts outlive the page: one entry per act. */
  storage: { all(): Pending[]; put(pending: Pending): void; remove(pending: Pending): void }
  post(pending: Pending): Promise<ActResult>
  judge(error: unknown): Failure
  newAct(): string
  now(): Date
  /** Calls back after so many ms. */
  after(ms: number, callback: () => void): void
}

/** "Saving …" is said only after this long, in ms: most acts are acknowledged sooner and need no word. */
const SAYS_SAVING_AFTER = 400
/** Waits before an act is tried again, in ms; the last repeats. */
const RETRY_WAITS = [500, 1000, 2000, 5000, 10_000]
const EMPTY: OutboxView = { waiting: [], state: 'saved', savedAt: null }

/**
 * A later act on the same claim was made on top of this one, so it goes on from the version this one made. Only acts that the server held
 * against a version vouch for what the person saw.
 */
export const rebase = (later: Pending, sent: Pending, result: ActResult): Pending => {
  const decision = later.decision
  const vouches = sent.decision === null || 'version' in sent.decision
  if (!vouches || decision === null || !('version' in decision)) return later
  const versionOf = (claimId: string): number | undefined => result.claims.find((claim) => claim.id === claimId)?.version
  const version = versionOf(decision.claimId) ?? decision.version
  if (decision.kind === 'merge') return { ...later, decision: { ...decision, version, withVersion: versionOf(decision.withId) ?? decision.withVersion } }
  return version === decision.version ? later : { ...later, decision: { ...decision, version } }
}

/** An ordered queue of acts per article. Acts of one article are sent one after another; a refusal gives that act back and goes on. */
export const createQueue = ({ storage, post, judge, newAct, now, after }: QueueDependencies) => {
  interface Lane { waiting: Pending[]; busy: boolean; attempt: number; view: OutboxView; slow: boolean; savedAt: Date | null; trouble: Failure | null }
  const lanes = new Map<string, Lane>()
  const settle = new Map<string, { resolve(result: ActResult): void; reject(error: unknown): void }>()
  const watchers = new Set<() => void>()
  const listeners = new Map<string, Set<(event: OutboxEvent) => void>>()
  let order = 0

  const lane = (articleId: string): Lane => {
    const known = lanes.get(articleId)
    if (known) return known
    const fresh: Lane = { waiting: [], busy: false, attempt: 0, view: EMPTY, slow: false, savedAt: null, trouble: null }
    lanes.set(articleId, fresh)
    return fresh
  }
  const publish = (of: Lane): void => {
    const state: SaveState = of.trouble ? (of.trouble.gone ? 'waiting' : 'failed') : of.waiting.length > 0 && of.slow ? 'saving' : 'saved'
    of.view = { waiting: [...of.waiting], state, savedAt: of.savedAt, ...(of.trouble && { error: of.trouble.message }) }
    watchers.forEach((watcher) => watcher())
  }
  const tell = (event: OutboxEvent): void => listeners.get(event.pending.articleId)?.forEach((listener) => listener(event))
  const finish = (of: Lane, pending: Pending): void => {
    of.waiting = of.waiting.filter((other) => other.act !== pending.act)
    storage.remove(pending)
    of.attempt = 0
  }

  const flush = async (articleId: string): Promise<void> => {
    const of = lane(articleId)
    if (of.busy) return
    of.busy = true
    for (let pending = of.waiting[0]; pending; pending = of.waiting[0]) {
      const sent = pending
      after(SAYS_SAVING_AFTER, () => {
        if (of.waiting[0]?.act !== sent.act || of.slow) return
        of.slow = true
        publish(of)
      })
      try {
        const result = await post(sent)
        finish(of, sent)
        of.waiting = of.waiting.map((later) => rebase(later, sent, result))
        of.waiting.forEach(storage.put)
        of.savedAt = now()
        of.trouble = null
        if (of.waiting.length === 0) of.slow = false
        tell({ kind: 'acknowledged', pending: sent, result })
        settle.get(sent.act)?.resolve(result)
      } catch (error) {
        const failure = judge(error)
        if (failure.when === 'later') {
          of.trouble = failure
          of.busy = false
          publish(of)
          after(RETRY_WAITS[Math.min(of.attempt++, RETRY_WAITS.length - 1)] ?? 0, () => void flush(articleId))
          return
        }
        finish(of, sent)
        of.trouble = null
        if (of.waiting.length === 0) of.slow = false
        tell({ kind: 'refused', pending: sent, error })
        settle.get(sent.act)?.reject(error)
      }
      settle.delete(sent.act)
      publish(of)
    }
    of.busy = false
  }

  const add = (articleId: string, actor: string, kind: Pending['kind'], decision: DecisionInput | null): Promise<ActResult> => {
    const pending: Pending = { act: newAct(), articleId, order: ++order, actor, at: now().toISOString(), kind, decision }
    const of = lane(articleId)
    const settled = new Promise<ActResult>((resolve, reject) => settle.set(pending.act, { resolve, reject }))
    of.waiting.push(pending)
    storage.put(pending)
    publish(of)
    void flush(articleId)
    return settled
  }

  for (const pending of storage.all().sort((a, b) => a.order - b.order)) {
    order = Math.max(order, pending.order)
    lane(pending.articleId).waiting.push(pending)
  }
  lanes.forEach(publish)

  return {
    add,
    /** Tries everything that waits, now. */
    flushAll: (): void => lanes.forEach((_, articleId) => void flush(articleId)),
    view: (articleId: string): OutboxView => lane(articleId).view,
    /** How many acts wait, over all articles. */
    total: (): number => [...lanes.values()].reduce((sum, of) => sum + of.waiting.length, 0),
    watch: (watcher: () => void): (() => void) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    subscribe: (articleId: string, listener: (event: OutboxEvent) => void): (() => void) => {
      const heard = listeners.get(articleId) ?? new Set()
      listeners.set(articleId, heard.add(listener))
      return () => heard.delete(listener)
    },
  }
}
