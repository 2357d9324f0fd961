import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const address: Signal = {
  id: 'address',
  label: 'speaks to somebody',
  kind: null,
  cues: [],
  find: (_assertion, { bits }) => (bits & Word.second) !== 0,
}
