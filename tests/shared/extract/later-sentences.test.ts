import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlainText } from '#shared/document/plain-text.ts'
import { analyse } from '#shared/pipeline.ts'

/** What the first mark of a paragraph carries, by the note behind it. */
function carried(paragraph: string, note: string): string {
  const { citations, document } = analyse(readPlainText(`${paragraph}\n\nMore was said, and it was said at length.\n\nNotes\n\n{1} ${note}`, 'x'))
  const { start, end } = citations.find(({ label }) => label === '1')!.carries
  return document.text.slice(start, end)
}
const OLD = 'Doe, Jane. (2019, August 22) The mills of the coast. The Leeds Herald'

describe('what a source cannot know', () => {
  it('is not carried where it stands in front of what the mark closes', () => {
    expect(carried('The mill closed in early 2021, and the town fell silent. As Jane Doe told the Herald, the owners had borrowed 3 million pounds. {1}', OLD)).toBe('As Jane Doe told the Herald, the owners had borrowed 3 million pounds.')
    expect(carried('The mill closed in 2021. The town fell silent in March 2022. The owners had borrowed 3 million pounds. {1}', OLD)).toBe('The owners had borrowed 3 million pounds.')
  })
  it.each([
    ['the sentence of the mark itself', 'The owners had borrowed 3 million pounds. The mill closed in early 2021. {1}', OLD],
    ['a time before the source, or within its year', 'The mill closed in early 2018. The owners had borrowed 3 million pounds in December 2019. {1}', 'Doe, Jane. (2019) The mills of the coast. The Leeds Herald'],
    ['what is still to come', 'The mill will close in 2025. The owners had borrowed 3 million pounds. {1}', OLD],
    ['what is to be reached by then', 'All mills are to close by 2030. The owners had borrowed 3 million pounds. {1}', OLD],
    ['anything where one of the works has no date', 'The mill closed in early 2021. The owners had borrowed 3 million pounds. {1}', 'Doe, Jane. The mills of the coast. The Leeds Herald'],
    ['a time that a second work of the note may know', 'The mill closed in early 2021. The owners had borrowed 3 million pounds. {1}', 'Jane Doe, The Mills of the Coast (Leeds: Mill Press, 2019), 14; Ann Roe, The End of the Mills (Leeds: Mill Press, 2022), 30.'],
  ])('leaves what is carried as it was: %s', (_name, paragraph, note) => expect(carried(paragraph, note)).toBe(paragraph.replace(' {1}', '')))

  it('never leaves a mark without a sentence', () => {
    const sentence = fc.constantFrom('The mill closed in early 2021.', 'It was sold in 2022.', 'The town fell silent.', 'It will open in 2026.', 'Ann Roe left in 1998.')
    fc.assert(fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (sentences) => {
      const stretch = carried(`${sentences.join(' ')} {1}`, OLD)
      expect(sentences.join(' ').endsWith(stretch)).toBe(true)
      expect(stretch.endsWith(sentences.at(-1)!)).toBe(true)
    }), { numRuns: 60 })
  })
})
