import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const ownBelief: Signal = {
  id: 'own-belief',
  label: 'says what the speaker thinks or wants',
  kind: null,
  cues: [],
  words: Word.firstSingular,
  find: (_assertion, { bits }) => (bits & Word.belief) !== 0,
}
