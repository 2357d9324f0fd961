import type { Assertion, Weighed } from './assertion.ts'
import { signalsAt } from './check-worthiness/look.ts'
import { BASE, scoreOf, weighWords, weightOf } from './check-worthiness/model.ts'
import type { ClaimKind, Reason } from './claim-draft.ts'
import { listOf } from './fitted.ts'
import { signals } from './signals/index.ts'

/** Below this share (hundredths) a signal or the wording says too little to be shown as a reason. */
const SHOWN = 5
/** What each signal weighs, in the order of the registry. */
const WEIGHTS = Float64Array.from(signals, weightOf)
/** Shares and scores are told in hundredths. */
const hundredths = (value: number): number => Math.round(value * 100)

const weighed = (assertion: Assertion): Weighed => (assertion.weighed ??= { given: signalsAt(assertion), wording: weighWords(assertion.tokens, assertion.from, assertion.to) })

/** The log-odds behind the score: what is ranked and measured, without the rounding of what is shown. */
export function weighLogOdds(assertion: Assertion): number {
  const { given, wording } = weighed(assertion)
  return given.reduce((sum, signal) => sum + WEIGHTS[signal]!, BASE) + wording.weight
}

/**
 * Check-worthiness of an assertion: score, kinds and reasons. The score (0–1) is a logistic regression over named signals and over words and pairs of words, fitted on sentences of debates
 * (npm run train:check-worthiness); it ranks, and drops nothing. A reason's weight is its share of all that spoke for or against; signals come strongest first, the wording last.
 */
export function weigh(assertion: Assertion): { score: number; kinds: ClaimKind[]; reasons: Reason[] } {
  const { given, wording: { weight, strongest } } = weighed(assertion)
  let logOdds = BASE
  let all = 0
  let kinds = 0
  for (const index of given) {
    const weight = WEIGHTS[index]!
    logOdds += weight
    all += Math.abs(weight)
    kinds |= KIND_BITS[index]!
  }
  logOdds += weight
  all += Math.abs(weight)
  let shown = 0
  if (all > 0) for (const index of given) shown = place(index, hundredths(WEIGHTS[index]! / all), shown)
  const share = all === 0 ? 0 : hundredths(weight / all)
  const isToldByWords = strongest.length > 0 && Math.abs(share) >= SHOWN
  const reasons = listOf<Reason>(shown + Number(isToldByWords))
  for (let at = 0; at < shown; at += 1) reasons[at] = reasonOf(places[at]!, shares[at]!)
  if (isToldByWords) reasons[shown] = { signal: 'wording', label: labelOf(weight, strongest), weight: share / 100 }
  return { score: hundredths(scoreOf(logOdds)) / 100, kinds: kindsOf(kinds), reasons }
}

/** Each kind that signals tell of, in the order of the registry, and the bit that stands for it. */
const KINDS: readonly ClaimKind[] = [...new Set(signals.flatMap(({ kind }) => kind ?? []))]
const KIND_BITS = Int32Array.from(signals, ({ kind }) => (kind ? 1 << KINDS.indexOf(kind) : 0))
/** Claims of the same kinds share one list of them. */
const knownKinds = new Map<number, ClaimKind[]>([[0, ['other']]])
function kindsOf(bits: number): ClaimKind[] {
  let kinds = knownKinds.get(bits)
  if (!kinds) knownKinds.set(bits, (kinds = KINDS.filter((_, at) => (bits & (1 << at)) !== 0)))
  return kinds
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

const labelOf = (weight: number, words: readonly string[]): string => [weight > 0 ? FOR : AGAINST, words.join('”, “'), '”'].join('')
const FOR = 'has words typical of statements that can be checked: “'
const AGAINST = 'has words typical of talk: “'
