import { describe, expect, it } from 'vitest'
import { Analysis } from '#shared/analysis.ts'
import { analyse } from '#shared/pipeline.ts'
import { readDocument } from '#server/importers/index.ts'

const read = async (text: string) => analyse((await readDocument(new TextEncoder().encode(text), { name: 'article.txt' })).document)

const ARTICLE = `A small article

Exports rose by 5 percent in 2019. {1} Jane Doe, a professor at Yale, wrote, “Imports fell to 3 million euros in 2020.” {2}

Why did they fall?

{1} The Times. (2020, March 3) Exports up
{2) Ibid.
`

describe('analyse', () => {
  it('ties claims to notes, quotations to speakers, and keeps every stage', async () => {
    const analysis = await read(ARTICLE)
    expect(Analysis.safeParse(analysis).success).toBe(true)
    expect(analysis.citations.map(({ label }) => label)).toEqual(['1', '2'])
    expect(analysis.claims.map(({ layer, quote, notes, speaker }) => [layer, quote, notes.map(({ label }) => label), speaker?.name ?? null])).toEqual([
      ['true', 'Exports rose by 5 percent in 2019.', ['1'], null],
      ['said', '“Imports fell to 3 million euros in 2020.”', ['2'], 'Jane Doe'],
      ['true', 'Imports fell to 3 million euros in 2020.', ['2'], 'Jane Doe'],
    ])
    expect(analysis.warnings.some(({ message }) => message.includes('{2)'))).toBe(true)
  })

  it('gives the same analysis for the same text', async () => expect(await read(ARTICLE)).toEqual(await read(ARTICLE)))

  it('reads a paragraph of a million letters full of figures', async () => {
    const sentence = 'Exports of the country rose by 5 percent in 2019, and imports fell by 3 percent in 2020. '
    const analysis = await read(sentence.repeat(1_000_000 / sentence.length))
    expect(analysis.claims.length).toBe(2 * Math.floor(1_000_000 / sentence.length))
  })

  it.each(['word ', 'Word', '“a, '])('does not hang on ten million letters of %s', async (unit) => {
    expect((await read(unit.repeat(10_000_000 / unit.length))).segments.length).toBeGreaterThan(0)
  }, 120_000)
})
