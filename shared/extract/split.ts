import type { FactKind } from '../facts/fact.ts'
import { TokenKind } from '../segment/tokens.ts'
import { adjunctOf, bracketsOf } from './adjuncts.ts'
import type { Joint, Layout, Part, Piece, Range } from './clauses.ts'
import { behindDate, openingDate, subjectOf } from './subject.ts'
import { Word } from './words.ts'

/** What a list may run along: each item brings its own of these. */
const LIST_KINDS: readonly FactKind[] = ['date', 'money', 'percentage', 'number']
/** A piece shorter than this is no clause. */
const FEWEST_WORDS = 4
/** How far behind its conjunction the verb of a clause stands at most. */
const NEAR = 9
/** Clauses that bring their own subject: "each of which …", "while …". */
const OPENS_CLAUSE = new Set(['and', 'but', 'while', 'whereas', 'although', 'though', 'yet'])
const SHARES = new Set(['each', 'all', 'both', 'most', 'many', 'some', 'half', 'none', 'one', 'two', 'three'])
const NONE: readonly Part[] = []
const CONJUNCTIONS = new Set(['and', 'but', 'or', 'yet', 'while', 'whereas', 'although', 'though'])

/**
 * Cuts a sentence into its assertions: at semicolons between clauses, along enumerations whose items each bring their own figure, at coordinated clauses and verbs that each
 * hold something to check, and at a last relative clause, participle or apposition with a figure of its own. A sentence with one assertion comes back whole, or as no part.
 */
export function splitAssertions(layout: Layout): readonly Part[] {
  if (layout.isOneClause) return NONE
  const pieces: Piece[] = []
  for (const clause of clausesBySemicolon(layout, { from: layout.from, to: layout.to })) addPieces(layout, clause, pieces)
  if (pieces.length === 1 && layout.brackets.length === 0) return NONE
  const parts = pieces.map(({ range, leads, link, from }): Part => ({ span: layout.span(range), leads: leads.map((lead) => layout.span(lead)), link, from }))
  return [...parts, ...bracketsOf(layout)]
}

function addPieces(layout: Layout, clause: Range, pieces: Piece[]): void {
  const joints = layout.jointsIn(clause)
  if (joints.length === 0) {
    pieces.push({ range: clause, leads: [] })
    return
  }
  const inner = joints.filter(({ sign }) => sign !== ';')
  const list = layout.figuresIn(clause) > 1 ? enumeration(layout, clause, inner) : null
  if (list) pieces.push(...list)
  else for (const piece of coordination(layout, clause, inner)) pieces.push(...adjunctOf(layout, piece))
}

function clausesBySemicolon(layout: Layout, whole: Range): Range[] {
  const joints = layout.jointsIn(whole)
  const semicolons = joints.filter(({ sign }) => sign === ';')
  if (semicolons.length === 0) return [whole]
  const colon = joints.find(({ sign }) => sign === ':')
  // "ten areas: 1) …; 2) …" is one list, not ten clauses.
  if (colon && colon.at < semicolons[0]!.at && (semicolons.length > 1 || isNumbered(layout, colon.at + 1))) return [whole]
  const clauses: Range[] = []
  let from = whole.from
  for (const to of [...semicolons.map(({ at }) => at), whole.to]) {
    const clause = { from, to }
    if (layout.words(clause) < FEWEST_WORDS || !layout.hasVerb(clause) || isNumbered(layout, from + 1)) return [whole]
    clauses.push(trimmed(layout, clause))
    from = to
  }
  return clauses
}

/** "1) ", "(a) ", "and iv. " at the opening of an item. */
function isNumbered(layout: Layout, from: number): boolean {
  let at = from
  if (at < layout.to && CONJUNCTIONS.has(layout.word(at))) at += 1
  if (at < layout.to && layout.word(at) === '(') at += 1
  return at + 1 < layout.to && /^(?:\d{1,2}|[a-z]|[ivx]{1,4})$/.test(layout.word(at)) && /^[.)]$/.test(layout.word(at + 1))
}

/** "exceeded X in 2010, Y in 2016, and Z in 2018": two or more items, each with its own date or figure, the last after "and". */
function enumeration(layout: Layout, clause: Range, joints: readonly Joint[]): Piece[] | null {
  const separators = joints.filter(({ sign }) => sign === ',' || sign === ':')
  if (separators.length === 0) return null
  const colon = separators.find(({ sign }) => sign === ':')?.at
  const figures = layout.figuresOf(clause)
  for (const kind of LIST_KINDS) {
    const anchors = figures.filter((fact) => fact.kind === kind).map(({ span }) => span.start)
    if (anchors.length < 2) continue
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
    if (groups.length < (kind === 'number' && colon === undefined ? 3 : 2)) continue
    groups.at(-1)!.to = clause.to
    const last = groups.at(-1)!
    const and = separators.find(({ at }) => at >= last.from && layout.tokens.start[at]! < anchors.at(-1)! && at + 1 < layout.to && /^(?:and|or)$/.test(layout.word(at + 1)))?.at
    if (and === undefined) continue
    // What stands between an item's figure and the next "and" belongs to that item.
    groups.at(-2)!.to = last.from = and
    const items = groups.slice(1)
    if (colon === undefined && (opensWithVerb(layout, and + 2) || (groups.length === 2 && layout.hasVerb(last)))) continue
    const lead = colon !== undefined && colon < items[0]!.from ? { from: clause.from, to: colon + 1 } : upToVerb(layout, groups[0]!)
    // "74 % said A, and 15 % B": the figure itself is what would be shared.
    if (colon === undefined && lead && layout.figuresOf(lead).some((fact) => fact.kind === kind)) continue
    return [{ range: groups[0]!, leads: [] }, ...items.map((item) => ({ range: trimmed(layout, item), leads: lead ? [lead] : [] }))]
  }
  return null
}

/** "…, and reworked it in 1998": a second verb, not an item. */
const opensWithVerb = (layout: Layout, at: number): boolean => (layout.bitsAt(at) & (Word.past | Word.participle)) !== 0

/** From the start of the first item to the end of its first verb: "Its output exceeded". */
function upToVerb(layout: Layout, first: Range): Range | null {
  const verb = layout.firstVerb({ from: first.from + 1, to: first.to })
  return verb < first.to ? { from: first.from, to: verb + 1 } : null
}

/** Coordinated clauses ("…, and imports fell …") and verbs ("… in 1907 and met in 1909"); each side holds a verb and something to look up. */
function coordination(layout: Layout, clause: Range, joints: readonly Joint[]): Piece[] {
  const cuts: Cut[] = []
  for (const { at } of joints) {
    const cut = cutAt(layout, clause, at)
    if (cut) cuts.push(cut)
  }
  if (cuts.length === 0) return [{ range: clause, leads: [] }]
  const pieces: Piece[] = []
  const date = openingDate(layout, clause)
  const subject = subjectOf(layout, clause)
  let from = clause.from
  let leads: Range[] = []
  cuts.forEach((cut, index) => {
    const before = { from, to: cut.at }
    const after = { from: cut.at, to: cuts[index + 1]?.at ?? clause.to }
    if (!isWhole(layout, before) || !isWhole(layout, after)) return
    if ((cut.isShared && !subject) || (cut.isClose && (layout.figuresIn(before) === 0 || layout.figuresIn(after) === 0))) return
    pieces.push({ range: trimmed(layout, before), leads })
    from = cut.at
    leads = cut.isShared ? [subject!] : date && !layout.figuresOf(after).some(({ kind }) => kind === 'date') ? [date] : []
  })
  return [...pieces, { range: pieces.length === 0 ? clause : trimmed(layout, { from, to: clause.to }), leads }]
}

/** Where a joint parts two clauses. `isShared`: the second has no subject of its own; `isClose`: no comma stands between, so both must hold a figure. */
interface Cut { at: number; isShared: boolean; isClose: boolean }

function cutAt(layout: Layout, clause: Range, at: number): Cut | null {
  const isComma = layout.word(at) === ',' || layout.word(at) === '，' || layout.word(at - 1) === ','
  let next = layout.word(at) === ',' || layout.word(at) === '，' ? at + 1 : at
  if (next >= clause.to) return null
  const word = layout.word(next)
  if (SHARES.has(word) && next + 2 < clause.to && layout.word(next + 1) === 'of' && /^wh(?:ich|om)$/.test(layout.word(next + 2))) return { at, isShared: false, isClose: false }
  if (!OPENS_CLAUSE.has(word) || (word === 'but' && layout.word(next - 1) === 'all')) return null
  const opening = next + 1
  next = behindDate(layout, opening)
  const isDated = next > opening
  while (next < clause.to && layout.bitsAt(next) & Word.adverb) next += 1
  if (next >= clause.to) return null
  const own = layout.bitsAt(next)
  if (own & Word.past || (own & Word.participle && (word === 'and' || word === 'but'))) return { at, isShared: true, isClose: !isComma }
  // A clause of its own: a subject, then soon its verb, nothing between.
  const isNoun = isComma || isDated || (own & Word.pronoun) !== 0 || (own & Word.determiner) !== 0
  return isNoun && (own & (Word.preposition | Word.relative)) === 0 && isVerbNear(layout, next + 1, clause.to) ? { at, isShared: false, isClose: !isComma } : null
}

function isVerbNear(layout: Layout, from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + NEAR); at += 1) {
    if (layout.tokens.kind[at] === TokenKind.sign || layout.bitsAt(at) & Word.relative) return false
    if (layout.hasVerb({ from: at, to: at + 1 })) return true
  }
  return false
}

/** A clause with a verb and something to look up: a figure, else a name and some length. */
function isWhole(layout: Layout, range: Range): boolean {
  return (layout.figuresIn(range) > 0 || (layout.hasCapital({ from: range.from + 1, to: range.to }) && layout.words(range) > FEWEST_WORDS)) && (layout.hasVerb(range) || layout.bitsAt(range.from + 1) !== 0 && hasParticiple(layout, range))
}

function hasParticiple(layout: Layout, { from, to }: Range): boolean {
  for (let at = from; at < Math.min(to, from + NEAR); at += 1) if (layout.bitsAt(at) & Word.participle) return true
  return false
}

/** A range without the signs and the one conjunction it opens with. */
function trimmed(layout: Layout, { from, to }: Range): Range {
  let start = from
  while (start < to && /^[,;:；，]$/.test(layout.word(start))) start += 1
  if (start < to && CONJUNCTIONS.has(layout.word(start))) start += 1
  return start < to ? { from: start, to } : { from, to }
}

