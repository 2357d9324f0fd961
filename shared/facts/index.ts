import type { Document, Span } from '../document/document.ts'
import type { Segment } from '../segment/segment.ts'
import { classify, tokenise, tokenAt, type Tokens } from '../segment/tokens.ts'
import { marksOf, withoutMarks } from '../segment/unmarked.ts'
import { Abbreviations } from './abbreviations.ts'
import { dateReader } from './dates.ts'
import { agreeOnNames } from './name-agreement.ts'
import { nameBitsOf } from './name-lexicon.ts'
import { findNames } from './names.ts'
import { findQuotations } from './quotations.ts'
import { readRank } from './ranks.ts'
import { readAgeDecade, readDuration, readUnnumbered } from './durations.ts'
import type { Fact, FactOf } from './fact.ts'
import { addSentence, insert, Refillable } from './fact-lists.ts'
import { BEGINS_DATE, BEGINS_RANK, bitsOf, Word } from './lexicon.ts'
import { readPlaces } from './bounds.ts'
import { readMeasure } from './measures.ts'
import { readMoney } from './money.ts'
import { readNumber } from './numbers.ts'
import { readRatio } from './ratios.ts'
import { readLeadingPercentage, readPercentage } from './percentages.ts'
import { Reading } from './reading.ts'
import { outlookOf } from './stops.ts'
import { walk, type FigureKind, type PlaceKind } from './walk.ts'

/** Most exact first: what a percentage or an amount of money takes, no plain number is read from again. */
const FIGURE_KINDS: readonly FigureKind[] = [readPercentage, readMoney, readDuration, readMeasure, readNumber]
const placeKinds = (options: FactOptions): readonly PlaceKind[] => [
  { bits: Word.digits | Word.cardinal | Word.period, read: readAgeDecade },
  { bits: BEGINS_DATE, read: dateReader(options.referenceDate) },
  { bits: Word.digits | Word.cardinal, read: readRatio },
  { bits: Word.percent, read: readLeadingPercentage },
  { bits: Word.ordinal, read: readPlaces },
  { bits: BEGINS_RANK, read: readRank },
  { bits: Word.opener | Word.timeUnit, read: readUnnumbered },
]

export interface FactOptions {
  /** The article's own date (ISO 8601), from which "last year" and "on Friday" are counted; without it such dates stay relative. */
  referenceDate?: string
  /** Marks of notes, in text order, that are no part of what is read; without them, those that the format of the document knew. */
  marks?: readonly Span[]
}

/**
 * Everything in the running text that can be looked up: figures as intervals, dates, ranks, names, abbreviations, quotations; sorted by span.
 * Headings, notes and furniture are not read. Linear in the length of the text.
 */
export function findFacts(document: Document, segments: readonly Segment[], tokens: Tokens = tokenise(document.text), options: FactOptions = {}): Fact[] {
  const own = withoutMarks(document.text, tokens, options.marks ?? marksOf(document))
  const r = new Reading(document.text, own, classify(own, bitsOf), classify(own, nameBitsOf))
  const places = placeKinds(options)
  const outlook = outlookOf(r)
  const all: Fact[] = []
  const named: FactOf<'name'>[] = []
  const abbreviations = new Abbreviations(r)
  const figures = new Refillable<Fact>()
  const names = new Refillable<FactOf<'name'>>()
  const brackets = new Refillable<number>()
  let at = 0
  for (const { kind, span } of segments) {
    if (kind !== 'sentence') continue
    if (at >= own.count || own.start[at]! < span.start || (at > 0 && own.start[at - 1]! >= span.start)) at = tokenAt(own, span.start)
    r.from = at
    while (at < own.count && own.start[at]! < span.end) at += 1
    r.to = at
    figures.clear()
    names.clear()
    brackets.clear()
    walk(r, outlook.figures, places, FIGURE_KINDS, figures)
    findNames(r, outlook, names, brackets)
    abbreviations.read(brackets, names)
    addSentence(all, named, figures, names)
  }
  abbreviations.settle()
  agreeOnNames(document.text, named)
  const quotations = findQuotations(document, segments, r, outlook.names, named)
  return insert(all, insert(abbreviations.found, quotations))
}

/** Facts of one sentence, without quotations; spans index `text`. */
export function factsOfSentence(text: string, options: FactOptions = {}): Fact[] {
  const document: Document = { title: '', text, blocks: [], marks: [], warnings: [] }
  return findFacts(document, [{ kind: 'sentence', span: { start: 0, end: text.length }, block: 0 }], tokenise(text), options)
}
