import type { Signal } from './signal.ts'

export const mayBe: Signal = {
  id: 'may-be',
  label: 'says what may or could be',
  kind: null,
  cues: [],
  find: (_assertion, { verb }) => verb === 'may',
}
