import { useSyncExternalStore } from 'react'
import { articles, type ActResult } from '#shared/api/articles.ts'
import type { DecisionInput } from '#shared/review/index.ts'
import { call, Refusal, ServerGone } from './http.ts'
import { requirePerson } from './person.ts'
import { createQueue, type Failure, type OutboxView, type Pending } from './queue.ts'
import { isServerGone, watchServer } from './server-state.ts'

export type { OutboxEvent, OutboxView, Pending, SaveState } from './queue.ts'

const PREFIX = 'stet.outbox.'
// One entry per act, so that two tabs never write over each other's; an act sent by both is done once.
const storage = {
  all: (): Pending[] => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).flatMap((key) => {
    try {
      return [JSON.parse(localStorage.getItem(key) ?? '') as Pending]
    } catch {
      return []
    }
  }),
  put: (pending: Pending): void => {
    try {
      localStorage.setItem(PREFIX + pending.act, JSON.stringify(pending))
    } catch {
      // A full or refused storage: the act still waits in this page, and leaving warns.
    }
  },
  remove: (pending: Pending): void => localStorage.removeItem(PREFIX + pending.act),
}

const post = (pending: Pending): Promise<ActResult> => {
  const given = { params: { articleId: pending.articleId }, actor: pending.actor }
  if (pending.kind === 'undo') return call(articles.undo, { ...given, body: { act: pending.act } })
  if (pending.kind === 'redo') return call(articles.redo, { ...given, body: { act: pending.act } })
  return call(articles.decide, { ...given, body: { act: pending.act, decision: pending.decision as DecisionInput } })
}

/** Trouble that passes by itself or once someone makes room; everything else is an answer. */
const PASSES = ['unavailable', 'database-busy']
const judge = (error: unknown): Failure => {
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof ServerGone) return { when: 'later', gone: true, message }
  return { when: error instanceof Refusal && PASSES.includes(error.problem.code) ? 'later' : 'never', gone: false, message }
}

const queue = createQueue({ storage, post, judge, newAct: () => crypto.randomUUID(), now: () => new Date(), after: (ms, callback) => void setTimeout(callback, ms) })

/** Sends a decision in order; resolves once the server has acknowledged it, rejects with `Refusal` (or `NameNotGiven`). */
export const send = async (articleId: string, decision: DecisionInput): Promise<ActResult> => queue.add(articleId, await requirePerson(), 'decision', decision)
export const sendUndo = async (articleId: string): Promise<ActResult> => queue.add(articleId, await requirePerson(), 'undo', null)
export const sendRedo = async (articleId: string): Promise<ActResult> => queue.add(articleId, await requirePerson(), 'redo', null)
/** Hears every act of an article that was acknowledged or refused, those kept from before a reload too. Returns how to stop. */
export const subscribe = queue.subscribe
/** Tries everything that waits, now. */
export const retryNow = queue.flushAll
/** What of an article waits to be sent, and what the bar says of it. */
export const useOutbox = (articleId: string): OutboxView => useSyncExternalStore(queue.watch, () => queue.view(articleId))
/** How many acts wait, over all articles. */
export const useWaitingCount = (): number => useSyncExternalStore(queue.watch, queue.total)

watchServer(() => {
  if (!isServerGone()) queue.flushAll()
})
addEventListener('beforeunload', (event) => {
  if (queue.total() > 0) event.preventDefault()
})
queue.flushAll()
