import { TokenKind } from '../segment/tokens.ts'
import { Clause } from './clause-words.ts'
import type { Layout } from './clauses.ts'
import type { Joint, Piece, Range } from './parts.ts'
import { holdsClause, isConditional, passesOn } from './scope.ts'
import { behindDate, headOf, isSureVerb, type Head } from './subject.ts'
import { SURE, Word } from './words.ts'

/** How far behind its conjunction the verb of a clause stands at most. */
const NEAR = 9
/** "One developer, Ada Low, …": more words say more than who is meant. */
const LONGEST_ROLE = 8
/** Without a figure, a clause shorter than this holds nothing to look up. */
const FEWEST_WORDS = 4
/** Clauses that bring their own subject: "each of which …", "while …". */
const OPENS_CLAUSE = new Set(['and', 'but', 'while', 'whereas', 'although', 'though', 'yet'])
const SHARES_SUBJECT = new Set(['and', 'but', 'yet'])
const SHARES = new Set(['each', 'all', 'both', 'most', 'many', 'some', 'half', 'none', 'one', 'two', 'three'])
/** "but also": what stands before is one half of a thought. */
const BOUND = /^(?:also|only|not|rather|instead|for|never|no|just|even)$/
export const CONJUNCTIONS: ReadonlySet<string> = new Set(['and', 'but', 'or', 'yet', 'while', 'whereas', 'although', 'though'])

/** Where a joint parts two clauses: the words that the second shares with the first, and its own head where it has one. */
interface Cut { leads: readonly Range[]; link?: string; head: Head | null }

/** Coordinated clauses ("…, and imports fell …") and verbs ("… in 1907 and met in 1909"); each side holds a verb and something to look up. */
export function coordination(layout: Layout, clause: Range, head: Head | null, joints: readonly Joint[]): Piece[] {
  const pieces: Piece[] = []
  let piece: Piece = { range: clause, leads: [] }
  let own = head
  for (const { at } of joints) {
    const { from } = piece.range
    if (at <= from) continue
    const before = { from, to: at }
    const after = { from: at, to: clause.to }
    if (!isWhole(layout, before) || !holdsFact(layout, after)) continue
    const cut = cutAt(layout, before, clause.to, own, head)
    if (!cut) continue
    pieces.push({ ...piece, range: pieces.length === 0 ? before : trimmed(layout, before) })
    piece = { range: after, leads: cut.leads, ...(cut.link === undefined ? {} : { link: cut.link }) }
    own = cut.head
  }
  return [...pieces, { ...piece, range: pieces.length === 0 ? clause : trimmed(layout, piece.range) }]
}

/** `before` is the clause up to the joint, `own` its head; `first` is the head of the whole sentence, whose opening may govern all of it. */
function cutAt(layout: Layout, before: Range, end: number, own: Head | null, first: Head | null): Cut | null {
  const at = before.to
  const isComma = layout.word(at) === ',' || layout.word(at) === '，' || layout.word(at - 1) === ','
  const next = layout.word(at) === ',' || layout.word(at) === '，' ? at + 1 : at
  if (next >= end || isConditional(layout, before)) return null
  const word = layout.word(next)
  if (SHARES.has(word) && next + 2 < end && layout.word(next + 1) === 'of' && /^wh(?:ich|om)$/.test(layout.word(next + 2))) return { leads: [], head: null }
  if (!OPENS_CLAUSE.has(word) || (word === 'but' && (layout.word(next - 1) === 'all' || BOUND.test(layout.word(next + 1)) || holdsNotOnly(layout, before)))) return null
  const opening = next + 1
  const isPassed = passesOn(layout, { from: Math.max(before.from, own?.subject.from ?? 0), to: at })
  if (layout.word(opening) === 'that') return isPassed ? repeatedThat(layout, before, opening, end) : null
  if (isPassed) return null
  const isClose = !isComma
  if (isClose && (layout.figuresIn(before) === 0 || layout.figuresIn({ from: at, to: end }) === 0)) return null
  const verb = behindAdverbs(layout, opening, end)
  const dated = verb > opening && behindDate(layout, opening) > opening
  const link = own && SHARES_SUBJECT.has(word) ? sharedVerb(layout, own, verb, end) : null
  if (own && link !== null) {
    if (holdsClause(layout, { from: own.verb, to: at })) return null
    const governing = dated ? null : governingOf(layout, own.opener, { from: at, to: end })
    return { leads: governing ? [governing, subjectOf(layout, own)] : [subjectOf(layout, own)], ...(link === '' ? {} : { link }), head: own }
  }
  if (isClose && holdsClause(layout, { from: own?.verb ?? before.from, to: at })) return null
  // Without a comma, what follows "and" may be one more noun: its own subject must show.
  const opens = layout.bitsAt(verb)
  if (isClose && !dated && (opens & (Word.pronoun | Word.determiner)) === 0) return null
  const head = headOf(layout, { from: opening, to: end })
  if (!head || !isSureVerb(layout, head.verb) || (!own && !layout.hasFinite(before)) || head.verb - head.subject.from > NEAR || head.insertion || opens & (Word.preposition | Word.relative) && !head.opener) return null
  const governing = head.opener ? null : governingOf(layout, first?.opener ?? null, { from: at, to: end })
  return { leads: governing ? [governing] : [], head }
}

/** What is repeated before a second verb: the subject, with a short name or role that commas add to it. */
const subjectOf = (layout: Layout, { subject, insertion }: Head): Range =>
  insertion && layout.words(insertion) <= LONGEST_ROLE && !layout.hasVerb(insertion) && layout.figuresIn(insertion) === 0 ? { from: subject.from, to: insertion.to + 1 } : subject

/** Behind a date and adverbs: where a shared verb, or a subject, would stand. */
function behindAdverbs(layout: Layout, opening: number, end: number): number {
  let at = behindDate(layout, opening)
  while (at < end && (layout.bitsAt(at) & Word.adverb || layout.clauseAt(at) & Clause.neutral)) at += 1
  return at
}

/**
 * Whether the word at `at` is a second verb of the subject: null where it is none or may be a participle of something else, '' where it stands alone,
 * "was" where it shares the passive: "was opened in 1881 and enlarged by …".
 */
function sharedVerb(layout: Layout, own: Head, at: number, end: number): string | null {
  if (at >= end || layout.tokens.kind[at] !== TokenKind.word) return null
  const bits = layout.bitsAt(at)
  const form = layout.clauseAt(at)
  const follows = layout.bitsAt(at + 1)
  const hasObject = (follows & (Word.determiner | Word.pronoun)) !== 0 || (at + 1 < end && layout.tokens.kind[at + 1] !== TokenKind.word && layout.tokens.kind[at + 1] !== TokenKind.sign)
  if (bits & Word.participle || form & Clause.participle) {
    const isByAgent = layout.word(at + 1) === 'by' || (form & Clause.passive) !== 0
    const passive = passiveOf(layout, own)
    if (passive === null) return isByAgent ? null : ''
    return isByAgent ? passive : hasObject ? '' : null
  }
  if (bits & SURE) return ''
  // "in 1990 and employs 500 people", not "and exports of steel".
  const isVerb = (bits & Word.finite) !== 0 || (bits === 0 && layout.tokens.kind[at - 2] === TokenKind.number)
  return isVerb && layout.word(at).endsWith('s') && hasObject ? '' : null
}

/** "was", "has been": the words that make a passive of the main verb; null where it is none. */
function passiveOf(layout: Layout, { verb }: Head): string | null {
  let at = verb
  const words = [layout.word(at)]
  if (/^(?:has|have|had)$/.test(words[0]!) && layout.word(at + 1) === 'been') words.push(layout.word(at += 1))
  if ((layout.clauseAt(at) & Clause.be) === 0) return null
  at += 1
  while (layout.bitsAt(at) & Word.adverb || layout.clauseAt(at) & Clause.neutral) at += 1
  // "was born in 1881 and moved": nobody is born in the passive.
  return layout.word(at) !== 'born' && (layout.bitsAt(at) & Word.participle || layout.clauseAt(at) & (Clause.participle | Clause.passive)) ? words.join(' ') : null
}

/** "said that exports rose …, and that imports fell …": both are what was said. */
function repeatedThat(layout: Layout, { from, to }: Range, opening: number, end: number): Cut | null {
  let that = from
  while (that < to && layout.word(that) !== 'that') that += 1
  return that < to && that > from && layout.tokens.kind[that + 1] !== TokenKind.sign && (layout.clauseAt(that + 1) & Clause.subordinate) === 0 && headOf(layout, { from: opening + 1, to: end }) ? { leads: [{ from, to: that }], head: null } : null
}

/** The phrase in front of a sentence when it holds for its other clauses too: a date they do not bring themselves, a place, a rule, who says so, a doubt. */
export function governingOf(layout: Layout, opener: Range | null, after: Range): Range | null {
  if (!opener) return null
  if (behindDate(layout, opener.from) > opener.from && layout.figuresOf(after).some(({ kind }) => kind === 'date')) return null
  if (layout.word(opener.from) === 'as') {
    for (let at = opener.from; at < opener.to; at += 1) if (layout.clauseAt(at) & Clause.says) return opener
    return null
  }
  if (layout.clauseAt(opener.from) & Clause.hedge) return opener
  return behindDate(layout, opener.from) > opener.from || layout.clauseAt(opener.from) & Clause.governs ? opener : null
}

function holdsNotOnly(layout: Layout, { from, to }: Range): boolean {
  for (let at = from; at + 1 < to; at += 1) if (layout.word(at + 1) === 'only' && layout.clauseAt(at) & Clause.negative) return true
  return false
}

/** A figure, else a name and some length: something to look up. */
const holdsFact = (layout: Layout, range: Range): boolean => layout.figuresIn(range) > 0 || (layout.hasCapital({ from: range.from + 1, to: range.to }) && layout.words(range, FEWEST_WORDS + 1) > FEWEST_WORDS)

const isWhole = (layout: Layout, range: Range): boolean => holdsFact(layout, range) && (layout.hasVerb(range) || holdsParticiple(layout, range))

/** A piece that opens with a shared verb. */
function holdsParticiple(layout: Layout, { from, to }: Range): boolean {
  for (let at = from + 1; at < Math.min(to, from + NEAR); at += 1) if (layout.bitsAt(at) & Word.participle || layout.clauseAt(at) & Clause.participle) return true
  return false
}

/** A range without the signs and the one conjunction it opens with. */
export function trimmed(layout: Layout, { from, to }: Range): Range {
  let start = from
  while (start < to && /^[,;:；，]$/.test(layout.word(start))) start += 1
  if (start < to && CONJUNCTIONS.has(layout.word(start))) start += 1
  return start < to ? { from: start, to } : { from, to }
}
