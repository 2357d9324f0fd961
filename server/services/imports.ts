import type { ArticleFormat, ArticleSummary, ImportPreview } from '#shared/api/index.ts'
import { withCompanion } from '#shared/document/companion.ts'
import type { Document } from '#shared/document/document.ts'
import { AppError } from '#shared/errors.ts'
import { analyse } from '#shared/pipeline.ts'
import type { Context } from '../context.ts'
import { importers, readDocument } from '../importers/index.ts'
import { previewOf } from './import-preview.ts'
import { followed } from './import-progress.ts'
import type { Reading } from './import-reading.ts'
import { storeArticle } from './store-article.ts'

/** Readings wait an hour, twenty at most: somebody who looks at what was read keeps or drops it; a forgotten tab does not fill the memory. */
const WAITS = 3_600_000
const MOST_WAITING = 20

const waiting = new Map<string, Reading>()

/** Every format that is read, as the importers declare them. */
export const listFormats = (): ArticleFormat[] => importers.map(({ id, label, extensions, mediaTypes }) => ({ id, label, extensions, mediaTypes }))

/** Reads a file's bytes; nothing is kept yet. Who gives it an id (`reading`) can ask how far it is. Throws `unreadable`, `unsupported-format`, `too-large`. */
export async function readImport(context: Context, bytes: Uint8Array, given: Reading['given'], reading?: string): Promise<ImportPreview> {
  return followed(reading, async (onPage) => {
    const { document, importer, mediaType } = await readDocument(bytes, { ...given, ...(onPage && { onPage }) })
    const analysis = analyse(document)
    const now = context.now().getTime()
    for (const [id, other] of waiting) if (now - other.readAt > WAITS || waiting.size >= MOST_WAITING) waiting.delete(id)
    const read: Reading = { id: context.newId(), bytes, given: { ...given, mediaType }, analysis, readAt: now, format: importer.label }
    waiting.set(read.id, read)
    return previewOf(read)
  })
}

/** Fetches a public page and reads it. Throws what fetching and reading throw. */
export async function readAddress(context: Context, url: string, reading?: string): Promise<ImportPreview> {
  const fetched = await context.web.fetch(url)
  if (fetched.status >= 400) throw new AppError('capture-failed', `The page answered ${fetched.status}. Check the address, or save the page and import the file.`, { url, status: fetched.status })
  const name = nameIn(fetched.finalUrl)
  return readImport(context, fetched.bytes, { name, mediaType: fetched.mediaType, url: fetched.finalUrl }, reading)
}

/** The last part of an address's path, as a file name; the host where there is no path. */
function nameIn(address: string): string {
  const { pathname, hostname } = new URL(address)
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

/** Sets the notes of one reading behind the article of another; the first is forgotten then. Throws `not-found`, or `invalid-request` where they do not belong together: both stay as they were. */
export function joinNotes(importId: string, notesId: string): ImportPreview {
  const [reading, other] = [readingOf(importId), readingOf(notesId)]
  const document = withCompanion(reading.analysis.document, other.analysis.document)
  if (reading === other || document.warnings.some(({ code }) => code === 'no-notes-joined')) {
    throw new AppError('invalid-request', `No note of “${other.given.name}” is marked in “${reading.given.name}”. Check that they belong together, or choose another file.`, { importId, notesId })
  }
  const joined: Reading = { ...reading, analysis: analyse(document), notes: { name: other.given.name, document: other.analysis.document } }
  waiting.set(importId, joined)
  waiting.delete(notesId)
  return previewOf(joined)
}

function readingOf(importId: string): Reading {
  const reading = waiting.get(importId)
  if (!reading) throw new AppError('not-found', 'This reading is gone: it waited more than an hour, or Stet was started again. Import the article again.', { importId })
  return reading
}

/** Forgets a reading; one that is gone already is no error. */
export const dropImport = (importId: string): void => void waiting.delete(importId)

/** Puts a read article on the desk, whole or not at all. Throws `not-found` when the reading is gone, `name-needed`. */
export async function keepImport(context: Context, importId: string, given: { title: string; putBack: number[] }): Promise<ArticleSummary> {
  const reading = readingOf(importId)
  const analysis = given.putBack.length === 0 ? reading.analysis : analyse(await readAgain(reading, given.putBack))
  const summary = await storeArticle(context, { ...reading, analysis }, given.title)
  waiting.delete(importId)
  return summary
}

/** The article with furniture put back, and with its notes where they came from another file. */
async function readAgain({ bytes, given, notes }: Reading, putBack: number[]): Promise<Document> {
  const { document } = await readDocument(bytes, { ...given, putBack })
  return notes ? withCompanion(document, notes.document) : document
}

/** Reads and keeps in one go: the command line's way. `title` falls back to the article's own. */
export async function importArticle(context: Context, bytes: Uint8Array, given: Reading['given'] & { title?: string }): Promise<ArticleSummary> {
  const { document, mediaType, importer } = await readDocument(bytes, given)
  return storeArticle(context, { id: context.newId(), bytes, given: { ...given, mediaType }, analysis: analyse(document), readAt: 0, format: importer.label }, given.title ?? document.title)
}
