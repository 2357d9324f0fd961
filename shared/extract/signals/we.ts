import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const we: Signal = {
  id: 'we',
  label: 'speaks of “us”',
  kind: null,
  cues: [],
  words: Word.firstPlural,
}
