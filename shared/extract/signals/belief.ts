import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const belief: Signal = {
  id: 'belief',
  label: 'says what somebody thinks or wants',
  kind: null,
  cues: [],
  find: (_assertion, { bits }) => (bits & Word.belief) !== 0,
}
