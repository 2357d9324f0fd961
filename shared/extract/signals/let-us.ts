import { cueWords, type Signal } from './signal.ts'

export const letUs: Signal = {
  id: 'let-us',
  label: 'calls for something',
  kind: null,
  cues: cueWords(`let let's let’s`),
}
