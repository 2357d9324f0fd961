import { escapeXml } from './write-docx.ts'
import { writeZip, type ZipEntry } from './write-zip.ts'

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns'
const NAMESPACES = `${['office', 'style', 'text', 'table'].map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`).join(' ')} xmlns:draw="${OASIS}:drawing:1.0" xmlns:svg="${OASIS}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"`

export const odtNote = (number: number, words: string, kind = 'footnote'): string =>
  `<text:note text:id="ftn${number}" text:note-class="${kind}"><text:note-citation>${number}</text:note-citation><text:note-body><text:p>${escapeXml(words)}</text:p></text:note-body></text:note>`

/** The parts of an OpenDocument text. `text` is the XML inside office:text; `styles` stands among the automatic styles, `header` in a running head. */
export function odtParts({ text, styles = '', header = '', manifest = '' }: { text: string, styles?: string, header?: string, manifest?: string }): ZipEntry[] {
  return [
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'META-INF/manifest.xml', content: `<?xml version="1.0"?><manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0"><manifest:file-entry manifest:full-path="/">${manifest}</manifest:file-entry></manifest:manifest>` },
    { name: 'content.xml', content: `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>` },
    { name: 'styles.xml', content: `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${NAMESPACES}><office:master-styles>${header && `<style:master-page style:name="Standard"><style:header><text:p>${header}</text:p></style:header></style:master-page>`}</office:master-styles></office:document-styles>` },
  ]
}

export const writeOdt = (parts: Parameters<typeof odtParts>[0]): Uint8Array => writeZip(odtParts(parts))
