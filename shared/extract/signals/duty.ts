import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const duty: Signal = {
  id: 'duty',
  label: 'says what should be',
  kind: null,
  cues: [],
  find: (_assertion, { bits }) => (bits & Word.duty) !== 0,
}
