import type { Assertion } from './assertion.ts'
import { given, lookAt } from './check-worthiness/look.ts'
import { BASE, scoreOf, strongestWords, weighWords, weightOf } from './check-worthiness/model.ts'
import type { ClaimKind, Reason } from './claim-draft.ts'
import { listOf } from './fitted.ts'
import { signals } from './signals/index.ts'

/** Below this share (hundredths) a signal or the wording says too little to be shown as a reason. */
const SHOWN = 5
/** What each signal weighs, in the order of the registry. */
const WEIGHTS = Float64Array.from(signals, weightOf)
/** Shares and scores are told in hundredths. */
const hundredths = (value: number): number => Math.round(value * 100)

/** The log-odds behind the score: what is ranked and measured, without the rounding of what is shown. */
export function weighLogOdds(assertion: Assertion): number {
  let logOdds = BASE + weighWords(assertion.tokens, assertion.from, assertion.to)
  const count = lookAt(assertion)
  for (let at = 0; at < count; at += 1) logOdds += WEIGHTS[given[at]!]!
  return logOdds
}

/**
 * Check-worthiness of an assertion: score, kinds and reasons. The score (0–1) is a logistic regression over named signals and over words and pairs of words, fitted on sentences of debates
 * (npm run train:check-worthiness); it ranks, and drops nothing. A reason's weight is its share of all that spoke for or against; signals come strongest first, the wording last.
 */
export function weigh(assertion: Assertion): { score: number; kinds: ClaimKind[]; reasons: Reason[] } {
  const { tokens, from, to } = assertion
  const wording = weighWords(tokens, from, to)
  const count = lookAt(assertion)
  let logOdds = BASE + wording
  let all = Math.abs(wording)
  let kinds = 0
  for (let at = 0; at < count; at += 1) {
    const index = given[at]!
    const weight = WEIGHTS[index]!
    logOdds += weight
    all += Math.abs(weight)
    kinds |= KIND_BITS[index]!
  }
  let shown = 0
  if (all > 0) for (let at = 0; at < count; at += 1) shown = place(given[at]!, hundredths(WEIGHTS[given[at]!]! / all), shown)
  const share = all === 0 ? 0 : hundredths(wording / all)
  const words = Math.abs(share) >= SHOWN ? strongestWords(tokens, wording > 0) : NO_WORDS
  const reasons = listOf<Reason>(shown + Number(words.length > 0))
  for (let at = 0; at < shown; at += 1) reasons[at] = reasonOf(places[at]!, shares[at]!)
  if (words.length > 0) reasons[shown] = { signal: 'wording', label: labelOf(wording, words), weight: share / 100 }
  return { score: hundredths(scoreOf(logOdds)) / 100, kinds: kindsOf(kinds), reasons }
}

const NO_WORDS: readonly string[] = []

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

/** A label is put together from its pieces, which costs less than joining a list: there is one for nearly every claim. */
function labelOf(weight: number, [first, second, third]: readonly string[]): string {
  const opening = weight > 0 ? FOR : AGAINST
  if (second === undefined) return `${opening}${first}”`
  return third === undefined ? `${opening}${first}”, “${second}”` : `${opening}${first}”, “${second}”, “${third}”`
}
const FOR = 'has words typical of statements that can be checked: “'
const AGAINST = 'has words typical of talk: “'
