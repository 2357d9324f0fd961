import { Word } from '../words.ts'
import { FIGURES, type Signal } from './signal.ts'

export const figureAhead: Signal = {
  id: 'figure-ahead',
  label: 'states a figure of what will be',
  kind: null,
  cues: [],
  find: (_assertion, { bits, found }) => (bits & Word.will) !== 0 && (found & FIGURES) !== 0,
}
