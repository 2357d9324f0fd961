import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const ownPast: Signal = {
  id: 'own-past',
  label: 'tells what the speaker did',
  kind: null,
  cues: [],
  find: (_assertion, { bits }) => (bits & Word.firstSingular) !== 0 && (bits & (Word.past | Word.participle)) !== 0,
}
