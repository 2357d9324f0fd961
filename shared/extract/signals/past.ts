import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const past: Signal = {
  id: 'past',
  label: 'tells what was',
  kind: null,
  cues: [],
  words: Word.past,
}
