import type { Assertion } from './assertion.ts'
import type { ClaimKind, Reason } from './claim-draft.ts'
import { signals } from './signals/index.ts'

/** What an assertion that no signal speaks for is worth: something, since reading took it for a fact. */
const BASE = 0.15
/** Below the base only hedges and judgements have spoken: nothing there can be looked up. */
export const LOWEST_SCORE = BASE

/** Word → bits of the signals it is a cue of; one look-up a word instead of one search a signal. */
const CUES = new Map<string, number>()
let ALWAYS = 0
signals.forEach((signal, index) => {
  const bit = 1 << index
  if (signal.cues.length === 0) ALWAYS |= bit
  for (const word of signal.cues) CUES.set(word, (CUES.get(word) ?? 0) | bit)
})

/** Score, kinds and reasons of an assertion; reasons strongest first. `other` when no signal says what kind it is. */
export function weigh(assertion: Assertion): { score: number; kinds: ClaimKind[]; reasons: Reason[] } {
  let cues = ALWAYS
  for (const word of assertion.words) cues |= CUES.get(word) ?? 0
  const kinds: ClaimKind[] = []
  const reasons: Reason[] = []
  let sum = BASE
  signals.forEach((signal, index) => {
    if ((cues & (1 << index)) === 0) return
    const weight = signal.find(assertion)
    if (weight === 0) return
    sum += weight
    reasons.push({ signal: signal.id, label: signal.label, weight })
    if (signal.kind && !kinds.includes(signal.kind)) kinds.push(signal.kind)
  })
  reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  return { score: Math.round(Math.min(1, Math.max(0, sum)) * 100) / 100, kinds: kinds.length > 0 ? kinds : ['other'], reasons }
}
