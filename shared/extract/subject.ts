import { TokenKind } from '../segment/tokens.ts'
import type { Layout, Range } from './clauses.ts'
import { Word } from './words.ts'

/** A subject longer than this is no subject but a clause that was misread. */
const LONGEST_SUBJECT = 14

/** The token behind a date (with its preposition) that begins at `at`; `at` itself where none does. */
export function behindDate(layout: Layout, at: number): number {
  if (at >= layout.to) return at
  const isLed = (layout.bitsAt(at) & Word.preposition) !== 0 && at + 1 < layout.to
  const date = layout.figureAt(at) ?? (isLed ? layout.figureAt(at + 1) : null)
  if (date?.kind !== 'date') return at
  let to = at
  while (to < layout.to && layout.tokens.start[to]! < date.span.end) to += 1
  return to
}

/** "In 2018": a date with its preposition at the very opening of a clause. */
export function openingDate(layout: Layout, { from }: Range): Range | null {
  const to = behindDate(layout, from)
  return to > from ? { from, to } : null
}

/** The subject of a clause: what stands between its opening date or phrase and its first verb. */
export function subjectOf(layout: Layout, clause: Range): Range | null {
  const verb = layout.firstVerb({ from: clause.from + 1, to: clause.to })
  if (verb >= clause.to) return null
  let from = behindDate(layout, clause.from)
  for (const { at, sign } of layout.jointsIn({ from: clause.from, to: verb })) if (sign === ',' && at >= from) from = at + 1
  while (from < verb && layout.tokens.kind[from] === TokenKind.sign) from += 1
  const subject = { from, to: verb }
  const words = layout.words(subject)
  return words > 0 && words <= LONGEST_SUBJECT && (layout.bitsAt(from) & (Word.preposition | Word.coordination)) === 0 ? subject : null
}
