import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { Decision, SourceResult, Stance, type DecisionInput, type TableExcerpt } from '#shared/review/index.ts'
import type { Context } from '../context.ts'
import { insertRows } from '../db/bulk.ts'
import { closeDatabase, openDatabase } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { createFiles } from '../sources/files.ts'
import { projectRoot } from '../sources/project-root.ts'
import { decide } from './decide.ts'
import { keepImport, readImport } from './imports.ts'
import { getRows, listTables } from './tables.ts'

/** One assertion of the sample: where it stands (exact words, nth occurrence) and what the reviewer did about it. */
const Assertion = z.strictObject({
  id: z.string(),
  quote: z.string(),
  occurrence: z.int().min(1).default(1),
  note: z.string().optional(),
  verdict: z.strictObject({ status: z.enum(['verified', 'disputed', 'querying', 'waived']), reason: z.string(), waitingOn: z.enum(['author', 'source']).optional() }).optional(),
  evidence: z.array(z.union([
    z.strictObject({ stance: Stance, table: z.string(), places: z.array(z.string()), from: z.int(), to: z.int(), note: z.string() }),
    z.strictObject({ stance: Stance, reference: z.string(), note: z.string() }),
  ])).default([]),
  results: z.array(z.strictObject({ note: z.string(), result: SourceResult })).default([]),
  comments: z.array(z.string()).default([]),
})
type Assertion = z.infer<typeof Assertion>

export const SampleReview = z.strictObject({ title: z.string(), file: z.string(), reviewer: z.string(), clock: z.iso.datetime(), assertions: z.array(Assertion) })
type SampleReview = z.infer<typeof SampleReview>

const SETTING = 'sample'
/** Between two acts of the sample's reviewer, so that its history reads like a morning's work. Milliseconds. */
const BETWEEN_ACTS = 95_000

/**
 * Puts the sample on an empty desk, once: a data folder that ever had it, or that has an article, is left alone.
 * It is built in a database of its own through the services a person's clicks use (fixed clock, counted ids), then copied in one transaction,
 * so that two programs starting at once load it once and a killed one leaves nothing half-loaded.
 * @returns whether it was loaded now
 */
export async function loadSample(context: Context): Promise<boolean> {
  const decided = await context.db.setting.findUnique({ where: { key: SETTING } })
  if (decided) return false
  if ((await context.db.article.count()) > 0) {
    await context.db.setting.createMany({ data: [{ key: SETTING, value: 'not-loaded' }] })
    return false
  }
  const folder = await mkdtemp(join(tmpdir(), 'stet-sample-'))
  try {
    const db = await openDatabase(folder)
    try {
      await lendTables(context.db, db)
      await buildSample({ ...context, db, files: createFiles(folder) })
      return await copyArticle(db, context)
    } finally {
      await closeDatabase(db)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The rows of the bundled tables that the sample cites, and every exchange rate (a check reads them): a few hundred of tens of thousands. */
async function lendTables(from: Context['db'], to: Context['db']): Promise<void> {
  const { review } = await readSample()
  const cited = review.assertions.flatMap(({ evidence }) => evidence.flatMap((piece) => ('table' in piece ? piece : [])))
  await insertRows(to, 'ReferenceTable', await from.referenceTable.findMany())
  const rows = await from.referenceRow.findMany({ where: { OR: [{ tableId: EXCHANGE_RATES }, ...cited.map((piece) => ({ tableId: piece.table, place: { in: piece.places }, year: { gte: piece.from, lte: piece.to } }))] } })
  await insertRows(to, 'ReferenceRow', rows)
}
const EXCHANGE_RATES = 'exchange-rates-annual'

/** The shipped text and review state. */
export async function readSample(): Promise<{ text: Uint8Array; review: SampleReview }> {
  const folder = join(projectRoot(), 'prisma', 'sample')
  const [text, review] = await Promise.all([readFile(join(folder, 'article.txt')), readFile(join(folder, 'review.json'), 'utf8')])
  return { text, review: SampleReview.parse(JSON.parse(review)) }
}

/**
 * Imports the sample into `context`'s database and decides every assertion of its review.
 * The tables that it cites must be there. An assertion that reading did not find as a claim is added as a person would add it: by selecting its words.
 * @returns the claim of each assertion, by assertion id
 */
export async function buildSample(context: Context): Promise<Map<string, string>> {
  const { text, review } = await readSample()
  let time = Date.parse(review.clock)
  let count = 0
  const sample: Context = { ...context, actor: review.reviewer, now: () => new Date(time), newId: () => `sample-${String((count += 1)).padStart(5, '0')}` }
  const preview = await readImport(sample, text, { name: review.file })
  const { id: articleId } = await keepImport(sample, preview.id, { title: review.title, putBack: [] })
  await sample.db.article.update({ where: { id: articleId }, data: { sample: true } })
  const act = async (decision: DecisionInput) => {
    time += BETWEEN_ACTS
    return decide(sample, articleId, { act: sample.newId(), decision: Decision.parse(decision) })
  }
  const placed = new Map<string, string>()
  for (const assertion of review.assertions) placed.set(assertion.id, await place(sample, articleId, assertion, act))
  for (const assertion of review.assertions) await decideOn(sample, articleId, assertion, placed.get(assertion.id) ?? '', act)
  return placed
}

type Act = (decision: DecisionInput) => Promise<unknown>

/** The claim that stands for an assertion: one that holds its words, or that its words hold; else a new one. Exact first, then the closest in length. */
async function place(context: Context, articleId: string, assertion: Assertion, act: Act): Promise<string> {
  const draft = await context.db.draft.findFirstOrThrow({ where: { articleId }, select: { text: true } })
  const start = nthIndex(draft.text, assertion.quote, assertion.occurrence)
  if (start < 0) throw new AppError('internal', `The sample's assertion ${assertion.id} is not in its text: “${assertion.quote}”.`)
  const end = start + assertion.quote.length
  const find = async () => {
    const near = await context.db.claim.findMany({ where: { articleId, deletedAt: null, layer: 'true', start: { lt: end }, end: { gt: start } }, select: { id: true, start: true, end: true } })
    const fits = near.filter((claim) => Math.min(claim.end, end) - Math.max(claim.start, start) >= SAME_CLAIM * Math.max(claim.end - claim.start, end - start))
    return fits.sort((a, b) => Math.abs(a.start - start) + Math.abs(a.end - end) - (Math.abs(b.start - start) + Math.abs(b.end - end)))[0]?.id
  }
  const found = await find()
  if (found) return found
  await act({ kind: 'add-claim', span: { start, end } })
  const added = await context.db.claim.findFirst({ where: { articleId, deletedAt: null, start, end }, select: { id: true } })
  if (!added) throw new AppError('internal', `The sample's assertion ${assertion.id} could not be added.`)
  return added.id
}
/** Two extents are the same assertion when they share this part of the longer one: a clause more or a full stop less does not make another claim. */
const SAME_CLAIM = 0.6

const nthIndex = (text: string, words: string, occurrence: number): number => {
  let index = -1
  for (let found = 0; found < occurrence; found += 1) {
    index = text.indexOf(words, index + 1)
    if (index < 0) return -1
  }
  return index
}

/** Evidence first, then source results and notes, then the verdict that rests on them. */
async function decideOn(context: Context, articleId: string, assertion: Assertion, claimId: string, act: Act): Promise<void> {
  const version = async () => (await context.db.claim.findUniqueOrThrow({ where: { id: claimId }, select: { version: true } })).version
  for (const piece of assertion.evidence) {
    const source = 'table' in piece ? { kind: 'table' as const, table: await excerpt(context, piece) } : { kind: 'reference' as const, reference: piece.reference }
    await act({ kind: 'attach-evidence', claimId, stance: piece.stance, note: piece.note, source })
  }
  for (const { note, result } of assertion.results) {
    const { id } = await context.db.note.findFirstOrThrow({ where: { articleId, label: note }, select: { id: true } })
    await act({ kind: 'set-source-result', claimId, version: await version(), noteId: id, result })
  }
  for (const text of assertion.comments) await act({ kind: 'add-comment', claimId, text })
  if (assertion.verdict) await act({ kind: 'set-status', claimId, version: await version(), ...assertion.verdict })
}

async function excerpt(context: Context, given: { table: string; places: string[]; from: number; to: number }): Promise<TableExcerpt> {
  const table = (await listTables(context)).find((candidate) => candidate.id === given.table)
  if (!table) throw new AppError('internal', `The sample needs the table ${given.table}, which is not bundled.`)
  const rows = await getRows(context, given.table, { places: given.places.join(','), from: given.from, to: given.to })
  return { table: table.id, title: table.title, unit: table.unit, source: table.source, licence: table.licence, retrieved: table.retrieved, rows }
}

/** One transaction; the setting's primary key decides between two programs. Parents come before what points at them. */
async function copyArticle(from: Context['db'], context: Context): Promise<boolean> {
  const article = await from.article.findFirstOrThrow()
  const draft = await from.draft.findFirstOrThrow()
  const [sources, notes, works, claims, claimNotes, evidence, comments, findings, spans, runs, events] = await Promise.all([
    from.source.findMany(), from.note.findMany(), from.noteWork.findMany(), from.claim.findMany(), from.claimNote.findMany(), from.evidence.findMany(),
    from.comment.findMany(), from.finding.findMany(), from.findingSpan.findMany({ omit: { id: true } }), from.checkRun.findMany(), from.reviewEvent.findMany(),
  ])
  return context.db.$transaction(async (tx) => {
    if ((await tx.setting.findUnique({ where: { key: SETTING } })) || (await tx.article.count()) > 0) return false
    await tx.setting.create({ data: { key: SETTING, value: 'loaded' } })
    await tx.article.create({ data: article })
    await tx.draft.create({ data: draft as Prisma.DraftUncheckedCreateInput })
    await insertRows(tx, 'Source', sources)
    await insertRows(tx, 'Note', notes)
    await insertRows(tx, 'NoteWork', works)
    await insertRows(tx, 'Claim', claims)
    await insertRows(tx, 'ClaimNote', claimNotes)
    await insertRows(tx, 'Evidence', evidence)
    await insertRows(tx, 'Comment', comments)
    await insertRows(tx, 'Finding', findings)
    await insertRows(tx, 'FindingSpan', spans)
    await insertRows(tx, 'CheckRun', runs)
    await insertRows(tx, 'ReviewEvent', events)
    return true
  })
}
