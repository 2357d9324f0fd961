import { cueWords, type Signal } from './signal.ts'

const PATTERN = /\b(?:than|exceed\w*|surpass\w*|overt\w+|compared (?:with|to)|ahead of|behind|doubl\w+|tripled|(?:larg|bigg|high|low|fast|slow)est|unlike|unique|unparalleled|unprecedented)\b/i

export const comparison: Signal = {
  id: 'comparison',
  label: 'compares',
  kind: 'comparison',
  cues: cueWords('than exceed exceeds exceeded exceeding surpass surpassed surpasses surpassing overtake overtook overtaken ahead behind compared double doubled tripled largest biggest highest lowest fastest slowest unique unlike unparalleled unprecedented'),
  find: (_assertion, { text }) => PATTERN.test(text),
}
