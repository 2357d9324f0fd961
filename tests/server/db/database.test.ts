import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { differenceTo } from '../../../prisma/schema-engine.mjs'
import { closeDatabase, DATABASE_FILE, openDatabase } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import { MIGRATIONS } from '#server/db/migrations.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-database-'))
  file = join(folder, DATABASE_FILE)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const migration = (name: string, sql: string) => ({ name, sql, checksum: sql })
const tables = (): string[] => {
  const connection = new Sqlite(file, { readonly: true })
  const names = connection.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
  connection.close()
  return names.map(({ name }) => name)
}

describe('migrations', () => {
  test('the migrations make exactly what prisma/schema.prisma says', async () => {
    await migrate(file)
    expect(await differenceTo(readFileSync('prisma/schema.prisma', 'utf8'), `file:${file}`)).toBe('')
  })

  test('a schema with one column more shows as drift, so the comparison can fail', async () => {
    await migrate(file)
    const more = readFileSync('prisma/schema.prisma', 'utf8').replace('model Setting {', 'model Setting {\n  extra Int?')
    expect(await differenceTo(more, `file:${file}`)).toContain('"extra"')
  })

  test('are applied once, in order, and each leaves its record', async () => {
    expect(await migrate(file)).toEqual(MIGRATIONS.map(({ name }) => name))
    expect(await migrate(file)).toEqual([])
    const later = [...MIGRATIONS, migration('29990101000000_later', 'CREATE TABLE Later (id INTEGER)')]
    expect(await migrate(file, later)).toEqual(['29990101000000_later'])
    expect(tables()).toContain('Later')
  })

  test('what notes named before there were several works is their first work, and claims keep their notes', async () => {
    const at = MIGRATIONS.findIndex(({ name }) => name.endsWith('_note_works'))
    await migrate(file, MIGRATIONS.slice(0, at))
    const before = new Sqlite(file)
    before.exec(`
      INSERT INTO Article (id, title, createdAt, updatedAt) VALUES ('a', 'Iron', '2026-01-01', '2026-01-01');
      INSERT INTO Draft (id, articleId, number, name, mediaType, sha256, bytes, text, blocks, marks, segments, citations, orphans, facts, warnings, importedBy, importedAt, words)
        VALUES ('d', 'a', 1, 'iron.txt', 'text/plain', 'x', 1, 'Iron', '[]', '[]', '[]', '[]', '[]', '[]', '[]', 'Ann', '2026-01-01', 1);
      INSERT INTO Source (id, articleId, key, csl) VALUES ('s', 'a', 'k', '{"title":"Iron"}');
      INSERT INTO Note (id, articleId, draftId, position, label, text, marks, sourceId, pinpoint) VALUES ('n1', 'a', 'd', 0, '1', 'Iron, 3.', '[]', 's', '3'), ('n2', 'a', 'd', 1, '2', 'A remark.', '[]', NULL, NULL);
    `)
    before.close()
    expect(await migrate(file)).toEqual(MIGRATIONS.slice(at).map(({ name }) => name))
    const after = new Sqlite(file)
    expect(after.prepare('SELECT * FROM NoteWork').all()).toEqual([{ noteId: 'n1', position: 0, sourceId: 's', pinpoint: '3' }])
    expect(after.prepare('SELECT id, label FROM Note ORDER BY position').all()).toEqual([{ id: 'n1', label: '1' }, { id: 'n2', label: '2' }])
    after.close()
  })

  test('a failing migration leaves nothing of itself and keeps the ones before', async () => {
    const bad = [...MIGRATIONS, migration('29990101000000_bad', 'CREATE TABLE Half (id INTEGER); INSERT INTO Nowhere VALUES (1)')]
    await expect(migrate(file, bad)).rejects.toThrow(/no such table: Nowhere/)
    expect(tables()).not.toContain('Half')
    expect(await migrate(file)).toEqual([])
  })

  test('a migration that would leave rows pointing at nothing is refused whole', async () => {
    const orphan = [...MIGRATIONS, migration('29990101000000_orphan', `INSERT INTO CheckRun (articleId, checkId, outcome, count, at) VALUES ('gone', 'x', 'ran', 0, '2026-01-01')`)]
    await expect(migrate(file, orphan)).rejects.toMatchObject({ code: 'database-damaged' })
    expect(await migrate(file)).toEqual([])
  })

  test('several openings of one new file at once apply each migration once', async () => {
    const applied = await Promise.all([migrate(file), migrate(file), migrate(file)])
    expect(applied.flat()).toEqual(MIGRATIONS.map(({ name }) => name))
  })

  test('a database with migrations this version does not know is refused as newer', async () => {
    await migrate(file, [...MIGRATIONS, migration('29990101000000_later', 'CREATE TABLE Later (id INTEGER)')])
    await expect(openDatabase(folder)).rejects.toMatchObject({ code: 'database-newer' })
  })

  test('a file that is no database, and one of another program, are refused as damaged', async () => {
    writeFileSync(file, 'These are notes, not a database. '.repeat(100))
    await expect(openDatabase(folder)).rejects.toMatchObject({ code: 'database-damaged' })
    rmSync(file)
    const other = new Sqlite(file)
    other.exec('CREATE TABLE photos (id INTEGER)')
    other.close()
    await expect(openDatabase(folder)).rejects.toMatchObject({ code: 'database-damaged' })
  })

  test('a folder that does not exist is refused with what to do', async () => {
    await expect(openDatabase(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'unavailable', message: expect.stringMatching(/directory does not exist/) })
  })
})

describe('the opened database', () => {
  test('keeps its promises: WAL, synchronous FULL, foreign keys', async () => {
    const db = await openDatabase(folder)
    try {
      const read = async (name: string) => Object.values(((await db.$transaction((tx) => tx.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`)))[0] ?? {}))[0]
      expect([await read('journal_mode'), Number(await read('synchronous')), Number(await read('foreign_keys'))]).toEqual(['wal', 2, 1])
    } finally {
      await closeDatabase(db)
    }
  })

  test('a loop of writes, or of transactions, leaves timers and requests their turn', async () => {
    const db = await openDatabase(folder)
    try {
      for (const write of [() => db.setting.create({ data: { key: randomUUID(), value: '' } }), () => db.$transaction((tx) => tx.setting.create({ data: { key: randomUUID(), value: '' } }))]) {
        let turns = 0
        const ticking = setInterval(() => turns++, 1)
        for (let round = 0; round < 100; round++) await write()
        clearInterval(ticking)
        expect(turns).toBeGreaterThan(3)
      }
    } finally {
      await closeDatabase(db)
    }
  })

  test('gives back after closing what was written', async () => {
    const first = await openDatabase(folder)
    await first.setting.create({ data: { key: 'k', value: 'v' } })
    await closeDatabase(first)
    const second = await openDatabase(folder)
    expect(await second.setting.findMany()).toEqual([{ key: 'k', value: 'v' }])
    await closeDatabase(second)
  })
})
