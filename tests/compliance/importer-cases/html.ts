import { utf8, type ImporterCase } from './importer-case.ts'

const page = (body: string): Uint8Array => utf8(`<!doctype html><html><body>${body}</body></html>`)
const BOMB = `<!DOCTYPE html [<!ENTITY a "ha ha ha ha ha ha ha ha ha ha ha ha ">${Array.from({ length: 12 }, (_, index) => `<!ENTITY ${String.fromCharCode(98 + index)} "${`&${String.fromCharCode(97 + index)};`.repeat(10)}">`).join('')}]>`

export const importerCase: ImporterCase = {
  write({ title, sentences, furniture }) {
    let number = 0
    const body = sentences.map(({ text, note }) => note === undefined ? text : `${text}<sup><a href="#n${++number}">${number}</a></sup>`).join(' ')
    const notes = sentences.flatMap(({ note }) => note === undefined ? [] : [note]).map((note, index) => `<li id="n${index + 1}">${note}</li>`).join('')
    return utf8(`${furniture ? `<nav>${furniture}</nav>` : ''}${title ? `<h1>${title}</h1>` : ''}<p>${body}</p>${notes ? `<ol>${notes}</ol>` : ''}`)
  },
  hasFurniture: true,
  hostile: [
    { what: 'one paragraph of 10 MB', bytes: () => page(`<p>${'Output grew 3.5 percent in 2019, he said. '.repeat(240_000)}</p>`), outcome: 'read' },
    { what: 'elements nested a million deep', bytes: () => page(`${'<div>'.repeat(1_000_000)}<p>It grew.</p>`), outcome: 'read' },
    { what: 'inline elements nested a hundred thousand deep', bytes: () => page(`<p>${'<b>'.repeat(100_000)}It grew.</p>`), outcome: 'read' },
    { what: 'a million opening angle brackets', bytes: () => page(`<p>It grew. ${'<'.repeat(1_000_000)}</p>`), outcome: 'read' },
    { what: 'tags that never end', bytes: () => page(`<p>It grew. ${'<a '.repeat(300_000)}`), outcome: 'read' },
    { what: 'a million opening brackets', bytes: () => page(`<p>It grew. ${'('.repeat(1_000_000)}</p>`), outcome: 'read' },
    { what: 'entities that stand for each other', bytes: () => utf8(`${BOMB}<html><body><p>It grew. &m;</p></body></html>`), outcome: 'read' },
    { what: 'an attribute of 5 MB', bytes: () => page(`<p title="${'x'.repeat(5_000_000)}">It grew.</p>`), outcome: 'read' },
    { what: 'thirty thousand links to one note', bytes: () => page(`<p>It grew.${'<sup><a href="#n1">1</a></sup> '.repeat(30_000)}</p><ol><li id="n1">A book.</li></ol>`), outcome: 'read' },
    { what: 'twenty thousand notes', bytes: () => page(`<p>${Array.from({ length: 20_000 }, (_, index) => `It grew.<sup><a href="#n${index}">${index}</a></sup> `).join('')}</p><ol>${Array.from({ length: 20_000 }, (_, index) => `<li id="n${index}">A book.</li>`).join('')}</ol>`), outcome: 'read' },
    { what: 'a comment that never ends', bytes: () => page(`<p>It grew.</p><!-- ${'x '.repeat(1_000_000)}`), outcome: 'read' },
    { what: 'NUL signs in an element', bytes: () => page(`<p>It\0 grew in 2019, he said.</p>${'<p>It fell.</p>'.repeat(40)}`), outcome: 'either' },
  ],
}
