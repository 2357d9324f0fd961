import { join } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { LOCK_FILE } from './restore-swap.ts'

/** One open SQLite file, as the inspector uses it. `copyTo` is SQLite's online backup: whole, from the transaction this connection is in. */
export interface SqliteFile {
  all<T>(sql: string, params?: unknown[]): Promise<T[]>
  exec(sql: string): Promise<void>
  run(sql: string, params: unknown[]): Promise<void>
  copyTo(file: string): Promise<void>
  close(): Promise<void>
}
export type OpenSqlite = (file: string, mode: 'read' | 'write' | 'create') => Promise<SqliteFile>

/** Tables the backup adds to its copy. */
export const FILES_TABLE = 'stet_files'
export const FACTS_TABLE = 'stet_backup'

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Opens a file for one piece of work and closes it whatever happens. */
export async function withFile<T>(open: OpenSqlite, file: string, mode: 'read' | 'write' | 'create', work: (sqlite: SqliteFile) => Promise<T>): Promise<T> {
  const sqlite = await open(file, mode)
  try {
    return await work(sqlite)
  } finally {
    await sqlite.close()
  }
}

/**
 * Does a piece of work while holding the folder's lock (see folder-lock.ts): `shared` beside a desk, `alone` without one.
 * Throws AppError `database-busy` where the lock is not to be had.
 */
export async function withFolder<T>(open: OpenSqlite, folder: string, how: 'shared' | 'alone', work: () => Promise<T>): Promise<T> {
  return withFile(open, join(folder, LOCK_FILE), 'create', async (lock) => {
    if (how === 'alone') await lock.exec('PRAGMA busy_timeout = 500') // a desk does not let go by being waited for
    await lock.exec(how === 'shared' ? 'BEGIN; SELECT count(*) FROM sqlite_schema' : 'BEGIN EXCLUSIVE').catch((error: Error) => {
      if (!/SQLITE_BUSY/.test(error.message)) throw error
      throw new AppError('database-busy', how === 'alone' ? `A desk has the data folder ${folder} open. Stop it (and other Stet commands), then try again.` : `The data folder ${folder} is being restored. Wait until that is done.`)
    })
    return work()
  })
}

/** What SQLite's own checks say; both lists are empty for a sound file. */
export async function check(sqlite: SqliteFile): Promise<{ integrity: string[]; foreignKeys: string[] }> {
  const said = await sqlite.all<{ integrity_check: string }>('PRAGMA integrity_check')
  const integrity = said.map((row) => row.integrity_check).filter((message) => message !== 'ok')
  const broken = await sqlite.all<{ table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check')
  return { integrity, foreignKeys: broken.map(({ table, rowid, parent }) => `${table} row ${rowid ?? '?'} points at a ${parent} that is not there`) }
}

/** Rows of every table of Stet's (not SQLite's, Prisma's or the backup's own). */
export async function countRows(sqlite: SqliteFile): Promise<Record<string, number>> {
  const tables = await sqlite.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN ('_prisma_migrations', '${FILES_TABLE}', '${FACTS_TABLE}') ORDER BY name`)
  const counts: Record<string, number> = {}
  for (const { name } of tables) counts[name] = (await sqlite.all<{ n: number }>(`SELECT count(*) AS n FROM ${quoted(name)}`))[0]?.n ?? 0
  return counts
}

/** SHA-256 of the files records need (captures), and of those they merely know (the sources of drafts). */
export async function namedFiles(sqlite: SqliteFile): Promise<{ needed: string[]; known: string[] }> {
  const needed = await sqlite.all<{ sha256: string }>('SELECT DISTINCT sha256 FROM "Snapshot" WHERE sha256 IS NOT NULL ORDER BY sha256')
  const known = await sqlite.all<{ sha256: string }>('SELECT DISTINCT sha256 FROM "Draft" ORDER BY sha256')
  return { needed: needed.map((row) => row.sha256), known: known.map((row) => row.sha256) }
}
