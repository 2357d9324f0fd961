import { Found, type Signal } from './signal.ts'

export const named: Signal = {
  id: 'named',
  label: 'names somebody or something',
  kind: null,
  cues: [],
  facts: Found.name,
}
