import { cueWords, type Signal } from './signal.ts'

const PATTERN = /\b(?:because|caus(?:e[sd]?|ing)|led to|leads to|leading to|due to|as a result|result(?:ed|s|ing)? in|thanks to|following|trigger\w*|brought about|bring(?:ing)? about|induced|forced to|owing to|consequently|driven by|reflects|shapes)\b/i

export const causal: Signal = {
  id: 'causal',
  label: 'says that one thing caused another',
  kind: 'causal',
  cues: cueWords('because caused causes cause causing led leads leading due result resulted results resulting therefore thus thanks following triggered triggering triggers drove driven brought induced forced owing consequently reflects shapes'),
  find: (_assertion, { text }) => PATTERN.test(text),
}
