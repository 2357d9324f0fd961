import type { Span } from '../document/document.ts'
import { TokenKind, type Tokens } from './tokens.ts'

/** A mark behind an end holds at most so many tokens: "[citation needed]", "[12, 13, 15–18]". */
const LONGEST_MARK = 24
/** An aside behind an end holds at most so many tokens. */
const LONGEST_ASIDE = 40
const SQUARE = /^\[(?:\^[^\]\s]{1,60}|(?:n(?:ote)? )?\d{1,4}(?:\s?[,–-]\s?\d{1,4})*|[a-z]|(?:citation|verification|clarification) needed|\.{3}|…)\]$/i
const BRACES = /^\{\d{1,3}[}\])]$/
const ROUND = /^\(\d{1,3}\)$/
const RAISED = /^[⁰¹²³⁴-⁹]$/
const MOST_RAISED = 4
/** "9", "2,3", "12-14" */
const BARE = /^[1-9]\d{0,2}(?:,[1-9]\d{0,2})*$/
const LONGEST_BARE = 7
/** Signs of an end and its closing marks between a word and a number, and how long the word is at least: "p.9" is no mark. */
const MOST_SIGNS = 4
const SHORTEST_BEFORE = 3

/**
 * Reads what a sentence may carry behind its end, with or without a space before it: note marks ({15}, {19), [3], [12, 13], [^a], ¹²), [citation needed], marks that the format knew,
 * an ellipsis that stands alone, a source in brackets that opens with a small letter. Round marks, (13), only where the paragraph does not enumerate with them.
 */
export class Trailing {
  private readonly text: string
  private readonly tokens: Tokens
  private readonly to: number
  private readonly from: number
  private readonly marks: readonly Span[]
  private markAt = 0
  private enumerates: boolean | null = null

  /** `marks` are spans in the text of tokens [from, to), in order. */
  constructor(text: string, tokens: Tokens, from: number, to: number, marks: readonly Span[]) {
    this.text = text
    this.tokens = tokens
    this.from = from
    this.to = to
    this.marks = marks
  }

  /** The mark of the format that begins at `offset` or one space behind it; offsets asked for never fall. */
  private markOf(offset: number): Span | null {
    while (this.markAt < this.marks.length && this.marks[this.markAt]!.start < offset) this.markAt += 1
    const mark = this.marks[this.markAt]
    return mark && mark.start <= offset + 1 && (mark.start === offset || /\s/.test(this.text[offset]!)) ? mark : null
  }

  /** Whether a mark of the format begins at `offset`; offsets asked for never fall. */
  isMarkAt(offset: number): boolean {
    return this.markOf(offset)?.start === offset
  }

  /** Where the end at `offset` lies once the marks behind it belong to it; `at` is the first token that starts at or behind `offset`. Equal to `offset` where none follows. */
  behind(offset: number, at: number, mayBeRound = true): number {
    const { text, tokens, to } = this
    let end = offset
    for (let next = at; ;) {
      const mark = this.markOf(end)
      const taken = mark ? mark.end : next < to && tokens.start[next]! <= end + 1 ? this.signsAt(next, end, mayBeRound) : end
      if (taken <= end) return end
      end = taken
      while (next < to && tokens.start[next]! < end) next += 1
      if (next >= to || text.length <= end) return end
    }
  }

  /** The end of the mark that the token opens, or `none`. */
  private signsAt(at: number, none: number, mayBeRound: boolean): number {
    const { text, tokens, to } = this
    const start = tokens.start[at]!
    if (tokens.kind[at] === TokenKind.number) return mayBeRound && start === none && this.isBareMark(at) ? tokens.end[at]! : none
    if (tokens.kind[at] !== TokenKind.sign) return none
    const sign = text[start]!
    if (sign === '[') return this.bracketed(at, ']', SQUARE) ?? this.aside(at, ']') ?? none
    if (sign === '{') return this.bracketed(at, '})]', BRACES) ?? none
    if (sign === '(' && mayBeRound) {
      const end = this.bracketed(at, ')', ROUND)
      return end !== null && (end === text.length || /\s/.test(text[end]!)) && !this.isEnumerating() ? end : this.aside(at, ')') ?? none
    }
    if (RAISED.test(sign)) {
      let last = at
      while (last + 1 < to && last + 1 - at < MOST_RAISED && tokens.start[last + 1] === tokens.end[last] && RAISED.test(text[tokens.start[last + 1]!]!)) last += 1
      return tokens.end[last]!
    }
    if (sign === '…') {
      let last = at
      while (last + 1 < to && last - at < 2 && tokens.start[last + 1] === tokens.end[last] && text[tokens.start[last + 1]!] === '…') last += 1
      const end = tokens.end[last]!
      return end < text.length && /\s/.test(text[end]!) ? end : none
    }
    return none
  }

  /** "precision.9 The", "broad.”10 The": a number that lost its raised place, glued behind the end and before what opens a sentence. */
  private isBareMark(at: number): boolean {
    const { text, tokens, to, from } = this
    const [start, end] = [tokens.start[at]!, tokens.end[at]!]
    if (end - start > LONGEST_BARE || !BARE.test(text.slice(start, end)) || (end < text.length && !/\s/.test(text[end]!))) return false
    const next = at + 1
    if (next < to && tokens.kind[next] !== TokenKind.capitalised && tokens.kind[next] !== TokenKind.capitals && !/[“"‘(]/.test(text[tokens.start[next]!]!)) return false
    let word = at - 1
    while (word > from && tokens.kind[word] === TokenKind.sign && at - word <= MOST_SIGNS && tokens.start[word] === tokens.end[word - 1]) word -= 1
    return tokens.kind[word]! <= TokenKind.capitals && tokens.end[word]! - tokens.start[word]! >= SHORTEST_BEFORE
  }

  private bracketed(at: number, closers: string, shape: RegExp): number | null {
    const { text, tokens, to } = this
    const last = Math.min(to, at + LONGEST_MARK)
    for (let next = at + 1; next < last; next += 1) {
      if (tokens.kind[next] !== TokenKind.sign || !closers.includes(text[tokens.start[next]!]!)) continue
      const end = tokens.end[next]!
      return shape.test(text.slice(tokens.start[at], end)) ? end : null
    }
    return null
  }

  /** "[quoted by Edwards, p. 218]", "(see above)": where it closes. */
  private aside(at: number, closer: string): number | null {
    const { text, tokens, to } = this
    const first = at + 1
    if (first >= to || tokens.kind[first] !== TokenKind.word || tokens.end[first]! - tokens.start[first]! < 2 || !/^\p{Ll}/u.test(text[tokens.start[first]!]!)) return null
    const last = Math.min(to, at + LONGEST_ASIDE)
    for (let next = first; next < last; next += 1) {
      if (tokens.kind[next] !== TokenKind.sign) continue
      const sign = text[tokens.start[next]!]!
      if (sign === closer) return tokens.end[next]!
      if (sign === '(' || sign === '[' || sign === '?' || sign === '!') return null
    }
    return null
  }

  /** Whether the paragraph counts with round brackets: "(1) one; (2) two". Looked for once, when first asked. */
  private isEnumerating(): boolean {
    return (this.enumerates ??= this.findsEnumeration())
  }

  private findsEnumeration(): boolean {
    const { text, tokens, from, to } = this
    for (let at = from + 1; at + 3 < to; at += 1) {
      if (tokens.kind[at] !== TokenKind.sign || text[tokens.start[at]!] !== '(' || tokens.kind[at + 1] !== TokenKind.number || text[tokens.start[at + 2]!] !== ')') continue
      const before = text[tokens.end[at - 1]! - 1]!
      const after = tokens.kind[at + 3]!
      if ((/[\p{L};:,]/u.test(before)) && after !== TokenKind.sign && after !== TokenKind.number && tokens.start[at + 3]! > tokens.end[at + 2]! && tokens.end[at + 1]! - tokens.start[at + 1]! <= 2) return true
    }
    return false
  }
}
