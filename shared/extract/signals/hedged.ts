import { cueWords, type Signal } from './signal.ts'

const PATTERN = /\b(?:may|might|could|perhaps|possibly|probably|seems?|appears? to|apparently|arguably|is possible)\b/i

export const hedged: Signal = {
  id: 'hedged',
  label: 'is hedged',
  kind: null,
  cues: cueWords('may might could perhaps possibly probably seems seem appears apparently arguably likely suggests believe'),
  find: (_assertion, { text }) => PATTERN.test(text),
}
