import { TokenKind } from '../segment/tokens.ts'
import { Clause } from './clause-words.ts'
import type { Layout } from './clauses.ts'
import type { Range } from './parts.ts'
import { Word } from './words.ts'

/** ", the company said in a statement": so many words at the end of a sentence pass on what stands before them. */
const LONGEST_SOURCE = 10
/** "He said exports rose": the verb of what is said follows so soon. */
const NEAR = 12

/** Whether what a verb in [from, to) says, shows or expects goes on behind it: then what follows is no assertion of the article's own. */
export function passesOn(layout: Layout, { from, to }: Range): boolean {
  if ((layout.heldClauses & (Clause.says | Clause.subordinate)) === 0) return false
  for (let at = from; at < to; at += 1) {
    if (at > from && layout.word(at) === 'that' && isComplement(layout, at)) return true
    if ((layout.clauseAt(at) & Clause.says) === 0 || layout.isEnclosed(at)) continue
    for (let next = at + 1; next < Math.min(to, at + NEAR); next += 1) if (layout.word(next) === 'that' || layout.isVerb(next) || layout.word(next) === 'to') return true
  }
  return false
}

/** "is that", "is possible that", "decided that": what "that" opens belongs to the words before it. */
const isComplement = (layout: Layout, that: number): boolean =>
  (layout.bitsAt(that + 1) & Word.preposition) === 0 && (layout.isVerb(that - 1) || ((layout.clauseAt(that - 1) | layout.clauseAt(that - 2)) & Clause.be) !== 0)

/** Whether a condition stands in a stretch: what hangs on it must stay with it. */
export function isConditional(layout: Layout, { from, to }: Range): boolean {
  if ((layout.held & Word.condition) === 0) return false
  for (let at = from; at < to; at += 1) if (layout.bitsAt(at) & Word.condition) return true
  return false
}

/** Whether a clause about a noun or about another clause opens in a stretch: "which", "because", "that". */
export function holdsClause(layout: Layout, { from, to }: Range): boolean {
  if ((layout.held & Word.relative) === 0 && (layout.heldClauses & Clause.subordinate) === 0) return false
  for (let at = from; at < to; at += 1) if (opensClause(layout, at) && !layout.isEnclosed(at)) return true
  return false
}

/** "that of France" opens none. */
const opensClause = (layout: Layout, at: number): boolean => (layout.bitsAt(at) & Word.relative || layout.clauseAt(at) & Clause.subordinate) !== 0 && !(layout.word(at) === 'that' && layout.bitsAt(at + 1) & Word.preposition)

/** "…, the company said", "…, he added, …", "…, according to the ministry": who says all of the sentence stands apart in it, behind its main verb. */
export function hasSourceApart(layout: Layout, clause: Range, verb: number): boolean {
  if ((layout.heldClauses & Clause.says) === 0) return false
  const commas = layout.jointsIn(clause).filter(({ sign }) => sign === ',')
  return commas.some(({ at }, index) => at > verb && isSource(layout, { from: at + 1, to: commas[index + 1]?.at ?? clause.to }))
}

/** A subject and a verb of saying, or the verb alone, and nothing that is said behind it. */
function isSource(layout: Layout, stretch: Range): boolean {
  const { from, to } = stretch
  if (layout.word(from) === 'according') return true
  let verb = from
  while (verb < to && (layout.clauseAt(verb) & Clause.says) === 0) verb += 1
  if (verb === to || layout.words(stretch) > LONGEST_SOURCE) return false
  if (layout.word(from) === 'as' || verb === from) return true
  const isEnd = verb + 1 >= to || layout.tokens.kind[verb + 1] !== TokenKind.word || (layout.bitsAt(verb + 1) & (Word.preposition | Word.adverb)) !== 0 || (layout.clauseAt(verb + 1) & Clause.neutral) !== 0 || layout.word(verb) === 'told'
  // "the watchdog has revealed"
  const first = layout.bitsAt(verb - 1) & Word.auxiliary ? verb - 1 : verb
  return isEnd && (layout.bitsAt(from) & (Word.preposition | Word.relative | Word.coordination)) === 0 && layout.firstVerb(stretch) >= first
}
