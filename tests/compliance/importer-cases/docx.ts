import { docxParts, mark, note, paragraph, run, style, writeDocx } from '../../support/write-docx.ts'
import { writeZip } from '../../support/write-zip.ts'
import type { ImporterCase } from './importer-case.ts'

const BOMB = `<!DOCTYPE w:document [<!ENTITY a "ha ha ha ha ha ha ha ha ">${Array.from({ length: 10 }, (_, index) => `<!ENTITY ${'bcdefghijk'[index]} "${`&${'abcdefghij'[index]};`.repeat(10)}">`).join('')}]>`
const withMain = (change: (main: string) => string): Uint8Array =>
  writeZip(docxParts({ body: paragraph('It grew.') }).map((entry) => entry.name === 'word/document.xml' ? { ...entry, content: change(String(entry.content)) } : entry))

export const importerCase: ImporterCase = {
  write({ title, sentences, furniture }) {
    const notes = sentences.flatMap(({ note: words }) => words === undefined ? [] : [words])
    let number = 0
    const words = sentences.map(({ text, note: words }, index) => `${run(`${index > 0 ? ' ' : ''}${text}`)}${words === undefined ? '' : mark('footnote', ++number)}`).join('')
    return writeDocx({
      body: `${title ? paragraph(title, style('Title')) : ''}${paragraph(words)}`,
      footnotes: notes.map((text, index) => note('footnote', index + 1, text)).join(''),
      ...(furniture ? { header: paragraph(furniture) } : {}),
    })
  },
  hasFurniture: true,
  hostile: [
    { what: 'one paragraph of 10 MB', bytes: () => writeDocx({ body: paragraph('Output grew 3.5 percent in 2019, he said. '.repeat(240_000)) }), outcome: 'read' },
    { what: 'a paragraph of a hundred thousand runs', bytes: () => writeDocx({ body: paragraph(run('It grew. ').repeat(100_000)) }), outcome: 'read' },
    { what: 'thirty thousand paragraphs whose ends are deleted', bytes: () => writeDocx({ body: paragraph('It grew. ', '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>').repeat(30_000) }), outcome: 'read' },
    { what: 'twenty thousand notes', bytes: () => writeDocx({ body: paragraph(Array.from({ length: 20_000 }, (_, index) => run('It grew.') + mark('footnote', index + 1)).join('')), footnotes: Array.from({ length: 20_000 }, (_, index) => note('footnote', index + 1, 'A book.')).join('') }), outcome: 'read' },
    { what: 'fifty thousand pictures', bytes: () => writeDocx({ body: paragraph(`${run('It grew.')}${'<w:r><w:pict><v:imagedata/></w:pict></w:r>'.repeat(50_000)}`) }), outcome: 'read' },
    { what: 'a field that never ends', bytes: () => writeDocx({ body: paragraph(`${run('It grew. ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('It fell.')}`) }), outcome: 'read' },
    { what: 'a style that is its own ancestor', bytes: () => writeDocx({ styles: '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>', body: paragraph('It grew.', style('A')) }), outcome: 'read' },
    { what: 'a part that inflates to 200 MB', bytes: () => withMain((main) => main.replace('It grew.', ' '.repeat(200_000_000))), outcome: 'refused' },
    { what: 'a part that inflates to more than it says', bytes: () => writeZip(docxParts({ body: paragraph('It grew. '.repeat(1_000_000)) }).map((entry) => entry.name === 'word/document.xml' ? { ...entry, lies: { size: 1000 } } : entry)), outcome: 'refused' },
    { what: 'an archive that says it holds 3 GB', bytes: () => writeZip([...docxParts({ body: paragraph('It grew.') }), { name: 'word/media/a.png', content: 'x', lies: { size: 3_000_000_000 } }]), outcome: 'refused' },
    { what: 'twenty thousand files', bytes: () => writeZip([...docxParts({ body: paragraph('It grew.') }), ...Array.from({ length: 20_000 }, (_, index) => ({ name: `word/media/${index}.png`, content: '' }))]), outcome: 'refused' },
    { what: 'a path that leads out of the archive', bytes: () => writeZip([...docxParts({ body: paragraph('It grew.') }), { name: '../../etc/passwd', content: 'x' }]), outcome: 'refused' },
    { what: 'two main parts of one name', bytes: () => writeZip([...docxParts({ body: paragraph('It grew.') }), { name: 'word/document.xml', content: '<x/>' }]), outcome: 'refused' },
    { what: 'a main part with a wrong checksum', bytes: () => writeZip(docxParts({ body: paragraph('It grew.') }).map((entry) => entry.name === 'word/document.xml' ? { ...entry, lies: { crc: 7 } } : entry)), outcome: 'refused' },
    { what: 'a part with a password', bytes: () => writeZip(docxParts({ body: paragraph('It grew.') }).map((entry) => entry.name === 'word/document.xml' ? { ...entry, lies: { encrypted: true } } : entry)), outcome: 'refused' },
    { what: 'half an archive', bytes: () => { const whole = writeDocx({ body: paragraph('It grew.') }); return whole.subarray(0, whole.length / 2) }, outcome: 'refused' },
    { what: 'entities that stand for each other', bytes: () => withMain((main) => main.replace('<w:document', `${BOMB}<w:document`).replace('It grew.', '&k;')), outcome: 'refused' },
    { what: 'an entity that stands for a file', bytes: () => withMain((main) => main.replace('<w:document', '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document').replace('It grew.', '&a;')), outcome: 'refused' },
    { what: 'elements nested a hundred thousand deep', bytes: () => writeDocx({ body: `${'<w:sdt><w:sdtContent>'.repeat(100_000)}${paragraph('It grew.')}${'</w:sdtContent></w:sdt>'.repeat(100_000)}` }), outcome: 'refused' },
    { what: 'two million elements', bytes: () => writeDocx({ body: paragraph('<w:r/>'.repeat(2_000_000)) }), outcome: 'refused' },
    { what: 'XML that is not well-formed', bytes: () => withMain((main) => main.replace('</w:body>', '')), outcome: 'refused' },
    { what: 'a package without a text', bytes: () => writeZip(docxParts({ body: paragraph('It grew.') }).filter(({ name }) => name !== 'word/document.xml')), outcome: 'refused' },
  ],
}
