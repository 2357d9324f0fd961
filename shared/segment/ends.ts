import { UNITS } from './abbreviations.ts'
import { Cue, cuesOf, ENDS } from './cues.ts'
import { TokenKind, type Tokens } from './tokens.ts'

/** What a full stop stands behind. `introducing`: goes on; `ending`: goes on before what opens no sentence; `numbering`: goes on before a number; `initial`: goes on before a name. */
export type Abbreviation = 'introducing' | 'ending' | 'numbering' | 'initial' | null

/** "U.S.S.R.", "Ph.D.": at most so many parts are looked at. */
const MOST_PARTS = 5
/** "Calif.", "Mich.": a capital and at most so many letters, then a full stop and a small letter. */
const LONGEST_SHORT_NAME = 5
/** "1.", "(12)", "103.": a number this short that opens a sentence counts an item. */
const LONGEST_ITEM = 3
/** Opening signs in a row that are looked past for the first word of what follows. */
const MOST_OPENERS = 4
const LETTERS_WITH_POINTS = /^(?:\p{L}\.)+\p{L}$/u
const ERAS = new Set(['bc', 'bce', 'ce', 'ad'])
const ROMAN = /^[IVXLC]+$/

/** Tells whether a sentence ends at a sign, from the tokens on both sides of it. */
export class Ends {
  private readonly text: string
  private readonly tokens: Tokens
  private readonly cues: Int32Array
  private readonly from: number
  private readonly to: number
  private seen: number
  private lastWord = -1

  constructor(text: string, tokens: Tokens, cues: Int32Array, from: number, to: number) {
    this.text = text
    this.tokens = tokens
    this.cues = cues
    this.from = from
    this.to = to
    this.seen = from
  }

  has(at: number, bits: number): boolean {
    return at >= this.from && at < this.to && (this.cues[this.tokens.word[at]!]! & bits) !== 0
  }

  /** No white space stands between the token and the one before it. */
  isGlued(at: number): boolean {
    return at > this.from && this.tokens.start[at] === this.tokens.end[at - 1]
  }

  lengthOf(at: number): number {
    return this.tokens.end[at]! - this.tokens.start[at]!
  }

  isCapital(at: number): boolean {
    if (at >= this.to) return false
    const kind = this.tokens.kind[at]
    return kind === TokenKind.capitalised || kind === TokenKind.capitals
  }

  /** A word in small letters; "iPhone" and scripts that have no capitals do not count. */
  isLower(at: number): boolean {
    if (at >= this.to || this.tokens.kind[at] !== TokenKind.word) return false
    const [first, second] = [this.text[this.tokens.start[at]!]!, this.text[this.tokens.start[at]! + 1]!]
    return isSmall(first) && (this.lengthOf(at) < 2 || second === second.toLowerCase())
  }

  /** What the full stop `at` stands behind. */
  abbreviationAt(at: number): Abbreviation {
    const { tokens } = this
    const before = at - 1
    const kind = tokens.kind[before]
    if (before < this.from || !this.isGlued(at) || kind === TokenKind.sign || kind === TokenKind.number || kind === TokenKind.han) return null
    if (this.isGlued(before) && this.has(before - 1, Cue.stop) && this.isGlued(before - 1)) {
      const dotted = this.dottedBefore(at)
      return kindOf(cuesOf(dotted)) ?? (LETTERS_WITH_POINTS.test(dotted) ? 'ending' : null)
    }
    // "1st."
    if (this.isGlued(before) && this.tokens.kind[before - 1] === TokenKind.number && this.lengthOf(before) === 2 && /^(?:st|nd|rd|th)$/.test(tokens.vocabulary[tokens.word[before]!]!)) return null
    if (this.lengthOf(before) > 1 || kind === TokenKind.word) return kindOf(this.cues[tokens.word[before]!]!)
    const isJoined = this.isGlued(before) && !/[.(“"‘'\-–—[]/.test(this.text[tokens.start[before]! - 1]!)
    return isJoined || this.text[tokens.start[before]!] === 'I' ? null : 'initial'
  }

  /** The letters with their points before the stop `at`: "u.s". */
  private dottedBefore(at: number): string {
    let first = at - 1
    for (let parts = 1; parts < MOST_PARTS && this.isGlued(first) && this.has(first - 1, Cue.stop) && this.isGlued(first - 1) && this.tokens.kind[first - 2] !== TokenKind.sign; parts += 1) first -= 2
    return this.text.slice(this.tokens.start[first], this.tokens.start[at]).toLowerCase()
  }

  /** The first token behind opening signs. */
  private pastOpeners(at: number): number {
    let next = at
    while (next < this.to && next - at < MOST_OPENERS && this.has(next, Cue.opener)) next += 1
    return next
  }

  private opensSentence(at: number): boolean {
    const word = this.pastOpeners(at)
    return this.has(word, Cue.opens) && this.isCapital(word)
  }

  private isNumeral(at: number, isAfterNo: boolean): boolean {
    const { kind, start, end } = this.tokens
    if (kind[at] === TokenKind.number || this.text[start[at]!] === '#') return true
    const word = this.isCapital(at) ? this.text.slice(start[at], end[at]) : ''
    return ROMAN.test(word) && !(isAfterNo && word === 'I')
  }

  /** Whether the sentence goes on behind the abbreviation whose stop is `at`, before the token `next`. */
  private goesOnAfter(abbreviation: NonNullable<Abbreviation>, at: number, next: number): boolean {
    const word = this.tokens.vocabulary[this.tokens.word[at - 1]!]!
    // "2nd c. BCE"
    if (next < this.to && this.tokens.kind[next] === TokenKind.capitals && ERAS.has(this.tokens.vocabulary[this.tokens.word[next]!]!)) return true
    if (abbreviation === 'numbering') {
      if (this.isNumeral(next, word === 'no')) return true
      return this.isLower(next) || (word !== 'no' && this.has(at - 1, Cue.introducing) && !this.opensSentence(next))
    }
    if (abbreviation === 'introducing') return !(word === 'al' && this.opensSentence(next))
    if (abbreviation === 'initial') return this.isLower(next) || (this.isCapital(next) && !this.opensSentence(next))
    return this.isLower(next) || !(this.opensSentence(next) || (word === 'etc' && this.isCapital(next)))
  }

  /**
   * Whether a sentence that begins at token `first` ends with the signs [at, last], before the token `next`.
   * `isMarked`: a note mark stands between; `abbreviation` is what the sign stands behind.
   */
  isEnd(first: number, at: number, last: number, next: number, isMarked: boolean, abbreviation: Abbreviation): boolean {
    if (this.has(next, Cue.carriesOn)) return false
    // "[…]", "(!)": something left out or remarked; "(?)." ends.
    if (at > first && this.has(at - 1, Cue.opener) && !this.has(at - 1, Cue.straight) && this.isGlued(at) && !(this.has(last, ENDS) && this.has(last - 1, Cue.closer))) return false
    if (this.has(at, Cue.wide) || this.has(last, Cue.wide)) return true
    if (!this.holdsWord(first, at) && !this.has(at, Cue.call)) return false
    const isStop = at === last || !this.has(at + 1, ENDS)
    if (isStop && this.has(at, Cue.stop) && this.isItem(first, at)) return false
    const isLower = this.isLower(next) || (this.has(next, Cue.dash | Cue.opener) && !this.has(next, Cue.quote) && this.isLower(next + 1))
    const isSpaced = !this.isGlued(next)
    if (!isSpaced && !isMarked) return this.isEndUnspaced(at, last, next, abbreviation)
    const isDrawnOut = this.has(at, Cue.ellipsis) || (this.has(at, Cue.stop) && this.has(at + 1, Cue.stop))
    if (isLower && (isDrawnOut || this.has(last, Cue.closer) || this.has(next, Cue.dash))) return this.has(next, Cue.address) || this.isAddress(next)
    if (isDrawnOut) return true
    if (this.has(at, Cue.call)) return !((isLower || this.has(next, Cue.ending)) && at === last && this.isNameWithCall(first, at))
    if (isLower && abbreviation === null && (this.isShortName(at) || this.isUnit(at))) return false
    return abbreviation === null || !this.goesOnAfter(abbreviation, at, next)
  }

  /** "grew.The", "why?I": an end without a space, before a word that opens sentences. */
  private isEndUnspaced(at: number, last: number, next: number, abbreviation: Abbreviation): boolean {
    if (this.has(last, Cue.quote)) return this.isCapital(next) || this.has(next, Cue.opener)
    if (last !== at || abbreviation !== null || !this.isCapital(next) || !this.isLower(at - 1) || this.lengthOf(at - 1) < 2) return false
    return this.has(at, Cue.call) || (this.has(at, Cue.stop) && this.has(next, Cue.opens))
  }

  /** Whether a sentence that begins at `first` holds more than signs before `at`. What was looked at is not looked at again. */
  private holdsWord(first: number, at: number): boolean {
    for (; this.seen < at; this.seen += 1) if (this.tokens.kind[this.seen] !== TokenKind.sign) this.lastWord = this.seen
    return this.lastWord >= first
  }

  /** "1." or "a." or "(2." at the beginning of a sentence. */
  private isItem(first: number, at: number): boolean {
    const label = at - 1
    if (label !== first && !(label === first + 1 && this.has(first, Cue.opener | Cue.bullet))) return false
    return this.tokens.kind[label] === TokenKind.number ? this.lengthOf(label) <= LONGEST_ITEM : this.lengthOf(label) === 1
  }

  /** "Calif." before a small letter. */
  private isShortName(at: number): boolean {
    return this.has(at, Cue.stop) && this.isGlued(at) && this.tokens.kind[at - 1] === TokenKind.capitalised && this.lengthOf(at - 1) <= LONGEST_SHORT_NAME
  }

  /** "6 in." */
  private isUnit(at: number): boolean {
    const { tokens } = this
    return this.isGlued(at) && at - 2 >= this.from && tokens.kind[at - 2] === TokenKind.number && UNITS.has(tokens.vocabulary[tokens.word[at - 1]!]!)
  }

  /** "Yahoo! and", "Yahoo! Inc.": a capitalised word inside a sentence keeps its sign. */
  private isNameWithCall(first: number, at: number): boolean {
    return at - 1 > first && this.isGlued(at) && this.isCapital(at - 1) && this.text[this.tokens.start[at]!] === '!'
  }

  /** "http" or "www" stands for what it leads to, which opens no sentence in small letters. */
  isAddress(at: number): boolean {
    const word = this.tokens.vocabulary[this.tokens.word[at]!]
    return word === 'www' || ((word === 'http' || word === 'https') && this.text.startsWith('://', this.tokens.end[at]!))
  }
}

const isSmall = (character: string): boolean => character === character.toLowerCase() && character !== character.toUpperCase()

function kindOf(bits: number): Abbreviation {
  if (bits & Cue.numbering) return 'numbering'
  if (bits & Cue.introducing) return 'introducing'
  return bits & Cue.ending ? 'ending' : null
}
