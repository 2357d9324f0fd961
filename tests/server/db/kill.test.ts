import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeDatabase, DATABASE_FILE, openDatabase } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import { buildPart, type BuiltPart } from '../../support/build-part.ts'

const KILLS = 20
let writer: BuiltPart
let folder: string
beforeAll(async () => {
  writer = await buildPart('tests/support/kill-writer.ts')
})
afterAll(() => writer.remove())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-kill-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Starts the writer, kills it once `isTime` says so and `delay` ms more have passed, and returns the number of transactions it acknowledged. */
async function writeAndKill(run: string, isTime: (said: string) => boolean, delay: number): Promise<number> {
  const running = spawn(process.execPath, [writer.entry, folder, run], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  running.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise((done) => running.once('close', done))
  while (!isTime(said) && running.exitCode === null) await sleep(5)
  await sleep(delay)
  running.kill('SIGKILL')
  await ended
  expect(running.signalCode, 'the writer ended by itself').toBe('SIGKILL')
  return (said.match(/^ack \d+$/gm) ?? []).length
}

test(`killed ${KILLS} times at random while writing: nothing acknowledged is lost, no half transaction, the folder is free again`, async () => {
  for (let kill = 0; kill < KILLS; kill++) {
    const run = `run-${kill}`
    const acknowledged = await writeAndKill(run, (said) => said.includes('ack 1\n'), Math.random() * 120)
    const lock = new Sqlite(join(folder, 'desk.lock'))
    lock.exec('BEGIN EXCLUSIVE') // throws while anyone holds the folder
    lock.close()
    const db = await openDatabase(folder)
    const [integrity, article, events, sources] = [await db.$queryRawUnsafe('PRAGMA integrity_check'), await db.article.findUniqueOrThrow({ where: { id: run } }), await db.reviewEvent.count({ where: { articleId: run } }), await db.source.count({ where: { articleId: run } })]
    await closeDatabase(db)
    expect(integrity).toEqual([{ integrity_check: 'ok' }])
    expect(article.events, `acknowledged in ${run}`).toBeGreaterThanOrEqual(acknowledged)
    expect([events, sources]).toEqual([article.events, article.events * 50])
  }
}, 300_000)

test('killed at random while starting on an empty folder: the next start finishes the migrations', async () => {
  for (let kill = 0; kill < 5; kill++) {
    await writeAndKill(`start-${kill}`, (said) => said.includes('starting'), Math.random() * 60)
    await migrate(join(folder, DATABASE_FILE))
    const connection = new Sqlite(join(folder, DATABASE_FILE))
    expect(connection.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    connection.close()
    for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `${DATABASE_FILE}${end}`), { force: true })
  }
}, 120_000)
