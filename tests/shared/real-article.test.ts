import { describe, expect, it } from 'vitest'
import { lostAssertions, realArticle } from '../bench/reading/claims.ts'

const article = await realArticle()

/** The share of assertions that reading must find with their note. */
const ENOUGH = 0.95
/** Bounds of a sane number of claims: every sentence twice would be noise. */
const FEWEST = 100
const MOST = 175

describe.skipIf(article === null)('the real article', () => {
  if (article === null) return
  const { analysis, assertions } = article

  it('is found whole, with its notes', () => {
    const lost = lostAssertions(analysis, assertions)
    console.info(`found ${assertions.length - lost.length} of ${assertions.length} assertions in ${analysis.claims.length} claims; lost: ${lost.map(({ id }) => id).join(', ')}`)
    expect(lost.length).toBeLessThanOrEqual(assertions.length * (1 - ENOUGH))
  })

  it('yields the three output comparisons as claims of their own', () => {
    const years = ['2010', '2016', '2018'].map((year) => analysis.claims.filter(({ quote, layer, statement }) => layer === 'true' && /manufacturing output exceeded/.test(statement) && quote.includes(year)))
    expect(years.map((claims) => claims.length)).toEqual([1, 1, 1])
    expect(new Set(years.flat().map(({ quote }) => quote)).size).toBe(3)
  })

  it.each(['30 – 50 million yuan', 'over 100', 'over 1 billion yuan', 'not less than 300 billion yuan'])('yields %s in a claim of its own', (words) => {
    const holding = analysis.claims.filter(({ quote }) => quote.includes(words))
    expect(holding.length).toBe(1)
    expect(['30 – 50 million yuan', 'over 100', 'over 1 billion yuan', 'not less than 300 billion yuan'].filter((other) => holding[0]!.quote.includes(other))).toEqual([words])
  })

  it('takes neither questions nor talk of itself for claims', () => {
    expect(analysis.claims.length).toBeGreaterThanOrEqual(FEWEST)
    expect(analysis.claims.length).toBeLessThanOrEqual(MOST)
    expect(analysis.claims.filter(({ quote, layer }) => layer === 'true' && (/\?$/.test(quote) || /^(This article|Skip to)/.test(quote)))).toEqual([])
  })
})
