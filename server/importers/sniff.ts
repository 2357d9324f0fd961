import { kindOfArchive } from './archive/kind-of-archive.ts'

/** What a file's own bytes say it is, in words for people. */
export interface Sniffed { what: string; mediaType: string; advice?: string }

const SAVE_AGAIN = 'Open it in Word or LibreOffice, save it as .docx or .odt and import that.'
/** Compound files: what Office wrote before 2007, and what it puts around a file with a password ([MS-CFB]). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Opening bytes ("magic numbers") of files that people give for text. Source: the formats' own specifications. */
const SIGNATURES: readonly (Sniffed & { bytes: readonly number[], at?: number })[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], what: 'a PDF', mediaType: 'application/pdf' },
  { bytes: COMPOUND, what: 'an older Microsoft Office file (DOC, XLS or PPT)', mediaType: 'application/x-cfb', advice: SAVE_AGAIN },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'a Rich Text (RTF) file', mediaType: 'application/rtf', advice: SAVE_AGAIN },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a PNG image', mediaType: 'image/png' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG image', mediaType: 'image/jpeg' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a GIF image', mediaType: 'image/gif' },
  { bytes: [0x57, 0x45, 0x42, 0x50], at: 8, what: 'a WebP image', mediaType: 'image/webp' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], what: 'a TIFF image', mediaType: 'image/tiff' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], what: 'a TIFF image', mediaType: 'image/tiff' },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, what: 'a video or HEIC image', mediaType: 'video/mp4' },
  { bytes: [0x49, 0x44, 0x33], what: 'an audio file (MP3)', mediaType: 'audio/mpeg' },
  { bytes: [0x4f, 0x67, 0x67, 0x53], what: 'an audio file (Ogg)', mediaType: 'audio/ogg' },
  { bytes: [0x1f, 0x8b], what: 'a gzip archive', mediaType: 'application/gzip' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'a 7-Zip archive', mediaType: 'application/x-7z-compressed' },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: 'a RAR archive', mediaType: 'application/vnd.rar' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], what: 'an SQLite database', mediaType: 'application/vnd.sqlite3' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'a program', mediaType: 'application/x-executable' },
]

/** How much of a file is looked at. */
const SAMPLE_BYTES = 65_536
/** A text holds next to no control signs; more than this share of them and the file is binary. */
const CONTROL_SHARE = 0.02

/** Recognises a file by its content, whatever its name says. Null when it may be text. Throws AppError `unreadable`, `too-large` for an archive that cannot be opened. */
export async function sniffContent(bytes: Uint8Array, name: string): Promise<Sniffed | null> {
  const signature = SIGNATURES.find(({ bytes: sign, at = 0 }) => bytes.length >= at + sign.length && sign.every((byte, index) => bytes[at + index] === byte))
  if (signature?.bytes === COMPOUND) return compoundKind(bytes) ?? told(signature)
  if (signature) return told(signature)
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05) ? kindOfArchive(bytes, name) : null
}

const told = ({ what, mediaType, advice }: Sniffed): Sniffed => ({ what, mediaType, ...(advice ? { advice } : {}) })

/** A compound file says what it holds by the names of its streams, in UTF-16. */
function compoundKind(bytes: Uint8Array): Sniffed | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (stream: string): boolean => file.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage')) return { what: 'an Office file with a password', mediaType: 'application/x-cfb', advice: 'Open it in Word, take the password off (File, Info, Protect Document), save it and import that.' }
  if (has('WordDocument')) return { what: 'an older Word (DOC) file', mediaType: 'application/msword', advice: SAVE_AGAIN }
  return null
}

/** What the root of an XML file says it is. */
const XML_ROOTS: readonly (Sniffed & { root: RegExp })[] = [
  { root: /<office:document\s/, what: 'an OpenDocument text in one XML file', mediaType: 'application/vnd.oasis.opendocument.text-flat-xml' },
  { root: /<(?:w:wordDocument|pkg:package)\s/, what: 'a Word document in one XML file', mediaType: 'application/xml', advice: SAVE_AGAIN },
]
/** Recognises a document that is one XML file, by the opening of its text. */
export function sniffXml(opening: string): Sniffed | null {
  const found = /^\s*<\?xml\s/.test(opening) ? XML_ROOTS.find(({ root }) => root.test(opening.slice(0, 4000))) : undefined
  return found ? told(found) : null
}

/** Whether decoded text is no text: NUL and control signs, or signs that no encoding could read. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES)
  let control = 0
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index)
    if ((code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 27) || code === 0xfffd || (code >= 0x7f && code < 0x85) || (code > 0x85 && code < 0xa0)) control++
  }
  return control > 0 && control / sample.length > CONTROL_SHARE
}

const HTML_OPENING = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*(?:<!doctype\s+html\b|<html\b|<head\b|<body\b)/i

/** Whether a text is a web page by its own opening. */
export const looksLikeHtml = (text: string): boolean => HTML_OPENING.test(text.slice(0, 8_000))
