import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/errors.ts'

/** Content-addressed bytes under the data folder. A file is there whole or not at all (written aside, flushed, then renamed). */
export interface Files {
  /** Stores and returns the lower-case hex SHA-256 of the bytes. */
  write(bytes: Uint8Array): Promise<string>
  /** Throws AppError `not-found` where there is no such file, `database-damaged` where its bytes are no longer those of its name. */
  read(sha256: string): Promise<Uint8Array>
  list(): Promise<string[]>
  remove(sha256: string): Promise<void>
}

const HASH = /^[0-9a-f]{64}$/
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Makes a rename or a new folder last over a loss of power; Windows has no handles on folders and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Files in `<folder>/files/<first two hex digits>/<sha256>`. Only a hash is ever part of a path, so nothing outside the folder can be named. */
export function createFiles(folder: string): Files {
  const root = join(folder, 'files')
  const shelfOf = (sha256: string): string => {
    if (!HASH.test(sha256)) throw new AppError('not-found', `“${sha256}” is not the SHA-256 of a stored file.`)
    return join(root, sha256.slice(0, 2))
  }
  return {
    async write(bytes) {
      const sha256 = hashOf(bytes)
      const shelf = shelfOf(sha256)
      const path = join(shelf, sha256)
      if (await stat(path).then((found) => found.size === bytes.length, () => false)) return sha256
      await mkdir(shelf, { recursive: true })
      const aside = join(shelf, `.${randomUUID()}`)
      try {
        const handle = await open(aside, 'wx')
        try {
          await handle.writeFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(aside, path)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
      await flushFolder(shelf)
      await flushFolder(root)
      return sha256
    },
    async read(sha256) {
      const bytes = await readFile(join(shelfOf(sha256), sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') throw new AppError('not-found', `The stored file ${sha256} is missing from the data folder. Restore it from a backup.`, { sha256 })
        throw error
      })
      if (hashOf(bytes) !== sha256) throw new AppError('database-damaged', `The stored file ${sha256} has changed since it was kept. Restore it from a backup.`, { sha256 })
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    },
    async list() {
      const shelves = await readdir(root).catch(() => [])
      const names = await Promise.all(shelves.filter((shelf) => /^[0-9a-f]{2}$/.test(shelf)).map((shelf) => readdir(join(root, shelf)).catch(() => [])))
      return names.flat().filter((name) => HASH.test(name)).toSorted()
    },
    async remove(sha256) {
      await rm(join(shelfOf(sha256), sha256), { force: true })
    },
  }
}
