import type { Analysis } from '#shared/analysis.ts'
import type { CheckRun, FindingDraft } from '#shared/checks/check.ts'
import { runChecks } from '#shared/checks/run.ts'
import { analyse } from '#shared/pipeline.ts'
import type { Context } from '../context.ts'
import { readDocument } from '../importers/index.ts'
import { checkContext } from './tables.ts'

/** What reading finds in a file. Needs no database and keeps nothing. Throws AppError `unreadable`, `unsupported-format`, `too-large`. */
export async function analyseFile(bytes: Uint8Array, given: { name: string }): Promise<Analysis> {
  return analyse((await readDocument(bytes, given)).document)
}

/** What the checks find in a file, looked up in the folder's reference tables. Keeps nothing. Throws what reading throws. */
export async function checkFile(context: Context, bytes: Uint8Array, given: { name: string }): Promise<{ analysis: Analysis; findings: FindingDraft[]; runs: CheckRun[] }> {
  const analysis = await analyseFile(bytes, given)
  return { analysis, ...runChecks(analysis, await checkContext(context)) }
}
