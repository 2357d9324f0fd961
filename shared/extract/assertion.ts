import type { Span } from '../document/document.ts'
import type { Fact, FactKind } from '../facts/fact.ts'
import type { Tokens } from '../segment/tokens.ts'
import type { MainVerb } from './main-verb.ts'

/** One candidate for a claim, with what the judge and the signals look at. */
export interface Assertion {
  span: Span
  /** The document's tokens; those of the assertion are [from, to). */
  tokens: Tokens
  from: number
  to: number
  /** The words under the span, cut out of the document when asked for. */
  readonly text: string
  /** Facts inside the span, quotations left out; spans index the document. */
  facts: readonly Fact[]
  isQuoted: boolean
  /** Labels of the notes that carry it, in text order. */
  notes: { label: string }[]
  /** Its main verb, where it was read before. */
  readonly verb: MainVerb | null
}

/** An assertion over `span` of `document`; its words are cut out only when asked for. */
export class AssertionOver implements Assertion {
  readonly span: Span
  readonly tokens: Tokens
  readonly from: number
  readonly to: number
  readonly facts: readonly Fact[]
  readonly isQuoted: boolean
  readonly notes: { label: string }[]
  readonly verb: MainVerb | null
  private readonly document: string

  constructor(document: string, tokens: Tokens, span: Span, range: readonly [number, number], facts: readonly Fact[], isQuoted: boolean, notes: { label: string }[], verb: MainVerb | null) {
    this.document = document
    this.tokens = tokens
    this.span = span
    this.from = range[0]
    this.to = range[1]
    this.facts = facts
    this.isQuoted = isQuoted
    this.notes = notes
    this.verb = verb
  }

  get text(): string {
    return this.document.slice(this.span.start, this.span.end)
  }
}

const FIGURES: ReadonlySet<FactKind> = new Set(['number', 'percentage', 'money', 'date', 'duration', 'rank'])
/** Facts that can be checked by themselves: figures, dates, ranks. */
export const isFigure = (fact: Fact): boolean => FIGURES.has(fact.kind)
