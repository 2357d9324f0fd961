import { describe, expect, it } from 'vitest'
import { textOf, type Document } from '#shared/document/document.ts'
import { readDocument } from '#server/importers/index.ts'
import { readNotes } from '../../support/read-notes.ts'

const read = async (markup: string, name = 'page.html'): Promise<Document> => (await readDocument(new TextEncoder().encode(markup), { name })).document
const outline = ({ blocks, text }: Document): [string, string][] => blocks.map(({ kind, span }) => [kind, textOf(text, span)])
const LONG = 'Output grew in 2019, he said, and it grew again in the year after that, when nobody thought that it could, least of all the ministry. '
const cite = (document: Document) => readNotes(document)

describe('a web page', () => {
  it('gives headings with levels, paragraphs, lists, quotations, tables, captions and code, and no script or style', async () => {
    const document = await read(`<html lang="en-GB"><head><title>Title - Site</title><style>p{}</style></head><body><h1>The  Plan</h1><p>It <b>grew</b>&nbsp;fast.<br>Then fell.</p><h2>After</h2><ul><li>one</li><li>two</li></ul>
      <blockquote><p>Quoted.</p></blockquote><table><tr><th>Year</th><th>Output</th></tr><tr><td>2019</td><td>3.5</td></tr></table><figure><img alt="x"><figcaption>A chart.</figcaption></figure><pre>a = 1\n  b</pre><script>alert('x')</script></body></html>`)
    expect(outline(document)).toEqual([['title', 'The Plan'], ['paragraph', 'It grew\u00a0fast.\nThen fell.'], ['heading', 'After'], ['list-item', 'one'], ['list-item', 'two'], ['quote', 'Quoted.'],
      ['table', 'Year\tOutput'], ['table', '2019\t3.5'], ['caption', 'A chart.'], ['code', 'a = 1\n  b']])
    expect([document.title, document.language, document.blocks[2]!.level]).toEqual(['The Plan', 'en-GB', 2])
  })
  it('keeps a short row of a table in one piece, whatever its cells are made of; a long one holds paragraphs', async () => {
    const row = (cell: string): string => `<html><body><h1>The Plan</h1><table><tr>\n   <th>\n   <div>\n  Density\n  </div></th><td><div>18.2/km2</div><div>${cell}</div></td></tr><tr><th><p>Area</p></th><td>268 km2</td></tr></table></body></html>`
    expect(outline(await read(row('(203rd)')))).toEqual([['title', 'The Plan'], ['table', 'Density\t18.2/km2\n(203rd)'], ['table', 'Area\t268 km2']])
    expect(outline(await read(row(LONG.repeat(2)))).map(([, words]) => words)).toEqual(['The Plan', 'Density', '18.2/km2', LONG.repeat(2).trim(), 'Area\t268 km2'])
  })
  it('sets a list or table of contents aside whose entries come again as headings', async () => {
    const page = (entries: string): string => `<html><body><h1>The Plan</h1><h2>Table of Contents</h2>${entries}<h2>How the Mint was Found</h2><p>It grew.</p><h2>The Coast</h2><p>It fell.</p><h2>The Harvest</h2><p>It rose.</p></body></html>`
    const kinds = async (entries: string): Promise<string[]> => outline(await read(page(entries))).map(([kind]) => kind).slice(2, 5)
    expect(await kinds('<table><tr><td>How the Mint was Found</td></tr><tr><td>The Coast</td></tr><tr><td>The Harvest</td></tr></table>')).toEqual(['furniture', 'furniture', 'furniture'])
    expect(await kinds('<ul><li>1. How the Mint was Found</li><li>2. The Coast</li><li>3. The Harvest</li></ul>')).toEqual(['furniture', 'furniture', 'furniture'])
    expect(await kinds('<ul><li>Mints</li><li>Coasts</li><li>Harvests</li></ul>')).toEqual(['list-item', 'list-item', 'list-item'])
  })
  it('closes a heading at the end tag of any heading, and before the next heading', async () => {
    expect(outline(await read('<h1>The Plan</h1><h3>After</h2><p>It grew.</p><h3>Later<h2>At Last</h2><p>It fell.</p>'))).toEqual([['title', 'The Plan'], ['heading', 'After'], ['paragraph', 'It grew.'], ['heading', 'Later'], ['heading', 'At Last'], ['paragraph', 'It fell.']])
  })
  it('keeps paragraphs that are divisions, and those that two line breaks part', async () => {
    expect(outline(await read(`<html><body><div id="main"><h1>The Plan</h1>${`<div>${LONG.repeat(2)}</div>`.repeat(6)}</div></body></html>`)).map(([kind]) => kind)).toEqual(['title', ...Array.from({ length: 6 }, () => 'paragraph')])
    expect(outline(await read('<h1>The Plan</h1>It grew.<br>Fast.<br> <br>It fell.<br/><br/>It rose.'))).toEqual([['title', 'The Plan'], ['paragraph', 'It grew.\nFast.'], ['paragraph', 'It fell.'], ['paragraph', 'It rose.']])
  })
  it('is plain text where it is nothing but one <pre>, as browsers save a text', async () => {
    const document = await read('<html><head></head><body><pre>The Plan\n\nIt grew.[1] It fell.\n\n[1] A book.\n</pre></body></html>')
    expect(outline(document).map(([kind]) => kind)).toEqual(['title', 'paragraph', 'note'])
    expect(cite(document).citations.map(({ text }) => text)).toEqual(['A book.'])
  })
  it('keeps links and superscripts as marks on their words', async () => {
    const document = await read('<p>See <a href="https://example.org/a">the report</a> on 10<sup>3</sup> cases.</p>')
    expect(document.marks.map(({ kind, span, href }) => [kind, textOf(document.text, span), href])).toEqual([['link', 'the report', 'https://example.org/a'], ['superscript', '3', undefined]])
    expect(cite(document).citations.filter(({ kind }) => kind === 'note')).toEqual([])
  })
  it('keeps the captions of pictures that the reader view leaves out', async () => {
    const document = await read(`<html><body><div id="content">${`<p>${LONG.repeat(3)}</p>`.repeat(5)}<div class="thumb"><div class="thumbinner"><a href="/f"><img src="x"></a><div class="thumbcaption">A mill in 1912.</div></div></div>${`<p>${LONG.repeat(2)}</p>`.repeat(5)}</div></body></html>`)
    expect(outline(document)).toContainEqual(['caption', 'A mill in 1912.'])
  })
  it('sets pull quotes aside: by their class, and by repeating the text', async () => {
    const quote = 'nobody thought that it could, least of all the ministry'
    const document = await read(`<article>${`<p>${LONG}</p>`.repeat(6)}<blockquote>“${quote}”</blockquote><div class="pullquote">It could not be.</div><blockquote>Others said something else that year, and they were right.</blockquote></article>`)
    expect(outline(document).slice(6)).toEqual([['furniture', `“${quote}”`], ['furniture', 'It could not be.'], ['quote', 'Others said something else that year, and they were right.']])
    expect(document.warnings.map(({ code }) => code)).toContain('pull-quote')
  })
  it('takes printed page numbers out of the sentence and keeps them as pages', async () => {
    const document = await read('<p>It grew <span class="pagenum">150</span><a id="page150"></a> again. It fell.<span epub:type="pagebreak" title="151"></span></p><p>It stood.</p>')
    expect(document.text).toBe('It grew again. It fell.\n\nIt stood.')
    expect(document.pages!.map(({ page, label, span }) => [page, label, textOf(document.text, span)])).toEqual([[150, '150', 'again. It fell.\n\n'], [151, '151', 'It stood.']])
  })
  it('reads a library’s notices as furniture', async () => {
    const document = await read(`<body><pre>The Project Gutenberg eBook

*** START OF THIS PROJECT GUTENBERG EBOOK X ***</pre>${`<p>${LONG}</p>`.repeat(3)}<pre>*** END OF THIS PROJECT GUTENBERG EBOOK X ***</pre><p>You may copy it.</p></body>`)
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['furniture', 'paragraph', 'paragraph', 'paragraph', 'furniture', 'furniture'])
  })
  it('gives citations of a page’s own bibliography', async () => {
    const document = await read('<head><script type="text/bibliography">@article{smith2019, title={On {Growth}}, author={Smith, Ann and Doe, Bo}, year=2019, journal="Journal"}</script></head><body><p>It grew<d-cite key="smith2019,doe2020"></d-cite>.</p></body>')
    expect(cite(document).citations.map(({ label, text }) => [label, text])).toEqual([['smith2019', 'Smith, Ann; Doe, Bo. On Growth. Journal, 2019.'], ['doe2020', '']])
    expect(document.text).toContain('It grew [smith2019, doe2020].')
  })
  it('says where the notes stand when it is in another file', async () => {
    const document = await read('<p>It grew.<a href="endnotes.xhtml#note-1" epub:type="noteref">1</a></p>', 'chapter.xhtml')
    expect(document.warnings.find(({ code }) => code === 'notes-elsewhere')?.message).toContain('endnotes.xhtml')
  })
  it('sets navigation aside and keeps the article', async () => {
    const document = await read(`<html><body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>The Plan</h1>${`<p>${LONG.repeat(3)}</p>`.repeat(5)}</article><footer><p>All rights reserved by us.</p></footer></body></html>`)
    const kinds = outline(document)
    expect(kinds[0]).toEqual(['furniture', 'Home World'])
    expect(kinds.at(-1)).toEqual(['furniture', 'All rights reserved by us.'])
    expect(kinds.filter(([kind]) => kind === 'paragraph')).toHaveLength(5)
  })
})

describe('notes of a web page', () => {
  const joined = async (markup: string, name?: string) => {
    const document = await read(markup, name)
    const { citations, orphans } = cite(document)
    for (const { mark, label } of citations) expect(textOf(document.text, mark)).toContain(label)
    expect(orphans).toEqual([])
    return citations.map(({ label, text }) => [label, text])
  }
  it.each<[string, string]>([
    ['raised links and a list with links back', '<p>It grew.<sup id="r1"><a href="#fn1">1</a></sup></p><ol><li id="fn1"><p>A book. <a href="#r1">↩</a></p></li></ol>'],
    ['encyclopaedia marks in brackets', '<p>It grew.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup></p><ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span>A book.</span></li></ol>'],
    ['word processor anchors', '<p>It grew.<a href="#_ftn1" name="_ftnref1">[1]</a></p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> A book.</p></div>'],
    ['bare numbers and footnotes after the paragraph', '<p>It grew.<a class="tag" href="#note1" name="tag1" id="tag1">1</a></p><p class="footnote"><a name="note1" href="#tag1">Footnote 1</a>: A book.</p>'],
    ['the roles of ARIA', '<p>It grew.<a role="doc-noteref" href="#x">1</a></p><aside role="doc-footnote" id="x">A book.</aside>'],
    ['notes in the middle of a sentence', '<p>It grew<d-footnote>A book.</d-footnote> fast.</p>'],
    ['raised numbers without links', '<p>It grew.<sup>1</sup></p><h2>Notes</h2><ol><li>A book.</li></ol>'],
    ['typed signs', '<p>It grew. [1]</p><h2>Notes</h2><p>[1] A book.</p>'],
  ])('%s', async (_how, markup) => expect(await joined(markup)).toEqual([['1', 'A book.']]))
  it('of several paragraphs are whole', async () => {
    expect(await joined('<p>It grew.<sup><a href="#n1">1</a></sup> It fell.<sup><a href="#n2">2</a></sup></p><ol><li id="n1"><p>One.</p><p>More.</p></li><li id="n2">Two.</li></ol>')).toEqual([['1', 'One. More.'], ['2', 'Two.']])
  })
  it('in another file are marks without a note', async () => {
    const { citations, warnings } = cite(await read('<p>It grew.<a href="endnotes.xhtml#note-1" id="noteref-1" epub:type="noteref">1</a></p>', 'chapter.xhtml'))
    expect(citations.map(({ label, definition }) => [label, definition])).toEqual([['1', null]])
    expect(warnings.map(({ code }) => code)).toEqual(['missing-note'])
  })
  it('are no pages, chapters or contents', async () => {
    const document = await read('<p><a href="#c1">1</a> <a href="#c2">2</a> <a href="?page=3">3</a></p><h2 id="c1">One</h2><p>It grew.</p><h2 id="c2">Two</h2><p>It fell.</p>')
    expect(cite(document).citations).toEqual([])
  })
})
