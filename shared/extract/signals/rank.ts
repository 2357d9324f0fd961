import type { Signal } from './signal.ts'

export const rank: Signal = {
  id: 'rank',
  label: 'claims a place in an order',
  kind: 'rank',
  cues: [],
  find: ({ facts }) => facts.some((fact) => fact.kind === 'rank'),
}
