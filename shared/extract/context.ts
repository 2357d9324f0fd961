import { classifier, TokenKind, tokenise, type Tokens } from '../segment/tokens.ts'
import { classifyWords, Word } from './words.ts'

/** What a word can be to pointing away, as bits. */
const Pointer = {
  be: 1,
  /** "years later", "two days earlier" */
  time: 1 << 1,
  relativeTime: 1 << 2,
  /** "the program has": a noun that names something told before, wherever it stands. */
  toldBefore: 1 << 3,
  /** Words that count what the sentence before named, when no noun follows them. */
  elliptic: 1 << 4,
  subject: 1 << 5,
  backward: 1 << 6,
  the: 1 << 7,
  there: 1 << 8,
  of: 1 << 9,
} as const
/** Words that point away behind another word. */
const SECOND = Pointer.backward | Pointer.relativeTime | Pointer.toldBefore

const LISTS: Readonly<Record<keyof typeof Pointer, string>> = {
  be: 'is are was were',
  time: 'year years month months day days week weeks decade decades',
  relativeTime: 'later earlier after before',
  toldBefore: 'program programme plan project former latter aforementioned same following above',
  elliptic: 'others some many each both most all one several few another who which whose',
  subject: 'it he she they this',
  backward: 'this that these those such',
  the: 'the',
  there: 'there',
  of: 'of',
}
const BITS = new Map<string, number>()
for (const [kind, list] of Object.entries(LISTS)) for (const word of list.split(' ')) BITS.set(word, (BITS.get(word) ?? 0) | Pointer[kind as keyof typeof Pointer])
const classifyPointers = classifier((word) => BITS.get(word) ?? 0)

/**
 * Whether the words [from, to) point at something that only the sentences before them explain: a pronoun or "this" in front, "the plan", "under these rules",
 * "two years later". `isLed`: the subject is repeated before them, so only what stands inside them can point.
 */
export function pointsAway(tokens: Tokens, bits: Int32Array, from: number, to: number, isLed: boolean): boolean {
  const { kind, word } = tokens
  const pointers = classifyPointers(tokens)
  const pointerAt = (at: number): number => (at < to ? pointers[word[at]!]! : 0)
  const bitsAt = (at: number): number => (at < to && kind[at] !== TokenKind.sign ? bits[word[at]!]! : 0)
  let opening = from
  while (opening < to && (kind[opening] === TokenKind.sign || (bitsAt(opening) & Word.opener) !== 0)) opening += 1
  if (!isLed && opening < to) {
    const own = pointerAt(opening)
    const next = pointerAt(opening + 1)
    // "There are ten": nothing is meant but what follows.
    if (bitsAt(opening) & (Word.pronoun | Word.pointing | Word.firstSingular | Word.firstPlural) && !(own & Pointer.there && next & Pointer.be)) return true
    if (own & Pointer.elliptic && (bitsAt(opening + 1) & Word.finite || next & Pointer.of)) return true
    // "In 1907 it became …": the pronoun is the subject all the same.
    for (let at = opening; at < to && (bitsAt(at) & Word.finite) === 0 && kind[at] !== TokenKind.capitalised; at += 1) if (at > opening && kind[at - 1] === TokenKind.number && pointerAt(at) & Pointer.subject) return true
    if (own & Pointer.the && kind[opening + 1] === TokenKind.word && bitsAt(opening + 2) & (Word.finite | Word.participle)) return true
  }
  for (let at = opening + 1; at < to; at += 1) {
    const second = pointers[word[at]!]! & SECOND
    if (second === 0) continue
    if (second & Pointer.backward && bitsAt(at - 1) & Word.preposition && (bitsAt(at + 1) & Word.finite) === 0 && kind[at + 1] === TokenKind.word) return true
    if (second & Pointer.relativeTime && pointerAt(at - 1) & Pointer.time) return true
    if (second & Pointer.toldBefore && pointerAt(at - 1) & Pointer.the && kind[at] === TokenKind.word) return true
  }
  return false
}

/** The same of a statement by itself, as a person may have written it. */
export function needsContext(statement: string): boolean {
  const tokens = tokenise(statement)
  return pointsAway(tokens, classifyWords(tokens), 0, tokens.count, false)
}
