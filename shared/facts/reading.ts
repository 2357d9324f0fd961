import type { Tokens } from '../segment/tokens.ts'
import { TokenKind } from '../segment/tokens.ts'

/** The tokens of one sentence, half-open `from`–`to`, with what the vocabulary says of each word. Parsers look at neighbours by number; outside the sentence there is nothing. */
export class Reading {
  readonly text: string
  readonly tokens: Tokens
  /** `Word` bits of each distinct word, indexed like `tokens.vocabulary`. */
  readonly bits: Int32Array
  from = 0
  to = 0
  /** Tokens before this one belong to a fact already: hedges and currencies are not looked for there. */
  floor = 0

  constructor(text: string, tokens: Tokens, bits: Int32Array) {
    this.text = text
    this.tokens = tokens
    this.bits = bits
  }

  /** The token in lower case; '' outside the sentence. */
  word(at: number): string {
    return at >= this.from && at < this.to ? this.tokens.vocabulary[this.tokens.word[at]!]! : ''
  }

  /** The token as printed; '' outside the sentence. */
  printed(at: number): string {
    return at >= this.from && at < this.to ? this.text.slice(this.tokens.start[at]!, this.tokens.end[at]!) : ''
  }

  has(at: number, bit: number): boolean {
    return at >= this.from && at < this.to && (this.bits[this.tokens.word[at]!]! & bit) !== 0
  }

  /** Whether nothing, not even a space, stands between a token and the one before it. */
  isGlued(at: number): boolean {
    return at > this.from && at < this.to && this.tokens.start[at] === this.tokens.end[at - 1]
  }

  start(at: number): number {
    return this.tokens.start[at]!
  }

  end(at: number): number {
    return this.tokens.end[at]!
  }

  isNumber(at: number): boolean {
    return at >= this.from && at < this.to && this.tokens.kind[at] === TokenKind.number
  }

  /** Letters, capitals or not. */
  isWord(at: number): boolean {
    return at >= this.from && at < this.to && this.tokens.kind[at]! <= TokenKind.capitals
  }

  isCapitalised(at: number): boolean {
    const kind = at >= this.from && at < this.to ? this.tokens.kind[at]! : TokenKind.sign
    return kind === TokenKind.capitalised || kind === TokenKind.capitals
  }

  isHan(at: number): boolean {
    return at >= this.from && at < this.to && this.tokens.kind[at] === TokenKind.han
  }
}
