import type { Signal } from './signal.ts'

export const exclamation: Signal = {
  id: 'exclamation',
  label: 'exclaims',
  kind: null,
  cues: [],
  find: (_assertion, { end }) => end === '!' || end === '！',
}
