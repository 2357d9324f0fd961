// The guard's fifty cases, part two: transactions, isolation, several processes, a killed process.
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPart, type BuiltPart } from '../../support/build-part.ts'
import { codeOf, makeSuite, seed, type Suite } from '../../support/sqlite-suite/make.ts'

type Db = Suite['db']
let suite: Suite
let db: Db
let articleId: string
let child: BuiltPart
beforeAll(async () => {
  suite = await makeSuite()
  db = suite.db
  ;({ articleId } = await seed(db))
  child = await buildPart('tests/support/sqlite-suite/child.ts')
})
afterAll(async () => {
  child?.remove()
  await suite.remove()
})

const addTag = (client: Db, name: string) => client.tag.create({ data: { name } })
const countTags = (...names: string[]): Promise<number> => db.tag.count({ where: { name: { in: names } } })
const undo = async () => {
  throw new Error('undo')
}

describe('transactions', () => {
  test('a list of writes is kept whole, or undone whole', async () => {
    await db.$transaction([addTag(db, 't1'), addTag(db, 't2')])
    expect(await codeOf(db.$transaction([addTag(db, 't3'), addTag(db, 't1')]))).toBe('P2002')
    expect(await countTags('t1', 't2', 't3')).toBe(2)
  })
  test('an interactive transaction that throws leaves nothing', async () => {
    await codeOf(db.$transaction(async (tx: Db) => {
      await addTag(tx, 'r1')
      await undo()
    }))
    expect(await countTags('r1')).toBe(0)
  })
  test('a transaction inside a transaction is undone alone', async () => {
    await db.$transaction(async (tx: Db) => {
      await addTag(tx, 'o1')
      await codeOf(tx.$transaction(async (inner: Db) => {
        await addTag(inner, 'i1')
        await undo()
      }))
      await addTag(tx, 'o2')
    })
    expect([await countTags('o1', 'o2'), await countTags('i1')]).toEqual([2, 0])
  })
  test('a transaction goes on after a refused row was caught', async () => {
    await db.$transaction(async (tx: Db) => {
      await addTag(tx, 'k1')
      expect(await codeOf(addTag(tx, 'k1'))).toBe('P2002')
      await addTag(tx, 'k2')
    })
    expect(await countTags('k1', 'k2')).toBe(2)
  })
  test('a transaction that takes too long is P2028, undone, and the next write goes through', async () => {
    const slow = db.$transaction(async (tx: Db) => {
      await addTag(tx, 'slow1')
      await sleep(600)
      await addTag(tx, 'slow2')
    }, { timeout: 150 })
    expect(await codeOf(slow)).toBe('P2028')
    expect(await countTags('slow1', 'slow2')).toBe(0)
    await addTag(db, 'after')
  })
  test('a transaction that waits too long for the writer is P2028, and the next one goes through', async () => {
    let code = ''
    await db.$transaction(async (tx: Db) => {
      await addTag(tx, 'w1')
      code = await codeOf(db.$transaction((other: Db) => other.tag.count(), { maxWait: 100 }))
      await sleep(50)
    })
    expect(code).toBe('P2028')
    expect(await db.$transaction((tx: Db) => tx.tag.count({ where: { name: 'w1' } }))).toBe(1)
  })
  test('a read outside an open transaction sees only what is committed', async () => {
    let seen = -1
    await codeOf(db.$transaction(async (tx: Db) => {
      await addTag(tx, 'dirty')
      seen = await countTags('dirty')
      await undo()
    }))
    expect(seen).toBe(0)
  })
  test('a write outside an open transaction survives when that one is undone', async () => {
    let outside: Promise<string> = Promise.resolve('not asked')
    await codeOf(db.$transaction(async (tx: Db) => {
      await addTag(tx, 'inside')
      outside = codeOf(db.event.create({ data: { articleId, kind: 'outside' } }))
      await sleep(100)
      await undo()
    }))
    expect(await outside).toBe('none')
    expect([await db.event.count({ where: { kind: 'outside' } }), await countTags('inside')]).toEqual([1, 0])
  })
  test('the official adapter alone reads what is not committed and loses what it acknowledged: these cases can fail', async () => {
    const bare = suite.connectUnguarded()
    let seen = -1
    let outside = 'not asked'
    await codeOf(bare.$transaction(async (tx: Db) => {
      await addTag(tx, 'bare')
      seen = await bare.tag.count({ where: { name: 'bare' } })
      outside = await codeOf(bare.event.create({ data: { articleId, kind: 'bare' } }))
      await undo()
    }))
    await bare.$disconnect()
    expect([seen, outside, await db.event.count({ where: { kind: 'bare' } })]).toEqual([1, 'none', 0])
  })
  test('twenty queries at once inside one transaction', async () => {
    const done = await db.$transaction((tx: Db) => Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 ? addTag(tx, `pa${index}`) : tx.tag.count()))))
    expect(done).toHaveLength(20)
    expect(await db.tag.count({ where: { name: { startsWith: 'pa' } } })).toBe(10)
  })
  test('a COMMIT that fails undoes the transaction, and the connection stays usable', async () => {
    const late = db.$transaction(async (tx: Db) => {
      await tx.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON')
      await tx.$executeRaw`INSERT INTO Event(articleId, kind) VALUES ('nope', 'x')`
    })
    expect(await codeOf(late)).not.toBe('none')
    await addTag(db, 'afterfail')
    await db.$transaction((tx: Db) => addTag(tx, 'afterfail2'))
    expect([await db.event.count({ where: { articleId: 'nope' } }), await countTags('afterfail', 'afterfail2')]).toEqual([0, 2])
  })
  test('fifty reads, writes and transactions at once all succeed', async () => {
    const ask = [
      () => db.$transaction(async (tx: Db) => {
        await tx.event.create({ data: { articleId, kind: 'mix' } })
        await tx.article.update({ where: { id: articleId }, data: { words: { increment: 1 } } })
      }, { maxWait: 20_000, timeout: 20_000 }),
      (index: number) => addTag(db, `mix${index}`),
      () => db.claim.findMany({ take: 50, include: { article: true } }),
      (index: number) => db.user.updateMany({ data: { name: `m${index}` } }),
      () => db.claim.count(),
    ]
    const results = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => ask[index % 5]!(index)))
    expect(results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))).toEqual([])
    expect(await db.event.count({ where: { kind: 'mix' } })).toBe(10)
  })
})

describe('processes', () => {
  const start = (mode: string): { running: ChildProcessByStdio<null, Readable, null>; said: () => string; ended: Promise<unknown> } => {
    const running = spawn(process.execPath, [child.entry, suite.file, articleId, mode], { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    running.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    return { running, said: () => out, ended: new Promise((done) => running.once('close', done)) }
  }
  const words = async (): Promise<number> => (await db.article.findUniqueOrThrow({ where: { id: articleId } })).words

  test('two processes with 200 transactions each: no error, nothing lost', async () => {
    const before = await words()
    const other = start('add')
    while (!other.said().includes('ready')) await sleep(20)
    let failed = 0
    for (let round = 0; round < 200; round++) {
      const add = async (tx: Db) => {
        const article = await tx.article.findUniqueOrThrow({ where: { id: articleId } })
        await tx.article.update({ where: { id: articleId }, data: { words: article.words + 1 } })
      }
      await db.$transaction(add, { maxWait: 10_000, timeout: 20_000 }).catch(() => failed++)
    }
    await other.ended
    expect({ failed, other: /failed=\d+/.exec(other.said())?.[0], added: (await words()) - before }).toEqual({ failed: 0, other: 'failed=0', added: 400 })
  }, 180_000)

  test('a process killed while writing loses nothing it acknowledged and leaves no half transaction', async () => {
    for (let round = 0; round < 3; round++) {
      const other = start('write')
      while ((other.said().match(/ack/g) ?? []).length < 6) await sleep(20)
      await sleep(round * 70)
      other.running.kill('SIGKILL')
      await other.ended
      const acknowledged = (other.said().match(/^ack \d+$/gm) ?? []).length
      expect(await db.$queryRawUnsafe('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
      const rows = await db.event.count({ where: { kind: `kill${other.running.pid}` } })
      expect(rows % 2, 'half a transaction').toBe(0)
      expect(rows / 2).toBeGreaterThanOrEqual(acknowledged)
    }
  }, 180_000)

  test('disconnect, and the next query connects again', async () => {
    await db.$disconnect()
    expect(await db.user.count()).toBeGreaterThan(0)
    await db.$disconnect()
  })

  test('after all of it: foreign keys and integrity hold', async () => {
    expect(await db.$queryRawUnsafe('PRAGMA foreign_key_check')).toEqual([])
    expect(await db.$queryRawUnsafe('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  })
})
