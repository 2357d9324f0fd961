import { TokenKind } from '../segment/tokens.ts'
import type { FactOf } from './fact.ts'
import type { Refillable } from './fact-lists.ts'
import { GENITIVE } from './name-lexicon.ts'
import type { Reading } from './reading.ts'

type Name = FactOf<'name'>

/** Words between the initials of an expansion: "Ministry *of* Industry *and* …". */
const SKIPPABLE = new Set(['of', 'the', 'and', 'for', 'on', 'in', 'to', 'de', 'la', 'du', 'des', 'a', 'an', '&'])
/** An expansion has at most this many words more than the abbreviation has letters (Schwartz & Hearst 2003: min(n + 5, 2n)). */
const LONGEST_EXCESS = 5
/** An abbreviation has at most so many characters. */
const LONGEST_SHORT = 10
/** The part of a letter’s code that tells it from other letters. */
const LETTER = 0x1f

/**
 * The abbreviations of a text, and what they tell of names: the long form is one name ("Ministry of Industry *and* Information Technology (MIIT)"), and the short one is of the same kind wherever it stands.
 * Names are this stage’s own and are changed.
 */
export class Abbreviations {
  readonly found: FactOf<'abbreviation'>[] = []
  private readonly r: Reading
  private readonly kinds = new Map<string, Name['type']>()
  private readonly shorts: Name[] = []

  constructor(r: Reading) {
    this.r = r
  }

  /** Reads one sentence: its opening brackets by token, and its names. */
  read(brackets: Refillable<number>, names: Refillable<Name>): void {
    for (let at = 0; at < brackets.count; at += 1) {
      const abbreviation = readAbbreviation(this.r, brackets.items[at]!)
      if (!abbreviation) continue
      this.found.push(abbreviation)
      const type = joinNames(names, abbreviation)
      if (type !== null && type !== 'other') this.kinds.set(abbreviation.short, type)
    }
    for (let at = 0; at < names.count; at += 1) if (names.items[at]!.type === 'other' && isShort(this.r.text, names.items[at]!.span)) this.shorts.push(names.items[at]!)
  }

  /** Once all is read: gives the short forms the kind of the long ones. */
  settle(): void {
    const { text } = this.r
    // Most short names have the length or the first letter of no abbreviation: nothing is cut out of the text for them.
    let lengths = 0
    let firsts = 0
    for (const short of this.kinds.keys()) {
      lengths |= 1 << short.length
      firsts |= 1 << (short.charCodeAt(0) & LETTER)
    }
    for (const name of this.shorts) {
      const { start, end } = name.span
      if ((lengths & (1 << (end - start))) !== 0 && (firsts & (1 << (text.charCodeAt(start) & LETTER))) !== 0) name.type = this.kinds.get(text.slice(start, end)) ?? 'other'
    }
  }
}

/** Whether a name may be an abbreviation: a few letters, of which one behind the first is a capital. */
function isShort(text: string, { start, end }: Name['span']): boolean {
  if (end - start > LONGEST_SHORT) return false
  for (let at = start + 1; at < end; at += 1) if (text.charCodeAt(at) >= 0x41 && text.charCodeAt(at) <= 0x5a) return true
  return false
}

/** Makes one name of those in a long form; its kind, or null where none ends there. */
function joinNames(names: Refillable<Name>, { long, longSpan }: FactOf<'abbreviation'>): Name['type'] | null {
  const { items, count } = names
  let first = 0
  while (first < count && items[first]!.span.start < longSpan.start) first += 1
  let last = first
  while (last < count && items[last]!.span.end <= longSpan.end) last += 1
  const before = first > 0 ? items[first - 1] : undefined
  if (last > first && /^\p{Lu}/u.test(long) && (before?.span.end ?? 0) <= longSpan.start) {
    const inside = items.slice(first, last)
    const end = inside.at(-1)!.span.end
    const type = inside.find((name) => name.type === 'organisation')?.type ?? inside[0]!.type
    // "the Office of Management and Budget’s (OMB)": a genitive’s ending is no part of the name.
    const span = { start: longSpan.start, end: longSpan.end - end <= GENITIVE ? end : longSpan.end }
    names.replace(first, last, { ...inside[0]!, span, type })
    return span.end === longSpan.end ? type : null
  }
  const told = last > first ? items[first] : before
  return told && told.span.end === longSpan.end ? told.type : null
}

/** Abbreviations printed beside their expansion: "Chinese Academy of Sciences (CAS)". Method after Schwartz & Hearst, PSB 2003, on initials. `bracket` is a token "(". */
function readAbbreviation(r: Reading, bracket: number): FactOf<'abbreviation'> | null {
  if (r.tokens.kind[bracket + 1] === TokenKind.number) return null
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
