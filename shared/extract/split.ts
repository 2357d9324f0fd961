import { adjunctsOf, bracketsOf } from './adjuncts.ts'
import { Clause } from './clause-words.ts'
import type { Layout } from './clauses.ts'
import { CONJUNCTIONS, coordination, trimmed } from './coordination.ts'
import { enumeration } from './enumeration.ts'
import type { Part, Piece, Range } from './parts.ts'
import { hasSourceApart, isConditional, passesOn } from './scope.ts'
import { headOf } from './subject.ts'
import { Word } from './words.ts'

/** A piece shorter than this is no clause. */
const FEWEST_WORDS = 4
/** What has more tokens is a list or a table without stops, and no sentence that can be cut with certainty. */
const LONGEST = 300
/** What can open an assertion behind a comma. */
const OPENS = Word.coordination | Word.concession | Word.relative | Word.determiner | Word.participle
const NONE: readonly Part[] = []

/**
 * Cuts a sentence into its assertions: at semicolons between clauses, along enumerations whose items each bring their own figure, at coordinated clauses and verbs that each
 * hold something to check, and at relative clauses, participles and appositions with a figure of their own. What somebody says, what hangs on a condition and whatever else cannot stand alone
 * with certainty stays whole. A sentence with one assertion comes back whole, or as no part.
 */
export function splitAssertions(layout: Layout): readonly Part[] {
  if (layout.isOneClause || layout.to - layout.from > LONGEST || (layout.brackets.length === 0 && !mayPart(layout))) return NONE
  const pieces: Piece[] = []
  const beside: Piece[] = []
  for (const clause of clausesBySemicolon(layout, { from: layout.from, to: layout.to })) addPieces(layout, clause, pieces, beside)
  if (pieces.length === 1 && beside.length === 0 && layout.brackets.length === 0) return NONE
  return [...[...pieces, ...beside].map(({ range, leads, link, from }): Part => ({ span: layout.span(range), leads: leads.map((lead) => layout.span(lead)), link, from })), ...bracketsOf(layout)]
}

/** Whether any joint is followed by what can open an assertion; most only part the items of a list. */
function mayPart(layout: Layout): boolean {
  for (const { at, sign } of layout.jointsIn({ from: layout.from, to: layout.to })) {
    if (sign !== ',') return true
    const next = layout.bitsAt(at + 1) === 0 && layout.word(at) !== ',' && layout.word(at) !== '，' ? at : at + 1
    if (next < layout.to && (layout.bitsAt(next) & OPENS || layout.clauseAt(next) & Clause.participle || layout.word(next).endsWith('ing') || layout.bitsAt(at) & OPENS)) return true
  }
  return false
}

/** Adds the assertions of a clause; `beside` are those that stand in the midst of another one. */
function addPieces(layout: Layout, clause: Range, pieces: Piece[], beside: Piece[]): void {
  const joints = layout.jointsIn(clause)
  if (joints.length === 0) {
    pieces.push({ range: clause, leads: [] })
    return
  }
  const head = headOf(layout, clause)
  // A semicolon is left where the clauses on its sides do not stand alone: then the rest does not either.
  if (joints.some(({ sign }) => sign === ';') || hasSourceApart(layout, clause, head?.verb ?? clause.from)) {
    pieces.push({ range: clause, leads: [] })
    return
  }
  const list = layout.figuresIn(clause) > 1 ? enumeration(layout, clause, head, joints) : null
  if (list) pieces.push(...list)
  else for (const piece of coordination(layout, clause, head, joints)) adjunctsOf(layout, piece, piece.range.from === clause.from ? head : headOf(layout, piece.range), pieces, beside)
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
    // What was said before the semicolon may go on behind it, and so may a condition.
    if (to < whole.to && (passesOn(layout, clause) || isConditional(layout, clause))) return [whole]
    const own = trimmed(layout, clause)
    if (from > whole.from && hangsOn(layout, own)) return [whole]
    // "; for the bank had failed": what joins the clause is no part of it.
    clauses.push(from > whole.from && layout.word(own.from) === 'for' && headOf(layout, { from: own.from + 1, to }) ? { from: own.from + 1, to } : own)
    from = to
  }
  const last = clauses.at(-1)!
  return hasSourceApart(layout, last, headOf(layout, last)?.verb ?? last.from) ? [whole] : clauses
}

const WITHOUT_TENSE = /^(?:being|having)$/

/** "; that he ought", "; first, to preserve", "; see the map", "; serves 40 towns": no clause that stands alone. */
function hangsOn(layout: Layout, clause: Range): boolean {
  const { from } = clause
  const at = layout.word(from + 1) === ',' ? from + 2 : from
  const isRelative = (layout.bitsAt(at) & Word.relative) !== 0 || (layout.bitsAt(at) & Word.preposition && layout.bitsAt(at + 1) & Word.relative) !== 0
  if (layout.bitsAt(at) & Word.finite && !headOf(layout, clause)) return true
  // "; writing that", "; the former being led by him": no verb of its own.
  if (layout.word(at).endsWith('ing') && !headOf(layout, clause)) return true
  const verb = layout.firstVerb({ from: at, to: clause.to })
  if (verb < clause.to && (WITHOUT_TENSE.test(layout.word(verb)) || (verb > at && WITHOUT_TENSE.test(layout.word(verb - 1))))) return true
  return isRelative || /^(?:to|see|cf|compare|note|whether|not|whereupon|whereby|wherein)$/.test(layout.word(at))
}

/** "1) ", "(a) ", "and iv. " at the opening of an item. */
function isNumbered(layout: Layout, from: number): boolean {
  let at = from
  if (at < layout.to && CONJUNCTIONS.has(layout.word(at))) at += 1
  if (at < layout.to && layout.word(at) === '(') at += 1
  return at + 1 < layout.to && /^(?:\d{1,2}|[a-z]|[ivx]{1,4})$/.test(layout.word(at)) && /^[.)]$/.test(layout.word(at + 1))
}
