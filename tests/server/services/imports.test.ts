import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { as, type Context } from '#server/context.ts'
import { deleteArticle, getArticle, getSummary, listArticles } from '#server/services/articles.ts'
import { articleHistory, brokenLink } from '#server/services/history.ts'
import { dropImport, importArticle, joinNotes, keepImport, readAddress, readImport } from '#server/services/imports.ts'
import { uploadFile } from '#server/services/snapshots.ts'
import { ARTICLE, openContext, openDesk } from '../../support/desk.ts'
import { paragraph, run, writeDocx } from '../../support/write-docx.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const ann = async (): Promise<Context> => as(await openContext(), 'Ann')
/** Everything a table holds, by name: to say that nothing was left behind. */
const counts = async ({ db }: Context) => Object.fromEntries(await Promise.all(
  (['article', 'draft', 'claim', 'note', 'claimNote', 'source', 'finding', 'findingSpan', 'checkRun', 'evidence', 'comment', 'reviewEvent', 'snapshot'] as const).map(async (table) => [table, await (db[table] as { count(): Promise<number> }).count()])))

describe('keeping a read article', () => {
  test('keeps the text, its notes, works and claims as they were read', async () => {
    const context = await ann()
    const preview = await readImport(context, bytes(ARTICLE), { name: 'bridge.txt' })
    const summary = await keepImport(context, preview.id, { title: 'The bridge', putBack: [] })
    expect(summary).toMatchObject({ title: 'The bridge', claims: preview.claims, lastActor: 'Ann', sample: false, draft: { number: 1, name: 'bridge.txt', words: preview.words, notes: 2 } })
    const article = await getArticle(context, summary.id)
    expect(article.document.text).toContain('opened in March 1932.[1]')
    expect(article.draft).toMatchObject({ sha256: createHash('sha256').update(ARTICLE).digest('hex'), mediaType: 'text/plain', importedBy: 'Ann' })
    expect(article.notes.map(({ label, ibidOf, marks }) => [label, ibidOf, marks.length])).toEqual([['1', null, 1], ['2', '1', 2]])
    expect(article.notes[1]?.source).toEqual(article.notes[0]?.source)
    expect(await context.db.source.count({ where: { articleId: summary.id } })).toBe(1)
    expect(article.checks.length).toBeGreaterThan(0)
    const claims = await context.db.claim.findMany({ where: { articleId: summary.id }, orderBy: [{ start: 'asc' }, { end: 'desc' }] })
    expect(claims.map((claim) => claim.number)).toEqual(claims.map((_, index) => String(index + 1)))
    for (const claim of claims) expect(article.document.text.slice(claim.start, claim.end)).toBe(claim.quote)
    const events = await articleHistory(context, summary.id)
    expect(events.map((event) => [event.kind, event.actor])).toEqual([['import', 'Ann']])
    expect(brokenLink(events)).toBeNull()
    await expect(keepImport(context, preview.id, { title: 'Again', putBack: [] })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('keeps every work that a note names, one work being one source', async () => {
    const context = await ann()
    const text = 'The bridge opened in 1932.[1] It has eight lanes.[2]\n\n[1] John Smith, Bridges of the Harbour (London: Penguin, 1990), 14; Jane Brown, Steel and Sky (Oxford: Clarendon, 2001), 3.\n[2] Jane Brown, Steel and Sky (Oxford: Clarendon, 2001), 77.\n'
    const { id } = await keepImport(context, (await readImport(context, bytes(text), { name: 'bridge.txt' })).id, { title: 'The bridge', putBack: [] })
    const [first, second] = (await getArticle(context, id)).notes
    expect([first?.source?.title, first?.pinpoint, first?.further?.map(({ source, pinpoint }) => [source.title, pinpoint])]).toEqual(['Bridges of the Harbour', '14', [['Steel and Sky', '3']]])
    expect([second?.source?.title, second?.pinpoint, second?.further]).toEqual(['Steel and Sky', '77', undefined])
    expect(await context.db.source.count({ where: { articleId: id } })).toBe(2)
  })

  test('what is shown of a long paragraph ends with a whole word, or with a whole character', async () => {
    const context = await ann()
    const shown = async (text: string): Promise<string> => (await readImport(context, bytes(text), { name: 'a.txt' })).excerpt[0]!.text
    expect(await shown(`${'seven letters, '.repeat(20)}end.`)).toMatch(/^(?:seven letters, )+seven(?: letters,)? …$/)
    expect(await shown(`The bridge opened in 1932${'，桥梁于一九三二年开通'.repeat(30)}。`)).toMatch(/^The bridge opened in 1932，桥.*[桥梁于一九三二年开通，] …$/)
    const signs = await shown(`${'桥'.repeat(159)}${'🌉'.repeat(20)}`)
    expect([signs.length, /[\ud800-\udbff] …$/.test(signs)]).toEqual([161, false])
    expect(await shown('The bridge opened in 1932.')).toBe('The bridge opened in 1932.')
  })

  test('two notes of one name go to the claims of their own section', async () => {
    const context = await ann()
    const text = '# One\n\nThe bridge opened in 1932.[1]\n\nNotes\n\n[1] First work, 1933.\n\n# Two\n\nThe tunnel opened in 1992.[1]\n\nNotes\n\n[1] Second work, 1993.\n'
    const { id } = await importArticle(context, bytes(text), { name: 'two.md' })
    const rows = await context.db.claim.findMany({ where: { articleId: id }, orderBy: { start: 'asc' }, include: { notes: { include: { note: true } } } })
    expect(rows.map((row) => row.notes.map(({ note }) => note.text))).toEqual([[expect.stringContaining('First work')], [expect.stringContaining('Second work')]])
  })

  test('keeps the tracked changes and comments of a Word file, in the view that was read', async () => {
    const context = await ann()
    const file = writeDocx({
      body: paragraph(`${run('Output ')}<w:del w:id="1" w:author="B"><w:r><w:delText>rose</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${run('fell')}</w:ins>${run(' by 5 percent in 2019.')}<w:r><w:commentReference w:id="1"/></w:r>`),
      comments: `<w:comment w:id="1" w:author="A">${paragraph('Source?')}</w:comment>`,
    })
    for (const [view, text] of [['accepted', 'Output fell by 5 percent in 2019.'], ['original', 'Output rose by 5 percent in 2019.']] as const) {
      const preview = await readImport(context, file, { name: 'draft.docx', view })
      expect([preview.view, preview.changes, preview.comments, preview.format]).toEqual([view, 2, 1, 'Word (DOCX)'])
      const { id } = await keepImport(context, preview.id, { title: 'x', putBack: [] })
      const { document } = await getArticle(context, id)
      expect([document.text, document.changes?.map(({ kind, text: words }) => [kind, words]), document.comments?.map(({ text: words }) => words)]).toEqual([text, [['deletion', 'rose'], ['insertion', 'fell']], ['Source?']])
      expect((await context.db.draft.findFirstOrThrow({ where: { articleId: id } })).view).toBe(view)
    }
  })

  test('puts back what was set aside, when asked to', async () => {
    const context = await ann()
    const preview = await readImport(context, bytes(`Skip to content\n\n${ARTICLE}`), { name: 'bridge.txt' })
    expect(preview.setAside.map(({ text }) => text)).toEqual(['Skip to content'])
    const { id } = await keepImport(context, preview.id, { title: 'x', putBack: preview.setAside.map(({ index }) => index) })
    expect((await getArticle(context, id)).document.blocks.some((block) => block.kind === 'furniture')).toBe(false)
  })

  test('without a name, or broken off in the middle, leaves nothing behind and keeps the reading', async () => {
    const context = await ann()
    const preview = await readImport(context, bytes(ARTICLE), { name: 'bridge.txt' })
    const before = await counts(context)
    await expect(keepImport(as(context, null), preview.id, { title: 'x', putBack: [] })).rejects.toMatchObject({ code: 'name-needed' })
    let made = 0
    const breaking: Context = { ...context, newId: () => ((made += 1) > 8 ? 'the same id' : `broken-${made}`) }
    await expect(keepImport(breaking, preview.id, { title: 'x', putBack: [] })).rejects.toThrow()
    expect(await counts(context)).toEqual(before)
    expect((await keepImport(context, preview.id, { title: 'x', putBack: [] })).claims).toBe(preview.claims)
  })

  test('readings wait an hour, twenty at most, and can be dropped', async () => {
    const context = await ann()
    const read = (now: Date) => readImport({ ...context, now: () => now }, bytes('It opened in 1932.'), { name: 'a.txt' })
    const keep = (id: string) => keepImport(context, id, { title: 'x', putBack: [] })
    const early = await read(new Date('2027-01-01T10:00:00Z'))
    const late = await read(new Date('2027-01-01T11:00:01Z'))
    await expect(keep(early.id)).rejects.toMatchObject({ code: 'not-found' })
    const more = []
    for (let index = 0; index < 20; index += 1) more.push(await read(new Date('2027-01-01T11:00:02Z')))
    await expect(keep(late.id)).rejects.toMatchObject({ code: 'not-found' })
    dropImport(more[0]?.id ?? '')
    await expect(keep(more[0]?.id ?? '')).rejects.toMatchObject({ code: 'not-found' })
    expect((await keep(more[19]?.id ?? '')).title).toBe('x')
  })
})

test('an address is fetched and read under the name of its last part', async () => {
  const page = '<!doctype html><title>桥</title><article><h1>The bridge</h1><p>The bridge over the bay opened in 1932, and it carries eight lanes of traffic today.</p></article>'
  const context: Context = { ...await ann(), web: { fetch: async (url) => ({ url, finalUrl: 'https://example.org/news/%E6%A1%A5?x=1#y', status: 200, mediaType: 'text/html', bytes: bytes(page) }) } }
  const preview = await readAddress(context, 'https://example.org/a')
  expect(preview).toMatchObject({ name: '桥' })
  const { id } = await keepImport(context, preview.id, { title: 'x', putBack: [] })
  expect((await getArticle(context, id)).draft).toMatchObject({ url: 'https://example.org/news/%E6%A1%A5?x=1#y', mediaType: 'text/html' })
  await expect(readAddress({ ...context, web: { fetch: async (url) => ({ url, finalUrl: url, status: 404, mediaType: 'text/html', bytes: bytes(page) }) } }, 'https://example.org/')).rejects.toMatchObject({ code: 'capture-failed' })
  const odd = { ...context, web: { fetch: async (url: string) => ({ url, finalUrl: 'https://example.org/%E0%A4%A', status: 200, mediaType: 'text/html', bytes: bytes(page) }) } }
  expect((await readAddress(odd, 'https://example.org/')).name).toBe('%E0%A4%A')
})

test('articles are listed last changed first, each with its tally', async () => {
  const [first, second] = [await openDesk(), await openDesk()]
  const { id, version } = await first.claim('1932')
  await first.act({ kind: 'set-status', claimId: id, version, status: 'waived', reason: 'Known' })
  const list = await listArticles(first.context)
  expect(list[0]?.id).toBe(first.articleId)
  expect(list[0]).toEqual(await getSummary(first.context, first.articleId))
  expect(list[0]?.tally).toMatchObject({ waived: 1, 'to-check': list[0]!.claims - 1, verified: 0, recheck: 0 })
  expect(list.find((entry) => entry.id === second.articleId)?.tally).toMatchObject({ waived: 0 })
  await expect(getArticle(first.context, 'none')).rejects.toMatchObject({ code: 'not-found' })
})

test('deleting an article takes its review, captures and files with it, and nothing of another', async () => {
  const [gone, stays] = [await openDesk(), await openDesk()]
  const { context } = gone
  const own = await uploadFile(context, bytes('Only here'), { name: 'own.txt' })
  const shared = await uploadFile(context, bytes('In both'), { name: 'shared.txt' })
  const twin = await uploadFile(context, bytes('In both'), { name: 'twin.txt' })
  const attach = async (desk: typeof gone, snapshotId: string) => desk.act({ kind: 'attach-evidence', claimId: (await desk.claim('1932')).id, stance: 'supports', source: { kind: 'file', snapshotId } })
  await attach(gone, own.id)
  await attach(gone, twin.id)
  await attach(stays, shared.id)
  await gone.act({ kind: 'add-comment', claimId: (await gone.claim('1932')).id, text: 'Hm' })
  await deleteArticle(context, gone.articleId)
  expect(await context.db.claim.count({ where: { articleId: gone.articleId } })).toBe(0)
  expect(await context.db.reviewEvent.count({ where: { articleId: gone.articleId } })).toBe(0)
  expect((await context.db.snapshot.findMany({ where: { id: { in: [own.id, twin.id, shared.id] } } })).map((row) => row.id)).toEqual([shared.id])
  await expect(context.files.read(own.sha256!)).rejects.toThrow()
  expect(new TextDecoder().decode(await context.files.read(shared.sha256!))).toBe('In both')
  expect(await stays.claim('1932')).toMatchObject({ evidence: 1 })
})

describe('notes in a file of their own', () => {
  const CHAPTER = '<html><body><main><p>Skip to content</p><h1>The bridge</h1><p>The bridge opened in March 1932.<sup><a id="r1" href="endnotes.xhtml#note-1">1</a></sup> It cost £4.2 million.<sup><a id="r2" href="endnotes.xhtml#note-2">2</a></sup></p><p>It carried 160,000 people in its first year, twice what the ministry had expected of it.</p></main></body></html>'
  const ENDNOTES = '<html><body><h1>Endnotes</h1><ol><li id="note-1"><p>Ministry of Works, Report (1933), 12. <a href="chapter.xhtml#r1">↩</a></p></li><li id="note-2"><p>Ministry of Works, Accounts (1934), 3. <a href="chapter.xhtml#r2">↩</a></p></li><li id="note-3"><p>Of another chapter. <a href="other.xhtml#r3">↩</a></p></li></ol></body></html>'

  test('are joined to the article that marks them, and kept with it', async () => {
    const context = await ann()
    const article = await readImport(context, bytes(CHAPTER), { name: 'chapter.xhtml' })
    const notes = await readImport(context, bytes(ENDNOTES), { name: 'book/endnotes.xhtml' })
    expect([article.notes, article.notesFile, article.notesFrom]).toEqual([{ marks: 2, joined: 0, defined: 0 }, 'endnotes.xhtml', null])
    const joined = joinNotes(article.id, notes.id)
    expect([joined.id, joined.notes, joined.notesFile, joined.notesFrom]).toEqual([article.id, { marks: 2, joined: 2, defined: 2 }, null, 'book/endnotes.xhtml'])
    expect(joined.warnings.map(({ code }) => code)).toContain('notes-of-other-parts')
    await expect(keepImport(context, notes.id, { title: 'Notes', putBack: [] })).rejects.toMatchObject({ code: 'not-found' })
    const kept = await getArticle(context, (await keepImport(context, article.id, { title: 'The bridge', putBack: joined.setAside.map(({ index }) => index) })).id)
    expect(kept.notes.map(({ label, text }) => [label, text.slice(0, 17)])).toEqual([['1', 'Ministry of Works'], ['2', 'Ministry of Works']])
  })

  test('that no mark leads to are not joined, and both readings stay', async () => {
    const context = await ann()
    const [article, other] = [await readImport(context, bytes(CHAPTER), { name: 'chapter.xhtml' }), await readImport(context, bytes('A text of its own, without any notes.'), { name: 'other.txt' })]
    expect(() => joinNotes(article.id, other.id)).toThrow(/No note of “other.txt” is marked in “chapter.xhtml”/)
    expect(() => joinNotes(article.id, article.id)).toThrow(/No note of/)
    for (const { id } of [article, other]) await keepImport(context, id, { title: 'Kept', putBack: [] })
  })
})
