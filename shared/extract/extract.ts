import type { Citation } from '../citations/citation.ts'
import { contains, type Document, type Span } from '../document/document.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import type { Segment } from '../segment/segment.ts'
import { tokenise, tokensIn, type Tokens } from '../segment/tokens.ts'
import { assertionOver, isFigure, type Assertion } from './assertion.ts'
import type { ClaimDraft } from './claim-draft.ts'
import { refusal, type Candidate } from './judge.ts'
import { NoteIndex } from './notes.ts'
import { isOccasion, regionsOf, type Region } from './regions.ts'
import { splitAssertions, type Part } from './split.ts'
import { needsContext, stateAssertion, stateFrame, stateQuotation } from './statement.ts'
import { traitsOf, type Traits } from './traits.ts'
import { voicesOf } from './voice.ts'
import { weigh } from './weigh.ts'
import { classifyWords } from './words.ts'

type Quotation = FactOf<'quotation'>
/** What every step looks at. */
interface Article { text: string; tokens: Tokens; notes: NoteIndex; bits: Int32Array; quotations: readonly Quotation[] }
/** A sentence with what is known of it before it is judged. */
interface Sentence { span: Span; facts: readonly Fact[]; traits: Traits; figures: number; hasMark: boolean; isProse: boolean }

/** Whether words were said is always worth asking; more so when a note is meant to show it. */
const SAID_SCORE = 0.5
const SAID_CITED = 0.1

/**
 * Every factual assertion as a claim, in text order, outer before inner.
 *
 * A quotation is one `said` claim over the whole of it; each assertion inside is a `true` claim that points at it. The sentence around a quotation
 * is a `true` claim of its own when it names a date, a figure, a place or an occasion ("At the 2019 forum, Wang said"): that the occasion took place is
 * another question than what was said there. Questions, rhetoric, talk of the article about itself, headings, notes and furniture yield nothing.
 */
export function extractClaims(document: Document, segments: readonly Segment[], citations: readonly Citation[], facts: readonly Fact[], tokens: Tokens = tokenise(document.text)): ClaimDraft[] {
  const quotations = facts.filter((fact): fact is Quotation => fact.kind === 'quotation')
  const article: Article = { text: document.text, tokens, notes: new NoteIndex(citations), bits: classifyWords(tokens), quotations }
  const drafts: { draft: ClaimDraft; quotation: number | null }[] = []
  const said = quotations.map((quotation) => {
    const draft = saidClaim(article, quotation)
    drafts.push({ draft, quotation: null })
    return draft
  })
  const sentences = sentencesOf(article, document, segments, facts)
  const voices = voicesOf(sentences)
  let first = 0
  sentences.forEach((sentence, index) => {
    while (first < quotations.length && quotations[first]!.span.end <= sentence.span.start) first += 1
    for (const region of regionsOf(article.text, sentence.span, quotations, first)) {
      for (const draft of claimsOf(article, sentence, region, voices[index]!)) drafts.push({ draft, quotation: region.kind === 'quoted' ? region.quotation : null })
    }
  })
  drafts.sort((a, b) => a.draft.span.start - b.draft.span.start || b.draft.span.end - a.draft.span.end || (a.draft.layer === 'said' ? -1 : b.draft.layer === 'said' ? 1 : 0))
  const place = new Map(drafts.map(({ draft }, index) => [draft, index]))
  return drafts.map(({ draft, quotation }) => (quotation === null ? draft : { ...draft, quotation: place.get(said[quotation]!)! }))
}

/** The sentences of running text, each with the facts that begin in it; quotations are read apart. */
function sentencesOf({ tokens, bits, notes }: Article, { blocks }: Document, segments: readonly Segment[], facts: readonly Fact[]): Sentence[] {
  const others = facts.filter(({ kind }) => kind !== 'quotation')
  const sentences: Sentence[] = []
  let fact = 0
  let token = 0
  for (const { kind, span, block } of segments) {
    if (kind !== 'sentence') continue
    while (fact < others.length && others[fact]!.span.start < span.start) fact += 1
    const inside: Fact[] = []
    for (; fact < others.length && others[fact]!.span.start < span.end; fact += 1) inside.push(others[fact]!)
    while (token < tokens.count && tokens.start[token]! < span.start) token += 1
    const from = token
    while (token < tokens.count && tokens.start[token]! < span.end) token += 1
    const inBlock = blocks[block]?.kind
    sentences.push({
      span, facts: inside, traits: traitsOf(tokens, bits, from, token), figures: inside.filter(isFigure).length,
      hasMark: notes.marksIn(span).length > 0, isProse: inBlock === 'paragraph' || inBlock === 'quote',
    })
  }
  return sentences
}

function claimsOf(article: Article, sentence: Sentence, region: Region, around: Candidate['around']): ClaimDraft[] {
  const { text, tokens, bits, quotations } = article
  const span = bare(article, region.span)
  if (span.start >= span.end) return []
  const facts = sentence.facts.filter((fact) => contains(span, fact.span))
  const quotation = region.quotation === null ? null : quotations[region.quotation]!
  if (region.kind === 'frame') return isOccasion(text, span, facts, quotation!) ? frameClaim(article, span, facts, quotation!) : []
  const isQuoted = region.kind === 'quoted'
  const isWhole = region.span.start === sentence.span.start && region.span.end === sentence.span.end
  const whole = assertionOf(article, span, facts, isQuoted)
  const candidate = {
    ...sentence, around, isQuoted, isCarried: whole.notes.length > 0, quotes: false,
    ...(isWhole ? {} : { traits: traitsOf(tokens, bits, ...tokensIn(tokens, region.span)), figures: facts.filter(isFigure).length }),
  }
  if (refusal(candidate) !== null) return []
  const parts = splitAssertions(text, span, facts)
  return parts.map((part) => trueClaim(article, parts.length === 1 ? whole : assertionOf(article, part.span, facts.filter((fact) => contains(part.span, fact.span)), isQuoted), part, quotation))
}

const assertionOf = ({ text, tokens, notes }: Article, span: Span, facts: readonly Fact[], isQuoted: boolean): Assertion => assertionOver(text, tokens, span, { facts, isQuoted, notes: notes.carrying(span) })

function trueClaim(article: Article, assertion: Assertion, part: Part, quotation: Quotation | null): ClaimDraft {
  const statement = stateAssertion(withoutMarks(article, assertion.span), part.lead && withoutMarks(article, part.lead))
  return {
    quote: assertion.text, span: assertion.span, statement, needsContext: needsContext(statement), ...weigh(assertion),
    layer: 'true', quotation: null, speaker: quotation?.speaker ?? null, notes: [...assertion.notes],
  }
}

function frameClaim(article: Article, span: Span, facts: readonly Fact[], quotation: Quotation): ClaimDraft[] {
  const assertion = assertionOf(article, span, facts, false)
  const { score, kinds, reasons } = weigh(assertion)
  const statement = stateFrame(withoutMarks(article, span), article.text.slice(quotation.inner.start, quotation.inner.end))
  return [{
    quote: assertion.text, span, statement, needsContext: needsContext(statement), score, reasons,
    kinds: kinds.includes('event') ? kinds : ['event', ...kinds.filter((kind) => kind !== 'other')], layer: 'true', quotation: null, speaker: null, notes: [...assertion.notes],
  }]
}

function saidClaim({ text, notes }: Article, quotation: Quotation): ClaimDraft {
  const { span, inner, speaker } = quotation
  const carrying = notes.carrying(span)
  const reasons = [{ signal: 'quotation', label: 'gives somebody’s exact words', weight: SAID_SCORE }]
  if (carrying.length > 0) reasons.push({ signal: 'cited', label: 'carries a note that must support it', weight: SAID_CITED })
  return {
    quote: text.slice(span.start, span.end), span, statement: stateQuotation(text.slice(inner.start, inner.end), speaker), needsContext: speaker === null, kinds: ['quotation', 'attribution'],
    layer: 'said', quotation: null, speaker, score: reasons.reduce((sum, { weight }) => sum + weight, 0), reasons, notes: carrying,
  }
}

/** How far before the end of a sentence its note marks and white space are looked for. */
const TAIL = 80
const LEADING = /^[\s…,;:.–—•·*)\]-]+/

/** A region without the white space, ellipses, commas and note marks around it. */
function bare({ text, notes }: Article, span: Span): Span {
  let { start, end } = span
  for (let before = -1; before !== start;) {
    before = start
    start += LEADING.exec(text.slice(start, end))?.[0].length ?? 0
    const mark = notes.marksIn({ start, end: Math.min(start + 1, end) })[0]
    if (mark && mark.start <= start && mark.end <= end) start = mark.end
  }
  for (let before = -1; before !== end && end > start;) {
    before = end
    const tail = text.slice(Math.max(start, end - TAIL), end)
    end -= tail.length - tail.replace(/[\s,;:—–…]+$/, '').length
    const mark = notes.marksIn({ start: Math.max(start, end - 1), end }).at(-1)
    if (mark && mark.start >= start && mark.end >= end) end = mark.start
  }
  return { start, end: Math.max(start, end) }
}

function withoutMarks({ text, notes }: Article, span: Span): string {
  let words = ''
  let at = span.start
  for (const mark of notes.marksIn(span)) {
    words += text.slice(at, Math.max(at, mark.start))
    at = Math.max(at, mark.end)
  }
  return words + text.slice(Math.min(at, span.end), span.end)
}
