import type { FactKind } from '../facts/fact.ts'
import { TokenKind } from '../segment/tokens.ts'
import { Clause } from './clause-words.ts'
import type { Layout } from './clauses.ts'
import { trimmed } from './coordination.ts'
import type { Joint, Piece, Range } from './parts.ts'
import { holdsClause, isConditional } from './scope.ts'
import type { Head } from './subject.ts'
import { Word } from './words.ts'

/** What a list may run along: each item brings its own of these. */
const LIST_KINDS: readonly FactKind[] = ['date', 'money', 'percentage', 'number']

/** "exceeded X in 2010, Y in 2016, and Z in 2018": two or more items built alike, each with its own date or figure, the last after "and". What "or" joins is not all asserted. */
export function enumeration(layout: Layout, clause: Range, head: Head | null, joints: readonly Joint[]): Piece[] | null {
  const separators = joints.filter(({ sign }) => sign === ',' || sign === ':')
  if (separators.length === 0) return null
  const colon = separators.find(({ sign }) => sign === ':')?.at
  if (colon === undefined && !head) return null
  const figures = layout.figuresOf(clause)
  for (const kind of LIST_KINDS) {
    const anchors = figures.filter((fact) => fact.kind === kind).map(({ span }) => span.start)
    if (anchors.length < 2) continue
    const groups = groupsOf(layout, clause, separators, anchors)
    if (groups.length < (kind === 'number' && colon === undefined ? 3 : 2)) continue
    groups.at(-1)!.to = clause.to
    const last = groups.at(-1)!
    const and = separators.find(({ at }) => at >= last.from && layout.tokens.start[at]! < anchors.at(-1)! && layout.word(at + 1) === 'and')?.at
    if (and === undefined) continue
    // What stands between an item's figure and the next "and" belongs to that item.
    groups.at(-2)!.to = last.from = and
    const items = groups.slice(1).map((item) => trimmed(layout, item))
    const lead = colon !== undefined && colon < groups[1]!.from ? { from: clause.from, to: colon + 1 } : head && sharedWords(layout, clause, head, groups[0]!, items, kind)
    // "74 % said A, and 15 % B": the figure itself is what would be shared.
    if (!lead || (colon === undefined && layout.figuresOf(lead).some((fact) => fact.kind === kind))) continue
    return [{ range: groups[0]!, leads: [] }, ...items.map((item) => ({ range: item, leads: [lead] }))]
  }
  return null
}

/** Stretches between separators that each hold an anchor; what holds none goes on the one before. */
function groupsOf(layout: Layout, clause: Range, separators: readonly Joint[], anchors: readonly number[]): Range[] {
  const groups: Range[] = []
  let anchor = 0
  let from = clause.from
  for (const to of [...separators.map(({ at }) => at), clause.to]) {
    const end = layout.span({ from, to }).end
    if (anchor >= anchors.length || anchors[anchor]! >= end || layout.figuresIn({ from, to }) === 0) continue
    while (anchor < anchors.length && anchors[anchor]! < end) anchor += 1
    if (groups.length === 0 && !layout.hasVerb({ from, to })) continue
    groups.push({ from, to })
    from = to
  }
  return groups
}

/** From the start of the first item to the end of its verb, where all items go on from there in the same way: "Its output exceeded | that of …, | the sum of …". */
function sharedWords(layout: Layout, clause: Range, { verb, insertion }: Head, first: Range, items: readonly Range[], kind: FactKind): Range | null {
  if (insertion || verb >= first.to || isConditional(layout, clause) || holdsClause(layout, { from: verb, to: first.to }) || holdsExamples(layout, first)) return null
  let to = verb + 1
  while (to < first.to && (layout.bitsAt(to) & (Word.adverb | Word.auxiliary | Word.participle) || layout.clauseAt(to) & (Clause.be | Clause.participle | Clause.negative))) to += 1
  if (items.some((item) => layout.hasVerb(item) && formAt(layout, item.from) !== 'determiner')) return null
  const form = formAt(layout, items[0]!.from)
  if (form === 'verb' || items.some((item) => formAt(layout, item.from) !== form)) return null
  // "grew from 5 in 2009 to 6 in 2010, 7 in 2011, and 8 in 2012": the first holds more than the others.
  const count = (range: Range): number => layout.figuresOf(range).filter((fact) => fact.kind === kind).length
  if (items.some((item) => count(item) !== count(first))) return null
  if (formAt(layout, to) === form) return { from: clause.from, to }
  // "rose to 5 in 2010, 6 in 2011, and 7 in 2012"
  return layout.bitsAt(to) & Word.preposition && formAt(layout, to + 1) === form ? { from: clause.from, to: to + 1 } : null
}

/** "a country such as France", "including": the items are examples of something, not objects of the verb. */
function holdsExamples(layout: Layout, { from, to }: Range): boolean {
  for (let at = from; at < to; at += 1) if (layout.clauseAt(at) & Clause.examples) return true
  return false
}

/** How an item opens. */
function formAt(layout: Layout, at: number): string {
  const bits = layout.bitsAt(at)
  if (layout.figureAt(at)) return 'figure'
  if (bits & Word.preposition) return layout.word(at)
  if (bits & Word.determiner) return 'determiner'
  if (bits & (Word.finite | Word.participle) || layout.clauseAt(at) & Clause.participle) return 'verb'
  return layout.tokens.kind[at] === TokenKind.word ? 'noun' : 'name'
}
