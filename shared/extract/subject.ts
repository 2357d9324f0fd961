import { TokenKind } from '../segment/tokens.ts'
import { Clause } from './clause-words.ts'
import type { Layout } from './clauses.ts'
import type { Range } from './parts.ts'
import { SURE, Word } from './words.ts'

/** A subject longer than this is no subject but a clause that was misread. */
const LONGEST_SUBJECT = 14
/** "However, in 2018, under the treaty, exports …": so many phrases in front are looked past. */
const MOST_OPENERS = 4
/** Forms that are verbs whatever stands around them; "found" and "spent" may be participles. */
const AUXILIARY = Word.auxiliary | Word.possibility | Word.will | Word.duty
const LABEL = /^(?:\d{1,2}|[a-z]|[ivx]{1,4})$/
const NOMINATIVE = /^(?:he|she|it|they|we|i)$/
const TENSED = /^(?:was|were|had|did|became|began|went|rose|fell|grew|took|gave|wrote|saw|knew|drew|flew|spoke)$/

/** What stands at the head of a clause: phrases before the subject, the subject, the token of the main verb, and what commas insert between the two. */
export interface Head { opener: Range | null; subject: Range; verb: number; insertion: Range | null }

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

/** Reads the head of a clause, or null where there is any doubt which noun phrase is the subject and which verb is its own. */
export function headOf(layout: Layout, clause: Range): Head | null {
  let from = clause.from
  while (from < clause.to && layout.tokens.kind[from] === TokenKind.sign) from += 1
  // "(ii) The clauses": a label is no part of the subject.
  if (from + 1 < clause.to && layout.tokens.kind[from] !== TokenKind.capitalised && LABEL.test(layout.word(from)) && /^[.)]$/.test(layout.word(from + 1))) from += 2
  const opened: Range = { from, to: from }
  for (let steps = 0; steps < MOST_OPENERS && from < clause.to; steps += 1) {
    const behind = behindOpener(layout, from, clause.to)
    if (behind === null) return null
    if (behind === from) break
    const isBare = behind - from <= 2 && (layout.clauseAt(from) & (Clause.connective | Clause.hedge)) === Clause.connective
    if (isBare && opened.to === opened.from) opened.from = opened.to = behind
    else opened.to = layout.word(behind - 1) === ',' && behindDate(layout, from) === behind - 1 ? behind - 1 : behind
    from = behind
  }
  return bodyOf(layout, from, clause.to, opened.to > opened.from ? opened : null)
}

/** The token behind one phrase in front of a subject; `at` where none stands there, null where its end is not certain. */
function behindOpener(layout: Layout, at: number, to: number): number | null {
  const date = behindDate(layout, at)
  // "2019 was a good year" opens with its subject.
  if (date > at && date < to && !layout.isVerb(date)) return layout.word(date) === ',' ? date + 1 : /^(?:and|or|to|of)$/.test(layout.word(date)) ? null : date
  const bits = layout.bitsAt(at)
  const own = layout.clauseAt(at)
  const isNext = at + 1 < to && layout.word(at + 1) === ','
  if ((bits & (Word.opener | Word.adverb) || own & (Clause.connective | Clause.hedge)) && (isNext || layout.tokens.kind[at + 1] !== TokenKind.capitalised || own & Clause.connective)) return isNext ? at + 2 : at + 1
  const word = layout.word(at)
  const isParticiple = (bits & Word.participle) !== 0 || (word.length > 4 && word.endsWith('ing') && layout.bitsAt(at + 1) !== 0)
  if ((bits & Word.preposition) === 0 && (own & Clause.subordinate) === 0 && !isParticiple && word !== 'early' && word !== 'late' && word !== 'as') return at
  if (word === 'that') return at
  // A clause in front ends behind its verb; a list of places goes on behind its first comma.
  const isClause = (own & Clause.subordinate) !== 0
  let comma = nextComma(layout, at, to)
  while (comma !== null && ((isClause && !layout.hasVerb({ from: at + 1, to: comma })) || isRunOfNames(layout, comma + 1, to))) comma = nextComma(layout, comma, to)
  // "By this treaty land was ceded, and": a phrase in front holds no verb of its own.
  return comma === null || (bits & Word.preposition && !isClause && word !== 'as' && holdsOwnVerb(layout, { from: at, to: comma })) ? null : comma + 1
}

/** A verb that belongs to no clause about a noun. */
function holdsOwnVerb(layout: Layout, { from, to }: Range): boolean {
  // "At that time" opens no clause.
  for (let at = layout.word(from + 1) === 'that' ? from + 2 : from; at < to; at += 1) {
    if (layout.bitsAt(at) & Word.relative || layout.clauseAt(at) & Clause.subordinate) return false
    if (layout.bitsAt(at) & SURE && layout.isVerb(at)) return true
  }
  return false
}

function nextComma(layout: Layout, at: number, to: number): number | null {
  const joint = layout.jointsIn({ from: at, to }).find(({ sign }) => sign === ',' || sign === ';' || sign === ':')
  return joint?.sign === ',' ? joint.at : null
}

/** "England," behind "In Cumbria,". */
function isRunOfNames(layout: Layout, from: number, to: number): boolean {
  let at = from
  while (at < to && layout.tokens.kind[at] === TokenKind.capitalised) at += 1
  return at > from && at < to && layout.word(at) === ','
}

/** Subject and verb from token `from` on. */
function bodyOf(layout: Layout, from: number, to: number, opener: Range | null): Head | null {
  if (from >= to || layout.clauseAt(from) & (Clause.noSubject | Clause.subordinate) && layout.word(from) !== 'that') return null
  if (layout.bitsAt(from) & (Word.preposition | Word.coordination | SURE)) return null
  for (let at = from; at < to && at - from <= 2 * LONGEST_SUBJECT; at += 1) {
    if (layout.isEnclosed(at)) continue
    if (layout.tokens.kind[at] === TokenKind.sign) {
      const joint = layout.jointAt(at)
      if (joint?.sign === ',') return insertedHead(layout, from, at, to, opener)
      if (joint || isDash(layout, at)) return null
      continue
    }
    if (at > from && (layout.bitsAt(at) & Word.relative || layout.clauseAt(at) & Clause.subordinate || NOMINATIVE.test(layout.word(at)))) return null
    // "to do well" is no verb of a subject.
    if (at === from || !layout.isVerb(at) || layout.word(at - 1) === 'to') continue
    const isOwn = isMainVerb(layout, at, to)
    if (isOwn === null) return null
    if (isOwn) return finishedHead(layout, { from, to: at }, at, opener, null)
  }
  return null
}

/** "Ma Kai, the vice premier, was appointed": the verb stands behind the comma that closes the insertion. */
function insertedHead(layout: Layout, from: number, comma: number, to: number, opener: Range | null): Head | null {
  for (let close = nextComma(layout, comma, to); close !== null; close = nextComma(layout, close, to)) {
    let verb = close + 1
    while (verb < to && layout.bitsAt(verb) & Word.adverb) verb += 1
    const isVerb = verb < to && (layout.isVerb(verb) || ((layout.bitsAt(verb) & Word.participle) !== 0 && !hasVerbBehindComma(layout, close, to)))
    if (isVerb && isMainVerb(layout, verb, to)) return finishedHead(layout, { from, to: comma }, verb, opener, { from: comma + 1, to: close })
    if (layout.bitsAt(close + 1) & Word.coordination) return null
  }
  return null
}

/** "…, opened in 1881, was": what stood before was one more insertion. */
function hasVerbBehindComma(layout: Layout, at: number, to: number): boolean {
  const comma = nextComma(layout, at, to)
  return comma !== null && layout.isVerb(comma + 1)
}

function finishedHead(layout: Layout, found: Range, verb: number, opener: Range | null, insertion: Range | null): Head | null {
  const subject = { ...found }
  while (subject.to > subject.from && layout.clauseAt(subject.to - 1) & Clause.neutral) subject.to -= 1
  const words = layout.words(subject)
  return words > 0 && words <= LONGEST_SUBJECT && (layout.clauseAt(subject.to - 1) & Clause.negative) === 0 && (layout.bitsAt(subject.to - 1) & Word.coordination) === 0 ? { opener, subject, verb, insertion } : null
}

/** Whether a verb can be nothing else: "fell", "has", "increased by 5 percent"; "reserved for" may belong to the noun before it. */
export function isSureVerb(layout: Layout, at: number): boolean {
  if (layout.bitsAt(at) & SURE || (layout.bitsAt(at) & Word.participle) === 0) return true
  const next = layout.bitsAt(at + 1) & Word.preposition ? at + 2 : at + 1
  return layout.figureAt(next) !== null || (next === at + 1 && (layout.bitsAt(next) & (Word.determiner | Word.pronoun)) !== 0)
}

/** Whether a form that can be a verb is the one of its subject; null where it may be a participle or a noun as well ("the money spent", "labour costs"). */
function isMainVerb(layout: Layout, at: number, to: number): boolean | null {
  const bits = layout.bitsAt(at)
  if (bits & AUXILIARY || TENSED.test(layout.word(at))) return true
  if ((layout.word(at + 1) === 'by' && !layout.figureAt(at + 2)) || layout.clauseAt(at) & Clause.onlyParticiple) return false
  if (layout.clauseAt(at) & Clause.says) return true
  for (let next = at + 1; next < to; next += 1) {
    if (layout.jointAt(next) || layout.bitsAt(next) & (Word.relative | Word.coordination) || layout.clauseAt(next) & Clause.subordinate || NOMINATIVE.test(layout.word(next))) break
    if (!layout.isVerb(next) || layout.isEnclosed(next)) continue
    return layout.bitsAt(next) & AUXILIARY || TENSED.test(layout.word(next)) ? false : null
  }
  return true
}

/** A dash with spaces around it parts like a bracket. */
const isDash = (layout: Layout, at: number): boolean => /^[–—-]$/.test(layout.word(at)) && layout.tokens.start[at]! > (at > layout.from ? layout.tokens.end[at - 1]! : 0)
