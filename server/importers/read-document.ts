import type { Document } from '#shared/document/document.ts'
import { AppError } from '#shared/errors.ts'
import { decode, decodeOpening } from './decode.ts'
import type { Importer } from './importer.ts'
import { looksBinary, looksLikeHtml, sniffForeign } from './sniff.ts'

/** The largest file read. A long book is about 2 MB of text. */
export const MOST_BYTES = 50 * 1024 * 1024
/** What is told to whoever brings something else. */
const READ_HERE = 'Text, Markdown and HTML are read.'
/** Enough of a file to see what it is. */
const SAMPLE_BYTES = 65_536

/**
 * Reads an article from the bytes of a file with the importer that fits. `name` is the file's name, `mediaType` what a server called it. The content decides first (a PDF named .txt is
 * a PDF, a web page named .txt is read as HTML), then the name, then the media type; what remains is plain text. `putBack` = indexes of furniture blocks to be read as paragraphs.
 * Throws AppError `too-large`, `unreadable` (empty, binary, not what its name says) or `unsupported-format`, with what the file is and what to do.
 */
export async function readWith(
  importers: readonly Importer[],
  bytes: Uint8Array,
  given: { name: string, mediaType?: string, putBack?: number[] },
): Promise<{ document: Document, importer: Importer, mediaType: string }> {
  const importer = chooseImporter(importers, bytes, given)
  const document = await importer.read(bytes, { name: given.name })
  if (!/[\p{L}\p{N}]/u.test(document.text)) {
    throw new AppError('unreadable', `${quoted(given.name)} holds no words once its markup is set aside. Check that it is the article itself.`, { name: given.name })
  }
  const kept = new Set(given.putBack ?? [])
  const blocks = kept.size === 0 ? document.blocks
    : document.blocks.map((block, index) => kept.has(index) && block.kind === 'furniture' ? { ...block, kind: 'paragraph' as const } : block)
  return { document: { ...document, blocks }, importer, mediaType: importer.mediaTypes[0]! }
}

const quoted = (name: string): string => `“${name}”`
const extensionOf = (name: string): string => /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''

function chooseImporter(importers: readonly Importer[], bytes: Uint8Array, { name, mediaType }: { name: string, mediaType?: string }): Importer {
  const byId = (id: Importer['id']): Importer => importers.find((importer) => importer.id === id)!
  if (bytes.length === 0) throw new AppError('unreadable', `${quoted(name)} is empty (0 bytes). Choose the file that holds the article.`, { name })
  if (bytes.length > MOST_BYTES) {
    const size = Math.ceil(bytes.length / 1024 / 1024)
    throw new AppError('too-large', `${quoted(name)} is ${size} MB; up to 50 MB are read. Import the article alone, or a chapter at a time.`, { name, bytes: bytes.length, limit: MOST_BYTES })
  }
  const foreign = sniffForeign(bytes)
  const own = foreign && importers.find(({ mediaTypes }) => mediaTypes.includes(foreign.mediaType))
  if (own) return own
  if (foreign) {
    const advice = `${READ_HERE} ${foreign.advice ?? 'Choose the article’s text instead.'}`
    const extension = extensionOf(name)
    const disguised = importers.find(({ extensions }) => extensions.includes(extension))
    if (disguised) throw new AppError('unreadable', `${quoted(name)} is not what its name says: it is ${foreign.what}. ${advice}`, { name, found: foreign.mediaType })
    throw new AppError('unsupported-format', `${quoted(name)} is ${foreign.what}, which is not read. ${advice}`, { name, found: foreign.mediaType })
  }
  const opening = decodeOpening(bytes, SAMPLE_BYTES)
  if (looksBinary(opening)) {
    throw new AppError('unreadable', `${quoted(name)} is binary data, not text. ${READ_HERE} Choose the article’s text instead.`, { name })
  }
  if (!/\S/.test(opening) && !/\S/.test(decode(bytes))) {
    throw new AppError('unreadable', `${quoted(name)} holds nothing but white space. Choose the file that holds the article.`, { name })
  }
  if (looksLikeHtml(opening)) return byId('html')
  const named = importers.find(({ extensions }) => extensions.includes(extensionOf(name)))
  if (named) return named
  const declared = mediaType?.split(';')[0]!.trim().toLowerCase()
  return importers.find(({ mediaTypes }) => declared !== undefined && mediaTypes.includes(declared)) ?? byId('txt')
}
