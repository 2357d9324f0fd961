import type { z } from 'zod'
import { CheckedAnalysis } from '#shared/analysis.ts'
import { checks as contract } from '#shared/api/index.ts'
import { CheckRun } from '#shared/checks/check.ts'
import { describeChecks, runChecks } from '#shared/checks/run.ts'
import { AppError } from '#shared/errors.ts'
import type { Context } from '../context.ts'
import { storeFindings } from './findings.ts'
import { checkContext } from './tables.ts'

type CheckListing = z.infer<(typeof contract.list)['response']>

/** The catalogue of checks, and for each where it ran: which articles, how it ended, and how many findings are open and dismissed there. */
export async function listChecks({ db }: Context): Promise<CheckListing> {
  const runs = await db.checkRun.findMany({ include: { article: { select: { title: true } } }, orderBy: [{ at: 'desc' }, { articleId: 'asc' }] })
  const groups = await db.finding.groupBy({ by: ['articleId', 'checkId', 'state'], _count: { _all: true } })
  const counts = new Map(groups.map((group) => [`${group.articleId} ${group.checkId} ${group.state}`, group._count._all]))
  return contract.list.response.parse(describeChecks().map((check) => ({
    ...check,
    ran: runs.filter((run) => run.checkId === check.id).map(({ articleId, article, outcome, reason }) => ({
      articleId, title: article.title, outcome, reason, open: counts.get(`${articleId} ${check.id} open`) ?? 0, dismissed: counts.get(`${articleId} ${check.id} dismissed`) ?? 0,
    })),
  })))
}

/** What reading found in the article's current draft, read back from the record. Claims are rows of their own and no check's business. */
async function analysisOf({ db }: Context, articleId: string): Promise<CheckedAnalysis> {
  const draft = await db.draft.findFirst({ where: { articleId }, orderBy: { number: 'desc' }, include: { article: { select: { title: true } } } })
  if (draft === null) throw new AppError('not-found', `There is no article ${articleId}. It may have been deleted.`)
  const { text, blocks, marks, segments, citations, orphans, facts, warnings, language } = draft
  return CheckedAnalysis.parse({
    document: { title: draft.article.title, text, blocks, marks, warnings: [], ...(language !== null && { language }) }, segments, citations, orphans, facts, claims: [], warnings,
  })
}

/**
 * Runs every check over the article's current draft again and stores what they found; dismissals survive, findings that no longer fire are resolved.
 * Returns how each check ended. Throws AppError `not-found`.
 */
export async function rerunChecks(context: Context, articleId: string): Promise<CheckRun[]> {
  const result = runChecks(await analysisOf(context, articleId), await checkContext(context))
  await context.db.$transaction((transaction) => storeFindings(transaction, context, articleId, result))
  return result.runs
}
