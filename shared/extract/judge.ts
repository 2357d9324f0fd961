import type { Traits } from './traits.ts'
import { Word } from './words.ts'

/** What the judge looks at: the words, what was found in them, and the voice of the sentences around. */
export interface Candidate {
  traits: Traits
  /** Figures that can be looked up: numbers, money, percentages, dates, durations, ranks. */
  figures: number
  /** A note mark stands in it; a note's stretch reaches it. */
  hasMark: boolean
  isCarried: boolean
  isQuoted: boolean
  /** It holds a quotation of some words. */
  quotes: boolean
  /** It stands in running text, not in a caption, table or list, where words without a verb are labels. */
  isProse: boolean
  /** Shares (0–1) of the sentences around it that speak to the reader or of the author, that state facts, and that judge. */
  around: { voice: number; facts: number; judgement: number }
}

/** Shorter than this is a label or a fragment; two Chinese characters stand for a word. */
const FEWEST_WORDS = 4
/** Without a verb that the lists know, a sentence of running text this long has one that they do not. */
const FEWEST_WITHOUT_VERB = 6
/** So many words and no name, figure or note: a remark. */
const REMARK = 10
/** So many names, or commas, make a sentence of particulars. */
const SEVERAL = 3

const SELF = Word.firstSingular | Word.firstPlural
/** Words after an opening verb that show it to be a noun: "Use of steam rose". */
const NO_ORDER = Word.preposition | Word.finite | Word.coordination

const isAnchored = ({ traits, figures, hasMark }: Candidate): boolean => figures > 0 || traits.capitals > 0 || hasMark || (traits.bits & Word.web) !== 0
const isOwn = ({ traits }: Candidate): boolean => (traits.bits & SELF) !== 0

interface Cue {
  id: string
  /** Its share of the sum (log-odds that the sentence holds an assertion a checker would mark). */
  weight: number
  /** 0 or false where it is silent; a number weighs so many times. */
  when(candidate: Candidate): boolean | number
}

/** What no candidate is before anything is known of it: most sentences of non-fiction assert something. */
const BASE = 0.2

/**
 * Signs that a sentence asserts a fact, or does something else: speaks of its author, advises, judges, talks of the text. Weights are the coefficients of a logistic
 * regression on the labelled sections of tests/labels (ridge 3, sentences that must be checked counted double, checked by leaving out one text at a time), rounded to one decimal.
 */
export const CUES: readonly Cue[] = [
  { id: 'figure', weight: 0.9, when: ({ figures }) => figures > 0 },
  { id: 'figures', weight: 0.3, when: ({ figures }) => figures > 1 },
  { id: 'names', weight: 1.1, when: ({ traits }) => traits.capitals >= SEVERAL },
  { id: 'what-happened', weight: 0.8, when: (it) => it.traits.isPast && isAnchored(it) && !isOwn(it) },
  { id: 'past', weight: 0.4, when: (it) => it.traits.isPast && !isAnchored(it) && !isOwn(it) },
  { id: 'note-mark', weight: 0.8, when: ({ hasMark }) => hasMark },
  { id: 'carried', weight: 0.7, when: ({ isCarried }) => isCarried },
  { id: 'attribution', weight: 0.6, when: ({ traits }) => (traits.bits & Word.attribution) !== 0 },
  { id: 'web', weight: 0.4, when: ({ traits }) => (traits.bits & Word.web) !== 0 },
  { id: 'many', weight: 0.2, when: ({ traits }) => (traits.bits & Word.many) !== 0 },
  { id: 'brackets', weight: 0.4, when: ({ traits }) => traits.hasBrackets },
  { id: 'phrase-quoted', weight: 0.5, when: ({ quotes }) => quotes },
  { id: 'by-whom', weight: 0.3, when: ({ traits }) => traits.isByAgent },
  { id: 'particulars', weight: 0.3, when: ({ traits }) => traits.commas >= SEVERAL },
  { id: 'comparison', weight: 0.2, when: ({ traits }) => (traits.bits & Word.comparison) !== 0 },
  { id: 'among-facts', weight: 0.3, when: ({ around }) => around.facts },
  { id: 'no-verb', weight: -1, when: ({ traits }) => !traits.hasVerb && traits.han === 0 },
  { id: 'duty', weight: -1.3, when: ({ traits }) => (traits.bits & Word.duty) !== 0 },
  { id: 'order', weight: -0.7, when: ({ traits }) => (traits.lead & Word.order) !== 0 && (traits.second & NO_ORDER) === 0 },
  { id: 'to-the-reader', weight: -0.6, when: ({ traits }) => (traits.bits & Word.second) !== 0 },
  { id: 'own-voice', weight: -1.7, when: (it) => isOwn(it) && !it.traits.isPast },
  { id: 'author', weight: -0.1, when: ({ traits }) => (traits.bits & Word.firstSingular) !== 0 },
  { id: 'judgement', weight: -0.4, when: ({ traits }) => Math.min(SEVERAL, traits.appraisals) },
  { id: 'it-is-so', weight: -0.6, when: ({ traits }) => (traits.lead & Word.pointing) !== 0 && (traits.second & Word.appraisal) !== 0 },
  { id: 'of-the-text', weight: -0.9, when: ({ traits }) => traits.isOfText },
  { id: 'the-text-tells', weight: -1.1, when: ({ traits }) => traits.isOfText && (traits.bits & Word.telling) !== 0 },
  { id: 'the-text-speaks', weight: -2, when: ({ traits }) => traits.isTextFirst && (traits.bits & Word.telling) !== 0 },
  { id: 'see', weight: -2, when: ({ traits }) => traits.isPointer },
  { id: 'supposed', weight: -0.6, when: ({ traits }) => (traits.lead & Word.condition) !== 0 },
  { id: 'condition', weight: -0.1, when: ({ traits }) => (traits.bits & Word.condition) !== 0 },
  { id: 'possibility', weight: -0.4, when: (it) => (it.traits.bits & Word.possibility) !== 0 && !isAnchored(it) },
  { id: 'pronoun', weight: -0.3, when: (it) => (it.traits.lead & Word.pronoun) !== 0 && !isAnchored(it) },
  { id: 'remark', weight: -0.2, when: (it) => it.traits.words < REMARK && !isAnchored(it) },
  { id: 'exclamation', weight: -0.5, when: ({ traits }) => traits.end === '!' },
  { id: 'speech', weight: -0.6, when: ({ isQuoted }) => isQuoted },
  { id: 'among-views', weight: -1.7, when: ({ around }) => around.voice },
  { id: 'among-judgements', weight: -0.6, when: ({ around }) => around.judgement },
]

/** Why a candidate is not a claim, or null when it is one: `question`, `too-short`, `no-verb`, or the cue that speaks strongest against it. */
export function refusal(candidate: Candidate): string | null {
  const { traits, isProse } = candidate
  const words = traits.words + traits.han / 2
  if (words < FEWEST_WORDS) return 'too-short'
  if (traits.end === '?' || traits.end === '？') return 'question'
  if (!traits.hasVerb && words - traits.words < FEWEST_WORDS && (!isProse || traits.end === '' || traits.words < FEWEST_WITHOUT_VERB)) return 'no-verb'
  let sum = BASE
  let strongest: Cue | null = null
  let least = 0
  for (const cue of CUES) {
    const times = cue.when(candidate)
    if (times === false || times === 0) continue
    const share = cue.weight * Number(times)
    sum += share
    if (share < least) {
      least = share
      strongest = cue
    }
  }
  return sum < 0 && strongest ? strongest.id : null
}
