import { TokenKind, type Tokens } from '../segment/tokens.ts'
import { SURE, Word } from './words.ts'

/** What one pass over the words of a stretch finds. */
export interface Traits {
  /** The bits of all its words together (`Word`). */
  bits: number
  /** The bits of the first word that counts ("But", "Then" and adverbs left aside) and of the word after it. */
  lead: number
  second: number
  /** Words and numbers; Chinese characters are counted apart, since they have no word marks. */
  words: number
  han: number
  /** Words with a capital that do not open it. */
  capitals: number
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
  /** The last sign that is no bracket or quotation mark, or ''. */
  end: string
}

/** The subject of a sentence stands in its first words. */
const SUBJECT = 5
/** What a word with a capital inside a sentence can still be. */
const IN_NAMES = Word.firstSingular | Word.firstPlural | Word.second | Word.text | Word.present | Word.determiner | Word.preposition
const CLOSERS = '”"’\')]»*_'

/** Reads the tokens [from, to); `bits` holds the bits of each distinct word (`classifyWords`). */
export function traitsOf(tokens: Tokens, bits: Int32Array, from: number, to: number): Traits {
  const { kind: kinds, word, vocabulary } = tokens
  const traits: Traits = { bits: 0, lead: 0, second: 0, words: 0, han: 0, capitals: 0, appraisals: 0, commas: 0, semicolons: 0, verbs: 0, hasVerb: false, isPast: false, isByAgent: false, hasBrackets: false, isOfText: false, isTextFirst: false, isPointer: false, end: '' }
  let all = 0
  let words = 0
  // How many words from the first that counts have been seen.
  let led = 0
  let [before, twoBefore] = [0, 0]
  let isAfterSign = true
  let opensWithCapital = false
  let wasName = false
  let maybeVerb = false
  for (let at = from; at < to; at += 1) {
    const kind = kinds[at]!
    if (kind === TokenKind.sign) {
      const sign = vocabulary[word[at]!]!
      if (sign === ',' || sign === '，') traits.commas += 1
      else if (sign === '(') traits.hasBrackets = true
      else if (sign === ';' || sign === '；') traits.semicolons += 1
      if (!CLOSERS.includes(sign)) traits.end = sign
      isAfterSign = sign === ','
      continue
    }
    traits.end = ''
    if (kind === TokenKind.han) {
      traits.han += tokens.end[at]! - tokens.start[at]!
      continue
    }
    words += 1
    let own = bits[word[at]!]!
    if (kind !== TokenKind.word && kind !== TokenKind.number && (own & Word.firstSingular) === 0) {
      // A capital that opens the sentence says nothing, unless another follows it: "Jane Doe", or it is an abbreviation.
      if (words > 1) traits.capitals += words === 2 && before === 0 && opensWithCapital ? 2 : 1
      else if (kind === TokenKind.capitals) traits.capitals += 1
      else opensWithCapital = true
      // "the project at Ought", "the United States": a name, whatever its words mean elsewhere.
      if (words > 1) own &= IN_NAMES
    }
    all |= own
    if (own & Word.appraisal) traits.appraisals += 1
    if (own & (Word.finite | Word.participle)) traits.verbs += 1
    // "Exports of France": what opens a sentence is no verb, unless it can be nothing else.
    if (own & Word.finite && (words > 1 || own & SURE)) {
      traits.hasVerb = true
      if (own & Word.past) traits.isPast = true
      if (isAfterSign && vocabulary[word[at]!] === 'see') traits.isPointer = true
    } else if (own & Word.participle && words > 1) {
      const previous = before & Word.adverb ? twoBefore : before
      if ((previous & Word.beforeParticiple) === 0) traits.hasVerb = traits.isPast = true
    } else if (own & Word.text && (before | twoBefore) & Word.present) {
      traits.isOfText = true
      if (words <= SUBJECT) traits.isTextFirst = true
    }
    if (before & Word.participle && own & Word.preposition && vocabulary[word[at]!] === 'by') traits.isByAgent = true
    // "Schlawack, a fellow of the Foundation, frets:" – an unknown verb of the third person, where only a verb makes a sentence of it.
    if (kind === TokenKind.word && (isAfterSign || wasName) && own === 0 && isThirdPerson(vocabulary[word[at]!]!)) maybeVerb = true
    wasName = kind === TokenKind.capitalised || kind === TokenKind.capitals
    if (led < 2 && (led > 0 || (own & (Word.opener | Word.adverb)) === 0)) {
      if (led === 0) traits.lead = own
      else traits.second = own
      led += 1
    }
    twoBefore = before
    before = own
    isAfterSign = false
  }
  if (maybeVerb) traits.hasVerb = true
  traits.bits = all
  traits.words = words
  return traits
}

const isThirdPerson = (word: string): boolean => word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)
