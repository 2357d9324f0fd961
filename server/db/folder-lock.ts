import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import { finishRestore, isRestoreWaiting, LOCK_FILE } from './restore-swap.ts'

/** How long a start waits for a restore that is running, ms. */
const WAIT = 2_000

/**
 * Says "a desk has this folder open" to other processes: a shared lock on a tiny database of its own, which the operating system lets go of even when
 * the process is killed. Any number may hold it; `stet restore` needs the folder for itself. A restore that was killed half-way is finished first.
 * Returns the function that lets go. Throws AppError `database-busy` while a restore runs, `unavailable` where the lock file cannot be made.
 */
export function lockFolder(folder: string): () => void {
  if (isRestoreWaiting(folder)) {
    const alone = open(folder, 'BEGIN EXCLUSIVE')
    try {
      finishRestore(folder)
    } finally {
      alone.close()
    }
  }
  const shared = open(folder, 'BEGIN; SELECT count(*) FROM sqlite_schema')
  return () => {
    if (shared.open) shared.close()
  }
}

function open(folder: string, lock: string): Sqlite.Database {
  const file = join(folder, LOCK_FILE)
  let connection: Sqlite.Database | undefined
  try {
    connection = new Sqlite(file, { timeout: WAIT })
    connection.exec(lock)
    return connection
  } catch (error) {
    connection?.close()
    const busy = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
    if (busy) throw new AppError('database-busy', `The data folder ${folder} is being restored from a backup. Wait until that is done and start again.`)
    const why = existsSync(file) ? (error as Error).message : 'it cannot be made'
    throw new AppError('unavailable', `The lock file ${file} cannot be used (${why}). Check the folder's permissions, or choose another with STET_DATA.`)
  }
}
