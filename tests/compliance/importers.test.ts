import { existsSync, readdirSync } from 'node:fs'
import net from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Document, textOf } from '#shared/document/document.ts'
import { AppError } from '#shared/errors.ts'
import { importers, readDocument } from '#server/importers/index.ts'
import { readNotes } from '../support/read-notes.ts'
import type { ImporterCase, WrittenArticle } from './importer-cases/importer-case.ts'

/** The one article that every importer reads, each in its own format. */
const ARTICLE: WrittenArticle = {
  title: 'The Plan and Its Critics',
  sentences: [{ text: 'Output grew in 中国.', note: 'Ministry. (2019, January 23) A report' }, { text: 'It fell, “he said”.', note: 'Ibid.' }],
}
/** Enough running text for a page to have a main content. */
const PROSE = Array.from({ length: 60 }, (_, index) => ({ text: `In ${1960 + index} output grew again, he said, and the ministry agreed with every word of it.` }))
/** Files of the folder that are no importers: what all of them need. */
const NOT_IMPORTERS = ['index.ts', 'importer.ts', 'decode.ts', 'sniff.ts', 'looks-like-markdown.ts', 'read-document.ts']
const CASES = 'tests/compliance/importer-cases'
/** Reading may take this long for the worst file of 10 MB that anybody thought of, on a busy machine: ten times what it takes on a quiet one. What grows with the square takes hours. */
const MOST_SECONDS = 30

const withCases = importers.filter(({ id }) => existsSync(`${CASES}/${id}.ts`))

/** What is wrong with a document as every later stage takes it, in words. One list, so that a hundred thousand blocks are looked at in one go. */
function faultsOf(document: Document): string[] {
  const faults: string[] = []
  const { text, blocks, marks } = document
  let end = 0
  for (const { kind, span } of blocks) {
    if (span.start < end) faults.push(`The ${kind} at ${span.start} starts before the end of the block before it.`)
    if (span.start >= span.end || span.end > text.length || /\s/.test(text[span.start]!) || /\s/.test(text[span.end - 1]!)) faults.push(`The ${kind} ${span.start}–${span.end} (${JSON.stringify(textOf(text, span).slice(0, 40))}) is empty, ends outside the text, or has white space at an end.`)
    end = span.end
  }
  for (const { kind, span } of marks) if (span.start >= span.end || span.end > text.length) faults.push(`The ${kind} ${span.start}–${span.end} is empty or ends outside the text.`)
  if (/\r|^\uFEFF|\0/.test(text)) faults.push('The text holds a carriage return, a byte order mark or a NUL.')
  if (/[\uD800-\uDFFF]/u.test(text)) faults.push('The text holds half of a surrogate pair.')
  if (!Document.safeParse(document).success) faults.push('It is no Document.')
  return faults
}

describe('the registry of importers', () => {
  it('holds every file of the folder, under the name of the file', () => {
    const files = readdirSync('server/importers').filter((name) => name.endsWith('.ts') && !NOT_IMPORTERS.includes(name)).map((name) => name.replace('.ts', ''))
    expect(importers.map(({ id }) => id).sort()).toEqual(files.sort())
  })
  it('gives each extension and media type to one importer', () => {
    for (const all of [importers.flatMap(({ extensions }) => extensions), importers.flatMap(({ mediaTypes }) => mediaTypes)]) expect(new Set(all).size).toBe(all.length)
    for (const { label, extensions, mediaTypes } of importers) expect([label !== '', extensions.length > 0, mediaTypes.length > 0]).toEqual([true, true, true])
  })
  it('has the material of this suite for each', () => {
    for (const { id } of importers) expect(withCases.some((each) => each.id === id), `No material for the importer ${id}: write ${CASES}/${id}.ts that exports \`importerCase: ImporterCase\` (see importer-case.ts; txt.ts is the shortest).`).toBe(true)
  })
})

describe.each(withCases.map((importer) => [importer.id, importer] as const))('the importer %s', async (id, importer) => {
  const { importerCase } = await import(`./importer-cases/${id}.ts`) as { importerCase: ImporterCase }
  const read = async (article: WrittenArticle, name = `article${importer.extensions[0]}`): Promise<Document> => importer.read(await importerCase.write(article), { name })
  afterEach(() => void vi.restoreAllMocks())

  it('gives a valid document with blocks in order, marks inside the text, and the text normalised', async () => expect(faultsOf(await read(ARTICLE))).toEqual([]))
  it('reads title, sentences and notes alike', async () => {
    const document = await read(ARTICLE)
    const { citations, orphans, segments } = readNotes(document)
    expect(document.title).toBe('The Plan and Its Critics')
    expect(segments.filter(({ kind }) => kind === 'sentence')).toHaveLength(2)
    expect(citations.map(({ label, text, ibidOf, source, carries }) => [label, text, ibidOf, source?.publisher, textOf(document.text, carries)])).toEqual([
      ['1', 'Ministry. (2019, January 23) A report', null, 'Ministry', 'Output grew in 中国.'],
      ['2', 'Ibid.', '1', 'Ministry', 'It fell, “he said”.'],
    ])
    expect(orphans).toEqual([])
  })
  it('keeps every note of many', async () => {
    const document = await read({ title: 'Many', sentences: PROSE.map(({ text }, index) => ({ text, note: `Report number ${index + 1001}, Ministry.` })) })
    const { citations, orphans } = readNotes(document)
    expect(citations.map(({ label, text }) => [label, text])).toEqual(PROSE.map((_, index) => [String(index + 1), `Report number ${index + 1001}, Ministry.`]))
    expect(orphans).toEqual([])
  })
  it.runIf(importerCase.hasFurniture)('sets furniture aside where everybody can see it', async () => {
    const document = await read({ title: 'The Plan', sentences: PROSE, furniture: 'Skip to main content' })
    expect(document.blocks.filter(({ kind }) => kind === 'furniture').map(({ span }) => textOf(document.text, span))).toEqual(['Skip to main content'])
  })
  it('reads the same bytes to the same document', async () => {
    const bytes = await importerCase.write(ARTICLE)
    expect(await importer.read(bytes, { name: 'a' })).toEqual(await importer.read(bytes, { name: 'a' }))
  })
  it('takes the file’s name for a title when the text has none', async () => expect((await read({ sentences: [{ text: 'It grew. It fell.' }] }, `some/folder/My draft${importer.extensions[0]}`)).title).toBe('My draft'))
  it('asks nothing of the network', async () => {
    const connect = vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(() => { throw new Error('An importer opened a connection.') })
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('An importer fetched something.'))
    await read({ ...ARTICLE, sentences: [...ARTICLE.sentences, { text: 'It is at https://example.org/a.png today.' }] })
    expect([connect.mock.calls.length, fetched.mock.calls.length]).toEqual([0, 0])
  })
  it('is read by its content, or refused with a sentence, under every other format’s extension', async () => {
    const bytes = await importerCase.write(ARTICLE)
    for (const { extensions: [extension] } of importers) {
      const name = `article${extension}`
      const outcome = await readDocument(bytes, { name }).then(({ document }) => document.text, (error: unknown) => error)
      if (outcome instanceof Error) expect([(outcome as AppError).code, outcome.message]).toEqual([expect.stringMatching(/^(?:unreadable|unsupported-format)$/), expect.stringContaining(name)])
      else expect(outcome).toContain('Output grew in 中国.')
    }
  })
  it.each(importerCase.hostile.map((file) => [file.what, file] as const))('withstands %s', async (_what, { bytes, outcome }) => {
    const file = await bytes()
    const start = performance.now()
    const result = await readDocument(file, { name: `hostile${importer.extensions[0]}` }).then(({ document }) => document, (error: unknown) => error)
    const seconds = (performance.now() - start) / 1000
    if (result instanceof Error) expect(result).toBeInstanceOf(AppError)
    else expect(faultsOf(result as Document).slice(0, 5)).toEqual([])
    if (outcome !== 'either') expect(result instanceof Error ? `refused: ${result.message}` : 'read').toMatch(outcome)
    expect(seconds).toBeLessThan(MOST_SECONDS)
  }, 60_000)
})
