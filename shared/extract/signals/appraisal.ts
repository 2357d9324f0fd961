import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const appraisal: Signal = {
  id: 'appraisal',
  label: 'says what to make of it',
  kind: null,
  cues: [],
  words: Word.appraisal,
}
