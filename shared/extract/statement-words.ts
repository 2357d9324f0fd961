import { TokenKind, type Tokens } from '../segment/tokens.ts'
import { classifyPointers } from './pointers.ts'
import { Word } from './words.ts'

/** The words of a statement, with what they are to the grammar and to pointing; those behind its end are looked at, never those behind the text's. */
export class StatementWords {
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
