import type { Signal } from './signal.ts'

export const quotation: Signal = {
  id: 'quotation',
  label: 'stands in somebody’s words',
  kind: 'quotation',
  cues: [],
  // Debates are speech throughout: nothing can be learned there of words that are quoted. It is shown, and weighs nothing.
  fixed: 0,
  find: ({ isQuoted }) => isQuoted,
}
