import { createHash } from 'node:crypto'
import type { Analysis } from '#shared/analysis.ts'
import { describe } from '#shared/anchor/describe.ts'
import type { ArticleSummary } from '#shared/api/index.ts'
import { runChecks } from '#shared/checks/run.ts'
import type { CitedWork } from '#shared/citations/citation.ts'
import { workKey } from '#shared/citations/same-work.ts'
import { overlaps, type Document, type Span } from '#shared/document/document.ts'
import type { Context } from '../context.ts'
import { insertRows } from '../db/bulk.ts'
import type { Transaction } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { getSummary } from './articles.ts'
import { actorOf } from './decide.ts'
import { storeFindings } from './findings.ts'
import { appendEvents } from './history.ts'
import { wordsOf, type Reading } from './import-reading.ts'
import { checkContext } from './tables.ts'

/** Puts a reading on the desk as a new article, with all that was read of it, whole or not at all. */
export async function storeArticle(context: Context, reading: Reading, title: string): Promise<ArticleSummary> {
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
