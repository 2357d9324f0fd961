import { describe, expect, it } from 'vitest'
import { citeDocument } from '#shared/citations/cite-document.ts'
import { textOf, type Document } from '#shared/document/document.ts'
import { segmentDocument } from '#shared/segment/sentences.ts'
import { readDocument } from '#server/importers/index.ts'
import { setLines, widthOf, writePdf, type PdfDetails, type PlacedText, type WrittenPage } from '../../support/write-pdf.ts'

const read = async (pages: readonly WrittenPage[], details?: PdfDetails): Promise<Document> => (await readDocument(writePdf(pages, details), { name: 'paper.pdf' })).document
const blocksOf = ({ text, blocks }: Document): [string, string][] => blocks.map(({ kind, level, span }) => [`${kind}${level ?? ''}`, textOf(text, span)])
const notesOf = (document: Document): [string, string][] => citeDocument(document, segmentDocument(document)).citations.filter(({ kind }) => kind === 'note').map(({ label, text }) => [label, text])
const tagged = (tag: string, texts: readonly PlacedText[]): PlacedText[] => texts.map((text) => ({ ...text, tag }))
const line = (tag: string, text: string, x: number, y: number, more: Partial<PlacedText> = {}): PlacedText => ({ tag, text, x, y, ...more })
/** Raised behind the words that it follows. */
const mark = (tag: string, label: string, behind: PlacedText): PlacedText => line(tag, label, behind.x + widthOf(behind.text), behind.y + 4, { size: 6 })

const PROSE = 'The survey counted the mills along the river and found that most of them had stood idle since the flood of the spring before, when the weirs gave way.'
const of = (town: string): string => PROSE.replace('the river', `the river at ${town}`)

describe('the tags of a PDF', () => {
  it('say what is a heading, a point of a list, a quotation and a running head, whatever they look like', async () => {
    const document = await read([{ texts: [
      line('Artifact', 'A survey of mills', 60, 740), line('H1', 'of mills', 60, 720), ...tagged('P:1', setLines(of('Hale'), { x: 60, y: 700, letters: 90 })),
      line('L/LI:1/Lbl', '-', 60, 664), line('L/LI:1/LBody/P', 'weirs that gave way in', 90, 664), line('L/LI:1/LBody/P', 'the spring', 90, 652), line('L/LI:2/LBody', 'mills', 90, 640),
      ...tagged('BlockQuote/P', setLines(of('Wick'), { x: 60, y: 620, letters: 90 })), line('H2', 'and of their owners', 60, 580), ...tagged('P:2', setLines(of('Ford'), { x: 60, y: 560, letters: 90 })),
    ] }])
    expect(blocksOf(document)).toEqual([['title1', 'of mills'], ['paragraph', of('Hale')], ['list-item', 'weirs that gave way in the spring'], ['list-item', 'mills'], ['quote', of('Wick')], ['heading2', 'and of their owners'], ['paragraph', of('Ford')], ['furniture', 'A survey of mills']])
  })
  it('give the order: a contents list beside two columns, a sidebar between them, and one paragraph over both', async () => {
    const side = tagged('Aside/P', setLines('Who owned the mills is told in the next part of this survey, with their names.', { x: 240, y: 600, letters: 22 }))
    const columns = [...setLines(of('Hale'), { x: 60, y: 700, letters: 34 }), ...setLines(`It is so. ${of('Wick')}`, { x: 400, y: 700, letters: 34 })].map((text) => ({ ...text, tag: 'P:1' }))
    const contents = ['Mills 3', 'Weirs 9', 'Owners 12', 'Floods 15', 'Tides 19'].map((text, index) => line(`TOC/TOCI:${index}`, text, 10, 700 - 12 * index, { size: 6 }))
    // Drawn from top to bottom, as the eye goes over the sheet.
    const texts = [...contents, ...columns, ...side].sort((a, b) => b.y - a.y || a.x - b.x)
    // The tree has its elements in the order in which they are first named: so the paragraph is named before the sidebar, and line by line.
    const document = await read([{ texts: [...columns, ...texts.filter(({ tag }) => tag !== 'P:1')] }])
    expect(blocksOf(document).filter(([kind]) => kind === 'paragraph').map(([, text]) => text)).toEqual([`${of('Hale')} It is so. ${of('Wick')}`, 'Who owned the mills is told in the next part of this survey, with their names.'])
    expect(blocksOf(document).filter(([kind]) => kind === 'furniture')).toHaveLength(5)
  })
  it('name notes, wherever they stand, and cells of tables', async () => {
    const said = line('P:1', 'It was dry.', 60, 640)
    const document = await read([{ texts: [
      ...tagged('P:1', setLines(of('Hale'), { x: 60, y: 700, letters: 90 })), said, mark('P:1', '7', said), line('P:1', 'It was', 120, 640),
      ...tagged('Table/TR:1/TD:1', setLines('mills on the river', { x: 60, y: 600, letters: 10 })), line('Table/TR:1/TD:2', '12', 200, 600), line('Table/TR:2/TD:1', 'weirs', 60, 560), line('Table/TR:2/TD:2', '9', 200, 560),
      line('P:1/Note/Lbl', '7', 400, 663, { size: 5 }), ...tagged('P:1/Note/P', setLines('Mill book, of which half was lost.', { x: 410, y: 660, letters: 20, size: 8 })),
      ...tagged('P:2', setLines(of('Ford'), { x: 60, y: 540, letters: 90 })),
    ] }])
    expect(notesOf(document)).toEqual([['7', 'Mill book, of which half was lost.']])
    expect(blocksOf(document).filter(([kind]) => kind === 'table')).toEqual([['table', 'mills on the river\t12'], ['table', 'weirs\t9']])
  })
  it('that forget some letters, or a page, lose none of them', async () => {
    const body = tagged('P:1', setLines(of('Hale').repeat(12), { x: 60, y: 700, letters: 90 }))
    const document = await read([{ texts: [...body, { text: 'Nobody tagged this.', x: 60, y: 360 }, ...tagged('P:2', setLines(of('Ford').repeat(4), { x: 60, y: 340, letters: 90 }))] }])
    expect(blocksOf(document).map(([kind, text]) => [kind, text.slice(0, 20)])).toEqual([['paragraph', 'The survey counted t'], ['paragraph', 'Nobody tagged this.'], ['paragraph', 'The survey counted t']])
  })
  it('are left alone where each line is a paragraph of its own, most is untagged, or the order is that of the drawing', async () => {
    const plain = setLines(of('Hale').repeat(3), { x: 60, y: 700, letters: 60 })
    const one = async (texts: readonly PlacedText[]): Promise<[string, string][]> => blocksOf(await read([{ texts }]))
    const expected = await one(plain)
    expect(await one(plain.map((text, index) => ({ ...text, tag: `P:${index}` })))).toEqual(expected)
    expect(await one(plain.map((text, index) => (index === 0 ? { ...text, tag: 'H1' } : text)))).toEqual(expected)
    expect(await one(plain.map((text, index) => ({ ...text, tag: `P:${index >> 1}` })).reverse())).toEqual(expected)
  })
  it('tell what pictures show, which is not read', async () => {
    const document = await read([{ texts: [...tagged('P:1', setLines(of('Hale'), { x: 60, y: 700, letters: 90 })), line('Figure', 'N', 300, 600, { size: 6 }), ...tagged('P:2', setLines(of('Ford'), { x: 60, y: 500, letters: 90 }))] }], { alt: { Figure: 'A map of the mills' } })
    expect(document.warnings).toEqual([{ code: 'picture-not-read', message: 'A picture on page 1 (“A map of the mills”) is left out; what it shows is not read.' }])
  })
})
