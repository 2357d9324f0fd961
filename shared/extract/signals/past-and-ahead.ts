import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const pastAndAhead: Signal = {
  id: 'past-and-ahead',
  label: 'sets what was beside what will be',
  kind: null,
  cues: [],
  words: Word.will,
  find: (_assertion, { bits }) => (bits & (Word.past | Word.participle)) !== 0,
}
