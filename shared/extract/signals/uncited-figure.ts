import { FIGURES, type Signal } from './signal.ts'

export const uncitedFigure: Signal = {
  id: 'uncited-figure',
  label: 'states a figure without a note',
  kind: null,
  cues: [],
  // Speech has no notes. A figure that nothing carries is as pressing as one that a note carries.
  fixed: 0.5,
  facts: FIGURES,
  find: ({ notes }) => notes.length === 0,
}
