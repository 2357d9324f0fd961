import { writeZip, type ZipEntry } from './write-zip.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const MORE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
  + 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const escapeXml = (words: string): string => words.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
/** A run of words. */
export const run = (words: string, properties = ''): string => `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`
/** A paragraph of runs, or of plain words. */
export const paragraph = (content: string, properties = ''): string => `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${content.startsWith('<') ? content : run(content)}</w:p>`
export const style = (id: string): string => `<w:pStyle w:val="${id}"/>`
export const mark = (kind: 'footnote' | 'endnote', id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
export const note = (kind: 'footnote' | 'endnote', id: number, words: string): string => `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r>${run(` ${words}`)}</w:p></w:${kind}>`

export interface DocxParts {
  body: string
  footnotes?: string
  endnotes?: string
  comments?: string
  commentsExtended?: string
  styles?: string
  settings?: string
  numbering?: string
  header?: string
  footer?: string
  /** Relationships of the main part besides those of the parts above. */
  links?: string
  /** Where the main part is, from the root. */
  mainPart?: string
  more?: readonly ZipEntry[]
}

const STYLES = ['Title', 'heading 1', 'heading 2', 'Quote', 'caption', 'toc 1'].map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(/^h/, 'H').replace(' ', '')}"><w:name w:val="${name}"/></w:style>`).join('')

/** The parts of a Word file as Word names them. `body` and the others are the XML inside their root elements. */
export function docxParts({ body, mainPart = 'word/document.xml', links = '', more = [], ...given }: DocxParts): ZipEntry[] {
  const root = (name: string, content: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${W} ${MORE}>${content}</w:${name}>`
  const separators = (kind: string): string => `<w:${kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}><w:${kind} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:${kind}>`
  const folder = mainPart.replace(/[^/]*$/, '')
  const parts = ([
    ['footnotes', 'footnotes', given.footnotes && separators('footnote') + given.footnotes], ['endnotes', 'endnotes', given.endnotes && separators('endnote') + given.endnotes], ['comments', 'comments', given.comments],
    ['styles', 'styles', STYLES + (given.styles ?? '')], ['settings', 'settings', given.settings], ['numbering', 'numbering', given.numbering], ['header', 'hdr', given.header], ['footer', 'ftr', given.footer],
  ] as const).filter(([, , content]) => content)
  const extended = given.commentsExtended ? [{ name: `${folder}commentsExtended.xml`, content: `<w15:commentsEx ${MORE}>${given.commentsExtended}</w15:commentsEx>` }] : []
  const relationships = parts.map(([type], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${type}.xml"/>`).join('')
    + (extended.length > 0 ? '<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>' : '')
  const rels = (content: string): string => `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`
  return [
    { name: '[Content_Types].xml', content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${mainPart}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>` },
    { name: '_rels/.rels', content: rels(`<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="${mainPart}"/>`) },
    { name: mainPart, content: root('document', `<w:body>${body}</w:body>`) },
    { name: mainPart.replace(/[^/]*$/, (name) => `_rels/${name}.rels`), content: rels(relationships + links) },
    ...parts.map(([type, name, content]) => ({ name: `${folder}${type}.xml`, content: root(name, content!) })),
    ...extended, ...more,
  ]
}

export const writeDocx = (parts: DocxParts): Uint8Array => writeZip(docxParts(parts))
