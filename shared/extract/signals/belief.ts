import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const belief: Signal = {
  id: 'belief',
  label: 'says what somebody thinks or wants',
  kind: null,
  cues: [],
  words: Word.belief,
}
