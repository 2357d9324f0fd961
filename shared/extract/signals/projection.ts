import { cueWords, type Signal } from './signal.ts'

export const projection: Signal = {
  id: 'projection',
  label: 'says what will be',
  kind: 'projection',
  cues: cueWords('will forecast forecasts projected predicted may might could target'),
  pairs: [['is are was were', 'expected'], ['is are', 'likely'], ['plan plans planned aim aims going bound', 'to']],
}
