import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { citeDocument } from '#shared/citations/cite-document.ts'
import { textOf } from '#shared/document/document.ts'
import { segmentDocument } from '#shared/segment/sentences.ts'
import { readDocument } from '#server/importers/index.ts'

const ARTICLE = '../shared/article/000_3ada9579df3eea54.txt'
const isHere = existsSync(ARTICLE)
if (!isHere) console.warn(`SKIPPED: ${ARTICLE} is absent, so the notes of the real article are not tested`)

describe.skipIf(!isHere)('the notes of a real article', async () => {
  if (!isHere) return
  const { document } = await readDocument(readFileSync(ARTICLE), { name: 'article.txt' })
  const { citations, orphans, warnings } = citeDocument(document, segmentDocument(document))

  it('joins all 25 marks to their notes', () => {
    expect(citations.map(({ label }) => label)).toEqual(Array.from({ length: 25 }, (_, index) => String(index + 1)))
    expect(citations.every(({ definition }) => definition !== null)).toBe(true)
    expect(orphans).toEqual([])
  })

  it('reads {19) as 19 and says so', () => {
    expect(citations.filter(({ malformed }) => malformed).map(({ label, malformed }) => [label, malformed])).toEqual([['19', '{19)']])
    expect(warnings.map(({ message }) => message)).toContain('Note 19 is written {19), read as 19.')
  })

  it('resolves Ibid. chains to the note that names the work', () => {
    expect(citations.filter(({ ibidOf }) => ibidOf).map(({ label, ibidOf }) => [label, ibidOf])).toEqual([['9', '8'], ['24', '23'], ['25', '23']])
    expect(citations[23]!.source).toEqual(citations[22]!.source)
    expect(warnings.map(({ message }) => message)).toContain('Notes 9, 24 and 25 are Ibid., resolved to 8, 23 and 23.')
  })

  it('sets page furniture aside and takes the first heading as title', () => {
    expect(document.blocks.filter(({ kind }) => kind === 'furniture').map(({ span }) => textOf(document.text, span))).toEqual(['Skip to content'])
    expect(document.title).toBe('Understanding “Made in China 2025”')
  })

  it('keeps furniture as a paragraph when it is put back', async () => {
    const again = await readDocument(readFileSync(ARTICLE), { name: 'article.txt', putBack: [0] })
    expect(again.document.blocks[0]!.kind).toBe('paragraph')
    expect(again.document.text).toBe(document.text)
  })

  it('gives every work its publisher and day, and notes without a publisher their title', () => {
    expect(citations[0]!.source).toEqual({ type: 'article', publisher: 'World Economic Forum', title: 'China a Committed Global Partner Affirms Vice-President Wang', issued: { 'date-parts': [[2019, 1, 23]] } })
    expect(citations[12]!.source).toMatchObject({ title: expect.stringMatching(/^Xi Jinping’s speech/) })
    expect(citations[12]!.source).not.toHaveProperty('publisher')
  })
})
