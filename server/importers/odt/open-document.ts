import { AppError } from '#shared/errors.ts'
import { openArchive } from '../archive/open-archive.ts'
import { childOf, childrenOf, readXml, visitElements, wordsOf, type XmlElement } from '../xml/read-xml.ts'

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'
/** The prefixes by which the reader knows names, whatever the file calls them. Source: OASIS OpenDocument 1.3, part 3. */
const PREFIXES: Record<string, string> = {
  ...Object.fromEntries(['office', 'style', 'text', 'table', 'manifest'].map((name) => [`${OASIS}${name}:1.0`, name])),
  [`${OASIS}drawing:1.0`]: 'draw', [`${OASIS}svg-compatible:1.0`]: 'svg', [`${OASIS}xsl-fo-compatible:1.0`]: 'fo', [`${OASIS}meta:1.0`]: 'meta',
  'http://www.w3.org/1999/xlink': 'xlink', 'http://purl.org/dc/elements/1.1/': 'dc', 'http://www.w3.org/1998/Math/MathML': 'math', 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
}

/** What is read of an OpenDocument text. `styles` are all that are declared, `title` is the one in its properties or "". */
export interface OpenDocument { text: XmlElement; styles: readonly XmlElement[]; listStyles: readonly XmlElement[]; pageStyles: XmlElement | undefined; title: string }

/** Opens an OpenDocument text (a package, or one flat XML file). Throws AppError `unreadable`, `too-large`. */
export async function openDocument(bytes: Uint8Array, file: string): Promise<OpenDocument> {
  const parse = (part: Uint8Array, name: string): XmlElement => readXml(part, { part: name, file, prefixes: PREFIXES })
  if (bytes[0] !== 0x50) {
    const root = parse(bytes, 'the document')
    return assemble(file, root, root, root)
  }
  const archive = await openArchive(bytes, file)
  const read = async (name: string): Promise<XmlElement | undefined> => {
    const part = await archive.read(name)
    return part ? parse(part, name) : undefined
  }
  const manifest = await read('META-INF/manifest.xml')
  let isEncrypted = archive.names.includes('encrypted-package')
  if (manifest) visitElements(manifest, ({ name }) => {
    isEncrypted ||= name === 'manifest:encryption-data'
  })
  if (isEncrypted) throw new AppError('unreadable', `“${file}” is protected by a password. Open it in LibreOffice, save it without a password and import that file.`, { name: file })
  const content = await read('content.xml')
  if (!content) throw new AppError('unreadable', `“${file}” holds no OpenDocument text (no content.xml among its ${archive.names.length} files). Open it in LibreOffice, save it again and import that file.`, { name: file })
  return assemble(file, content, await read('styles.xml'), await read('meta.xml'))
}

function assemble(file: string, content: XmlElement, styles: XmlElement | undefined, meta: XmlElement | undefined): OpenDocument {
  const text = childOf(childOf(content, 'office:body'), 'office:text')
  if (!text) throw new AppError('unreadable', `“${file}” is an OpenDocument file, but no text (a sheet or slides?). Copy the article into a text document and import that.`, { name: file })
  const declaredAs = (kind: string): XmlElement[] => [content, styles].flatMap((root) => ['office:automatic-styles', 'office:styles'].flatMap((name) => childrenOf(childOf(root, name), kind)))
  const title = childOf(childOf(meta, 'office:meta'), 'dc:title')
  return { text, styles: declaredAs('style:style'), listStyles: declaredAs('text:list-style'), pageStyles: childOf(styles, 'office:master-styles'), title: title ? wordsOf(title).trim() : '' }
}
