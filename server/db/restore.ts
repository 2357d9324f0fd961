import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { open as openFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#shared/errors.ts'
import { readSeal, readStored, verifyContent } from './backup.ts'
import type { RestoreReport } from './inspection-report.ts'
import { MIGRATIONS } from './migrations.ts'
import { abandonIncoming, finishRestore, isRestoreWaiting, markReady, prepareIncoming } from './restore-swap.ts'
import { FACTS_TABLE, FILES_TABLE, withFile, withFolder, type OpenSqlite, type SqliteFile } from './sqlite-file.ts'
import { pathOf } from './stored-files.ts'

/**
 * Puts a verified backup in the place of a folder's data (database and stored files). Until everything is there and checked the old data is not touched; it is kept
 * aside until the new is in place; killed half-way, the next start finishes. Throws AppError `unreadable` (does not verify), `database-newer`, `database-busy` (a desk
 * has the folder open), `not-found`, `unavailable`.
 */
export async function restore(open: OpenSqlite, folder: string, given: string): Promise<RestoreReport> {
  const file = resolve(given)
  const { length } = await readSeal(file)
  mkdirSync(folder, { recursive: true })
  return withFolder(open, folder, 'alone', async () => {
    if (isRestoreWaiting(folder)) finishRestore(folder)
    const incoming = prepareIncoming(folder)
    try {
      const database = join(incoming, 'stet.db')
      await pipeline(createReadStream(file, { end: length - 1 }), createWriteStream(database))
      const facts = await withFile(open, database, 'write', async (copy) => {
        const verified = await verifyContent(copy, file).catch((error: unknown) => {
          throw error instanceof AppError ? error : new AppError('unreadable', `The backup ${file} does not verify: ${(error as Error).message}. Use another backup.`)
        })
        await refuseNewer(copy, file)
        await unpackFiles(copy, incoming)
        await copy.exec(`DROP TABLE ${FILES_TABLE}; DROP TABLE ${FACTS_TABLE}; VACUUM`)
        return verified
      })
      await flush(database)
      markReady(folder)
      finishRestore(folder)
      return { verb: 'restore', file, folder, counts: facts.counts, files: facts.files, left: facts.left }
    } catch (error) {
      if (!isRestoreWaiting(folder)) abandonIncoming(folder)
      throw error
    }
  })
}

async function refuseNewer(copy: SqliteFile, file: string): Promise<void> {
  const known = new Set(MIGRATIONS.map(({ name }) => name))
  const applied = await copy.all<{ name: string }>('SELECT migration_name AS name FROM "_prisma_migrations"')
  const strange = applied.find(({ name }) => !known.has(name))
  if (strange) throw new AppError('database-newer', `The backup ${file} was made by a newer version of Stet (it has the migration ${strange.name}). Restore it with that version.`)
}

async function unpackFiles(copy: SqliteFile, incoming: string): Promise<void> {
  for (const { sha256 } of await copy.all<{ sha256: string }>(`SELECT sha256 FROM ${FILES_TABLE}`)) {
    const path = pathOf(incoming, sha256)
    mkdirSync(dirname(path), { recursive: true })
    const handle = await openFile(path, 'wx')
    try {
      await handle.writeFile(await readStored(copy, sha256))
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}

async function flush(path: string): Promise<void> {
  const handle = await openFile(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
