import type { ArticleSummary, ArticleView } from '#shared/api/index.ts'
import { AppError } from '#shared/errors.ts'
import { Severity } from '#shared/checks/check.ts'
import { Status, type Tally } from '#shared/review/index.ts'
import type { Context } from '../context.ts'
import type { Database, Transaction } from '../db/database.ts'
import { noteRecord, WITH_WORKS } from './records.ts'

/** The article's row, or AppError `not-found`. */
export async function articleOr404(db: Database | Transaction, articleId: string) {
  const article = await db.article.findUnique({ where: { id: articleId } })
  if (!article) throw new AppError('not-found', `No article ${articleId} on this desk. It may have been deleted; the list shows what is here.`, { articleId })
  return article
}

/** Every status with its count, zeros included. */
export const tallyOf = (counts: readonly { status: string; count: number }[]): Tally =>
  Object.fromEntries(Status.options.map((status) => [status, counts.find((entry) => entry.status === status)?.count ?? 0])) as Tally

/** Articles, last changed first, each with its tally. Four queries however many there are. */
export async function listArticles({ db }: Context, only?: { id: string }): Promise<ArticleSummary[]> {
  const where = only ? { articleId: only.id } : {}
  const [articles, tallies, findings, notes] = await Promise.all([
    db.article.findMany({ where: only ?? {}, orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }], include: { drafts: { orderBy: { number: 'desc' }, take: 1, select: { number: true, name: true, importedAt: true, words: true } } } }),
    db.claim.groupBy({ by: ['articleId', 'status'], where: { ...where, deletedAt: null }, _count: { _all: true } }),
    db.finding.groupBy({ by: ['articleId', 'severity'], where: { ...where, state: 'open' }, _count: { _all: true } }),
    db.note.groupBy({ by: ['articleId'], where, _count: { _all: true } }),
  ])
  return articles.map((article): ArticleSummary => {
    const draft = article.drafts[0]
    const counts = tallies.filter((entry) => entry.articleId === article.id).map((entry) => ({ status: entry.status, count: entry._count._all }))
    return {
      id: article.id, title: article.title, sample: article.sample, createdAt: article.createdAt.toISOString(), updatedAt: article.updatedAt.toISOString(), lastActor: article.lastActor,
      draft: { number: draft?.number ?? 1, name: draft?.name ?? '', importedAt: (draft?.importedAt ?? article.createdAt).toISOString(), words: draft?.words ?? 0, notes: notes.find((entry) => entry.articleId === article.id)?._count._all ?? 0 },
      claims: counts.reduce((sum, entry) => sum + entry.count, 0), tally: tallyOf(counts),
      findings: Object.fromEntries(Severity.options.map((severity) => [severity, findings.find((entry) => entry.articleId === article.id && entry.severity === severity)?._count._all ?? 0])) as ArticleSummary['findings'],
    }
  })
}

/** One article's summary. Throws `not-found`. */
export async function getSummary(context: Context, articleId: string): Promise<ArticleSummary> {
  await articleOr404(context.db, articleId)
  const [summary] = await listArticles(context, { id: articleId })
  if (!summary) throw new AppError('not-found', `No article ${articleId} on this desk.`, { articleId })
  return summary
}

/** The current draft: the highest number. What analysis read off it is left out: it is many times the text, and the desk does not show it. */
export const currentDraft = (db: Database | Transaction, articleId: string) =>
  db.draft.findFirstOrThrow({ where: { articleId }, orderBy: { number: 'desc' }, omit: { segments: true, citations: true, orphans: true, facts: true } })
/** Its id alone, for acts that need no word of the text. */
export const currentDraftId = async (db: Database | Transaction, articleId: string): Promise<string> =>
  (await db.draft.findFirstOrThrow({ where: { articleId }, orderBy: { number: 'desc' }, select: { id: true } })).id

export async function getArticle({ db }: Context, articleId: string): Promise<ArticleView> {
  const article = await articleOr404(db, articleId)
  const draft = await currentDraft(db, articleId)
  const [notes, runs] = await Promise.all([
    db.note.findMany({ where: { draftId: draft.id }, orderBy: { position: 'asc' }, include: WITH_WORKS }),
    db.checkRun.findMany({ where: { articleId }, orderBy: { checkId: 'asc' } }),
  ])
  return {
    id: article.id, title: article.title, sample: article.sample, createdAt: article.createdAt.toISOString(), updatedAt: article.updatedAt.toISOString(),
    draft: { id: draft.id, number: draft.number, name: draft.name, mediaType: draft.mediaType, sha256: draft.sha256, importedAt: draft.importedAt.toISOString(), importedBy: draft.importedBy, words: draft.words, url: draft.url },
    document: { title: article.title, text: draft.text, blocks: draft.blocks, marks: draft.marks, warnings: draft.warnings, ...(draft.language && { language: draft.language }), ...(draft.pages && { pages: draft.pages }), ...(draft.changes && { changes: draft.changes }), ...(draft.comments && { comments: draft.comments }) } as unknown as ArticleView['document'],
    notes: notes.map(noteRecord),
    checks: runs.map(({ checkId, outcome, reason, count }) => ({ checkId, outcome, reason, count })) as ArticleView['checks'],
  }
}

/** Deletes an article with its review, for good, and the captures and files that no other article uses. */
export async function deleteArticle(context: Context, articleId: string): Promise<void> {
  const orphaned = await context.db.$transaction(async (tx) => {
    await articleOr404(tx, articleId)
    const used = await tx.evidence.findMany({ where: { articleId, snapshotId: { not: null } }, select: { snapshotId: true }, distinct: ['snapshotId'] })
    await tx.article.delete({ where: { id: articleId } })
    const ids = used.flatMap(({ snapshotId }) => snapshotId ?? [])
    const left = await tx.snapshot.findMany({ where: { id: { in: ids }, evidence: { none: {} } }, select: { id: true, sha256: true } })
    await tx.snapshot.deleteMany({ where: { id: { in: left.map(({ id }) => id) } } })
    const hashes = [...new Set(left.flatMap(({ sha256 }) => sha256 ?? []))]
    const shared = await tx.snapshot.findMany({ where: { sha256: { in: hashes } }, select: { sha256: true } })
    return hashes.filter((hash) => !shared.some((other) => other.sha256 === hash))
  })
  for (const sha256 of orphaned) await context.files.remove(sha256)
}
