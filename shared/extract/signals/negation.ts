import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const negation: Signal = {
  id: 'negation',
  label: 'denies something',
  kind: null,
  cues: [],
  words: Word.negation,
}
