import { contains, overlaps, type Span } from '../document/document.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import { TokenKind, tokenAt, type Tokens } from '../segment/tokens.ts'
import { isFigure } from './assertion.ts'

type Quotation = FactOf<'quotation'>

/** A stretch of one sentence: the article's own words, the words that bring in a quotation (`frame`), or a quotation's own words. */
export interface Region {
  kind: 'own' | 'frame' | 'quoted'
  span: Span
  /** Index into the quotations: whose frame, or whose words. */
  quotation: number | null
  /** An `own` stretch that uses somebody's phrase. */
  quotes: boolean
}

/** A quotation shorter than this inside a longer sentence is a phrase of that sentence. */
const LONGEST_PHRASE = 10
/** So many words after a quotation make it a part of the sentence around it. */
const WORDS_GOING_ON = 5
/** Words are counted over so many tokens at most: a run of signs holds none. */
const COUNTED = 60

/** Cuts a sentence along the quotations that touch it; `first` is the index of the first quotation that may. */
export function regionsOf(text: string, tokens: Tokens, sentence: Span, quotations: readonly Quotation[], first: number): Region[] {
  if (first >= quotations.length || quotations[first]!.span.start >= sentence.end) return [{ kind: 'own', span: sentence, quotation: null, quotes: false }]
  const regions: Region[] = []
  let cursor = sentence.start
  let last = -1
  for (let index = first; index < quotations.length && quotations[index]!.span.start < sentence.end; index += 1) {
    const { span, inner } = quotations[index]!
    if (!overlaps(span, sentence)) continue
    last = index
    const words = { start: Math.max(inner.start, sentence.start), end: Math.min(inner.end, sentence.end) }
    if (words.start < words.end) regions.push({ kind: 'quoted', span: words, quotation: index, quotes: false })
    if (isEmbedded(text, tokens, sentence, quotations[index]!)) continue
    if (span.start > cursor) regions.push({ kind: 'frame', span: { start: cursor, end: span.start }, quotation: index, quotes: false })
    cursor = Math.max(cursor, span.end)
  }
  if (cursor < sentence.end) regions.push(cursor === sentence.start ? { kind: 'own', span: sentence, quotation: null, quotes: last >= 0 } : { kind: 'frame', span: { start: cursor, end: sentence.end }, quotation: last, quotes: false })
  return regions
}

function isEmbedded(text: string, tokens: Tokens, sentence: Span, { span, inner }: Quotation): boolean {
  if (!contains(sentence, span) || span.start === sentence.start) return false
  // Words that go on in the grammar of their sentence: became “the greatest obstacle to change”.
  if (OPENS_SMALL.test(text.slice(inner.start, inner.start + 2)) && !/[,:，：]\s*$/.test(text.slice(Math.max(sentence.start, span.start - 3), span.start))) return true
  // Whole sentences in marks are speech; a phrase is part of the sentence that uses it.
  return hasWords(tokens, span.end, sentence.end, WORDS_GOING_ON)
    || (!/[.!?…]/.test(text[inner.end - 1] ?? '') && !hasWords(tokens, span.start, span.end, LONGEST_PHRASE) && hasWords(tokens, sentence.start, span.start, WORDS_GOING_ON))
}

function hasWords(tokens: Tokens, start: number, end: number, enough: number): boolean {
  let words = 0
  const from = tokenAt(tokens, start)
  for (let at = from; at < Math.min(tokens.count, from + COUNTED) && tokens.start[at]! < end && words < enough; at += 1) if (tokens.kind[at] !== TokenKind.sign) words += 1
  return words >= enough
}

/** "[p]atients": a small letter put for the capital of the source. */
const OPENS_SMALL = /^\[?\p{Ll}/u

const OCCASION = /\b(?:at|in|on|during|before|to|speaking|after|from)\s/i

/**
 * Whether the words around a quotation assert something of their own: that the occasion took place then and there.
 * They do when they hold a date or figure, or name an occasion or place besides the speaker: "Doe wrote in the Leeds Herald".
 */
export function isOccasion(text: string, frame: Span, facts: readonly Fact[], quotation: Quotation): boolean {
  if (facts.some(isFigure)) return true
  const { speaker, verb } = quotation
  const isSpokenHere = speaker !== null && overlaps(frame, speaker.span)
  // Names between the speaker and the verb, or behind both ("said Jane Doe of Leeds"), are the speaker's own description.
  const said = isSpokenHere && verb !== undefined ? text.indexOf(verb, speaker.span.end) : -1
  const behind = said >= 0 && said < frame.end ? said + verb!.length : Infinity
  return facts.some((fact) => fact.kind === 'name' && (!isSpokenHere || fact.span.end < speaker.span.start - (speaker.role?.length ?? 0) || fact.span.start >= behind)
    && OCCASION.test(text.slice(Math.max(frame.start, fact.span.start - 16), fact.span.start)))
}
