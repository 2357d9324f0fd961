import { isFigure } from '../assertion.ts'
import type { Signal } from './signal.ts'

export const uncitedFigure: Signal = {
  id: 'uncited-figure',
  label: 'states a figure without a note',
  kind: null,
  cues: [],
  find: ({ facts, notes }) => (notes.length === 0 && facts.some(isFigure) ? 0.1 : 0),
}
