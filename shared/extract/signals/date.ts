import { Found, type Signal } from './signal.ts'

export const date: Signal = {
  id: 'date',
  label: 'gives a date or a period',
  kind: 'date',
  cues: [],
  find: (_assertion, { found }) => (found & Found.date!) !== 0,
}
