import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const many: Signal = {
  id: 'many',
  label: 'speaks of many or most',
  kind: null,
  cues: [],
  words: Word.many,
}
