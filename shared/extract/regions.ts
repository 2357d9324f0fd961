import { contains, overlaps, type Span } from '../document/document.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import { isFigure, wordsOf } from './assertion.ts'

type Quotation = FactOf<'quotation'>

/** A stretch of one sentence: the article's own words, the words that bring in a quotation (`frame`), or a quotation's own words. */
export interface Region {
  kind: 'own' | 'frame' | 'quoted'
  span: Span
  /** Index into the quotations: whose frame, or whose words. */
  quotation: number | null
}

/** A quotation shorter than this inside a longer sentence is a phrase of that sentence. */
const LONGEST_PHRASE = 10
/** So many words after a quotation make it a part of the sentence around it. */
const WORDS_GOING_ON = 5

/** Cuts a sentence along the quotations that touch it; `first` is the index of the first quotation that may. */
export function regionsOf(text: string, sentence: Span, quotations: readonly Quotation[], first: number): Region[] {
  const touching: number[] = []
  for (let index = first; index < quotations.length && quotations[index]!.span.start < sentence.end; index += 1) if (overlaps(quotations[index]!.span, sentence)) touching.push(index)
  if (touching.length === 0) return [{ kind: 'own', span: sentence, quotation: null }]
  const embedded = touching.filter((index) => isEmbedded(text, sentence, quotations[index]!))
  const regions: Region[] = []
  let cursor = sentence.start
  for (const index of touching) {
    const { span, inner } = quotations[index]!
    const words = { start: Math.max(inner.start, sentence.start), end: Math.min(inner.end, sentence.end) }
    if (words.start < words.end) regions.push({ kind: 'quoted', span: words, quotation: index })
    if (embedded.includes(index)) continue
    if (span.start > cursor) regions.push({ kind: 'frame', span: { start: cursor, end: span.start }, quotation: index })
    cursor = Math.max(cursor, span.end)
  }
  if (cursor < sentence.end) regions.push(cursor === sentence.start ? { kind: 'own', span: sentence, quotation: null } : { kind: 'frame', span: { start: cursor, end: sentence.end }, quotation: touching.at(-1)! })
  return regions
}

function isEmbedded(text: string, sentence: Span, { span, inner }: Quotation): boolean {
  if (!contains(sentence, span) || span.start === sentence.start) return false
  const after = wordsOf(text.slice(span.end, sentence.end)).length
  // Whole sentences in marks are speech; a phrase is part of the sentence that uses it.
  return after >= WORDS_GOING_ON || (!/[.!?…]$/.test(text.slice(inner.end - 1, inner.end)) && wordsOf(text.slice(span.start, span.end)).length < LONGEST_PHRASE && wordsOf(text.slice(sentence.start, span.start)).length >= WORDS_GOING_ON)
}

const OCCASION = /\b(?:at|in|on|during|before|to|speaking|after|from)\s/i

/**
 * Whether the words around a quotation assert something of their own: that the occasion took place then and there.
 * They do when they hold a date or figure, or name an occasion or place besides the speaker.
 */
export function isOccasion(text: string, frame: Span, facts: readonly Fact[], quotation: Quotation): boolean {
  if (facts.some(isFigure)) return true
  const speaker = quotation.speaker
  // Names between the speaker and the verb are the speaker's own description.
  return facts.some((fact) => fact.kind === 'name' && (speaker === null || !overlaps(frame, speaker.span) || fact.span.end < speaker.span.start - (speaker.role?.length ?? 0))
    && OCCASION.test(text.slice(Math.max(frame.start, fact.span.start - 16), fact.span.start)))
}
