import { cueWords, type Signal } from './signal.ts'

export const attribution: Signal = {
  id: 'attribution',
  label: 'rests on what somebody said',
  kind: 'attribution',
  cues: cueWords('said says told wrote claim claims claimed claiming argue argues argued reported reportedly estimated believe believes believed stated explained accused alleged allegedly'),
  pairs: [['according', 'to'], ['report', 'by'], ['officials', 'say']],
}
