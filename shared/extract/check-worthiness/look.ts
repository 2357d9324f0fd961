import type { FactKind } from '../../facts/fact.ts'
import { classifier, TokenKind } from '../../segment/tokens.ts'
import type { Assertion } from '../assertion.ts'
import { mainVerbOf } from '../main-verb.ts'
import { cueWords, Found, signals, type Seen, type Signal } from '../signals/index.ts'
import { classifySigns } from '../signs.ts'
import { classifyWords } from '../words.ts'

const CUED = signals.filter(({ cues }) => cues.length > 0)
const PAIRS = CUED.flatMap(({ pairs = [] }, signal) => pairs.map(([first, second]) => ({ signal, first: cueWords(first), second: cueWords(second) })))
if (CUED.length > 31 || PAIRS.length > 31) throw new Error('More signals have cues, or more cues are pairs, than there are bits.')
/** Word → bits: one look-up a word instead of one search a signal. */
function bitsOf(lists: readonly (readonly string[])[]): (word: string) => number {
  const bits = new Map<string, number>()
  lists.forEach((words, index) => {
    for (const word of words) bits.set(word, (bits.get(word) ?? 0) | (1 << index))
  })
  return (word) => bits.get(word) ?? 0
}
/** For each distinct word of a text: the signals that it is a cue of, and the pairs that it opens and closes. */
const classifyCued = classifier(bitsOf(CUED.map(({ cues }) => cues)))
const classifyFirst = classifier(bitsOf(PAIRS.map(({ first }) => first)))
const classifySecond = classifier(bitsOf(PAIRS.map(({ second }) => second)))
/** What each signal asks for, in the order of the registry, as bits of which there must be one; 0: nothing. */
const CUES_OF = Int32Array.from(signals, (signal) => (signal.cues.length > 0 ? 1 << CUED.indexOf(signal) : 0))
const WORDS_OF = Int32Array.from(signals, ({ words = 0 }) => words)
const FACTS_OF = Int32Array.from(signals, ({ facts = 0 }) => facts)
const FOUND: Readonly<Partial<Record<FactKind, number>>> = Found
const FINDS = signals.map((signal) => signal.find ?? null)
/** The bits of the signals that pairs tell of. */
function toldBy(pairs: number): number {
  let told = 0
  for (let index = 0; index < PAIRS.length; index += 1) if ((pairs & (1 << index)) !== 0) told |= 1 << PAIRS[index]!.signal
  return told
}

const CLOSERS = '”"’\')]»'

/** The signals that an assertion gives, in the order of the registry. */
export const signalsOf = (assertion: Assertion): Signal[] => Array.from(given.subarray(0, lookAt(assertion)), (index) => signals[index]!)

/** The signals of the assertion looked at last, by their places in the registry: weights are kept in that order. */
export const given = new Int32Array(signals.length)
/** Looks for the signals of an assertion: they are then the first of `given`, as many as are returned. */
export function lookAt(assertion: Assertion): number {
  const { tokens, from, to } = assertion
  const { word: words, kind: kinds } = tokens
  const bits = classifyWords(tokens)
  const cues = classifyCued(tokens)
  const first = classifyFirst(tokens)
  const second = classifySecond(tokens)
  let all = 0
  let length = 0
  let acronyms = 0
  let end = -1
  let cued = 0
  let pairs = 0
  let before = 0
  for (let at = from; at < to; at += 1) {
    const word = words[at]!
    const kind = kinds[at]
    if (kind === TokenKind.sign) {
      if (!CLOSERS.includes(tokens.vocabulary[word]!)) end = word
      before = 0
      continue
    }
    end = -1
    length += 1
    if (kind === TokenKind.capitals) acronyms += 1
    all |= bits[word]!
    cued |= cues[word]!
    pairs |= before & second[word]!
    before = first[word]!
  }
  if (pairs !== 0) cued |= toldBy(pairs)
  let found = 0
  for (const { kind } of assertion.facts) found |= FOUND[kind] ?? 0
  const seen: Seen = { bits: all, verb: assertion.verb ?? mainVerbOf(tokens, bits, classifySigns(tokens), from, to).verb, length, acronyms, end: end < 0 ? '' : tokens.vocabulary[end]!, found }
  let count = 0
  for (let index = 0; index < FINDS.length; index += 1) {
    const asked = CUES_OF[index]!
    const words = WORDS_OF[index]!
    const facts = FACTS_OF[index]!
    if ((asked !== 0 && (cued & asked) === 0) || (words !== 0 && (all & words) === 0) || (facts !== 0 && (found & facts) === 0)) continue
    const find = FINDS[index]!
    if (find === null || find(assertion, seen)) given[count++] = index
  }
  return count
}
