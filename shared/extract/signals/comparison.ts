import { cueWords, type Signal } from './signal.ts'

export const comparison: Signal = {
  id: 'comparison',
  label: 'compares',
  kind: 'comparison',
  cues: cueWords('than exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing overtake overtakes overtook overtaken overtaking behind double doubles doubled doubling tripled largest biggest highest lowest fastest slowest unlike unique unparalleled unprecedented'),
  pairs: [['compared', 'with to'], ['ahead', 'of']],
}
