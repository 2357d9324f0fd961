import { utf8, type ImporterCase } from './importer-case.ts'

export const importerCase: ImporterCase = {
  write({ title, sentences, furniture }) {
    const notes = sentences.flatMap(({ note }) => note === undefined ? [] : [note])
    let number = 0
    return utf8([
      furniture,
      title && `# ${title}`,
      sentences.map(({ text, note }) => note === undefined ? text : `${text}[^${++number}]`).join(' '),
      notes.map((note, index) => `[^${index + 1}]: ${note}`).join('\r\n'),
    ].filter(Boolean).join('\r\n\r\n'))
  },
  hasFurniture: true,
  hostile: [
    { what: 'one paragraph of 10 MB', bytes: () => utf8('Output grew 3.5 percent in 2019, he said, and *that* was not all of it, by any means, as the ministry knew. '.repeat(95_000)), outcome: 'read' },
    { what: 'ten thousand levels of quotation', bytes: () => utf8(`${'>'.repeat(10_000)} It grew.`), outcome: 'read' },
    { what: 'a list a thousand levels deep', bytes: () => utf8(Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- It grew.`).join('\n')), outcome: 'read' },
    { what: 'opening brackets without end', bytes: () => utf8(`x ${'['.repeat(200_000)}`), outcome: 'read' },
    { what: 'a million opening quotation marks', bytes: () => utf8(`x ${'“'.repeat(1_000_000)}`), outcome: 'read' },
    { what: 'asterisks without end', bytes: () => utf8(`x ${'*a_ '.repeat(100_000)}`), outcome: 'read' },
    { what: 'backquotes of every length', bytes: () => utf8(Array.from({ length: 1500 }, (_, length) => `\`${'`'.repeat(length)}x`).join(' ')), outcome: 'read' },
    { what: 'marks without end', bytes: () => utf8(`It grew.${'[^1]'.repeat(30_000)}\n\n[^1]: A book.\n`), outcome: 'read' },
    { what: 'definitions without end', bytes: () => utf8(`It grew.[^1]\n\n${Array.from({ length: 20_000 }, (_, index) => `[^${index}]: A book.`).join('\n\n')}\n`), outcome: 'read' },
    { what: 'raw elements nested a hundred thousand deep', bytes: () => utf8(`${'<div>'.repeat(100_000)}\n\nIt grew.\n`), outcome: 'read' },
    { what: 'a table of a hundred thousand cells', bytes: () => utf8(`|${' a |'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${`|${' 1 |'.repeat(1000)}\n`.repeat(100)}`), outcome: 'read' },
  ],
}
