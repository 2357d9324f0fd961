import { Found, type Signal } from './signal.ts'

export const percentage: Signal = {
  id: 'percentage',
  label: 'states a share or a rate',
  kind: 'percentage',
  cues: [],
  facts: Found.percentage,
}
