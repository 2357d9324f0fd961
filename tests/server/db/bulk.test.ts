import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertRows, JSON_COLUMNS, type BulkRow } from '#server/db/bulk.ts'
import { closeDatabase, openDatabase, type Database } from '#server/db/database.ts'

const AT = new Date('2026-03-01T12:34:56.789Z')
let folder: string
let db: Database
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-bulk-'))
  db = await openDatabase(folder)
  await db.article.create({ data: { id: 'a', title: 'A', createdAt: AT, updatedAt: AT } })
  const empty = { blocks: [], marks: [], segments: [], citations: [], orphans: [], facts: [], warnings: [] }
  await db.draft.create({ data: { id: 'd', articleId: 'a', number: 1, name: 'a.txt', mediaType: 'text/plain', sha256: '', bytes: 0, importedAt: AT, importedBy: 'Ann', words: 0, text: '', ...empty } })
})
afterAll(async () => {
  await closeDatabase(db)
  rmSync(folder, { recursive: true, force: true })
})

const claim = (id: string, given: Partial<BulkRow<'Claim'>> = {}): BulkRow<'Claim'> => ({
  id, articleId: 'a', draftId: 'd', number: id, start: 0, end: 5, quote: 'quote', prefix: '', suffix: '', statement: 's', needsContext: false, kinds: ['number'], layer: 'true', score: 0.5, reasons: [], origin: 'rule', createdAt: AT, ...given,
})
/** The row as the file holds it: value and storage class of every column. */
const onDisk = async (table: string, id: string) => {
  const columns = (await db.$queryRawUnsafe<{ name: string }[]>(`SELECT name FROM pragma_table_info('${table}') WHERE name NOT IN ('id', 'number', 'sequence', 'key', 'fingerprint')`)).map(({ name }) => name)
  return db.$queryRawUnsafe(`SELECT ${columns.map((name) => `hex(CAST("${name}" AS BLOB)) AS "${name}", typeof("${name}") AS "${name}:type"`).join(', ')} FROM "${table}" WHERE id = '${id}'`)
}

test('a claim written in bulk is byte for byte the claim that create writes, every column given', async () => {
  const full = {
    start: 7, end: 2_000_000_000, quote: `“Zwölf — 12 %”\n\u0000中文 😀 e\u0301 ' " \\u0041`, prefix: '😀 whole', suffix: '', statement: '', statementBy: 'Ann', needsContext: true, kinds: ['number', 'money'], quotationId: null,
    speaker: { name: 'Ölaf "O"', role: null, span: { start: 1, end: 2 } }, score: 0.1 + 0.2, reasons: [{ why: 'a\\b' }], status: 'verified', reason: 'because', statusBy: 'Bob', statusAt: new Date('1999-12-31T23:59:59.000Z'), waitingOn: 'author', version: 3, deletedAt: AT,
  }
  await db.$transaction((tx) => insertRows(tx, 'Claim', [claim('bulk-full', full)]))
  await db.claim.create({ data: claim('one-full', full) as never })
  expect(await onDisk('Claim', 'bulk-full')).toEqual(await onDisk('Claim', 'one-full'))
  const [read, other] = await Promise.all(['bulk-full', 'one-full'].map((id) => db.claim.findUniqueOrThrow({ where: { id }, omit: { id: true, number: true } })))
  expect(read).toEqual(other)
  expect(read?.speaker).toEqual(full.speaker)
})

test('half of an emoji, where a prefix was cut, becomes one replacement character and keeps its length', async () => {
  await insertRows(db, 'Claim', [claim('cut', { prefix: '\uDE00 cut', suffix: 'cut \uD83D' })])
  expect(await db.claim.findUniqueOrThrow({ where: { id: 'cut' } })).toMatchObject({ prefix: '\uFFFD cut', suffix: 'cut \uFFFD' })
})

test('columns left out take their defaults, null stays null, whatever the mix of rows', async () => {
  await insertRows(db, 'Claim', [claim('mix-1'), claim('mix-2', { status: 'waived', reason: 'opinion' }), claim('mix-3', { speaker: null, statusAt: undefined })])
  await db.claim.create({ data: claim('one-plain') as never })
  for (const id of ['mix-1', 'mix-3']) expect(await onDisk('Claim', id)).toEqual(await onDisk('Claim', 'one-plain'))
  expect(await db.claim.findUniqueOrThrow({ where: { id: 'mix-2' } })).toMatchObject({ status: 'waived', reason: 'opinion', version: 1 })
})

test('events, sources and notes are stored as create stores them', async () => {
  const event = (id: string, sequence: number) => ({ id, articleId: 'a', sequence, act: 'x', actor: 'Ann', at: AT, kind: 'status', entity: 'Claim', entityId: 'c', before: { status: 'to-check', list: [1, 2.5, null, true] }, after: 'a string', hash: 'h' })
  await insertRows(db, 'ReviewEvent', [event('e1', 1)])
  await db.reviewEvent.create({ data: event('e2', 2) })
  expect(await onDisk('ReviewEvent', 'e1')).toEqual(await onDisk('ReviewEvent', 'e2'))
  const source = (id: string) => ({ id, articleId: 'a', key: id, csl: { type: 'book', title: 'T' } })
  await insertRows(db, 'Source', [source('s1')])
  await db.source.create({ data: source('s2') })
  expect(await onDisk('Source', 's1')).toEqual(await onDisk('Source', 's2'))
})

test('any number, text and JSON comes back as it went in', async () => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string({ unit: 'grapheme' }), fc.jsonValue(), async (score, quote, reasons) => {
      const id = `any-${count++}`
      await insertRows(db, 'Claim', [claim(id, { score, quote, reasons: [reasons] })])
      const read = await db.claim.findUniqueOrThrow({ where: { id } })
      expect(read.score).toBe(score === 0 ? 0 : score)
      expect(read.quote).toBe(quote)
      expect(JSON.stringify(read.reasons)).toBe(JSON.stringify([reasons]))
    }),
    { numRuns: 200 },
  )
})

test('5,000 claims that point at one another go in one call, and none stay when their transaction fails', async () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => claim(`many-${index}`, { quotationId: index % 2 ? `many-${index - 1}` : null }))
  const before = await db.claim.count()
  await expect(db.$transaction(async (tx) => {
    expect(await insertRows(tx, 'Claim', rows)).toBe(5_000)
    throw new Error('changed my mind')
  })).rejects.toThrow('changed my mind')
  expect(await db.claim.count()).toBe(before)
  expect(await db.$transaction((tx) => insertRows(tx, 'Claim', rows))).toBe(5_000)
  expect(await db.claim.count({ where: { quotation: { id: { startsWith: 'many-' } } } })).toBe(2_500)
})

test('a foreign key that points at nothing, a repeated id and an unknown column are refused', async () => {
  await expect(insertRows(db, 'Claim', [claim('lost', { articleId: 'nowhere' })])).rejects.toMatchObject({ code: 'P2010' })
  await expect(insertRows(db, 'Claim', [claim('twice'), claim('twice')])).rejects.toMatchObject({ code: 'P2010' })
  await expect(insertRows(db, 'Claim', [{ ...claim('sly'), ['id") --']: 1 } as never])).rejects.toThrow(/no column/)
  expect(await db.claim.count({ where: { id: { in: ['lost', 'twice', 'sly'] } } })).toBe(0)
})

test('the list of JSON columns is that of the schema', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  for (const [model, columns] of Object.entries(JSON_COLUMNS)) {
    const body = new RegExp(`^model ${model} \\{([^}]*)\\}`, 'm').exec(schema)?.[1] ?? ''
    expect([...body.matchAll(/^\s*(\w+)\s+Json\b/gm)].map((match) => match[1]).sort(), model).toEqual([...columns].sort())
  }
})
