import { describe, expect, it } from 'vitest'
import { citeDocument } from '#shared/citations/cite-document.ts'
import { hostOf, plainAddress } from '#shared/citations/links.ts'
import { workKey } from '#shared/citations/same-work.ts'
import { textOf, type Document } from '#shared/document/document.ts'
import { readPlainText } from '#shared/document/plain-text.ts'
import { segmentDocument } from '#shared/segment/sentences.ts'
import { cite } from './cite.ts'

/** Paragraphs in which `[words](address)` are links. A paragraph that starts with ~ is furniture. */
function linked(paragraphs: string[]) {
  const document: Document = { title: '', text: '', blocks: [], marks: [], warnings: [] }
  for (const paragraph of paragraphs) {
    const start = document.text.length
    for (const piece of paragraph.replace(/^~/, '').split(/(\[[^\]]*\]\([^)]*\))/)) {
      const link = /^\[(.*)\]\((.*)\)$/.exec(piece)
      const from = document.text.length
      document.text += link ? link[1]! : piece
      if (link) document.marks.push({ kind: 'link', href: link[2]!, span: { start: from, end: document.text.length } })
    }
    document.blocks.push({ kind: paragraph.startsWith('~') ? 'furniture' : 'paragraph', span: { start, end: document.text.length } })
    document.text += '\n\n'
  }
  const { citations } = citeDocument(document, segmentDocument(document))
  return citations.map(({ kind, label, mark, carries }) => [kind, label, textOf(document.text, mark), textOf(document.text, carries)])
}

describe('links', () => {
  it('carry the sentence they stand in; the mark is their words', () => {
    expect(linked(['One. It grew by [four percent](https://www.example.org/a) in May. Three.'])).toEqual([['link', 'example.org', 'four percent', 'It grew by four percent in May.']])
  })
  it('do not part what notes carry', () => {
    expect(linked(['One. It [grew](https://example.org/a). Two.', '~x'])).toHaveLength(1)
    const { citations, carried } = cite('One. See https://example.org/a for it. Two.[1]\n\n[1] Source, 2001.')
    expect(citations.map(({ kind }) => kind)).toEqual(['link', 'note'])
    expect(carried[1]).toBe('One. See https://example.org/a for it. Two.')
  })
  it.each([
    ['Output grew (see https://example.org/a).[3] It', 'https://example.org/a'], ['It grew: https://example.org/a.[3] It', 'https://example.org/a'], ['It grew (https://example.org/a_(b)). It', 'https://example.org/a_(b)'],
    ['It grew [https://example.org/a]. It', 'https://example.org/a'], ['It grew: https://example.org/a?x[0]=1, it', 'https://example.org/a?x[0]=1'], ['It grew, https://example.org/a(b', 'https://example.org/a(b'],
  ])('typed in %s end before what closes the sentence', (text, address) => expect(readPlainText(`${text} fell.`, 'x').marks.map(({ href }) => href)).toEqual([address]))
  it('to a DOI say so', () => expect(cite('It grew (https://doi.org/10.1000/xyz.1). It fell.').citations.map(({ source }) => source?.DOI)).toEqual(['10.1000/xyz.1']))
  it('inside the site, share buttons and lone links are no sources', () => {
    const furniture = Array.from({ length: 10 }, (_, index) => `~[Page](https://en.wiki.org/p${index})`)
    expect(linked([...furniture, 'It [grew](https://en.wiki.org/growth) by [four](https://other.org/a). [Tweet](https://twitter.com/intent/tweet?x) it. See [here](/local) and [there](#part).', '[Read more](https://other.org/b)'])).toEqual([['link', 'other.org', 'four', 'It grew by four.']])
  })
  it('of archives are called after the page they keep', () => expect(hostOf('https://web.archive.org/web/20110607/http://www.stats.govt.nz/a')).toBe('stats.govt.nz'))
  it('written out at the end of a sentence or in brackets are sources in the text', () => {
    expect(linked(['It grew (https://example.org/a). It fell: https://example.org/b.'])).toEqual([
      ['source-in-text', 'example.org', '(https://example.org/a)', 'It grew'], ['source-in-text', 'example.org', 'https://example.org/b', 'It fell:'],
    ])
  })
  it('written out as what a sentence speaks of are words of it', () => {
    expect(linked(['The figures are kept at https://example.org/a. The register is run by https://other.org.']).map(([kind, host]) => [kind, host])).toEqual([['link', 'example.org'], ['link', 'other.org']])
  })
})

describe('one work', () => {
  it.each([
    ['http://www.example.org/a/?utm_source=x&id=3#part', 'https://example.org/a?id=3'],
    ['https://EXAMPLE.org/A/', 'example.org/A'],
    ['https://web.archive.org/web/2011/http://example.org/a', 'http://example.org/a'],
  ])('%s is %s', (one, other) => expect(plainAddress(one)).toBe(plainAddress(other)))
  it('has one key by DOI, by address, or by author, title and year; pages do not part it', () => {
    const book = { type: 'book', author: [{ family: 'Smith', given: 'Jane' }], title: 'The Growth of Output', issued: { 'date-parts': [[2018]] } }
    expect(workKey({ ...book, page: '45' })).toBe(workKey({ ...book, author: [{ family: 'SMITH', given: 'J.' }], title: 'The growth of output', page: '99' }))
    expect(workKey(book)).not.toBe(workKey({ ...book, issued: { 'date-parts': [[2019]] } }))
    expect(workKey({ ...book, DOI: '10.1000/ABC' })).toBe(workKey({ type: 'article', DOI: '10.1000/abc' }))
    expect(workKey({ type: 'webpage', URL: 'https://example.org/a?fbclid=1' })).toBe(workKey({ type: 'article', title: 'x', URL: 'http://www.example.org/a/' }))
  })
})
