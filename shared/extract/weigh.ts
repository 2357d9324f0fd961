import type { Assertion } from './assertion.ts'
import { signalsAt } from './check-worthiness/look.ts'
import { BASE, scoreOf, weighWords, weightOf } from './check-worthiness/model.ts'
import type { ClaimKind, Reason } from './claim-draft.ts'
import { signals } from './signals/index.ts'

/** Below this share (hundredths) a signal or the wording says too little to be shown as a reason. */
const SHOWN = 5
/** What each signal weighs and what kind it tells of, in the order of the registry. */
const WEIGHTS = Float64Array.from(signals, weightOf)
const KINDS = signals.map(({ kind }) => kind)
/** Shares and scores are told in hundredths. */
const hundredths = (value: number): number => Math.round(value * 100)

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
    const kind = KINDS[index]
    if (kind && !kinds.includes(kind)) kinds.push(kind)
  }
  const wording = weighWords(assertion.tokens, assertion.from, assertion.to)
  logOdds += wording.weight
  all += Math.abs(wording.weight)
  let shown = 0
  if (all > 0) for (const index of given) shown = place(index, hundredths(WEIGHTS[index]! / all), shown)
  const reasons: Reason[] = []
  for (let at = 0; at < shown; at += 1) reasons.push(reasonOf(places[at]!, shares[at]!))
  const share = all === 0 ? 0 : hundredths(wording.weight / all)
  if (wording.strongest.length > 0 && Math.abs(share) >= SHOWN) reasons.push({ signal: 'wording', label: labelOf(wording.weight, wording.strongest), weight: share / 100 })
  return { score: hundredths(scoreOf(logOdds)) / 100, kinds: kinds.length > 0 ? kinds : ['other'], reasons }
}

/** One signal with one share is one reason, whatever claim it stands at: an article gives some hundred of them. */
const known: (Reason | undefined)[][] = signals.map(() => Array.from({ length: 201 }))
function reasonOf(index: number, share: number): Reason {
  return (known[index]![share + 100] ??= { signal: signals[index]!.id, label: signals[index]!.label, weight: share / 100 })
}

/** The signals of one claim and their shares, strongest first and first come first among equals: a handful, put in place as they come. */
const places = new Int32Array(signals.length)
const shares = new Int32Array(signals.length)
function place(index: number, share: number, count: number): number {
  if (share < SHOWN && share > -SHOWN) return count
  let at = count
  for (; at > 0 && Math.abs(shares[at - 1]!) < Math.abs(share); at -= 1) {
    places[at] = places[at - 1]!
    shares[at] = shares[at - 1]!
  }
  places[at] = index
  shares[at] = share
  return count + 1
}

function labelOf(weight: number, words: readonly string[]): string {
  let label = weight > 0 ? 'has words typical of statements that can be checked: “' : 'has words typical of talk: “'
  for (let at = 0; at < words.length; at += 1) label += at === 0 ? words[at]! : '”, “' + words[at]!
  return label + '”'
}
