import { createHash } from 'node:crypto'
import type { Analysis } from '#shared/analysis.ts'
import type { CitedWork } from '#shared/citations/citation.ts'
import { describe } from '#shared/anchor/describe.ts'
import type { ArticleFormat, ArticleSummary, ImportPreview } from '#shared/api/index.ts'
import { runChecks } from '#shared/checks/run.ts'
import { workKey } from '#shared/citations/same-work.ts'
import { withCompanion } from '#shared/document/companion.ts'
import { contains, overlaps, textOf, type ChangesView, type Document, type Span } from '#shared/document/document.ts'
import { shorten } from '#shared/document/shorten.ts'
import { AppError } from '#shared/errors.ts'
import { analyse } from '#shared/pipeline.ts'
import type { Context } from '../context.ts'
import { insertRows } from '../db/bulk.ts'
import type { Transaction } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { importers, readDocument } from '../importers/index.ts'
import { getSummary } from './articles.ts'
import { actorOf } from './decide.ts'
import { storeFindings } from './findings.ts'
import { appendEvents } from './history.ts'
import { checkContext } from './tables.ts'

/** A reading that waits for a person to keep it. */
interface Reading {
  id: string
  bytes: Uint8Array
  given: { name: string; mediaType?: string; url?: string; view?: ChangesView }
  analysis: Analysis
  readAt: number
  format: string
  /** The file that the article's notes were taken from, where they stand apart. */
  notes?: { name: string; document: Document }
}
/** Readings wait an hour, twenty at most: somebody who looks at what was read keeps or drops it; a forgotten tab does not fill the memory. */
const WAITS = 3_600_000
const MOST_WAITING = 20
/** Characters of an excerpt in the dialog: about two lines. */
const EXCERPT = 160
/** First blocks shown: enough to see that it is the right article. */
const EXCERPT_BLOCKS = 6

const waiting = new Map<string, Reading>()

/** Every format that is read, as the importers declare them. */
export const listFormats = (): ArticleFormat[] => importers.map(({ id, label, extensions, mediaTypes }) => ({ id, label, extensions, mediaTypes }))

/** Reads a file's bytes; nothing is kept yet. Throws `unreadable`, `unsupported-format`, `too-large`. */
export async function readImport(context: Context, bytes: Uint8Array, given: Reading['given']): Promise<ImportPreview> {
  const { document, importer, mediaType } = await readDocument(bytes, given)
  const analysis = analyse(document)
  const now = context.now().getTime()
  for (const [id, reading] of waiting) if (now - reading.readAt > WAITS || waiting.size >= MOST_WAITING) waiting.delete(id)
  const reading: Reading = { id: context.newId(), bytes, given: { ...given, mediaType }, analysis, readAt: now, format: importer.label }
  waiting.set(reading.id, reading)
  return previewOf(reading)
}

/** Fetches a public page and reads it. Throws what fetching and reading throw. */
export async function readAddress(context: Context, url: string): Promise<ImportPreview> {
  const fetched = await context.web.fetch(url)
  if (fetched.status >= 400) throw new AppError('capture-failed', `The page answered ${fetched.status}. Check the address, or save the page and import the file.`, { url, status: fetched.status })
  const name = nameIn(fetched.finalUrl)
  return readImport(context, fetched.bytes, { name, mediaType: fetched.mediaType, url: fetched.finalUrl })
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

const wordCount = (text: string): number => text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)?.length ?? 0
/** Words of running text: neither notes nor furniture. */
const wordsOf = ({ document }: Analysis): number => document.blocks.filter((block) => block.kind !== 'furniture' && block.kind !== 'note').reduce((sum, block) => sum + wordCount(textOf(document.text, block.span)), 0)

function previewOf({ id, given, analysis, format, notes }: Reading): ImportPreview {
  const { document, orphans, claims, warnings } = analysis
  const citations = analysis.citations.filter(({ kind }) => kind !== 'link')
  const block = (span: { start: number; end: number }) => document.blocks.find((candidate) => contains(candidate.span, span))
  return {
    id, name: given.name, title: document.title, format, language: document.language ?? null, words: wordsOf(analysis),
    paragraphs: document.blocks.filter((candidate) => candidate.kind === 'paragraph' || candidate.kind === 'quote').length, claims: claims.length,
    notes: { marks: citations.length, joined: citations.filter((citation) => citation.definition).length, defined: new Set([...citations.filter((citation) => citation.definition).map((citation) => citation.label), ...orphans.map((orphan) => orphan.label)]).size },
    setAside: document.blocks.flatMap((candidate, index) => (candidate.kind === 'furniture' ? [{ index, text: shorten(textOf(document.text, candidate.span), EXCERPT), lines: textOf(document.text, candidate.span).split('\n').length }] : [])),
    warnings: warnings.map((warning) => ({ ...warning, excerpt: warning.span ? shorten(textOf(document.text, block(warning.span)?.span ?? warning.span), EXCERPT) : null })),
    changes: document.changes?.length ?? 0, comments: document.comments?.length ?? 0, view: given.view ?? 'accepted',
    notesFile: notes ? null : fileOfNotes(document), notesFrom: notes?.name ?? null,
    excerpt: document.blocks.filter((candidate) => candidate.kind !== 'furniture').slice(0, EXCERPT_BLOCKS).map((candidate) => ({ kind: candidate.kind, text: shorten(textOf(document.text, candidate.span), EXCERPT) })),
  }
}

/** The file that note marks lead to, without its folder; null where the notes are here. */
function fileOfNotes({ marks }: Document): string | null {
  const address = marks.find(({ kind, href }) => kind === 'note-mark' && href !== undefined)?.href
  return address?.replace(/[#?].*$/, '').replace(/^.*\//, '') || null
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
  const summary = await store(context, { ...reading, analysis }, given.title)
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
  return store(context, { id: context.newId(), bytes, given: { ...given, mediaType }, analysis: analyse(document), readAt: 0, format: importer.label }, given.title ?? document.title)
}

async function store(context: Context, reading: Reading, title: string): Promise<ArticleSummary> {
  const actor = actorOf(context)
  const at = context.now()
  const articleId = context.newId()
  const { analysis } = reading
  // Before the transaction: checks may look in tables, and the writer should not wait for them.
  const checked = runChecks(analysis, await checkContext(context))
  await context.db.$transaction(async (tx) => {
    await tx.article.create({ data: { id: articleId, title, createdAt: at, updatedAt: at } })
    const draftId = await storeDraft(tx, context, articleId, reading, actor, at)
    const notes = await storeNotes(tx, context, articleId, draftId, analysis)
    await storeClaims(tx, context, articleId, draftId, analysis, notes, at)
    await storeFindings(tx, context, articleId, checked)
    await appendEvents(tx, context, articleId, { act: context.newId(), actor, at: at.toISOString() }, [
      { kind: 'import', entity: 'article', entityId: articleId, claimId: null, before: null, after: { id: articleId, title, draft: 1, name: reading.given.name, claims: analysis.claims.length } },
    ])
  })
  return getSummary(context, articleId)
}

/** What only some formats know. */
const knownByFormat = ({ pages, changes, comments }: Document): Partial<Document> => ({ ...(pages && { pages }), ...(changes && { changes }), ...(comments && { comments }) })

async function storeDraft(tx: Transaction, context: Context, articleId: string, { bytes, given, analysis }: Reading, actor: string, at: Date): Promise<string> {
  const { document, segments, citations, orphans, facts, warnings } = analysis
  const id = context.newId()
  await tx.draft.create({
    data: {
      id, articleId, number: 1, name: given.name, mediaType: given.mediaType ?? 'text/plain', sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, url: given.url ?? null,
      importedAt: at, importedBy: actor, words: wordsOf(analysis), language: document.language ?? null, text: document.text,
      ...(document.changes && { view: given.view ?? 'accepted' }), ...(knownByFormat(document) as Record<string, Prisma.InputJsonValue>),
      ...({ blocks: document.blocks, marks: document.marks, segments, citations, orphans, facts, warnings } as unknown as Record<'blocks' | 'marks' | 'segments' | 'citations' | 'orphans' | 'facts' | 'warnings', Prisma.InputJsonValue>),
    },
  })
  return id
}

/** A note as claims are joined to it. */
interface StoredNote {
  id: string
  label: string
  marks: { span: Span; carries: Span }[]
}

/** What makes two citations one note: one definition; one page that links lead to; one work by author and year with one place in it; else one label. */
function noteKey({ kind, label, definition, pinpoint, source }: Analysis['citations'][number]): string {
  if (kind === 'link' && source) return workKey(source)
  if (kind === 'author-date') return `${label}, ${pinpoint ?? ''}`
  return definition ? `at ${definition.start}` : `label ${label}`
}

/** The works a note names, with the place in each; what names neither is a remark. */
const worksOf = (citation: Analysis['citations'][number] | null): Pick<CitedWork, 'source' | 'pinpoint'>[] =>
  (citation?.sources ?? (citation ? [citation] : [])).filter(({ source, pinpoint }) => source !== null || pinpoint !== null)

/** One note per definition (or per label without one), its marks gathered; identical works are one Source, told as fully as any of its notes does. Returns the notes in order. */
async function storeNotes(tx: Transaction, context: Context, articleId: string, draftId: string, { citations, orphans }: Analysis): Promise<StoredNote[]> {
  const notes = new Map<string, { label: string; first: Analysis['citations'][number] | null; text: string; definition: unknown; marks: StoredNote['marks'] }>()
  for (const citation of citations) {
    const key = noteKey(citation)
    const note = notes.get(key) ?? { label: citation.label, first: citation, text: citation.text, definition: citation.definition, marks: [] }
    // The words of a link are the article's own: its mark is the place behind them.
    note.marks.push({ span: citation.kind === 'link' ? { start: citation.mark.end, end: citation.mark.end } : citation.mark, carries: citation.carries })
    notes.set(key, note)
  }
  for (const orphan of orphans) notes.set(`at ${orphan.definition.start}`, { label: orphan.label, first: null, text: orphan.text, definition: orphan.definition, marks: [] })
  const sources = new Map<string, { id: string; csl: NonNullable<Analysis['citations'][number]['source']> }>()
  for (const { first } of notes.values()) {
    for (const { source } of worksOf(first)) {
      if (!source) continue
      const known = sources.get(workKey(source))
      if (!known) sources.set(workKey(source), { id: context.newId(), csl: source })
      else if (Object.keys(source).length > Object.keys(known.csl).length) known.csl = source
    }
  }
  await insertRows(tx, 'Source', [...sources].map(([key, { id, csl }]) => ({ id, articleId, key, csl })))
  const rows = [...notes.values()].map((note, position) => {
    const id = context.newId()
    return {
      id, articleId, draftId, position, label: note.label, text: note.text, malformed: note.first?.malformed ?? null, ibidOf: note.first?.ibidOf ?? null, marks: note.marks, definition: note.definition,
    }
  })
  await insertRows(tx, 'Note', rows)
  const works = [...notes.values()].flatMap(({ first }, at) =>
    worksOf(first).map(({ source, pinpoint }, position) => ({ noteId: rows[at]?.id ?? '', position, sourceId: source && (sources.get(workKey(source))?.id ?? null), pinpoint })))
  await insertRows(tx, 'NoteWork', works)
  return rows.map(({ id, label, marks }) => ({ id, label, marks }))
}

async function storeClaims(tx: Transaction, context: Context, articleId: string, draftId: string, { document, claims }: Analysis, notes: readonly StoredNote[], at: Date): Promise<void> {
  const ids = claims.map(() => context.newId())
  const rows = claims.map((claim, index) => {
    const { prefix, suffix } = describe(document.text, claim.span)
    return {
      id: ids[index] ?? '', articleId, draftId, number: String(index + 1), start: claim.span.start, end: claim.span.end, quote: claim.quote, prefix, suffix, statement: claim.statement, statementBy: null,
      needsContext: claim.needsContext, kinds: claim.kinds, layer: claim.layer, quotationId: claim.quotation === null ? null : (ids[claim.quotation] ?? null), speaker: claim.speaker, score: claim.score, reasons: claim.reasons,
      origin: 'rule', status: 'to-check', version: 1, createdAt: at,
    }
  })
  const byLabel = new Map<string, StoredNote[]>()
  for (const note of notes) byLabel.set(note.label, [...(byLabel.get(note.label) ?? []), note])
  const carrying = claims.flatMap((claim, index) => {
    // The same label may name several notes (numbering that starts anew in each section): then those whose marks carry the claim's words are meant.
    const noteIds = claim.notes.flatMap(({ label }) => {
      const named = byLabel.get(label) ?? []
      const meant = named.length > 1 ? named.filter((note) => note.marks.some((mark) => overlaps(mark.carries, claim.span))) : named
      return meant.map((note) => note.id)
    })
    return [...new Set(noteIds)].map((noteId) => ({ id: context.newId(), claimId: ids[index] ?? '', noteId, result: 'not-checked' }))
  })
  await insertRows(tx, 'Claim', rows)
  await insertRows(tx, 'ClaimNote', carrying)
}
