import type { Signal } from './signal.ts'

export const question: Signal = {
  id: 'question',
  label: 'asks something',
  kind: null,
  cues: [],
  find: (_assertion, { end }) => end === '?' || end === '？',
}
