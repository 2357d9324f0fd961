import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ActResult, api, ArticleSummary, ArticleView, ImportPreview, Problem } from '#shared/api/index.ts'
import { Report } from '#shared/report/report.ts'
import { ClaimSummary, ClaimView, FindingView, ReviewEvent, SnapshotView } from '#shared/review/index.ts'
import { ARTICLE } from '../support/desk.ts'
import { longPdf } from '../support/write-pdf.ts'
import { openApp } from './desk-app.ts'

const uuid = () => randomUUID()

test('every read answers what the contract says', async () => {
  const desk = await openApp()
  const { id, notes } = await desk.verify('1932')
  expect(notes).toHaveLength(1)
  const reads: [string, z.ZodType][] = [
    ['/health', api.system.health.response], ['/articles', z.array(ArticleSummary)], [`/articles/${desk.articleId}`, ArticleView], [`/articles/${desk.articleId}/claims`, z.array(ClaimSummary)],
    [`/articles/${desk.articleId}/findings`, z.array(FindingView)], [`/articles/${desk.articleId}/history`, z.array(ReviewEvent)], [`/claims/${id}`, ClaimView],
    [`/articles/${desk.articleId}/search?q=BRIDGE`, api.articles.search.response], [`/articles/${desk.articleId}/preview-claim?start=25&end=60`, api.claims.preview.response],
    ['/checks', api.checks.list.response], ['/tables', api.tables.list.response], [`/articles/${desk.articleId}/report`, Report],
  ]
  for (const [path, schema] of reads) {
    const response = await desk.get(path)
    expect(response.status, path).toBe(200)
    expect(schema.safeParse(response.body).error, path).toBeUndefined()
    expect(response.headers['cache-control'], path).toContain('no-store')
  }
  expect(desk.unexpected).toEqual([])
})

test('an article comes in, is decided on and leaves', async () => {
  const desk = await openApp()
  const preview = ImportPreview.parse((await desk.post('/imports/file').attach('file', Buffer.from(ARTICLE), 'bridge 桥.txt')).body)
  expect(preview).toMatchObject({ name: 'bridge 桥.txt', notes: { marks: 3, joined: 3, defined: 2 } })
  expect((await desk.post(`/imports/${preview.id}/keep`, null).send({ title: 'The bridge' })).status).toBe(401)
  const summary = ArticleSummary.parse((await desk.post(`/imports/${preview.id}/keep`).send({ title: 'The bridge' })).body)
  expect(summary).toMatchObject({ title: 'The bridge', lastActor: 'Ann 王', claims: preview.claims })
  const [claim] = z.array(ClaimSummary).parse((await desk.get(`/articles/${summary.id}/claims`)).body)
  const act = uuid()
  const body = { act, decision: { kind: 'set-status', claimId: claim?.id, version: 1, status: 'waived', reason: '常识' } }
  const first = await desk.post(`/articles/${summary.id}/acts`).send(body)
  expect(ActResult.parse(first.body).claims[0]).toMatchObject({ status: 'waived', version: 2 })
  expect((await desk.post(`/articles/${summary.id}/acts`).send(body)).body).toEqual(first.body)
  const late = await desk.post(`/articles/${summary.id}/acts`, 'Ben').send({ ...body, act: uuid() })
  expect(late.status).toBe(409)
  expect(Problem.parse(late.body)).toMatchObject({ code: 'conflict', details: { theirs: { status: 'waived', statusBy: 'Ann 王' } } })
  expect(ActResult.parse((await desk.post(`/articles/${summary.id}/undo`).send({ act: uuid() })).body).claims[0]?.status).toBe('to-check')
  expect(ActResult.parse((await desk.post(`/articles/${summary.id}/redo`).send({ act: uuid() })).body).claims[0]?.status).toBe('waived')
  expect((await desk.post(`/articles/${summary.id}/undo`, 'Ben').send({ act: uuid() })).body).toMatchObject({ status: 409, code: 'nothing-to-undo' })
  expect((await desk.remove(`/articles/${summary.id}`)).status).toBe(200)
  expect((await desk.get(`/articles/${summary.id}`)).body).toMatchObject({ status: 404, code: 'not-found' })
})

test('how many pages of a file are read is told while it is read, and to nobody behind it', async () => {
  const desk = await openApp()
  const reading = uuid()
  const told = async () => api.imports.progress.response.parse((await desk.get(`/imports/progress/${reading}`)).body).pages
  expect(await told()).toBeNull()
  const answer = desk.post(`/imports/file?reading=${reading}`).attach('file', Buffer.from(longPdf(80)), 'book.pdf').then(({ status }) => status)
  const seen: number[] = []
  let isOver = false
  void answer.finally(() => (isOver = true))
  while (!isOver) {
    const pages = await told()
    if (pages) seen.push(pages.read)
    if (pages) expect(pages.of).toBe(80)
  }
  expect(await answer).toBe(200)
  expect(seen.length).toBeGreaterThan(1)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  expect(await told()).toBeNull()
  expect((await desk.get('/imports/progress/anything')).status).toBe(400)
})

test('pasted text is read, and a reading can be forgotten', async () => {
  const desk = await openApp()
  const { body } = await desk.post('/imports/text').send({ text: '# 桥\n\n这座桥于1932年开通。[^1]\n\n[^1]: 交通部，2011年。', name: '桥', format: 'md' })
  expect(ImportPreview.parse(body)).toMatchObject({ title: '桥', notes: { joined: 1 } })
  expect((await desk.remove(`/imports/${body.id}`)).status).toBe(200)
  expect((await desk.post(`/imports/${body.id}/keep`).send({ title: 'x' })).status).toBe(404)
})

test('what cannot be read says so and leaves nothing', async () => {
  const desk = await openApp()
  const before = await desk.context.db.article.count()
  expect((await desk.post('/imports/file').attach('file', Buffer.alloc(0), 'empty.txt')).body).toMatchObject({ status: 422, code: 'unreadable' })
  expect((await desk.post('/imports/file').attach('file', Buffer.from('%PDF-1.7\n%âãÏÓ'), 'a.txt')).body.code).toBe('unreadable')
  expect((await desk.post('/imports/file').attach('other', Buffer.from('x'), 'a.txt')).body).toMatchObject({ status: 400, code: 'invalid-request' })
  expect((await desk.post('/imports/file').send({ text: 'x' })).body.code).toBe('invalid-request')
  expect((await desk.post('/imports/file').attach('file', Buffer.alloc(50 * 1024 * 1024 + 1, 'a'), 'big.txt')).body).toMatchObject({ status: 413, code: 'too-large' })
  expect((await desk.post('/imports/address').send({ url: 'https://example.org/' })).body.code).toBe('capture-failed')
  expect((await desk.post('/imports/address').send({ url: 'file:///etc/passwd' })).body.code).toBe('invalid-request')
  expect(await desk.context.db.article.count()).toBe(before)
})

test('bad requests are problems with a place', async () => {
  const desk = await openApp()
  const acts = `/articles/${desk.articleId}/acts`
  const refused = await desk.post(acts).send({ act: uuid(), decision: { kind: 'set-status', claimId: 'x', version: 'one', status: 'recheck' } })
  expect(refused.headers['content-type']).toContain('application/problem+json')
  expect(Problem.parse(refused.body)).toMatchObject({ status: 400, code: 'invalid-request' })
  expect(refused.body.errors.map((error: { path: string }) => error.path)).toEqual(expect.arrayContaining(['body.decision.version', 'body.decision.status']))
  expect((await desk.post(acts).send({ act: 'not-a-uuid', decision: { kind: 'rename', title: 'x' } })).status).toBe(400)
  expect((await desk.post(acts).set('Content-Type', 'application/json').send('{"act":')).body).toMatchObject({ status: 400, code: 'invalid-request' })
  expect((await desk.post(acts).set('Content-Type', 'text/plain').send('hello')).status).toBe(400)
  expect((await desk.post(acts).set('Content-Type', 'application/json; charset=klingon').send('{}')).status).toBe(400)
  expect((await desk.post(acts).set('Stet-Actor', '%E0%A4%A')).status).toBe(400)
  expect((await desk.post(acts, null).send({ act: uuid(), decision: { kind: 'rename', title: 'x' } })).body).toMatchObject({ status: 401, code: 'name-needed' })
  expect((await desk.get(`/articles/${desk.articleId}/search`)).status).toBe(400)
  expect((await desk.get('/articles/%E0%A4%A')).status).toBe(400)
  expect((await desk.get('/nothing')).body).toMatchObject({ status: 404, code: 'not-found' })
  expect((await desk.get('/claims/none')).body).toMatchObject({ status: 404, code: 'not-found' })
  expect((await desk.get(`/articles/${desk.articleId}/report?sections=gossip`)).status).toBe(400)
  expect((await desk.get(`/articles/${desk.articleId}/report.docx`)).status).toBe(400)
  expect(desk.unexpected).toEqual([])
})

test('a captured page comes back as it was and can do nothing', async () => {
  const desk = await openApp()
  const page = '<!doctype html><title>Trap</title><p>It opened in 1932.</p><script>fetch("/api/v1/articles")</script>'
  const snapshot = SnapshotView.parse((await desk.post('/snapshots').attach('file', Buffer.from(page), { filename: 'trap.html', contentType: 'text/html' })).body)
  const { id } = await desk.claim('1932')
  const attached = await desk.post(`/articles/${desk.articleId}/acts`).send({ act: uuid(), decision: { kind: 'attach-evidence', claimId: id, stance: 'supports', source: { kind: 'file', snapshotId: snapshot.id } } })
  expect(attached.status).toBe(200)
  const content = await desk.get(`/snapshots/${snapshot.id}/content`)
  expect(content.text).toBe(page)
  expect(content.headers['content-security-policy']).toMatch(/^sandbox;/)
  expect(content.headers['content-security-policy']).toContain("default-src 'none'")
  expect(content.headers['content-security-policy']).not.toMatch(/script-src|allow-/)
  expect(content.headers['x-content-type-options']).toBe('nosniff')
  expect((await desk.post(`/articles/${desk.articleId}/acts`).send({ act: uuid(), decision: { kind: 'attach-evidence', claimId: id, stance: 'supports', source: { kind: 'file', snapshotId: 'none' } } })).status).toBe(404)
})

test('a report comes as a file in every format', async () => {
  const desk = await openApp()
  for (const [format, type] of [['html', 'text/html'], ['md', 'text/markdown'], ['json', 'application/json'], ['csv', 'text/csv']]) {
    const response = await desk.get(`/articles/${desk.articleId}/report.${format}?download=1`)
    expect(response.status, format).toBe(200)
    expect(response.headers['content-type'], format).toContain(type)
    expect(response.headers['content-disposition'], format).toMatch(/^attachment; filename\*=UTF-8''/)
    expect(response.headers['content-security-policy'], format).not.toMatch(/allow-scripts|script-src/)
  }
})
