import { afterEach, describe, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '../../../server/db/database.ts'
import { buildSample, loadSample, readSample } from '../../../server/services/sample.ts'
import { loadTables } from '../../../server/services/tables.ts'
import { createFiles } from '../../../server/sources/files.ts'
import type { Context } from '../../../server/context.ts'
import { newDataFolder } from '../../support/running-desk.ts'
import { sharedMaterial } from '../../support/shared-material.ts'

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function openContext(dataFolder?: string): Promise<Context & { folder: string }> {
  const made = dataFolder ? null : newDataFolder()
  const folder = dataFolder ?? made?.dataFolder ?? ''
  const db = await openDatabase(folder)
  cleanups.push(async () => {
    await closeDatabase(db)
    made?.remove()
  })
  let count = 0
  return { folder, db, files: createFiles(folder), web: { fetch: () => Promise.reject(new Error('the sample fetches nothing')) }, now: () => new Date('2026-11-25T00:00:00Z'), newId: () => `id-${(count += 1)}`, actor: null }
}

describe('the sample', () => {
  test('every assertion is a claim whose words stand in the text, with its note', async () => {
    const context = await openContext()
    await loadTables(context)
    const placed = await buildSample(context)
    const { review, text } = await readSample()
    const article = new TextDecoder().decode(text)
    expect(placed.size).toBe(66)
    for (const assertion of review.assertions) {
      expect(article.split(assertion.quote).length - 1, assertion.id).toBeGreaterThanOrEqual(assertion.occurrence)
      const claim = await context.db.claim.findUniqueOrThrow({ where: { id: placed.get(assertion.id) ?? '' }, include: { notes: { include: { note: true } } } })
      const draft = await context.db.draft.findUniqueOrThrow({ where: { id: claim.draftId } })
      expect(draft.text.slice(claim.start, claim.end), assertion.id).toBe(claim.quote)
      if (assertion.note) expect(claim.notes.map(({ note }) => note.label), assertion.id).toContain(assertion.note)
      if (assertion.verdict) expect(claim.status, assertion.id).toBe(assertion.verdict.status)
    }
    // Two assertions never share one claim: each has a verdict of its own.
    expect(new Set(placed.values()).size).toBe(66)
  })

  test('the notes are those of the real article, the malformed one and the Ibid.s included', async () => {
    const context = await openContext()
    await loadTables(context)
    await buildSample(context)
    const notes = await context.db.note.findMany({ orderBy: { position: 'asc' } })
    expect(notes).toHaveLength(25)
    expect(notes.filter((note) => note.malformed).map((note) => note.label)).toEqual(['19'])
    expect(Object.fromEntries(notes.filter((note) => note.ibidOf).map((note) => [note.label, note.ibidOf]))).toEqual({ 9: '8', 24: '23', 25: '23' })
  })

  test('it carries every assertion of the real article, by id', async (suite) => {
    const material = sharedMaterial('article/assertions.json')
    if (!material) return suite.skip()
    const { review } = await readSample()
    const wanted = JSON.parse(material.toString()) as { id: string; note: string | null }[]
    expect(review.assertions.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id))
    expect(review.assertions.map(({ note }) => note ?? null)).toEqual(wanted.map(({ note }) => note))
  })

  test('verdicts rest on evidence, and say so in the history', async () => {
    const context = await openContext()
    await loadTables(context)
    await buildSample(context)
    const decided = await context.db.claim.findMany({ where: { status: { not: 'to-check' } }, include: { evidence: true } })
    expect(decided.length).toBeGreaterThanOrEqual(10)
    for (const claim of decided) {
      expect(claim.statusBy).toBe('Sample reviewer')
      if (claim.status === 'verified') expect(claim.evidence.some((piece) => piece.stance === 'supports')).toBe(true)
      else expect(claim.reason).toBeTruthy()
    }
    expect(await context.db.claim.count({ where: { status: 'to-check' } })).toBeGreaterThan(decided.length)
  })

  test('it is loaded once, the same everywhere, and does not come back', async () => {
    const [one, two] = [await openContext(), await openContext()]
    await loadTables(one)
    await loadTables(two)
    expect(await loadSample(one)).toBe(true)
    expect(await loadSample(one)).toBe(false)
    expect(await loadSample(two)).toBe(true)
    const history = (context: Context) => context.db.reviewEvent.findMany({ orderBy: { sequence: 'asc' } })
    expect(await history(one)).toEqual(await history(two))
    await one.db.article.deleteMany()
    expect(await loadSample(one)).toBe(false)
    expect(await one.db.article.count()).toBe(0)
  })

  test('two programs on one empty folder load it once', async () => {
    const first = await openContext()
    const second = await openContext(first.folder)
    await loadTables(first)
    const loaded = await Promise.all([loadSample(first), loadSample(second)])
    expect(loaded.filter(Boolean)).toHaveLength(1)
    expect(await first.db.article.count()).toBe(1)
  })
})
