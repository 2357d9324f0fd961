import { TokenKind, type Tokens } from '../segment/tokens.ts'
import { classifyHints, Hint } from './hint-words.ts'
import { Sign } from './signs.ts'
import { isThirdPerson, SURE, Word } from './words.ts'

/** What the main verb of a sentence does: tells of the past, lays down a duty, says what will be or may be, what is, has or means; `other` is any other present, `none` that no verb was found. */
export type MainVerb = 'none' | 'past' | 'duty' | 'will' | 'may' | 'be' | 'have' | 'means' | 'other'

/** `isOwn`: "I" or "we" stands before the verb as its subject. */
export interface Predicate { verb: MainVerb; isOwn: boolean }

const SKIPPED = Word.opener | Word.adverb
/** All that a name can be, whatever its words mean elsewhere. */
const IN_NAMES = Word.firstSingular | Word.firstPlural
/** Behind these stands a noun: "the works", "of works". */
const BEFORE_NOUN = Word.determiner | Word.preposition
/** What opens an object, and what else may follow a verb of the third person ("frets about", "precedes it"). */
const OBJECT = Word.determiner | Word.pronoun
const AFTER_VERB = OBJECT | Word.preposition | Word.adverb

/**
 * The main verb of the tokens [from, to): the first that belongs to no clause about a noun ("which …", "how …") and to none that opens the sentence ("When …,"). A guess from lists of words,
 * right often enough to tell "agencies must" from "an article advising that ducks should not". `bits` and `signs` are those of each distinct word and sign.
 */
export function mainVerbOf(tokens: Tokens, bits: Int32Array, signs: Int32Array, from: number, to: number): Predicate {
  const { kind: kinds, word: words, vocabulary } = tokens
  const hints = classifyHints(tokens)
  let start = from
  while (start < to && (kinds[start] === TokenKind.sign || (bits[words[start]!]! & SKIPPED) !== 0)) start += 1
  // What was found before the comma that closes an opening clause counts only when there is no such comma.
  let isOpening = start < to && (hints[words[start]!]! & Hint.subordinate) !== 0
  let held: MainVerb = 'none'
  let isOwn = false
  let isRelative = false
  let before = 0
  let isAfterTo = false
  // How many brackets are open, and what the first verb inside them does: it counts only when there is no other.
  let depth = 0
  let aside: MainVerb = 'none'
  // A word that the lists do not know may be a verb, and is taken for one when an object follows and no other verb is found.
  let maybe = 0
  let isGuessed = false
  for (let at = start; at < to; at += 1) {
    const word = words[at]!
    if (kinds[at] === TokenKind.sign) {
      if (signs[word]! & Sign.bracket) depth += 1
      else if (signs[word]! & Sign.bracketEnd && depth > 0) depth -= 1
      if (depth > 0) continue
      // "Cloud computing: agencies should": what follows a colon before any verb is the sentence.
      const ends = isOpening ? Sign.comma | Sign.wideComma : Sign.semicolon | Sign.colon
      if ((signs[word]! & ends) !== 0 && at + 1 < to) {
        isOpening = isOwn = isRelative = isGuessed = false
        held = 'none'
        start = at + 1
      }
      before = maybe = 0
      isAfterTo = false
      continue
    }
    const hint = hints[word]!
    let own = bits[word]!
    if (at > start && (kinds[at] === TokenKind.capitalised || kinds[at] === TokenKind.capitals)) own &= IN_NAMES
    if (hint & Hint.relative && at > start) isRelative = true
    else if (hint & Hint.subject && !isRelative) isOwn = true
    if ((own & maybe) !== 0) isGuessed = true
    const isUnknown = own === 0 && hint === 0 && kinds[at] === TokenKind.word && at > start && !isRelative && !isAfterTo && (before & BEFORE_NOUN) === 0
    maybe = !isUnknown || depth > 0 ? 0 : isThirdPerson(vocabulary[word]!) ? AFTER_VERB : OBJECT
    const isFinite = (own & Word.finite) !== 0 && !isAfterTo && ((own & SURE) !== 0 || (at > start && (before & BEFORE_NOUN) === 0))
    if (isFinite || ((own & Word.participle) !== 0 && at > start && (before & Word.beforeParticiple) === 0)) {
      if (depth > 0) aside = aside === 'none' ? verbOf(own, hint) : aside
      else if (isRelative) isRelative = false
      else if (!isOpening) return { verb: verbOf(own, hint), isOwn }
      else if (held === 'none') held = verbOf(own, hint)
    }
    // "with loosely coupled parts": what stands before the adverb decides.
    if (own & Word.adverb) continue
    // "reporting that covers": here "that" is no determiner, and a verb may follow.
    before = isRelative && (hint & Hint.relative) !== 0 ? 0 : own
    isAfterTo = (hint & Hint.to) !== 0
  }
  return { verb: held !== 'none' ? held : aside !== 'none' ? aside : isGuessed ? 'other' : 'none', isOwn }
}

function verbOf(bits: number, hint: number): MainVerb {
  if (bits & Word.duty) return 'duty'
  if (bits & Word.will) return 'will'
  if (bits & Word.possibility) return 'may'
  if (bits & Word.past || (bits & Word.finite) === 0) return 'past'
  return hint & Hint.be ? 'be' : hint & Hint.have ? 'have' : hint & Hint.defines ? 'means' : 'other'
}
