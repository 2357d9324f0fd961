import { isFigure } from '../assertion.ts'
import { Word } from '../words.ts'
import type { Signal } from './signal.ts'

export const figureAhead: Signal = {
  id: 'figure-ahead',
  label: 'states a figure of what will be',
  kind: null,
  cues: [],
  find: ({ facts }, { bits }) => (bits & Word.will) !== 0 && facts.some(isFigure),
}
