import type { Span } from '../document/document.ts'
import { Borders, type Border } from './borders.ts'
import { Cue, ENDS, TRIGGERS } from './cues.ts'
import { Ends } from './ends.ts'
import { tokenAt, TokenKind, type Tokens } from './tokens.ts'
import { Trailing } from './trailing.ts'

/** Walks the tokens of one paragraph once and cuts it where sentences end. */
class Splitter {
  private readonly tokens: Tokens
  private readonly cues: Int32Array
  private readonly from: number
  private readonly to: number
  private readonly ends: Ends
  private readonly borders: Borders
  private readonly trailing: Trailing
  private readonly spans: Span[] = []
  /** Where the sentence begins, and the first token that lies wholly in it. */
  private start: number
  private first: number

  constructor(text: string, tokens: Tokens, cues: Int32Array, from: number, to: number, marks: readonly Span[]) {
    this.tokens = tokens
    this.cues = cues
    this.from = from
    this.to = to
    this.ends = new Ends(text, tokens, cues, from, to)
    this.borders = new Borders(text, tokens, this.ends, from, to)
    this.trailing = new Trailing(text, tokens, from, to, marks)
    this.start = tokens.start[from]!
    this.first = from
  }

  split(inner: ReadonlyMap<number, number> | null): Span[] {
    const { tokens, cues, from, to } = this
    const { word, kind } = tokens
    for (let at = from; at < to; at += 1) {
      const bits = cues[word[at]!]! & TRIGGERS
      if (bits === 0) {
        if (kind[at] !== TokenKind.number) continue
        const mark = inner?.get(at)
        if (mark !== undefined) at = this.atMark(at, mark)
        else at = this.cross(this.borders.stamp(at, this.first), at)
      } else at = bits & ENDS ? this.atEnd(at) : this.atBorder(at, bits)
    }
    this.cut(tokens.end[to - 1]!, to)
    return this.spans
  }

  /** Ends the sentence at an offset; the next begins at the token `next`, or inside it where the token begins earlier. */
  private cut(end: number, next: number): void {
    if (end > this.start) this.spans.push({ start: this.start, end })
    this.start = next < this.to ? Math.max(end, this.tokens.start[next]!) : end
    this.first = next
  }

  /** Cuts on the sides of what stands for itself; gives the last token of it. */
  private cross(border: Border | null, at: number): number {
    if (!border) return at
    const { tokens, to } = this
    if (border.before && border.from > this.first) this.cut(tokens.end[border.from - 1]!, border.from)
    if (border.behind && border.to < to) this.cut(tokens.end[border.to - 1]!, border.to)
    return Math.max(at, border.to - 1)
  }

  private atBorder(at: number, bits: number): number {
    const { borders, first } = this
    if (bits & Cue.comma) return this.cross(borders.letter(at, first), at)
    if (bits & Cue.bracketClosed) return this.cross(borders.bracket(at, first), at)
    if (bits & Cue.address) {
      const to = borders.address(at)
      if (to === null) return at
      if (borders.isEndBehindAddress(to)) this.cut(this.tokens.end[to - 1]!, to)
      return to - 1
    }
    if (bits & Cue.eyes) {
      const to = borders.face(at)
      if (to !== null && this.ends.isCapital(to)) this.cut(this.tokens.end[to - 1]!, to)
      if (to !== null) return to - 1
    }
    const rule = bits & Cue.rule ? borders.rule(at, first) : null
    return this.cross(rule ?? (bits & Cue.bullet ? borders.bullet(at) : null), at)
  }

  /** A full stop inside a number before a mark that the format knew: "in 2019.3 Next". */
  private atMark(at: number, mark: number): number {
    const next = at + 1
    const end = this.trailing.behind(mark, next)
    if (next < this.to && (this.tokens.start[next]! > end || this.ends.isCapital(next)) && !this.ends.has(next, Cue.carriesOn) && !this.ends.isLower(next)) this.cut(end, next)
    return at
  }

  /** Reads the signs that may end a sentence, what closes with them and the marks behind them. Gives the last token read. */
  private atEnd(at: number): number {
    const { tokens, ends, to } = this
    let last = at
    while (this.isMore(last)) last += 1
    const face = last + 1 < to && ends.has(last + 1, Cue.eyes) ? this.borders.face(last + 1) : null
    if (face !== null) last = face - 1
    const abbreviation = last === at && ends.has(at, Cue.stop) ? ends.abbreviationAt(at) : null
    const signs = tokens.end[last]!
    let end = this.trailing.behind(signs, last + 1, abbreviation === null)
    let next = this.tokenBehind(end, last + 1)
    // "resourced.3” In": what closes stands behind the mark.
    if (end > signs) {
      while (next < to && tokens.start[next] === end && ends.has(next, Cue.closer) && (!ends.has(next, Cue.straight) || next + 1 >= to || !ends.isGlued(next + 1))) {
        end = this.trailing.behind(tokens.end[next]!, next + 1, abbreviation === null)
        next = this.tokenBehind(end, next + 1)
      }
    }
    // The ellipses behind one that ends nothing stand before the same word: each would read the rest of the row again.
    if (next >= to || !ends.isEnd(this.first, at, last, next, end > signs, abbreviation)) return ends.has(at, Cue.ellipsis) ? next - 1 : last
    this.cut(end, next)
    return next - 1
  }

  /** The first token from `at` on that ends behind an offset. */
  private tokenBehind(end: number, at: number): number {
    let next = at
    while (next < this.to && this.tokens.end[next]! <= end) next += 1
    return next
  }

  /** Whether the token behind `last` still belongs to the signs of the end: more of them, or what closes with them. */
  private isMore(last: number): boolean {
    const { tokens, ends, to } = this
    const next = last + 1
    if (next >= to) return false
    const isGlued = ends.isGlued(next)
    if (isGlued && ends.has(next, ENDS)) return true
    // ". . ." and "day. )"
    const isOneSpace = tokens.start[next] === tokens.end[last]! + 1
    const isSpacedBehind = next + 1 >= to || !ends.isGlued(next + 1)
    if (isOneSpace && ends.has(next, Cue.stop) && ends.has(last, Cue.stop) && isSpacedBehind) return true
    if (!ends.has(next, Cue.closer)) return false
    if (ends.has(next, Cue.straight)) return isGlued && (isSpacedBehind || tokens.kind[next + 1] === TokenKind.sign || tokens.kind[next + 1] === TokenKind.number || this.trailing.isMarkAt(tokens.end[next]!))
    return isGlued || (isOneSpace && isSpacedBehind)
  }
}

/** Marks that begin inside a number behind a point, by token: "2019.3" with the 3 raised. The value is where the mark ends its number. */
function marksInside(text: string, tokens: Tokens, from: number, marks: readonly Span[]): Map<number, number> | null {
  let inside: Map<number, number> | null = null
  for (const { start, end } of marks) {
    if (text[start - 1] !== '.') continue
    const at = tokenAt(tokens, start) - (tokens.start[tokenAt(tokens, start)] === start ? 0 : 1)
    if (at >= from && tokens.start[at]! < start && tokens.end[at]! > start) (inside ??= new Map()).set(at, end)
  }
  return inside
}

/** The sentences in the tokens [from, to) of a text, as spans of the text. `marks` are spans of the text, in order. */
export function sentencesIn(text: string, tokens: Tokens, cues: Int32Array, from: number, to: number, marks: readonly Span[]): Span[] {
  if (from >= to) return []
  return new Splitter(text, tokens, cues, from, to, marks).split(marks.length > 0 ? marksInside(text, tokens, from, marks) : null)
}
