import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { Inspection, StoredFiles } from './inspection-report.ts'
import { check, countRows, namedFiles, withFile, withFolder, type OpenSqlite } from './sqlite-file.ts'
import { hashFile, listStored, pathOf } from './stored-files.ts'

/** The database of a folder, or AppError `not-found`. */
export function databaseOf(folder: string): string {
  const file = join(folder, 'stet.db')
  if (!existsSync(file)) throw new AppError('not-found', `There is no Stet database in ${folder}. Name the data folder with --data or STET_DATA.`)
  return file
}

/** What SQLite says of a file it cannot read. */
export function damaged(file: string, error: unknown): AppError {
  return new AppError('database-damaged', `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}. Restore a backup with \`stet restore FILE\`.`)
}

/**
 * Reads a data folder through, also while a desk has it open: SQLite's integrity and foreign-key checks, every stored file hashed again, files that records need
 * and that are not there. Changes nothing. Throws AppError `not-found`, `database-busy` (a restore is running), `database-damaged` (nothing can be read at all).
 */
export async function inspect(open: OpenSqlite, folder: string): Promise<Inspection> {
  const file = databaseOf(folder)
  return withFolder(open, folder, 'shared', async () => {
    const { checks, counts, named } = await withFile(open, file, 'read', async (sqlite) => {
      const checks = await check(sqlite)
      await sqlite.exec('BEGIN')
      return { checks, counts: await countRows(sqlite), named: await namedFiles(sqlite) }
    }).catch((error: unknown) => {
      throw damaged(file, error)
    })
    const files = await inspectFiles(folder, named)
    const sound = checks.integrity.length + checks.foreignKeys.length + files.changed.length + files.missing.length === 0
    return { verb: 'inspect', folder, sound, ...checks, counts, files }
  })
}

async function inspectFiles(folder: string, { needed, known }: { needed: string[]; known: string[] }): Promise<StoredFiles> {
  const stored = await listStored(folder)
  const there = new Set(stored)
  const named = new Set([...needed, ...known])
  const changed: string[] = []
  let bytes = 0
  for (const sha256 of stored) {
    const found = await hashFile(pathOf(folder, sha256))
    bytes += found.bytes
    if (found.sha256 !== sha256) changed.push(sha256)
  }
  return { count: stored.length, bytes, changed, missing: needed.filter((sha256) => !there.has(sha256)), unused: stored.filter((sha256) => !named.has(sha256)) }
}
