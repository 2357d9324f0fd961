// The inspector: a process of its own, on another copy of SQLite than the one that wrote the file (two copies in one process would break each
// other's locks, sqlite.org/howtocorrupt.html 2.2.1). The only importer of `sqlite3`.
//   node inspect.js inspect --data FOLDER · backup --data FOLDER FILE · restore --data FOLDER FILE
import { parseArgs } from 'node:util'
import sqlite3 from 'sqlite3'
import { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { backup } from './backup.ts'
import { inspect } from './inspection.ts'
import type { InspectorAnswer } from './inspection-report.ts'
import { restore } from './restore.ts'
import type { OpenSqlite, SqliteFile } from './sqlite-file.ts'

/** How long the inspector waits for a lock of the desk, ms. */
const BUSY_TIMEOUT = 10_000

/** What the package's types leave out. */
interface Backup {
  step(pages: number, done: (error: Error | null) => void): void
  finish(done: (error: Error | null) => void): void
}
type WithBackup = sqlite3.Database & { backup(file: string, ready: (error: Error | null) => void): Backup }

const MODES = { read: sqlite3.OPEN_READONLY, write: sqlite3.OPEN_READWRITE, create: sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE }
const called = <T>(call: (done: (error: Error | null, value?: T) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => call((error, value) => (error ? reject(error) : resolve(value as T))))

const open: OpenSqlite = async (file, mode) => {
  const connection = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opening = new sqlite3.Database(file, MODES[mode], (error) => (error ? reject(error) : resolve(opening)))
  })
  connection.configure('busyTimeout', BUSY_TIMEOUT)
  const sqlite: SqliteFile = {
    all: <T>(sql: string, params: unknown[] = []) => called<T[]>((done) => connection.all<T>(sql, params, done)),
    exec: (sql) => called((done) => connection.exec(sql, done)),
    run: (sql, params) => called((done) => connection.run(sql, params, done)),
    async copyTo(target) {
      const copy = await new Promise<Backup>((resolve, reject) => {
        const starting = (connection as WithBackup).backup(target, (error) => (error ? reject(error) : resolve(starting)))
      })
      await called((done) => copy.step(-1, done))
      await called((done) => copy.finish(done))
    },
    close: () => called((done) => connection.close(done)),
  }
  return sqlite
}

const Arguments = z.union([
  z.object({ verb: z.literal('inspect'), folder: z.string().min(1), file: z.undefined() }),
  z.object({ verb: z.enum(['backup', 'restore']), folder: z.string().min(1), file: z.string().min(1) }),
])

async function answer(): Promise<InspectorAnswer> {
  try {
    const { positionals, values } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true })
    const given = Arguments.safeParse({ verb: positionals[0], folder: values.data, file: positionals[1] })
    if (!given.success) throw new AppError('invalid-request', 'Say: inspect --data FOLDER, or: backup|restore --data FOLDER FILE.')
    const { verb, folder, file } = given.data
    if (verb === 'inspect') return { report: await inspect(open, folder) }
    return { report: verb === 'backup' ? await backup(open, folder, file) : await restore(open, folder, file) }
  } catch (error) {
    const { code, message, details } = error instanceof AppError ? error : new AppError('internal', `The inspector failed: ${error instanceof Error ? error.message : String(error)}`)
    return { error: { code, message, details } }
  }
}

const line = await answer()
process.exitCode = 'error' in line ? 1 : 0
process.stdout.write(`${JSON.stringify(line)}\n`)
