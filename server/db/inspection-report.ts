import { z } from 'zod'

/** Rows per table, Stet's own tables only. */
export const Counts = z.record(z.string(), z.number().int())
export type Counts = z.infer<typeof Counts>

/** Stored files by their SHA-256. `unused`: no record names them any more; harmless. */
export const StoredFiles = z.object({
  count: z.number().int(),
  bytes: z.number().int(),
  changed: z.array(z.string()),
  missing: z.array(z.string()),
  unused: z.array(z.string()),
})
export type StoredFiles = z.infer<typeof StoredFiles>

/** What `stet inspect` found. `sound`: nothing damaged, nothing pointing at nothing, every stored file there and unchanged. */
export const Inspection = z.object({
  verb: z.literal('inspect'),
  folder: z.string(),
  sound: z.boolean(),
  integrity: z.array(z.string()),
  foreignKeys: z.array(z.string()),
  counts: Counts,
  files: StoredFiles,
})
export type Inspection = z.infer<typeof Inspection>

/** A backup that was written, opened again and compared. `left`: stored files that could not go in, because they are missing or changed. */
export const BackupReport = z.object({ verb: z.literal('backup'), file: z.string(), bytes: z.number().int(), sha256: z.string(), counts: Counts, files: z.number().int(), left: z.array(z.string()) })
export type BackupReport = z.infer<typeof BackupReport>

/** A backup that was verified and put in the place of the folder's data. `left`: stored files the backup says it could not hold. */
export const RestoreReport = z.object({ verb: z.literal('restore'), file: z.string(), folder: z.string(), counts: Counts, files: z.number().int(), left: z.array(z.string()) })
export type RestoreReport = z.infer<typeof RestoreReport>

/** One line of JSON on the inspector's standard output. */
export const InspectorAnswer = z.union([
  z.object({ report: z.discriminatedUnion('verb', [Inspection, BackupReport, RestoreReport]) }),
  z.object({ error: z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) }) }),
])
export type InspectorAnswer = z.infer<typeof InspectorAnswer>
