import type { Document, Span } from '../document/document.ts'
import { firstWhere } from '../document/in-order.ts'
import { codesOf } from '../document/sign-codes.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import type { Segment } from '../segment/segment.ts'
import { tokensIn, type Tokens } from '../segment/tokens.ts'
import { isFigure } from './assertion.ts'
import type { NoteIndex } from './notes.ts'
import { traitsOf, type Traits } from './traits.ts'

/** What every step looks at. */
export interface Article {
  text: string
  tokens: Tokens
  /** Bits of each distinct word and sign (`classifyWords`, `classifySigns`, `classifyHedges`). */
  bits: Int32Array
  signs: Int32Array
  hedges: Int32Array
  notes: NoteIndex
  quotations: readonly FactOf<'quotation'>[]
}

/** A sentence with what is known of it before it is judged. */
export interface Sentence {
  span: Span
  block: number
  /** Its tokens, half-open. */
  from: number
  to: number
  /** Facts that begin in it, in text order; quotations are read apart. */
  facts: readonly Fact[]
  traits: Traits
  figures: number
  hasMark: boolean
  isProse: boolean
  /** Nothing but single spaces stands between its tokens. */
  isOneLine: boolean
}

const NO_FACTS: readonly Fact[] = []
const SPACE = 0x20

/** The sentences of running text in order. */
export function sentencesOf({ text, tokens, bits, signs, notes }: Article, { blocks }: Document, segments: readonly Segment[], facts: readonly Fact[]): Sentence[] {
  const sentences: Sentence[] = []
  const { start, end, count } = tokens
  let fact = 0
  let factStart = facts.length > 0 ? facts[0]!.span.start : Infinity
  let token = 0
  for (const { kind, span, block } of segments) {
    if (kind !== 'sentence') continue
    let inside: Fact[] | null = null
    let figures = 0
    for (; factStart < span.end; factStart = fact < facts.length ? facts[fact]!.span.start : Infinity) {
      const own = facts[fact]!
      fact += 1
      if (factStart < span.start || own.kind === 'quotation') continue
      if (inside === null) inside = [own]
      else inside.push(own)
      if (isFigure(own)) figures += 1
    }
    while (token < count && start[token]! < span.start) token += 1
    const from = token
    let isOneLine = true
    for (; token < count && start[token]! < span.end; token += 1) {
      const gap = token === from ? 0 : start[token]! - end[token - 1]!
      if (gap > 1 || (gap === 1 && text.charCodeAt(start[token]! - 1) !== SPACE)) isOneLine = false
    }
    const inBlock = blocks[block]?.kind
    sentences.push({
      span, block, from, to: token, facts: inside ?? NO_FACTS, traits: traitsOf(tokens, bits, signs, from, token), figures, hasMark: notes.hasMark(span), isProse: inBlock === 'paragraph' || inBlock === 'quote', isOneLine,
    })
  }
  return sentences
}

/** In a sentence of more tokens a place is searched, not walked to. */
const LONG = 400

/** The tokens of a sentence that lie wholly in a span: hardly any are outside, so it is walked in from both ends. */
export function within(tokens: Tokens, { from, to }: { from: number; to: number }, span: Span): [number, number] {
  if (to - from > LONG) return tokensIn(tokens, span)
  let [first, last] = [from, to]
  while (first < last && tokens.start[first]! < span.start) first += 1
  while (last > first && tokens.end[last - 1]! > span.end) last -= 1
  return [first, last]
}

/** Those of a sentence's facts that lie wholly in a span: mostly all of them. */
export function factsIn(facts: readonly Fact[], { start, end }: Span): readonly Fact[] {
  if (facts.every(({ span }) => span.start >= start && span.end <= end)) return facts
  const inside: Fact[] = []
  for (let at = firstWhere(facts, (fact) => fact.span.start >= start); at < facts.length && facts[at]!.span.start < end; at += 1) if (facts[at]!.span.end <= end) inside.push(facts[at]!)
  return inside
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029 || code === 0xfeff || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f
const LEADING = codesOf('…,;:.–—•·*)]-')
const TRAILING = codesOf(',;:—–…')
const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
const FULL_STOP = 0x2e

/** A region without the white space, ellipses, commas and note marks around it. */
export function bare({ text, notes }: Article, span: Span, hasMark: boolean): Span {
  let { start, end } = span
  // Most open with a letter and end in a full stop.
  if (!hasMark && start < end && isLetter(text.charCodeAt(start)) && text.charCodeAt(end - 1) === FULL_STOP) return span
  for (let before = -1; before !== start;) {
    before = start
    while (start < end && (isSpace(text.charCodeAt(start)) || LEADING.has(text.charCodeAt(start)))) start += 1
    const mark = hasMark ? notes.marksIn({ start, end: Math.min(start + 1, end) })[0] : undefined
    if (mark && mark.start <= start && mark.end <= end) start = mark.end
  }
  for (let before = -1; before !== end && end > start;) {
    before = end
    while (end > start && (isSpace(text.charCodeAt(end - 1)) || TRAILING.has(text.charCodeAt(end - 1)))) end -= 1
    const mark = hasMark ? notes.marksIn({ start: Math.max(start, end - 1), end }).at(-1) : undefined
    if (mark && mark.start >= start && mark.end >= end) end = mark.start
  }
  return { start, end: Math.max(start, end) }
}

const NONE: readonly Span[] = []
/** Signs before which no space is left where a mark stood. */
const PAUSES = codesOf(',;:.)')
/** The words under a span without the note marks in them. */
export function wordsUnder({ text, notes }: Article, span: Span, hasMark: boolean): string {
  const marks = hasMark ? notes.marksIn(span) : NONE
  if (marks.length === 0) return text.slice(span.start, span.end)
  let words = ''
  let at = span.start
  for (const mark of marks) {
    words += text.slice(at, Math.max(at, mark.start))
    at = Math.max(at, mark.end)
    if (PAUSES.has(text.charCodeAt(at))) words = words.trimEnd()
  }
  return words + text.slice(Math.min(at, span.end), span.end)
}
