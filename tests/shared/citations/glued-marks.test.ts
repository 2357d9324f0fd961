import { describe, expect, it } from 'vitest'
import { readDocument } from '#server/importers/index.ts'
import { readNotes } from '../../support/read-notes.ts'
import { labels } from './cite.ts'

const notes = (count: number): string => `\n\nNotes\n\n${Array.from({ length: count }, (_, index) => `${index + 1}. Source ${index + 1}, 2001.`).join('\n')}`

describe('numbers left at their words', () => {
  it('stand behind a word, its full stop, and what closes behind that', () => {
    expect(labels(`He hired staff,1 who “left in a year.”2 It fell (by half).3 They asked NCIC and CLETS.4 It rose by “under 50%.”5 It “held [the line].6 So it did7 again.${notes(7)}`)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  })
  it.each(['It rose to 45.3 and 12.4', 'The G20 and COVID-19 and MP3', 'See No.3 and p.5 and vol.4 and fig.6', 'It held 500.2 and 600.3'])('are none in: %s', (words) => {
    expect(labels(`It grew.1 ${words}. It fell.2 It rose.3${notes(3)}`)).toEqual(['1', '2', '3'])
  })
  it('stand beside notes that the format knows', async () => {
    const { document } = await readDocument(new TextEncoder().encode(`He [said](#a)[^1] it grew.1 It fell.2 It rose.3\n\n## Footnotes\n\n1. One, 2001.\n2. Two, 2002.\n3. Three, 2003.\n\n[^1]: A remark.\n`), { name: 'draft.md' })
    expect(readNotes(document).citations.map(({ label, text }) => [label, text])).toEqual([['1', 'A remark.'], ['1', 'One, 2001.'], ['2', 'Two, 2002.'], ['3', 'Three, 2003.']])
  })
})
