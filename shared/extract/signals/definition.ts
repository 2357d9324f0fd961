import { cueWords, type Signal } from './signal.ts'

const PATTERN = /\b(?:(?:is|are) (?:an?|the|composed|called|known|defined)|means|refers? to|describes?|consists? of|comprises?|stands for|includes?|involves?)\b/i

export const definition: Signal = {
  id: 'definition',
  label: 'says what something is or means',
  kind: 'definition',
  cues: cueWords('is are means refers defined called known describes composed consists comprises includes include involves stands'),
  find: (_assertion, { text }) => PATTERN.test(text),
}
