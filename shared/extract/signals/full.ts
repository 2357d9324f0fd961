import type { Signal } from './signal.ts'

/** From so many words on there is a subject, a verb and something told of them. */
const FULL = 14

export const full: Signal = {
  id: 'full',
  label: 'has room for particulars',
  kind: null,
  cues: [],
  find: (_assertion, { length }) => length >= FULL,
}
