import { isAscii, isUtf8 } from 'node:buffer'

/** How much of a file is looked at to tell UTF-16 without a byte order mark. */
const SAMPLE_BYTES = 4096
/** In UTF-16, at least this share of every second byte of Latin text is NUL. */
const NUL_SHARE = 0.3

/** The encoding of a text file: a byte order mark, UTF-16 by its NUL pattern (Chinese has few NULs, but then it is no UTF-8), strict UTF-8, else windows-1252. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE_BYTES) / 2)
  let [even, odd] = [0, 0]
  for (let index = 0; index < pairs; index++) {
    if (bytes[2 * index] === 0) even++
    if (bytes[2 * index + 1] === 0) odd++
  }
  if (pairs > 0 && odd / pairs >= NUL_SHARE && even === 0) return 'utf-16le'
  if (pairs > 0 && even / pairs >= NUL_SHARE && odd === 0) return 'utf-16be'
  if (isUtf8(bytes)) return 'utf-8'
  if (odd > 0 && even === 0) return 'utf-16le'
  if (even > 0 && odd === 0) return 'utf-16be'
  return 'windows-1252'
}

/** What windows-1252 has at 0x80 to 0x9F (WHATWG Encoding Standard). Node 20's own decoder gives control signs there. */
const UPPER_CONTROLS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** Well-formed UTF-8 with signs beyond ASCII, without checking again: a third of the time that Node's own decoder takes for it. */
function decodeWellFormed(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length)
  let count = 0
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at++]!
    if (lead < 0x80) units[count++] = lead
    else if (lead < 0xe0) units[count++] = ((lead & 0x1f) << 6) | (bytes[at++]! & 0x3f)
    else if (lead < 0xf0) units[count++] = ((lead & 0x0f) << 12) | ((bytes[at++]! & 0x3f) << 6) | (bytes[at++]! & 0x3f)
    else {
      const beyond = (((lead & 0x07) << 18) | ((bytes[at++]! & 0x3f) << 12) | ((bytes[at++]! & 0x3f) << 6) | (bytes[at++]! & 0x3f)) - 0x10000
      units[count++] = 0xd800 | (beyond >> 10)
      units[count++] = 0xdc00 | (beyond & 0x3ff)
    }
  }
  return Buffer.from(units.buffer, 0, count * 2).toString('utf16le')
}

function decodeAs(encoding: string, bytes: Uint8Array, stream = false): string {
  if (encoding === 'utf-8' && !stream && isUtf8(bytes)) {
    const words = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
    return isAscii(words) ? Buffer.from(words.buffer, words.byteOffset, words.byteLength).toString('latin1') : decodeWellFormed(words)
  }
  const decoder = new TextDecoder(encoding)
  const text = decoder.decode(bytes, { stream })
  return decoder.encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, (sign) => UPPER_CONTROLS[sign.charCodeAt(0) - 0x80]!) : text
}

/** The opening of a file in its encoding; a sign cut in two at the end is left out. `length` in bytes. */
export const decodeOpening = (bytes: Uint8Array, length: number): string => decodeAs(encodingOf(bytes), bytes.subarray(0, length), true)

/** The text of a file in the encoding it is in. A byte order mark is dropped. `declared` is what the file says of itself, believed only when its bytes are not UTF-8. */
export function decode(bytes: Uint8Array, declared?: string): string {
  const seen = encodingOf(bytes)
  if (seen === 'windows-1252' && declared) {
    try {
      return decodeAs(declared, bytes)
    } catch {
      return decodeAs(seen, bytes)
    }
  }
  return decodeAs(seen, bytes)
}
