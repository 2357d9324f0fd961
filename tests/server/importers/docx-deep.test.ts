import { describe, expect, it } from 'vitest'
import { textOf, type ChangesView, type Document } from '#shared/document/document.ts'
import { docx } from '#server/importers/docx.ts'
import { mark, note, paragraph, run, writeDocx, type DocxParts } from '../../support/write-docx.ts'
import { readNotes } from '../../support/read-notes.ts'

const read = async (parts: DocxParts, view: ChangesView = 'accepted'): Promise<Document> => docx.read(writeDocx(parts), { name: 'draft.docx', view })
const notesOf = (document: Document): [string, string, string][] => readNotes(document).citations.filter(({ kind }) => kind === 'note').map(({ label, text, carries }) => [label, text, textOf(document.text, carries)])
const warned = ({ warnings }: Document): [string, string][] => warnings.map(({ code, message }) => [code, message])
const change = (kind: 'ins' | 'del' | 'moveFrom' | 'moveTo', content: string): string => `<w:${kind} w:id="1" w:author="A">${content}</w:${kind}>`
const gone = (words: string): string => `<w:r><w:delText xml:space="preserve">${words}</w:delText></w:r>`
const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
/** A field without a result. */
const lone = (instruction: string): string => `${char('begin')}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${char('end')}`
const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`

describe('tables', () => {
  it('keep notes in their cells, whatever wraps the cells', async () => {
    const row = `<w:tr>${cell(paragraph('Hale'))}<w:sdt><w:sdtContent>${cell(paragraph(run('14 mills') + mark('footnote', 1)))}</w:sdtContent></w:sdt></w:tr>`
    const document = await read({ body: `<w:tbl>${row}<w:tr>${cell(paragraph('Wick'))}${cell(paragraph('9 mills'))}</w:tr></w:tbl>`, footnotes: note('footnote', 1, 'Mill book, 3.') })
    expect(document.text).toBe('Hale\t14 mills1\n\nWick\t9 mills\n\nMill book, 3.')
    expect(notesOf(document).map(([label, text]) => [label, text])).toEqual([['1', 'Mill book, 3.']])
  })
  it('have the cells of their view, and tell of the others', async () => {
    const body = `<w:tbl><w:tr>${cell(paragraph('Hale'))}${cell(paragraph('14'), '<w:cellDel w:id="1" w:author="A"/>')}${cell(paragraph('15'), '<w:cellIns w:id="2" w:author="A"/>')}</w:tr></w:tbl>`
    const [accepted, original] = [await read({ body }), await read({ body }, 'original')]
    expect([accepted.text, original.text]).toEqual(['Hale\t15', 'Hale\t14'])
    expect(accepted.changes!.map(({ kind, text }) => [kind, text])).toEqual([['deletion', '14'], ['insertion', '15']])
  })
})

describe('tracked changes', () => {
  it('of one hand within those of another are in no view but their own', async () => {
    const body = paragraph(`${run('It ')}${change('ins', `${run('rose ')}${change('del', gone('and fell '))}`)}${run('in May.')}`)
    expect([(await read({ body })).text, (await read({ body }, 'original')).text]).toEqual(['It rose in May.', 'It in May.'])
    expect((await read({ body })).changes!.map(({ kind, text }) => [kind, text])).toEqual(expect.arrayContaining([['deletion', 'and fell '], ['insertion', 'rose and fell ']]))
  })
  it('move whole paragraphs with their notes', async () => {
    const moved = (kind: 'moveFrom' | 'moveTo'): string => `<w:${kind}RangeStart w:id="7" w:author="A" w:name="m1"/><w:p><w:pPr><w:rPr><w:${kind} w:id="8" w:author="A"/></w:rPr></w:pPr>${change(kind, run('It rose.') + mark('footnote', 1))}</w:p><w:${kind}RangeEnd w:id="7"/>`
    const body = moved('moveFrom') + paragraph('It stood.') + moved('moveTo') + paragraph('It went.')
    const footnotes = note('footnote', 1, 'Mill book, 3.')
    const [accepted, original] = [await read({ body, footnotes }), await read({ body, footnotes }, 'original')]
    expect([accepted.text, original.text]).toEqual(['It stood.\n\nIt rose.1\n\nIt went.\n\nMill book, 3.', 'It rose.1\n\nIt stood.\n\nIt went.\n\nMill book, 3.'])
    expect(notesOf(accepted)).toEqual([['1', 'Mill book, 3.', 'It rose.']])
  })
})

describe('fields without a result', () => {
  it('show their sign, tell of their formula, and are nothing else', async () => {
    const document = await read({ body: paragraph(`${run('At 5')}${lone('SYMBOL 176 \\f "Symbol" \\s 12')}${run('C')}${lone('XE "heat"')}${run(' it melts')}${lone('EQ \\f(1,2)')}${run('.')}`) })
    expect(document.text).toBe('At 5°C it melts.')
    expect(warned(document)).toEqual([['equation-in-one-line', 'A formula that is a field (“EQ \\f(1,2)”) is left out. It stands by the words “At 5°C it melts.”.']])
  })
})

describe('what stands in boxes and equations', () => {
  it('is read once, with its notes, and in order', async () => {
    const content = `<w:txbxContent>${paragraph(run('A box.') + mark('footnote', 2))}</w:txbxContent>`
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const document = await read({ body: paragraph(run('It rose.') + mark('footnote', 1) + drawing) + paragraph(run('It fell.') + mark('footnote', 3)), footnotes: [1, 2, 3].map((id) => note('footnote', id, `Mill book, ${id}.`)).join('') })
    expect(notesOf(document)).toEqual([['1', 'Mill book, 1.', 'It rose.'], ['2', 'Mill book, 2.', 'A box.'], ['3', 'Mill book, 3.', 'It fell.']])
  })
  it('keeps what is raised and lowered apart', async () => {
    const part = (name: string, words: string): string => `<m:${name}><m:r><m:t>${words}</m:t></m:r></m:${name}>`
    expect((await read({ body: paragraph(`${run('With ')}<m:oMath><m:sSubSup>${part('e', 'x')}${part('sub', 'i')}${part('sup', '2')}</m:sSubSup></m:oMath>${run(' it holds.')}`) })).text).toMatch(/^With +x_i\^2 +it holds\.$/)
  })
})

describe('embedded documents', () => {
  it('are told of', async () => {
    expect(warned(await read({ body: `${paragraph('It rose.')}<w:altChunk r:id="rId9"/>` }))).toEqual([['embedded-document', 'An embedded document (altChunk) is not read. Open the file in Word, save it and import it again. It stands by the words “It rose.”.']])
  })
})
