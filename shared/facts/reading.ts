import type { Tokens } from '../segment/tokens.ts'
import { TokenKind } from '../segment/tokens.ts'

/** The tokens of one sentence, half-open `from`–`to`, with what the vocabulary says of each word. Parsers look at neighbours by number; outside the sentence there is nothing. */
export class Reading {
  readonly text: string
  readonly tokens: Tokens
  /** `Word` and `NameWord` bits of each distinct word, indexed like `tokens.vocabulary`. */
  readonly bits: Int32Array
  readonly nameBits: Int32Array
  from = 0
  to = 0
  /** Tokens before this one belong to a fact already: hedges and currencies are not looked for there. */
  floor = 0

  /** The arrays of `tokens`, one step nearer. */
  private readonly words: Int32Array
  private readonly starts: Int32Array
  private readonly ends: Int32Array
  private readonly kinds: Uint8Array

  constructor(text: string, tokens: Tokens, bits: Int32Array, nameBits: Int32Array) {
    this.text = text
    this.tokens = tokens
    this.bits = bits
    this.nameBits = nameBits
    this.words = tokens.word
    this.starts = tokens.start
    this.ends = tokens.end
    this.kinds = tokens.kind
  }

  /** The token in lower case; '' outside the sentence. */
  word(at: number): string {
    return at >= this.from && at < this.to ? this.tokens.vocabulary[this.words[at]!]! : ''
  }

  /** The token as printed; '' outside the sentence. */
  printed(at: number): string {
    return at >= this.from && at < this.to ? this.text.slice(this.starts[at]!, this.ends[at]!) : ''
  }

  has(at: number, bit: number): boolean {
    return at >= this.from && at < this.to && (this.bits[this.words[at]!]! & bit) !== 0
  }

  /** What the next `reach` words may be, taken together: one look at them spares most tokens a reading that must fail. */
  ahead(at: number, reach: number): number {
    const last = Math.min(at + reach, this.to - 1)
    let bits = 0
    for (let next = at + 1; next <= last; next += 1) bits |= this.bits[this.words[next]!]!
    return bits
  }

  /** As `has`, of what a word may be in a name. */
  is(at: number, bit: number): boolean {
    return at >= this.from && at < this.to && (this.nameBits[this.words[at]!]! & bit) !== 0
  }

  /** Whether nothing, not even a space, stands between a token and the one before it. */
  isGlued(at: number): boolean {
    return at > this.from && at < this.to && this.starts[at] === this.ends[at - 1]
  }

  /** Whether one space, or one sign of another white space, stands between a token and the one before it. */
  isSpaced(at: number): boolean {
    return at < this.to && this.starts[at]! - this.ends[at - 1]! === 1
  }

  start(at: number): number {
    return this.starts[at]!
  }

  end(at: number): number {
    return this.ends[at]!
  }

  isNumber(at: number): boolean {
    return at >= this.from && at < this.to && this.kinds[at] === TokenKind.number
  }

  /** Letters, capitals or not. */
  isWord(at: number): boolean {
    return at >= this.from && at < this.to && this.kinds[at]! <= TokenKind.capitals
  }

  isCapitalised(at: number): boolean {
    const kind = at >= this.from && at < this.to ? this.kinds[at]! : TokenKind.sign
    return kind === TokenKind.capitalised || kind === TokenKind.capitals
  }

  /** Two capitals or more, and nothing else. */
  isCapitals(at: number): boolean {
    return at >= this.from && at < this.to && this.kinds[at] === TokenKind.capitals
  }

  isHan(at: number): boolean {
    return at >= this.from && at < this.to && this.kinds[at] === TokenKind.han
  }
}
