import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const condition: Signal = {
  id: 'condition',
  label: 'supposes something',
  kind: null,
  cues: [],
  words: Word.condition,
}
