import type { CheckRun, FindingDraft } from '#shared/checks/check.ts'
import type { FindingView } from '#shared/review/index.ts'
import type { Context } from '../context.ts'
import { insertRows } from '../db/bulk.ts'
import type { Transaction } from '../db/database.ts'
import { articleOr404 } from './articles.ts'
import { findingView } from './records.ts'

/**
 * Stores what the checks found. A finding is known by its fingerprint: a dismissal with its reason survives the re-run; one that no longer fires
 * becomes `resolved` and keeps its reason, so that it comes back as it was: open, or dismissed. Which checks ran, did not apply or crashed is stored too:
 * silence alone means nothing.
 */
export async function storeFindings(tx: Transaction, context: Context, articleId: string, { findings, runs }: { findings: readonly FindingDraft[]; runs: readonly CheckRun[] }): Promise<void> {
  const known = new Map((await tx.finding.findMany({ where: { articleId }, select: { id: true, checkId: true, fingerprint: true, state: true, decidedBy: true } })).map((row) => [row.fingerprint, row]))
  const crashed = new Set(runs.filter((run) => run.outcome === 'crashed').map((run) => run.checkId))
  const fired = new Set(findings.map((finding) => finding.fingerprint))
  const drafts = findings.map((finding) => ({ finding, id: known.get(finding.fingerprint)?.id ?? context.newId() }))
  const row = ({ finding, id }: (typeof drafts)[number]) => ({
    id, articleId, checkId: finding.checkId, severity: finding.severity, fingerprint: finding.fingerprint, what: finding.what, why: finding.why, todo: finding.todo, data: finding.data,
    start: finding.primary.start, end: finding.primary.end, related: finding.related,
  })
  await insertRows(tx, 'Finding', drafts.filter(({ finding }) => !known.has(finding.fingerprint)).map(row))
  for (const draft of drafts.filter(({ finding }) => known.has(finding.fingerprint))) {
    const before = known.get(draft.finding.fingerprint)
    await tx.finding.update({ where: { id: draft.id }, data: { ...row(draft), ...(before?.state === 'resolved' && { state: before.decidedBy ? 'dismissed' : 'open' }) } })
  }
  // A check that crashed found nothing either way: what it found before stays as it was.
  const gone = [...known.values()].filter((row) => row.state !== 'resolved' && !fired.has(row.fingerprint) && !crashed.has(row.checkId)).map((row) => row.id)
  await tx.finding.updateMany({ where: { id: { in: gone } }, data: { state: 'resolved' } })
  await tx.findingSpan.deleteMany({ where: { findingId: { in: drafts.map(({ id }) => id) } } })
  await insertRows(tx, 'FindingSpan', drafts.flatMap(({ finding, id }) => [finding.primary, ...finding.related.map((related) => related.span)].map(({ start, end }) => ({ findingId: id, articleId, start, end }))))
  await tx.checkRun.deleteMany({ where: { articleId } })
  await insertRows(tx, 'CheckRun', runs.map((run) => ({ articleId, ...run, at: context.now() })))
}

/** Open and dismissed findings in text order. */
export async function listFindings({ db }: Context, articleId: string): Promise<FindingView[]> {
  await articleOr404(db, articleId)
  return (await db.finding.findMany({ where: { articleId, state: { not: 'resolved' } }, orderBy: [{ start: 'asc' }, { id: 'asc' }] })).map(findingView)
}
