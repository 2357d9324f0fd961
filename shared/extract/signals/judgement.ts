import { cueWords, type Signal } from './signal.ts'

export const judgement: Signal = {
  id: 'judgement',
  label: 'is in part a judgement',
  kind: null,
  cues: cueWords('important crucial great greatest best better good bad worst well should must hard difficult wonderful terrible amazing beautiful huge profound heightened true clear real really very'),
}
