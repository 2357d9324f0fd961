import { AppError } from '#shared/errors.ts'
import { SnapshotRecord, SnapshotView } from '#shared/review/index.ts'
import type { Context } from '../context.ts'
import type { Database } from '../db/database.ts'
import { Prisma } from '../db/generated/client.ts'
import { decode, encodingOf } from '../importers/decode.ts'
import { extractText, type PageText } from '../sources/extract-text.ts'
import { standInRefusal, statusRefusal } from '../sources/refusal.ts'
import { sniff, type MediaType } from '../sources/sniff.ts'

/** 50 MB, as for articles: a scanned book chapter fits. */
const MOST_UPLOAD_BYTES = 50_000_000
/** Captures at once: enough to hide a slow page, few enough to be a polite reader. */
const AT_ONCE = 3
/** What lists show of a capture's text. */
const EXCERPT_CHARACTERS = 300
/** Extracted text is for reading and finding; beyond this it is cut (the bytes are whole). */
const MOST_TEXT_CHARACTERS = 2_000_000

type Row = NonNullable<Awaited<ReturnType<Database['snapshot']['findUnique']>>>

/** A stored row as the record of shared/review. */
export const snapshotRecord = (row: Row): SnapshotRecord => SnapshotRecord.parse({ ...row, fetchedAt: row.fetchedAt.toISOString() })

/** A capture as the desk shows it: without its whole text, with an excerpt of it. */
export const snapshotView = (row: Row): SnapshotView => SnapshotView.parse({ ...snapshotRecord(row), excerpt: row.text?.slice(0, EXCERPT_CHARACTERS) ?? null })

async function rowOf({ db }: Context, id: string): Promise<Row> {
  const row = await db.snapshot.findUnique({ where: { id } })
  if (row === null) throw new AppError('not-found', `There is no capture ${id}. It may have been deleted with its article.`)
  return row
}

/** What a file says, where it holds text that can be read now: pages and plain text. */
function readText(bytes: Uint8Array, mediaType: MediaType, charset?: string): PageText {
  if (mediaType === 'text/html') return extractText(decode(bytes, charset))
  return { title: null, text: mediaType === 'text/plain' ? decode(bytes, charset) : null, asksForPassword: false }
}

const stored = (text: string | null): string | null => text?.slice(0, MOST_TEXT_CHARACTERS).replaceAll('\u0000', '') ?? null

/** A file's name without folders and control characters. */
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const plainName = (name: string): string => name.replace(/^.*[/\\]/, '').replace(/[\u0000-\u001f\u007f]/g, '').slice(-200) || 'file'

/** Keeps a file that evidence will point at. Throws AppError `too-large`, `unreadable` or `unsupported-format`; nothing is kept then. */
export async function uploadFile(context: Context, bytes: Uint8Array, { name }: { name: string }): Promise<SnapshotView> {
  const fileName = plainName(name)
  if (bytes.length > MOST_UPLOAD_BYTES) throw new AppError('too-large', `“${fileName}” is larger than ${MOST_UPLOAD_BYTES / 1_000_000} MB. Upload the pages that matter.`)
  const mediaType = await sniff(bytes, { name: fileName })
  const { title, text } = readText(bytes, mediaType)
  const sha256 = await context.files.write(bytes)
  const row = await context.db.snapshot.create({
    data: { id: context.newId(), state: 'captured', sha256, fileName, fetchedAt: context.now(), mediaType, bytes: bytes.length, title, text: stored(text) },
  })
  return snapshotView(row)
}

/** One capture with its whole text. Throws AppError `not-found`. */
export async function getSnapshot(context: Context, id: string): Promise<SnapshotView & { text: string | null }> {
  const row = await rowOf(context, id)
  return { ...snapshotView(row), text: row.text }
}

/** The captured bytes, their hash verified, and how to serve them. Throws AppError `not-found` where nothing was captured. */
export async function snapshotContent(context: Context, id: string): Promise<{ bytes: Uint8Array; mediaType: string; fileName: string }> {
  const row = await rowOf(context, id)
  if (row.sha256 === null) throw new AppError('not-found', row.state === 'capturing' ? 'The page is still being captured. Wait a moment.' : 'Nothing was captured here. Try again, or upload the file instead.')
  const bytes = await context.files.read(row.sha256)
  const mediaType = row.mediaType ?? 'application/octet-stream'
  const encoding = mediaType.startsWith('text/') ? encodingOf(bytes) : null
  return { bytes, mediaType: encoding === null || encoding === 'windows-1252' ? mediaType : `${mediaType}; charset=${encoding}`, fileName: row.fileName ?? nameFor(row) }
}

const EXTENSIONS: Record<MediaType, string> = {
  'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp', 'image/avif': 'avif', 'text/html': 'html', 'text/plain': 'txt',
}
function nameFor({ url, mediaType }: Row): string {
  const host = url === null ? 'capture' : new URL(url).hostname.replace(/[^a-z0-9.-]/gi, '-')
  return `${host}.${EXTENSIONS[mediaType as MediaType] ?? 'bin'}`
}

type Outcome = Pick<Row, 'state' | 'sha256' | 'finalUrl' | 'mediaType' | 'bytes' | 'title' | 'text'> & { error: { code: string; message: string } | null }
const NOTHING = { sha256: null, finalUrl: null, mediaType: null, bytes: null, title: null, text: null }
const inWords = (error: unknown): { code: string; message: string } =>
  error instanceof AppError ? { code: error.code, message: error.message } : { code: 'capture-failed', message: `The capture broke off (${(error as Error).message}). Try again.` }

/** Fetches one page and keeps its bytes. Whatever goes wrong is the outcome `failed` with its reason, never an exception. */
async function capture({ web, files }: Context, url: string): Promise<Outcome> {
  try {
    const fetched = await web.fetch(url)
    const refused = statusRefusal(fetched)
    if (refused !== null) return { ...NOTHING, state: 'failed', finalUrl: fetched.finalUrl, error: inWords(refused) }
    if (fetched.bytes.length === 0) throw new AppError('capture-failed', 'Page answered with nothing in it. Open it in a browser; if it is there, upload a copy.')
    const mediaType = await sniff(fetched.bytes, { declared: fetched.mediaType })
    const page = readText(fetched.bytes, mediaType, fetched.charset)
    const sha256 = await files.write(fetched.bytes)
    const standIn = standInRefusal(fetched, page)
    return {
      state: standIn === null ? 'captured' : 'failed', sha256, finalUrl: fetched.finalUrl, mediaType, bytes: fetched.bytes.length,
      title: page.title, text: stored(page.text), error: standIn === null ? null : inWords(standIn),
    }
  } catch (error) {
    return { ...NOTHING, state: 'failed', error: inWords(error) }
  }
}

interface Queue { waiting: (() => Promise<void>)[]; running: Set<Promise<void>>; known: Set<string>; isStopped: boolean }
/** One queue per open database: captures outlive the request that asked for them. */
const queues = new WeakMap<Database, Queue>()
const queueOf = (db: Database): Queue => {
  const queue = queues.get(db) ?? { waiting: [], running: new Set(), known: new Set(), isStopped: false }
  queues.set(db, queue)
  return queue
}

function advance(queue: Queue): void {
  while (queue.running.size < AT_ONCE && queue.waiting.length > 0) {
    const work = queue.waiting.shift()!()
    queue.running.add(work)
    void work.finally(() => {
      queue.running.delete(work)
      advance(queue)
    })
  }
}

async function captureAndRecord(context: Context, id: string): Promise<void> {
  const row = await context.db.snapshot.findUnique({ where: { id } })
  if (row === null || row.state !== 'capturing' || row.url === null) return
  const outcome = await capture(context, row.url)
  if (queueOf(context.db).isStopped) return
  // Only a row that is still waiting is written: it may have been deleted with its article meanwhile.
  await context.db.snapshot.updateMany({ where: { id, state: 'capturing' }, data: { ...outcome, error: outcome.error ?? Prisma.DbNull, fetchedAt: context.now() } })
}

/** Puts a snapshot whose state is `capturing` in the queue and returns at once; the row says how it ended. Asked twice, it is captured once. */
export function startCapture(context: Context, snapshotId: string): void {
  const queue = queueOf(context.db)
  if (queue.isStopped || queue.known.has(snapshotId)) return
  queue.known.add(snapshotId)
  queue.waiting.push(async () => {
    try {
      await captureAndRecord(context, snapshotId)
    } catch {
      // The database could not be read or written: the row still says `capturing` and is taken up again at the next start.
    } finally {
      queue.known.delete(snapshotId)
    }
  })
  advance(queue)
}

/** Tries a failed capture again. Throws AppError `not-found`, or `invalid-request` for an uploaded file. */
export async function retryCapture(context: Context, id: string): Promise<SnapshotView> {
  const row = await rowOf(context, id)
  if (row.url === null) throw new AppError('invalid-request', 'This file was uploaded; there is no address to fetch it from. Upload it again instead.')
  if (row.state === 'failed') await context.db.snapshot.updateMany({ where: { id, state: 'failed' }, data: { ...NOTHING, state: 'capturing', error: Prisma.DbNull } })
  startCapture(context, id)
  return snapshotView(await rowOf(context, id))
}

/** Takes up the captures that a stop of the server broke off. Returns how many. */
export async function resumeCaptures(context: Context): Promise<number> {
  const rows = await context.db.snapshot.findMany({ where: { state: 'capturing' }, select: { id: true } })
  for (const { id } of rows) startCapture(context, id)
  return rows.length
}

/**
 * To be called before the database is closed: starts no further capture and records none that is under way, since a late write would open the
 * database again. Their rows still say `capturing` and are taken up at the next start.
 */
export function stopCaptures({ db }: Pick<Context, 'db'>): void {
  const queue = queueOf(db)
  queue.isStopped = true
  queue.waiting.length = 0
}

/** Resolves when no capture is waiting or running. */
export async function settled({ db }: Pick<Context, 'db'>): Promise<void> {
  const queue = queueOf(db)
  while (queue.running.size > 0 || queue.waiting.length > 0) await Promise.all(queue.running)
}
