import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import { MIGRATIONS, type Migration } from './migrations.ts'

/** How often and how long (ms) a busy file is tried again: two programs starting on one new folder contend for the switch to WAL, which does not wait by itself. */
const TRIES = 200
const PAUSE = 50
const BUSY_TIMEOUT = 5_000

/** Prisma's own table, so that its tools recognise the database. */
const RECORD_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

type Applied = { name: string; checksum: string }

/**
 * Brings the SQLite file up to the given migrations and returns the names applied now. Each migration and its record are one transaction;
 * with nothing pending it is one SELECT. Safe to run from several processes at once. Nothing else of this process may have the file open.
 * Throws AppError `database-newer` (unknown or different migrations), `database-damaged` (no database, not ours, corrupt), `database-busy`, `unavailable`.
 */
export async function migrate(file: string, migrations: readonly Migration[] = MIGRATIONS): Promise<string[]> {
  for (let left = TRIES; ; left--) {
    try {
      return attempt(file, migrations)
    } catch (error) {
      if (!isBusy(error) || left === 0) throw explained(file, error)
      await sleep(PAUSE)
    }
  }
}

function attempt(file: string, migrations: readonly Migration[]): string[] {
  const connection = new Sqlite(file, { timeout: BUSY_TIMEOUT })
  try {
    if (pending(file, connection, migrations).length === 0) return []
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = OFF') // a migration may rebuild a table others point at; checked before its commit
    const done: string[] = []
    for (;;) {
      const name = applyNext(file, connection, migrations)
      if (name === null) return done
      done.push(name)
    }
  } finally {
    connection.close()
  }
}

/** Applies the first pending migration, or returns null. Looks again inside the transaction: another process may have been quicker. */
function applyNext(file: string, connection: Sqlite.Database, migrations: readonly Migration[]): string | null {
  const transaction = connection.transaction((): string | null => {
    const next = pending(file, connection, migrations)[0]
    if (!next) return null
    connection.exec(RECORD_TABLE)
    connection.exec(next.sql)
    const broken = connection.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new AppError('database-damaged', `Migration ${next.name} would leave ${broken.length} rows pointing at nothing in ${file}. Nothing was changed; restore a backup, or run \`stet inspect\`.`)
    const insert = connection.prepare(`INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count") VALUES (?, ?, current_timestamp, ?, 1)`)
    insert.run(randomUUID(), next.checksum, next.name)
    return next.name
  })
  return transaction.immediate()
}

/** What is still to apply. Throws where the file holds something this build does not know. */
function pending(file: string, connection: Sqlite.Database, migrations: readonly Migration[]): readonly Migration[] {
  const applied = readApplied(file, connection)
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
  const strange = applied.find(({ name, checksum }) => known.get(name) !== checksum)
  if (strange) {
    const why = known.has(strange.name) ? `its migration ${strange.name} is not the one this version ships` : `it has the migration ${strange.name}, which this version does not know`
    throw new AppError('database-newer', `The database ${file} was made by another version of Stet: ${why}. Start the newer version, or choose another folder with STET_DATA.`, { migration: strange.name })
  }
  const done = new Set(applied.map(({ name }) => name))
  return migrations.filter(({ name }) => !done.has(name))
}

function readApplied(file: string, connection: Sqlite.Database): Applied[] {
  try {
    return connection.prepare<[], Applied>('SELECT migration_name AS name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL ORDER BY migration_name').all()
  } catch (error) {
    if (!/no such (?:table|column)/.test((error as Error).message)) throw error
  }
  const tables = connection.prepare<[], { n: number }>("SELECT count(*) AS n FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'").get()
  if (tables && tables.n > 0) throw new AppError('database-damaged', `${file} is an SQLite database, but not one of Stet's. Move it away, or choose another folder with STET_DATA.`)
  return []
}

const sqliteCode = (error: unknown): string => (error instanceof Sqlite.SqliteError ? error.code : '')
const isBusy = (error: unknown): boolean => /^SQLITE_(?:BUSY|LOCKED)/.test(sqliteCode(error))

function explained(file: string, error: unknown): unknown {
  if (error instanceof AppError) return error
  const code = sqliteCode(error)
  if (isBusy(error)) return new AppError('database-busy', `The database ${file} is held by another program. Wait for it, or close it, and start again.`)
  if (/^SQLITE_(?:NOTADB|CORRUPT)/.test(code)) return new AppError('database-damaged', `The database ${file} is damaged (${(error as Error).message}). Restore a backup with \`stet restore FILE\`, or move it away to begin anew.`)
  // The driver's own TypeError where the folder is missing.
  if (/^SQLITE_(?:CANTOPEN|READONLY|PERM|FULL|IOERR)/.test(code) || error instanceof TypeError) return new AppError('unavailable', `The database ${file} cannot be written (${(error as Error).message}). Check the folder's permissions and free space, or choose another with STET_DATA.`)
  return error
}
