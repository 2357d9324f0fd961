import type { Span } from '../document/document.ts'
import type { Fact, FactKind } from '../facts/fact.ts'
import { tokensIn, type Tokens } from '../segment/tokens.ts'

/** One candidate for a claim, with what the judge and the signals look at. */
export interface Assertion {
  span: Span
  /** The document's tokens; those of the assertion are [from, to). */
  tokens: Tokens
  from: number
  to: number
  /** The words under the span, cut out of the document when asked for. */
  readonly text: string
  /** Lower-case words and numbers in order, worked out when asked for: prefer the tokens. */
  readonly words: readonly string[]
  /** Facts inside the span, quotations left out; spans index the document. */
  facts: readonly Fact[]
  isQuoted: boolean
  /** Labels of the notes that carry it, in text order. */
  notes: readonly { label: string }[]
}

/** An assertion over `span` of `document`; what it is made of is worked out only when asked for. */
export function assertionOver(document: string, tokens: Tokens, span: Span, rest: Pick<Assertion, 'facts' | 'isQuoted' | 'notes'>): Assertion {
  const [from, to] = tokensIn(tokens, span)
  let words: readonly string[] | null = null
  return {
    span, tokens, from, to, ...rest,
    get text() {
      return document.slice(span.start, span.end)
    },
    get words() {
      return (words ??= wordsOf(this.text))
    },
  }
}

const WORDS = /[a-zà-ž]+(?:[’'][a-z]+)?|\d+/g
export const wordsOf = (text: string): string[] => text.toLowerCase().match(WORDS) ?? []

const FIGURES: ReadonlySet<FactKind> = new Set(['number', 'percentage', 'money', 'date', 'duration', 'rank'])
/** Facts that can be checked by themselves: figures, dates, ranks. */
export const isFigure = (fact: Fact): boolean => FIGURES.has(fact.kind)

const FINITE = new Set(`is are was were be been am has have had having do does did can could will would shall should may might must isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t can’t won’t it’s that’s there’s he’s she’s they’re we’re
  isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't won't it's that's there's
  became become becomes began begin begins begun bought brought built came come comes cut cost costs cuts drew drove fell fall falls felt fought found find finds gave give gives given went go goes gone got get gets grew grow grows grown held hold holds hit hits kept keep keeps
  caught catch catches knew know knows known laid led lead leads left let lost lose loses made make makes meant mean means met meet meets paid pay pays put puts ran run runs rose rise rises risen said say says saw see sees seen sold sell sells sent set sets show shows shown shrank shut spent spend spends
  spoke speaks speak spread stood stands stand struck swept taught told took take takes taken thought think thinks threw understood won win wins wrote write writes written lies lay lie shows includes include contains contain remains remain believe believes mention mentions boast voice reflect reflects shape shapes
  need needs want wants seem seems appear appears provide provides require requires use uses exist exists involve involves aim aims seek seeks refer refers describe describes mark marks account accounts depend depends represent represents produce produces live lives work works belong belongs consist consists comprises comprise equals equal
  argue argues suggest suggests indicate indicates continue continues cause causes allow allows enable enables help helps offer offers support supports turn turns move moves call calls reach reaches exceed exceeds carry carries serve serves follow follows occur occurs happen happens`.split(/\s+/))
/** Words in "-ed" that are no verbs, or stand without a subject. */
const NOT_PAST = new Set(['hundred', 'indeed', 'united', 'need', 'speed', 'seed', 'feed', 'weed', 'reed', 'breed', 'based', 'related', 'named', 'titled', 'entitled', 'compared', 'so-called', 'detailed', 'limited', 'advanced', 'skilled', 'sacred', 'naked', 'wicked'])
const isPast = (word: string): boolean => word.length > 3 && word.endsWith('ed') && !NOT_PAST.has(word)
/** A past form after one of these is a participle, with or without an adverb between: "the planned work", "with loosely coupled parts". */
const BEFORE_PARTICIPLE = new Set(['a', 'an', 'the', 'of', 'in', 'on', 'with', 'for', 'by', 'from', 'and', 'or', 'to', 'as', 'its', 'their', 'his', 'her', 'our', 'your', 'this', 'these', 'those', 'no', 'not', 'more', 'most', 'when', 'than'])
/** Whether a word can be a finite verb of English by itself, by a closed list and the regular past. */
export const isVerb = (word: string): boolean => FINITE.has(word) || isPast(word)
/** Whether words in a row hold a finite verb. */
export const hasVerb = (words: readonly string[]): boolean => words.some((word, at) => FINITE.has(word) || (isPast(word) && !isParticiple(words, at)))

function isParticiple(words: readonly string[], at: number): boolean {
  const before = words[at - 1]?.endsWith('ly') ? words[at - 2] : words[at - 1]
  return before === undefined || BEFORE_PARTICIPLE.has(before)
}
