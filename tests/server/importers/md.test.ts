import { describe, expect, it } from 'vitest'
import { textOf, type Document } from '#shared/document/document.ts'
import { readDocument } from '#server/importers/index.ts'
import { readNotes } from '../../support/read-notes.ts'

const read = async (text: string): Promise<Document> => (await readDocument(new TextEncoder().encode(text), { name: 'draft.md' })).document
const outline = ({ blocks, text }: Document): [string, string][] => blocks.map(({ kind, span }) => [kind, textOf(text, span)])
const notes = async (text: string) => {
  const document = await read(text)
  const cited = readNotes(document)
  return { ...cited, pairs: cited.citations.map(({ label, text: note }) => [label, note]) }
}

describe('Markdown', () => {
  it('gives its blocks without its signs', async () => {
    const document = await read('---\ntitle: From the front\n---\n\n# The *Plan*\n\nIt **grew** &amp; [fell](https://example.org).\nSame line.\n\n- one\n- two\n\n> Quoted.\n\n| Year | Output |\n|---|---|\n| 2019 | 3.5 |\n\n```\ncode\n```\n')
    expect(outline(document)).toEqual([['title', 'The Plan'], ['paragraph', 'It grew & fell. Same line.'], ['list-item', 'one'], ['list-item', 'two'], ['quote', 'Quoted.'], ['table', 'Year\tOutput'], ['table', '2019\t3.5'], ['code', 'code']])
    expect(document.marks.map(({ href, span }) => [href, textOf(document.text, span)])).toEqual([['https://example.org', 'fell']])
  })
  it('takes the title of its front matter when it has no heading of its own', async () => expect((await read('---\ntitle: "From the front"\n---\nIt grew.')).title).toBe('From the front'))
  it('joins [^n] notes by their own labels', async () => {
    expect((await notes('It grew.[^21] It fell.[^b]\n\n[^b]: Two.\n[^21]: One.\n\n    More.\n')).pairs).toEqual([['21', 'One. More.'], ['b', 'Two.']])
  })
  it('joins notes written in raw HTML', async () => {
    expect((await notes('It grew.<sup id="reference-1"><a href="#footnote-1">1</a></sup>\n\n<p class="footnote" id="footnote-1">1. A book.↩</p>\n')).pairs).toEqual([['1', 'A book.']])
  })
  it('joins typed notes', async () => expect((await notes('It grew. {1}\n\n{1} A book.\n')).pairs).toEqual([['1', 'A book.']]))
  it('keeps orphan and missing notes and warns of them', async () => {
    const { citations, orphans, warnings } = await notes('It grew.[^1] It fell.[^2]\n\n[^1]: One.\n\n[^3]: Three.\n')
    expect(citations.map(({ label, definition }) => [label, definition !== null])).toEqual([['1', true], ['2', false]])
    expect(orphans.map(({ label }) => label)).toEqual(['3'])
    expect(warnings.map(({ code }) => code)).toEqual(['missing-note', 'orphan-note'])
  })
  it('reads markup as words, never as a page that runs', async () => expect(outline(await read('It <script>alert(1)</script>grew.\n\n<img src=x onerror=alert(1)>Fell.'))).toEqual([['paragraph', 'It grew.'], ['paragraph', 'Fell.']]))
})
