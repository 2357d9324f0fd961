import { writeZip, type ZipEntry } from './write-zip.ts'

export interface EpubPage { name: string; body: string; isNav?: boolean; isOutsideSpine?: boolean; bodyType?: string }

/** The parts of an EPUB 3 book. Pages are XHTML; `body` is what stands in their body. */
export function epubParts({ title = '', pages, more = [] }: { title?: string, pages: readonly EpubPage[], more?: readonly ZipEntry[] }): ZipEntry[] {
  const items = pages.map(({ name, isNav }, index) => `<item id="p${index}" href="${name}" media-type="application/xhtml+xml"${isNav ? ' properties="nav"' : ''}/>`).join('')
  const spine = pages.map(({ isOutsideSpine }, index) => isOutsideSpine ? '' : `<itemref idref="p${index}"/>`).join('')
  return [
    { name: 'mimetype', content: 'application/epub+zip' },
    { name: 'META-INF/container.xml', content: '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>' },
    { name: 'EPUB/package.opf', content: `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${title && `<dc:title>${title}</dc:title>`}</metadata><manifest>${items}</manifest><spine>${spine}</spine></package>` },
    ...pages.map(({ name, body, bodyType }) => ({ name: `EPUB/${name}`, content: `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body${bodyType ? ` epub:type="${bodyType}"` : ''}>${body}</body></html>` })),
    ...more,
  ]
}

export const writeEpub = (book: Parameters<typeof epubParts>[0]): Uint8Array => writeZip(epubParts(book))
