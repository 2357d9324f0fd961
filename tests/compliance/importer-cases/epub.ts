import { escapeXml } from '../../support/write-docx.ts'
import { epubParts, writeEpub } from '../../support/write-epub.ts'
import { writeZip } from '../../support/write-zip.ts'
import type { ImporterCase } from './importer-case.ts'

const book = (body: string): Uint8Array => writeEpub({ pages: [{ name: 'a.xhtml', body }] })
const BOMB = `<!DOCTYPE x [<!ENTITY a "ha ha ha ha ">${Array.from({ length: 8 }, (_, index) => `<!ENTITY ${'bcdefghi'[index]} "${`&${'abcdefgh'[index]};`.repeat(10)}">`).join('')}]>`

export const importerCase: ImporterCase = {
  write({ title = '', sentences, furniture }) {
    const notes = sentences.flatMap(({ note }) => note === undefined ? [] : [note])
    let number = 0
    const words = sentences.map(({ text, note }) => `${escapeXml(text)}${note === undefined ? '' : `<a epub:type="noteref" href="notes.xhtml#fn${++number}" id="ref${number}">${number}</a>`}`).join(' ')
    return writeEpub({
      title,
      pages: [
        ...(furniture ? [{ name: 'nav.xhtml', body: `<nav epub:type="toc"><p>${furniture}</p></nav>`, isNav: true }] : []),
        { name: 'text.xhtml', body: `${title && `<h1>${title}</h1>`}<p>${words}</p>` },
        ...(notes.length > 0 ? [{ name: 'notes.xhtml', body: `<ol>${notes.map((note, index) => `<li epub:type="endnote" id="fn${index + 1}">${escapeXml(note)} <a epub:type="backlink" href="text.xhtml#ref${index + 1}">↩</a></li>`).join('')}</ol>` }] : []),
      ],
    })
  },
  hasFurniture: true,
  hostile: [
    { what: 'one paragraph of 10 MB', bytes: () => book(`<p>${'Output grew 3.5 percent in 2019, he said. '.repeat(240_000)}</p>`), outcome: 'read' },
    { what: 'elements nested a hundred thousand deep', bytes: () => book(`${'<div>'.repeat(100_000)}<p>It grew.</p>${'</div>'.repeat(100_000)}`), outcome: 'refused' },
    { what: 'three thousand pages', bytes: () => writeEpub({ pages: Array.from({ length: 3_000 }, (_, index) => ({ name: `${index}.xhtml`, body: `<p id="a1">It grew.<a epub:type="noteref" href="#fn1">1</a></p><p epub:type="footnote" id="fn1">A book.</p>` })) }), outcome: 'read' },
    { what: 'fifty thousand ids that are all the same', bytes: () => book(`<p>It grew.</p>${'<p id="a1">It fell.</p>'.repeat(50_000)}`), outcome: 'read' },
    { what: 'two hundred thousand opening angle brackets', bytes: () => book(`<p>It grew. ${'<'.repeat(200_000)}</p>`), outcome: 'read' },
    { what: 'tags that never end', bytes: () => book(`<p>It grew.</p>${'<a href="'.repeat(200_000)}`), outcome: 'either' },
    { what: 'a page that inflates to 200 MB', bytes: () => book(' '.repeat(200_000_000)), outcome: 'refused' },
    { what: 'entities that stand for each other', bytes: () => writeZip(epubParts({ pages: [{ name: 'a.xhtml', body: '<p>It grew.</p>' }] }).map((entry) => entry.name.endsWith('.opf') ? { ...entry, content: String(entry.content).replace('<package', `${BOMB}<package`) } : entry)), outcome: 'refused' },
    { what: 'a page that a shop has encrypted', bytes: () => writeEpub({ pages: [{ name: 'a.xhtml', body: '<p>It grew.</p>' }], more: [{ name: 'META-INF/encryption.xml', content: '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><enc:CipherData><enc:CipherReference URI="EPUB/a.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>' }] }), outcome: 'refused' },
    { what: 'a book whose pages are not in it', bytes: () => writeZip(epubParts({ pages: [{ name: 'a.xhtml', body: '' }] }).filter(({ name }) => name !== 'EPUB/a.xhtml')), outcome: 'refused' },
  ],
}
