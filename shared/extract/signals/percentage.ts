import type { Signal } from './signal.ts'

export const percentage: Signal = {
  id: 'percentage',
  label: 'states a share or a rate',
  kind: 'percentage',
  cues: [],
  find: ({ facts }) => facts.some((fact) => fact.kind === 'percentage'),
}
