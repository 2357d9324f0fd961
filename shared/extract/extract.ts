import type { Citation } from '../citations/citation.ts'
import type { Document, Span } from '../document/document.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import type { Segment } from '../segment/segment.ts'
import { tokenise, tokensIn, type Tokens } from '../segment/tokens.ts'
import { Antecedents, type Replaced } from './antecedents.ts'
import { assertionOver, isFigure, type Assertion } from './assertion.ts'
import type { ClaimDraft } from './claim-draft.ts'
import { Layout, type Part } from './clauses.ts'
import { pointsAway } from './context.ts'
import { classifyHedges, hedgesIn } from './hedges.ts'
import { refusal, type Candidate } from './judge.ts'
import { NoteIndex } from './notes.ts'
import { isOccasion, regionsOf, type Region } from './regions.ts'
import { saidClaim } from './said.ts'
import { bare, factsIn, sentencesOf, withoutMarks, type Article, type Sentence } from './sentence.ts'
import { splitAssertions } from './split.ts'
import { stateAssertion, stateFrame } from './statement.ts'
import { traitsOf } from './traits.ts'
import { voicesOf } from './voice.ts'
import { weigh } from './weigh.ts'
import { classifyWords } from './words.ts'

type Quotation = FactOf<'quotation'>

/**
 * Every factual assertion as a claim, in text order, outer before inner.
 *
 * A quotation is one `said` claim over the whole of it; each assertion inside is a `true` claim that points at it. The sentence around a quotation
 * is a `true` claim of its own when it names a date, a figure, a place or an occasion ("At the 2019 forum, Wang said"): that the occasion took place is
 * another question than what was said there. Questions, rhetoric, talk of the article about itself, headings, notes and furniture yield nothing.
 */
export function extractClaims(document: Document, segments: readonly Segment[], citations: readonly Citation[], facts: readonly Fact[], tokens: Tokens = tokenise(document.text)): ClaimDraft[] {
  const quotations = facts.filter((fact): fact is Quotation => fact.kind === 'quotation')
  const article: Article = { text: document.text, tokens, bits: classifyWords(tokens), hedges: classifyHedges(tokens), notes: new NoteIndex(citations), quotations }
  const drafts: { draft: ClaimDraft; quotation: number | null }[] = []
  const said = quotations.map((quotation) => {
    const draft = saidClaim(article, quotation)
    drafts.push({ draft, quotation: null })
    return draft
  })
  const sentences = sentencesOf(article, document, segments, facts)
  const voices = voicesOf(sentences)
  const antecedents = new Antecedents(article)
  let first = 0
  sentences.forEach((sentence, index) => {
    while (first < quotations.length && quotations[first]!.span.end <= sentence.span.start) first += 1
    const opening = antecedents.next(sentence)
    for (const region of regionsOf(article.text, tokens, sentence.span, quotations, first)) {
      for (const draft of claimsOf(article, sentence, region, voices[index]!, opening)) drafts.push({ draft, quotation: region.kind === 'quoted' ? region.quotation : null })
    }
  })
  drafts.sort((a, b) => a.draft.span.start - b.draft.span.start || b.draft.span.end - a.draft.span.end || (a.draft.layer === 'said' ? -1 : b.draft.layer === 'said' ? 1 : 0))
  if (said.length === 0) return drafts.map(({ draft }) => draft)
  const place = new Map(drafts.map(({ draft }, index) => [draft, index]))
  return drafts.map(({ draft, quotation }) => (quotation === null ? draft : { ...draft, quotation: place.get(said[quotation]!)! }))
}

function claimsOf(article: Article, sentence: Sentence, region: Region, around: Candidate['around'], opening: Replaced | null): ClaimDraft[] {
  const { text, tokens, bits, quotations } = article
  const span = bare(article, region.span)
  if (span.start >= span.end) return []
  const facts = factsIn(sentence.facts, span)
  const quotation = region.quotation === null ? null : quotations[region.quotation]!
  if (region.kind === 'frame') return isOccasion(text, span, facts, quotation!) ? [frameClaim(article, span, facts, quotation!)] : []
  const isQuoted = region.kind === 'quoted'
  const whole = assertionOf(article, span, facts, isQuoted)
  const isAll = region.span.start === sentence.span.start && region.span.end === sentence.span.end
  const traits = isAll ? sentence.traits : traitsOf(tokens, bits, ...tokensIn(tokens, region.span))
  const figures = isAll ? sentence.figures : facts.filter(isFigure).length
  if (refusal({ traits, figures, hasMark: sentence.hasMark, isProse: sentence.isProse, around, isQuoted, isCarried: whole.notes.length > 0, quotes: region.quotes }) !== null) return []
  const parts = splitAssertions(new Layout(tokens, bits, whole.from, whole.to, facts))
  return parts.map((part) => {
    const assertion = parts.length === 1 ? whole : assertionOf(article, part.span, factsIn(facts, part.span), isQuoted)
    return trueClaim(article, assertion, part, facts, quotation, !isQuoted && assertion.span.start === sentence.span.start ? opening : null)
  })
}

const assertionOf = ({ text, tokens, notes }: Article, span: Span, facts: readonly Fact[], isQuoted: boolean): Assertion => assertionOver(text, tokens, span, { facts, isQuoted, notes: notes.carrying(span) })

function trueClaim(article: Article, assertion: Assertion, part: Part, ofSentence: readonly Fact[], quotation: Quotation | null, opening: Replaced | null): ClaimDraft {
  const { span, tokens, from, to } = assertion
  const start = opening ? opening.from : (part.from ?? span.start)
  const words = (opening?.words ?? '') + withoutMarks(article, { start, end: span.end })
  const isLed = opening !== null || part.leads.length > 0
  return {
    ...claimOver(article, assertion, part.leads.flatMap((lead) => factsIn(ofSentence, lead))),
    statement: stateAssertion(words, part.leads.map((lead) => withoutMarks(article, lead)), part.link),
    needsContext: pointsAway(tokens, article.bits, from, to, isLed) || part.leads.some((lead) => pointsAway(tokens, article.bits, ...tokensIn(tokens, lead), false)),
    ...weigh(assertion), speaker: quotation?.speaker ?? null,
  }
}

function frameClaim(article: Article, span: Span, facts: readonly Fact[], quotation: Quotation): ClaimDraft {
  const assertion = assertionOf(article, span, facts, false)
  const { score, kinds, reasons } = weigh(assertion)
  return {
    ...claimOver(article, assertion, []),
    statement: stateFrame(withoutMarks(article, span), article.text.slice(quotation.inner.start, quotation.inner.end)),
    needsContext: pointsAway(assertion.tokens, article.bits, assertion.from, assertion.to, false), score, reasons,
    kinds: kinds.includes('event') ? kinds : ['event', ...kinds.filter((kind) => kind !== 'other')], speaker: null,
  }
}

/** What every claim about a fact has; `governing` are the facts of the words it shares with the rest of its sentence. */
function claimOver({ hedges }: Article, { text, span, tokens, from, to, facts, notes }: Assertion, governing: readonly Fact[]): Pick<ClaimDraft, 'quote' | 'span' | 'layer' | 'quotation' | 'notes' | 'hedges' | 'time' | 'quantities'> {
  const time: NonNullable<ClaimDraft['time']> = []
  const quantities: Span[] = []
  for (const fact of governing) if (fact.kind === 'date') time.push({ span: fact.span, from: fact.from, to: fact.to })
  for (const fact of facts) {
    if (fact.kind === 'date') time.push({ span: fact.span, from: fact.from, to: fact.to })
    else if (isFigure(fact)) quantities.push(fact.span)
  }
  return { quote: text, span, layer: 'true', quotation: null, notes: [...notes], hedges: hedgesIn(tokens, hedges, from, to), time, quantities }
}
