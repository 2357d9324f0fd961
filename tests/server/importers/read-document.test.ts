import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { textOf } from '#shared/document/document.ts'
import { MOST_BYTES } from '#server/importers/read-document.ts'
import { readDocument } from '#server/importers/index.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const refusal = async (bytes: Uint8Array, name: string): Promise<AppError> => {
  const error = await readDocument(bytes, { name }).then(() => null, (reason: unknown) => reason)
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

describe('what cannot be read', () => {
  it.each<[string, Uint8Array, string, string, RegExp]>([
    ['an empty file', utf8(''), 'a.txt', 'unreadable', /empty/],
    ['white space', utf8(' \n\t\n'), 'a.txt', 'unreadable', /white space/],
    ['a PDF named .txt', utf8('%PDF-1.7\n%âãÏÓ'), 'a.txt', 'unreadable', /not what its name says: it is a PDF.*Text, Markdown and HTML are read/],
    ['a PDF', utf8('%PDF-1.7'), 'a.pdf', 'unsupported-format', /is a PDF, which is not read.*Text, Markdown and HTML are read/],
    ['a Word file named .md', utf8('PK\u0003\u0004....[Content_Types].xml word/document.xml'), 'a.md', 'unreadable', /it is a Word \(DOCX\) file/],
    ['a Word file', utf8('PK\u0003\u0004....word/document.xml'), 'a.docx', 'unsupported-format', /is a Word \(DOCX\) file/],
    ['a ZIP archive', utf8('PK\u0003\u0004....notes.csv'), 'a.zip', 'unsupported-format', /is a ZIP archive/],
    ['an image named .html', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'a.html', 'unreadable', /it is a PNG image/],
    ['a JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'photo.jpg', 'unsupported-format', /is a JPEG image/],
    ['other binary data', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251), 'a.txt', 'unreadable', /binary data/],
    ['a page without words', utf8('<html><body><script>var a = 1</script></body></html>'), 'a.html', 'unreadable', /holds no words/],
  ])('%s', async (_what, bytes, name, code, message) => {
    const error = await refusal(bytes, name)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(message)
    expect(error.message).toContain(name)
  })
  it('more than 50 MB', async () => {
    const error = await refusal(new Uint8Array(MOST_BYTES + 1), 'big.txt')
    expect([error.code, error.message]).toEqual(['too-large', expect.stringMatching(/51 MB; up to 50 MB/)])
  })
})

describe('which importer reads', () => {
  it.each<[string, string, string | undefined, string]>([
    ['It grew.', 'a.txt', undefined, 'txt'],
    ['# A\n\nIt grew.', 'a.md', undefined, 'md'],
    ['<p>It grew.</p>', 'a.html', undefined, 'html'],
    ['<!doctype html><html><body><p>It grew.</p></body></html>', 'a.txt', undefined, 'html'],
    ['<!doctype html><html><body><p>It grew.</p></body></html>', 'page', 'text/plain', 'html'],
    ['# A\n\nIt grew.', 'README', 'text/markdown; charset=utf-8', 'md'],
    ['<p>It grew.</p>', 'page', 'text/html', 'html'],
    ['It grew.', 'noname', undefined, 'txt'],
  ])('%j named %s (%s)', async (text, name, mediaType, id) => {
    const { importer } = await readDocument(utf8(text), mediaType ? { name, mediaType } : { name })
    expect(importer.id).toBe(id)
  })
  it('sees a page behind a UTF-16 encoding', async () => {
    const page = '<!doctype html><html><body><p>It grew in 中国.</p></body></html>'
    const { importer, document } = await readDocument(Uint8Array.from([0xff, 0xfe, ...[...page].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8])]), { name: 'x.htm' })
    expect([importer.id, document.text]).toEqual(['html', 'It grew in 中国.'])
  })
  it('does not take a sign cut in two at the end of its sample for another encoding', async () => {
    const { document } = await readDocument(utf8(`a${'中'.repeat(40_000)}`), { name: 'x.txt' })
    expect(document.text).toBe(`a${'中'.repeat(40_000)}`)
  })
})

it('reads furniture that is put back as a paragraph, and nothing else differently', async () => {
  const file = utf8('Skip to content\n\nA Title Here\n\nIt grew.')
  const { document } = await readDocument(file, { name: 'a.txt' })
  const again = await readDocument(file, { name: 'a.txt', putBack: [0, 2] })
  expect(again.document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'title', 'paragraph'])
  expect(again.document.blocks.map(({ span }) => textOf(again.document.text, span))).toEqual(document.blocks.map(({ span }) => textOf(document.text, span)))
})

describe('large and deeply nested files are read in one go', () => {
  it.each<[string, string]>([
    ['one paragraph of 3 MB', 'The output grew 3.5 percent in 2019, he said. '.repeat(65_000)],
    ['3 MB without a space', 'a'.repeat(3_000_000)],
    ['closing brackets without end', `x ${')'.repeat(1_000_000)}`],
    ['Chinese full stops without end', `x ${'。'.repeat(500_000)}`],
  ])('%s', async (_name, text) => {
    const { document } = await readDocument(utf8(text), { name: 'a.txt' })
    expect(document.blocks).toHaveLength(1)
  })
  it('ten thousand nested elements', async () => {
    const { document } = await readDocument(utf8(`<html><body>${'<div>'.repeat(10_000)}<p>It grew.</p>${'</div>'.repeat(10_000)}</body></html>`), { name: 'a.html' })
    expect(document.text).toBe('It grew.')
  })
  it('ten thousand nested quotations', async () => {
    const { document } = await readDocument(utf8(`${'>'.repeat(10_000)} It grew.`), { name: 'a.md' })
    expect(document.text).toContain('It grew.')
    expect(document.warnings.map(({ code }) => code)).toContain('read-as-text')
  })
})
