import { TokenKind, tokenise, type Tokens } from '../segment/tokens.ts'
import { Pointer } from './pointers.ts'
import { StatementWords } from './statement-words.ts'
import { classifyWords, SURE, Word } from './words.ts'

/** Words that point away behind another word. */
const SECOND = Pointer.backward | Pointer.relativeTime | Pointer.toldBefore | Pointer.there | Pointer.since
/** "the broad economic sector": so many words of a subject are looked through for its verb. */
const LONGEST_SUBJECT = 4
/** A phrase in front of more words is no phrase in front. */
const LONGEST_OPENING = 30
/** "It is widely thought that": so soon comes what "it" announces. */
const ANNOUNCED = 7

/**
 * Whether the words [from, to) point at something that only the sentences before them explain: a pronoun or "this" as the subject, "the plan", "under these rules",
 * "two years later", "since then". `isLed`: the subject is repeated before them, so only what stands inside them can point.
 */
export function pointsAway(tokens: Tokens, bits: Int32Array, from: number, to: number, isLed: boolean): boolean {
  const words = new StatementWords(tokens, bits, from, to)
  let opening = from
  while (opening < to && (tokens.kind[opening] === TokenKind.sign || (words.word(opening) & Word.opener) !== 0)) opening += 1
  if (!isLed && opening < to && (lacksSubject(words, opening) || isPronoun(words, opening) || isPronounBehindOpening(words, opening) || isToldBefore(words, opening))) return true
  for (let at = opening + 1; at < to; at += 1) {
    const second = words.pointer(at) & SECOND
    if (second !== 0 && pointsInside(words, at, second)) return true
  }
  return false
}

/** "are vital", "knowingly acted": words of somebody's sentence without its subject. */
function lacksSubject(words: StatementWords, opening: number): boolean {
  if (words.tokens.kind[opening] !== TokenKind.word) return false
  const verb = words.word(opening) & Word.adverb ? opening + 1 : opening
  return (words.word(verb) & SURE) !== 0 || (verb > opening && (words.word(verb) & Word.participle) !== 0)
}

/** A pronoun that opens a statement, or a word that counts what was named before: "Each is built", "Both were". */
function isPronoun(words: StatementWords, opening: number): boolean {
  const own = words.pointer(opening)
  const next = words.pointer(opening + 1)
  if (words.word(opening) & (Word.pronoun | Word.pointing | Word.firstSingular | Word.firstPlural)) {
    // "There are ten": nothing is meant but what follows; "It is thought that": nothing but what is announced.
    return own & Pointer.there ? !isThere(words, opening) || namesOthers(words, opening + 2) : !announces(words, opening)
  }
  if ((own & Pointer.besides && words.isNoun(opening + 1)) || (own & Pointer.afterAll && words.isComma(opening + 1))) return true
  if ((own & Pointer.elliptic) === 0) return false
  return (words.word(opening + 1) & Word.finite) !== 0 || ((next & Pointer.of) !== 0 && isOfTold(words, opening + 2))
}

/** "of these", "of its", "of the ships were": not "of the histories of Norway", "of 1931". */
const isOfTold = (words: StatementWords, at: number): boolean =>
  (words.pointer(at) & (Pointer.backward | Pointer.elliptic | Pointer.whose)) !== 0 || (words.word(at) & (Word.pronoun | Word.firstPlural)) !== 0 || isToldBefore(words, at)

/** "There are ten", "There still remain": what there is follows. */
function isThere(words: StatementWords, there: number): boolean {
  const verb = words.word(there + 1) & Word.adverb || words.pointer(there + 1) & Pointer.still ? there + 2 : there + 1
  return (words.pointer(verb) & (Pointer.be | Pointer.exists)) !== 0
}

/** "There are other ways of drying it": ways besides those told of; "other towns called Halden" are told of here. */
function namesOthers(words: StatementWords, at: number): boolean {
  if ((words.pointer(at) & Pointer.besides) === 0) return false
  let behind = at + 1
  while (words.isNoun(behind)) behind += 1
  return behind > at + 1 && (words.word(behind) & Word.participle) === 0
}

/** "It is thought that …", "It was necessary to …". */
function announces(words: StatementWords, at: number): boolean {
  const { tokens, to } = words
  if (tokens.vocabulary[tokens.word[at]!] !== 'it') return false
  let isAppraised = false
  for (let next = at + 1; next < Math.min(to, at + ANNOUNCED); next += 1) {
    const word = tokens.vocabulary[tokens.word[next]!]!
    if (words.word(next) & Word.appraisal) isAppraised = true
    if (word === 'that' && next > at + 2) return true
    if (word === 'to' && isAppraised) return true
  }
  return false
}

/** "In 1907 it became …", "After working there, she moved": the pronoun is the subject all the same, unless a clause in front names somebody. */
function isPronounBehindOpening(words: StatementWords, opening: number): boolean {
  const { tokens, to } = words
  if (tokens.kind[opening] === TokenKind.capitalised && (words.word(opening) & (Word.preposition | Word.participle | Word.adverb | Word.finite)) === 0 && (words.pointer(opening) & (Pointer.clause | Pointer.front | Pointer.regarding)) === 0) return false
  if (words.pointer(opening) & Pointer.front && isSubjectPronoun(words, opening + 1)) return true
  if (words.word(opening) & (Word.participle | Word.adverb) && belongsToNobody(words, opening)) return true
  const isPhrase = (words.word(opening) & Word.preposition) !== 0 || (words.pointer(opening) & Pointer.regarding) !== 0
  const isClause = (words.pointer(opening) & Pointer.clause) !== 0
  let isNamed = false
  for (let at = opening + 1; at < Math.min(to, opening + LONGEST_OPENING); at += 1) {
    if (words.isComma(at - 1) || tokens.kind[at - 1] === TokenKind.number || (isPhrase && !isClause)) {
      if (isSubjectPronoun(words, at)) return !isNamed && !announces(words, at)
      if (words.isComma(at - 1) && words.pointer(at) & Pointer.backward && words.isNoun(at + 1)) return true
      if (words.isComma(at - 1) && (takesUp(words, at) || (tellsTime(words, opening, at - 1) && (words.pointer(at) & Pointer.whose) !== 0))) return true
      if (words.isComma(at - 1) && !isClause && tokens.kind[at] !== TokenKind.capitalised) return false
    }
    if (isClause && at > opening + 1 && words.word(at) & Word.finite && (words.word(opening + 1) & Word.pronoun) === 0) isNamed = true
    // "In turn": what stands right behind a preposition is no verb.
    else if (!isClause && words.word(at) & Word.finite && !(isPhrase && at === opening + 1)) return false
  }
  return false
}

/** "After 18 months", "In 1950": words in which nobody is named. */
function tellsTime(words: StatementWords, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const isTold = words.tokens.kind[at] === TokenKind.number || words.tokens.kind[at] === TokenKind.sign || (words.pointer(at) & (Pointer.time | Pointer.relativeTime | Pointer.count | Pointer.unit | Pointer.the)) !== 0 || (words.word(at) & Word.preposition) !== 0
    if (!isTold) return false
  }
  return true
}

const isSubjectPronoun = (words: StatementWords, at: number): boolean => (words.pointer(at) & Pointer.subject) !== 0 && (words.word(at + 1) & (Word.finite | Word.participle | Word.adverb)) !== 0

/** "Originally meant to feed the poor, its gardens": whose they are was told before. */
function belongsToNobody(words: StatementWords, opening: number): boolean {
  const verb = words.word(opening) & Word.adverb ? opening + 1 : opening
  if ((words.word(verb) & (Word.participle | Word.past)) === 0) return false
  for (let at = verb + 1; at < Math.min(words.to, opening + LONGEST_OPENING); at += 1) {
    if (words.isComma(at)) return (words.pointer(at + 1) & Pointer.whose) !== 0
    if (words.tokens.kind[at] !== TokenKind.word) return false
  }
  return false
}

/** "The company has", "The official watchdog said": a subject that only what was told before names. */
function isToldBefore(words: StatementWords, opening: number): boolean {
  if ((words.pointer(opening) & Pointer.the) === 0) return false
  let at = opening + 1
  while (at <= opening + LONGEST_SUBJECT && words.isNoun(at)) at += 1
  return at > opening + 1 && (((words.word(at) & (Word.finite | Word.participle)) !== 0 && (words.pointer(at - 1) & Pointer.unique) === 0) || takesUp(words, opening))
}

/** "the company said", "the company, which": a noun that takes up a name, with nothing behind it that tells which. */
function takesUp(words: StatementWords, the: number): boolean {
  if ((words.pointer(the) & Pointer.the) === 0) return false
  let at = the + 1
  while (at <= the + LONGEST_SUBJECT && words.isNoun(at)) at += 1
  // "the authors explain": the verb may look like one more noun.
  if (at > the + 2 && words.pointer(at - 1) & Pointer.tells) at -= 1
  return (words.pointer(at - 1) & Pointer.takesUp) !== 0 && (words.isComma(at) || (words.word(at) & (Word.finite | Word.participle)) !== 0 || (words.pointer(at) & Pointer.tells) !== 0)
}

function pointsInside(words: StatementWords, at: number, pointer: number): boolean {
  const { tokens } = words
  if (pointer & Pointer.backward) {
    const isPreceded = (words.word(at - 1) & Word.preposition) !== 0
    const word = tokens.vocabulary[tokens.word[at]!]
    if (isPreceded && (words.word(at + 1) & Word.finite) === 0 && tokens.kind[at + 1] === TokenKind.word && at + 1 < words.to) return (words.pointer(at + 1) & Pointer.unit) === 0 || word !== 'this'
    // "for this.", "one such method"
    if (isPreceded && word === 'this' && (at + 1 >= words.to || tokens.kind[at + 1] === TokenKind.sign)) return !hasComma(words, at)
    if (word === 'such') return (tokens.vocabulary[tokens.word[at - 1]!] === 'that' || (words.pointer(at - 1) & (Pointer.elliptic | Pointer.count)) !== 0 || tokens.kind[at - 1] === TokenKind.number) && tokens.kind[at + 1] === TokenKind.word && (words.word(at + 1) & (Word.determiner | Word.preposition)) === 0
    // "those" that a clause tells apart, "that" before a clause and "such as" point nowhere.
    return (word === 'this' || word === 'these' || word === 'those') && words.isNoun(at + 1) && (words.pointer(at + 1) & Pointer.unit) === 0
  }
  if (pointer & Pointer.there) return (words.word(at - 1) & (Word.participle | Word.past)) !== 0 && (words.pointer(at + 1) & Pointer.be) === 0
  if (pointer & Pointer.since) {
    const before = words.pointer(at - 1)
    return tokens.vocabulary[tokens.word[at]!] === 'then' ? (words.word(at - 1) & Word.preposition) !== 0 : (before & Pointer.the) !== 0 && tokens.vocabulary[tokens.word[at - 2]!] === 'at' && (words.pointer(at + 1) & Pointer.of) === 0
  }
  // "two years before", not "two years before the war".
  if (pointer & Pointer.relativeTime && words.pointer(at - 1) & Pointer.time) return !/^(?:before|after)$/.test(tokens.vocabulary[tokens.word[at]!]!) || at + 1 >= words.to || tokens.kind[at + 1] === TokenKind.sign || (words.word(at + 1) & Word.finite) !== 0
  if ((pointer & Pointer.toldBefore) === 0 || (words.pointer(at - 1) & Pointer.the) === 0 || tokens.kind[at] !== TokenKind.word) return false
  // "the same kind of flour" is told here; "in the same year" before.
  return tokens.vocabulary[tokens.word[at]!] !== 'same' || ((words.pointer(at + 1) & (Pointer.time | Pointer.since)) !== 0 && (words.word(at + 2) & Word.relative) === 0 && tokens.vocabulary[tokens.word[at + 2]!] !== 'as')
}

/** Whether a comma stands before a token of the statement: what it points at may then stand before the comma. */
function hasComma(words: StatementWords, at: number): boolean {
  for (let before = words.from; before < at; before += 1) if (words.isComma(before)) return true
  return false
}

/** The same of a statement by itself, as a person may have written it. */
export function needsContext(statement: string): boolean {
  const tokens = tokenise(statement)
  return pointsAway(tokens, classifyWords(tokens), 0, tokens.count, false)
}
