import { classifier, TokenKind } from '../../segment/tokens.ts'
import type { Assertion } from '../assertion.ts'
import { listOf } from '../fitted.ts'
import { mainVerbOf } from '../main-verb.ts'
import { Found, signals, type Seen, type Signal } from '../signals/index.ts'
import { classifySigns } from '../signs.ts'
import { classifyWords } from '../words.ts'

const CUED = signals.filter(({ cues }) => cues.length > 0)
/** Word → bits of the signals it is a cue of; one look-up a word instead of one search a signal. */
const CUES = new Map<string, number>()
CUED.forEach((signal, index) => {
  for (const word of signal.cues) CUES.set(word, (CUES.get(word) ?? 0) | (1 << index))
})
/** The bit of each signal, in the order of the registry; 0: it has no cues and is always asked. */
const BIT_OF = signals.map((signal) => (signal.cues.length > 0 ? 1 << CUED.indexOf(signal) : 0))

/** The bits of the signals that each distinct word of a text is a cue of. */
const classifyCued = classifier((word) => CUES.get(word) ?? 0)

const CLOSERS = '”"’\')]»'

/** The signals that an assertion gives, in the order of the registry. */
export const signalsOf = (assertion: Assertion): Signal[] => signalsAt(assertion).map((index) => signals[index]!)

/** Where the signals of one assertion are gathered, so that its list is made at its length. */
const givenPlaces = new Int32Array(signals.length)
/** The same by their places in the registry: weights are kept in that order. */
export function signalsAt(assertion: Assertion): number[] {
  const { tokens, from, to } = assertion
  const [bits, cues] = [classifyWords(tokens), classifyCued(tokens)]
  const seen: Seen = { bits: 0, verb: mainVerbOf(tokens, bits, classifySigns(tokens), from, to).verb, length: 0, acronyms: 0, end: '', found: 0, text: '' }
  let cued = 0
  for (let at = from; at < to; at += 1) {
    const word = tokens.word[at]!
    const kind = tokens.kind[at]
    if (kind === TokenKind.sign) {
      const sign = tokens.vocabulary[word]!
      if (!CLOSERS.includes(sign)) seen.end = sign
      continue
    }
    seen.end = ''
    seen.length += 1
    if (kind === TokenKind.capitals) seen.acronyms += 1
    seen.bits |= bits[word]!
    cued |= cues[word]!
  }
  for (const { kind } of assertion.facts) seen.found |= Found[kind] ?? 0
  if (cued !== 0) seen.text = assertion.text
  let count = 0
  for (let index = 0; index < signals.length; index += 1) {
    const bit = BIT_OF[index]!
    if ((bit === 0 || (cued & bit) !== 0) && signals[index]!.find(assertion, seen)) givenPlaces[count++] = index
  }
  const given = listOf<number>(count)
  for (let at = 0; at < count; at += 1) given[at] = givenPlaces[at]!
  return given
}
