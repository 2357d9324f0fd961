import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { AppError } from '#shared/errors.ts'

/** A long book with every picture has some hundreds of files in it. */
const MOST_ENTRIES = 10_000
/** One part inflated: War and Peace as Word keeps it is about 20 MB of XML. */
const MOST_PART_BYTES = 64 * 1024 * 1024
/** All parts that are read, together. Pictures and fonts are never inflated and do not count. */
const MOST_BYTES_READ = 128 * 1024 * 1024
/** What the archive says of itself, pictures included: beyond this it is no article, or it lies. */
const MOST_BYTES_DECLARED = 2 * 1024 * 1024 * 1024

/** The files in a zip archive. Names are as in the archive, with `/` between folders and none that leads out of it. */
export interface Archive {
  names: readonly string[]
  /** The bytes of a file, checked against the size and checksum that the archive gives; null when it is not there. Throws AppError `unreadable` or `too-large`. */
  read(name: string): Promise<Uint8Array | null>
}

const damaged = (file: string, why: string): AppError =>
  new AppError('unreadable', `“${file}” is a damaged archive (${why.replace(/\.+$/, '')}). Open it in the program it was written with, save it again and import that file.`, { name: file })
const tooLarge = (file: string, what: string): AppError =>
  new AppError('too-large', `“${file}” ${what}, far more than any article, so it was not unpacked. Import the article alone, or a chapter at a time.`, { name: file })

/**
 * Opens a zip archive and lists it; a file in it is inflated only when it is read. `file` is its name for messages.
 * Sizes are checked as declared and again while inflating (yauzl ends at the first byte too many), so a bomb costs no more than the limits.
 */
export async function openArchive(bytes: Uint8Array, file: string): Promise<Archive> {
  const entries = new Map<string, Entry>()
  const twice = new Set<string>()
  let zip: ZipFile
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true })
    if (zip.entryCount > MOST_ENTRIES) throw tooLarge(file, `holds ${zip.entryCount} files`)
    let declared = 0
    for await (const entry of zip.eachEntry()) {
      declared += entry.uncompressedSize
      if (declared > MOST_BYTES_DECLARED) throw tooLarge(file, 'unpacks to more than 2 GB')
      if (entries.has(entry.fileName)) twice.add(entry.fileName)
      entries.set(entry.fileName, entry)
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(file, (error as Error).message)
  }
  let inflated = 0
  return {
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name)
      if (!entry) return null
      if (twice.has(name)) throw damaged(file, `it holds two files named ${name}`)
      if (entry.isEncrypted()) throw new AppError('unreadable', `“${file}” is protected by a password (${name} is encrypted). Save it without a password and import that file.`, { name: file })
      if (entry.uncompressedSize > MOST_PART_BYTES) throw tooLarge(file, `holds ${name}, which unpacks to ${Math.ceil(entry.uncompressedSize / 1024 / 1024)} MB`)
      inflated += entry.uncompressedSize
      if (inflated > MOST_BYTES_READ) throw tooLarge(file, 'unpacks to more than 128 MB of text')
      try {
        const part = await buffer(await zip.openReadStreamPromise(entry))
        if (crc32(part) !== entry.crc32) throw new Error(`the checksum of ${name} does not agree`)
        return part
      } catch (error) {
        throw damaged(file, (error as Error).message)
      }
    },
  }
}
