import { cueWords, type Signal } from './signal.ts'

export const hedged: Signal = {
  id: 'hedged',
  label: 'is hedged',
  kind: null,
  cues: cueWords('may might could perhaps possibly probably seem seems apparently arguably'),
  pairs: [['appear appears', 'to'], ['is', 'possible']],
}
