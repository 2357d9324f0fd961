import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citeDocument } from '#shared/citations/cite-document.ts'
import { textOf, type Document } from '#shared/document/document.ts'
import { segmentDocument } from '#shared/segment/sentences.ts'
import { readDocument } from '#server/importers/index.ts'
import { readInThread } from '#server/importers/pdf/read-in-thread.ts'
import { buildPart, type BuiltPart } from '../../support/build-part.ts'
import { sharedMaterial } from '../../support/shared-material.ts'
import { setLines, widthOf, writePdf, type PlacedText, type WrittenPage } from '../../support/write-pdf.ts'

const read = async (pages: readonly WrittenPage[], details?: Parameters<typeof writePdf>[1]): Promise<Document> => (await readDocument(writePdf(pages, details), { name: 'paper.pdf' })).document
const of = (document: Document, kind: Document['blocks'][number]['kind']): string[] => document.blocks.filter((block) => block.kind === kind).map(({ span }) => textOf(document.text, span))
const notesOf = (document: Document): [string, string][] => citeDocument(document, segmentDocument(document)).citations.filter(({ kind }) => kind === 'note').map(({ label, text }) => [label, text])
const refusal = async (bytes: Uint8Array): Promise<string> => readDocument(bytes, { name: 'paper.pdf' }).then(() => 'read', (error: Error) => error.message)

/** Lines one below the other. */
const lines = (texts: readonly string[], { x = 60, y = 700, size = 10 } = {}): PlacedText[] => texts.map((text, index) => ({ text, x, y: y - index * 1.2 * size, size }))
const FILLER = 'The ministry said that output had grown again in every province of the country and that nobody had expected so much of it in a year of war and want. '
/** The same on another page would be a running head: so each page has its own. */
const fillerOf = (year: string): string => FILLER.replace('The ministry', `In ${year} the ministry`)
const page = (text: string, more: readonly PlacedText[] = []): WrittenPage => ({ texts: [...setLines(text, { x: 60, y: 700, letters: 90 }), ...more] })

describe('columns, pages and lines', () => {
  it('reads the left column before the right one, and goes on from the one to the other', async () => {
    const left = setLines(FILLER.repeat(3).trim().concat(' The figure was'), { x: 60, y: 700, letters: 45 })
    const right = setLines(`twelve. ${FILLER.repeat(3).trim()}`, { x: 310, y: 700, letters: 45 })
    // Drawn row by row, as some programs do.
    const rows = left.flatMap((line, index) => [line, right[index]].filter((each) => each !== undefined)).concat(right.slice(left.length))
    const [text] = of(await read([{ texts: [{ text: 'A title over both columns', x: 150, y: 740, size: 20 }, ...rows] }]), 'paragraph')
    expect(text).toContain('in a year of war and want. The figure was twelve. The ministry said')
  })
  it('sets running heads and page numbers aside, behind the paragraph that goes on below them', async () => {
    const pages = ['peace', 'war', 'spring'].map((season, index) => page(`${fillerOf(season).repeat(4).trim()} It then`, [{ text: 'A History of Output', x: 60, y: 760, size: 8 }, { text: String(index + 12), x: 300, y: 40, size: 8 }]))
    const document = await read(pages)
    expect(of(document, 'furniture')).toEqual(['A History of Output', '12', 'A History of Output', '13', 'A History of Output', '14'])
    expect(of(document, 'paragraph')).toHaveLength(1)
    expect(document.pages?.map(({ page: at, label }) => [at, label]).slice(0, 3)).toEqual([[1, '12'], [2, '13'], [3, '14']])
  })
  it('knows a Roman page number by the others, though it alone stands at the foot', async () => {
    const pages = ['peace', 'war', 'spring'].map((season, index) => page(fillerOf(season).repeat(4).trim(), [{ text: ['i', 'ii', 'iii'][index]!, x: 300, y: index === 0 ? 40 : 760, size: 8 }]))
    expect(of(await read(pages), 'furniture')).toEqual(['i', 'ii', 'iii'])
  })
  it('keeps a heading that comes first on several pages', async () => {
    const heading = { text: 'Checklist', x: 60, y: 700, size: 12 }
    const document = await read([page(fillerOf('war').repeat(3)), { texts: [heading, ...lines([fillerOf('peace').slice(0, 88), 'It grew.'], { y: 670 })] }, page(fillerOf('spring').repeat(3)), { texts: [heading, ...lines([fillerOf('autumn').slice(0, 88), 'It fell.'], { y: 670 })] }])
    expect(of(document, 'furniture')).toEqual([])
    expect(of(document, 'heading').filter((text) => text === 'Checklist')).toHaveLength(2)
  })
  it('joins a word divided at a line end, and keeps a hyphen that is the author’s', async () => {
    const [text] = of(await read([{ texts: lines(['Its population grew by a quarter, and the popu-', 'lation of its neighbour, a far-reaching self-', 'supporting state, fell in the twenty-', 'first century, as a twenty-first census has it.']) }]), 'paragraph')
    expect(of(await read([{ texts: lines(['Nobody asked how the mills, if they ever stood there, how-', 'ever old, were paid for.']) }]), 'paragraph')).toEqual(['Nobody asked how the mills, if they ever stood there, however old, were paid for.'])
    expect(text).toBe('Its population grew by a quarter, and the population of its neighbour, a far-reaching self-supporting state, fell in the twenty-first century, as a twenty-first census has it.')
  })
  it('makes a title of metadata only where it is none of a program’s', async () => {
    expect((await read([page(FILLER)], { title: 'Output, 1871–1914' })).title).toBe('Output, 1871–1914')
    expect((await read([page(FILLER)], { title: 'Microsoft Word - draft7.doc' })).title).toBe('paper')
  })
  it('knows links and turned words', async () => {
    const document = await read([{ texts: [...lines(['See the survey of 2019 for more.', FILLER.slice(0, 80)]), { text: 'DRAFT', x: 30, y: 300, size: 40, turned: true }], links: [{ rect: [60 + widthOf('See '), 697, 60 + widthOf('See the survey'), 709], url: 'https://example.org/survey' }] }])
    expect(document.marks.filter(({ kind }) => kind === 'link').map(({ span, href }) => [textOf(document.text, span), href])).toEqual([['the survey', 'https://example.org/survey']])
    expect(of(document, 'furniture')).toEqual(['DRAFT'])
  })
})

describe('notes', () => {
  const marked = (text: string, mark: string, y: number): PlacedText[] => [{ text, x: 60, y }, { text: mark, x: 60 + widthOf(text), y: y + 4, size: 6 }]
  const note = (mark: string, text: string, y: number): PlacedText[] => [{ text: mark, x: 60, y: y + 3, size: 5 }, ...setLines(text, { x: 64, y, letters: 100, size: 8, leading: 9 })]

  it('joins a note to its mark, and what stands of it on the next page', async () => {
    const document = await read([
      { texts: [...setLines(FILLER.repeat(2), { x: 60, y: 700, letters: 90 }), ...marked('Output grew.', '1', 600), ...note('1', 'A long report of the ministry, which goes on to say that', 80)] },
      { texts: [...setLines(fillerOf('war').repeat(2), { x: 60, y: 700, letters: 90 }), ...marked('Output fell.', '2', 600), ...lines(['nobody was surprised.'], { y: 92, size: 8 }), ...note('2', 'Ibid.', 80)] },
    ])
    expect(notesOf(document)).toEqual([['1', 'A long report of the ministry, which goes on to say that nobody was surprised.'], ['2', 'Ibid.']])
  })
  it('reads numbers that start again on each page, and symbols', async () => {
    const one = (label: string, text: string): WrittenPage => ({ texts: [...setLines(fillerOf(text).repeat(2), { x: 60, y: 700, letters: 90 }), ...marked('Output grew.', label, 600), ...note(label, text, 80)] })
    expect(notesOf(await read([one('1', 'First book.'), one('1', 'Second book.'), one('*', 'Third book.')]))).toEqual([['1', 'First book.'], ['1', 'Second book.'], ['*', 'Third book.']])
  })
  it('takes no fraction, exponent or ordinal for a mark', async () => {
    const texts = [...setLines(FILLER.repeat(2), { x: 60, y: 700, letters: 90 }), ...marked('It has 12 m', '2', 600), ...marked('It is the 19', 'th', 580), { text: '1', x: 60, y: 564, size: 6 }, { text: '⁄', x: 63, y: 560 }, { text: '4 inch of rain fell.', x: 68, y: 560 }]
    expect(notesOf(await read([{ texts }]))).toEqual([])
  })
})

describe('files that are not read, or only in part', () => {
  it('says what is wrong', async () => {
    expect(await refusal(writePdf([{ texts: [], hasPicture: true }, { texts: [], hasPicture: true }]))).toMatch(/has no text: its 2 pages are pictures \(a scan\).*OCR/)
    expect(await refusal(writePdf([page(FILLER)], { isLocked: true }))).toMatch(/locked with a password/)
    expect(await refusal(writePdf([page(FILLER)]).subarray(0, 700))).toMatch(/damaged/)
  })
  it('warns of pages without text', async () => {
    expect((await read([page(FILLER), { texts: [], hasPicture: true }, { texts: [], hasPicture: true }])).warnings.map(({ message }) => message)).toEqual([expect.stringMatching(/^Pages 2–3 have no text/)])
  })
})

describe('the thread', () => {
  let part: BuiltPart
  beforeAll(async () => { part = await buildPart('server/importers/pdf/thread.ts') })
  afterAll(() => part.remove())

  it('reads as this thread does, and hands refusals over', async () => {
    const bytes = writePdf([page(FILLER)])
    const told: [number, number][] = []
    expect(await readInThread(part.entry, { bytes, name: 'paper.pdf' }, 60, (...pages) => told.push(pages))).toEqual(await read([page(FILLER)]))
    expect(told).toEqual([[1, 1]])
    await expect(readInThread(part.entry, { bytes: writePdf([page(FILLER)], { isLocked: true }), name: 'paper.pdf' }, 60)).rejects.toMatchObject({ code: 'unreadable', message: expect.stringMatching(/password/) as string })
  })
  it('is stopped when a file holds it up', async () => {
    const bytes = writePdf([{ ...page(FILLER), raw: 'q '.repeat(100_000) }])
    await expect(readInThread(part.entry, { bytes, name: 'paper.pdf' }, 3)).rejects.toMatchObject({ code: 'too-large', message: expect.stringMatching(/given up.*3 seconds/) as string })
  })
})

const FAA = sharedMaterial('data/articles/aviation-maintenance-technician-handbook-page.pdf')
describe.skipIf(!FAA)('a page with fractions and figures', () => {
  it('has no notes, and a paragraph that goes on behind a figure', async () => {
    const { document } = await readDocument(FAA!, { name: 'page.pdf' })
    expect(notesOf(document)).toEqual([])
    expect(document.text).toContain('The wing type that is the most common ranges in size for No. 6 up to 1⁄4 inch')
    expect(of(document, 'furniture')).toEqual(['7-45'])
  })
})

describe('letters that do not simply follow each other', () => {
  /** Each word on its own (faces take turns), from left to right as it is seen: Hebrew ones with their last letter first. */
  const seen = (words: readonly string[], y: number): PlacedText[] => words.map((word, index) => ({ text: /[א-ת]/.test(word) ? [...word].reverse().join('') : word, x: 60 + words.slice(0, index).reduce((sum, before) => sum + widthOf(`${before} `), 0), y, bold: index % 2 === 1 }))
  it('may be Hebrew or Arabic, within a line or all of the page', async () => {
    expect((await read([{ texts: [...seen(['The', 'stone', 'reads', 'ירושלים', '1871', 'של', 'הישנה', 'העיר', 'and', 'no', 'more.'], 700), ...lines([FILLER.slice(0, 80)], { y: 640 })] }])).text).toContain('The stone reads העיר הישנה של 1871 ירושלים and no more.')
    expect((await read([{ texts: seen(['ירושלים', 'Hale', 'Mill', 'של', 'הישנה', 'העיר'], 700) }])).text).toBe('העיר הישנה של Hale Mill ירושלים')
  })
  it('may stand on their side, or upside down, on the whole page', async () => {
    const words = setLines(FILLER.trim(), { x: 60, y: 700, letters: 60 })
    const onItsSide = words.map(({ text }, index) => ({ text, x: 100 + index * 12, y: 60, turned: true }))
    const document = await read([page(fillerOf('war')), { texts: [...onItsSide, { text: 'Table 4', x: 300, y: 760 }] }])
    expect(of(document, 'paragraph')[1]).toBe(FILLER.trim())
    expect(of(document, 'furniture')).toEqual(['Table 4'])
  })
  it('are told of where other letters stand in their place', async () => {
    const shifted = FILLER.repeat(6).trim().replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.toUpperCase().charCodeAt(0) - 29 + 33 > 90 ? 66 : letter.toUpperCase().charCodeAt(0) - 29 + 33))
    const codes = async (text: string): Promise<string[]> => (await read([page(text)])).warnings.map(({ code }) => code)
    expect(await codes(shifted.replace(/[AEIOUY]/g, 'K'))).toEqual(['unreadable-letters'])
    expect(await codes(FILLER.repeat(6).trim())).toEqual([])
  })
})
