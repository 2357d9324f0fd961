import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const future: Signal = {
  id: 'future',
  label: 'says what will be done',
  kind: null,
  cues: [],
  words: Word.will,
}
