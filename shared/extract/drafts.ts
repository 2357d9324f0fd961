import type { Span } from '../document/document.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import { tokenAt } from '../segment/tokens.ts'
import type { Replaced } from './antecedents.ts'
import { AssertionOver, isFigure, type Assertion } from './assertion.ts'
import type { ClaimDraft } from './claim-draft.ts'
import type { Part } from './clauses.ts'
import { pointsAway } from './context.ts'
import { hedgesIn } from './hedges.ts'
import { factsIn, within, withoutMarks, type Article, type Sentence } from './sentence.ts'
import { stateAssertion, stateFrame } from './statement.ts'
import { weigh } from './weigh.ts'

type Quotation = FactOf<'quotation'>

/** A stretch of a sentence as the judge and the signals see it. */
export const assertionOf = ({ text, tokens, notes }: Article, sentence: Sentence, span: Span, facts: readonly Fact[], isQuoted: boolean): Assertion =>
  new AssertionOver(text, tokens, span, within(tokens, sentence, span), facts, isQuoted, notes.carrying(span))

/** The claim that an assertion makes; `part` says what it shares with the rest of its sentence (null: it is the whole), `opening` what its first words stand for. */
export function trueClaim(article: Article, sentence: Sentence, assertion: Assertion, part: Part | null, quotation: Quotation | null, opening: Replaced | null): ClaimDraft {
  const { bits, tokens } = article
  const { span, from, to } = assertion
  const { hasMark } = sentence
  const words = (start: number): string => withoutMarks(article, { start, end: span.end }, hasMark)
  const leads = part?.leads ?? NONE
  const own = opening ? opening.words + words(opening.from) : words(part?.from ?? span.start)
  const pointsBack = pointsAway(tokens, bits, opening ? tokenAt(tokens, opening.from) : from, to, opening !== null || leads.length > 0)
  if (leads.length === 0) return claim(article, assertion, stateAssertion(own), pointsBack, quotation, [])
  const statement = stateAssertion(own, leads.map((lead) => withoutMarks(article, lead, hasMark)), part!.link)
  const leadPointsBack = leads.some((lead) => pointsAway(tokens, bits, ...within(tokens, sentence, lead), false))
  return claim(article, assertion, statement, pointsBack || leadPointsBack, quotation, leads.flatMap((lead) => factsIn(sentence.facts, lead)))
}

const NONE: readonly Span[] = []

/** The claim that the words around a quotation make: an event, whatever else. */
export function frameClaim(article: Article, { hasMark }: Sentence, assertion: Assertion, { inner }: Quotation): ClaimDraft {
  const statement = stateFrame(withoutMarks(article, assertion.span, hasMark), article.text.slice(inner.start, inner.end))
  const draft = claim(article, assertion, statement, pointsAway(article.tokens, article.bits, assertion.from, assertion.to, false), null, [])
  if (!draft.kinds.includes('event')) draft.kinds = ['event', ...draft.kinds.filter((kind) => kind !== 'other')]
  return draft
}

/** `governing` are the facts of the words that the claim shares with the rest of its sentence. */
function claim({ tokens, hedges }: Article, assertion: Assertion, statement: string, needsContext: boolean, quotation: Quotation | null, governing: readonly Fact[]): ClaimDraft {
  const { score, kinds, reasons } = weigh(assertion)
  const time: NonNullable<ClaimDraft['time']> = []
  const quantities: Span[] = []
  for (const fact of governing) if (fact.kind === 'date') time.push({ span: fact.span, from: fact.from, to: fact.to })
  for (const fact of assertion.facts) {
    if (fact.kind === 'date') time.push({ span: fact.span, from: fact.from, to: fact.to })
    else if (isFigure(fact)) quantities.push(fact.span)
  }
  return {
    quote: assertion.text, span: assertion.span, statement, needsContext, kinds, layer: 'true', quotation: null, speaker: quotation?.speaker ?? null, score, reasons, notes: assertion.notes,
    hedges: hedgesIn(tokens, hedges, assertion.from, assertion.to), time, quantities,
  }
}
