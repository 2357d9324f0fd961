import type { Document, Span } from '../document/document.ts'
import type { Segment } from '../segment/segment.ts'
import { findAbbreviations } from './abbreviations.ts'
import { findDates } from './dates.ts'
import { findDurations } from './durations.ts'
import type { Fact, FactOf } from './fact.ts'
import { findFigures } from './figure.ts'
import { findMoney } from './money.ts'
import { findNames } from './names.ts'
import { findNumbers } from './numbers.ts'
import { Taken, type Parser } from './parser.ts'
import { findPercentages } from './percentages.ts'
import { findQuotations } from './quotations.ts'
import { findRanks } from './ranks.ts'

/** Most exact first: what a date or an amount of money takes, no plain number is read from again. */
const FIGURE_PARSERS: readonly Parser[] = [findDates, findPercentages, findMoney, findDurations, findRanks, findNumbers]
/** These may stand across figures ("Industrial Strategy 2050"). */
const WORD_PARSERS: readonly Parser[] = [findNames, findAbbreviations]
/** Running prose only: headings, notes and furniture hold no facts of the article. */
const READ_KINDS = new Set<Segment['kind']>(['sentence'])

/**
 * Everything in the running text that can be looked up: figures as intervals, dates, ranks, names, abbreviations, quotations; sorted by span.
 * Headings, notes and furniture are not read. Linear in the length of the text.
 */
export function findFacts(document: Document, segments: readonly Segment[]): Fact[] {
  const facts: Fact[] = []
  const text = withoutMarks(document)
  for (const segment of segments) if (READ_KINDS.has(segment.kind)) {
    for (const fact of factsOfSentence(text.slice(segment.span.start, segment.span.end))) facts.push(moved(fact, segment.span.start))
  }
  const names = facts.filter((fact): fact is FactOf<'name'> => fact.kind === 'name').sort((a, b) => a.span.start - b.span.start)
  facts.push(...findQuotations(document, segments, names))
  return facts.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

/** The text with the marks of notes blanked, every offset kept: in "in 2018.¹" the format knows that the 1 is no part of the figure. */
function withoutMarks({ text, marks }: Document): string {
  const pieces: string[] = []
  let from = 0
  for (const { kind, span } of [...marks].sort((a, b) => a.span.start - b.span.start)) {
    if ((kind !== 'note-mark' && kind !== 'superscript') || span.start < from) continue
    pieces.push(text.slice(from, span.start), ' '.repeat(span.end - span.start))
    from = span.end
  }
  return pieces.join('') + text.slice(from)
}

/** Facts of one sentence, without quotations; spans index `text`. */
export function factsOfSentence(text: string): Fact[] {
  const sentence = { text, figures: findFigures(text) }
  const facts: Fact[] = []
  const taken = new Taken(text.length)
  for (const parser of FIGURE_PARSERS) {
    const found = parser(sentence, taken.has)
    for (const fact of found) {
      facts.push(fact)
      taken.add(fact.span)
    }
  }
  for (const parser of WORD_PARSERS) for (const fact of parser(sentence, taken.has)) facts.push(fact)
  return facts
}

function moved(fact: Fact, by: number): Fact {
  const shift = (span: Span): Span => ({ start: span.start + by, end: span.end + by })
  return fact.kind === 'abbreviation' ? { ...fact, span: shift(fact.span), longSpan: shift(fact.longSpan) } : { ...fact, span: shift(fact.span) }
}
