import type { Signal } from './signal.ts'

/** From so many words on a spoken sentence mostly holds several statements. */
const LONG = 26

export const long: Signal = {
  id: 'long',
  label: 'is long',
  kind: null,
  cues: [],
  find: (_assertion, { length }) => length >= LONG,
}
