import type { Block } from '../document/document.ts'
import type { Assertion } from './assertion.ts'
import { scoreOf } from './check-worthiness/model.ts'
import { Hint } from './hint-words.ts'
import { INTERCEPT, THRESHOLD, WEIGHTS } from './judge-weights.ts'
import type { Traits } from './traits.ts'
import type { Around } from './voice.ts'
import { weighLogOdds } from './weigh.ts'
import { Word } from './words.ts'

/** What the judge looks at: the words, what was found in them, and the voice of the sentences around. */
export interface Candidate {
  assertion: Assertion
  traits: Traits
  /** A note mark stands in its sentence. */
  hasMark: boolean
  /** It stands in running text, not in a caption, table or list, where words without a verb are labels. */
  isProse: boolean
  /** The kind of its block. */
  inBlock: Block['kind'] | undefined
  around: Around
}

/** Why a candidate is not a claim, or null when it is one: `question`, `too-short`, `no-verb`, `see`, `call`, or the cue that speaks strongest against it. */
export type Judge = (candidate: Candidate) => string | null

/** Shorter than this is a label or a fragment. */
const FEWEST_WORDS = 4
/** Without a verb that the lists know, a sentence of running text this long has one that they do not. */
const FEWEST_WITHOUT_VERB = 5
/** Fewer words say little. */
const FEW_WORDS = 8
/** A name that opens within so many characters is what the sentence is about. */
const OPENING = 4

/** Words that hold English sentences together: what has none is a name, a list or another language. */
const GRAMMAR = Word.determiner | Word.preposition | Word.auxiliary | Word.pronoun | Word.coordination | Word.relative
const SELF = Word.firstSingular | Word.firstPlural
const isName = ({ kind }: { kind: string }): boolean => kind === 'name' || kind === 'abbreviation'

/** Words and, since two Chinese characters stand for a word, half of these. */
const wordsOf = ({ words, han }: Traits): number => words + han / 2

interface Cue {
  id: string
  /** 0 or false where it is silent; a number weighs so many times. */
  when(candidate: Candidate): boolean | number
  /** Dear to ask, and never above 1: asked only where the cues before it leave open what it could decide. */
  isDear?: true
}

/**
 * Cues that a sentence asserts a fact, or does something else: lays down a rule, speaks of its author or of the text, advises, supposes. What each weighs is fitted (judge-weights.ts).
 * Each is one question about the sentence, so that a refusal can say why; what a passage does from line to line (`among-…`) counts beside what the sentence does itself.
 */
export const CUES: readonly Cue[] = [
  { id: 'told', when: ({ traits }) => traits.verb === 'past' },
  { id: 'is', when: ({ traits }) => traits.verb === 'be' },
  { id: 'has', when: ({ traits }) => traits.verb === 'have' },
  { id: 'duty', when: ({ traits }) => traits.verb === 'duty' },
  { id: 'plan', when: ({ traits }) => traits.verb === 'will' },
  { id: 'verbless', when: ({ traits }) => traits.verb === 'none' && traits.han === 0 },
  { id: 'no-grammar', when: ({ traits }) => (traits.bits & GRAMMAR) === 0 && traits.han === 0 },
  { id: 'figure', when: ({ traits }) => traits.numbers > 0 },
  { id: 'named', when: ({ assertion }) => assertion.facts.some(isName) },
  { id: 'about-a-name', when: ({ assertion: { facts, span } }) => facts.length > 0 && isName(facts[0]!) && facts[0]!.span.start - span.start < OPENING },
  { id: 'note-mark', when: ({ hasMark }) => hasMark },
  { id: 'carried', when: ({ assertion }) => assertion.notes.length > 0 },
  { id: 'attribution', when: ({ traits }) => (traits.bits & Word.attribution) !== 0 },
  { id: 'by-whom', when: ({ traits }) => traits.isByAgent },
  { id: 'many', when: ({ traits }) => (traits.bits & Word.many) !== 0 },
  { id: 'comparison', when: ({ traits }) => (traits.bits & Word.comparison) !== 0 },
  { id: 'cause', when: ({ traits }) => (traits.hints & Hint.cause) !== 0 },
  { id: 'time', when: ({ traits }) => (traits.hints & Hint.time) !== 0 },
  { id: 'brackets', when: ({ traits }) => traits.hasBrackets },
  { id: 'speech', when: ({ assertion }) => assertion.isQuoted },
  { id: 'sweeping', when: ({ traits }) => (traits.hints & Hint.sweeping) !== 0 },
  { id: 'rule', when: ({ traits }) => (traits.hints & Hint.requires) !== 0 },
  { id: 'duty-inside', when: ({ traits }) => traits.verb !== 'duty' && (traits.bits & Word.duty) !== 0 },
  { id: 'definition', when: ({ traits }) => traits.verb === 'means' },
  { id: 'condition', when: ({ traits }) => (traits.bits & Word.condition) !== 0 },
  { id: 'supposes', when: ({ traits }) => traits.verb === 'may' && (traits.lead & Word.condition) !== 0 },
  { id: 'belief', when: ({ traits }) => (traits.hints & Hint.holds) !== 0 },
  { id: 'thanks', when: ({ traits }) => (traits.hints & Hint.thanks) !== 0 },
  { id: 'own-voice', when: ({ traits }) => traits.isOwn && traits.verb !== 'past' },
  { id: 'it-is-so', when: ({ traits }) => traits.verb === 'be' && traits.appraisals > 0 && (traits.lead & Word.pointing) !== 0 },
  { id: 'is-judged', when: ({ traits }) => traits.verb === 'be' && traits.appraisals > 0 },
  { id: 'ours', when: ({ traits }) => !traits.isOwn && (traits.bits & SELF) !== 0 },
  { id: 'names-a-text', when: ({ traits }) => (traits.bits & Word.text) !== 0 },
  { id: 'of-the-text', when: ({ traits }) => traits.isOfText },
  { id: 'the-text-tells', when: ({ traits }) => traits.isOfText && (traits.bits & Word.telling) !== 0 },
  { id: 'asks', when: ({ traits }) => (traits.hints & Hint.asks) !== 0 },
  { id: 'orders', when: ({ traits }) => traits.isOrder },
  { id: 'may-be', when: ({ traits }) => traits.verb === 'may' },
  { id: 'addresses', when: ({ traits }) => (traits.bits & Word.second) !== 0 },
  { id: 'points-on', when: ({ traits }) => (traits.hints & Hint.points) !== 0 },
  { id: 'leads-in', when: ({ traits }) => traits.end === ':' },
  { id: 'short', when: ({ traits }) => wordsOf(traits) < FEW_WORDS },
  { id: 'list-item', when: ({ inBlock }) => inBlock === 'list-item' },
  { id: 'among-facts', when: ({ around }) => around.facts },
  { id: 'among-events', when: ({ around }) => around.past },
  { id: 'among-views', when: ({ around }) => around.voice },
  { id: 'among-rules', when: ({ around }) => around.rules },
  { id: 'among-figures', when: ({ around }) => around.figures },
  { id: 'among-descriptions', when: ({ around }) => around.is },
  { id: 'worth-checking', when: ({ assertion }) => scoreOf(weighLogOdds(assertion)), isDear: true },
]

/** "Railways 18,000,000 tons", "Leeds 23/16 74/60", "to France 7,000,000 tons": a row with a label and an amount states it, without a verb. */
const isAmount = ({ traits: { hasThousands, hasDecimals, numbers, words, hasVerb }, inBlock }: Candidate): boolean =>
  words > numbers && ((inBlock === 'table' && (hasThousands || hasDecimals || numbers >= SEVERAL)) || (inBlock === 'list-item' && !hasVerb && hasThousands))
/** So many numbers in a row of a table are its values; fewer may be a page or a year. */
const SEVERAL = 3

/** What the form of a candidate settles by itself: the reason why it is none, `claim`, or null when its cues must tell. */
export function formOf(candidate: Candidate): string | null {
  const { assertion, traits, isProse } = candidate
  const words = wordsOf(traits)
  if (isAmount(candidate)) return 'claim'
  if (words < FEWEST_WORDS) return 'too-short'
  // "For other uses, see …"
  if (traits.isPointer && (traits.verb === 'other' || traits.verb === 'none') && !traits.isPast) return 'see'
  // "We must work together."
  if (traits.isOwn && traits.verb === 'duty') return 'call'
  if (traits.end === '?' || traits.end === '？') return 'question'
  if (!traits.hasVerb && words - traits.words < FEWEST_WORDS && (!isProse || traits.end === '' || traits.words < (assertion.isQuoted ? FEW_WORDS : FEWEST_WITHOUT_VERB))) return 'no-verb'
  return null
}

/** A judge by these weights, in the order of the cues: a candidate is a claim when they and `base` do not add up to less than 0. */
export function judgeBy(base: number, weights: readonly number[]): Judge {
  return (candidate) => {
    const form = formOf(candidate)
    if (form !== null) return form === 'claim' ? null : form
    let sum = base
    let strongest = ''
    let least = 0
    for (let at = 0; at < CUES.length; at += 1) {
      const { id, when, isDear } = CUES[at]!
      const weight = weights[at]!
      if (isDear && sum < 0 === sum + weight < 0) continue
      const times = when(candidate)
      if (times === false || times === 0) continue
      const share = weight * Number(times)
      sum += share
      if (share < least) {
        least = share
        strongest = id
      }
    }
    return sum < 0 ? strongest || 'unsupported' : null
  }
}

export const refusal: Judge = judgeBy(INTERCEPT - THRESHOLD, CUES.map(({ id }) => WEIGHTS[id] ?? 0))
