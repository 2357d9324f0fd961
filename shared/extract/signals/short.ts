import type { Signal } from './signal.ts'

/** Fewer words than this seldom hold a fact and what it is about. */
const SHORT = 10

export const short: Signal = {
  id: 'short',
  label: 'is short',
  kind: null,
  cues: [],
  find: (_assertion, { length }) => length < SHORT,
}
