import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { textOf } from '#shared/document/document.ts'
import { MOST_BYTES } from '#server/importers/read-document.ts'
import { readDocument } from '#server/importers/index.ts'
import { paragraph, writeDocx } from '../../support/write-docx.ts'
import { writeEpub } from '../../support/write-epub.ts'
import { writeOdt } from '../../support/write-odt.ts'
import { writeZip } from '../../support/write-zip.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
/** The opening of a compound file with one stream name in its directory. */
const compound = (stream: string): Uint8Array => new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]))
const refusal = async (bytes: Uint8Array, name: string): Promise<AppError> => {
  const error = await readDocument(bytes, { name }).then(() => null, (reason: unknown) => reason)
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

describe('what cannot be read', () => {
  it.each<[string, Uint8Array, string, string, RegExp]>([
    ['an empty file', utf8(''), 'a.txt', 'unreadable', /empty/],
    ['white space', utf8(' \n\t\n'), 'a.txt', 'unreadable', /white space/],
    ['half a PDF named .txt', utf8('%PDF-1.7\n%âãÏÓ'), 'a.txt', 'unreadable', /damaged/],
    ['a Rich Text file', utf8('{\\rtf1 It grew.}'), 'a.rtf', 'unsupported-format', /Rich Text.*Plain text, Markdown, .*PDF.*Word \(DOCX\).*EPUB are read\..*save it as \.docx or \.odt/],
    ['a Rich Text file named .doc', utf8('{\\rtf1 It grew.}'), 'a.doc', 'unsupported-format', /Rich Text/],
    ['an older Word file', compound('WordDocument'), 'a.doc', 'unsupported-format', /an older Word \(DOC\) file, which is not read.*save it as \.docx/],
    ['an older Word file named .docx', compound('WordDocument'), 'a.docx', 'unreadable', /not what its name says: it is an older Word/],
    ['a Word file with a password', compound('EncryptedPackage'), 'a.docx', 'unreadable', /an Office file with a password.*take the password off/],
    ['a text named .docx', utf8('It grew in 2019, he said.'), 'a.docx', 'unreadable', /not what its name says: it is text, and no Word \(DOCX\) file.*Rename/],
    ['a text named .epub', utf8('It grew in 2019, he said.'), 'a.epub', 'unreadable', /it is text, and no EPUB file/],
    ['a sheet named .docx', writeZip([{ name: '[Content_Types].xml', content: '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>' }]), 'a.docx', 'unreadable', /it is an Excel \(XLSX\) file/],
    ['slides of OpenDocument', writeZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.presentation' }]), 'a.odp', 'unsupported-format', /an OpenDocument file, but no text/],
    ['half a ZIP archive', utf8('PK\u0003\u0004....word/document.xml'), 'a.docx', 'unreadable', /damaged archive/],
    ['a ZIP archive', writeZip([{ name: 'notes.csv', content: 'a,b' }]), 'a.zip', 'unsupported-format', /is a ZIP archive, which is not read.*Unpack it/],
    ['Word’s older XML', utf8('<?xml version="1.0"?><w:wordDocument xmlns:w="x"><w:t>It grew.</w:t></w:wordDocument>'), 'a.xml', 'unsupported-format', /a Word document in one XML file/],
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
  it.each<[string, Uint8Array, string]>([
    ['draft.md', writeDocx({ body: paragraph('It grew.') }), 'docx'],
    ['draft.zip', writeDocx({ body: paragraph('It grew.'), mainPart: 'text/document2.xml' }), 'docx'],
    ['draft.docx', writeOdt({ text: '<text:p>It grew.</text:p>' }), 'odt'],
    ['draft.txt', writeEpub({ pages: [{ name: 'a.xhtml', body: '<p>It grew.</p>' }] }), 'epub'],
    ['draft.xml', utf8('<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>It grew.</text:p></office:text></office:body></office:document>'), 'odt'],
  ])('a file named %s by what is in it', async (name, bytes, id) => {
    const { importer, document } = await readDocument(bytes, { name })
    expect([importer.id, document.text]).toEqual([id, 'It grew.'])
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

describe('words that came without a file’s name', () => {
  const importerOf = async (text: string, name = 'Pasted text'): Promise<string> => (await readDocument(utf8(text), { name })).importer.id
  const MARKDOWN = '# The Plan\n\nIt grew by [much](https://example.org/a).[^1]\n\n## Costs\n\nIt **fell** again.\n\n[^1]: A book.\n'
  it('are Markdown where they plainly are', async () => expect(await importerOf(MARKDOWN)).toBe('md'))
  it('are what their name says where they have one', async () => expect(await importerOf(MARKDOWN, 'draft.txt')).toBe('txt'))
  it.each<[string, string]>([
    ['one sign of it', 'The Plan\n\nIt **grew** and **grew** and **grew**.'],
    ['comments of a script', '# one\n\n# two\n\n# three\n\nIt grew.'],
    ['paragraphs without blank lines between them', `# The Plan\n## Costs\n**It** grew. **It** fell.\n${'It grew and grew. '.repeat(12)}\n${'It fell and fell. '.repeat(12)}`],
    ['notes in brackets alone', 'It grew.[^1] It fell.[^2]\n\n[^1]: A book.\n[^2]: A paper.\n'],
  ])('are text with %s', async (_what, text) => expect(await importerOf(text)).toBe('txt'))
})
