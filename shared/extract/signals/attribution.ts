import { cueWords, type Signal } from './signal.ts'

const PATTERN = /\b(?:according to|said|says|told|wrote|claim(?:s|ed|ing)?|argue[sd]?|reported(?:ly)?|estimated|believe[sd]?|stated|explained|accused|alleged(?:ly)?|report by|officials say)\b/i

export const attribution: Signal = {
  id: 'attribution',
  label: 'rests on what somebody said',
  kind: 'attribution',
  cues: cueWords('according said says told wrote claimed claims argued reported reports announced estimated believe believes believed claim claiming stated explained report scholars experts officials accused alleged'),
  find: (_assertion, { text }) => PATTERN.test(text),
}
