import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const ownBelief: Signal = {
  id: 'own-belief',
  label: 'says what the speaker thinks or wants',
  kind: null,
  cues: [],
  find: (_assertion, { bits }) => (bits & Word.firstSingular) !== 0 && (bits & Word.belief) !== 0,
}
