import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '#shared/errors.ts'

/** What Stet keeps as evidence: a PDF, an image that every browser shows, a page, or text. */
export const MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'text/html', 'text/plain'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

const PROMISED: Record<string, MediaType> = {
  pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', avif: 'image/avif', html: 'text/html', htm: 'text/html', xhtml: 'text/html',
}
/** How much of a file is looked at for bytes that no text holds, and for how it opens. */
const SAMPLE_BYTES = 8192
/** A page opens with its doctype or one of its outer elements, perhaps after an XML declaration and comments. */
const OPENS_AS_HTML = /^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i

const isUtf16 = (bytes: Uint8Array): boolean => (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
/** Control characters that no text file holds: everything below space but tab, line ends, form feed and escape. */
const isBinary = (sample: Uint8Array): boolean => sample.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27)
const extensionOf = (name: string): string => /\.([a-z0-9]{1,6})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/**
 * What a file really is, by its bytes; `declared` (what a server called it) and `name` only tell pages from text.
 * SVG is kept as text, never as an image, since it can carry scripts. Throws AppError `unreadable` (empty; not what its name says) or `unsupported-format`.
 */
export async function sniff(bytes: Uint8Array, { name = '', declared = '' }: { name?: string; declared?: string } = {}): Promise<MediaType> {
  const called = name === '' ? 'The file' : `“${name}”`
  if (bytes.length === 0) throw new AppError('unreadable', `${called} is empty. Choose another file.`)
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const found = await fileTypeFromBuffer(bytes)
  const promised = PROMISED[extensionOf(name)]
  const known = MEDIA_TYPES.find((type) => type === found?.mime)
  if (known !== undefined) return known
  const isMarkup = found?.mime === 'application/xml' || found?.mime === 'image/svg+xml'
  if (found !== undefined && !isMarkup && !isUtf16(bytes)) {
    throw new AppError('unsupported-format', `${called} is a ${found.ext.toUpperCase()} file (${found.mime}). Stet keeps PDF, PNG, JPEG, GIF, WebP, AVIF, HTML and text: save it as one of these and upload that.`)
  }
  if (!isUtf16(bytes) && isBinary(sample)) throw new AppError('unsupported-format', `${called} is a binary file of an unknown kind. Stet keeps PDF, PNG, JPEG, GIF, WebP, AVIF, HTML and text.`)
  if (promised !== undefined && promised !== 'text/html') throw new AppError('unreadable', `${called} is not what its name says: it holds text, not ${promised}. Choose another file.`)
  const opening = new TextDecoder(isUtf16(bytes) ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(sample)
  if (declared === 'text/plain') return 'text/plain'
  return OPENS_AS_HTML.test(opening) || promised === 'text/html' || declared === 'text/html' || declared === 'application/xhtml+xml' ? 'text/html' : 'text/plain'
}
