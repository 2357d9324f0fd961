import type { Signal } from './signal.ts'

export const quotation: Signal = {
  id: 'quotation',
  label: 'stands in somebody’s words',
  kind: 'quotation',
  cues: [],
  find: ({ isQuoted }) => (isQuoted ? 0.05 : 0),
}
