import { Found, type Signal } from './signal.ts'

export const number: Signal = {
  id: 'number',
  label: 'states a figure',
  kind: 'number',
  cues: [],
  facts: Found.number,
}
