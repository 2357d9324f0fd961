import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const author: Signal = {
  id: 'author',
  label: 'speaks of the speaker',
  kind: null,
  cues: [],
  words: Word.firstSingular,
}
