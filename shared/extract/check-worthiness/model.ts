import type { Signal } from '../signals/index.ts'
import { classifier, type Tokens } from '../../segment/tokens.ts'
import { listOf } from '../fitted.ts'
import { CLOSE, JOINT, LENGTH_POWER, MODEL_VERSION, OPEN, termOf } from './terms.ts'
import { INTERCEPT, SIGNALS, TERMS, WEIGHTS_VERSION } from './weights.ts'

if (WEIGHTS_VERSION !== MODEL_VERSION) throw new Error('The weights of check-worthiness were fitted for another model: run npm run train:check-worthiness.')

/** Words have numbers of their own in the model. */
const numbers = new Map<string, number>()
const single: number[] = []
const numberOf = (word: string): number => {
  let number = numbers.get(word)
  if (number === undefined) {
    numbers.set(word, (number = single.length))
    single.push(0)
  }
  return number
}

/** Pairs by the numbers of both words, in a table of open addresses of which at most half are used: pairs are looked up by the million. */
const SLOT_BITS = 16
const SLOTS = 1 << SLOT_BITS
const pairKeys = new Int32Array(SLOTS).fill(-1)
const pairWeights = new Float64Array(SLOTS)
const SECOND_BITS = 15
/** One bit for what each pair is hashed to: most pairs of a text are none of the model's, and a table this small says so without a look into the large one. */
const SIEVE_BITS = 18
const sieve = new Uint32Array(1 << (SIEVE_BITS - 5))
const hashOf = (key: number): number => Math.imul(key, 0x9e3779b1)
const sieveCell = (hash: number): number => hash >>> (37 - SIEVE_BITS)
const sieveBit = (hash: number): number => 1 << ((hash >>> (32 - SIEVE_BITS)) & 31)
const mayBePair = (hash: number): boolean => (sieve[sieveCell(hash)]! & sieveBit(hash)) !== 0
function slotOf(key: number, hash: number): number {
  let slot = hash >>> (32 - SLOT_BITS)
  while (pairKeys[slot] !== key && pairKeys[slot] !== -1) slot = (slot + 1) & (SLOTS - 1)
  return slot
}
let pairs = 0
for (const [weight, terms] of TERMS) {
  for (const term of terms.split(' ')) {
    const joint = term.indexOf(JOINT)
    if (joint < 0) {
      single[numberOf(term)] = weight
      continue
    }
    const key = (numberOf(term.slice(0, joint)) << SECOND_BITS) | numberOf(term.slice(joint + 1))
    const hash = hashOf(key)
    const slot = slotOf(key, hash)
    sieve[sieveCell(hash)]! |= sieveBit(hash)
    pairKeys[slot] = key
    pairWeights[slot] = weight
    pairs += 1
  }
}
const OPENING = numberOf(OPEN)
const CLOSING = numberOf(CLOSE)

/** −1: counts as a word, and no weight knows it; −2: does not count. */
const UNKNOWN = -1
const SKIPPED = -2
/** The model's number of each distinct token of a text. */
const numbersOf = classifier((word) => {
  const term = termOf(word)
  return term === null ? SKIPPED : (numbers.get(term) ?? UNKNOWN)
})

/** A word weighs enough to be named as a reason from here on: it moves even odds by about a tenth. */
const TELLING = 0.8
const MOST_NAMED = 3
/** Terms of one assertion that were counted already: the assertion's round stands beside them, instead of a set per assertion. */
let round = 0
const countedSingle = new Int32Array(single.length)
const countedPairs = new Int32Array(SLOTS)
/** Places of the telling words of the assertion weighed last, and how many there are; more than these name nothing new. */
const telling = new Int32Array(256)
let told = 0
const weights = Float64Array.from(single)
if (single.length > 1 << SECOND_BITS || pairs * 2 > SLOTS) throw new Error('The model of check-worthiness has more words or pairs than its table holds.')

/** The powers of the lengths that sentences have. */
const POWERS = Float64Array.from({ length: 256 }, (_, count) => Math.max(1, count) ** LENGTH_POWER)
const powerOf = (count: number): number => (count < POWERS.length ? POWERS[count]! : count ** LENGTH_POWER)

/** What the words of an assertion weigh together (log-odds). */
export function weighWords(tokens: Tokens, from: number, to: number): number {
  const own = numbersOf(tokens)
  round += 1
  let sum = 0
  let count = 0
  let pairSum = 0
  let pairCount = 0
  let before = OPENING
  told = 0
  for (let at = from; at <= to; at += 1) {
    const number = at === to ? CLOSING : own[tokens.word[at]!]!
    if (number === SKIPPED) continue
    if (before >= 0 && number >= 0) {
      const key = (before << SECOND_BITS) | number
      const hash = hashOf(key)
      const slot = mayBePair(hash) ? slotOf(key, hash) : -1
      if (slot >= 0 && pairKeys[slot] !== -1 && countedPairs[slot] !== round) {
        countedPairs[slot] = round
        pairSum += pairWeights[slot]!
        pairCount += 1
      }
    }
    before = number
    if (number < 0 || at === to || countedSingle[number] === round) continue
    countedSingle[number] = round
    const weight = weights[number]!
    sum += weight
    count += 1
    if ((weight >= TELLING || weight <= -TELLING) && told < telling.length) telling[told++] = at
  }
  return sum * powerOf(count) + pairSum * powerOf(pairCount)
}

/** Places of the strongest words so far, and what these weigh. */
const strongest = new Int32Array(MOST_NAMED)
const strengths = new Float64Array(MOST_NAMED)

/** The words that weigh most on one side in the assertion weighed last, strongest first. */
export function strongestWords(tokens: Tokens, isFor: boolean): string[] {
  const own = numbersOf(tokens)
  let found = 0
  for (let index = 0; index < told; index += 1) {
    const place = telling[index]!
    const weight = weights[own[tokens.word[place]!]!]!
    if (weight > 0 !== isFor) continue
    const strength = Math.abs(weight)
    let at = found
    while (at > 0 && strengths[at - 1]! < strength) at -= 1
    if (at >= MOST_NAMED) continue
    if (found < MOST_NAMED) found += 1
    for (let behind = found - 1; behind > at; behind -= 1) {
      strongest[behind] = strongest[behind - 1]!
      strengths[behind] = strengths[behind - 1]!
    }
    strongest[at] = place
    strengths[at] = strength
  }
  const words = listOf<string>(found)
  for (let at = 0; at < found; at += 1) words[at] = tokens.vocabulary[tokens.word[strongest[at]!]!]!
  return words
}

/** What a signal weighs (log-odds). */
export const weightOf = ({ id, fixed }: Signal): number => fixed ?? SIGNALS[id] ?? 0

/** Log-odds of an assertion about which nothing is known. */
export const BASE = INTERCEPT
/** Log-odds as a score between 0 and 1: the share of such sentences that people called worth checking. */
export const scoreOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))
