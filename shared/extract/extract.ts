import type { Citation } from '../citations/citation.ts'
import type { Block, Document, Span } from '../document/document.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import type { Segment } from '../segment/segment.ts'
import { tokenise, type Tokens } from '../segment/tokens.ts'
import { withoutMarks } from '../segment/unmarked.ts'
import { Antecedents, type Replaced } from './antecedents.ts'
import { isFigure, type Assertion } from './assertion.ts'
import type { ClaimDraft } from './claim-draft.ts'
import { Layout } from './clauses.ts'
import { assertionOf, frameClaim, trueClaim } from './drafts.ts'
import { classifyHedges } from './hedges.ts'
import { refusal, type Judge } from './judge.ts'
import { NoteIndex } from './notes.ts'
import type { Part } from './parts.ts'
import { isOccasion, regionsOf, type Region } from './regions.ts'
import { saidClaim } from './said.ts'
import { bare, factsIn, sentencesOf, within, type Article, type Sentence } from './sentence.ts'
import { classifySigns } from './signs.ts'
import { splitAssertions } from './split.ts'
import { traitsOf, type Traits } from './traits.ts'
import { Voices, type Around } from './voice.ts'
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
export function readClaims(document: Document, segments: readonly Segment[], citations: readonly Citation[], facts: readonly Fact[], all: Tokens = tokenise(document.text), judge: Judge = refusal): { claims: ClaimDraft[]; refused: Refused[] } {
  const notes = new NoteIndex(citations)
  const tokens = withoutMarks(document.text, all, notes.marks)
  const quotations = facts.filter((fact): fact is Quotation => fact.kind === 'quotation')
  const article: Article = { text: document.text, tokens, bits: classifyWords(tokens), signs: classifySigns(tokens), hedges: classifyHedges(tokens), notes, quotations }
  const drafts: ClaimDraft[] = []
  const refused: Refused[] = []
  const sentences = sentencesOf(article, document, segments, facts)
  const voices = new Voices(sentences)
  const antecedents = new Antecedents(article)
  const layout = new Layout(tokens, article.bits, article.signs)
  let first = 0
  for (let index = 0; index < sentences.length; index += 1) {
    const sentence = sentences[index]!
    while (first < quotations.length && quotations[first]!.span.end <= sentence.span.start) first += 1
    const opening = antecedents.next(sentence)
    for (const region of regionsOf(article.text, tokens, sentence.span, quotations, first)) claimsOf(article, layout, sentence, region, document.blocks[sentence.block]?.kind, voices.around(index), opening, judge, drafts, refused)
  }
  return { claims: withSaid(drafts.sort(byPlace), quotations.map((quotation) => saidClaim(article, quotation))), refused }
}

const byPlace = (a: ClaimDraft, b: ClaimDraft): number => a.span.start - b.span.start || b.span.end - a.span.end

/** Both lists in text order as one, a quotation before the claims inside it. These name it by its index in `said`, and then by its index among all. */
function withSaid(drafts: readonly ClaimDraft[], said: readonly ClaimDraft[]): ClaimDraft[] {
  const claims: ClaimDraft[] = []
  const places: number[] = []
  const add = (quotation: ClaimDraft): void => {
    places.push(claims.length)
    claims.push(quotation)
  }
  for (const draft of drafts) {
    while (places.length < said.length && byPlace(said[places.length]!, draft) <= 0) add(said[places.length]!)
    claims.push(draft)
  }
  while (places.length < said.length) add(said[places.length]!)
  for (const draft of drafts) if (draft.quotation !== null) draft.quotation = places[draft.quotation]!
  return claims
}

/** Fewer words around a quotation only bring it in. */
const LEAST_FRAME = 5

/** Whether a sentence may hold more than one assertion: most do not, and are not laid out. */
function maySplit({ semicolons, commas, verbs, bits, hasBrackets }: Traits, figures: number): boolean {
  if (semicolons > 0) return true
  if (figures > 1) return commas > 0 || hasBrackets || (bits & Word.coordination) !== 0
  return commas > 0 && verbs > 1 && (bits & (Word.coordination | Word.relative | Word.concession)) !== 0 || (figures > 0 && hasBrackets)
}

/** Adds the claims of one region to `drafts`, or says in `refused` why it has none. */
function claimsOf(article: Article, layout: Layout, sentence: Sentence, region: Region, inBlock: Block['kind'] | undefined, around: Around, opening: Replaced | null, judge: Judge, drafts: ClaimDraft[], refused: Refused[]): void {
  const { text, tokens, bits, signs, quotations } = article
  const { hasMark, isProse } = sentence
  const span = bare(article, region.span, hasMark)
  if (span.start >= span.end) return
  const facts = factsIn(sentence.facts, span)
  const isQuoted = region.kind === 'quoted'
  const isAll = region.span.start === sentence.span.start && region.span.end === sentence.span.end
  const traits = isAll ? sentence.traits : traitsOf(tokens, bits, signs, ...within(tokens, sentence, region.span))
  const whole = assertionOf(article, sentence, span, facts, isQuoted, traits.verb)
  const figures = isAll ? sentence.figures : facts.filter(isFigure).length
  // Words around a quotation are a claim when they tell of an occasion, or of something else than who speaks.
  const framed = region.kind === 'frame' ? quotations[region.quotation!]! : null
  if (framed && isOccasion(text, span, facts, framed)) {
    drafts.push(frameClaim(article, sentence, whole, framed))
    return
  }
  if (framed && (!traits.hasVerb || traits.words < LEAST_FRAME || (traits.bits & Word.attribution) !== 0)) return
  const reason = judge({ assertion: whole, traits, hasMark, isProse, inBlock, around })
  if (reason !== null) {
    refused.push({ span, reason })
    return
  }
  if (framed) {
    drafts.push(frameClaim(article, sentence, whole, framed))
    return
  }
  const parts = maySplit(traits, figures) ? splitAssertions(layout.lay(whole.from, whole.to, facts)) : NONE
  if (parts.length < 2) drafts.push(trueClaim(article, sentence, whole, null, region.quotation, opensWith(sentence, whole, opening)))
  else for (const part of parts) {
    const assertion = assertionOf(article, sentence, part.span, factsIn(facts, part.span), isQuoted, null)
    drafts.push(trueClaim(article, sentence, assertion, part, region.quotation, opensWith(sentence, assertion, opening)))
  }
}

/** What the opening of a sentence stands for, where the assertion has it and nobody else speaks. */
const opensWith = (sentence: Sentence, { span, isQuoted }: Assertion, opening: Replaced | null): Replaced | null => (!isQuoted && span.start === sentence.span.start ? opening : null)

const NONE: readonly Part[] = []
