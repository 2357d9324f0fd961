import { TokenKind, tokenise, type Tokens } from '../segment/tokens.ts'
import { classifyWords, Word } from './words.ts'

const BE = new Set(['is', 'are', 'was', 'were'])
/** "years later", "two days earlier" */
const TIMES = new Set(['year', 'years', 'month', 'months', 'day', 'days', 'week', 'weeks', 'decade', 'decades'])
const RELATIVE_TIMES = new Set(['later', 'earlier', 'after', 'before'])
/** "the program has": a noun that names something told before, wherever it stands. */
const TOLD_BEFORE = new Set(['program', 'programme', 'plan', 'project', 'former', 'latter', 'aforementioned', 'same', 'following', 'above'])
/** Words that count what the sentence before named, when no noun follows them. */
const ELLIPTIC = new Set(['others', 'some', 'many', 'each', 'both', 'most', 'all', 'one', 'several', 'few', 'another', 'who', 'which', 'whose'])
const SUBJECTS = new Set(['it', 'he', 'she', 'they', 'this'])
const BACKWARD = new Set(['this', 'that', 'these', 'those', 'such'])

/**
 * Whether the words [from, to) point at something that only the sentences before them explain: a pronoun or "this" in front, "the plan", "under these rules",
 * "two years later". `isLed`: the subject is repeated before them, so only what stands inside them can point.
 */
export function pointsAway(tokens: Tokens, bits: Int32Array, from: number, to: number, isLed: boolean): boolean {
  let opening = from
  const word = (at: number): string => (at < to ? tokens.vocabulary[tokens.word[at]!]! : '')
  const bitsAt = (at: number): number => (at < to && tokens.kind[at] !== TokenKind.sign ? bits[tokens.word[at]!]! : 0)
  while (opening < to && (tokens.kind[opening] === TokenKind.sign || (bitsAt(opening) & Word.opener) !== 0)) opening += 1
  if (!isLed && opening < to) {
    const first = bitsAt(opening)
    const next = word(opening + 1)
    if (first & (Word.pronoun | Word.pointing | Word.firstSingular | Word.firstPlural)) {
      // "There are ten": nothing is meant but what follows.
      if (word(opening) !== 'there' || !BE.has(next)) return true
    }
    if (ELLIPTIC.has(word(opening)) && (bitsAt(opening + 1) & Word.finite || next === 'of')) return true
    // "In 1907 it became …": the pronoun is the subject all the same.
    for (let at = opening; at < to && (bitsAt(at) & Word.finite) === 0 && tokens.kind[at] !== TokenKind.capitalised; at += 1) if (SUBJECTS.has(word(at)) && at > opening && tokens.kind[at - 1] === TokenKind.number) return true
    if (word(opening) === 'the' && tokens.kind[opening + 1] === TokenKind.word && bitsAt(opening + 2) & (Word.finite | Word.participle)) return true
  }
  for (let at = opening; at < to; at += 1) {
    const own = bitsAt(at)
    if (own & Word.preposition && BACKWARD.has(word(at + 1)) && (bitsAt(at + 2) & Word.finite) === 0 && tokens.kind[at + 2] === TokenKind.word) return true
    if (TIMES.has(word(at)) && RELATIVE_TIMES.has(word(at + 1))) return true
    if (word(at) === 'the' && TOLD_BEFORE.has(word(at + 1)) && tokens.kind[at + 1] === TokenKind.word) return true
  }
  return false
}

/** The same of a statement by itself, as a person may have written it. */
export function needsContext(statement: string): boolean {
  const tokens = tokenise(statement)
  return pointsAway(tokens, classifyWords(tokens), 0, tokens.count, false)
}
