import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FILES_FOLDER } from './restore-swap.ts'

/** `<data>/files/<first two hex digits>/<sha256>`, as server/sources/files.ts keeps them. */
export const pathOf = (folder: string, sha256: string): string => join(folder, FILES_FOLDER, sha256.slice(0, 2), sha256)

/** The SHA-256 in the name of every stored file, sorted. What is still being written (a name with a dot) is left out. */
export async function listStored(folder: string): Promise<string[]> {
  const root = join(folder, FILES_FOLDER)
  if (!existsSync(root)) return []
  const shelves = await readdir(root, { withFileTypes: true })
  const names = await Promise.all(shelves.filter((shelf) => shelf.isDirectory()).map((shelf) => readdir(join(root, shelf.name))))
  return names.flat().filter((name) => /^[0-9a-f]{64}$/.test(name)).sort()
}

/** SHA-256 (lower-case hex) and size of a file's first `length` bytes, all of them by default. */
export async function hashFile(path: string, length = Infinity): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  if (length === 0) return { sha256: hash.digest('hex'), bytes }
  await pipeline(createReadStream(path, { end: length - 1 }), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
    }
  })
  return { sha256: hash.digest('hex'), bytes }
}
