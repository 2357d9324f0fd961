import type { Span } from '../document/document.ts'
import { TokenKind, type Tokens } from '../segment/tokens.ts'
import { classifyClauseWords } from './clause-words.ts'
import type { Range } from './parts.ts'
import { SURE, Word } from './words.ts'

/** The words of one sentence, the tokens [from, to), and what each can be. */
export class SentenceWords {
  readonly tokens: Tokens
  readonly bits: Int32Array
  protected readonly clauses: Int32Array
  from = 0
  to = 0

  constructor(tokens: Tokens, bits: Int32Array) {
    this.tokens = tokens
    this.bits = bits
    this.clauses = classifyClauseWords(tokens)
  }

  word(at: number): string {
    return this.tokens.vocabulary[this.tokens.word[at]!]!
  }

  bitsAt(at: number): number {
    return at < this.to && this.tokens.kind[at] !== TokenKind.sign ? this.bits[this.tokens.word[at]!]! : 0
  }

  /** What a word is to the cutting of sentences (`Clause`). */
  clauseAt(at: number): number {
    return at < this.to && this.tokens.kind[at] !== TokenKind.sign ? this.clauses[this.tokens.word[at]!]! : 0
  }

  isVerb(at: number): boolean {
    const own = this.bitsAt(at)
    if ((own & (Word.finite | Word.participle)) === 0 || this.tokens.kind[at] === TokenKind.capitalised) return false
    const before = at > this.from ? this.bitsAt(at - 1) : 0
    if (own & Word.finite) {
      // "the leading cause", "the United States": nouns that could be verbs.
      return (own & SURE) !== 0 || (this.tokens.kind[at] === TokenKind.word && (before & (Word.determiner | Word.preposition | Word.beforeParticiple)) === 0 && !(at > this.from && this.word(at - 1).endsWith('ing')))
    }
    if (at === this.from) return false
    const previous = before & Word.adverb && at - 2 >= this.from ? this.bitsAt(at - 2) : before
    return (previous & Word.beforeParticiple) === 0 && this.tokens.kind[at - 1] !== TokenKind.sign
  }

  /** A verb that is no participle. */
  hasFinite({ from, to }: Range): boolean {
    for (let at = from; at < to; at += 1) if (this.isVerb(at) && this.bitsAt(at) & Word.finite) return true
    return false
  }

  hasCoordination({ from, to }: Range): boolean {
    for (let at = from; at < to; at += 1) if (this.bitsAt(at) & Word.coordination) return true
    return false
  }

  span({ from, to }: Range): Span {
    return from < to ? { start: this.tokens.start[from]!, end: this.tokens.end[to - 1]! } : { start: 0, end: 0 }
  }

  /** How many words a stretch holds, counted up to `most`. */
  words({ from, to }: Range, most = Infinity): number {
    let count = 0
    for (let at = from; at < to && count < most; at += 1) if (this.tokens.kind[at] !== TokenKind.sign) count += 1
    return count
  }

  protected isFollowedBySpace(at: number): boolean {
    return at + 1 >= this.to || this.tokens.start[at + 1]! > this.tokens.end[at]!
  }
}
