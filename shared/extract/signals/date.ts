import { Found, type Signal } from './signal.ts'

export const date: Signal = {
  id: 'date',
  label: 'gives a date or a period',
  kind: 'date',
  cues: [],
  facts: Found.date,
}
