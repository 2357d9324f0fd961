import type { Signal } from './signal.ts'

export const cited: Signal = {
  id: 'cited',
  label: 'carries a note that must support it',
  kind: null,
  cues: [],
  find: ({ notes }) => (notes.length > 0 ? 0.1 : 0),
}
