import type { Signal } from './signal.ts'

/** From so many words on, several statements are strung together. */
const RAMBLING = 41

export const rambling: Signal = {
  id: 'rambling',
  label: 'is very long',
  kind: null,
  cues: [],
  find: (_assertion, { length }) => length >= RAMBLING,
}
