import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#server/importers/index.ts'
import type { Analysis } from '#shared/analysis.ts'
import { overlaps, type Span } from '#shared/document/document.ts'
import type { ClaimDraft } from '#shared/extract/claim-draft.ts'
import { analyse } from '#shared/pipeline.ts'

const folder = fileURLToPath(new URL('../../../shared/article/', import.meta.url))
const isHere = existsSync(`${folder}assertions.json`)
if (!isHere) console.warn(`SKIPPED: the real article is not at ${folder}; how much of it reading finds was not measured.`)

interface Assertion { id: string; note: string | null; tokens: string[] }

/** The share of assertions that reading must find with their note. */
const ENOUGH = 0.95
/** Bounds of a sane number of claims: every sentence twice would be noise. */
const FEWEST = 100
const MOST = 175

describe.skipIf(!isHere)('the real article', async () => {
  if (!isHere) return
  const name = '000_3ada9579df3eea54.txt'
  const { document } = await readDocument(new Uint8Array(readFileSync(folder + name)), { name })
  const analysis = analyse(document)
  const assertions = JSON.parse(readFileSync(`${folder}assertions.json`, 'utf8')) as Assertion[]

  it('is found whole, with its notes', () => {
    const lost = assertions.filter((assertion) => !analysis.claims.some((claim) => carries(analysis, claim, assertion)))
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

/** A claim with the quotation it belongs to and the sentences these stand in. */
function groupOf(analysis: Analysis, claim: ClaimDraft): Span {
  const said = claim.layer === 'said' ? claim : claim.quotation === null ? null : analysis.claims[claim.quotation]!
  const next = said ?? analysis.claims.find(({ layer, span }) => layer === 'said' && span.start >= claim.span.end && span.start - claim.span.end < 4)
  const own = { start: Math.min(claim.span.start, next?.span.start ?? Infinity), end: Math.max(claim.span.end, next?.span.end ?? 0) }
  const sentences = analysis.segments.filter(({ span }) => overlaps(span, own))
  return { start: Math.min(own.start, ...sentences.map(({ span }) => span.start)), end: Math.max(own.end, ...sentences.map(({ span }) => span.end)) }
}

function carries(analysis: Analysis, claim: ClaimDraft, { note, tokens }: Assertion): boolean {
  if (note === null ? claim.notes.length > 0 : !claim.notes.some(({ label }) => label === note)) return false
  const { start, end } = groupOf(analysis, claim)
  const words = analysis.document.text.slice(start, end)
  return tokens.every((token) => words.includes(token))
}
