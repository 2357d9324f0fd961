import type { Span } from '../document/document.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import { tokenAt } from '../segment/tokens.ts'
import type { Replaced } from './antecedents.ts'
import { AssertionOver, isFigure, type Assertion } from './assertion.ts'
import type { ClaimDraft } from './claim-draft.ts'
import { pointsAway } from './context.ts'
import { hedgesIn } from './hedges.ts'
import { fitted } from './fitted.ts'
import type { MainVerb } from './main-verb.ts'
import type { Part } from './parts.ts'
import { factsIn, within, wordsUnder, type Article, type Sentence } from './sentence.ts'
import { stateAssertion, stateFrame, stateLine } from './statement.ts'
import { weigh } from './weigh.ts'

type Quotation = FactOf<'quotation'>

/** A stretch of a sentence as the judge and the signals see it; `verb` is its main verb, where that is known. */
export const assertionOf = ({ text, tokens, notes }: Article, sentence: Sentence, span: Span, facts: readonly Fact[], isQuoted: boolean, verb: MainVerb | null): Assertion =>
  new AssertionOver(text, tokens, span, within(tokens, sentence, span), facts, isQuoted, notes.carrying(span), verb)

/**
 * The claim that an assertion makes; `part` says what it shares with the rest of its sentence (null: it is the whole), `quotation` inside which of the article's quotations it stands,
 * `opening` what its first words stand for.
 */
export function trueClaim(article: Article, sentence: Sentence, assertion: Assertion, part: Part | null, quotation: number | null, opening: Replaced | null): ClaimDraft {
  const { bits, tokens } = article
  const { from, to, text: quote } = assertion
  const { hasMark, isOneLine } = sentence
  const leads = part?.leads ?? NO_SPANS
  const isLed = opening !== null || leads.length > 0
  const pointsBack = pointsAway(tokens, bits, opening ? tokenAt(tokens, opening.from) : from, to, isLed)
  if (!isLed && !hasMark && part?.from === undefined) return claim(article, assertion, quote, isOneLine ? stateLine(quote) : stateAssertion(quote), pointsBack, quotation, NO_FACTS)
  const words = wordsUnder(article, { start: opening?.from ?? part?.from ?? assertion.span.start, end: assertion.span.end }, hasMark)
  const own = opening ? opening.words + words : words
  if (leads.length === 0) return claim(article, assertion, quote, stateAssertion(own), pointsBack, quotation, NO_FACTS)
  const statement = stateAssertion(own, leads.map((lead) => wordsUnder(article, lead, hasMark)), part!.link)
  const leadPointsBack = leads.some((lead) => pointsAway(tokens, bits, ...within(tokens, sentence, lead), false))
  return claim(article, assertion, quote, statement, pointsBack || leadPointsBack, quotation, leads.flatMap((lead) => factsIn(sentence.facts, lead)))
}

const NO_SPANS: readonly Span[] = []
const NO_FACTS: readonly Fact[] = []

/** The claim that the words around a quotation make: an event, whatever else. */
export function frameClaim(article: Article, { hasMark }: Sentence, assertion: Assertion, { inner }: Quotation): ClaimDraft {
  const statement = stateFrame(wordsUnder(article, assertion.span, hasMark), article.text.slice(inner.start, inner.end))
  const draft = claim(article, assertion, assertion.text, statement, pointsAway(article.tokens, article.bits, assertion.from, assertion.to, false), null, NO_FACTS)
  if (!draft.kinds.includes('event')) draft.kinds = ['event', ...draft.kinds.filter((kind) => kind !== 'other')]
  return draft
}

/** `quote` are the words of the assertion; `governing` are the facts of the words that the claim shares with the rest of its sentence. */
function claim({ tokens, hedges, quotations }: Article, assertion: Assertion, quote: string, statement: string, needsContext: boolean, quotation: number | null, governing: readonly Fact[]): ClaimDraft {
  const { span, facts, notes, from, to } = assertion
  const { score, kinds, reasons } = weigh(assertion)
  const speaker = quotation === null ? null : quotations[quotation]!.speaker
  return { quote, span, statement, needsContext, kinds, layer: 'true', quotation, speaker, score, reasons, notes, hedges: hedgesIn(tokens, hedges, from, to), time: timeOf(governing, facts), quantities: quantitiesOf(facts) }
}

type Time = NonNullable<ClaimDraft['time']>[number]

function timeOf(governing: readonly Fact[], facts: readonly Fact[]): Time[] {
  const time: Time[] = []
  for (const fact of governing) if (fact.kind === 'date') time.push({ span: fact.span, from: fact.from, to: fact.to })
  for (const fact of facts) if (fact.kind === 'date') time.push({ span: fact.span, from: fact.from, to: fact.to })
  return fitted(time)
}

function quantitiesOf(facts: readonly Fact[]): Span[] {
  const spans: Span[] = []
  for (const fact of facts) if (fact.kind !== 'date' && isFigure(fact)) spans.push(fact.span)
  return fitted(spans)
}
