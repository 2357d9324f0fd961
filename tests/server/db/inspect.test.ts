import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, DATABASE_FILE, openDatabase, type Database } from '#server/db/database.ts'
import { lockFolder } from '#server/db/folder-lock.ts'
import { runInspector } from '#server/db/inspector.ts'
import { markReady, prepareIncoming } from '#server/db/restore-swap.ts'
import { createFiles } from '#server/sources/files.ts'
import { buildPart, type BuiltPart } from '../../support/build-part.ts'

const AT = new Date('2026-03-01T12:34:56.789Z')
let part: BuiltPart
let scratch: string
let folder: string
beforeAll(async () => {
  part = await buildPart('server/db/inspect.ts')
})
afterAll(() => part.remove())
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'stet-inspect-'))
  folder = join(scratch, 'data')
  mkdirSync(folder)
})
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

const inspector = (verb: 'inspect' | 'backup' | 'restore', file?: string) => runInspector(verb, { folder, file, entry: part.entry })
const inspect = () => runInspector('inspect', { folder, entry: part.entry })
const store = async (db: Database, text: string): Promise<string> => {
  const sha256 = await createFiles(folder).write(Buffer.from(text))
  await db.snapshot.create({ data: { id: sha256, state: 'captured', sha256, fetchedAt: AT, bytes: text.length } })
  return sha256
}
const pathOf = (sha256: string) => join(folder, 'files', sha256.slice(0, 2), sha256)

/** A desk's folder with two settings and two stored files; closed unless `use` keeps it open. */
async function fill(use: (db: Database) => Promise<void> = async () => {}): Promise<string[]> {
  const unlock = lockFolder(folder)
  const db = await openDatabase(folder)
  await db.setting.createMany({ data: [{ key: 'a', value: '1' }, { key: 'b', value: 'ünï 😀' }] })
  const stored = [await store(db, 'the first page'), await store(db, 'the second page')]
  await use(db)
  await closeDatabase(db)
  unlock()
  return stored
}
async function settings(): Promise<string[]> {
  const unlock = lockFolder(folder)
  const db = await openDatabase(folder)
  const rows = await db.setting.findMany({ orderBy: { key: 'asc' } })
  await closeDatabase(db)
  unlock()
  return rows.map(({ key, value }) => `${key}=${value}`)
}

describe('inspect', () => {
  test('finds a sound folder sound, also while the desk has it open and writes', async () => {
    await fill(async (db) => {
      const [report] = await Promise.all([inspect(), ...Array.from({ length: 50 }, (_, index) => db.setting.create({ data: { key: `k${index}`, value: 'v' } }))])
      expect(report).toMatchObject({ sound: true, integrity: [], foreignKeys: [], files: { count: 2, bytes: 29, changed: [], missing: [], unused: [] } })
    })
    expect((await inspect()).counts).toMatchObject({ Setting: 52, Snapshot: 2, Claim: 0 })
  })

  test('names a stored file that was changed, one that is missing, and one nothing uses', async () => {
    const [first, second] = await fill()
    writeFileSync(pathOf(first!), 'the first pagE')
    rmSync(pathOf(second!))
    const spare = await createFiles(folder).write(Buffer.from('nobody names me'))
    expect(await inspect()).toMatchObject({ sound: false, files: { changed: [first], missing: [second], unused: [spare] } })
  })

  test('names rows that point at nothing', async () => {
    await fill()
    const connection = new Sqlite(join(folder, DATABASE_FILE))
    connection.pragma('foreign_keys = OFF')
    connection.exec("INSERT INTO CheckRun (articleId, checkId, outcome, count, at) VALUES ('gone', 'x', 'ran', 0, '2026-01-01')")
    connection.close()
    const report = await inspect()
    expect(report.sound).toBe(false)
    expect(report.foreignKeys).toEqual([expect.stringMatching(/CheckRun row .* Article/)])
  })

  test('says that a database is damaged where it can be read no longer, and what to do', async () => {
    await fill()
    writeFileSync(join(folder, DATABASE_FILE), Buffer.alloc(20_000, 'x'))
    await expect(inspect()).rejects.toMatchObject({ code: 'database-damaged', message: expect.stringContaining('stet restore') })
  })

  test('an index that disagrees with its table is found', async () => {
    await fill()
    const connection = new Sqlite(join(folder, DATABASE_FILE))
    connection.unsafeMode()
    connection.exec(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '("state")', '("id")') WHERE name = 'Snapshot_state_idx'; PRAGMA writable_schema = RESET;`)
    connection.close()
    const report = await inspect()
    expect(report).toMatchObject({ sound: false, integrity: expect.arrayContaining([expect.stringContaining('Snapshot_state_idx')]) })
  })

  test('a folder without a database is not found', async () => {
    await expect(inspect()).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('backup and restore', () => {
  test('go round: what was there comes back, what came later is gone', async () => {
    const stored = await fill()
    const file = join(scratch, 'monday.stet')
    expect(await inspector('backup', file)).toMatchObject({ file, files: 2, left: [], counts: { Setting: 2, Snapshot: 2 } })
    expect(readdirSync(scratch).sort()).toEqual(['data', 'monday.stet'])
    const db = await openDatabase(folder)
    await db.setting.deleteMany()
    const later = await store(db, 'a later page')
    await closeDatabase(db)
    rmSync(pathOf(stored[0]!))

    expect(await inspector('restore', file)).toMatchObject({ files: 2, counts: { Setting: 2 } })
    expect(await settings()).toEqual(['a=1', 'b=ünï 😀'])
    expect(readFileSync(pathOf(stored[0]!), 'utf8')).toBe('the first page')
    expect(existsSync(pathOf(later))).toBe(false)
    expect(await inspect()).toMatchObject({ sound: true, files: { count: 2 } })
    expect(readdirSync(folder).filter((name) => name.startsWith('restore'))).toEqual([])
  })

  test('a backup restores into a folder that does not exist yet', async () => {
    await fill()
    const file = join(scratch, 'b.stet')
    await inspector('backup', file)
    folder = join(scratch, 'elsewhere')
    await inspector('restore', file)
    expect(await settings()).toEqual(['a=1', 'b=ünï 😀'])
  })

  test('a backup made while the desk writes holds one moment: all of a transaction or nothing of it', async () => {
    const file = join(scratch, 'busy.stet')
    await fill(async (db) => {
      let acknowledged = 0
      let writing = true
      const writer = (async () => {
        for (let index = 0; writing; index++) {
          await db.$transaction([db.setting.create({ data: { key: `l${index}`, value: 'x'.repeat(2_000) } }), db.setting.create({ data: { key: `r${index}`, value: 'y' } })])
          acknowledged++
        }
      })()
      while (acknowledged < 3) await sleep(5)
      const before = acknowledged
      await inspector('backup', file).finally(() => (writing = false))
      await writer
      expect(acknowledged, 'the desk went on writing meanwhile').toBeGreaterThan(before)
      const copy = new Sqlite(file, { readonly: true })
      const count = (like: string) => copy.prepare<[string], { n: number }>('SELECT count(*) AS n FROM Setting WHERE key LIKE ?').get(like)!.n
      expect(count('l%')).toBe(count('r%'))
      expect(count('l%')).toBeGreaterThanOrEqual(before)
      copy.close()
    })
    await inspector('restore', file)
    expect((await inspect()).sound).toBe(true)
  })

  test('a file that cannot go in is named, not passed over', async () => {
    const [first, second] = await fill()
    writeFileSync(pathOf(first!), 'changed')
    rmSync(pathOf(second!))
    expect(await inspector('backup', join(scratch, 'b.stet'))).toMatchObject({ files: 0, left: [second, first] })
  })

  test('a backup overwrites nothing', async () => {
    await fill()
    const file = join(scratch, 'letters.txt')
    writeFileSync(file, 'keep me')
    await expect(inspector('backup', file)).rejects.toMatchObject({ code: 'invalid-request' })
    expect(readFileSync(file, 'utf8')).toBe('keep me')
  })

  test('one flipped byte anywhere, a cut end, or another kind of file is refused, and the data stays', async () => {
    await fill()
    const file = join(scratch, 'b.stet')
    await inspector('backup', file)
    const whole = readFileSync(file)
    for (const at of [20, Math.floor(whole.length / 3), Math.floor(whole.length / 2), whole.length - 100, whole.length - 30]) {
      const flipped = Buffer.from(whole)
      flipped[at]! ^= 1
      writeFileSync(file, flipped)
      await expect(inspector('restore', file), `byte ${at}`).rejects.toMatchObject({ code: 'unreadable' })
    }
    writeFileSync(file, whole)
    truncateSync(file, whole.length - 1)
    await expect(inspector('restore', file)).rejects.toMatchObject({ code: 'unreadable' })
    writeFileSync(file, 'hello')
    await expect(inspector('restore', file)).rejects.toMatchObject({ code: 'unreadable' })
    await expect(inspector('restore', join(scratch, 'nothing'))).rejects.toMatchObject({ code: 'not-found' })
    expect(await settings()).toEqual(['a=1', 'b=ünï 😀'])
  })

  test('a well-sealed backup whose contents do not hold together is refused', async () => {
    await fill()
    const file = join(scratch, 'b.stet')
    await inspector('backup', file)
    const reseal = (change: string) => {
      const inside = join(scratch, 'inside.db')
      writeFileSync(inside, readFileSync(file).subarray(0, -86))
      const connection = new Sqlite(inside)
      connection.pragma('foreign_keys = OFF')
      connection.exec(change)
      connection.close()
      const bytes = readFileSync(inside)
      writeFileSync(join(scratch, 'forged.stet'), Buffer.concat([bytes, Buffer.from(`\nStet backup 1 sha256 ${createHash('sha256').update(bytes).digest('hex')}\n`)]))
      return inspector('restore', join(scratch, 'forged.stet'))
    }
    await expect(reseal('DELETE FROM Setting')).rejects.toMatchObject({ code: 'unreadable', message: expect.stringContaining('Setting holds 0 rows instead of 2') })
    await expect(reseal("UPDATE stet_files SET bytes = x'00'")).rejects.toMatchObject({ code: 'unreadable', message: expect.stringContaining('has changed') })
    await expect(reseal("INSERT INTO CheckRun (articleId, checkId, outcome, count, at) VALUES ('gone', 'x', 'ran', 0, '2026-01-01')")).rejects.toMatchObject({ code: 'unreadable' })
    await expect(reseal("UPDATE _prisma_migrations SET migration_name = '29990101000000_later'")).rejects.toMatchObject({ code: 'database-newer' })
    expect(await settings()).toEqual(['a=1', 'b=ünï 😀'])
  })

  test('restore is refused while a desk has the folder open, and by nothing once it has let go', async () => {
    await fill()
    const file = join(scratch, 'b.stet')
    await inspector('backup', file)
    const [unlock, second] = [lockFolder(folder), lockFolder(folder)]
    await expect(inspector('restore', file)).rejects.toMatchObject({ code: 'database-busy', message: expect.stringContaining('Stop it') })
    unlock()
    await expect(inspector('restore', file)).rejects.toMatchObject({ code: 'database-busy' })
    second()
    await inspector('restore', file)
  })

  test('a desk does not start while a restore holds the folder', async () => {
    const alone = new Sqlite(join(folder, 'desk.lock'))
    alone.exec('BEGIN EXCLUSIVE')
    expect(() => lockFolder(folder)).toThrow(/being restored/)
    alone.close()
    lockFolder(folder)()
  })

  test.each([0, 1, 2, 3])('a restore killed after step %i of putting things in place is finished by the next start', async (steps) => {
    await fill()
    const file = join(scratch, 'b.stet')
    await inspector('backup', file)
    const other = folder
    folder = join(scratch, 'source')
    await inspector('restore', file)
    const fresh = folder
    folder = other
    const db = await openDatabase(folder)
    await db.setting.create({ data: { key: 'old', value: 'data' } })
    await closeDatabase(db)
    writeFileSync(join(folder, `${DATABASE_FILE}-wal`), 'a log of the old database')

    const incoming = prepareIncoming(folder)
    rmSync(join(incoming, 'files'), { recursive: true })
    for (const name of [DATABASE_FILE, 'files']) renameSync(join(fresh, name), join(incoming, name))
    markReady(folder)
    const previous = join(folder, 'restore-previous')
    if (steps > 0) mkdirSync(previous)
    if (steps > 0) renameSync(join(folder, `${DATABASE_FILE}-wal`), join(previous, `${DATABASE_FILE}-wal`))
    if (steps > 1) renameSync(join(folder, DATABASE_FILE), join(previous, DATABASE_FILE))
    if (steps > 2) renameSync(join(incoming, DATABASE_FILE), join(folder, DATABASE_FILE))

    expect(await settings()).toEqual(['a=1', 'b=ünï 😀'])
    expect(await inspect()).toMatchObject({ sound: true, files: { count: 2 } })
    expect(readdirSync(folder).filter((name) => name.startsWith('restore'))).toEqual([])
  })
})
