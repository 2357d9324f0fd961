import type { Signal } from './signal.ts'

export const number: Signal = {
  id: 'number',
  label: 'states a figure',
  kind: 'number',
  cues: [],
  find: ({ facts }) => facts.some((fact) => fact.kind === 'number'),
}
