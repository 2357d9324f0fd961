import { describe, expect, it } from 'vitest'
import { textOf, type Document } from '#shared/document/document.ts'
import { epub } from '#server/importers/epub.ts'
import { writeEpub } from '../../support/write-epub.ts'
import { readNotes } from '../../support/read-notes.ts'

const read = async (book: Parameters<typeof writeEpub>[0]): Promise<Document> => epub.read(writeEpub(book), { name: 'book.epub' })
const blocksOf = ({ text, blocks }: Document): [string, string][] => blocks.map(({ kind, level, span }) => [`${kind}${level ?? ''}`, textOf(text, span)])
const notesOf = (document: Document): [string, string][] => readNotes(document).citations.filter(({ kind }) => kind === 'note').map(({ label, text }) => [label, text])

describe('an EPUB book', () => {
  it('is read in the order of its spine, under its own title', async () => {
    const document = await read({ title: 'The Book', pages: [{ name: 'b.xhtml', body: '<h1>One</h1><p>It grew.</p>' }, { name: 'a.xhtml', body: '<h1>Two</h1><p>It fell.</p>' }] })
    expect(document.title).toBe('The Book')
    expect(blocksOf(document)).toEqual([['heading1', 'One'], ['paragraph', 'It grew.'], ['heading1', 'Two'], ['paragraph', 'It fell.']])
  })
  it('joins notes in another file, declared or linked both ways', async () => {
    const chapter = '<p>It grew.<a epub:type="noteref" href="../notes/notes.xhtml#note-1" id="noteref-1">1</a> It fell.<sup><a href="../notes/notes.xhtml#fn2" id="fnref2">2</a></sup></p>'
    const notes = '<section epub:type="endnotes"><ol><li id="note-1" epub:type="endnote"><p>A book. <a href="../text/a.xhtml#noteref-1" epub:type="backlink">↩</a></p></li></ol><p><a href="../text/a.xhtml#fnref2" id="fn2">2</a> A page.</p></section>'
    expect(notesOf(await read({ pages: [{ name: 'text/a.xhtml', body: chapter }, { name: 'notes/notes.xhtml', body: notes }] }))).toEqual([['1', 'A book.'], ['2', 'A page.']])
  })
  it('keeps notes of chapters apart that use the same ids', async () => {
    const chapter = (words: string, note: string): string => `<p>${words}<sup><a href="#fn1" id="ref1">1</a></sup></p><aside epub:type="footnote" id="fn1"><p>${note}</p></aside>`
    const document = await read({ pages: [{ name: 'a.xhtml', body: chapter('It grew.', 'A book.') }, { name: 'b.xhtml', body: chapter('It fell.', 'A page.') }] })
    expect(notesOf(document)).toEqual([['1', 'A book.'], ['1', 'A page.']])
  })
  it('reads notes that stand outside the spine', async () => {
    expect(notesOf(await read({ pages: [{ name: 'a.xhtml', body: '<p>It grew.<a epub:type="noteref" href="n.xhtml#fn1">1</a></p>' }, { name: 'n.xhtml', body: '<aside epub:type="footnote" id="fn1">A book.</aside>', isOutsideSpine: true }] }))).toEqual([['1', 'A book.']])
  })
  it('sets contents, title and rights pages aside, and says where links lead out of it', async () => {
    const document = await read({ pages: [
      { name: 'title.xhtml', body: '<h1>The Book</h1>' }, { name: 'nav.xhtml', body: '<nav><ol><li><a href="a.xhtml">One</a></li></ol></nav>', isNav: true }, { name: 'rights.xhtml', body: '<p>© 2016 A. Writer</p>', bodyType: 'copyright-page' },
      { name: 'a.xhtml', body: '<p>It grew, as <a href="gone.xhtml">elsewhere</a>.</p>' },
    ] })
    expect(blocksOf(document)).toEqual([['furniture', 'The Book'], ['furniture', 'One'], ['furniture', '© 2016 A. Writer'], ['paragraph', 'It grew, as elsewhere.']])
    expect(document.warnings.map(({ message }) => message)).toEqual(['Links in this book lead to pages that are not in it: EPUB/gone.xhtml. Notes that stand there are missing.'])
  })
  it('writes the quotation marks that readers draw', async () => {
    expect((await read({ pages: [{ name: 'a.xhtml', body: '<p>He said <q>it <q>grew</q></q>.</p>' }] })).text).toBe('He said “it ‘grew’”.')
  })
})
