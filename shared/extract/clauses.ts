import { firstWhere } from '../document/in-order.ts'
import type { Fact } from '../facts/fact.ts'
import { TokenKind, type Tokens } from '../segment/tokens.ts'
import { isFigure } from './assertion.ts'
import type { Joint, Range } from './parts.ts'
import { SentenceWords } from './sentence-words.ts'
import { Sign } from './signs.ts'
import { Word } from './words.ts'

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
export class Layout extends SentenceWords {
  private readonly signs: Int32Array
  /** Brackets of the sentence: from the opening token to behind the closing one. */
  brackets: Range[] = []
  /** All that its words can be together (`Word`, `Clause`): what none of them is need not be looked for. */
  held = 0
  heldClauses = 0
  private joints: Joint[] = []
  private figures: Fact[] = []
  // Running counts, so that any stretch is answered at once: `COUNTS` to a token.
  private counts = new Int32Array(1024)

  constructor(tokens: Tokens, bits: Int32Array, signs: Int32Array) {
    super(tokens, bits)
    this.signs = signs
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

  /** Whether a token stands inside brackets or quotation marks. */
  isEnclosed(at: number): boolean {
    return this.counts[COUNTS * (at - this.from + 1) + ENCLOSED]! > 0
  }

  /** The joint at a token, if one is there. */
  jointAt(at: number): Joint | null {
    const joint = this.joints[firstWhere(this.joints, (one) => one.at >= at)]
    return joint?.at === at ? joint : null
  }

  hasVerb({ from, to }: Range): boolean {
    return this.count(VERBS, from, to) > 0
  }

  hasCapital({ from, to }: Range): boolean {
    return this.count(CAPITALS, from, to) > 0
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

  private count(what: number, from: number, to: number): number {
    return this.counts[COUNTS * (to - this.from) + what]! - this.counts[COUNTS * (from - this.from) + what]!
  }
}
