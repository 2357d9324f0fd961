import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { SnapshotView } from '#shared/review/index.ts'
import type { Context } from '#server/context.ts'
import { getSnapshot, resumeCaptures, retryCapture, settled, snapshotContent, startCapture, stopCaptures, uploadFile } from '#server/services/snapshots.ts'
import type { Fetched, Web } from '#server/sources/web.ts'
import { openTestContext } from './desk-context.ts'

const context = await openTestContext()
const bytes = (text: string) => new TextEncoder().encode(text)
const PAGE = `<!DOCTYPE html><title>The bridge</title><article><h1>The bridge</h1><p>${'It opened in 1932 and carries eight lanes of traffic. '.repeat(20)}</p></article>`

/** A web of given pages: a page's text, an answer, or an error. */
const webOf = (pages: Record<string, string | Partial<Fetched> | Error>): Web => ({
  async fetch(url) {
    const page = pages[url]
    if (page === undefined) throw new AppError('capture-failed', 'not found')
    if (page instanceof Error) throw page
    return { url, finalUrl: url, status: 200, mediaType: 'text/html', bytes: bytes(typeof page === 'string' ? page : ''), ...(typeof page === 'string' ? {} : page) }
  },
})
const waiting = async (on: Context, url: string): Promise<string> =>
  (await on.db.snapshot.create({ data: { id: on.newId(), state: 'capturing', url, fetchedAt: on.now() } })).id
async function captured(web: Web, url: string) {
  const on = { ...context, web }
  const id = await waiting(on, url)
  startCapture(on, id)
  await settled(on)
  return { id, on, snapshot: await getSnapshot(on, id) }
}

test('an uploaded file is sniffed, hashed, kept and served as what it is', async () => {
  const view = await uploadFile(context, bytes('Minutes of the meeting'), { name: '../../minutes\u0000.txt' })
  SnapshotView.parse(view)
  expect(view).toMatchObject({ state: 'captured', fileName: 'minutes.txt', mediaType: 'text/plain', bytes: 22, url: null, excerpt: 'Minutes of the meeting' })
  expect(view.sha256).toBe(createHash('sha256').update('Minutes of the meeting').digest('hex'))
  const content = await snapshotContent(context, view.id)
  expect(new TextDecoder().decode(content.bytes)).toBe('Minutes of the meeting')
  expect(content).toMatchObject({ mediaType: 'text/plain; charset=utf-8', fileName: 'minutes.txt' })
})
test('a file that is refused leaves nothing behind', async () => {
  const before = [await context.db.snapshot.count(), (await context.files.list()).length]
  await expect(uploadFile(context, new Uint8Array([0, 1, 2, 3]), { name: 'x.bin' })).rejects.toMatchObject({ code: 'unsupported-format' })
  await expect(uploadFile(context, new Uint8Array(50_000_001), { name: 'x.txt' })).rejects.toMatchObject({ code: 'too-large' })
  expect([await context.db.snapshot.count(), (await context.files.list()).length]).toEqual(before)
})

test('a page is captured with its bytes, hash, title, text and where it was found', async () => {
  const { snapshot, on } = await captured(webOf({ 'https://example.org/bridge': { bytes: bytes(PAGE), finalUrl: 'https://example.org/the-bridge' } }), 'https://example.org/bridge')
  expect(snapshot).toMatchObject({ state: 'captured', finalUrl: 'https://example.org/the-bridge', mediaType: 'text/html', title: 'The bridge', error: null, fetchedAt: '2026-11-25T12:00:00.000Z' })
  expect(snapshot.text).toContain('opened in 1932')
  expect(new TextDecoder().decode(await on.files.read(snapshot.sha256!))).toBe(PAGE)
})
test('a page in the character set that its server names is read in it', async () => {
  const { snapshot } = await captured(webOf({ 'https://example.org/gbk': { charset: 'gbk', bytes: new Uint8Array([...bytes('<html><body><p>'), 0xd6, 0xd0, 0xb9, 0xfa, ...bytes('</p></body></html>')]) } }), 'https://example.org/gbk')
  expect(snapshot.text).toContain('中国')
})
test.each([
  ['404', { status: 404, bytes: bytes(PAGE) }, 'Page answered 404.'],
  ['500', { status: 500, bytes: bytes(PAGE) }, 'Page answered 500.'],
  ['an empty page', { bytes: bytes('') }, 'nothing in it'],
  ['a login page', '<html><title>Sign in</title><form><input type="password"></form>', 'Asks for a login'],
  ['a file of another kind', { mediaType: 'application/zip', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]) }, 'Stet keeps'],
  ['an address in this network', new AppError('not-public', 'Address is inside this network.'), 'inside this network'],
  ['a fetcher that breaks', new Error('boom'), 'boom'],
] as const)('%s is a failed capture with its reason, never a silent success', async (_, page, message) => {
  const { snapshot, on, id } = await captured(webOf({ 'https://example.org/x': page }), 'https://example.org/x')
  expect(snapshot).toMatchObject({ state: 'failed', error: { message: expect.stringContaining(message) } })
  SnapshotView.parse(snapshot)
  if (snapshot.sha256 === null) await expect(snapshotContent(on, id)).rejects.toMatchObject({ code: 'not-found' })
})
test('a failed capture can be tried again', async () => {
  const url = 'https://example.org/later'
  const { id } = await captured(webOf({}), url)
  const on = { ...context, web: webOf({ [url]: PAGE }) }
  expect(await retryCapture(on, id)).toMatchObject({ state: 'capturing', error: null })
  await settled(on)
  expect(await getSnapshot(on, id)).toMatchObject({ state: 'captured', error: null, title: 'The bridge' })
  expect(await retryCapture(on, id)).toMatchObject({ state: 'captured' })
  await expect(retryCapture(on, 'no-such')).rejects.toMatchObject({ code: 'not-found' })
  const file = await uploadFile(on, bytes('x'), { name: 'x.txt' })
  await expect(retryCapture(on, file.id)).rejects.toMatchObject({ code: 'invalid-request' })
})
test('no more than three pages are fetched at once, each of them once', async () => {
  let [now, most] = [0, 0]
  const asked: string[] = []
  const on: Context = { ...context, web: { async fetch(url) {
    most = Math.max(most, ++now)
    asked.push(url)
    await new Promise((done) => setImmediate(done))
    now--
    return { url, finalUrl: url, status: 200, mediaType: 'text/html', bytes: bytes(PAGE) }
  } } }
  const ids = await Promise.all(Array.from({ length: 10 }, (_, index) => waiting(on, `https://example.org/${index}`)))
  for (const id of [...ids, ...ids]) startCapture(on, id)
  await settled(on)
  expect(most).toBe(3)
  expect(asked).toHaveLength(10)
  expect(await on.db.snapshot.count({ where: { id: { in: ids }, state: 'captured' } })).toBe(10)
})
test('captures that a stop broke off are taken up at the next start', async () => {
  const on = { ...context, web: webOf({ 'https://example.org/resumed': PAGE }) }
  const id = await waiting(on, 'https://example.org/resumed')
  expect(await resumeCaptures(on)).toBe(1)
  await settled(on)
  expect((await getSnapshot(on, id)).state).toBe('captured')
  expect(await resumeCaptures(on)).toBe(0)
})
test('a snapshot deleted while it was being captured does not come back', async () => {
  const on: Context = { ...context, web: { async fetch(url) {
    await context.db.snapshot.deleteMany({ where: { url } })
    return { url, finalUrl: url, status: 200, mediaType: 'text/html', bytes: bytes(PAGE) }
  } } }
  const id = await waiting(on, 'https://example.org/deleted')
  startCapture(on, id)
  await settled(on)
  await expect(getSnapshot(on, id)).rejects.toMatchObject({ code: 'not-found' })
})
test('a capture under way when the desk stops is not written, and is left for the next start', async () => {
  const own = await openTestContext()
  let answer: (() => void) | undefined
  const on: Context = { ...own, web: { fetch: (url) => new Promise((done) => { answer = () => done({ url, finalUrl: url, status: 200, mediaType: 'text/html', bytes: bytes(PAGE) }) }) } }
  const ids = [await waiting(on, 'https://example.org/under-way'), await waiting(on, 'https://example.org/after')]
  startCapture(on, ids[0]!)
  await expect.poll(() => answer).toBeDefined()
  stopCaptures(on)
  answer!()
  startCapture(on, ids[1]!)
  await settled(on)
  expect(await on.db.snapshot.count({ where: { state: 'capturing' } })).toBe(2)
})
