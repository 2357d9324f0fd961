import { cueWords, type Signal } from './signal.ts'

export const they: Signal = {
  id: 'they',
  label: 'speaks of them',
  kind: null,
  cues: cueWords(`they their them they've they're they’ve they’re`),
}
