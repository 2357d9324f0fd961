import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const regularPast: Signal = {
  id: 'regular-past',
  label: 'tells what was done',
  kind: null,
  cues: [],
  words: Word.participle,
}
