import { createHash } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { open as openFile, readFile, rename, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { BackupReport } from './inspection-report.ts'
import { damaged, databaseOf } from './inspection.ts'
import { check, countRows, FACTS_TABLE, FILES_TABLE, namedFiles, withFile, withFolder, type OpenSqlite, type SqliteFile } from './sqlite-file.ts'
import { hashFile, listStored, pathOf } from './stored-files.ts'

/**
 * A backup is one file: an SQLite database (the desk's, with the stored files in a table `stet_files` and what was counted in `stet_backup`), and behind it
 * this line with the SHA-256 of everything before it. SQLite does not mind the line, so any SQLite program opens a backup.
 */
const SEAL = /^\nStet backup 1 sha256 ([0-9a-f]{64})\n$/
const SEAL_LENGTH = '\nStet backup 1 sha256 \n'.length + 64

/** What a backup says of itself. */
export interface BackupFacts {
  counts: Record<string, number>
  files: number
  left: string[]
}

/**
 * Writes a backup of a data folder into one new file, also while a desk is in use (one moment of the database; everything acknowledged before the call is in it).
 * The written file is opened again and compared. Throws AppError `invalid-request` (the file exists), `not-found`, `database-damaged`, `unavailable`.
 */
export async function backup(open: OpenSqlite, folder: string, given: string): Promise<BackupReport> {
  const database = databaseOf(folder)
  const file = resolve(given)
  if (existsSync(file)) throw new AppError('invalid-request', `${file} exists already, and a backup overwrites nothing. Choose another name.`)
  const aside = `${file}.partial`
  const clear = () => ['', '-journal', '-wal', '-shm'].forEach((end) => rmSync(`${aside}${end}`, { force: true }))
  clear()
  try {
    return await withFolder(open, folder, 'shared', async () => {
      const counts = await copyDatabase(open, database, aside)
      const { files, left } = await withFile(open, aside, 'write', (copy) => addFiles(copy, folder, counts))
      await seal(aside)
      const facts = await withFile(open, aside, 'read', (copy) => verifyContent(copy, aside))
      if (facts.files !== files || JSON.stringify(facts.counts) !== JSON.stringify(counts)) throw new AppError('internal', `The backup read back differs from what was written. Nothing was kept; try another disk than that of ${file}.`)
      const sealed = await readSeal(aside)
      await rename(aside, file)
      return { verb: 'backup', file, bytes: (await stat(file)).size, sha256: sealed.sha256, counts, files, left }
    })
  } catch (error) {
    clear()
    throw error
  }
}

/** The database at one moment, in rollback mode so that it is one file. Returns the rows counted at that same moment. */
async function copyDatabase(open: OpenSqlite, database: string, target: string): Promise<Record<string, number>> {
  const counts = await withFile(open, database, 'read', async (source) => {
    await source.exec('BEGIN')
    const counted = await countRows(source)
    await source.copyTo(target).catch((error: Error) => {
      if (/CANTOPEN|unable to open|READONLY|FULL/.test(error.message)) throw new AppError('unavailable', `${target} cannot be written: ${error.message}. Choose another place for the backup.`)
      throw error
    })
    return counted
  }).catch((error: unknown) => {
    throw error instanceof AppError ? error : damaged(database, error)
  })
  await withFile(open, target, 'write', (copy) => copy.exec('PRAGMA journal_mode = DELETE'))
  return counts
}

/** Stored files are written before the records that name them, so those of the copied moment are there by now. */
async function addFiles(copy: SqliteFile, folder: string, counts: Record<string, number>): Promise<{ files: number; left: string[] }> {
  const { needed } = await namedFiles(copy)
  const stored = await listStored(folder)
  const there = new Set(stored)
  const left = needed.filter((sha256) => !there.has(sha256))
  await copy.exec(`CREATE TABLE ${FILES_TABLE} (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL); CREATE TABLE ${FACTS_TABLE} (facts TEXT NOT NULL); BEGIN`)
  let files = 0
  for (const sha256 of stored) {
    const bytes = await readFile(pathOf(folder, sha256)).catch(() => null)
    if (bytes && createHash('sha256').update(bytes).digest('hex') === sha256) {
      await copy.run(`INSERT INTO ${FILES_TABLE} VALUES (?, ?)`, [sha256, bytes])
      files++
    } else if (bytes || needed.includes(sha256)) left.push(sha256) // otherwise taken away since it was listed, and no record misses it
  }
  const facts: BackupFacts = { counts, files, left }
  await copy.run(`INSERT INTO ${FACTS_TABLE} VALUES (?)`, [JSON.stringify(facts)])
  await copy.exec('COMMIT')
  return { files, left }
}

async function seal(file: string): Promise<void> {
  const { sha256 } = await hashFile(file)
  const handle = await openFile(file, 'a')
  try {
    await handle.write(`\nStet backup 1 sha256 ${sha256}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Length of the database inside a backup, in bytes, and its SHA-256. Throws AppError `unreadable` where the seal is missing or does not fit. */
export async function readSeal(file: string): Promise<{ length: number; sha256: string }> {
  const size = await stat(file).then((found) => found.size, () => -1)
  if (size < 0) throw new AppError('not-found', `There is no file ${file}. Name a backup that \`stet backup\` wrote.`)
  const handle = await openFile(file, 'r')
  const length = size - SEAL_LENGTH
  try {
    const { buffer } = length > 0 ? await handle.read(Buffer.alloc(SEAL_LENGTH), 0, SEAL_LENGTH, length) : { buffer: Buffer.alloc(0) }
    const sha256 = SEAL.exec(buffer.toString('latin1'))?.[1]
    if (!sha256) throw new AppError('unreadable', `${file} is not a whole backup of Stet's: its seal is missing. It was cut short, changed, or is another kind of file. Use another backup.`)
    if ((await hashFile(file, length)).sha256 !== sha256) throw new AppError('unreadable', `${file} has changed since it was written: its contents do not fit its seal. Use another backup.`)
    return { length, sha256 }
  } finally {
    await handle.close()
  }
}

/** Checks an opened backup: integrity, foreign keys, the rows and files it says it holds, every file's hash. Throws AppError `unreadable`. */
export async function verifyContent(copy: SqliteFile, file: string): Promise<BackupFacts> {
  const refuse = (what: string): never => {
    throw new AppError('unreadable', `The backup ${file} does not verify: ${what}. Use another backup.`)
  }
  const { integrity, foreignKeys } = await check(copy)
  const trouble = [...integrity, ...foreignKeys]
  if (trouble.length > 0) refuse(`${trouble[0]}${trouble.length > 1 ? ` (and ${trouble.length - 1} more)` : ''}`)
  const facts = JSON.parse((await copy.all<{ facts: string }>(`SELECT facts FROM ${FACTS_TABLE}`))[0]?.facts ?? 'null') as BackupFacts | null
  if (!facts) return refuse('it does not say what it holds')
  const counted = await countRows(copy)
  for (const [table, rows] of Object.entries(facts.counts)) if (counted[table] !== rows) refuse(`${table} holds ${counted[table] ?? 'no'} rows instead of ${rows}`)
  let files = 0
  for (const { sha256 } of await copy.all<{ sha256: string }>(`SELECT sha256 FROM ${FILES_TABLE}`)) {
    if (createHash('sha256').update(await readStored(copy, sha256)).digest('hex') !== sha256) refuse(`the stored file ${sha256} has changed`)
    files++
  }
  if (files !== facts.files) refuse(`it holds ${files} stored files instead of ${facts.files}`)
  return facts
}

/** The bytes of one stored file inside a backup. */
export async function readStored(copy: SqliteFile, sha256: string): Promise<Uint8Array> {
  return (await copy.all<{ bytes: Uint8Array }>(`SELECT bytes FROM ${FILES_TABLE} WHERE sha256 = ?`, [sha256]))[0]?.bytes ?? new Uint8Array()
}
