import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Option } from 'commander'
import { AppError } from '#shared/errors.ts'
import { listFormats } from '../services/imports.ts'

/** What a command that takes a file says of it. */
export const fileWords = (): string => `a file (${listFormats().map(({ label }) => label).join(', ')}); - for standard input`
export const trackedView = (): Option => new Option('--view <view>', 'how tracked changes are read: as if all were accepted, or the text before them').choices(['accepted', 'original']).default('accepted')

/** Larger files are refused before they are read into memory; reading itself refuses from 50 MB. */
const MOST_BYTES = 64 * 1024 * 1024

/** The bytes of a file named on the command line, `-` for standard input. Throws AppError `not-found`, `unreadable`, `too-large`. */
export async function readInput(path: string): Promise<{ bytes: Uint8Array; name: string }> {
  if (path === '-') {
    const parts: Uint8Array[] = []
    for await (const part of process.stdin) parts.push(part as Uint8Array)
    return { bytes: Buffer.concat(parts), name: 'standard input' }
  }
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new AppError('unreadable', `${path} is a folder. Name the file of the article in it.`, { path })
    if (found.size > MOST_BYTES) throw new AppError('too-large', `${path} is ${Math.ceil(found.size / 1024 / 1024)} MB; up to 50 MB are read. Import the article alone, or a chapter at a time.`, { path })
    return { bytes: await readFile(path), name: basename(path) }
  } catch (error) {
    if (error instanceof AppError) throw error
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new AppError('not-found', `There is no file ${path}. Check the path.`, { path })
    throw new AppError('unreadable', `${path} cannot be read (${(error as Error).message}). Check its permissions.`, { path })
  }
}
