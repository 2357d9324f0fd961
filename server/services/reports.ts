import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { AppError, revivedError, type PlainError } from '#shared/errors.ts'
import { buildReport } from '#shared/report/build-report.ts'
import type { Report, ReportFormat, ReportOptions } from '#shared/report/report.ts'
import type { Context } from '../context.ts'
import type { Database } from '../db/database.ts'
import { exporters } from '../exporters/index.ts'
import { articleOr404, getArticle } from './articles.ts'
import { claimViews } from './claims.ts'
import { listFindings } from './findings.ts'
import { articleHistory } from './history.ts'

/** A report as a file. `fileName` is safe on every file system. */
export interface ReportFile { bytes: Uint8Array; mediaType: string; fileName: string }
/** What the worker is asked for and what it answers. `folder` is the data folder it opens for itself. */
export interface ReportJob { folder: string; articleId: string; format: ReportFormat; options: ReportOptions }
export type ReportAnswer = { file: ReportFile } | { error: PlainError }

/** A report reads in several queries; when somebody decides meanwhile, it is read again, so that it never mixes two states. */
const READINGS = 5
/** Claims from which a report is written in a worker thread: below, it takes less time than starting one. */
const LONG = 1_500
/** Beside the build's entries, or beside their shared parts. Not there while the source runs under a test runner: then everything runs here. */
const WORKERS = ['./worker.js', '../worker.js'].map((place) => fileURLToPath(new URL(place, import.meta.url)))

/** The article's fact-check report as data. Throws AppError `not-found`. */
export async function buildArticleReport(context: Context, articleId: string, options: ReportOptions): Promise<Report> {
  for (let left = READINGS; ; left -= 1) {
    const head = await articleOr404(context.db, articleId)
    const [article, claims, findings, events] = await Promise.all([
      getArticle(context, articleId), claimViews(context.db, { articleId, deletedAt: null }), listFindings(context, articleId), articleHistory(context, articleId),
    ])
    const { events: count } = await articleOr404(context.db, articleId)
    if (count !== head.events && left > 1) continue
    const { number, name, sha256, importedAt, importedBy, words, url } = article.draft
    return buildReport({
      article: { id: articleId, title: article.title, headHash: head.headHash }, draft: { number, name, sha256, importedAt, importedBy, words, url },
      text: article.document.text, blocks: article.document.blocks, claims, notes: article.notes, findings, checks: article.checks, events,
    }, options)
  }
}

/**
 * The article's report as one file; a long one in a worker thread, so that the desk goes on answering. Throws AppError `not-found`, or `internal` where the worker died.
 */
export async function writeReport(context: Context, articleId: string, format: ReportFormat, options: ReportOptions): Promise<ReportFile> {
  await articleOr404(context.db, articleId)
  const worker = WORKERS.find((path) => existsSync(path))
  if (worker === undefined || (await context.db.claim.count({ where: { articleId } })) < LONG) return writeReportHere(context, articleId, format, options)
  return inTurn(async () => inWorker(worker, { folder: await folderOf(context.db), articleId, format, options }))
}

/** Writes the report in this thread. */
export async function writeReportHere(context: Context, articleId: string, format: ReportFormat, options: ReportOptions): Promise<ReportFile> {
  const exporter = exporters.find((candidate) => candidate.id === format)
  if (!exporter) throw new AppError('invalid-request', `There is no report as “${format}”. Formats are: ${exporters.map(({ id }) => id).join(', ')}.`, { format })
  const report = await buildArticleReport(context, articleId, options)
  return { bytes: await exporter.write(report), mediaType: exporter.mediaType, fileName: `${fileNameOf(report.article.title)}, fact-check.${exporter.extension}` }
}

/** Long titles are cut: file systems allow 255 bytes, and a Chinese letter takes three. */
const LONGEST_NAME = 60
const fileNameOf = (title: string): string => [...title.replace(/[^\p{L}\p{M}\p{N} ,.'’“”-]+/gu, ' ').replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '')].slice(0, LONGEST_NAME).join('').trim() || 'Article'

/** One long report at a time: each holds a whole article in memory. */
let last: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work)
  last = turn.catch(() => undefined)
  return turn
}

async function folderOf(db: Database): Promise<string> {
  const [main] = await db.$queryRaw<{ file: string }[]>`SELECT "file" FROM pragma_database_list WHERE "name" = 'main'`
  if (!main?.file) throw new AppError('internal', 'The database has no file, so no second thread can read it.')
  return dirname(main.file)
}

async function inWorker(entry: string, job: ReportJob): Promise<ReportFile> {
  const worker = new Worker(entry, { workerData: job })
  const answer = await new Promise<ReportAnswer>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', (error: Error) => reject(new AppError('internal', `The report could not be written: ${error.message}`)))
    worker.once('exit', (code) => reject(new AppError('internal', `The report could not be written: its thread ended with ${code} and no answer.`)))
  })
  if ('file' in answer) return answer.file
  throw revivedError(answer.error, 'internal')
}
