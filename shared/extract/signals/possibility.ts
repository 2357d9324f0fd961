import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const possibility: Signal = {
  id: 'possibility',
  label: 'says what may be',
  kind: null,
  cues: [],
  words: Word.possibility,
}
