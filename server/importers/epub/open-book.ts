import { normaliseText } from '#shared/document/normalise.ts'
import { AppError } from '#shared/errors.ts'
import { openArchive } from '../archive/open-archive.ts'
import { decode } from '../decode.ts'
import { childOf, childrenOf, readXml, visitElements, wordsOf, type XmlElement } from '../xml/read-xml.ts'

const PREFIXES: Record<string, string> = {
  'urn:oasis:names:tc:opendocument:xmlns:container': 'container', 'http://www.idpf.org/2007/opf': 'opf', 'http://purl.org/dc/elements/1.1/': 'dc', 'http://www.w3.org/2001/04/xmlenc#': 'enc',
}
/** Fonts made unusable outside their book: nothing that is read. Every other encryption is of the text. */
const FONT_ALGORITHMS = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])
/** Parts of a book that are no text of its author: covers, title pages, contents (EPUB 3 structural semantics, and the guide of EPUB 2). */
const FURNITURE_TYPES = /^(?:cover|titlepage|title-page|halftitlepage|toc|landmarks|page-list|loi|lot|copyright-page|imprint|colophon)$/
const PAGE = /^(?:application\/xhtml\+xml|text\/html|application\/x-dtbook\+xml)$/
/** A page that is a cover, a title or the rights is short; what its name says of a longer one is not believed. */
const LONGEST_FURNITURE = 5000
const FURNITURE_NAME = /(?:^|[/_-])(?:cover|title-?page|titlepage|title|half-?title|copyright|uncopyright|imprint|colophon|toc|nav|contents)\.x?html?$/i

/** One page of a book, in reading order. `path` is its place in the archive. */
export interface BookPage { path: string; markup: string; isFurniture: boolean }
export interface Book { title: string; language: string | undefined; pages: BookPage[]; missing: string[] }

/** The path that a reference leads to, from the file it stands in; without its fragment. */
export function pathFrom(from: string, reference: string): string {
  let target = reference.replace(/[#?].*$/s, '')
  try {
    target = decodeURIComponent(target)
  } catch { /* A path that is no valid address is taken as it is written. */ }
  const steps: string[] = []
  for (const step of `${target.startsWith('/') ? '' : from.replace(/[^/]*$/, '')}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Opens an EPUB book (2 or 3) and reads its pages in the order of its spine, then those outside it that pages may lead to (notes, as a rule). Throws AppError `unreadable`, `too-large`. */
export async function openBook(bytes: Uint8Array, file: string): Promise<Book> {
  const archive = await openArchive(bytes, file)
  const unreadable = (why: string): AppError => new AppError('unreadable', `“${file}” is no whole EPUB book: ${why}. Get the book again, or unpack it and import a chapter’s XHTML file.`, { name: file })
  const xml = async (path: string): Promise<XmlElement | null> => {
    const part = await archive.read(path)
    return part && readXml(part, { part: path, file, prefixes: PREFIXES })
  }
  const container = await xml('META-INF/container.xml')
  if (!container) throw unreadable('META-INF/container.xml is missing')
  const rootFile = childrenOf(childOf(container, 'container:rootfiles'), 'container:rootfile')[0]?.attributes['full-path'] ?? ''
  const book = await xml(rootFile)
  if (!book) throw unreadable('its table of parts is missing')
  const encryption = await xml('META-INF/encryption.xml')
  const encrypted = encryption ? encryptedPaths(encryption) : new Set<string>()

  const items = new Map(childrenOf(childOf(book, 'opf:manifest'), 'opf:item').map(({ attributes }) => [attributes.id ?? '', { path: pathFrom(rootFile, attributes.href ?? ''), type: attributes['media-type'] ?? '', properties: attributes.properties ?? '' }]))
  const guide = new Map(childrenOf(childOf(book, 'opf:guide'), 'opf:reference').map(({ attributes }) => [pathFrom(rootFile, attributes.href ?? ''), attributes.type ?? '']))
  const spine = childrenOf(childOf(book, 'opf:spine'), 'opf:itemref').map(({ attributes }) => ({ item: items.get(attributes.idref ?? ''), isLinear: attributes.linear !== 'no' }))
  const inSpine = new Set(spine.flatMap(({ item }) => item ? [item.path] : []))
  const outside = [...items.values()].filter(({ path, type, properties }) => PAGE.test(type) && !inSpine.has(path) && !/\bnav\b/.test(properties))
  const ordered = [...spine.filter(({ isLinear }) => isLinear), ...spine.filter(({ isLinear }) => !isLinear)].flatMap(({ item }) => item ? [item] : []).concat(outside)

  const pages: BookPage[] = []
  const missing: string[] = []
  for (const { path, properties } of ordered) {
    if (encrypted.has(path)) throw new AppError('unreadable', `“${file}” is protected (its page ${path} is encrypted by the shop it comes from), so its text cannot be read. Import the text from a copy without protection.`, { name: file })
    const part = await archive.read(path)
    if (!part) missing.push(path)
    else {
      const markup = normaliseText(decode(part))
      pages.push({ path, markup, isFurniture: /\bnav\b/.test(properties) || isFurniture(path, markup, guide.get(path)) })
    }
  }
  if (pages.length === 0) throw unreadable('none of its pages are in it')
  const metadata = childOf(book, 'opf:metadata')
  const valueOf = (name: string): string => {
    const found = childOf(metadata, name)
    return found ? wordsOf(found).trim() : ''
  }
  return { title: valueOf('dc:title'), language: valueOf('dc:language') || undefined, pages, missing }
}

function isFurniture(path: string, markup: string, guideType: string | undefined): boolean {
  const types = [...markup.slice(0, 20_000).matchAll(/<(?:body|section)[^<>]{0,300}?epub:type\s*=\s*["']([^"']{1,100})["']/gi)].slice(0, 2).flatMap(([, type]) => type!.split(/\s+/))
  if (types.some((type) => FURNITURE_TYPES.test(type)) || (guideType !== undefined && FURNITURE_TYPES.test(guideType))) return true
  return FURNITURE_NAME.test(path) && markup.length < LONGEST_FURNITURE
}

/** The files that are encrypted, but for fonts. */
function encryptedPaths(encryption: XmlElement): Set<string> {
  const paths = new Set<string>()
  visitElements(encryption, (element) => {
    if (element.name !== 'enc:EncryptedData') return
    if (FONT_ALGORITHMS.has(childOf(element, 'enc:EncryptionMethod')?.attributes.Algorithm ?? '')) return false
    visitElements(element, ({ name, attributes }) => {
      if (name === 'enc:CipherReference') paths.add(pathFrom('', attributes.URI ?? ''))
    })
    return false
  })
  return paths
}
