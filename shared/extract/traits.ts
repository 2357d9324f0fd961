import { TokenKind, type Tokens } from '../segment/tokens.ts'
import { classifyHints, Hint } from './hint-words.ts'
import { mainVerbOf, type MainVerb } from './main-verb.ts'
import { Sign } from './signs.ts'
import { isThirdPerson, SURE, Word } from './words.ts'

/** What one pass over the words of a stretch finds. */
export interface Traits {
  /** The bits of all its words together (`Word`). */
  bits: number
  /** The bits of all its words together that speak for or against a claim (`Hint`). */
  hints: number
  /** Its main verb, and whether "I" or "we" is its subject. */
  verb: MainVerb
  isOwn: boolean
  /** The bits of the first word that counts ("But", "Then" and adverbs left aside) and of the word after it. */
  lead: number
  second: number
  /** Words and numbers; Chinese characters are counted apart, since they have no word marks. */
  words: number
  han: number
  /** Words with a capital that do not open it. */
  capitals: number
  /** How many numbers it has in digits. */
  numbers: number
  /** A number of thousands, with commas: no page, year or running number. */
  hasThousands: boolean
  hasDecimals: boolean
  appraisals: number
  commas: number
  semicolons: number
  /** Verbs, and forms that may be one. */
  verbs: number
  hasVerb: boolean
  /** Whether a main verb tells of the past. */
  isPast: boolean
  /** "approved by": somebody did it. */
  isByAgent: boolean
  hasBrackets: boolean
  /** It speaks of the text it stands in: "this section". */
  isOfText: boolean
  /** It does so at once: "This article …", "In this section, …". */
  isTextFirst: boolean
  /** "see" without a subject. */
  isPointer: boolean
  /** "Ask them", "In such a case, talk to others": it tells somebody to do something. */
  isOrder: boolean
  /** The last sign that is no bracket or quotation mark, or ''. */
  end: string
}

/** The subject of a sentence stands in its first words. */
const SUBJECT = 5
/** What a word with a capital inside a sentence can still be. */
const IN_NAMES = Word.firstSingular | Word.firstPlural | Word.second | Word.text | Word.present | Word.determiner | Word.preposition
const NO_END = Sign.closer | Sign.emphasis
/** "So then ask": what may stand before an order. */
const BEFORE_ORDER = Word.opener | Word.adverb
/** Behind these, what may be an order is a noun: "Work is", "Use of". */
const AFTER_NOUN = SURE | Word.relative | Word.coordination

/** Reads the tokens [from, to); `bits` and `signs` hold the bits of each distinct word and sign (`classifyWords`, `classifySigns`). */
export function traitsOf(tokens: Tokens, bits: Int32Array, signs: Int32Array, from: number, to: number): Traits {
  const { kind: kinds, word, vocabulary } = tokens
  const hintBits = classifyHints(tokens)
  let all = 0
  let hints = 0
  let numbers = 0
  let hasThousands = false
  let hasDecimals = false
  let words = 0
  let han = 0
  let capitals = 0
  let appraisals = 0
  let commas = 0
  let semicolons = 0
  let verbs = 0
  let hasVerb = false
  let isPast = false
  let isByAgent = false
  let hasBrackets = false
  let isOfText = false
  let isTextFirst = false
  let isPointer = false
  // How many words from the first that counts have been seen, and what they are.
  let led = 0
  let opensAside = false
  let lead = 0
  let second = 0
  let before = 0
  let twoBefore = 0
  let end = -1
  let isAfterSign = true
  let opensWithCapital = false
  let wasName = false
  let maybeVerb = false
  // Whether the next word that counts may tell somebody to do something: it opens the sentence, or stands behind the comma of what opens it.
  let mayOrder = true
  let isOrder = false
  for (let at = from; at < to; at += 1) {
    const kind = kinds[at]!
    const id = word[at]!
    if (kind === TokenKind.sign) {
      const sign = signs[id]!
      if (sign & (Sign.comma | Sign.wideComma)) commas += 1
      else if (sign & Sign.bracket) hasBrackets = true
      else if (sign & Sign.semicolon) semicolons += 1
      if ((sign & NO_END) === 0) end = id
      isAfterSign = (sign & Sign.comma) !== 0
      mayOrder = mayOrder || (isAfterSign && commas === 1 && opensAside)
      continue
    }
    end = -1
    if (kind === TokenKind.han) {
      han += tokens.end[at]! - tokens.start[at]!
      continue
    }
    words += 1
    hints |= hintBits[id]!
    if (kind === TokenKind.number) {
      numbers += 1
      if (vocabulary[id]!.includes(',')) hasThousands = true
      else if (vocabulary[id]!.includes('.')) hasDecimals = true
    }
    let own = bits[id]!
    if (kind !== TokenKind.word && kind !== TokenKind.number && (own & Word.firstSingular) === 0) {
      // A capital that opens the sentence says nothing, unless another follows it: "Jane Doe", or it is an abbreviation.
      if (words > 1) capitals += words === 2 && before === 0 && opensWithCapital ? 2 : 1
      else if (kind === TokenKind.capitals) capitals += 1
      else opensWithCapital = true
      // "the project at Ought", "the United States": a name, whatever its words mean elsewhere.
      if (words > 1) own &= IN_NAMES
    }
    all |= own
    if (own & Word.appraisal) appraisals += 1
    if (own & (Word.finite | Word.participle)) verbs += 1
    if (words === 1 && vocabulary[id] === 'see') isPointer = true
    // "Exports of France": what opens a sentence is no verb, unless it can be nothing else.
    if (own & Word.finite && (words > 1 || own & SURE)) {
      hasVerb = true
      if (own & Word.past) isPast = true
      if (isAfterSign && vocabulary[id] === 'see') isPointer = true
    } else if (own & Word.participle && words > 1) {
      const previous = before & Word.adverb ? twoBefore : before
      if ((previous & Word.beforeParticiple) === 0) hasVerb = isPast = true
    } else if (own & Word.text && (before | twoBefore) & Word.present) {
      isOfText = true
      if (words <= SUBJECT) isTextFirst = true
    }
    if (before & Word.participle && own & Word.preposition && vocabulary[id] === 'by') isByAgent = true
    // "Schlawack, a fellow of the Foundation, frets:" – an unknown verb of the third person, where only a verb makes a sentence of it.
    if (own === 0 && (isAfterSign || wasName) && kind === TokenKind.word && isThirdPerson(vocabulary[id]!)) maybeVerb = true
    wasName = kind === TokenKind.capitalised || kind === TokenKind.capitals
    if (led < 2 && (led > 0 || (own & (Word.opener | Word.adverb)) === 0)) {
      if (led === 0) {
        lead = own
        opensAside = (own & Word.preposition) !== 0 || (hintBits[id]! & Hint.subordinate) !== 0
      } else second = own
      led += 1
    }
    if (mayOrder && (own & BEFORE_ORDER) === 0) {
      mayOrder = false
      isOrder = (own & Word.order) !== 0 && at + 1 < to && kinds[at + 1] !== TokenKind.sign && (bits[word[at + 1]!]! & AFTER_NOUN) === 0
    }
    twoBefore = before
    before = own
    isAfterSign = false
  }
  const { verb, isOwn } = mainVerbOf(tokens, bits, signs, from, to)
  return {
    bits: all, hints, verb, isOwn, numbers, hasThousands, hasDecimals, lead, second, words, han, capitals, appraisals, commas, semicolons, verbs, hasVerb: hasVerb || maybeVerb, isPast, isByAgent, hasBrackets, isOfText, isTextFirst, isPointer, isOrder,
    end: end < 0 ? '' : vocabulary[end]!,
  }
}
