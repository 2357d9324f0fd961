import { cueWords, type Signal } from './signal.ts'

export const ago: Signal = {
  id: 'ago',
  label: 'says how long ago or since when',
  kind: null,
  cues: cueWords('ago year years month months today since decade decades'),
}
