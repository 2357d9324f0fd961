import type { Signal } from './signal.ts'

export const money: Signal = {
  id: 'money',
  label: 'states an amount of money',
  kind: 'money',
  cues: [],
  find: ({ facts }) => facts.some((fact) => fact.kind === 'money'),
}
