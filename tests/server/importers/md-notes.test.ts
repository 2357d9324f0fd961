import { describe, expect, it } from 'vitest'
import { readDocument } from '#server/importers/index.ts'
import { readNotes } from '../../support/read-notes.ts'

const read = async (text: string) => {
  const { document } = await readDocument(new TextEncoder().encode(text), { name: 'draft.md' })
  return { document, ...readNotes(document) }
}

/** The same two notes as they are written in Markdown. */
const WRITTEN: Record<string, string> = {
  'labels': 'It grew.[^a] It fell.[^b-2]\n\n[^b-2]: A paper.\n\n[^a]: A book.',
  'in the middle of the sentence': 'It grew.^[A *book*.] It fell.^[A paper.]',
  'numbered list of addresses': 'It grew [1]. It fell [2].\n\n[1] A book.\n\n[2] A paper.',
  'escaped brackets': 'It grew\\[1\\]. It fell\\[2\\].\n\n\\[1\\] A book.\n\n\\[2\\] A paper.',
  'a list below a heading': 'It grew.[1] It fell.[2]\n\n## Notes\n\n1. A book.\n2. A paper.',
  'raised numbers in raw HTML': 'It grew.<sup>1</sup> It fell.<sup>2</sup>\n\n---\n\n<sup>1</sup> A book.\n\n<sup>2</sup> A paper.',
  'anchors in raw HTML': 'It grew.<sup id="fnr1"><a href="#fn1">1</a></sup> It fell.<sup id="fnr2"><a href="#fn2">2</a></sup>\n\n<a name="fn1">1</a>. A book. [↩](#fnr1)\n\n<a name="fn2">2</a>. A paper. [↩](#fnr2)',
  'raised numbers as Pandoc writes them': 'It grew.^1^ It fell.^2^\n\n## Notes\n\n1. A book.\n2. A paper.',
  'short codes': 'It grew.[mfn]A book.[/mfn] It fell.[mfn]A paper.[/mfn]',
  'multimarkdown inline': 'It grew.[^A book.] It fell.[^A paper.]',
  'mmd citations': 'It grew.[#a] It fell.[#b]\n\n[#a]: A book.\n\n[#b]: A paper.',
  'caret plain': 'It grew.^1 It fell.^2\n\n^1 A book.\n\n^2 A paper.',
  'round sup': 'It grew.<sup>(1)</sup> It fell.<sup>(2)</sup>\n\n(1) A book.\n\n(2) A paper.',
  circled: 'It grew.① It fell.②\n\n① A book.\n\n② A paper.',
  'lines not parted': 'It grew.[1] It fell.[2]\n\n[1] A book.\n[2] A paper.',
  'bold labels': 'It grew.[1] It fell.[2]\n\n**[1]** A book.\n\n**[2]** A paper.',
  anchors: 'It grew.[[1]](#fn1) It fell.[[2]](#fn2)\n\n<a id="fn1"></a>[1] A book.\n\n<a id="fn2"></a>[2] A paper.',
  'anchors sup': 'It grew.[<sup>1</sup>](#fn1) It fell.[<sup>2</sup>](#fn2)\n\n<a name="fn1">1</a>: A book.\n\n<a name="fn2">2</a>: A paper.',
  'anchors back': 'It grew.<a name="b1"></a>[¹](#f1) It fell.<a name="b2"></a>[²](#f2)\n\n<b id="f1">1</b> A book. [↩](#b1)\n\n<b id="f2">2</b> A paper. [↩](#b2)',
  'link to title note': 'It grew.[1][a] It fell.[2][b]\n\n[a]: # "A book."\n[b]: # "A paper."',
  'asterisks escaped': 'It grew.\\* It fell.\\*\\*\n\n\\* A book.\n\n\\*\\* A paper.',
  'kramdown ref with spaces': 'It grew. [^1] It fell. [^2]\n\n[^1]: A book.\n[^2]:\n    A paper.',
  'note before colon missing': 'It grew.[^1] It fell.[^2]\n\n[^1] A book.\n\n[^2] A paper.',
  'wiki ref in md': 'It grew.<ref>A book.</ref> It fell.<ref>A paper.</ref>',
  'hugo shortcode': 'It grew.{{< fn "A book." >}} It fell.{{< fn "A paper." >}}',
  'liquid sidenote': 'It grew.{% sidenote "1" "A book." %} It fell.{% sidenote "2" "A paper." %}',
  latex: 'It grew.\\footnote{A book.} It fell.\\footnote{A paper.}',
  'pandoc numbered example': 'It grew.[1] It fell.[2]\n\n## References\n\n- [1] A book.\n- [2] A paper.',
  'raised brackets pandoc': 'It grew^[1]^. It fell^[2]^.\n\n## References\n\n1. A book.\n2. A paper.',
  'raised bracket open': 'It grew^[1]. It fell^[2].\n\n## References\n\n[1] A book.\n\n[2] A paper.',
  'bold heading same paragraph': 'It grew.[1] It fell.[2]\n\n**Footnotes**\n[1] A book.\n[2] A paper.',
  'bold heading': 'It grew.[1] It fell.[2]\n\n**Footnotes**\n\n1. A book.\n2. A paper.',
  'sup links to named anchors in list': 'It grew.<sup>[1](#foot1)</sup> It fell.<sup>[2](#foot2)</sup>\n\n**Footnotes**\n\n1. <a name="foot1"></a> A book.\n2. <a name="foot2"></a> A paper.',
  'links to heading': 'It grew [[1]](#references). It fell [[2]](#references).\n\n## References\n\n1. A book.\n2. A paper.',
  'links to heading, bracketed list': 'It grew [[1]](#references). It fell [[2]](#references).\n\n## References\n[1] A book.  \n[2] A paper.',
  'quote lines': 'It grew<sup>[1]</sup>. It fell<sup>[2]</sup>.\n\n> [1] A book.  \n> [2] A paper.',
  'anchors numbers': 'It grew [[1]](#1). It fell [[2]](#2).\n\n## References\n\n<a id="1">[1]</a> \nA book.\n\n<a id="2">[2]</a> \nA paper.',
  'wiki template html': 'It grew.<sup id="a1">[1](#f1)</sup> It fell.<sup id="a2">[2](#f2)</sup>\n\n<b id="f1">1</b> A book. [↩](#a1)\n\n<b id="f2">2</b> A paper. [↩](#a2)',
  'latex braces raised': 'It grew.$^{1}$ It fell.$^{2}$\n\n$^{1}$ A book.\n\n$^{2}$ A paper.',
  'jekyll fed': 'It grew.[^1] It fell.[^2]\n\n[^1]: A book. \n[^2]: A paper.',
  'note with 3-space indent': 'It grew.[^1] It fell.[^2]\n\n   [^1]: A book.\n   [^2]: A paper.',
  'note no space': 'It grew.[^1] It fell.[^2]\n\n[^1]:A book.\n[^2]:A paper.',
  'escaped caret': 'It grew.\\[^1\\] It fell.\\[^2\\]\n\n\\[^1\\]: A book.\n\n\\[^2\\]: A paper.',
  'html sup fn': 'It grew.<sup>[1](#note1)</sup> It fell.<sup>[2](#note2)</sup>\n\n<a id="note1"></a>1. A book.\n\n<a id="note2"></a>2. A paper.',
  'div notes': 'It grew.<a href="#n1"><sup>1</sup></a> It fell.<a href="#n2"><sup>2</sup></a>\n\n<div id="n1">1. A book.</div>\n\n<div id="n2">2. A paper.</div>',
  'list in html': 'It grew.[^1] It fell.[^2]\n\n<small>\n\n[^1]: A book.\n\n[^2]: A paper.\n\n</small>',
  'obsidian inline': 'It grew.^[A book.] It fell. ^[A paper.]',
  'bracket label in link def': 'It grew.[1] It fell.[2]\n\n## References\n[1] A book.<br>\n[2] A paper.<br>',
  'star list refs': 'It grew [1]. It fell [2].\n\n## References\n\n* [1] A book.\n* [2] A paper.',
  'table of refs': 'It grew [1]. It fell [2].\n\n## References\n\n| # | Source |\n|---|---|\n| 1 | A book. |\n| 2 | A paper. |',
  'two-space breaks sup': 'It grew.<sup>1</sup> It fell.<sup>2</sup>\n\n## Notes\n\n<sup>1</sup> A book.<br/><sup>2</sup> A paper.',
  'numbered with paren': 'It grew (1). It fell (2).\n\n## Notes\n\n1) A book.\n2) A paper.',
}

describe('two notes as they are written in Markdown', () => {
  it.each(Object.entries(WRITTEN))('%s', async (_how, text) => {
    const { citations, orphans } = await read(`# The Plan\n\n${text}\n`)
    expect(citations.map((citation) => citation.text)).toEqual(['A book.', 'A paper.'])
    expect(orphans).toEqual([])
  })
  it('a label in code is no mark', async () => {
    expect((await read('It grew.[^n] The sign `[^n]` stays.\n\n[^n]: A book.\n')).citations.map(({ label }) => label)).toEqual(['n'])
  })
  it('a numbered source is a note whose text is its address, a link with words is a link', async () => {
    const { citations, document } = await read('It grew [1], as [he said][2].\n\n[1]: https://example.org/a\n[2]: https://example.org/b\n')
    expect(citations.map(({ kind, label, text }) => [kind, label, text])).toEqual([['note', '1', 'https://example.org/a'], ['link', 'example.org', 'https://example.org/b']])
    expect(document.text).toContain('It grew [1], as he said.')
  })
  it('keys of a bibliography are marks, names on a network are not', async () => {
    const { citations, document } = await read('It grew [see @smith2019, p. 4; @doe:2020]. It fell, as [@jack] said.\n')
    expect(citations.map(({ label, carries }) => [label, document.text.slice(carries.start, carries.end)])).toEqual([['smith2019', 'It grew'], ['doe:2020', 'It grew']])
  })
  it('paragraphs and lists of a note belong to it, the text behind does not', async () => {
    const { citations, document } = await read('It grew.[^1]\n\n[^1]: A book.\n\n    More of it.\n\n    - a list\n\nThe end came.\n')
    expect(citations.map(({ text }) => text)).toEqual(['A book. More of it. a list'])
    expect(document.blocks.at(-1)!.kind).toBe('paragraph')
  })
  it('a label defined twice keeps both notes', async () => {
    const { citations, orphans } = await read('It grew.[^1]\n\n[^1]: A book.\n[^1]: A paper.\n')
    expect([citations.map(({ text }) => text), orphans.map(({ text }) => text)]).toEqual([['A book.'], ['A paper.']])
  })
  it('a mark without a note stays in the text', async () => expect((await read('It grew.[^1] It fell.[^x]\n\n[^1]: A book.\n')).citations.map(({ label, definition }) => [label, definition !== null])).toEqual([['1', true], ['x', false]]))
})
