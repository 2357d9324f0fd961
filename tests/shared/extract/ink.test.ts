import { describe, expect, it } from 'vitest'
import { analyse } from '#shared/pipeline.ts'
import { plain } from './plain-document.ts'

const inkOf = (text: string) => {
  const { document } = plain(text)
  const { ink } = analyse(document)
  return { ...ink, dark: ink.dark.map(({ span, kind }) => `${kind}: ${text.slice(span.start, span.end)}`) }
}

describe('ink', () => {
  it('is in claims where they hold it', () => {
    expect(inkOf('Exports of France rose by 5 percent in 2019.')).toEqual({ counted: 3, inClaims: 3, setAside: {}, dark: [] })
  })
  it.each([
    ['heading', '# Exports rose by 5 percent in 2019\n\nRivers of every country carry water.'],
    ['furniture', '~ Share this: 40 people liked it\n\nRivers of every country carry water.'],
    ['question', 'Did exports rise by 5 percent in 2019?'],
    ['rhetoric', 'We should all want to be like France, and you must tell your friends so.'],
  ])('is set aside: %s', (reason, text) => {
    const ink = inkOf(text)
    expect(Object.keys(ink.setAside)).toEqual([reason])
    expect(ink.dark).toEqual([])
  })
  it('is dark where a fragment holds it: that is where something may be lost', () => {
    expect(inkOf('In the towns of France, 2019').dark).toEqual(['name: France', 'date: 2019'])
  })
  it('counts superlatives and quotation marks', () => {
    expect(inkOf('It was the largest of all rivers, and the most dangerous one that “ships” ever sailed in their time.').counted).toBe(4)
    expect(inkOf('The west is the best place to rest, and the guest knew the forest well in those times.').counted).toBe(1)
  })
  it('adds up', () => {
    const ink = inkOf('# A 5\n\nExports rose by 5 percent in 2019. Is it 7? Jane Doe, a professor at Yale, wrote, “Imports fell to 3 million euros in 2020.”\n\nTable 3')
    expect(ink.inClaims + Object.values(ink.setAside).reduce((sum, count) => sum + count, 0) + ink.dark.length).toBe(ink.counted)
  })
})
