import { FIGURES, type Signal } from './signal.ts'

export const figure: Signal = {
  id: 'figure',
  label: 'states a figure of any kind',
  kind: null,
  cues: [],
  facts: FIGURES,
}
