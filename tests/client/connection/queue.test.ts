import { describe, expect, it } from 'vitest'
import type { ActResult } from '#shared/api/articles.ts'
import type { DecisionInput } from '#shared/review/index.ts'
import { createQueue, type Failure, type OutboxEvent, type Pending } from '../../../client/connection/queue.ts'

const verdict = (claimId: string, version: number): DecisionInput => ({ kind: 'set-status', claimId, version, status: 'waived', reason: 'opinion' })
const result = (act: string, claims: { id: string; version: number }[] = []): ActResult =>
  ({ act, events: [], claims: claims as unknown as ActResult['claims'], removed: [], summary: '', claimId: null, title: '' })

class Refused extends Error {}
class Gone extends Error {}

/** A queue on a hand-turned server: each post waits until it is answered. */
const rig = (kept: Pending[] = []) => {
  const store = new Map(kept.map((pending) => [pending.act, pending]))
  const posts: { pending: Pending; answer(value: ActResult): void; fail(error: Error): void }[] = []
  const timers: { ms: number; callback: () => void }[] = []
  let serial = 0
  const queue = createQueue({
    storage: { all: () => [...store.values()], put: (pending) => void store.set(pending.act, pending), remove: (pending) => void store.delete(pending.act) },
    post: (pending) => new Promise((answer, fail) => posts.push({ pending, answer, fail })),
    judge: (error): Failure => ({ when: error instanceof Gone ? 'later' : 'never', gone: error instanceof Gone, message: (error as Error).message }),
    newAct: () => `act-${++serial}`,
    now: () => new Date('2026-03-10T14:32:00.000Z'),
    after: (ms, callback) => void timers.push({ ms, callback }),
  })
  const fire = (ms: number): void => timers.splice(0).forEach((timer) => (timer.ms === ms ? timer.callback() : timers.push(timer)))
  return { queue, posts, store, fire }
}
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('the outbox', () => {
  it('sends the acts of one article one after another, in order', async () => {
    const { queue, posts, store } = rig()
    const first = queue.add('a', 'Ines', 'decision', verdict('c1', 1))
    const second = queue.add('a', 'Ines', 'undo', null)
    expect(posts.map((post) => post.pending.act)).toEqual(['act-1'])
    expect([...store.keys()]).toEqual(['act-1', 'act-2'])
    posts[0]?.answer(result('act-1'))
    await expect(first).resolves.toMatchObject({ act: 'act-1' })
    await settle()
    expect(posts.map((post) => post.pending.act)).toEqual(['act-1', 'act-2'])
    posts[1]?.answer(result('act-2'))
    await second
    await settle()
    expect(store.size).toBe(0)
    expect(queue.view('a')).toMatchObject({ waiting: [], state: 'saved', savedAt: new Date('2026-03-10T14:32:00.000Z') })
  })

  it('keeps what nobody answered and sends the very same act when the server is back', async () => {
    const { queue, posts, store } = rig()
    const promise = queue.add('a', 'Ines', 'decision', verdict('c1', 1))
    void queue.add('a', 'Ines', 'decision', verdict('c2', 1))
    posts[0]?.fail(new Gone('does not answer'))
    await settle()
    expect(queue.view('a')).toMatchObject({ state: 'waiting', error: 'does not answer' })
    expect(queue.total()).toBe(2)
    expect(store.size).toBe(2)
    queue.flushAll()
    expect(posts.map((post) => post.pending.act)).toEqual(['act-1', 'act-1'])
    posts[1]?.answer(result('act-1'))
    await promise
    await settle()
    expect(posts[2]?.pending.act).toBe('act-2')
  })

  it('gives a refused act back to the one who asked and goes on with the next', async () => {
    const { queue, posts, store } = rig()
    const heard: OutboxEvent['kind'][] = []
    queue.subscribe('a', (event) => heard.push(event.kind))
    const first = queue.add('a', 'Ines', 'decision', verdict('c1', 1))
    void queue.add('a', 'Ines', 'decision', verdict('c2', 1))
    posts[0]?.fail(new Refused('claim c1 has changed'))
    await expect(first).rejects.toThrow('claim c1 has changed')
    await settle()
    expect(posts[1]?.pending.act).toBe('act-2')
    expect([...store.keys()]).toEqual(['act-2'])
    posts[1]?.answer(result('act-2'))
    await settle()
    expect(heard).toEqual(['refused', 'acknowledged'])
    expect(queue.view('a').state).toBe('saved')
  })

  it('takes up, in order, what an earlier page left behind', () => {
    const left = (act: string, order: number): Pending => ({ act, articleId: 'a', order, actor: 'Tom', at: '2026-03-10T14:00:00.000Z', kind: 'undo', decision: null })
    const { queue, posts } = rig([left('late', 7), left('early', 3)])
    void queue.add('a', 'Ines', 'redo', null)
    expect(queue.view('a').waiting.map((pending) => [pending.act, pending.order])).toEqual([['early', 3], ['late', 7], ['act-1', 8]])
    expect(posts[0]?.pending).toMatchObject({ act: 'early', actor: 'Tom' })
  })

  it('says Saving only once it takes long', async () => {
    const { queue, posts, fire } = rig()
    void queue.add('a', 'Ines', 'decision', verdict('c1', 1))
    expect(queue.view('a').state).toBe('saved')
    fire(400)
    expect(queue.view('a').state).toBe('saving')
    posts[0]?.answer(result('act-1'))
    await settle()
    expect(queue.view('a').state).toBe('saved')
  })

  it('lets a second act on one claim go on from the version the first made, and no other claim’s', async () => {
    const { queue, posts, store } = rig()
    void queue.add('a', 'Ines', 'decision', verdict('c1', 4))
    void queue.add('a', 'Ines', 'decision', verdict('c1', 4))
    void queue.add('a', 'Ines', 'decision', verdict('c2', 9))
    posts[0]?.answer(result('act-1', [{ id: 'c1', version: 5 }]))
    await settle()
    expect(posts[1]?.pending.decision).toMatchObject({ claimId: 'c1', version: 5 })
    expect(store.get('act-3')?.decision).toMatchObject({ claimId: 'c2', version: 9 })
  })

  it('does not let an act that no version was held against vouch for a later verdict', async () => {
    const { queue, posts } = rig()
    void queue.add('a', 'Ines', 'decision', { kind: 'add-comment', claimId: 'c1', text: 'Ask the author' })
    void queue.add('a', 'Ines', 'decision', verdict('c1', 4))
    posts[0]?.answer(result('act-1', [{ id: 'c1', version: 5 }]))
    await settle()
    expect(posts[1]?.pending.decision).toMatchObject({ version: 4 })
  })
})
