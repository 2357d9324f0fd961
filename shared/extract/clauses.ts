import type { Span } from '../document/document.ts'
import type { Fact } from '../facts/fact.ts'
import { TokenKind, type Tokens } from '../segment/tokens.ts'
import { isFigure } from './assertion.ts'
import { Word } from './words.ts'

/** A half-open range of tokens. */
export interface Range { from: number; to: number }

/**
 * A part of a sentence that asserts something by itself. `leads` are stretches of the sentence whose words stand before its own in the statement (the subject, the date that governs it),
 * `link` a word between ("was"), `from` where its own words begin for the statement (behind "which").
 */
export interface Part { span: Span; leads: readonly Span[]; link?: string; from?: number }
/** A part while it is still tokens. */
export interface Piece { range: Range; leads: readonly Range[]; link?: string; from?: number }

/** Where a sentence may come apart: before token `at`. `sign`: `,` `;` `:` or the coordinating word. */
export interface Joint { at: number; sign: string }

/** A sentence laid out for cutting: its joints outside brackets, quotation marks and figures, and counts of what any stretch of it holds. */
export class Layout {
  private readonly joints: Joint[] = []
  /** Brackets of the sentence: from the opening token to behind the closing one. */
  readonly brackets: Range[] = []
  private readonly figures: readonly Fact[]
  // Running counts, so that any stretch is answered at once.
  private readonly verbs: Int32Array
  private readonly capitals: Int32Array
  private readonly free: Int32Array
  private readonly begun: Int32Array
  readonly tokens: Tokens
  readonly bits: Int32Array
  readonly from: number
  readonly to: number

  constructor(tokens: Tokens, bits: Int32Array, from: number, to: number, facts: readonly Fact[]) {
    this.tokens = tokens
    this.bits = bits
    this.from = from
    this.to = to
    this.figures = facts.filter(isFigure)
    this.verbs = new Int32Array(to - from + 1)
    this.capitals = new Int32Array(to - from + 1)
    this.free = new Int32Array(to - from + 1)
    this.begun = new Int32Array(to - from + 1)
    let depth = 0
    let round = 0
    let isQuoting = false
    let opened = from
    let figure = 0
    for (let at = from; at < to; at += 1) {
      const index = at - from
      this.verbs[index + 1] = this.verbs[index]! + Number(this.isVerb(at))
      const kind = tokens.kind[at]!
      this.capitals[index + 1] = this.capitals[index]! + Number(kind === TokenKind.capitalised || kind === TokenKind.capitals)
      while (figure < this.figures.length && this.figures[figure]!.span.end <= tokens.start[at]!) figure += 1
      const isInFigure = figure < this.figures.length && this.figures[figure]!.span.start <= tokens.start[at]!
      const begins = figure < this.figures.length && this.figures[figure]!.span.start === tokens.start[at]!
      this.free[index + 1] = this.free[index]! + Number(begins && round === 0)
      this.begun[index + 1] = this.begun[index]! + Number(begins)
      if (kind === TokenKind.sign) {
        const sign = this.word(at)
        if (sign === '"') {
          isQuoting = !isQuoting
          depth = Math.max(0, depth + (isQuoting ? 1 : -1))
        }
        if (sign === '(') round += 1
        else if (sign === ')') round = Math.max(0, round - 1)
        if ('([{（【“'.includes(sign)) {
          if (depth === 0) opened = at
          depth += 1
        } else if (')]}）】”'.includes(sign)) {
          const wasOpen = depth > 0
          depth = Math.max(0, depth - 1)
          if (wasOpen && depth === 0 && sign === ')') this.brackets.push({ from: opened, to: at + 1 })
          // American usage puts the comma inside: “key tasks,” each of which …
          if (depth === 0 && sign === '”' && at > from && this.word(at - 1) === ',') this.joints.push({ at: at + 1, sign: ',' })
        } else if (depth === 0 && !isInFigure && SEPARATORS.has(sign) && (sign === '；' || sign === '，' || this.isFollowedBySpace(at))) this.joints.push({ at, sign: SEPARATORS.get(sign)! })
      } else if (depth === 0 && !isInFigure && this.bits[tokens.word[at]!]! & Word.coordination && at > from && tokens.kind[at - 1] !== TokenKind.sign) this.joints.push({ at, sign: this.word(at) })
    }
  }

  word(at: number): string {
    return this.tokens.vocabulary[this.tokens.word[at]!]!
  }

  bitsAt(at: number): number {
    return at < this.to && this.tokens.kind[at] !== TokenKind.sign ? this.bits[this.tokens.word[at]!]! : 0
  }

  isVerb(at: number): boolean {
    const own = this.bitsAt(at)
    if ((own & (Word.finite | Word.participle)) === 0) return false
    const before = at > this.from ? this.bitsAt(at - 1) : 0
    if (own & Word.finite) {
      // "the leading cause", "the United States": nouns that could be verbs.
      return (own & SURE) !== 0 || (this.tokens.kind[at] === TokenKind.word && (before & (Word.determiner | Word.preposition | Word.beforeParticiple)) === 0 && !(at > this.from && this.word(at - 1).endsWith('ing')))
    }
    if (at === this.from) return false
    const previous = before & Word.adverb && at - 2 >= this.from ? this.bitsAt(at - 2) : before
    return (previous & Word.beforeParticiple) === 0 && this.tokens.kind[at - 1] !== TokenKind.sign
  }

  hasVerb({ from, to }: Range): boolean {
    return this.verbs[to - this.from]! > this.verbs[from - this.from]!
  }

  hasCapital({ from, to }: Range): boolean {
    return this.capitals[to - this.from]! > this.capitals[from - this.from]!
  }

  /** The first verb of a stretch, or its end. */
  firstVerb({ from, to }: Range): number {
    for (let at = from; at < to; at += 1) if (this.verbs[at + 1 - this.from]! > this.verbs[at - this.from]!) return at
    return to
  }

  /** How many figures of a stretch stand in no brackets. */
  figuresIn({ from, to }: Range): number {
    return this.free[to - this.from]! - this.free[from - this.from]!
  }

  /** The figures of a stretch, those in brackets as well. */
  figuresOf({ from, to }: Range): readonly Fact[] {
    return this.figures.slice(this.begun[from - this.from]!, this.begun[to - this.from]!)
  }

  /** The figure that begins with a token. */
  figureAt(at: number): Fact | null {
    return this.begun[at + 1 - this.from]! > this.begun[at - this.from]! ? this.figures[this.begun[at - this.from]!]! : null
  }

  /** The joints inside a stretch, not at its opening. */
  jointsIn({ from, to }: Range): readonly Joint[] {
    let [low, high] = [0, this.joints.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.joints[middle]!.at <= from) low = middle + 1
      else high = middle
    }
    let end = low
    while (end < this.joints.length && this.joints[end]!.at < to) end += 1
    return this.joints.slice(low, end)
  }

  span({ from, to }: Range): Span {
    return from < to ? { start: this.tokens.start[from]!, end: this.tokens.end[to - 1]! } : { start: 0, end: 0 }
  }

  words({ from, to }: Range): number {
    let count = 0
    for (let at = from; at < to; at += 1) if (this.tokens.kind[at] !== TokenKind.sign) count += 1
    return count
  }

  private isFollowedBySpace(at: number): boolean {
    return at + 1 >= this.to || this.tokens.start[at + 1]! > this.tokens.end[at]!
  }
}

/** Forms that are verbs wherever they stand. */
const SURE = Word.past | Word.auxiliary | Word.possibility | Word.will | Word.duty
const SEPARATORS = new Map([[',', ','], [';', ';'], [':', ':'], ['；', ';'], ['，', ',']])
