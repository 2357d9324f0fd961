import { cueWords, type Signal } from './signal.ts'

const PATTERN = /\b(?:will|is expected|are expected|was expected|were expected|forecasts?|projected|predicted|may|might|could|is likely|are likely|plans? to|planned to|aims? to|target|going to|bound to)\b/i

export const projection: Signal = {
  id: 'projection',
  label: 'says what will be',
  kind: 'projection',
  cues: cueWords('will would expected forecast projected predicted estimated likely may might could planned plans aims goal target going bound'),
  find: (_assertion, { text }) => PATTERN.test(text),
}
