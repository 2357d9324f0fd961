import { overlaps, type Document, type Span } from '../document/document.ts'
import type { Segment } from '../segment/segment.ts'
import { classify, tokenise, tokenAt, type Tokens } from '../segment/tokens.ts'
import { findAbbreviations } from './abbreviations.ts'
import { findDates } from './dates.ts'
import { findNames } from './names.ts'
import { findQuotations } from './quotations.ts'
import { findRanks } from './ranks.ts'
import { readDuration } from './durations.ts'
import type { Fact, FactOf } from './fact.ts'
import { bitsOf, Word } from './lexicon.ts'
import { readMeasure } from './measures.ts'
import { readMoney } from './money.ts'
import { readNumber } from './numbers.ts'
import { readLeadingPercentage, readPercentage } from './percentages.ts'
import { Reading } from './reading.ts'
import { withoutMarks } from './unmarked.ts'
import { walk, type FigureKind, type PlaceKind } from './walk.ts'

/** Most exact first: what a percentage or an amount of money takes, no plain number is read from again. */
const FIGURE_KINDS: readonly FigureKind[] = [readPercentage, readMoney, readDuration, readMeasure, readNumber]
const PLACE_KINDS: readonly PlaceKind[] = [
  { bits: Word.percent, read: readLeadingPercentage },
]

export interface FactOptions {
  /** The article's own date (ISO 8601), from which "last year" and "on Friday" are counted; without it such dates stay relative. */
  referenceDate?: string
}

/**
 * Everything in the running text that can be looked up: figures as intervals, dates, ranks, names, abbreviations, quotations; sorted by span.
 * Headings, notes and furniture are not read. Linear in the length of the text.
 */
export function findFacts(document: Document, segments: readonly Segment[], tokens: Tokens = tokenise(document.text), options: FactOptions = {}): Fact[] {
  const facts: Fact[] = []
  const own = withoutMarks(document, tokens)
  const r = new Reading(document.text, own, classify(own, bitsOf))
  let at = 0
  for (const { kind, span } of segments) {
    if (kind !== 'sentence') continue
    if (at >= own.count || own.start[at]! > span.start || (at + 1 < own.count && own.start[at]! < span.start)) at = tokenAt(own, span.start)
    r.from = at
    while (at < own.count && own.start[at]! < span.end) at += 1
    r.to = at
    const mine: Fact[] = []
    walk(r, PLACE_KINDS, FIGURE_KINDS, mine)
    const sentence = { text: document.text.slice(span.start, span.end), figures: [] }
    const old = [...findDates(sentence, () => false), ...findRanks(sentence, () => false)]
    const moved = [...old.filter((f) => f.kind === 'date' || !old.some((o) => o.kind === 'date' && overlaps(o.span, f.span))), ...findNames(sentence, () => false), ...findAbbreviations(sentence, () => false)].map((fact) => {
      const shift = (s: Span): Span => ({ start: s.start + span.start, end: s.end + span.start })
      return fact.kind === 'abbreviation' ? { ...fact, span: shift(fact.span), longSpan: shift(fact.longSpan) } : { ...fact, span: shift(fact.span) }
    })
    facts.push(...moved, ...mine.filter((f) => !moved.some((m) => (m.kind === 'date' || m.kind === 'rank') && overlaps(m.span, f.span))))
  }
  void options
  const names = facts.filter((fact): fact is FactOf<'name'> => fact.kind === 'name').sort((a, b) => a.span.start - b.span.start)
  facts.push(...findQuotations(document, segments, names))
  return facts.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

/** Facts of one sentence, without quotations; spans index `text`. */
export function factsOfSentence(text: string, options: FactOptions = {}): Fact[] {
  const document: Document = { title: '', text, blocks: [], marks: [], warnings: [] }
  return findFacts(document, [{ kind: 'sentence', span: { start: 0, end: text.length }, block: 0 }], tokenise(text), options)
}
