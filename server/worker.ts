import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { AppError, plainError } from '#shared/errors.ts'
import type { Context } from './context.ts'
import { closeDatabase, openDatabase } from './db/database.ts'
import { writeReportHere, type ReportAnswer, type ReportJob } from './services/reports.ts'
import { createFiles } from './sources/files.ts'

/** Entry of the worker thread: one long report on connections of its own, then it ends. It never writes to the database and never reaches the network. */
const answer = async ({ folder, articleId, format, options }: ReportJob): Promise<ReportAnswer> => {
  const db = await openDatabase(folder)
  const context: Context = {
    db, files: createFiles(folder), now: () => new Date(), newId: () => randomUUID(), actor: null,
    web: { fetch: async (url) => { throw new AppError('capture-failed', `A report fetches nothing, and was asked for ${url}.`) } },
  }
  try {
    return { file: await writeReportHere(context, articleId, format, options) }
  } finally {
    await closeDatabase(db)
  }
}

const failed = (error: unknown): ReportAnswer => ({ error: plainError(error, (message) => new AppError('internal', `The report could not be written: ${message}`)) })

parentPort?.postMessage(await answer(workerData as ReportJob).catch(failed))
