import type { Analysis } from '#shared/analysis.ts'
import type { CheckRun, FindingDraft } from '#shared/checks/check.ts'
import { runChecks } from '#shared/checks/run.ts'
import type { ChangesView } from '#shared/document/document.ts'
import { withCompanion } from '#shared/document/companion.ts'
import { analyse } from '#shared/pipeline.ts'
import type { Context } from '../context.ts'
import { readDocument } from '../importers/index.ts'
import { checkContext } from './tables.ts'

/**
 * What reading finds in a file. `view` says which state of tracked changes is read. `notes` is a second file that holds the notes of the first (the endnotes of a book beside its chapter).
 * Needs no database and keeps nothing. Throws AppError `unreadable`, `unsupported-format`, `too-large`.
 */
export async function analyseFile(bytes: Uint8Array, given: { name: string, view?: ChangesView, notes?: { bytes: Uint8Array, name: string } }): Promise<Analysis> {
  const { document } = await readDocument(bytes, given)
  if (!given.notes) return analyse(document)
  const companion = await readDocument(given.notes.bytes, given.notes)
  return analyse(withCompanion(document, companion.document))
}

/** What the checks find in a file, looked up in the folder's reference tables. Keeps nothing. Throws what reading throws. */
export async function checkFile(context: Context, bytes: Uint8Array, given: { name: string; view?: ChangesView }): Promise<{ analysis: Analysis; findings: FindingDraft[]; runs: CheckRun[] }> {
  const analysis = await analyseFile(bytes, given)
  return { analysis, ...runChecks(analysis, await checkContext(context)) }
}
