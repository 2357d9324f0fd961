import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const condition: Signal = {
  id: 'condition',
  label: 'supposes something',
  kind: null,
  cues: [],
  find: (_assertion, { bits }) => (bits & Word.condition) !== 0,
}
