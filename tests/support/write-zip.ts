import { crc32, deflateRawSync } from 'node:zlib'

/** What is written about an entry that is not so: for archives made to do harm. */
interface Lies { size?: number, crc?: number, encrypted?: boolean }
export interface ZipEntry { name: string; content: string | Uint8Array; lies?: Lies }

const field = (...values: readonly [bytes: 2 | 4, value: number][]): Buffer => Buffer.concat(values.map(([bytes, value]) => {
  const buffer = Buffer.alloc(bytes)
  if (bytes === 2) buffer.writeUInt16LE(value)
  else buffer.writeUInt32LE(value)
  return buffer
}))

/** A zip archive of the given files, deflated (APPNOTE.TXT of PKWARE: local headers, central directory, its end). */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content, lies = {} } of entries) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const file = Buffer.from(name)
    const shared = field([2, 20], [2, lies.encrypted ? 0x801 : 0x800], [2, 8], [2, 0], [2, 0x21], [4, lies.crc ?? crc32(bytes)], [4, packed.length], [4, lies.size ?? bytes.length], [2, file.length], [2, 0])
    const local = Buffer.concat([field([4, 0x04034b50]), shared, file, packed])
    locals.push(local)
    central.push(Buffer.concat([field([4, 0x02014b50], [2, 20]), shared, field([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), file]))
    offset += local.length
  }
  const directory = Buffer.concat(central)
  return new Uint8Array(Buffer.concat([...locals, directory, field([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, directory.length], [4, offset], [2, 0])]))
}
