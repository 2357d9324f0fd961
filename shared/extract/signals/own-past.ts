import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const ownPast: Signal = {
  id: 'own-past',
  label: 'tells what the speaker did',
  kind: null,
  cues: [],
  words: Word.firstSingular,
  find: (_assertion, { bits }) => (bits & (Word.past | Word.participle)) !== 0,
}
