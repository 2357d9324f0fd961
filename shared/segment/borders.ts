import { Cue } from './cues.ts'
import type { Ends } from './ends.ts'
import { TokenKind, type Tokens } from './tokens.ts'

/** A stretch of tokens [from, to) with an end of a sentence on one or both sides of it. */
export interface Border {
  from: number
  to: number
  before: boolean
  behind: boolean
}

/** So many of the same sign make a rule across the page. Dashes and underscores also stand for a break in the thought or a gap, so it takes more. */
const SHORTEST_RULE = 3
const SHORTEST_DASHES = 5
/** "Best regards," and "Thank you and kind regards,": words of a sign-off or a salutation. */
const LONGEST_SIGN_OFF = 4
/** "(Reuters)", "(From the Jerusalem Post)": tokens of a source that opens a paragraph. */
const LONGEST_SOURCE = 8
/** An item "2)" is none when a bracket was opened so few tokens before. */
const BRACKET_REACH = 40
const LONGEST_NUMBER_OF_ITEM = 2
/** Words that lead to a date within a sentence. */
const DATING = /^(?:on|at|of|from|since|by|until|before|after|to)$/

/**
 * Ends of sentences that no full stop shows: what mail, lists and web pages set apart by layout, which running text has lost. Each reader looks at one trigger token;
 * `first` is the token that opened the sentence. Null where nothing ends.
 */
export class Borders {
  private readonly text: string
  private readonly tokens: Tokens
  private readonly ends: Ends
  private readonly from: number
  private readonly to: number
  private lastItem = 0

  constructor(text: string, tokens: Tokens, ends: Ends, from: number, to: number) {
    this.text = text
    this.tokens = tokens
    this.ends = ends
    this.from = from
    this.to = to
  }

  private isSpacedBehind(at: number): boolean {
    return at + 1 >= this.to || !this.ends.isGlued(at + 1)
  }

  private is(at: number, sign: string): boolean {
    return at < this.to && this.text.startsWith(sign, this.tokens.start[at]!)
  }

  private isNumber(at: number): boolean {
    return at < this.to && this.tokens.kind[at] === TokenKind.number
  }

  private opensLine(at: number): boolean {
    for (let offset = this.tokens.start[at]! - 1; offset >= 0; offset -= 1) {
      const sign = this.text[offset]
      if (sign === '\n') return true
      if (sign !== ' ' && sign !== '\t') return false
    }
    return false
  }

  /** "08/16/2000 12:05 PM": date and time of a mail's head, at the first number. */
  stamp(at: number, first: number): Border | null {
    const { ends } = this
    for (const sign of [1, 3]) if (!this.is(at + sign, '/') || !ends.isGlued(at + sign) || !this.isNumber(at + sign + 1)) return null
    let last = at + 5
    if (!this.isNumber(last) || !this.is(last + 1, ':')) return null
    while (this.is(last + 1, ':') && ends.isGlued(last + 1) && this.isNumber(last + 2)) last += 2
    if (this.is(last + 1, 'AM') || this.is(last + 1, 'PM')) last += 1
    const before = at > first && !ends.isLower(at - 1) && !ends.has(at - 1, Cue.carriesOn | Cue.opener) && !DATING.test(this.tokens.vocabulary[this.tokens.word[at - 1]!]!)
    return { from: at, to: last + 1, before, behind: before || ends.isCapital(last + 1) }
  }

  /** "*****", "-----": a rule; two dashes that open a sentence, as before a signature. */
  rule(at: number, first: number): Border | null {
    const { tokens, ends } = this
    let to = at + 1
    while (to < this.to && tokens.word[to] === tokens.word[at] && ends.isGlued(to)) to += 1
    const length = to - at
    const isDashes = this.is(at, '-') || this.is(at, '_')
    if (length === 2 && isDashes && at === first && this.isSpacedBehind(at + 1) && ends.isCapital(to)) return { from: at, to, before: false, behind: true }
    if (length < (isDashes ? SHORTEST_DASHES : SHORTEST_RULE)) return length > 1 ? { from: at, to, before: false, behind: false } : null
    const isAlone = this.isSpacedBehind(to - 1) && !ends.isLower(to)
    return { from: at, to, before: isAlone && !ends.isGlued(at), behind: isAlone }
  }

  /** The token behind an e-mail or web address that holds the sign `at`, or null where it is no address. */
  address(at: number): number | null {
    const { ends } = this
    if (this.is(at, '@') ? !ends.isGlued(at) || this.isSpacedBehind(at) : this.is(at, '/') ? !(this.is(at + 1, '/') && ends.isGlued(at + 1) && ends.isGlued(at) && this.is(at - 1, ':')) : !this.is(at, 'www') || !this.is(at + 1, '.')) return null
    let to = at + 1
    while (to < this.to && ends.isGlued(to)) to += 1
    // The signs at its end belong to the sentence.
    while (to - 1 > at && ends.has(to - 1, Cue.stop | Cue.call | Cue.closer | Cue.carriesOn)) to -= 1
    return to
  }

  /** Behind an address a capital opens the next sentence, and so does the next address. */
  isEndBehindAddress(to: number): boolean {
    return to < this.to && !this.ends.isGlued(to) && (this.ends.isCapital(to) || this.ends.isAddress(to))
  }

  /** The token behind a drawn face, ":-)" or ";P", whose eyes are `at`; null where there is none. */
  face(at: number): number | null {
    const { ends } = this
    if (ends.isGlued(at)) return null
    let mouth = at + 1
    if (this.is(mouth, '-') && ends.isGlued(mouth)) mouth += 1
    if (mouth >= this.to || !ends.isGlued(mouth) || !/[()DPp\]]/.test(this.text[this.tokens.start[mouth]!]!) || ends.lengthOf(mouth) > 1) return null
    while (mouth + 1 < this.to && this.tokens.word[mouth + 1] === this.tokens.word[mouth] && ends.isGlued(mouth + 1)) mouth += 1
    return this.isSpacedBehind(mouth) || ends.has(mouth + 1, Cue.stop) ? mouth + 1 : null
  }

  /** The comma `at` behind "Best regards" before a name, or behind "Dear all" at the beginning of a paragraph. */
  letter(at: number, first: number): Border | null {
    const { ends } = this
    if (at - first > LONGEST_SIGN_OFF || !ends.isCapital(at + 1) || !ends.isCapital(first)) return null
    const isSignOff = ends.has(at - 1, Cue.signOff) && !ends.has(at + 1, Cue.opens)
    const isSalutation = first === this.from && ends.has(first, Cue.salutation)
    return isSignOff || isSalutation ? { from: at, to: at + 1, before: false, behind: true } : null
  }

  /** The bracket `at` closes "2)" of a list within a paragraph, or a source, "(Reuters)", that opens a sentence. */
  bracket(at: number, first: number): Border | null {
    const { ends } = this
    if (at - first <= LONGEST_SOURCE && ends.has(first, Cue.opener) && !ends.has(first, Cue.quote) && ends.isCapital(first + 1) && at > first + 1 && !this.isSpaceless(at)) {
      const isNext = (ends.isCapital(at + 1) && ends.has(at + 1, Cue.opens)) || this.is(at + 1, '(')
      if (isNext) return { from: first, to: at + 1, before: false, behind: true }
    }
    return this.item(at, first)
  }

  private isSpaceless(at: number): boolean {
    return !this.isSpacedBehind(at)
  }

  private item(at: number, first: number): Border | null {
    const { ends } = this
    const number = at - 1
    if (number < first || !this.is(at, ')') || !this.isNumber(number) || !ends.isGlued(at) || !this.isSpacedBehind(at) || ends.lengthOf(number) > LONGEST_NUMBER_OF_ITEM) return null
    if (ends.isGlued(number) || Number(this.tokens.vocabulary[this.tokens.word[number]!]) !== this.lastItem + 1) return null
    for (let before = number - 1; before >= Math.max(first, number - BRACKET_REACH); before -= 1) if (this.is(before, '(')) return null
    this.lastItem += 1
    const isInside = number > first && (ends.has(number - 1, Cue.carriesOn) || /^(?:and|or|see|item|point|step|no)$/.test(this.tokens.vocabulary[this.tokens.word[number - 1]!]!))
    return { from: number, to: at + 1, before: number > first && !isInside, behind: false }
  }

  /** A bullet that opens a line and is followed by a space begins an item. */
  bullet(at: number): Border | null {
    return this.isSpacedBehind(at) && at > this.from && this.opensLine(at) && !this.ends.isLower(at + 1) ? { from: at, to: at + 1, before: true, behind: false } : null
  }
}
