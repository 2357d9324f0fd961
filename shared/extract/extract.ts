import type { Citation } from '../citations/citation.ts'
import type { Document, Span } from '../document/document.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import type { Segment } from '../segment/segment.ts'
import { tokenise, type Tokens } from '../segment/tokens.ts'
import { Antecedents, type Replaced } from './antecedents.ts'
import { isFigure } from './assertion.ts'
import type { ClaimDraft } from './claim-draft.ts'
import { Layout } from './clauses.ts'
import { assertionOf, frameClaim, trueClaim } from './drafts.ts'
import { classifyHedges } from './hedges.ts'
import { refusal, type Candidate } from './judge.ts'
import { NoteIndex } from './notes.ts'
import { isOccasion, regionsOf, type Region } from './regions.ts'
import { saidClaim } from './said.ts'
import { bare, factsIn, sentencesOf, within, type Article, type Sentence } from './sentence.ts'
import { splitAssertions } from './split.ts'
import { traitsOf, type Traits } from './traits.ts'
import { voicesOf } from './voice.ts'
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
  const whole = assertionOf(article, sentence, span, facts, isQuoted)
  const isAll = region.span.start === sentence.span.start && region.span.end === sentence.span.end
  const traits = isAll ? sentence.traits : traitsOf(tokens, bits, ...within(tokens, sentence, region.span))
  const figures = isAll ? sentence.figures : facts.filter(isFigure).length
  // Words around a quotation are a claim when they tell of an occasion, or of something else than who speaks.
  const isFrame = region.kind === 'frame'
  if (isFrame && isOccasion(text, span, facts, quotation!)) return [frameClaim(article, sentence, whole, quotation!)]
  if (isFrame && (!traits.hasVerb || traits.words < LEAST_FRAME || (traits.bits & Word.attribution) !== 0)) return []
  const reason = refusal({ traits, figures, hasMark: sentence.hasMark, isProse: sentence.isProse, around, isQuoted, isCarried: whole.notes.length > 0, quotes: region.quotes })
  if (reason !== null) {
    refused.push({ span, reason })
    return []
  }
  if (isFrame) return [frameClaim(article, sentence, whole, quotation!)]
  const parts = maySplit(traits, figures) ? splitAssertions(layout.lay(whole.from, whole.to, facts)) : []
  if (parts.length < 2) return [trueClaim(article, sentence, whole, null, quotation, !isQuoted && span.start === sentence.span.start ? opening : null)]
  return parts.map((part) => {
    const assertion = assertionOf(article, sentence, part.span, factsIn(facts, part.span), isQuoted)
    return trueClaim(article, sentence, assertion, part, quotation, !isQuoted && assertion.span.start === sentence.span.start ? opening : null)
  })
}
