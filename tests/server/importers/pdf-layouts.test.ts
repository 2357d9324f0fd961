import { describe, expect, it } from 'vitest'
import { citeDocument } from '#shared/citations/cite-document.ts'
import { textOf, type Document } from '#shared/document/document.ts'
import { segmentDocument } from '#shared/segment/sentences.ts'
import { readDocument } from '#server/importers/index.ts'
import { setLines, widthOf, writePdf, type PlacedText, type WrittenPage } from '../../support/write-pdf.ts'

const read = async (pages: readonly WrittenPage[], details?: Parameters<typeof writePdf>[1]): Promise<Document> => (await readDocument(writePdf(pages, details), { name: 'paper.pdf' })).document
const of = (document: Document, kind: Document['blocks'][number]['kind']): string[] => document.blocks.filter((block) => block.kind === kind).map(({ span }) => textOf(document.text, span))
const notesOf = (document: Document): [string, string][] => citeDocument(document, segmentDocument(document)).citations.filter(({ kind }) => kind === 'note').map(({ label, text }) => [label, text])

const PROSE = 'The survey counted the mills along the river and found that most of them had stood idle since the flood of the spring before, when the weirs gave way. '
const proseOf = (town: string): string => PROSE.replace('the river', `the river at ${town}`)
/** Marks are raised, behind the words that they follow. */
const marked = (text: string, mark: string, { x = 60, y = 0 } = {}): PlacedText[] => [{ text, x, y }, { text: mark, x: x + widthOf(text), y: y + 4, size: 6 }]
const note = (mark: string, text: string, { x = 60, y = 0, letters = 100 } = {}): PlacedText[] => [{ text: mark, x, y: y + 3, size: 5 }, ...setLines(text, { x: x + 4, y, letters, size: 8, leading: 9 })]

describe('columns', () => {
  it('are three, though a quotation stands set in within one and a picture in another', async () => {
    const [left, right] = [setLines(PROSE.repeat(5).trim(), { x: 40, y: 700, letters: 32 }), setLines(PROSE.repeat(5).trim(), { x: 420, y: 700, letters: 32 })]
    const top = setLines(proseOf('Hale').trim(), { x: 230, y: 698, letters: 32 })
    const quoted = setLines(proseOf('Wick').trim(), { x: 250, y: 698 - 12 * top.length - 20, letters: 24 })
    const below = setLines(proseOf('Ford').trim(), { x: 230, y: 698 - 12 * (top.length + quoted.length) - 160, letters: 32 })
    const document = await read([{ texts: [...left, ...top, ...quoted, ...below, ...right].sort((a, b) => b.y - a.y) }])
    expect(of(document, 'table')).toEqual([])
    expect(of(document, 'quote')).toEqual([proseOf('Wick').trim()])
    expect(document.text.indexOf('Hale')).toBeGreaterThan(document.text.indexOf('gave way'))
    expect(document.text).toContain(`${PROSE.repeat(2).trim()}`)
  })
  it('each have notes, and notes run across the page below them', async () => {
    const left = setLines(`${PROSE.repeat(3)}The tide`, { x: 60, y: 700, letters: 45 })
    const right = setLines(`turned. ${PROSE.repeat(3).trim()}`, { x: 310, y: 700, letters: 45 })
    const document = await read([{ texts: [
      ...left, ...right, ...marked('It was dry.', '1', { y: 724 }), ...marked('As it said, and so was the tide of', '2', { x: 310, y: 400 }),
      ...note('1', 'Mill book, 12.', { y: 90 }), ...note('2', 'A survey of the mills along the whole of the river and of those who owned them, made in the year after the flood, 14.', { y: 80, letters: 120 }),
    ] }])
    expect(notesOf(document)).toEqual([['1', 'Mill book, 12.'], ['2', 'A survey of the mills along the whole of the river and of those who owned them, made in the year after the flood, 14.']])
    expect(document.text).toContain('The tide turned.')
  })
  it('are those of the other pages where the notes at the end are short lines beside the text', async () => {
    const prose = (towns: readonly [string, string]): WrittenPage => ({ texts: towns.flatMap((town, index) => setLines(proseOf(town).repeat(6).trim(), { x: 60 + index * 250, y: 700, letters: 45 })) })
    const left = setLines(proseOf('Dale').repeat(5).trim(), { x: 60, y: 700, letters: 45 })
    const notes = [1, 2, 3, 4, 5, 6].flatMap((label) => note(String(label), `Mill book, folio ${label}.`, { x: 310, y: 680 - 11 * label }))
    const marks = [1, 2, 3, 4, 5, 6].flatMap((label) => marked('The tide turned.', String(label), { y: 500 - 14 * label }))
    const document = await read([prose(['Hale', 'Wick']), prose(['Ford', 'Stoke']), { texts: marks }, { texts: [...left, { text: 'Notes', x: 310, y: 700, bold: true }, ...notes] }])
    expect(notesOf(document).map(([, text]) => text)).toEqual([1, 2, 3, 4, 5, 6].map((label) => `Mill book, folio ${label}.`))
    expect(document.text).toContain(proseOf('Dale').repeat(5).trim())
  })
  it('keep a line apart from the larger heading beside it', async () => {
    const left = setLines(proseOf('Hale').repeat(3).trim(), { x: 60, y: 700, letters: 48 })
    const [above, below] = [setLines(proseOf('Wick').trim(), { x: 306, y: 700, letters: 45 }), setLines(proseOf('Ford').repeat(2).trim(), { x: 306, y: 606, letters: 45 })]
    const document = await read([{ texts: [...left, ...above, { text: 'The Weirs', x: 306, y: 630, size: 14 }, ...below] }])
    expect(of(document, 'heading')).toEqual(['The Weirs'])
    expect(of(document, 'paragraph')).toContain(proseOf('Hale').repeat(3).trim())
  })
  it('may be overrun by a line or an address, and lines before the others still go on', async () => {
    const lines = setLines(PROSE.repeat(4).trim(), { x: 60, y: 700, letters: 60 })
    const document = await read([{ texts: [...lines, { text: 'https://example.org/a-very-long-address-that-nobody-can-break-anywhere-in-it/and-more', x: 60, y: 690 - 12 * lines.length - 20 }] }])
    expect(of(document, 'paragraph')[0]).toBe(PROSE.repeat(4).trim())
  })
})

describe('what stands in the way of columns', () => {
  it('is a picture that the text runs round', async () => {
    const wide = (y: number, count: number): PlacedText[] => Array.from({ length: count }, (_, index) => ({ text: `the mills of Hale stood idle since the flood of the spring before, when weirs gave way, ${index}`, x: 60, y: y - 12 * index }))
    const narrow = (y: number, count: number, x: number): PlacedText[] => Array.from({ length: count }, (_, index) => ({ text: `and nobody in the parish knew who paid for the, ${index}`, x, y: y - 12 * index }))
    const right = await read([{ texts: [...wide(700, 4), ...narrow(652, 6, 60), ...wide(580, 4)] }])
    expect(of(right, 'paragraph')).toHaveLength(1)
    const left = await read([{ texts: [...wide(700, 4), ...narrow(652, 6, 60 + 39 * 5), ...wide(580, 4)] }])
    expect(of(left, 'paragraph')).toHaveLength(1)
  })
  it('is a table that runs across both', async () => {
    const part = (y: number, towns: readonly [string, string]): PlacedText[] => towns.flatMap((town, index) => setLines(proseOf(town).trim(), { x: 60 + index * 250, y, letters: 45 }))
    const table = [['Town', 'Mills', 'Weirs'], ['Hale', '12', '4'], ['Wick', '7', '2'], ['Ford', '31', '9']].flatMap((cells, row) => cells.map((text, column) => ({ text, x: 100 + column * 160, y: 610 - 14 * row })))
    const document = await read([{ texts: [...part(700, ['Hale', 'Wick']), ...table, ...part(520, ['Ford', 'Stoke'])] }])
    expect(of(document, 'table')).toEqual(['Town\tMills\tWeirs', 'Hale\t12\t4', 'Wick\t7\t2', 'Ford\t31\t9'])
    expect(of(document, 'paragraph').join(' ')).toBe(['Hale', 'Wick', 'Ford', 'Stoke'].map((town) => proseOf(town).trim()).join(' '))
  })
  it('is a box in other letters, behind which the sentence goes on', async () => {
    const above = setLines(`${proseOf('Hale')}The miller of Wick said that the tide and the`, { x: 60, y: 700, letters: 90 })
    const box = setLines('Who paid? Nobody knows who paid for the weir. The mill book is silent about it.', { x: 60, y: 700 - 12 * above.length - 9, letters: 26, size: 8, leading: 10 }).map((line) => ({ ...line, bold: true }))
    const beside = setLines('river had both risen on that day, so that nobody could say which of them had taken the weir and the bridge below it. It was never built again in his time, nor in that of his son, who sold the mill to the parish and went to sea.', { x: 200, y: 700 - 12 * above.length, letters: 62 })
    const document = await read([{ texts: [...above, ...box, ...beside, ...setLines(proseOf('Ford').repeat(2).trim(), { x: 60, y: 560, letters: 90 })] }])
    expect(document.text).toContain('The miller of Wick said that the tide and the river had both risen')
  })
  it('are wide gaps of a narrow line drawn out to its edge', async () => {
    const words = 'mills and weirs stood'.split(' ').map((text) => ({ text: `${text} `, y: 688 }))
    // Each word ends 43 points before the next one begins.
    const gaps = words.map((word, index) => ({ ...word, x: words.slice(0, index).reduce((x, { text }) => x + widthOf(text.trim()) + 43, 60) }))
    const document = await read([{ texts: [...setLines('The survey of the river at Hale counted that', { x: 60, y: 700, letters: 46 }), ...gaps, { text: 'idle since the flood.', x: 60, y: 676 }] }])
    expect(of(document, 'paragraph')).toEqual(['The survey of the river at Hale counted that mills and weirs stood idle since the flood.'])
  })
})

describe('first letters', () => {
  const lines = (first: string): PlacedText[] => [first, 'that the mills of Hale were built before the', 'bridge, and that nobody knew who paid for it,', 'nor when the weir was laid.'].map((text, index) => ({ text, x: index < 2 ? 85 : 60, y: 700 - 12 * index }))
  it('drawn over two lines belong to their word', async () => {
    expect(of(await read([{ texts: [{ text: 'T', x: 60, y: 689, size: 30 }, ...lines('he survey says in its very first sentence')] }]), 'paragraph')[0]).toMatch(/^The survey says in its very first sentence that the mills of Hale .* laid\.$/)
  })
  it('are words of their own where the rest of the page says so', async () => {
    const more = setLines('The survey of the mills is in the survey office.', { x: 60, y: 600, letters: 60 })
    expect(of(await read([{ texts: [{ text: 'A', x: 60, y: 689, size: 30 }, ...lines('survey says in its very first sentence'), ...more] }]), 'paragraph')[0]).toMatch(/^A survey says/)
  })
})

describe('marks and notes', () => {
  it('may be superscript letters or stand level with the text', async () => {
    const superscript = await read([{ texts: [...setLines(PROSE.repeat(3), { x: 60, y: 700, letters: 90 }), { text: 'It was dry.¹² It was wet.', x: 60, y: 600 }, ...setLines('12. Mill book, 12.', { x: 60, y: 80, letters: 90, size: 8 })] }])
    expect(notesOf(superscript)).toEqual([['12', 'Mill book, 12.']])
    const level = await read([{ texts: [...setLines(PROSE.repeat(3), { x: 60, y: 700, letters: 90 }), { text: 'It was dry.7 It was wet in 1871.', x: 60, y: 600 }, { text: '7', x: 60, y: 80, size: 8 }, { text: 'Mill book, 7.', x: 64, y: 80, size: 8 }] }])
    expect(notesOf(level)).toEqual([['7', 'Mill book, 7.']])
  })
  it('are taken apart where they run together, if the page has both notes', async () => {
    const document = await read([{ texts: [...setLines(PROSE.repeat(3), { x: 60, y: 700, letters: 90 }), ...marked('It was dry.', '34', { y: 600 }), ...note('3', 'Mill book, 3.', { y: 90 }), ...note('4', 'Mill book, 4.', { y: 80 })] }])
    expect(notesOf(document)).toEqual([['3', 'Mill book, 3.'], ['4', 'Mill book, 4.']])
  })
  it('are taken apart by their sequence, where the notes stand at the end', async () => {
    const marks = (labels: readonly string[]): PlacedText[] => labels.flatMap((label, index) => marked('The tide turned.', label, { y: 600 - 16 * index }))
    const ends = (labels: readonly number[]): WrittenPage => ({ texts: [{ text: 'Notes', x: 60, y: 700, size: 14, bold: true }, ...labels.flatMap((label, index) => note(String(label), `Mill book, ${label}.`, { y: 680 - 12 * index }))] })
    const of = async (labels: readonly string[], notes: readonly number[]): Promise<string[]> => notesOf(await read([{ texts: [...setLines(proseOf('Hale').repeat(3), { x: 60, y: 700, letters: 90 }), ...marks(labels)] }, { texts: setLines(proseOf('Wick').repeat(12), { x: 60, y: 700, letters: 90 }) }, ends(notes)])).map(([label]) => label)
    expect(await of(['14', '15', '1617', '18'], [14, 15, 16, 17, 18])).toEqual(['14', '15', '16', '17', '18'])
    expect(await of(['98', '99100101'], [98, 99, 100, 101])).toEqual(['98', '99', '100', '101'])
    expect(await of(['1', '2', '34', '5'], [1, 2, 3, 4, 5])).toEqual(['1', '2', '3', '4', '5'])
    // A note of the whole number, and digits that do not go on from the mark before, stay as they are.
    expect(await of(['1', '2', '34'], [1, 2, 3, 4, 34])).toEqual(['1', '2', '34'])
    expect(await of(['1', '2', '89'], [1, 2, 8, 9])).toEqual(['1', '2'])
  })
  it('may stand behind a year or a sum, where an exponent has no place', async () => {
    const document = await read([{ texts: [...setLines(PROSE.repeat(3), { x: 60, y: 700, letters: 90 }), ...marked('It was dry in 2010', '1', { y: 600 }), ...marked('They carried 100,000,000', '2', { y: 580 }), ...marked('The moon is 3.8', '3', { y: 560 }), ...note('1', 'Mill book, 1.', { y: 90 }), ...note('2', 'Mill book, 2.', { y: 80 })] }])
    expect(notesOf(document)).toEqual([['1', 'Mill book, 1.'], ['2', 'Mill book, 2.']])
  })
  it('at the end go on over pages, though an address ends one of them and a long one stands below its number', async () => {
    const address = 'https://example.org/a-very-long-address-that-nobody-can-break-anywhere-in-it/and-more'
    const first = [{ text: 'Notes', x: 60, y: 200, size: 14, bold: true }, ...note('1', 'http://example.org/mills/', { y: 90 })]
    const second = [...note('2', 'Mill book, 2.', { y: 700 }), { text: '3', x: 60, y: 688, size: 5 }, { text: address, x: 60, y: 676, size: 8 }]
    const body = [...setLines(PROSE.repeat(3), { x: 60, y: 700, letters: 90 }), ...['1', '2', '3'].flatMap((label, index) => marked('It was dry.', label, { y: 600 - 16 * index })), ...setLines(proseOf('Ford').repeat(8), { x: 60, y: 540, letters: 90 })]
    expect(notesOf(await read([{ texts: body }, { texts: setLines(proseOf('Wick').repeat(12), { x: 60, y: 700, letters: 90 }) }, { texts: setLines(proseOf('Hale').repeat(12), { x: 60, y: 700, letters: 90 }) }, { texts: setLines(proseOf('Stoke').repeat(12), { x: 60, y: 700, letters: 90 }) }, { texts: first }, { texts: second }]))).toEqual([['1', 'http://example.org/mills/'], ['2', 'Mill book, 2.'], ['3', address]])
  })
  it('may open with a number behind their own, which is not raised', async () => {
    const small = (text: string, y: number): PlacedText => ({ text, x: 60, y, size: 8 })
    const document = await read([{ texts: [...setLines(PROSE.repeat(3), { x: 60, y: 700, letters: 90 }), ...marked('It was dry.', '46', { y: 600 }), ...marked('It was wet.', '47', { y: 580 }), small('46 Mill book, 46.', 90), small('47 21,136,265 tons out of a total of 28,607,903.', 80)] }])
    expect(notesOf(document)).toEqual([['46', 'Mill book, 46.'], ['47', '21,136,265 tons out of a total of 28,607,903.']])
  })
  it('whose numbers stand far from their notes, drawn apart to fill their line', async () => {
    const [filled, rest] = [{ text: 'Mill book, of which the first half was lost in the flood of the year', x: 104, y: 80, size: 8 }, { text: 'before.', x: 60, y: 70, size: 8 }]
    const document = await read([{ texts: [...setLines(proseOf('Hale').repeat(3), { x: 60, y: 700, letters: 90 }), ...marked('It was dry.', '1', { y: 600 }), { text: '1 ', x: 60, y: 83, size: 5 }, filled, rest] }])
    expect(notesOf(document)).toEqual([['1', 'Mill book, of which the first half was lost in the flood of the year before.']])
  })
  it('may stand small at the end, in order, far from their marks', async () => {
    const document = await read([
      { texts: [...setLines(proseOf('Hale').repeat(3), { x: 60, y: 700, letters: 90 }), ...marked('It was dry.', '1', { y: 600 }), ...marked('It was wet.', '2', { y: 580 })] },
      { texts: setLines(proseOf('Wick').repeat(12), { x: 60, y: 700, letters: 90 }) },
      { texts: [...setLines(proseOf('Ford').repeat(3), { x: 60, y: 700, letters: 90 }), { text: 'Notes', x: 60, y: 600, size: 14, bold: true }, ...note('1', 'Mill book, 1.', { y: 580 }), ...note('2', 'Mill book, 2.', { y: 570 })] },
    ])
    expect(notesOf(document)).toEqual([['1', 'Mill book, 1.'], ['2', 'Mill book, 2.']])
  })
  it('as large as the text go on under the text of the next page', async () => {
    const big = (mark: string, text: string, y: number): PlacedText[] => [{ text: mark, x: 60, y: y + 4, size: 6 }, { text, x: 64, y }]
    const document = await read([
      { texts: [...setLines(proseOf('Hale').repeat(3), { x: 60, y: 700, letters: 90 }), ...marked('It was dry.', '1', { y: 600 }), ...big('1', 'A survey of the mills along the whole of the river and of those', 80)] },
      { texts: [...setLines(proseOf('Wick').repeat(3), { x: 60, y: 700, letters: 90 }), { text: 'who owned them.', x: 60, y: 80 }] },
    ])
    expect(notesOf(document)).toEqual([['1', 'A survey of the mills along the whole of the river and of those who owned them.']])
  })
})

describe('paragraphs', () => {
  it('go on in a line that a mark pushed down, and in the last line of a quotation', async () => {
    const [first, second, third, ...rest] = setLines(proseOf('Hale').repeat(2).trim(), { x: 60, y: 700, letters: 60 })
    const down = { text: '3', x: 60 + widthOf(third!.text), y: third!.y, size: 6 }
    const pushed = [first!, second!, { ...third!, y: third!.y - 4 }, down, ...rest.map((line) => ({ ...line, y: line.y - 4 }))]
    expect(of(await read([{ texts: [...pushed, ...setLines(proseOf('Ford').trim(), { x: 60, y: 560, letters: 60 })] }]), 'paragraph')).toHaveLength(2)
    const quoted = ['The tide and the river had both risen on that day, so that no', 'one could say which of them had taken the weir (op. cit., p.', '287)'].map((text, index) => ({ text, x: 100, y: 688 - 12 * index }))
    const document = await read([{ texts: [{ text: 'The miller of Hale said as much in the spring before, and nobody asked him what he meant by:', x: 60, y: 700 }, ...quoted, ...setLines(proseOf('Ford').trim(), { x: 60, y: 600, letters: 90 })] }])
    expect(document.blocks.map(({ span }) => textOf(document.text, span))).toContainEqual(expect.stringMatching(/p\. 287\)$/))
  })
  it('of one line stand before one that opens with an indent', async () => {
    const [first, ...rest] = setLines(proseOf('Wick').trim(), { x: 60, y: 688, letters: 60, indent: 15 })
    const document = await read([{ texts: [{ text: 'as the miller of Hale had said it would in the spring before.', x: 60, y: 700 }, first!, ...rest, ...setLines(proseOf('Ford').trim(), { x: 60, y: 688 - 12 * (rest.length + 1), letters: 60, indent: 15 })] }])
    expect(of(document, 'paragraph')).toEqual(['as the miller of Hale had said it would in the spring before.', proseOf('Wick').trim(), proseOf('Ford').trim()])
  })
})

describe('headings', () => {
  const above = (texts: readonly PlacedText[]): WrittenPage => ({ texts: [...setLines(proseOf('Hale').repeat(2), { x: 60, y: 700, letters: 90 }), ...texts, ...setLines(proseOf('Wick').repeat(2), { x: 60, y: 500, letters: 90 })] })
  /** Letters drawn one by one, so far apart. */
  const spread = (words: string, y: number, gap = 3): PlacedText[] => [...words].flatMap((letter, index) => (letter === ' ' ? [] : [{ text: letter, x: 200 + index * (5 + gap), y }]))
  it('may have their letters apart, in runs or one by one, over two lines', async () => {
    expect(of(await read([above(spread('The Idle Mills', 560))]), 'heading')).toEqual(['The Idle Mills'])
    expect(of(await read([above([{ text: 'T H E', x: 200, y: 560 }, { text: 'M I L L S', x: 240, y: 560 }, { text: 'O F', x: 213, y: 548 }, { text: 'H A L E', x: 237, y: 548 }])]), 'heading')).toEqual(['THE MILLS OF HALE'])
    expect(of(await read([above([{ text: 'T h e  M o n e y', x: 200, y: 560 }])]), 'heading')).toEqual(['The Money'])
  })
  it('may be in small capitals, few of them large', async () => {
    const small = [...'THE IDLE MILLS'].reduce<{ texts: PlacedText[], x: number }>(({ texts, x }, letter, index, all) => {
      const size = index === 0 || all[index - 1] === ' ' ? 10 : 7
      return { texts: letter === ' ' ? texts : [...texts, { text: letter, x, y: 560, size }], x: x + widthOf(letter, size) }
    }, { texts: [], x: 60 })
    expect(of(await read([above(small.texts)]), 'heading')).toEqual(['THE IDLE MILLS'])
    expect(of(await read([above([{ text: 'THE LORD OF HALE SAID SO, AND SO IT WAS.', x: 60, y: 560 }])]), 'heading')).toEqual([])
  })
  it('are what the bookmarks of the file name, though they look like the text', async () => {
    const lines = ['of the mills and of those who', 'The mills stood idle.'].map((text, index) => ({ text, x: 60, y: 560 - 24 * index }))
    const pages = [{ texts: [...setLines(proseOf('Hale').repeat(2), { x: 60, y: 700, letters: 90 }), ...lines, ...setLines(proseOf('Wick').trim(), { x: 60, y: 500, letters: 90 })] }]
    expect(of(await read(pages), 'heading')).toEqual([])
    expect(of(await read(pages, { outline: ['Of the Mills and of Those Who'] }), 'heading')).toEqual(['of the mills and of those who'])
  })
})
