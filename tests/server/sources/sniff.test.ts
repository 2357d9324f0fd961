import { expect, test } from 'vitest'
import { sniff } from '#server/sources/sniff.ts'

const text = (words: string) => new TextEncoder().encode(words)
const hex = (digits: string) => new Uint8Array(Buffer.from(digits.replaceAll(' ', ''), 'hex'))
const PNG = hex('89504e470d0a1a0a 0000000d49484452 00000001000000010806000000 1f15c489 0000000a49444154789c6360000002000154a24f5c 0000000049454e44ae426082')
const ZIP = hex('504b0304 14000000 0800 0000 0000 00000000 00000000 00000000 0100 0000 61')

test.each([
  ['a PDF', text('%PDF-1.7\n1 0 obj'), {}, 'application/pdf'],
  ['a PNG, whatever it is called', PNG, { name: 'photo.jpg' }, 'image/png'],
  ['a JPEG', hex('ffd8ffe000104a46494600010100000100010000'), {}, 'image/jpeg'],
  ['a page by its doctype', text('\n<!DOCTYPE html><p>x'), {}, 'text/html'],
  ['a page after a comment', text('<!-- saved -->\n<html><p>x'), { name: 'saved.txt' }, 'text/html'],
  ['XHTML', text('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x" "y"><html xmlns="z"></html>'), {}, 'text/html'],
  ['a fragment that a server calls a page', text('<p>x</p>'), { declared: 'text/html' }, 'text/html'],
  ['a page that a server calls text', text('<html><p>x'), { declared: 'text/plain' }, 'text/plain'],
  ['text', text('Über uns'), { name: 'notes.txt' }, 'text/plain'],
  ['an SVG, which is text and never an image', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), { name: 'x.svg', declared: 'image/svg+xml' }, 'text/plain'],
  ['an SVG with an XML declaration', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), {}, 'text/plain'],
  ['UTF-16 text', new Uint8Array(Buffer.from('\uFEFFwords', 'utf16le')), {}, 'text/plain'],
  ['Latin-1 text', hex('63 61 66 e9 0a'), {}, 'text/plain'],
] as const)('%s', async (_, bytes, given, expected) => {
  expect(await sniff(bytes, given)).toBe(expected)
})
test('refuses what is empty, unknown or not what its name says, in words', async () => {
  await expect(sniff(new Uint8Array())).rejects.toMatchObject({ code: 'unreadable', message: expect.stringContaining('empty') })
  await expect(sniff(ZIP, { name: 'a.docx' })).rejects.toMatchObject({ code: 'unsupported-format', message: expect.stringContaining('ZIP') })
  await expect(sniff(hex('00 01 02 03 04'))).rejects.toMatchObject({ code: 'unsupported-format' })
  await expect(sniff(text('just words'), { name: 'scan.pdf' })).rejects.toMatchObject({ code: 'unreadable', message: expect.stringContaining('not what its name says') })
  await expect(sniff(text('just words'), { name: 'photo.png' })).rejects.toMatchObject({ code: 'unreadable' })
})
test('comments without end and long runs of them are read in one pass', async () => {
  expect(await sniff(text('<!--x-->'.repeat(2000)))).toBe('text/plain')
  expect(await sniff(text(`${'<!--x-->'.repeat(500)}<html>`))).toBe('text/html')
})
