import { TokenKind } from '../segment/tokens.ts'
import { Clause } from './clause-words.ts'
import type { Layout } from './clauses.ts'
import { governingOf } from './coordination.ts'
import type { Part, Piece, Range } from './parts.ts'
import { pastOf } from './past.ts'
import { isConditional, passesOn } from './scope.ts'
import { headOf, type Head } from './subject.ts'
import { SURE, Word } from './words.ts'

/** A noun phrase is looked for so many words back. */
const REACH = 7
/** Brackets with fewer words hold a conversion or a date, not an assertion. */
const FEWEST_IN_BRACKETS = 4
/** The noun of "a sharp 31 percent drop" stands so near its article. */
const NOUN_NEAR = 6
/** Words in "-ing" that open no clause. */
const NO_PARTICIPLE = new Set(['including', 'according', 'following', 'during', 'regarding', 'concerning', 'excluding', 'notwithstanding', 'being', 'morning', 'evening', 'spring', 'amounting', 'depending', 'compared', 'beginning', 'starting', 'nothing', 'something', 'everything', 'anything'])

/**
 * A piece whose end is a relative clause, a participle or an apposition with a figure of its own comes apart there, when what the end speaks of is certain: "…, which rose 5 % in 2019",
 * "…, killing 30,000", "… Jane Doe, a farmer of 40". What commas insert behind the subject is a claim `beside` the whole: "The bank, founded in 1881, failed". Otherwise it stays whole.
 */
export function adjunctsOf(layout: Layout, piece: Piece, head: Head | null, pieces: Piece[], beside: Piece[]): void {
  const { range } = piece
  if (head?.insertion && !passesOn(layout, range)) {
    const own = inserted(layout, head, head.insertion)
    if (own) beside.push(own)
  }
  if (layout.figuresIn(range) > 0 && !isConditional(layout, range)) for (const { at, sign } of layout.jointsIn(range)) {
    if (sign !== ',' || at + 1 >= range.to || (head && at < head.verb)) continue
    const main = { from: range.from, to: at }
    const rest = { from: at + 1, to: range.to }
    if (!layout.hasVerb(main) || layout.figuresIn(rest) === 0 || passesOn(layout, main)) continue
    const own = adjunct(layout, main, rest, head)
    if (!own) continue
    pieces.push({ ...piece, range: main }, own)
    return
  }
  pieces.push(piece)
}

function adjunct(layout: Layout, main: Range, rest: Range, head: Head | null): Piece | null {
  const word = layout.word(rest.from)
  if (word === 'which' || word === 'who') {
    const antecedent = nounBefore(layout, main)
    return antecedent && layout.hasVerb({ from: rest.from + 1, to: rest.to }) ? { range: rest, leads: [antecedent], from: layout.tokens.end[rest.from]! } : null
  }
  if (layout.figuresIn(main) === 0) return null
  if (word.length > 5 && word.endsWith('ing') && !NO_PARTICIPLE.has(word) && layout.tokens.kind[rest.from] === TokenKind.word) return head && participle(layout, rest, head, word)
  if ((word === 'a' || word === 'an') && !layout.hasFinite(rest) && !isEvent(layout, rest)) {
    const name = nameBefore(layout, main.to, main.from)
    return name && isObject(layout, name.from, main.from) ? { range: rest, leads: [name], link: 'is' } : null
  }
  return null
}

/** "…, killing 30,000 people" behind a past tense: the subject did it, then. What a whole clause led to has no such subject. */
function participle(layout: Layout, rest: Range, head: Head, word: string): Piece | null {
  const { verb, subject, opener } = head
  const tells = layout.bitsAt(verb)
  if ((tells & Word.past) === 0 && ((tells & Word.participle) === 0 || tells & SURE)) return null
  if (layout.clauseAt(rest.from) & Clause.consequence || goesOn(layout, rest)) return null
  const governing = governingOf(layout, opener, rest)
  return { range: rest, leads: governing ? [governing, subject] : [subject], link: pastOf(word), from: layout.tokens.end[rest.from]! }
}

/** "… and suffering through": a second participle, which would lose its form. */
function goesOn(layout: Layout, { from, to }: Range): boolean {
  for (let at = from + 1; at < to; at += 1) if (layout.bitsAt(at - 1) & Word.coordination && layout.word(at).endsWith('ing')) return true
  return false
}

/** What stands between the commas behind a subject: "which was built in 1758", "opened in 1881", "a lawyer of 40". */
function inserted(layout: Layout, { subject }: Head, insertion: Range): Piece | null {
  const { from } = insertion
  if (layout.figuresIn(insertion) === 0 || passesOn(layout, insertion) || layout.jointsIn({ from: from - 1, to: insertion.to }).some(({ sign, at }) => sign === ',' && at > from)) return null
  const word = layout.word(from)
  if (word === 'which' || word === 'who') return layout.hasVerb({ from: from + 1, to: insertion.to }) ? { range: insertion, leads: [subject], from: layout.tokens.end[from]! } : null
  const isParticiple = (layout.bitsAt(from) & Word.participle) !== 0 || (layout.clauseAt(from) & Clause.participle) !== 0
  if (isParticiple && isSingular(layout, subject) && layout.bitsAt(from + 1) & Word.preposition && !layout.hasFinite({ from: from + 1, to: insertion.to })) return { range: insertion, leads: [subject], link: 'was' }
  return null
}

/** Whether the noun of a subject, before its first preposition, is one thing. */
function isSingular(layout: Layout, subject: Range): boolean {
  let to = subject.from + 1
  while (to < subject.to && (layout.bitsAt(to) & Word.preposition) === 0) to += 1
  return !/[^su]s$/.test(layout.word(to - 1)) && !layout.hasCoordination(subject)
}

/** Brackets that hold a clause with a figure, about the name before them: "the Federation (created in 1881)". They are claims beside the sentence that holds them. */
export function bracketsOf(layout: Layout): Part[] {
  const parts: Part[] = []
  for (const { from, to } of layout.brackets) {
    const inner = { from: from + 1, to: to - 1 }
    if (from === layout.from || layout.bitsAt(inner.from) & Word.relative || layout.clauseAt(inner.from) & Clause.pointer || layout.words(inner) < FEWEST_IN_BRACKETS || layout.figuresOf(inner).length === 0) continue
    const isParticiple = (layout.bitsAt(inner.from) & Word.participle) !== 0 || (layout.clauseAt(inner.from) & (Clause.participle | Clause.passive)) !== 0
    const name = nameBefore(layout, from, layout.from)
    // "translations by Jane Doe (published in 1988)": the translations were.
    if (isParticiple && name && layout.word(name.from - 1) !== 'by' && layout.bitsAt(inner.from + 1) & Word.preposition && !layout.hasFinite({ from: inner.from + 1, to: inner.to })) parts.push({ span: layout.span(inner), leads: [layout.span(name)], link: 'was' })
    else if (!isParticiple && layout.tokens.kind[inner.from] !== TokenKind.sign && headOf(layout, inner)) parts.push({ span: layout.span(inner), leads: [] })
  }
  return parts
}

function isEvent(layout: Layout, { from, to }: Range): boolean {
  for (let at = from + 1; at < Math.min(to, from + NOUN_NEAR); at += 1) if (layout.clauseAt(at) & Clause.event) return true
  return false
}

/** The name that ends right before a token, with its article; capitals in a row. */
function nameBefore(layout: Layout, at: number, floor: number): Range | null {
  let from = at
  while (from > floor && (layout.tokens.kind[from - 1] === TokenKind.capitalised || layout.tokens.kind[from - 1] === TokenKind.capitals)) from -= 1
  if (from === at) return null
  if (from > floor && layout.word(from - 1) === 'the') from -= 1
  // "the capital of France, which": the capital or France? "the Unions of Spain and France": more than France.
  return from > floor && (layout.word(from - 1) === 'of' || layout.bitsAt(from - 1) & Word.coordination) ? null : { from, to: at }
}

/** The noun phrase that ends a stretch, when there is no doubt which: a name or a noun with its article right behind a verb, so that it belongs to no other noun. */
function nounBefore(layout: Layout, main: Range): Range | null {
  const name = nameBefore(layout, main.to, main.from)
  if (name) return isObject(layout, name.from, main.from) ? name : null
  for (let at = main.to - 1; at >= Math.max(main.from, main.to - REACH); at -= 1) {
    const bits = layout.bitsAt(at)
    if (layout.tokens.kind[at] === TokenKind.sign || bits & (Word.preposition | Word.coordination)) return null
    if (bits & Word.determiner) return isObject(layout, at, main.from) ? { from: at, to: main.to } : null
  }
  return null
}

const isObject = (layout: Layout, at: number, floor: number): boolean => at === floor || layout.hasVerb({ from: at - 1, to: at }) || layout.word(at - 1) === 'by'
