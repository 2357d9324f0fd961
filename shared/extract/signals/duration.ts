import { Found, type Signal } from './signal.ts'

export const duration: Signal = {
  id: 'duration',
  label: 'gives a length of time',
  kind: 'duration',
  cues: [],
  facts: Found.duration,
}
