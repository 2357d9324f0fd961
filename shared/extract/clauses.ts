import type { Span } from '../document/document.ts'
import { firstWhere } from '../document/in-order.ts'
import type { Fact } from '../facts/fact.ts'
import { TokenKind, type Tokens } from '../segment/tokens.ts'
import { isFigure } from './assertion.ts'
import { classifyClauseWords } from './clause-words.ts'
import { Sign } from './signs.ts'
import { SURE, Word } from './words.ts'

/** A half-open range of tokens. */
export interface Range { from: number; to: number }

/**
 * A part of a sentence that asserts something by itself. `leads` are stretches of the sentence whose words stand before its own in the statement (the subject, the date that governs it),
 * `link` a word between ("was"), `from` where its own words begin for the statement (behind "which").
 */
export interface Part { span: Span; leads: readonly Span[]; link?: string | undefined; from?: number | undefined }
/** A part while it is still tokens. */
export interface Piece { range: Range; leads: readonly Range[]; link?: string; from?: number }

/** Where a sentence may come apart: before token `at`. `sign`: `,` `;` `:` or the coordinating word. */
export interface Joint { at: number; sign: string }

/** What is counted: verbs, words with a capital, figures outside brackets, all figures; `ENCLOSED` says how many brackets and quotation marks are open. */
const VERBS = 0
const CAPITALS = 1
const FREE = 2
const BEGUN = 3
const ENCLOSED = 4
const COUNTS = 5
const SEPARATOR = Sign.comma | Sign.wideComma | Sign.semicolon | Sign.colon

/**
 * A sentence laid out for cutting: its joints outside brackets, quotation marks and figures, and counts of what any stretch of it holds. One layout serves all sentences of a document,
 * one after the other (`lay`).
 */
export class Layout {
  readonly tokens: Tokens
  readonly bits: Int32Array
  private readonly signs: Int32Array
  from = 0
  to = 0
  /** Brackets of the sentence: from the opening token to behind the closing one. */
  brackets: Range[] = []
  /** All that its words can be together (`Word`, `Clause`): what none of them is need not be looked for. */
  held = 0
  heldClauses = 0
  private joints: Joint[] = []
  private figures: Fact[] = []
  private readonly clauses: Int32Array
  // Running counts, so that any stretch is answered at once: `COUNTS` to a token.
  private counts = new Int32Array(1024)

  constructor(tokens: Tokens, bits: Int32Array, signs: Int32Array) {
    this.tokens = tokens
    this.bits = bits
    this.signs = signs
    this.clauses = classifyClauseWords(tokens)
  }

  /** Lays out the tokens [from, to), in which `facts` stand. */
  lay(from: number, to: number, facts: readonly Fact[]): this {
    const { tokens, signs, bits, clauses } = this
    let held = 0
    let heldClauses = 0
    this.from = from
    this.to = to
    this.joints = []
    this.brackets = []
    this.figures = facts.filter(isFigure)
    if (this.counts.length < COUNTS * (to - from + 1)) this.counts = new Int32Array(2 * COUNTS * (to - from + 1))
    const { counts, figures } = this
    let verbs = 0
    let capitals = 0
    let free = 0
    let begun = 0
    counts.fill(0, 0, COUNTS)
    let depth = 0
    let round = 0
    let isQuoting = false
    let opened = from
    let figure = 0
    let figureEnd = figures.length > 0 ? figures[0]!.span.end : Infinity
    for (let at = from; at < to; at += 1) {
      const kind = tokens.kind[at]!
      const start = tokens.start[at]!
      while (figureEnd <= start) {
        figure += 1
        figureEnd = figure < figures.length ? figures[figure]!.span.end : Infinity
      }
      const figureStart = figureEnd === Infinity ? Infinity : figures[figure]!.span.start
      const isInFigure = figureStart <= start
      if (this.isVerb(at)) verbs += 1
      if (kind === TokenKind.capitalised || kind === TokenKind.capitals) capitals += 1
      if (figureStart === start) {
        begun += 1
        if (round === 0) free += 1
      }
      const index = COUNTS * (at - from + 1)
      counts[index + VERBS] = verbs
      counts[index + CAPITALS] = capitals
      counts[index + FREE] = free
      counts[index + BEGUN] = begun
      counts[index + ENCLOSED] = depth
      if (kind === TokenKind.sign) {
        const sign = signs[tokens.word[at]!]!
        if (sign & Sign.straight) {
          isQuoting = !isQuoting
          depth = Math.max(0, depth + (isQuoting ? 1 : -1))
        }
        if (sign & Sign.bracket) round += 1
        else if (sign & Sign.bracketEnd) round = Math.max(0, round - 1)
        if (sign & Sign.opens) {
          if (depth === 0) opened = at
          depth += 1
        } else if (sign & Sign.closes) {
          const wasOpen = depth > 0
          depth = Math.max(0, depth - 1)
          if (wasOpen && depth === 0 && sign & Sign.bracketEnd) this.brackets.push({ from: opened, to: at + 1 })
          // American usage puts the comma inside: “key tasks,” each of which …
          if (depth === 0 && at > from && this.word(at) === '”' && this.word(at - 1) === ',') this.joints.push({ at: at + 1, sign: ',' })
        } else if (depth === 0 && !isInFigure && sign & SEPARATOR) {
          const separator = this.word(at)
          if (separator === '；' || separator === '，' || this.isFollowedBySpace(at)) this.joints.push({ at, sign: sign & Sign.semicolon ? ';' : sign & Sign.colon ? ':' : ',' })
        }
        continue
      }
      const word = tokens.word[at]!
      held |= bits[word]!
      heldClauses |= clauses[word]!
      if (depth === 0 && !isInFigure && bits[word]! & Word.coordination && at > from && tokens.kind[at - 1] !== TokenKind.sign) this.joints.push({ at, sign: this.word(at) })
    }
    this.held = held
    this.heldClauses = heldClauses
    return this
  }

  /** Whether nothing in the sentence may part it. */
  get isOneClause(): boolean {
    return this.joints.length === 0 && this.brackets.length === 0
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

  /** Whether a token stands inside brackets or quotation marks. */
  isEnclosed(at: number): boolean {
    return this.counts[COUNTS * (at - this.from + 1) + ENCLOSED]! > 0
  }

  /** The joint at a token, if one is there. */
  jointAt(at: number): Joint | null {
    const joint = this.joints[firstWhere(this.joints, (one) => one.at >= at)]
    return joint?.at === at ? joint : null
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

  hasVerb({ from, to }: Range): boolean {
    return this.count(VERBS, from, to) > 0
  }

  hasCapital({ from, to }: Range): boolean {
    return this.count(CAPITALS, from, to) > 0
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

  /** The first verb of a stretch, or its end. */
  firstVerb({ from, to }: Range): number {
    for (let at = from; at < to; at += 1) if (this.count(VERBS, at, at + 1) > 0) return at
    return to
  }

  /** How many figures of a stretch stand in no brackets. */
  figuresIn({ from, to }: Range): number {
    return this.count(FREE, from, to)
  }

  /** The figures of a stretch, those in brackets as well. */
  figuresOf({ from, to }: Range): readonly Fact[] {
    return this.figures.slice(this.count(BEGUN, this.from, from), this.count(BEGUN, this.from, to))
  }

  /** The figure that begins with a token. */
  figureAt(at: number): Fact | null {
    return this.count(BEGUN, at, at + 1) > 0 ? this.figures[this.count(BEGUN, this.from, at)]! : null
  }

  /** The joints inside a stretch, not at its opening. */
  jointsIn({ from, to }: Range): readonly Joint[] {
    const first = firstWhere(this.joints, (joint) => joint.at > from)
    let end = first
    while (end < this.joints.length && this.joints[end]!.at < to) end += 1
    return end - first === this.joints.length ? this.joints : this.joints.slice(first, end)
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

  private count(what: number, from: number, to: number): number {
    return this.counts[COUNTS * (to - this.from) + what]! - this.counts[COUNTS * (from - this.from) + what]!
  }

  private isFollowedBySpace(at: number): boolean {
    return at + 1 >= this.to || this.tokens.start[at + 1]! > this.tokens.end[at]!
  }
}
