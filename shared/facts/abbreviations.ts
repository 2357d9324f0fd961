import type { Segment } from '../segment/segment.ts'
import { tokenAt, TokenKind } from '../segment/tokens.ts'
import type { FactOf } from './fact.ts'
import type { Reading } from './reading.ts'

/** Words between the initials of an expansion: "Ministry *of* Industry *and* …". */
const SKIPPABLE = new Set(['of', 'the', 'and', 'for', 'on', 'in', 'to', 'de', 'la', 'du', 'des', 'a', 'an', '&'])
/** An expansion has at most this many words more than the abbreviation has letters (Schwartz & Hearst 2003: min(n + 5, 2n)). */
const LONGEST_EXCESS = 5
/** An abbreviation has at most so many characters. */
export const LONGEST_SHORT = 10

/** The abbreviations of a text in order, those in its sentences. */
export function findAbbreviations(r: Reading, segments: readonly Segment[]): FactOf<'abbreviation'>[] {
  const found: FactOf<'abbreviation'>[] = []
  const bracket = r.tokens.vocabulary.indexOf('(')
  if (bracket < 0) return found
  let segment = 0
  for (let at = 0; at < r.tokens.count; at += 1) if (r.tokens.word[at] === bracket && r.tokens.kind[at + 1] !== TokenKind.number) {
    const offset = r.start(at)
    while (segment < segments.length - 1 && segments[segment]!.span.end <= offset) segment += 1
    const { kind, span } = segments[segment] ?? { kind: 'note', span: { start: 0, end: 0 } }
    if (kind !== 'sentence' || span.start > offset) continue
    r.from = tokenAt(r.tokens, span.start)
    r.to = tokenAt(r.tokens, span.end)
    const abbreviation = readAbbreviation(r, at)
    if (abbreviation) found.push(abbreviation)
  }
  return found
}

/** Abbreviations printed beside their expansion: "Chinese Academy of Sciences (CAS)". Method after Schwartz & Hearst, PSB 2003, on initials. `bracket` is a token "(". */
function readAbbreviation(r: Reading, bracket: number): FactOf<'abbreviation'> | null {
  let close = bracket + 1
  while (close <= bracket + LONGEST_SHORT && r.isGlued(close) && r.word(close) !== ')') close += 1
  if (r.word(close) !== ')' || close === bracket + 1 || !r.isGlued(close)) return null
  const short = r.text.slice(r.end(bracket), r.start(close))
  if (short.length > LONGEST_SHORT || !/^[A-Z][A-Za-z&.-]+$/.test(short)) return null
  const letters = short.replace(/[^A-Za-z]/g, '')
  if (letters.length < 2 || (letters.match(/[A-Z]/g) ?? []).length < 2) return null
  const from = expansionStart(r, bracket, letters)
  if (from < 0) return null
  const longSpan = { start: r.start(from), end: r.end(bracket - 1) }
  return { kind: 'abbreviation', span: { start: longSpan.start, end: r.end(close) }, hedge: 'exact', short, long: r.text.slice(longSpan.start, longSpan.end), longSpan }
}

/** Walks the words before the bracket backwards, matching initials; −1 when they do not spell the abbreviation. */
function expansionStart(r: Reading, bracket: number, letters: string): number {
  let letter = letters.length - 1
  const longest = Math.min(letters.length + LONGEST_EXCESS, letters.length * 2)
  for (let at = bracket - 1, words = 0; at >= r.from && words < longest; at -= 1) {
    if (!r.isWord(at) && !r.isNumber(at)) {
      // Dashes and points stand between the words of an expansion; a bracket or a sentence does not.
      if (/^[-‐‑–.,’'/&]$/.test(r.word(at))) continue
      return -1
    }
    words += 1
    const word = r.word(at)
    const printed = r.text[r.start(at)]!
    if (printed.toLowerCase() === letters[letter]!.toLowerCase() && !(SKIPPABLE.has(word) && printed === printed.toLowerCase() && letters[letter] !== letters[letter]!.toLowerCase())) {
      letter -= 1
      if (letter < 0) return at
    } else if (!SKIPPABLE.has(word)) return -1
  }
  return -1
}
