import { describe, expect, it } from 'vitest'
import { textOf, type ChangesView, type Document } from '#shared/document/document.ts'
import { docx } from '#server/importers/docx.ts'
import { docxParts, mark, note, paragraph, run, style, writeDocx, type DocxParts } from '../../support/write-docx.ts'
import { readNotes } from '../../support/read-notes.ts'
import { writeZip } from '../../support/write-zip.ts'

const read = async (parts: DocxParts, view: ChangesView = 'accepted'): Promise<Document> => docx.read(writeDocx(parts), { name: 'draft.docx', view })
const blocksOf = ({ text, blocks }: Document): [string, string][] => blocks.map(({ kind, level, span }) => [`${kind}${level ?? ''}`, textOf(text, span)])
const marksOf = ({ text, marks }: Document): (string | undefined)[][] => marks.map(({ kind, label, target, href, span }) => [kind, label ?? href, target, textOf(text, span)])
const notesOf = (document: Document): [string, string, string][] => readNotes(document).citations.filter(({ kind }) => kind === 'note').map(({ label, text, carries }) => [label, text, textOf(document.text, carries)])
const ins = (content: string, who = 'A'): string => `<w:ins w:id="1" w:author="${who}" w:date="2024-05-01T10:00:00Z">${content}</w:ins>`
const del = (words: string, who = 'B'): string => `<w:del w:id="2" w:author="${who}" w:date="2024-05-02T10:00:00Z"><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`
const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const cell = (content: string): string => `<w:tc>${content}</w:tc>`
const row = (...cells: string[]): string => `<w:tr>${cells.map((words) => cell(paragraph(words))).join('')}</w:tr>`

describe('the blocks of a Word file', () => {
  it('are what their styles say, through their ancestors and in other languages', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="Kap"><w:name w:val="Kapitel"/><w:basedOn w:val="Heading1"/></w:style><w:style w:type="paragraph" w:styleId="U2"><w:name w:val="Überschrift 2"/></w:style>'
      + '<w:style w:type="paragraph" w:styleId="Lvl"><w:name w:val="Mine"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    const body = [paragraph('The Plan', style('Title')), paragraph('One', style('Kap')), paragraph('Two', style('U2')), paragraph('Three', style('Lvl')), paragraph('It grew.'), paragraph('“It did.”', style('Quote')), paragraph('Figure 1', style('caption')),
      paragraph('A point', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'), paragraph('No point', '<w:numPr><w:numId w:val="0"/></w:numPr>')].join('')
    const document = await read({ body, styles })
    expect(blocksOf(document)).toEqual([['title', 'The Plan'], ['heading1', 'One'], ['heading2', 'Two'], ['heading3', 'Three'], ['paragraph', 'It grew.'], ['quote', '“It did.”'], ['caption', 'Figure 1'], ['list-item', 'A point'], ['paragraph', 'No point']])
    expect(document.title).toBe('The Plan')
  })
  it('keep every sign that was typed, with white space at the ends gone', async () => {
    const body = paragraph(`${run('  It  grew')}<w:r><w:tab/></w:r>${run('in')}<w:r><w:noBreakHyphen/></w:r>${run('deed,')}<w:r><w:br/></w:r>${run('by 5')}<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>${run('C, co')}<w:r><w:softHyphen/></w:r>${run('operation \u00a0')}`)
    expect((await read({ body })).text).toBe('It  grew\tin\u2011deed,\nby 5°C, cooperation')
  })
  it('are rows with cells in a table, and running text in a table that only arranges it', async () => {
    const table = `<w:tbl>${row('Year', 'Output')}${row('2019', '5.1')}</w:tbl>`
    const box = `<w:tbl><w:tr>${cell(paragraph('A box.') + paragraph('It grew.'))}</w:tr></w:tbl>`
    expect(blocksOf(await read({ body: table + paragraph('So.') + box }))).toEqual([['table', 'Year\tOutput'], ['table', '2019\t5.1'], ['paragraph', 'So.'], ['paragraph', 'A box.'], ['paragraph', 'It grew.']])
  })
  it('are read out of content controls; prompts nobody answered are told of', async () => {
    const body = `<w:sdt><w:sdtContent>${paragraph(`${run('It grew')}<w:sdt><w:sdtContent>${mark('footnote', 1)}</w:sdtContent></w:sdt>${run('.')}`)}</w:sdtContent></w:sdt>${paragraph(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Click here')}</w:sdtContent></w:sdt>${run('It fell.')}`)}`
    const document = await read({ body, footnotes: note('footnote', 1, 'A book.') })
    expect(blocksOf(document)).toEqual([['paragraph', 'It grew1.'], ['paragraph', 'It fell.'], ['note', 'A book.']])
    expect(document.warnings.map(({ message }) => message)).toEqual(['A placeholder that nobody filled in (“Click here”) is left out. It stands by the words “It fell.”.'])
  })
  it('hold one branch of what is given twice, and text boxes behind their paragraph', async () => {
    const box = (words: string): string => `<w:txbxContent>${paragraph(words)}</w:txbxContent>`
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('A box.')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('A box.')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(blocksOf(await read({ body: paragraph(run('It ') + drawing + run('grew.')) + paragraph('It fell.') }))).toEqual([['paragraph', 'It grew.'], ['paragraph', 'A box.'], ['paragraph', 'It fell.']])
  })
  it('set running heads, feet and tables of contents aside', async () => {
    const body = paragraph(field('TOC \\o "1-3"', run('One\t3')), style('toc1')) + paragraph(field('TOC \\h', run('Two 4'))) + paragraph('One', style('Heading1')) + paragraph('It grew.')
    expect(blocksOf(await read({ body, header: paragraph('Draft of May'), footer: paragraph(run('7')) }))).toEqual([['furniture', 'Draft of May'], ['furniture', 'One 3'], ['furniture', 'Two 4'], ['title', 'One'], ['paragraph', 'It grew.']])
  })
  it('join a drop cap to its paragraph', async () => {
    expect(blocksOf(await read({ body: paragraph('I', '<w:framePr w:dropCap="drop"/>') + paragraph('t grew.') }))).toEqual([['paragraph', 'It grew.']])
  })
})

describe('links and fields', () => {
  it('keep results and drop instructions', async () => {
    const body = paragraph(run('See ') + field('REF _Ref1 \\h', run('Table 2')) + run(' of ') + field(`IF ${field('PAGE', run('1'))} = 1 "a"`, run('May')) + run('.'))
    expect((await read({ body })).text).toBe('See Table 2 of May.')
  })
  it('link by relationship, bookmark and field', async () => {
    const links = '<Relationship Id="rId50" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://a.example/" TargetMode="External"/>'
    const body = paragraph(`<w:hyperlink r:id="rId50">${run('here')}</w:hyperlink>${run(' and ')}<w:hyperlink w:anchor="Place">${run('there')}</w:hyperlink>${run(' and ')}${field('HYPERLINK "https://b.example/" \\l "x" \\o "tip"', run('beyond'))}`)
    expect(marksOf(await read({ body, links }))).toEqual([['link', 'https://a.example/', undefined, 'here'], ['link', '#Place', undefined, 'there'], ['link', 'https://b.example/#x', undefined, 'beyond']])
  })
  it('raise what is raised, in one stretch', async () => {
    const raised = '<w:vertAlign w:val="superscript"/>'
    expect(marksOf(await read({ body: paragraph(run('It grew.') + run('1', raised) + run('2', raised) + run(' So.')) }))).toEqual([['superscript', undefined, undefined, '12']])
  })
  it('leave hidden text out and say so', async () => {
    const document = await read({ body: paragraph(run('It grew') + run(' secretly', '<w:vanish/>') + run('.')) })
    expect([document.text, document.warnings[0]!.message]).toEqual(['It grew.', 'Hidden text (“ secretly”) is left out. It stands by the words “It grew.”.'])
  })
  it('tell of pictures, charts, objects and equations with their place', async () => {
    const picture = '<w:r><w:drawing><wp:docPr descr="A map"/><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r>'
    const equation = '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>'
    const document = await read({ body: paragraph('It grew.') + paragraph(picture) + paragraph(run('By') + equation + run('of it.')) })
    expect(document.text).toBe('It grew.\n\nBy 1/2 of it.')
    expect(document.warnings.map(({ code, message }) => [code, message])).toEqual([
      ['picture-not-read', 'A picture (“A map”) is left out; what it shows is not read. It stands by the words “It grew.”.'],
      ['equation-in-one-line', 'An equation is written in one line (“1/2”); check it against the file. It stands by the words “By 1/2 of it.”.'],
    ])
  })
})

describe('notes', () => {
  const body = paragraph(run('It grew') + mark('footnote', 3) + run(' and fell') + mark('endnote', 1) + run('.') + mark('footnote', 2))
  const notes = { footnotes: note('footnote', 2, 'Second.') + note('footnote', 3, 'First.'), endnotes: note('endnote', 1, 'At the end.') }
  it('are numbered as the reader sees them, footnotes and endnotes apart', async () => {
    const document = await read({ body, ...notes })
    expect(document.text).toBe('It grew1 and felli.2\n\nFirst.\n\nSecond.\n\nAt the end.')
    expect(notesOf(document)).toEqual([['1', 'First.', 'It grew'], ['i', 'At the end.', 'and fell'], ['2', 'Second.', 'and fell']])
  })
  it('follow the numbering of the file and of its sections', async () => {
    const settings = '<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr><w:endnotePr><w:numFmt w:val="upperLetter"/></w:endnotePr>'
    expect((await read({ body, ...notes, settings })).text.split('\n')[0]).toBe('It grew* and fellA.†')
    const section = (number: number): string => `<w:p><w:pPr><w:sectPr><w:footnotePr><w:numFmt w:val="lowerRoman"/><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr></w:pPr>${run(`Part ${number}.`)}${mark('footnote', number)}</w:p>`
    const document = await read({ body: section(1) + section(2), footnotes: note('footnote', 1, 'One.') + note('footnote', 2, 'Two.') })
    expect(notesOf(document)).toEqual([['i', 'One.', 'Part 1.'], ['i', 'Two.', 'Part 2.']])
  })
  it('may have typed marks, and typed labels in their own text', async () => {
    const custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    const footnotes = `<w:footnote w:id="1"><w:p>${run('* Starred.')}</w:p></w:footnote><w:footnote w:id="2"><w:p>${run('1 Counted.')}</w:p></w:footnote>`
    const document = await read({ body: paragraph(run('It grew') + custom + run('.') + mark('footnote', 2)), footnotes })
    expect(notesOf(document)).toEqual([['*', 'Starred.', 'It grew'], ['1', 'Counted.', 'It grew']])
  })
  it('are marked a second time by a cross-reference that looks like a mark; others are words', async () => {
    const marked = `<w:bookmarkStart w:id="9" w:name="_Ref7"/>${mark('footnote', 1)}<w:bookmarkEnd w:id="9"/>`
    const document = await read({ body: paragraph(run('It grew.') + marked) + paragraph(run('It fell.') + field('NOTEREF _Ref7 \\f \\h', run('1'))) + paragraph(run('It stood.') + field('NOTEREF _Ref7 \\h', run('1', '<w:vertAlign w:val="superscript"/>'))) + paragraph(run('As note ') + field('NOTEREF _Ref7 \\h', run('1')) + run(' says, it rose.')), footnotes: note('footnote', 1, 'A book.') })
    expect(notesOf(document)).toEqual([['1', 'A book.', 'It grew.'], ['1', 'A book.', 'It fell.'], ['1', 'A book.', 'It stood.']])
  })
  it('may be a counted list under a heading, which typed marks answer', async () => {
    const numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'
    const item = (words: string): string => paragraph(words, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>')
    const document = await read({ body: paragraph('It grew.[1] It fell.[2]') + paragraph('References', '') + item('Smith, A book, 2001.') + item('Jones, A page, 2002.'), numbering })
    expect(blocksOf(document).map(([kind]) => kind)).toEqual(['paragraph', 'heading2', 'note', 'note'])
    expect(notesOf(document)).toEqual([['1', 'Smith, A book, 2001.', 'It grew.'], ['2', 'Jones, A page, 2002.', 'It fell.']])
  })
  it('keep notes that nothing marks, and every paragraph of a note', async () => {
    const footnotes = `<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>${run('One.')}</w:p><w:p>${run('And more.')}</w:p></w:footnote>${note('footnote', 5, 'Lost.')}`
    const document = await read({ body: paragraph(run('It grew.') + mark('footnote', 1)), footnotes })
    const { citations, orphans } = readNotes(document)
    expect([citations.map(({ text }) => text), orphans.map(({ text }) => text)]).toEqual([['One. And more.'], ['Lost.']])
  })
})

describe('tracked changes', () => {
  const body = paragraph(run('Output ') + del('rose') + ins(run('fell')) + run(' in 2019.'))
  it('are read in both views, with a list of them', async () => {
    const accepted = await read({ body })
    expect([accepted.text, accepted.changes]).toEqual(['Output fell in 2019.', [
      { kind: 'deletion', span: { start: 6, end: 6 }, text: 'rose', author: 'B', at: '2024-05-02T10:00:00Z' },
      { kind: 'insertion', span: { start: 7, end: 11 }, text: 'fell', author: 'A', at: '2024-05-01T10:00:00Z' },
    ]])
    const original = await read({ body }, 'original')
    expect([original.text, original.changes!.map(({ kind, span, text }) => [kind, textOf(original.text, span), text])]).toEqual(['Output rose in 2019.', [['deletion', 'rose', 'rose'], ['insertion', '', 'fell']]])
  })
  it('join paragraphs whose end was deleted, and take the properties of the end that is left', async () => {
    const broken = paragraph('It grew ', '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>') + paragraph('and grew.', style('Quote')) + paragraph('So', `${style('Heading1')}<w:rPr><w:ins w:id="3" w:author="A"/></w:rPr>`) + paragraph(' it went.')
    expect(blocksOf(await read({ body: broken }))).toEqual([['quote', 'It grew and grew.'], ['heading1', 'So'], ['paragraph', 'it went.']])
    expect(blocksOf(await read({ body: broken }, 'original'))).toEqual([['paragraph', 'It grew'], ['quote', 'and grew.'], ['paragraph', 'So it went.']])
  })
  it('follow moved words, changed looks and whole rows', async () => {
    const moved = paragraph(`<w:moveFrom w:id="1" w:author="A">${run('Moved. ')}</w:moveFrom>${run('Stays. ')}<w:moveTo w:id="2" w:author="A">${run('Moved.')}</w:moveTo>`)
    const looks = paragraph(run('Bold', '<w:b/><w:rPrChange w:id="3" w:author="A"><w:rPr/></w:rPrChange>') + run(' it is.'))
    const table = `<w:tbl><w:tr><w:trPr><w:del w:id="4" w:author="A"/></w:trPr>${cell(paragraph('1'))}${cell(paragraph('2'))}</w:tr>${row('3', '4')}</w:tbl>`
    const document = await read({ body: moved + looks + table })
    expect(document.text).toBe('Stays. Moved.\n\nBold it is.\n\n3\t4')
    expect(document.changes!.map(({ kind, text }) => [kind, text])).toEqual([['move-from', 'Moved. '], ['move-to', 'Moved.'], ['formatting', 'Bold'], ['deletion', '1\t2']])
  })
  it('take a note with its deleted mark out of the accepted view, and say so', async () => {
    const deleted = paragraph(`${run('It grew')}<w:del w:id="2" w:author="B">${mark('footnote', 1)}</w:del>${run('. It fell.')}${mark('footnote', 2)}`)
    const footnotes = note('footnote', 1, 'Gone.') + note('footnote', 2, 'Stays.')
    const accepted = await read({ body: deleted, footnotes })
    expect([notesOf(accepted), accepted.warnings.map(({ message }) => message)]).toEqual([[['1', 'Stays.', 'It grew. It fell.']], ['A note (“Gone.”) is left out: its mark is not in this view of the tracked changes. It stands by the words “It grew. It fell.1”.']])
    expect(notesOf(await read({ body: deleted, footnotes }, 'original')).map(([label, text]) => [label, text])).toEqual([['1', 'Gone.'], ['2', 'Stays.']])
  })
})

describe('comments', () => {
  it('stand on their words, with replies and what is resolved', async () => {
    const range = (id: number, content: string): string => `<w:commentRangeStart w:id="${id}"/>${content}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
    const comment = (id: number, who: string, words: string): string => `<w:comment w:id="${id}" w:author="${who}" w:date="2024-01-01T00:00:00Z"><w:p w14:paraId="0000000${id}">${run(words)}</w:p></w:comment>`
    const document = await read({
      body: paragraph(run('Output ') + range(1, range(2, run('grew'))) + run('.')), comments: comment(1, 'A', 'Source?') + comment(2, 'B', 'Page 3.'),
      commentsExtended: '<w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>',
    })
    expect(document.comments!.map(({ span, ...comment }) => ({ on: textOf(document.text, span), ...comment }))).toEqual([
      { on: 'grew', text: 'Source?', author: 'A', at: '2024-01-01T00:00:00Z', resolved: true },
      { on: 'grew', text: 'Page 3.', author: 'B', at: '2024-01-01T00:00:00Z', replyTo: 0 },
    ])
  })
})

it('reads the notes of a file that Google Docs wrote: no separators, numbers from 0, a mark that says it is no custom one', async () => {
  const raised = '<w:vertAlign w:val="superscript"/>'
  const googleMark = (id: number): string => `<w:r><w:rPr>${raised}</w:rPr><w:footnoteReference w:customMarkFollows="0" w:id="${id}"/></w:r>`
  const googleNote = (id: number, words: string): string => `<w:footnote w:id="${id}"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:rPr>${raised}</w:rPr><w:footnoteRef/></w:r>${run(` ${words}`, '<w:rtl w:val="0"/>')}</w:p></w:footnote>`
  const parts = docxParts({ body: paragraph(`${run('It grew.', '<w:rtl w:val="0"/>')}${googleMark(0)}${run(' It fell.')}${googleMark(1)}`), footnotes: googleNote(0, 'A book.') + googleNote(1, 'A paper.') })
    .map((part) => (part.name.endsWith('footnotes.xml') ? { ...part, content: String(part.content).replace(/<w:footnote w:type=.*?<\/w:footnote>/g, '') } : part))
  const document = await docx.read(writeZip(parts), { name: 'draft.docx' })
  expect(notesOf(document)).toEqual([['1', 'A book.', 'It grew.'], ['2', 'A paper.', 'It fell.']])
})

describe('packages', () => {
  const sentence = paragraph('It grew in 中国.')
  it('may call their main part anything, use the strict names, other prefixes and UTF-16', async () => {
    const strict = (content: string): string => content.replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main').replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships')
    const changed = docxParts({ body: sentence, mainPart: 'text/document2.xml' }).map(({ name, content }) => {
      const words = strict(String(content)).replaceAll('xmlns:w=', 'xmlns:x=').replaceAll('<w:', '<x:').replaceAll('</w:', '</x:').replaceAll(' w:', ' x:')
      return name.endsWith('document2.xml') ? { name, content: Buffer.from(`\uFEFF${words.replace('UTF-8', 'UTF-16')}`, 'utf16le') } : { name, content: words }
    })
    expect((await docx.read(writeZip(changed), { name: 'a.docx' })).text).toBe('It grew in 中国.')
  })
})
