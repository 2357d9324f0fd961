import type { Assertion } from './assertion.ts'
import { signalsAt } from './check-worthiness/look.ts'
import { BASE, scoreOf, weighWords, weightOf } from './check-worthiness/model.ts'
import type { ClaimKind, Reason } from './claim-draft.ts'
import { signals } from './signals/index.ts'

/** Below this share a signal or the wording says too little to be shown as a reason. */
const SHOWN = 0.05
/** What each signal weighs, in the order of the registry. */
const WEIGHTS = Float64Array.from(signals, weightOf)
const rounded = (value: number): number => Math.round(value * 100) / 100

/** The log-odds behind the score: what is ranked and measured, without the rounding of what is shown. */
export const weighLogOdds = (assertion: Assertion): number =>
  signalsAt(assertion).reduce((sum, signal) => sum + WEIGHTS[signal]!, BASE) + weighWords(assertion.tokens, assertion.from, assertion.to).weight

/**
 * Check-worthiness of an assertion: score, kinds and reasons. The score (0–1) is a logistic regression over named signals and over words and pairs of words, fitted on sentences of debates
 * (npm run train:check-worthiness); it ranks, and drops nothing. A reason's weight is its share of all that spoke for or against; signals come strongest first, the wording last.
 */
export function weigh(assertion: Assertion): { score: number; kinds: ClaimKind[]; reasons: Reason[] } {
  const kinds: ClaimKind[] = []
  const given = signalsAt(assertion)
  let logOdds = BASE
  let all = 0
  for (const index of given) {
    const weight = WEIGHTS[index]!
    logOdds += weight
    all += Math.abs(weight)
    const { kind } = signals[index]!
    if (kind && !kinds.includes(kind)) kinds.push(kind)
  }
  const wording = weighWords(assertion.tokens, assertion.from, assertion.to)
  logOdds += wording.weight
  all += Math.abs(wording.weight)
  const reasons: Reason[] = []
  for (const index of given) {
    const weight = all === 0 ? 0 : rounded(WEIGHTS[index]! / all)
    if (Math.abs(weight) >= SHOWN) insert(reasons, { signal: signals[index]!.id, label: signals[index]!.label, weight })
  }
  const share = all === 0 ? 0 : rounded(wording.weight / all)
  if (wording.strongest.length > 0 && Math.abs(share) >= SHOWN) reasons.push({ signal: 'wording', label: labelOf(wording.weight, wording.strongest), weight: share })
  return { score: rounded(scoreOf(logOdds)), kinds: kinds.length > 0 ? kinds : ['other'], reasons }
}

/** Puts a reason in its place: strongest first, and first come first among equals. There are a handful: sorting them afterwards costs more. */
function insert(reasons: Reason[], reason: Reason): void {
  let at = reasons.length
  while (at > 0 && Math.abs(reasons[at - 1]!.weight) < Math.abs(reason.weight)) at -= 1
  reasons.push(reason)
  for (let last = reasons.length - 1; last > at; last -= 1) reasons[last] = reasons[last - 1]!
  reasons[at] = reason
}

const labelOf = (weight: number, words: readonly string[]): string => `has words typical of ${weight > 0 ? 'statements that can be checked' : 'talk'}: ${words.map((word) => `“${word}”`).join(', ')}`
