import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const person: Signal = {
  id: 'person',
  label: 'speaks of somebody named before',
  kind: null,
  cues: [],
  words: Word.pronoun,
}
