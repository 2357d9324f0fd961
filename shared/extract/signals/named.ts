import type { Signal } from './signal.ts'

export const named: Signal = {
  id: 'named',
  label: 'names somebody or something',
  kind: null,
  cues: [],
  find: ({ facts }) => facts.some((fact) => fact.kind === 'name'),
}
