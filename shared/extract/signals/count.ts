import { Found, type Signal } from './signal.ts'

export const count: Signal = {
  id: 'count',
  label: 'counts something',
  kind: 'count',
  cues: [],
  facts: Found.number,
  find: ({ facts }) => facts.some((fact) => fact.kind === 'number' && fact.unit !== undefined && fact.interval.low !== null && Number.isInteger(fact.value)),
}
