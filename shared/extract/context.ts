import { TokenKind, tokenise, type Tokens } from '../segment/tokens.ts'
import { classifyPointers, Pointer } from './pointers.ts'
import { classifyWords, SURE, Word } from './words.ts'

/** Words that point away behind another word. */
const SECOND = Pointer.backward | Pointer.relativeTime | Pointer.toldBefore | Pointer.there | Pointer.since
/** "the broad economic sector": so many words of a subject are looked through for its verb. */
const LONGEST_SUBJECT = 4
/** A phrase in front of more words is no phrase in front. */
const LONGEST_OPENING = 30
/** "It is widely thought that": so soon comes what "it" announces. */
const ANNOUNCED = 7

/** The words of a statement, with what they are to the grammar and to pointing; those behind its end are looked at, never those behind the text's. */
class Reader {
  readonly tokens: Tokens
  private readonly bits: Int32Array
  private readonly pointers: Int32Array
  readonly from: number
  readonly to: number

  constructor(tokens: Tokens, bits: Int32Array, from: number, to: number) {
    this.tokens = tokens
    this.bits = bits
    this.pointers = classifyPointers(tokens)
    this.from = from
    this.to = to
  }

  pointer(at: number): number {
    return at < this.to ? this.pointers[this.tokens.word[at]!]! : 0
  }

  word(at: number): number {
    return at < this.tokens.count && this.tokens.kind[at] !== TokenKind.sign ? this.bits[this.tokens.word[at]!]! : 0
  }

  isNoun(at: number): boolean {
    return at < this.to && this.tokens.kind[at] === TokenKind.word && (this.word(at) & (Word.finite | Word.preposition | Word.relative | Word.determiner | Word.coordination | Word.participle)) === 0
  }

  isComma(at: number): boolean {
    return at < this.to && this.tokens.vocabulary[this.tokens.word[at]!] === ','
  }
}

/**
 * Whether the words [from, to) point at something that only the sentences before them explain: a pronoun or "this" as the subject, "the plan", "under these rules",
 * "two years later", "since then". `isLed`: the subject is repeated before them, so only what stands inside them can point.
 */
export function pointsAway(tokens: Tokens, bits: Int32Array, from: number, to: number, isLed: boolean): boolean {
  const reader = new Reader(tokens, bits, from, to)
  let opening = from
  while (opening < to && (tokens.kind[opening] === TokenKind.sign || (reader.word(opening) & Word.opener) !== 0)) opening += 1
  if (!isLed && opening < to && (lacksSubject(reader, opening) || isPronoun(reader, opening) || isPronounBehindOpening(reader, opening) || isToldBefore(reader, opening))) return true
  for (let at = opening + 1; at < to; at += 1) {
    const second = reader.pointer(at) & SECOND
    if (second !== 0 && pointsInside(reader, at, second)) return true
  }
  return false
}

/** "are vital", "knowingly acted": words of somebody's sentence without its subject. */
function lacksSubject(reader: Reader, opening: number): boolean {
  if (reader.tokens.kind[opening] !== TokenKind.word) return false
  const verb = reader.word(opening) & Word.adverb ? opening + 1 : opening
  return (reader.word(verb) & SURE) !== 0 || (verb > opening && (reader.word(verb) & Word.participle) !== 0)
}

/** A pronoun that opens a statement, or a word that counts what was named before: "Each is built", "Both were". */
function isPronoun(reader: Reader, opening: number): boolean {
  const own = reader.pointer(opening)
  const next = reader.pointer(opening + 1)
  if (reader.word(opening) & (Word.pronoun | Word.pointing | Word.firstSingular | Word.firstPlural)) {
    // "There are ten": nothing is meant but what follows; "It is thought that": nothing but what is announced.
    return own & Pointer.there ? !isThere(reader, opening) || namesOthers(reader, opening + 2) : !announces(reader, opening)
  }
  if (own & Pointer.besides && reader.isNoun(opening + 1)) return true
  if ((own & Pointer.elliptic) === 0) return false
  return (reader.word(opening + 1) & Word.finite) !== 0 || ((next & Pointer.of) !== 0 && isOfTold(reader, opening + 2))
}

/** "of these", "of its", "of the ships were": not "of the histories of Norway", "of 1931". */
const isOfTold = (reader: Reader, at: number): boolean =>
  (reader.pointer(at) & (Pointer.backward | Pointer.elliptic | Pointer.whose)) !== 0 || (reader.word(at) & (Word.pronoun | Word.firstPlural)) !== 0 || isToldBefore(reader, at)

/** "There are ten", "There still remain": what there is follows. */
function isThere(reader: Reader, there: number): boolean {
  const verb = reader.word(there + 1) & Word.adverb || reader.pointer(there + 1) & Pointer.still ? there + 2 : there + 1
  return (reader.pointer(verb) & (Pointer.be | Pointer.exists)) !== 0
}

/** "There are other ways of drying it": ways besides those told of; "other towns called Halden" are told of here. */
function namesOthers(reader: Reader, at: number): boolean {
  if ((reader.pointer(at) & Pointer.besides) === 0) return false
  let behind = at + 1
  while (reader.isNoun(behind)) behind += 1
  return behind > at + 1 && (reader.word(behind) & Word.participle) === 0
}

/** "It is thought that …", "It was necessary to …". */
function announces(reader: Reader, at: number): boolean {
  const { tokens, to } = reader
  if (tokens.vocabulary[tokens.word[at]!] !== 'it') return false
  let isAppraised = false
  for (let next = at + 1; next < Math.min(to, at + ANNOUNCED); next += 1) {
    const word = tokens.vocabulary[tokens.word[next]!]!
    if (reader.word(next) & Word.appraisal) isAppraised = true
    if (word === 'that' && next > at + 2) return true
    if (word === 'to' && isAppraised) return true
  }
  return false
}

/** "In 1907 it became …", "After working there, she moved": the pronoun is the subject all the same, unless a clause in front names somebody. */
function isPronounBehindOpening(reader: Reader, opening: number): boolean {
  const { tokens, to } = reader
  if (tokens.kind[opening] === TokenKind.capitalised && (reader.word(opening) & (Word.preposition | Word.participle | Word.adverb | Word.finite)) === 0 && (reader.pointer(opening) & (Pointer.clause | Pointer.front | Pointer.regarding)) === 0) return false
  if (reader.pointer(opening) & Pointer.front && isSubjectPronoun(reader, opening + 1)) return true
  if (reader.word(opening) & (Word.participle | Word.adverb) && belongsToNobody(reader, opening)) return true
  const isPhrase = (reader.word(opening) & Word.preposition) !== 0 || (reader.pointer(opening) & Pointer.regarding) !== 0
  const isClause = (reader.pointer(opening) & Pointer.clause) !== 0
  let isNamed = false
  for (let at = opening + 1; at < Math.min(to, opening + LONGEST_OPENING); at += 1) {
    if (reader.isComma(at - 1) || tokens.kind[at - 1] === TokenKind.number || (isPhrase && !isClause)) {
      if (isSubjectPronoun(reader, at)) return !isNamed && !announces(reader, at)
      if (reader.isComma(at - 1) && reader.pointer(at) & Pointer.backward && reader.isNoun(at + 1)) return true
      if (reader.isComma(at - 1) && takesUp(reader, at)) return true
      if (reader.isComma(at - 1) && !isClause && tokens.kind[at] !== TokenKind.capitalised) return false
    }
    if (isClause && at > opening + 1 && reader.word(at) & Word.finite && (reader.word(opening + 1) & Word.pronoun) === 0) isNamed = true
    // "In turn": what stands right behind a preposition is no verb.
    else if (!isClause && reader.word(at) & Word.finite && !(isPhrase && at === opening + 1)) return false
  }
  return false
}

const isSubjectPronoun = (reader: Reader, at: number): boolean => (reader.pointer(at) & Pointer.subject) !== 0 && (reader.word(at + 1) & (Word.finite | Word.participle | Word.adverb)) !== 0

/** "Originally meant to feed the poor, its gardens": whose they are was told before. */
function belongsToNobody(reader: Reader, opening: number): boolean {
  const verb = reader.word(opening) & Word.adverb ? opening + 1 : opening
  if ((reader.word(verb) & (Word.participle | Word.past)) === 0) return false
  for (let at = verb + 1; at < Math.min(reader.to, opening + LONGEST_OPENING); at += 1) {
    if (reader.isComma(at)) return (reader.pointer(at + 1) & Pointer.whose) !== 0
    if (reader.tokens.kind[at] !== TokenKind.word) return false
  }
  return false
}

/** "The company has", "The official watchdog said": a subject that only what was told before names. */
function isToldBefore(reader: Reader, opening: number): boolean {
  if ((reader.pointer(opening) & Pointer.the) === 0) return false
  let at = opening + 1
  while (at <= opening + LONGEST_SUBJECT && reader.isNoun(at)) at += 1
  return at > opening + 1 && (((reader.word(at) & (Word.finite | Word.participle)) !== 0 && (reader.pointer(at - 1) & Pointer.unique) === 0) || takesUp(reader, opening))
}

/** "the company said", "the company, which": a noun that takes up a name, with nothing behind it that tells which. */
function takesUp(reader: Reader, the: number): boolean {
  if ((reader.pointer(the) & Pointer.the) === 0) return false
  let at = the + 1
  while (at <= the + LONGEST_SUBJECT && reader.isNoun(at)) at += 1
  // "the authors explain": the verb may look like one more noun.
  if (at > the + 2 && reader.pointer(at - 1) & Pointer.tells) at -= 1
  return (reader.pointer(at - 1) & Pointer.takesUp) !== 0 && (reader.isComma(at) || (reader.word(at) & (Word.finite | Word.participle)) !== 0 || (reader.pointer(at) & Pointer.tells) !== 0)
}

function pointsInside(reader: Reader, at: number, pointer: number): boolean {
  const { tokens } = reader
  if (pointer & Pointer.backward) {
    const isPreceded = (reader.word(at - 1) & Word.preposition) !== 0
    const word = tokens.vocabulary[tokens.word[at]!]
    if (isPreceded && (reader.word(at + 1) & Word.finite) === 0 && tokens.kind[at + 1] === TokenKind.word && at + 1 < reader.to) return (reader.pointer(at + 1) & Pointer.unit) === 0 || word !== 'this'
    // "for this.", "one such method"
    if (isPreceded && word === 'this' && (at + 1 >= reader.to || tokens.kind[at + 1] === TokenKind.sign)) return !hasComma(reader, at)
    if (word === 'such') return ((reader.pointer(at - 1) & (Pointer.elliptic | Pointer.count)) !== 0 || tokens.kind[at - 1] === TokenKind.number) && tokens.kind[at + 1] === TokenKind.word && (reader.word(at + 1) & (Word.determiner | Word.preposition)) === 0
    // "those" that a clause tells apart, "that" before a clause and "such as" point nowhere.
    return (word === 'this' || word === 'these' || word === 'those') && reader.isNoun(at + 1) && (reader.pointer(at + 1) & Pointer.unit) === 0
  }
  if (pointer & Pointer.there) return (reader.word(at - 1) & (Word.participle | Word.past)) !== 0 && (reader.pointer(at + 1) & Pointer.be) === 0
  if (pointer & Pointer.since) {
    const before = reader.pointer(at - 1)
    return tokens.vocabulary[tokens.word[at]!] === 'then' ? (reader.word(at - 1) & Word.preposition) !== 0 : (before & Pointer.the) !== 0 && tokens.vocabulary[tokens.word[at - 2]!] === 'at' && (reader.pointer(at + 1) & Pointer.of) === 0
  }
  // "two years before", not "two years before the war".
  if (pointer & Pointer.relativeTime && reader.pointer(at - 1) & Pointer.time) return !/^(?:before|after)$/.test(tokens.vocabulary[tokens.word[at]!]!) || at + 1 >= reader.to || tokens.kind[at + 1] === TokenKind.sign || (reader.word(at + 1) & Word.finite) !== 0
  if ((pointer & Pointer.toldBefore) === 0 || (reader.pointer(at - 1) & Pointer.the) === 0 || tokens.kind[at] !== TokenKind.word) return false
  // "the same kind of flour" is told here; "in the same year" before.
  return tokens.vocabulary[tokens.word[at]!] !== 'same' || ((reader.pointer(at + 1) & (Pointer.time | Pointer.since)) !== 0 && (reader.word(at + 2) & Word.relative) === 0 && tokens.vocabulary[tokens.word[at + 2]!] !== 'as')
}

/** Whether a comma stands before a token of the statement: what it points at may then stand before the comma. */
function hasComma(reader: Reader, at: number): boolean {
  for (let before = reader.from; before < at; before += 1) if (reader.isComma(before)) return true
  return false
}

/** The same of a statement by itself, as a person may have written it. */
export function needsContext(statement: string): boolean {
  const tokens = tokenise(statement)
  return pointsAway(tokens, classifyWords(tokens), 0, tokens.count, false)
}
