import { escapeXml } from '../../support/write-docx.ts'
import { odtNote, odtParts, writeOdt } from '../../support/write-odt.ts'
import { writeZip } from '../../support/write-zip.ts'
import type { ImporterCase } from './importer-case.ts'

const p = (content: string): string => `<text:p>${content}</text:p>`
const BOMB = `<!DOCTYPE x [<!ENTITY a "ha ha ha ha ">${Array.from({ length: 8 }, (_, index) => `<!ENTITY ${'bcdefghi'[index]} "${`&${'abcdefgh'[index]};`.repeat(10)}">`).join('')}]>`
const withContent = (change: (content: string) => string): Uint8Array => writeZip(odtParts({ text: p('It grew.') }).map((entry) => entry.name === 'content.xml' ? { ...entry, content: change(String(entry.content)) } : entry))

export const importerCase: ImporterCase = {
  write({ title, sentences, furniture }) {
    let number = 0
    const words = sentences.map(({ text, note }) => `${escapeXml(text)}${note === undefined ? '' : odtNote(++number, note)}`).join(' ')
    return writeOdt({ text: `${title ? `<text:h text:outline-level="1">${title}</text:h>` : ''}${p(words)}`, ...(furniture ? { header: furniture } : {}) })
  },
  hasFurniture: true,
  hostile: [
    { what: 'one paragraph of 10 MB', bytes: () => writeOdt({ text: p('Output grew 3.5 percent in 2019, he said. '.repeat(240_000)) }), outcome: 'read' },
    { what: 'a hundred thousand spans', bytes: () => writeOdt({ text: p('<text:span>It grew. </text:span>'.repeat(100_000)) }), outcome: 'read' },
    { what: 'twenty thousand notes', bytes: () => writeOdt({ text: p(Array.from({ length: 20_000 }, (_, index) => `It grew.${odtNote(index + 1, 'A book.')}`).join('')) }), outcome: 'read' },
    { what: 'a billion spaces in one element', bytes: () => writeOdt({ text: p('It<text:s text:c="1000000000"/>grew.') }), outcome: 'read' },
    { what: 'a cell that repeats a million times', bytes: () => writeOdt({ text: `<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000">${p('It grew.')}</table:table-cell></table:table-row></table:table>` }), outcome: 'read' },
    { what: 'a change that never ends', bytes: () => writeOdt({ text: `<text:tracked-changes><text:changed-region text:id="c"><text:insertion/></text:changed-region></text:tracked-changes>${p('It grew. <text:change-start text:change-id="c"/>It fell.')}` }), outcome: 'read' },
    { what: 'a part that inflates to 200 MB', bytes: () => withContent((content) => content.replace('It grew.', ' '.repeat(200_000_000))), outcome: 'refused' },
    { what: 'entities that stand for each other', bytes: () => withContent((content) => content.replace('<office:document', `${BOMB}<office:document`).replace('It grew.', '&i;')), outcome: 'refused' },
    { what: 'lists nested a hundred thousand deep', bytes: () => writeOdt({ text: `${'<text:list><text:list-item>'.repeat(100_000)}${p('It grew.')}${'</text:list-item></text:list>'.repeat(100_000)}` }), outcome: 'refused' },
    { what: 'a file with a password', bytes: () => writeOdt({ text: p('It grew.'), manifest: '<manifest:encryption-data/>' }), outcome: 'refused' },
    { what: 'a sheet in the place of a text', bytes: () => withContent((content) => content.replaceAll('office:text', 'office:spreadsheet')), outcome: 'refused' },
  ],
}
