import type { Signal } from './signal.ts'

export const abbreviation: Signal = {
  id: 'abbreviation',
  label: 'names something by its initials',
  kind: null,
  cues: [],
  find: (_assertion, { acronyms }) => acronyms > 0,
}
