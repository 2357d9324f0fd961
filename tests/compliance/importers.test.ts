import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { citeDocument } from '#shared/citations/cite-document.ts'
import { Document, textOf } from '#shared/document/document.ts'
import { segmentDocument } from '#shared/segment/sentences.ts'
import { importers } from '#server/importers/index.ts'

/** One article in every format: the compliance suite runs it through each importer. A new importer adds its own writing of it. */
const ARTICLE: Record<string, string> = {
  txt: 'The Plan and Its Critics\r\n\r\nOutput grew in 中国. {1} It fell, “he said”. {2}\r\n\r\n{1} Ministry. (2019, January 23) A report\r\n{2} Ibid.\r\n',
  md: '# The Plan and Its Critics\r\n\r\nOutput grew in 中国.[^1] It fell, “he said”.[^2]\r\n\r\n[^1]: Ministry. (2019, January 23) A report\r\n[^2]: Ibid.\r\n',
  html: '<h1>The Plan and Its Critics</h1><p>Output grew in 中国.<sup><a href="#n1">1</a></sup> It fell, “he said”.<sup><a href="#n2">2</a></sup></p><ol><li id="n1">Ministry. (2019, January 23) A report</li><li id="n2">Ibid.</li></ol>',
}
/** Files of the folder that are no importers: what all of them need. */
const NOT_IMPORTERS = ['index.ts', 'importer.ts', 'decode.ts', 'sniff.ts', 'read-document.ts']

describe('the registry of importers', () => {
  it('holds every file of the folder, under the name of the file', () => {
    const files = readdirSync('server/importers').filter((name) => name.endsWith('.ts') && !NOT_IMPORTERS.includes(name)).map((name) => name.replace('.ts', ''))
    expect(importers.map(({ id }) => id).sort()).toEqual(files.sort())
  })
  it('gives each extension and media type to one importer', () => {
    for (const all of [importers.flatMap(({ extensions }) => extensions), importers.flatMap(({ mediaTypes }) => mediaTypes)]) expect(new Set(all).size).toBe(all.length)
    for (const { label, extensions, mediaTypes } of importers) expect([label !== '', extensions.length > 0, mediaTypes.length > 0]).toEqual([true, true, true])
  })
})

describe.each(importers.map((importer) => [importer.id, importer] as const))('the importer %s', (id, importer) => {
  const read = async (text: string, name = `article${importer.extensions[0]}`): Promise<Document> => importer.read(new TextEncoder().encode(text), { name })

  it('gives a valid document with blocks in order and marks inside the text', async () => {
    const document = await read(ARTICLE[id]!)
    expect(Document.parse(document)).toEqual(document)
    let end = 0
    for (const { span } of document.blocks) {
      expect(span.start).toBeGreaterThanOrEqual(end)
      expect(textOf(document.text, span)).toMatch(/^\S(?:[^]*\S)?$/)
      end = span.end
    }
    for (const { span } of document.marks) expect([span.start < span.end, span.end <= document.text.length]).toEqual([true, true])
    expect(document.text).not.toMatch(/\r|\uFEFF/)
  })
  it('reads title, sentences and notes alike', async () => {
    const document = await read(ARTICLE[id]!)
    const segments = segmentDocument(document)
    const { citations, orphans } = citeDocument(document, segments)
    expect(document.title).toBe('The Plan and Its Critics')
    expect(segments.filter(({ kind }) => kind === 'sentence')).toHaveLength(2)
    expect(citations.map(({ label, text, ibidOf, source, carries }) => [label, text, ibidOf, source?.publisher, textOf(document.text, carries)])).toEqual([
      ['1', 'Ministry. (2019, January 23) A report', null, 'Ministry', 'Output grew in 中国.'],
      ['2', 'Ibid.', '1', 'Ministry', 'It fell, “he said”.'],
    ])
    expect(orphans).toEqual([])
  })
  it('reads the same bytes to the same document', async () => expect(await read(ARTICLE[id]!)).toEqual(await read(ARTICLE[id]!)))
  it('takes the file’s name for a title when the text has none', async () => expect((await read('It grew. It fell.', `some/folder/My draft${importer.extensions[0]}`)).title).toBe('My draft'))
})
