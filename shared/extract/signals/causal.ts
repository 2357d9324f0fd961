import { cueWords, type Signal } from './signal.ts'

export const causal: Signal = {
  id: 'causal',
  label: 'says that one thing caused another',
  kind: 'causal',
  cues: cueWords('because cause causes caused causing following trigger triggers triggered triggering induced consequently reflects shapes'),
  pairs: [['led leads leading due thanks forced owing', 'to'], ['result results resulted resulting', 'in'], ['a', 'result'], ['brought bring bringing', 'about'], ['driven', 'by']],
}
