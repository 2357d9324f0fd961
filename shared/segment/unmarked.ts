import type { Document, Span } from '../document/document.ts'
import { tokenAt, type Tokens } from './tokens.ts'

/** The marks of notes that the format of a document knew, in text order. */
export const marksOf = ({ marks }: Document): Span[] => marks.filter(({ kind, span }) => (kind === 'note-mark' || kind === 'superscript') && span.end > span.start).map(({ span }) => span).sort((a, b) => a.start - b.start)

/**
 * The tokens of a text without marks of notes, whose spans are in text order: in "in 2018.¹" the 1 is no part of the figure. A token that a mark is glued to is cut short.
 * Spans still index the text. The tokens themselves are returned where there are no marks.
 */
export function withoutMarks(text: string, tokens: Tokens, spans: readonly Span[]): Tokens {
  if (spans.length === 0) return tokens
  const start = tokens.start.slice()
  const end = tokens.end.slice()
  const kind = tokens.kind.slice()
  const word = tokens.word.slice()
  const vocabulary = [...tokens.vocabulary]
  const ids = new Map<string, number>()
  const idOf = (printed: string): number => {
    const lower = printed.toLowerCase()
    let id = ids.get(lower)
    if (id === undefined) {
      id = vocabulary.push(lower) - 1
      ids.set(lower, id)
    }
    return id
  }
  let to = 0
  let read = 0
  // "labour.¹⁵¹⁶": marks that touch are one, since they share a token.
  const whole = spans.reduce<Span[]>((joined, span) => {
    const last = joined.at(-1)
    if (last && span.start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else joined.push(span)
    return joined
  }, [])
  const copy = (until: number): void => {
    if (to !== read) for (const list of [start, end, kind, word]) list.copyWithin(to, read, until)
    to += until - read
    read = until
  }
  for (const span of whole) {
    let first = tokenAt(tokens, span.start)
    if (first > 0 && tokens.end[first - 1]! > span.start) first -= 1
    if (first < read) first = read
    copy(first)
    while (read < tokens.count && tokens.start[read]! < span.end) {
      const from = tokens.start[read]!
      // What stands before the mark in the same token, else what stands behind it.
      const kept = from < span.start ? { start: from, end: span.start } : tokens.end[read]! > span.end ? { start: span.end, end: tokens.end[read]! } : null
      if (kept) {
        start[to] = kept.start
        end[to] = kept.end
        kind[to] = tokens.kind[read]!
        word[to] = idOf(text.slice(kept.start, kept.end))
        to += 1
      }
      read += 1
    }
  }
  copy(tokens.count)
  return { count: to, start, end, kind, word, vocabulary }
}
