// The guard's fifty cases, part one: values and queries through the models.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

const ann = () => db.user.findUniqueOrThrow({ where: { email: 'a@x' }, include: { articles: true } })

describe('values come back as they went in', () => {
  test('a create nested three deep, and all of it included again', async () => {
    const include = { org: true, profile: true, articles: { include: { tags: true, claims: { include: { comments: true }, orderBy: { position: 'desc' } } } } }
    const user = await db.user.findUniqueOrThrow({ where: { id: userId }, include })
    expect([user.org.name, user.profile.bio, user.articles[0].tags[0].name]).toEqual(['Org', 'bio', 'x'])
    expect(user.articles[0].claims.map((claim: { position: number }) => claim.position)).toEqual([3, 2, 1])
    expect([user.articles[0].rating, user.articles[0].words]).toEqual([0.1 + 0.2, 300_000_000])
  })
  test('a BigInt beyond 2^53 is exact', async () => {
    expect((await ann()).big).toBe(9007199254740993n)
  })
  test('a BigInt beyond 2^53 is exact from create, too', async () => {
    expect((await db.user.create({ data: { email: 'big@x', big: 9223372036854775807n } })).big).toBe(9223372036854775807n)
  })
  test('a BigInt beyond 2^53 in filters, negative, and incremented', async () => {
    expect(await db.user.findMany({ where: { big: 9007199254740993n } })).toHaveLength(1)
    expect(await db.user.findMany({ where: { big: { gt: 9007199254740992n, lt: 9007199254740994n } } })).toHaveLength(1)
    await db.user.createMany({ data: [{ email: 'neg@x', big: -9223372036854775808n }] })
    expect((await db.user.findUniqueOrThrow({ where: { email: 'neg@x' } })).big).toBe(-9223372036854775808n)
    expect((await db.user.update({ where: { email: 'a@x' }, data: { big: { increment: 2n } } })).big).toBe(9007199254740995n)
  })
  test('a BigInt between 2^31 and 2^53', async () => {
    expect((await db.user.create({ data: { email: 'med@x', big: 4_000_000_000_000n } })).big).toBe(4_000_000_000_000n)
    expect(await db.user.findMany({ where: { big: 4_000_000_000_000n } })).toHaveLength(1)
  })
  test('a DateTime, and how it is stored', async () => {
    expect((await ann()).seenAt).toEqual(NOW)
    expect(await db.$queryRaw`SELECT typeof(seenAt) type, CAST(seenAt AS TEXT) value FROM User WHERE email = 'a@x'`).toEqual([{ type: 'text', value: '2026-03-01T12:34:56.789+00:00' }])
  })
  test('a DateTime in a filter', async () => {
    expect(await db.user.count({ where: { seenAt: { gte: NOW, lt: new Date(NOW.getTime() + 1) } } })).toBe(1)
  })
  test('Boolean, Float, Decimal, Bytes, Json and an enum', async () => {
    const user = await ann()
    expect([user.active, user.score, user.price.toString(), [...user.avatar], user.articles[0].status]).toEqual([true, 1.5, '12.34', [0, 1, 255], 'REVIEW'])
    expect(user.prefs).toEqual({ a: [1, 'x', null], d: { e: 'é😀' } })
  })
  test('empty Bytes, and a NUL inside text', async () => {
    const { id } = await db.user.create({ data: { email: 'e@x', name: 'a\u0000b', avatar: new Uint8Array(0) } })
    const user = await db.user.findUniqueOrThrow({ where: { id } })
    expect([user.name, user.avatar.length]).toEqual(['a\u0000b', 0])
  })
  test('every optional column empty', async () => {
    await db.user.create({ data: { email: 'n@x' } })
    const [user] = await db.user.findMany({ where: { email: 'n@x' } })
    for (const column of ['name', 'score', 'big', 'avatar', 'prefs', 'seenAt', 'price']) expect(user[column], column).toBeNull()
  })
  test('a whole Float stays a number, a huge one stays exact', async () => {
    for (const score of [3, 1e300]) {
      await db.user.update({ where: { email: 'n@x' }, data: { score } })
      expect((await db.user.findUniqueOrThrow({ where: { email: 'n@x' } })).score).toBe(score)
    }
  })
})

describe('queries', () => {
  test('a relation of a model to itself', async () => {
    await db.user.update({ where: { email: 'n@x' }, data: { manager: { connect: { id: userId } } } })
    const manager = await db.user.findUniqueOrThrow({ where: { id: userId }, include: { reports: { include: { manager: true } } } })
    expect(manager.reports[0].manager.id).toBe(userId)
  })
  test('select, order by a relation, filter by relations', async () => {
    const rows = await db.claim.findMany({
      where: { article: { author: { email: 'a@x' }, tags: { some: { name: 'x' } } } },
      orderBy: [{ article: { author: { name: 'asc' } } }, { position: 'desc' }],
      select: { position: true, article: { select: { title: true, author: { select: { name: true } } } } },
    })
    expect(rows).toHaveLength(3)
    expect(rows[0]).toEqual({ position: 3, article: { title: 'T1', author: { name: 'Ann' } } })
  })
  test('order by a count, nulls last, counts included', async () => {
    const rows = await db.article.findMany({ orderBy: [{ claims: { _count: 'desc' } }, { publishedAt: { sort: 'asc', nulls: 'last' } }], include: { _count: { select: { claims: true, tags: true } } } })
    expect(rows[0]._count).toEqual({ claims: 3, tags: 1 })
  })
  test('createMany of 2,500 rows, over the limit of bound values, counts them all', async () => {
    const data = Array.from({ length: 2_500 }, (_, index) => ({ articleId, position: 100 + index, text: `n${index}`, value: index % 7, checked: index % 2 === 0, bytes: BigInt(index) }))
    expect(await db.claim.createMany({ data })).toEqual({ count: 2_500 })
    expect(await db.claim.count()).toBe(2_503)
  })
  test('createManyAndReturn', async () => {
    const rows = await db.tag.createManyAndReturn({ data: [{ name: 'p' }, { name: 'q' }] })
    expect(rows.map((row: { id: number; name: string }) => [typeof row.id, row.name])).toEqual([['number', 'p'], ['number', 'q']])
  })
  test('pages by cursor reach every row once', async () => {
    const seen = new Set<number>()
    let last: number | undefined
    for (;;) {
      const page: { id: number }[] = await db.claim.findMany({ take: 500, ...(last ? { skip: 1, cursor: { id: last } } : {}), orderBy: { id: 'asc' } })
      if (page.length === 0) break
      for (const { id } of page) seen.add(id)
      last = page.at(-1)!.id
    }
    expect(seen.size).toBe(2_503)
  })
  test('groupBy, aggregate, distinct', async () => {
    const groups = await db.claim.groupBy({ by: ['checked'], _count: { _all: true }, _avg: { value: true }, _sum: { bytes: true }, _max: { dueAt: true }, having: { position: { _max: { gt: 5 } } }, orderBy: { checked: 'asc' } })
    expect(groups.map((group: { checked: boolean; _sum: { bytes: bigint } }) => [group.checked, typeof group._sum.bytes])).toEqual([[false, 'bigint'], [true, 'bigint']])
    const all = await db.claim.aggregate({ _sum: { value: true, bytes: true }, _min: { position: true }, _count: true })
    expect([all._min.position, all._sum.bytes, all._count]).toEqual([1, 3_123_750n, 2_503])
    expect(await db.claim.findMany({ distinct: ['value'], where: { position: { gte: 100 } } })).toHaveLength(7)
  })
  test('a list of 5,000 values', async () => {
    expect(await db.claim.findMany({ where: { position: { in: Array.from({ length: 5_000 }, (_, index) => index + 1) } } })).toHaveLength(2_503)
  })
  test('upsert both ways, updateMany, updateManyAndReturn, deleteMany', async () => {
    const made = await db.tag.upsert({ where: { name: 'u' }, create: { name: 'u' }, update: {} })
    expect(await db.tag.upsert({ where: { name: 'u' }, create: { name: 'u' }, update: { name: 'u2' } })).toEqual({ id: made.id, name: 'u2' })
    expect(await db.claim.updateMany({ where: { position: { gte: 2_000 } }, data: { dueAt: NOW, bytes: { increment: 5 } } })).toEqual({ count: 600 })
    expect((await db.claim.updateManyAndReturn({ where: { position: 1 }, data: { text: 'z' } }))[0].text).toBe('z')
    expect(await db.claim.deleteMany({ where: { position: { gte: 2_000 } } })).toEqual({ count: 600 })
  })
  test('many-to-many set and connected anew', async () => {
    await db.article.update({ where: { id: articleId }, data: { tags: { set: [], connect: [{ name: 'p' }, { name: 'q' }] } } })
    const { tags } = await db.article.findUniqueOrThrow({ where: { id: articleId }, include: { tags: true } })
    expect(tags.map((tag: { name: string }) => tag.name).sort()).toEqual(['p', 'q'])
  })
})

describe('what is refused', () => {
  test('a repeated unique value is P2002 and names its columns, one or several', async () => {
    expect(await codeOf(db.user.create({ data: { email: 'a@x' } }))).toBe('P2002')
    const error = await db.claim.create({ data: { articleId, position: 1, text: '' } }).catch((reason: unknown) => reason)
    expect(error.code).toBe('P2002')
    expect(JSON.stringify(error.meta)).toMatch(/articleId.*position/)
  })
  test('foreign keys P2003, missing rows P2025, Restrict, an unknown enum value', async () => {
    expect(await codeOf(db.claim.create({ data: { articleId: 'nope', position: 1, text: '' } }))).toBe('P2003')
    expect(await codeOf(db.user.update({ where: { id: 99_999 }, data: { name: 'x' } }))).toBe('P2025')
    expect(await codeOf(db.user.findUniqueOrThrow({ where: { id: 99_999 } }))).toBe('P2025')
    expect(await codeOf(db.$executeRaw`INSERT INTO Tag(name) VALUES (NULL)`)).toBe('P2010')
    const claim = await db.claim.findFirstOrThrow()
    await db.comment.create({ data: { text: 't', claimId: claim.id, userId } })
    expect(await codeOf(db.user.delete({ where: { id: userId } }))).toBe('P2003')
    expect(await codeOf(db.article.updateMany({ data: { status: 'BAD' } }))).toMatch(/Validation/)
  })
  test('NULL in a column that takes none, inside a transaction', async () => {
    const insert = db.$transaction(async (tx: Suite['db']) => {
      await tx.$executeRaw`CREATE TABLE IF NOT EXISTS nn(id INTEGER PRIMARY KEY, a TEXT NOT NULL)`
      await tx.$executeRaw`INSERT INTO nn(a) VALUES (NULL)`
    })
    expect(await codeOf(insert)).toBe('P2010')
    expect(await db.$queryRaw`SELECT name FROM sqlite_schema WHERE name = 'nn'`).toEqual([])
  })
  test('deleting a user takes profile, articles and claims along', async () => {
    const user = await db.user.create({ data: { email: 'c@x', profile: { create: { bio: '' } }, articles: { create: { title: '', body: '', claims: { create: { position: 1, text: '' } } } } } })
    await db.user.delete({ where: { id: user.id } })
    expect([await db.profile.count({ where: { userId: user.id } }), await db.article.count({ where: { authorId: user.id } })]).toEqual([0, 0])
  })
})
