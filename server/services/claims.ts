import { AppError } from '#shared/errors.ts'
import { describe } from '#shared/anchor/describe.ts'
import { overlaps, trimmed } from '#shared/document/document.ts'
import { isSupported, notesCarrying, statementAt, type ClaimSummary, type ClaimView, type FindingView, type NoteRecord } from '#shared/review/index.ts'
import type { Context } from '../context.ts'
import type { Database, Transaction } from '../db/database.ts'
import { Prisma } from '../db/generated/client.ts'
import { articleOr404, currentDraft } from './articles.ts'
import { claimNoteRecord, claimRecord, commentRecord, eventRecord, evidenceRecord, findingView, noteRecord, WITH_WORKS } from './records.ts'
import { snapshotView } from './snapshots.ts'

/**
 * Claims as lists and the sheet need them, in text order, outer before inner. The desk's hottest read: SQLite builds each claim's JSON, since Prisma's own
 * work is most of a long list (5,000 claims); one row each, since one long string costs more to hand over than its parts. A finding is looked for only
 * where a claim as long as the longest could reach it.
 */
export async function summaries(db: Database | Transaction, articleId: string, ids?: readonly string[]): Promise<ClaimSummary[]> {
  // A plus sign keeps the article's index out of it: a few claims are found by their ids, not by walking the whole article.
  const which = ids
    ? Prisma.sql`+c."articleId" = ${articleId} AND +c."deletedAt" IS NULL AND c."id" IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
    : Prisma.sql`c."articleId" = ${articleId} AND c."deletedAt" IS NULL`
  const rows = await db.$queryRaw<{ claim: string }[]>`
    WITH live AS (SELECT * FROM "Claim" c WHERE ${which}),
    longest AS MATERIALIZED (SELECT max("end" - "start") AS chars FROM live),
    doubts AS MATERIALIZED (
      SELECT l."id" AS "claimId", count(DISTINCT f."id") AS doubts FROM longest, "Finding" f JOIN "FindingSpan" s ON s."findingId" = f."id"
      JOIN live l ON l."start" < s."end" AND s."start" < l."end" AND l."start" >= s."start" - longest.chars
      WHERE f."articleId" = ${articleId} AND f."state" = 'open' GROUP BY l."id")
    SELECT json_object(
      'id', l."id", 'number', l."number", 'span', json_object('start', l."start", 'end', l."end"), 'statement', l."statement", 'needsContext', json(iif(l."needsContext", 'true', 'false')),
      'kinds', json(l."kinds"), 'layer', l."layer", 'quotationId', l."quotationId", 'speaker', json(coalesce(l."speaker", 'null')), 'score', l."score", 'status', l."status", 'version', l."version",
      'notes', json((
        SELECT json_group_array(json_object('noteId', n."id", 'label', n."label", 'result', cn."result") ORDER BY n."position")
        FROM "ClaimNote" cn JOIN "Note" n ON n."id" = cn."noteId" WHERE cn."claimId" = l."id" AND cn."deletedAt" IS NULL)),
      'findings', coalesce(doubts.doubts, 0),
      'evidence', (SELECT count(*) FROM "Evidence" e WHERE e."claimId" = l."id" AND e."deletedAt" IS NULL),
      'comments', (SELECT count(*) FROM "Comment" m WHERE m."claimId" = l."id" AND m."deletedAt" IS NULL),
      'supported', json(iif(
        EXISTS (SELECT 1 FROM "ClaimNote" cn WHERE cn."claimId" = l."id" AND cn."deletedAt" IS NULL AND cn."result" = 'supports')
        OR EXISTS (SELECT 1 FROM "Evidence" e WHERE e."claimId" = l."id" AND e."deletedAt" IS NULL AND e."stance" = 'supports'), 'true', 'false'))
    ) AS claim
    FROM live l LEFT JOIN doubts ON doubts."claimId" = l."id" ORDER BY l."start", l."end" DESC, l."id"`
  return rows.map((row) => JSON.parse(row.claim) as ClaimSummary)
}

export async function listClaims(context: Context, articleId: string): Promise<ClaimSummary[]> {
  await articleOr404(context.db, articleId)
  return summaries(context.db, articleId)
}

/** Everything about one live claim. Throws `not-found`. */
export async function getClaim(context: Context, claimId: string): Promise<ClaimView> {
  const [view] = await claimViews(context.db, { id: claimId, deletedAt: null })
  if (!view) throw new AppError('not-found', 'No such claim in this article. It may have been deleted or merged; the article’s history keeps it.', { claimId })
  return view
}

/** Views of many claims at once, in text order, with as many queries as of one. `history` is newest first. */
export async function claimViews(db: Database | Transaction, where: Prisma.ClaimWhereInput): Promise<ClaimView[]> {
  const rows = await db.claim.findMany({
    where, orderBy: [{ start: 'asc' }, { end: 'desc' }, { id: 'asc' }],
    include: {
      notes: { where: { deletedAt: null }, include: { note: { include: WITH_WORKS } }, orderBy: { note: { position: 'asc' } } },
      evidence: { where: { deletedAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], include: { snapshot: true } },
      comments: { where: { deletedAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
    },
  })
  const articles = [...new Set(rows.map((row) => row.articleId))]
  const ids = rows.length === 1 ? rows.map((row) => row.id) : null
  const [findings, events] = await Promise.all([
    db.finding.findMany({ where: { articleId: { in: articles }, state: { not: 'resolved' } }, orderBy: [{ start: 'asc' }, { id: 'asc' }] }),
    db.reviewEvent.findMany({ where: { articleId: { in: articles }, claimId: ids ? { in: ids } : { not: null } }, orderBy: { sequence: 'desc' } }),
  ])
  const byClaim = new Map<string | null, ClaimView['history']>()
  for (const event of events.map(eventRecord)) {
    const known = byClaim.get(event.claimId)
    if (known) known.push(event)
    else byClaim.set(event.claimId, [event])
  }
  const found = findings.map(findingView)
  return rows.map(({ notes, evidence, comments, ...row }): ClaimView => {
    const claim = claimRecord(row)
    const pieces = evidence.map(({ snapshot, ...piece }) => ({ ...evidenceRecord(piece), snapshot: snapshot ? snapshotView(snapshot) : null }))
    return {
      claim,
      notes: notes.map((entry) => ({ note: noteRecord(entry.note), result: entry.result as ClaimView['notes'][number]['result'], resultBy: entry.resultBy, resultAt: entry.resultAt?.toISOString() ?? null })),
      evidence: pieces, comments: comments.map(commentRecord),
      findings: found.filter((finding) => touches(finding, claim.span)),
      history: byClaim.get(claim.id) ?? [],
      supported: isSupported(pieces, notes.map((entry) => claimNoteRecord(entry))),
    }
  })
}

/** Whether a finding is about these words: any of its places overlaps them. */
const touches = (finding: FindingView, span: { start: number; end: number }): boolean => overlaps(finding.primary, span) || finding.related.some((related) => overlaps(related.span, span))

/** What a selection would become as a claim. */
export async function previewClaim({ db }: Context, articleId: string, given: { start: number; end: number }): Promise<{ span: { start: number; end: number }; quote: string; statement: string; notes: string[] }> {
  await articleOr404(db, articleId)
  const draft = await currentDraft(db, articleId)
  const span = trimmed(draft.text, { start: given.start, end: Math.min(given.end, draft.text.length) })
  if (span.start >= span.end) throw new AppError('invalid-request', 'The selection holds no words. Select at least one word.', { ...given })
  const notes = (await db.note.findMany({ where: { draftId: draft.id }, orderBy: { position: 'asc' }, include: WITH_WORKS })).map(noteRecord) satisfies NoteRecord[]
  const carrying = new Set(notesCarrying(notes, span))
  const { quote } = describe(draft.text, span)
  return { span, quote, statement: statementAt(draft.text, notes, span), notes: notes.filter((note) => carrying.has(note.id)).map((note) => note.label) }
}
