import { utf8, type ImporterCase } from './importer-case.ts'

export const importerCase: ImporterCase = {
  write({ title, sentences, furniture }) {
    const notes = sentences.flatMap(({ note }) => note === undefined ? [] : [note])
    let number = 0
    return utf8([
      furniture,
      title,
      sentences.map(({ text, note }) => note === undefined ? text : `${text} {${++number}}`).join(' '),
      notes.map((note, index) => `{${index + 1}} ${note}`).join('\r\n'),
    ].filter(Boolean).join('\r\n\r\n'))
  },
  hasFurniture: true,
  hostile: [
    { what: 'one paragraph of 10 MB', bytes: () => utf8('Output grew 3.5 percent in 2019, he said. '.repeat(240_000)), outcome: 'read' },
    { what: '10 MB without a space', bytes: () => utf8('a'.repeat(10_000_000)), outcome: 'read' },
    { what: 'a million opening brackets', bytes: () => utf8(`x ${'('.repeat(1_000_000)}`), outcome: 'read' },
    { what: 'a million opening quotation marks', bytes: () => utf8(`x ${'“'.repeat(1_000_000)}`), outcome: 'read' },
    { what: 'a million full stops', bytes: () => utf8(`x ${'.'.repeat(1_000_000)}`), outcome: 'read' },
    { what: 'marks without end', bytes: () => utf8(`x ${'[1]'.repeat(500_000)}`), outcome: 'read' },
    { what: 'a million lines of one sign', bytes: () => utf8('x\n'.repeat(1_000_000)), outcome: 'read' },
    { what: 'note openings without end', bytes: () => utf8(`It grew. [1]\n\n${'[1] A book.\n'.repeat(100_000)}`), outcome: 'read' },
    { what: 'ten thousand levels of quotation', bytes: () => utf8(`${'>'.repeat(10_000)} It grew.\n`.repeat(20)), outcome: 'read' },
    { what: 'NUL signs among the words', bytes: () => utf8('It grew\0 in 2019, he said, and the ministry agreed. '.repeat(100)), outcome: 'either' },
    { what: 'half of a surrogate pair', bytes: () => Uint8Array.from([0xff, 0xfe, 0x49, 0, 0x74, 0, 0x20, 0, 0x3d, 0xd8, 0x20, 0, 0x67, 0]), outcome: 'read' },
  ],
}
