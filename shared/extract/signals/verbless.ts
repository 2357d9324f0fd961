import type { Signal } from './signal.ts'

export const verbless: Signal = {
  id: 'verbless',
  label: 'has no verb',
  kind: null,
  cues: [],
  find: (_assertion, { verb }) => verb === 'none',
}
