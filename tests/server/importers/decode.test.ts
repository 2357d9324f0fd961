import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encodingOf } from '#server/importers/decode.ts'

const utf16 = (text: string, isLittle: boolean): number[] => [...Array(text.length).keys()].flatMap((index) => {
  const code = text.charCodeAt(index)
  return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255]
})
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const TEXT = 'Output grew, “he said”, in 中国 by 3 % – café 👩‍🔬.\n'

describe('the encoding of a file', () => {
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', new TextEncoder().encode(TEXT), 'utf-8'],
    ['UTF-8 with a byte order mark', bytes(0xef, 0xbb, 0xbf, ...new TextEncoder().encode(TEXT)), 'utf-8'],
    ['UTF-16 little-endian with a byte order mark', bytes(0xff, 0xfe, ...utf16(TEXT, true)), 'utf-16le'],
    ['UTF-16 big-endian with a byte order mark', bytes(0xfe, 0xff, ...utf16(TEXT, false)), 'utf-16be'],
    ['UTF-16 little-endian without one', bytes(...utf16(TEXT, true)), 'utf-16le'],
    ['UTF-16 big-endian without one', bytes(...utf16(TEXT, false)), 'utf-16be'],
  ])('is %s', (_name, file, encoding) => {
    expect(encodingOf(file)).toBe(encoding)
    expect(decode(file)).toBe(TEXT)
  })
  it('is UTF-16 for Chinese without a byte order mark, which has few NULs', () => {
    const text = '中国的制造业增长了。\n美国呢？\n'
    expect([decode(bytes(...utf16(text, true))), decode(bytes(...utf16(text, false)))]).toEqual([text, text])
  })
  it('is windows-1252 for bytes that are no UTF-8', () => expect(decode(bytes(0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x97))).toBe('“café” —'))
  it('is what a page declares only when its bytes are no UTF-8', () => {
    expect(decode(bytes(0xd6, 0xd0, 0xb9, 0xfa), 'gbk')).toBe('中国')
    expect(decode(new TextEncoder().encode('中国'), 'gbk')).toBe('中国')
    expect(decode(bytes(0xe9), 'no-such-encoding')).toBe('é')
  })
  it('reads back any text written as UTF-8', () => fc.assert(fc.property(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0') && !text.startsWith('\uFEFF')), (text) => {
    expect(decode(new TextEncoder().encode(text))).toBe(text)
  })))
})
