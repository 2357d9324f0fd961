import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shorten } from '#shared/document/shorten.ts'

describe('a text shortened', () => {
  it.each<[string, string, number, string]>([
    ['what fits is left alone', 'Ten ships.', 10, 'Ten ships.'],
    ['whole words', 'Ten ships left the harbour', 12, 'Ten ships …'],
    ['a word that just fits', 'Ten ships left', 9, 'Ten ships …'],
    ['any white space parts words', 'Ten ships\nleft', 10, 'Ten ships …'],
    ['Chinese has no spaces', '中国的制造业增长了百分之五', 6, '中国的制造业 …'],
    ['one space far in front does not leave nearly nothing', '他说 中国的制造业增长了百分之五', 8, '他说 中国的制造 …'],
    ['half a pair is never left', 'ab😀😀😀', 5, 'ab😀 …'],
    ['nor an accent without its letter', 'aaaae\u0301e\u0301', 5, 'aaaa …'],
    ['nor half a family', 'abc👩‍🔬👩‍🔬', 6, 'abc …'],
    ['nor half a flag', 'abcd🇳🇿🇫🇷', 6, 'abcd …'],
    ['a long address', 'https://example.org/a/very/long/path', 20, 'https://example.org/ …'],
  ])('%s', (_, text, most, expected) => expect(shorten(text, most)).toBe(expected))

  it('is never longer than it may be, opens the text, and holds no half of a pair', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (text, most) => {
      const short = shorten(text, most)
      const kept = short === text ? text : short.slice(0, -' …'.length)
      expect(kept.length).toBeLessThanOrEqual(Math.max(most, text.length <= most ? text.length : most))
      expect(text.startsWith(kept)).toBe(true)
      expect(kept).not.toMatch(/\p{Surrogate}/u)
    }))
  })
})
