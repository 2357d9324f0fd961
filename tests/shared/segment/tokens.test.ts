import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify, TokenKind, tokenise, tokensIn } from '#shared/segment/tokens.ts'

const NAMES = Object.keys(TokenKind)
const read = (text: string): string[] => {
  const tokens = tokenise(text)
  return Array.from({ length: tokens.count }, (_, at) => `${NAMES[tokens.kind[at]!]} ${text.slice(tokens.start[at], tokens.end[at])}`)
}

describe('tokens', () => {
  it('are words with their apostrophes, numbers with their points, runs of Chinese, and single signs', () => {
    expect(read('China’s R&D grew 6.1%, to 1,234.5 (约300亿) in the mid-1990s.')).toEqual([
      'capitalised China’s', 'capitalised R', 'sign &', 'capitalised D', 'word grew', 'number 6.1', 'sign %', 'sign ,', 'word to', 'number 1,234.5', 'sign (', 'han 约', 'number 300', 'han 亿',
      'sign )', 'word in', 'word the', 'word mid', 'sign -', 'number 1990', 'word s', 'sign .',
    ])
    expect(read('U.S. GDP ‘rose’ 5.')).toEqual(['capitalised U', 'sign .', 'capitalised S', 'sign .', 'capitals GDP', 'sign ‘', 'word rose', 'sign ’', 'number 5', 'sign .'])
  })

  it('share one entry of the vocabulary however they are written', () => {
    const tokens = tokenise('The tHE the theme')
    expect(Array.from(tokens.word.slice(0, tokens.count))).toEqual([0, 0, 0, 1])
    expect(tokens.vocabulary).toEqual(['the', 'theme'])
    expect(Array.from(classify(tokens, (word) => word.length))).toEqual([3, 5])
  })

  it('cover every unit that is no white space, once, in order, each with its own word', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(' ', '’', '3.', '漢字', 'é', '😀', 'Aa', "it's")), { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      const tokens = tokenise(text)
      let covered = ''
      for (let at = 0; at < tokens.count; at += 1) {
        expect(tokens.start[at]!).toBeGreaterThanOrEqual(at === 0 ? 0 : tokens.end[at - 1]!)
        const printed = text.slice(tokens.start[at], tokens.end[at])
        expect(tokens.vocabulary[tokens.word[at]!]).toBe(printed.toLowerCase())
        covered += printed
      }
      expect(covered).toBe(text.replace(/\s+/g, ''))
    }))
  })

  it('stay within bounds for very many distinct and very long words', () => {
    const text = `${Array.from({ length: 20_000 }, (_, at) => `w${at.toString(36)}x`).join(' ')} ${'a'.repeat(100_000)}`
    const tokens = tokenise(text)
    expect(tokensIn(tokens, { start: 0, end: text.length })).toEqual([0, tokens.count])
    for (let at = 0; at < tokens.count; at += 997) expect(tokens.vocabulary[tokens.word[at]!]).toBe(text.slice(tokens.start[at], tokens.end[at]))
  })
})
