import { cueWords, type Signal } from './signal.ts'

export const heOrShe: Signal = {
  id: 'he-or-she',
  label: 'speaks of him or her',
  kind: null,
  cues: cueWords(`he his him she her he's she's he'd he'll he’s she’s he’d he’ll`),
}
