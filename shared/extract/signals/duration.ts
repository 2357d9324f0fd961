import { Found, type Signal } from './signal.ts'

export const duration: Signal = {
  id: 'duration',
  label: 'gives a length of time',
  kind: 'duration',
  cues: [],
  find: (_assertion, { found }) => (found & Found.duration!) !== 0,
}
