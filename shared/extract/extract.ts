import type { Citation } from '../citations/citation.ts'
import type { Document, Span } from '../document/document.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import type { Segment } from '../segment/segment.ts'
import { tokenAt, tokenise, tokensIn, type Tokens } from '../segment/tokens.ts'
import { Antecedents, type Replaced } from './antecedents.ts'
import { AssertionOver, isFigure, type Assertion } from './assertion.ts'
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
import { traitsOf, type Traits } from './traits.ts'
import { voicesOf } from './voice.ts'
import { weigh } from './weigh.ts'
import { classifyWords, Word } from './words.ts'

type Quotation = FactOf<'quotation'>

/** A stretch that yields no claim, and why: `question`, `too-short`, `no-verb`, or the cue of the judge that spoke strongest. */
export interface Refused { span: Span; reason: string }

/**
 * Every factual assertion as a claim, in text order, outer before inner.
 *
 * A quotation is one `said` claim over the whole of it; each assertion inside is a `true` claim that points at it. The sentence around a quotation
 * is a `true` claim of its own when it names a date, a figure, a place or an occasion ("At the 2019 forum, Wang said"): that the occasion took place is
 * another question than what was said there. Questions, rhetoric, talk of the article about itself, headings, notes and furniture yield nothing; `refused` are the sentences and parts among them.
 */
export function readClaims(document: Document, segments: readonly Segment[], citations: readonly Citation[], facts: readonly Fact[], tokens: Tokens = tokenise(document.text)): { claims: ClaimDraft[]; refused: Refused[] } {
  const quotations = facts.filter((fact): fact is Quotation => fact.kind === 'quotation')
  const article: Article = { text: document.text, tokens, bits: classifyWords(tokens), hedges: classifyHedges(tokens), notes: new NoteIndex(citations), quotations }
  const said = quotations.map((quotation) => saidClaim(article, quotation))
  const drafts: ClaimDraft[] = [...said]
  const refused: Refused[] = []
  /** Claims inside quotations, with the claim that these were said. */
  const inside: { draft: ClaimDraft; said: ClaimDraft }[] = []
  const sentences = sentencesOf(article, document, segments, facts)
  const voices = voicesOf(sentences)
  const antecedents = new Antecedents(article)
  const layout = new Layout(tokens, article.bits)
  let first = 0
  for (let index = 0; index < sentences.length; index += 1) {
    const sentence = sentences[index]!
    while (first < quotations.length && quotations[first]!.span.end <= sentence.span.start) first += 1
    const opening = antecedents.next(sentence)
    for (const region of regionsOf(article.text, tokens, sentence.span, quotations, first)) {
      for (const draft of claimsOf(article, layout, sentence, region, voices[index]!, opening, refused)) {
        drafts.push(draft)
        if (region.kind === 'quoted') inside.push({ draft, said: said[region.quotation!]! })
      }
    }
  }
  drafts.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || (a.layer === 'said' ? -1 : b.layer === 'said' ? 1 : 0))
  if (inside.length === 0) return { claims: drafts, refused }
  const place = new Map(drafts.map((draft, index) => [draft, index]))
  for (const { draft, said: outer } of inside) draft.quotation = place.get(outer)!
  return { claims: drafts, refused }
}

/** Every factual assertion of a document as a claim (`readClaims`). */
export const extractClaims = (...read: Parameters<typeof readClaims>): ClaimDraft[] => readClaims(...read).claims

/** Fewer words around a quotation only bring it in. */
const LEAST_FRAME = 5

/** Whether a sentence may hold more than one assertion: most do not, and are not laid out. */
function maySplit({ semicolons, commas, verbs, bits, hasBrackets }: Traits, figures: number): boolean {
  if (semicolons > 0) return true
  if (figures > 1) return commas > 0 || hasBrackets || (bits & Word.coordination) !== 0
  return commas > 0 && verbs > 1 && (bits & (Word.coordination | Word.relative | Word.concession)) !== 0 || (figures > 0 && hasBrackets)
}

function claimsOf(article: Article, layout: Layout, sentence: Sentence, region: Region, around: Candidate['around'], opening: Replaced | null, refused: Refused[]): ClaimDraft[] {
  const { text, tokens, bits, quotations } = article
  const span = bare(article, region.span, sentence.hasMark)
  if (span.start >= span.end) return []
  const facts = factsIn(sentence.facts, span)
  const quotation = region.quotation === null ? null : quotations[region.quotation]!
  const isQuoted = region.kind === 'quoted'
  const whole = assertionOf(article, span, facts, isQuoted)
  const isAll = region.span.start === sentence.span.start && region.span.end === sentence.span.end
  const traits = isAll ? sentence.traits : traitsOf(tokens, bits, ...tokensIn(tokens, region.span))
  const figures = isAll ? sentence.figures : facts.filter(isFigure).length
  // Words around a quotation are a claim when they tell of an occasion, or of something else than who speaks.
  const isFrame = region.kind === 'frame'
  if (isFrame && isOccasion(text, span, facts, quotation!)) return [frameClaim(article, span, facts, quotation!)]
  if (isFrame && (!traits.hasVerb || traits.words < LEAST_FRAME || (traits.bits & Word.attribution) !== 0)) return []
  const reason = refusal({ traits, figures, hasMark: sentence.hasMark, isProse: sentence.isProse, around, isQuoted, isCarried: whole.notes.length > 0, quotes: region.quotes })
  if (reason !== null) {
    refused.push({ span, reason })
    return []
  }
  if (isFrame) return [frameClaim(article, span, facts, quotation!)]
  const parts = maySplit(traits, figures) ? splitAssertions(layout.lay(whole.from, whole.to, facts)) : [{ span, leads: [] }]
  if (parts.length === 1) return [trueClaim(article, whole, { span, leads: [] }, facts, quotation, !isQuoted && span.start === sentence.span.start ? opening : null)]
  return parts.map((part) => {
    const assertion = assertionOf(article, part.span, factsIn(facts, part.span), isQuoted)
    return trueClaim(article, assertion, part, facts, quotation, !isQuoted && assertion.span.start === sentence.span.start ? opening : null)
  })
}

const assertionOf = ({ text, tokens, notes }: Article, span: Span, facts: readonly Fact[], isQuoted: boolean): Assertion => new AssertionOver(text, tokens, span, tokensIn(tokens, span), facts, isQuoted, notes.carrying(span))

function trueClaim(article: Article, assertion: Assertion, part: Part, ofSentence: readonly Fact[], quotation: Quotation | null, opening: Replaced | null): ClaimDraft {
  const { span, tokens, from, to } = assertion
  const start = opening ? opening.from : (part.from ?? span.start)
  const words = (opening?.words ?? '') + withoutMarks(article, { start, end: span.end })
  const isLed = opening !== null || part.leads.length > 0
  const needsContext = pointsAway(tokens, article.bits, opening ? tokenAt(tokens, opening.from) : from, to, isLed) || part.leads.some((lead) => pointsAway(tokens, article.bits, ...tokensIn(tokens, lead), false))
  const governing = part.leads.length === 0 ? [] : part.leads.flatMap((lead) => factsIn(ofSentence, lead))
  const { score, kinds, reasons } = weigh(assertion)
  return claim(article, assertion, stateAssertion(words, part.leads.map((lead) => withoutMarks(article, lead)), part.link), needsContext, kinds, quotation?.speaker ?? null, score, reasons, governing)
}

function frameClaim(article: Article, span: Span, facts: readonly Fact[], quotation: Quotation): ClaimDraft {
  const assertion = assertionOf(article, span, facts, false)
  const { score, kinds, reasons } = weigh(assertion)
  const statement = stateFrame(withoutMarks(article, span), article.text.slice(quotation.inner.start, quotation.inner.end))
  const needsContext = pointsAway(assertion.tokens, article.bits, assertion.from, assertion.to, false)
  return claim(article, assertion, statement, needsContext, kinds.includes('event') ? kinds : ['event', ...kinds.filter((kind) => kind !== 'other')], null, score, reasons, [])
}

/** A claim about a fact; `governing` are the facts of the words it shares with the rest of its sentence. */
function claim(article: Article, assertion: Assertion, statement: string, needsContext: boolean, kinds: ClaimDraft['kinds'], speaker: ClaimDraft['speaker'], score: number, reasons: ClaimDraft['reasons'], governing: readonly Fact[]): ClaimDraft {
  const time: NonNullable<ClaimDraft['time']> = []
  const quantities: Span[] = []
  for (const fact of governing) if (fact.kind === 'date') time.push({ span: fact.span, from: fact.from, to: fact.to })
  for (const fact of assertion.facts) {
    if (fact.kind === 'date') time.push({ span: fact.span, from: fact.from, to: fact.to })
    else if (isFigure(fact)) quantities.push(fact.span)
  }
  return {
    quote: assertion.text, span: assertion.span, statement, needsContext, kinds, layer: 'true', quotation: null, speaker, score, reasons, notes: [...assertion.notes],
    hedges: hedgesIn(assertion.tokens, article.hedges, assertion.from, assertion.to), time, quantities,
  }
}
