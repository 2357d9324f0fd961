import { Found, type Signal } from './signal.ts'

export const percentage: Signal = {
  id: 'percentage',
  label: 'states a share or a rate',
  kind: 'percentage',
  cues: [],
  find: (_assertion, { found }) => (found & Found.percentage!) !== 0,
}
