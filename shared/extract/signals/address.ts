import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const address: Signal = {
  id: 'address',
  label: 'speaks to somebody',
  kind: null,
  cues: [],
  words: Word.second,
}
