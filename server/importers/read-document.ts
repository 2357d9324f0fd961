import type { ChangesView, Document } from '#shared/document/document.ts'
import { listed } from '#shared/document/listed.ts'
import { AppError } from '#shared/errors.ts'
import { decode, decodeOpening } from './decode.ts'
import type { Importer, OnPage } from './importer.ts'
import { looksLikeMarkdown } from './looks-like-markdown.ts'
import { looksBinary, looksLikeHtml, sniffContent, sniffXml, type Sniffed } from './sniff.ts'

/** The largest file read. A long book is about 2 MB of text. */
export const MOST_BYTES = 50 * 1024 * 1024
/** Formats that are nothing but text: any text can be read as one of them. The others have openings of their own. */
const TEXT_FORMATS: ReadonlySet<Importer['id']> = new Set(['txt', 'md', 'html'])
/** Enough of a file to see what it is. */
const SAMPLE_BYTES = 65_536

/**
 * Reads an article from the bytes of a file with the importer that fits. `name` is the file's name, `mediaType` what a server called it. The content decides first (a PDF named .txt is
 * a PDF, a web page named .txt is read as HTML), then the name, then the media type; what remains is plain text, or Markdown where it has no file's name and is plainly that (pasted). `putBack` = indexes of furniture blocks to be read as paragraphs;
 * `view` = the state of tracked changes that is read; `onPage` hears of each page that was read, where the format has pages.
 * Throws AppError `too-large`, `unreadable` (empty, binary, not what its name says) or `unsupported-format`, with what the file is and what to do.
 */
export async function readWith(
  importers: readonly Importer[],
  bytes: Uint8Array,
  given: { name: string, mediaType?: string, putBack?: number[], view?: ChangesView, onPage?: OnPage },
): Promise<{ document: Document, importer: Importer, mediaType: string }> {
  const importer = await chooseImporter(importers, bytes, given)
  const document = await importer.read(bytes, { name: given.name, ...(given.view ? { view: given.view } : {}), ...(given.onPage ? { onPage: given.onPage } : {}) })
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

/** What is told to whoever brings something else: "Plain text, Markdown and PDF are read." */
const readHere = (importers: readonly Importer[]): string => `${listed(importers.map(({ label }) => label))} are read.`

async function chooseImporter(importers: readonly Importer[], bytes: Uint8Array, { name, mediaType }: { name: string, mediaType?: string }): Promise<Importer> {
  const byId = (id: Importer['id']): Importer => importers.find((importer) => importer.id === id)!
  if (bytes.length === 0) throw new AppError('unreadable', `${quoted(name)} is empty (0 bytes). Choose the file that holds the article.`, { name })
  if (bytes.length > MOST_BYTES) {
    const size = Math.ceil(bytes.length / 1024 / 1024)
    throw new AppError('too-large', `${quoted(name)} is ${size} MB; up to 50 MB are read. Import the article alone, or a chapter at a time.`, { name, bytes: bytes.length, limit: MOST_BYTES })
  }
  const named = importers.find(({ extensions }) => extensions.includes(extensionOf(name)))
  const settle = (sniffed: Sniffed): Importer => {
    const own = importers.find(({ mediaTypes }) => mediaTypes.includes(sniffed.mediaType))
    if (own) return own
    const advice = `${readHere(importers)} ${sniffed.advice ?? 'Choose the article’s text instead.'}`
    if (named) throw new AppError('unreadable', `${quoted(name)} is not what its name says: it is ${sniffed.what}. ${advice}`, { name, found: sniffed.mediaType })
    throw new AppError('unsupported-format', `${quoted(name)} is ${sniffed.what}, which is not read. ${advice}`, { name, found: sniffed.mediaType })
  }
  const sniffed = await sniffContent(bytes, name)
  if (sniffed) return settle(sniffed)
  const opening = decodeOpening(bytes, SAMPLE_BYTES)
  if (looksBinary(opening)) {
    throw new AppError('unreadable', `${quoted(name)} is binary data, not text. ${readHere(importers)} Choose the article’s text instead.`, { name })
  }
  if (!/\S/.test(opening) && !/\S/.test(decode(bytes))) {
    throw new AppError('unreadable', `${quoted(name)} holds nothing but white space. Choose the file that holds the article.`, { name })
  }
  const xml = sniffXml(opening)
  if (xml) return settle(xml)
  if (looksLikeHtml(opening)) return byId('html')
  if (named && !TEXT_FORMATS.has(named.id)) {
    throw new AppError('unreadable', `${quoted(name)} is not what its name says: it is text, and no ${named.label} file. Rename it to end in .txt and import it again, or choose the right file.`, { name, found: 'text/plain' })
  }
  if (named) return named
  if (extensionOf(name) === '' && looksLikeMarkdown(opening)) return byId('md')
  const declared = mediaType?.split(';')[0]!.trim().toLowerCase()
  return importers.find(({ id, mediaTypes }) => TEXT_FORMATS.has(id) && declared !== undefined && mediaTypes.includes(declared)) ?? byId('txt')
}
