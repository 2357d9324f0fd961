import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const duty: Signal = {
  id: 'duty',
  label: 'says what should be',
  kind: null,
  cues: [],
  words: Word.duty,
}
