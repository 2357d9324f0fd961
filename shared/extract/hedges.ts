import type { Span } from '../document/document.ts'
import { classify, TokenKind, type Tokens } from '../segment/tokens.ts'
import { fitted } from './fitted.ts'

/** What makes a word hold back: always; not before what only tells where or when; not as an act of somebody; not as a noun; not as what somebody does. */
const ALWAYS = 1
const SEEMING = 2
const PASSIVE = 3
const NO_NOUN = 4
const NO_ACT = 5

/** Words by which an author holds back: what may be, what is said to be, what seems. Hedges of figures ("about", "more than") are part of the figure. */
const LISTS: readonly [words: string, kind: number][] = [
  [`may might could perhaps possibly probably likely unlikely seems seem seemed seemingly apparently allegedly alleged reportedly reported supposedly purportedly presumably arguably ostensibly
    potentially conceivably roughly believed expected rumoured rumored claimed generally typically usually often largely mostly mainly partly sometimes tends tend`, ALWAYS],
  ['appears appear appeared', SEEMING],
  ['considered estimated', PASSIVE],
  ['thought', NO_NOUN],
  ['suggests suggest suggested indicates indicate', NO_ACT],
]
const HEDGES = new Map<string, number>()
for (const [words, kind] of LISTS) for (const word of words.split(/\s+/)) HEDGES.set(word, kind)

/** "appeared in 1931", "appears on maps". */
const PLACE = /^(?:in|on|at|by|with|from|under|within|between|among|around|after|before|during|again|here|there|and|or)$/
const BETWEEN = /^(?:only|again|often|mostly|mainly|first|also)$/
const BE = /^(?:is|are|was|were|be|been|being|am|an|it's|widely|generally|often|usually|now|then|still|also|not)$/
const BEFORE_NOUN = /^(?:of|the|a|no|any|much|more|this|that|every|first|second|my|his|her|their|our)$/
const BEFORE_ACT = /^(?:to|can|must|should|cannot|and)$/

export const classifyHedges = (tokens: Tokens): Int32Array => classify(tokens, (word) => HEDGES.get(word) ?? 0)

/** The hedges among the tokens [from, to). */
export function hedgesIn(tokens: Tokens, hedges: Int32Array, from: number, to: number): Span[] {
  const found: Span[] = []
  for (let at = from; at < to; at += 1) {
    const kind = hedges[tokens.word[at]!]!
    if (kind !== 0 && (kind === ALWAYS || holdsBack(tokens, kind, at, from, to))) found.push({ start: tokens.start[at]!, end: tokens.end[at]! })
  }
  return fitted(found)
}

/** "appears to be", "appears older": not "appears in", "appeared." */
function seems(tokens: Tokens, behind: number, to: number): boolean {
  const kind = behind < to ? tokens.kind[behind]! : TokenKind.sign
  return kind !== TokenKind.sign && kind !== TokenKind.number && !PLACE.test(tokens.vocabulary[tokens.word[behind]!]!)
}

/** Whether a word that can hold back does so where it stands. */
function holdsBack(tokens: Tokens, kind: number, at: number, from: number, to: number): boolean {
  const before = at > from ? tokens.vocabulary[tokens.word[at - 1]!]! : ''
  const next = at + 1 < to ? tokens.vocabulary[tokens.word[at + 1]!]! : ''
  switch (kind) {
    case SEEMING: return seems(tokens, BETWEEN.test(next) ? at + 2 : at + 1, to)
    // "an estimated 40 towns", "was considered": somebody "estimated how fast".
    case PASSIVE: return BE.test(before) || next === 'that'
    case NO_NOUN: return !BEFORE_NOUN.test(before)
    default: return !BEFORE_ACT.test(before)
  }
}
