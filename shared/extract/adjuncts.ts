import { TokenKind } from '../segment/tokens.ts'
import type { Layout, Part, Piece, Range } from './clauses.ts'
import { subjectOf } from './subject.ts'
import { Word } from './words.ts'

/** A noun phrase is looked for so many words back. */
const REACH = 7
/** Brackets with fewer words hold a conversion or a date, not an assertion. */
const FEWEST_IN_BRACKETS = 4
/** Words in "-ing" that open no clause. */
const NO_PARTICIPLE = new Set(['including', 'according', 'following', 'during', 'regarding', 'concerning', 'excluding', 'notwithstanding', 'being', 'morning', 'evening', 'spring'])

/**
 * A piece whose end is a relative clause, a participle or an apposition with a figure of its own comes apart there, when what the end speaks of is certain:
 * "…, which rose 5 % in 2019", "…, killing 30,000", "… Jane Doe, a farmer of 40". Otherwise it stays whole.
 */
export function adjunctOf(layout: Layout, piece: Piece): Piece[] {
  if (layout.figuresIn(piece.range) === 0) return [piece]
  const subject = subjectOf(layout, piece.range)
  for (const { at, sign } of layout.jointsIn(piece.range)) {
    if (sign !== ',' || at + 1 >= piece.range.to) continue
    const main = { from: piece.range.from, to: at }
    const rest = { from: at + 1, to: piece.range.to }
    if (!layout.hasVerb(main) || layout.figuresIn(rest) === 0) continue
    const own = adjunct(layout, main, rest, subject)
    if (own) return [{ ...piece, range: main }, own]
  }
  return [piece]
}

function adjunct(layout: Layout, main: Range, rest: Range, subject: Range | null): Piece | null {
  const word = layout.word(rest.from)
  const opening = layout.bitsAt(rest.from)
  if (word === 'which' || word === 'who') {
    const antecedent = nounBefore(layout, main)
    return antecedent && layout.hasVerb({ from: rest.from + 1, to: rest.to }) ? { range: rest, leads: [antecedent], from: layout.tokens.end[rest.from]! } : null
  }
  if (layout.figuresIn(main) === 0) return null
  if (word.length > 5 && word.endsWith('ing') && !NO_PARTICIPLE.has(word) && layout.tokens.kind[rest.from] === TokenKind.word) {
    return subject ? { range: rest, leads: [subject], link: ',' } : null
  }
  if ((word === 'a' || word === 'an') && opening & Word.determiner && !layout.hasVerb(rest)) {
    const name = nameBefore(layout, main.to, main.from)
    return name ? { range: rest, leads: [name], link: 'is' } : null
  }
  return null
}

/** Brackets that hold a clause with a figure, about the name before them: "the Federation (created in 1881)". They are claims beside the sentence that holds them. */
export function bracketsOf(layout: Layout): Part[] {
  const parts: Part[] = []
  for (const { from, to } of layout.brackets) {
    const inner = { from: from + 1, to: to - 1 }
    if (from === layout.from || layout.bitsAt(inner.from) & Word.relative || layout.words(inner) < FEWEST_IN_BRACKETS || layout.figuresOf(inner).length === 0) continue
    const isParticiple = (layout.bitsAt(inner.from) & Word.participle) !== 0 || layout.word(inner.from) === 'born' || layout.word(inner.from) === 'founded'
    const name = nameBefore(layout, from, layout.from)
    if (isParticiple && name) parts.push({ span: layout.span(inner), leads: [layout.span(name)], link: 'was' })
    else if (layout.hasVerb(inner) && !isParticiple && layout.tokens.kind[inner.from] !== TokenKind.sign) parts.push({ span: layout.span(inner), leads: [] })
  }
  return parts
}

/** The name that ends right before a token, with its article; capitals in a row. */
function nameBefore(layout: Layout, at: number, floor: number): Range | null {
  let from = at
  while (from > floor && (layout.tokens.kind[from - 1] === TokenKind.capitalised || layout.tokens.kind[from - 1] === TokenKind.capitals)) from -= 1
  if (from === at) return null
  if (from > floor && layout.word(from - 1) === 'the') from -= 1
  // "the capital of France, which": the capital or France?
  return from > floor && layout.word(from - 1) === 'of' ? null : { from, to: at }
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
