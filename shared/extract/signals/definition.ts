import { cueWords, type Signal } from './signal.ts'

export const definition: Signal = {
  id: 'definition',
  label: 'says what something is or means',
  kind: 'definition',
  cues: cueWords('means describe describes comprise comprises include includes involve involves'),
  pairs: [['is are', 'a an the composed called known defined'], ['refer refers', 'to'], ['consist consists', 'of'], ['stands', 'for']],
}
