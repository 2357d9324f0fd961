import type { Signal } from './signal.ts'

export const date: Signal = {
  id: 'date',
  label: 'gives a date or a period',
  kind: 'date',
  cues: [],
  find: ({ facts }) => facts.some((fact) => fact.kind === 'date'),
}
