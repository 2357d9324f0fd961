import type { Signal } from './signal.ts'

export const told: Signal = {
  id: 'told',
  label: 'tells of the past from the main verb on',
  kind: null,
  cues: [],
  find: (_assertion, { verb }) => verb === 'past',
}
