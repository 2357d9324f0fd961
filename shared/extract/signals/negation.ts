import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const negation: Signal = {
  id: 'negation',
  label: 'denies something',
  kind: null,
  cues: [],
  find: (_assertion, { bits }) => (bits & Word.negation) !== 0,
}
