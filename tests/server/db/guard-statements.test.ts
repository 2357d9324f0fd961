// The guard's fifty cases, part three: statements in SQL.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf, makeSuite, NOW, seed, type Suite } from '../../support/sqlite-suite/make.ts'

let suite: Suite
let db: Suite['db']
let articleId: string
let userId: number
beforeAll(async () => {
  suite = await makeSuite()
  db = suite.db
  ;({ articleId, userId } = await seed(db))
})
afterAll(() => suite.remove())

test('20,000 rows in one json_each statement', async () => {
  const article = await db.article.create({ data: { title: 'bulk', body: '', authorId: userId } })
  const rows = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => ({ p: index, t: `text ${index}` })))
  expect(await db.$executeRaw`INSERT INTO Claim(articleId, position, text) SELECT ${article.id}, json_extract(value, '$.p'), json_extract(value, '$.t') FROM json_each(${rows})`).toBe(20_000)
  expect(await db.claim.count({ where: { articleId: article.id } })).toBe(20_000)
})

test('full-text search kept by triggers', async () => {
  const statements = [
    `CREATE VIRTUAL TABLE cfts USING fts5(text, content='Claim', content_rowid='id', tokenize='porter unicode61')`,
    `CREATE TRIGGER cai AFTER INSERT ON Claim BEGIN INSERT INTO cfts(rowid, text) VALUES (new.id, new.text); END`,
    `CREATE TRIGGER cad AFTER DELETE ON Claim BEGIN INSERT INTO cfts(cfts, rowid, text) VALUES ('delete', old.id, old.text); END`,
    `CREATE TRIGGER cau AFTER UPDATE ON Claim BEGIN INSERT INTO cfts(cfts, rowid, text) VALUES ('delete', old.id, old.text); INSERT INTO cfts(rowid, text) VALUES (new.id, new.text); END`,
    `INSERT INTO cfts(cfts) VALUES ('rebuild')`,
  ]
  for (const statement of statements) await db.$executeRawUnsafe(statement)
  const claim = await db.claim.create({ data: { articleId, position: 77_777, text: 'zebras running' } })
  const [found] = await db.$queryRaw`SELECT c.id, snippet(cfts, 0, '[', ']', '…', 8) AS words FROM cfts JOIN Claim c ON c.id = cfts.rowid WHERE cfts MATCH ${'zebra'} ORDER BY rank`
  expect([Number(found.id), found.words]).toEqual([claim.id, '[zebras] running'])
  await db.claim.update({ where: { id: claim.id }, data: { text: 'lions' } })
  expect(await db.$queryRaw`SELECT rowid FROM cfts WHERE cfts MATCH 'zebra'`).toEqual([])
  await db.$executeRawUnsafe(`INSERT INTO cfts(cfts) VALUES ('integrity-check')`)
})

test('the count of changed rows is right beside triggers, and INSERT … RETURNING commits', async () => {
  expect(await db.$executeRaw`UPDATE Claim SET text = 'q' WHERE position = 1`).toBe(2)
  await db.$executeRawUnsafe(`INSERT INTO Tag(name) VALUES ('ret1'), ('ret2') RETURNING id`)
  expect(await db.tag.count({ where: { name: { startsWith: 'ret' } } })).toBe(2)
})

test('a query that writes (INSERT … RETURNING, WITH … INSERT) writes', async () => {
  expect((await db.$queryRaw`INSERT INTO Tag(name) VALUES ('qr') RETURNING id, name`)[0].name).toBe('qr')
  await db.$queryRaw`WITH x AS (SELECT 'wi' n) INSERT INTO Tag(name) SELECT n FROM x RETURNING id`
  expect(await db.tag.count({ where: { name: { in: ['qr', 'wi'] } } })).toBe(2)
})

test('types of a raw query: boolean, Date, bigint, bytes, number, no rows', async () => {
  const [row] = await db.$queryRaw`SELECT active, seenAt, big, avatar, score, (SELECT count(*) FROM User) n FROM User WHERE email = 'a@x'`
  expect([typeof row.active, row.seenAt instanceof Date, typeof row.big, ArrayBuffer.isView(row.avatar), typeof row.score, typeof row.n]).toEqual(['boolean', true, 'bigint', true, 'number', 'bigint'])
  expect(await db.$queryRaw`SELECT 1 x WHERE 0`).toEqual([])
})

test('of two columns with one name the last wins', async () => {
  const [row] = await db.$queryRaw`SELECT 1 a, 2 a`
  expect(Object.entries(row).map(([name, value]) => [name, Number(value)])).toEqual([['a', 2]])
})

test('types of raw arguments: Date, boolean, bytes, null, numbers beyond 2^31 and 2^53', async () => {
  const [found] = await db.$queryRaw`SELECT count(*) n FROM User WHERE seenAt = ${NOW} AND active = ${true} AND avatar = ${Buffer.from([0, 1, 255])}`
  expect(Number(found.n)).toBe(1)
  const [types] = await db.$queryRaw`SELECT typeof(${3_000_000_000}) a, typeof(${9007199254740993n}) b, typeof(${null}) c, typeof(${true}) d`
  expect(types).toMatchObject({ b: 'integer', c: 'null' })
  expect([types.a, types.d]).not.toContain('text')
})

/** The names a SELECT gives its columns: the parts of its list at the top level, each its alias or its last identifier. */
function columnNames(sql: string): string[] {
  const names: string[] = []
  let depth = 0
  let part = ''
  const end = () => names.push(/(?:`|")([^`"]+)(?:`|")\s*$/.exec(part)?.[1] ?? part.trim())
  for (const token of sql.replace(/^\s*SELECT\s+(?:DISTINCT\s+)?/i, '').match(/[()]|,|[^(),]+/g) ?? []) {
    const from = depth === 0 ? /^([\s\S]*?)\sFROM\s/i.exec(token) : null
    if (from) {
      part += from[1]
      break
    }
    if (token === '(') depth++
    if (token === ')') depth--
    if (token === ',' && depth === 0) {
      end()
      part = ''
    } else part += token
  }
  end()
  return names
}

test('no query of the models names a column twice, since rows are keyed by name', async () => {
  expect(columnNames('SELECT `a`.`id`, COALESCE(`b`.`x`, 0) AS `id` FROM `a`')).toEqual(['id', 'id'])
  const client = suite.connect()
  const queries: string[] = []
  client.$on('query', (event: { query: string }) => queries.push(event.query))
  await client.user.findMany({ include: { org: true, profile: true, reports: true, articles: { include: { tags: true, _count: { select: { claims: true, tags: true } }, claims: { take: 2, include: { comments: true } } } } } })
  await client.claim.findMany({ where: { article: { author: { org: { name: 'Org' } } } }, orderBy: [{ article: { author: { name: 'asc' } } }, { article: { claims: { _count: 'desc' } } }], take: 5 })
  await client.claim.groupBy({ by: ['articleId', 'checked'], _count: { _all: true, id: true }, _avg: { value: true, position: true }, _max: { position: true } })
  await client.$disconnect()
  const selects = queries.filter((sql) => /^\s*SELECT/i.test(sql))
  expect(selects.length).toBeGreaterThan(6)
  for (const sql of selects) expect(new Set(columnNames(sql)).size, sql).toBe(columnNames(sql).length)
})

test('an unknown table and a syntax error are P2010', async () => {
  expect(await codeOf(db.$queryRaw`SELECT * FROM nope`)).toBe('P2010')
  expect(await codeOf(db.$queryRaw`selec`)).toBe('P2010')
})

test('a full disk says so, undoes the write, and the next smaller one goes through', async () => {
  const small = await makeSuite({ separateReader: false })
  await small.db.$queryRawUnsafe('PRAGMA max_page_count = 60')
  await expect(small.db.tag.create({ data: { name: 'x'.repeat(600_000) } })).rejects.toThrow(/full/)
  expect(await small.db.tag.count()).toBe(0)
  await small.db.tag.create({ data: { name: 'ok' } })
  await small.remove()
})
