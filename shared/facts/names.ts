import { TokenKind } from '../segment/tokens.ts'
import type { FactOf } from './fact.ts'
import type { Refillable } from './fact-lists.ts'
import { Word } from './lexicon.ts'
import { GENITIVE, NameWord } from './name-lexicon.ts'
import { roleBeside } from './name-roles.ts'
import { isPossessive, readRun, RUN, wordEnd } from './name-run.ts'
import { typeOfName, type NameType } from './name-type.ts'
import { heldBy, officeOf, titledFrom } from './office.ts'
import { titleAt } from './titled-works.ts'
import type { Reading } from './reading.ts'
import { NAMING, PLAIN, type Outlook } from './stops.ts'

type Name = FactOf<'name'>
type Names = Refillable<Name>

/**
 * Proper names of one sentence, as far as capitals and titles tell; `type` is a guess from the words themselves and from what stands beside them.
 * The opening brackets on the way are told in `brackets`: abbreviations stand in them.
 */
export function findNames(r: Reading, { names: stops, naming }: Outlook, facts: Names, brackets: Refillable<number>): void {
  const { tokens } = stops
  let behind = r.from
  for (let next = stops.from(r.from); tokens[next]! < r.to; next += 1) {
    const at = tokens[next]!
    if (at < behind) continue
    if (r.tokens.kind[at] === TokenKind.sign) {
      if (r.is(at, NameWord.bracket)) brackets.push(at)
      const title = r.is(at, NameWord.mark) ? titleAt(r, at) : null
      if (!title) continue
      facts.push(title)
      for (behind = at + 1; behind < r.to && r.start(behind) < title.span.end;) behind += 1
    } else if (!r.isGlued(at) || !isInsideWord(r, at)) {
      readRun(r, at)
      behind = RUN.to
      namesOfRun(r, naming, facts)
    }
  }
}

/** A capital right behind a letter, a figure, an apostrophe, a point or a dash opens no name. */
const isInsideWord = (r: Reading, at: number): boolean => r.tokens.kind[at - 1] !== TokenKind.sign || r.is(at - 1, NameWord.joins)

/** The name that a run of capitalised words holds: without the words that open a sentence, the titles, and the office before a person ("Federal Reserve Chair Jerome Powell" holds two names). */
function namesOfRun(r: Reading, naming: Uint8Array, facts: Names): void {
  const { starts, words, to } = RUN
  let first = 0
  while (first < words && r.is(starts[first]!, NameWord.opener) && !(first < words - 1 && (r.word(starts[first]!) === 'jan' || isOrdinal(r, starts[first]!)))) first += 1
  if (first < words - 1 && starts[first + 1] === starts[first]! + 1 && isVerb(r, starts[first]!, naming) && opensSentence(r, starts[first]!)) first += 1
  if (first >= words || isLabel(r, first)) return
  if (words - first === 1 && opensSentence(r, starts[first]!) && !standsAlone(r, starts[first]!, to, naming)) return
  const held = heldBy(r, first)
  if (held) {
    if (held.before > first) push(r, facts, first, held.before, wordEnd(r, starts[held.before - 1]!), undefined)
    push(r, facts, held.person, words, to, r.text.slice(r.start(starts[first]!), r.end(wordEnd(r, starts[held.person - 1]!) - 1)))
    return
  }
  const office = officeOf(r, first)
  if (office >= 0) {
    // "Klaus Schwab, the Chairman of the World Economic Forum": the office is told of him, and its body is a name.
    const before = r.word(starts[first]! - 1) === 'the' ? starts[first]! - 2 : starts[first]! - 1
    if (r.word(before) === ',') push(r, facts, office + 1, words, to, undefined)
    else facts.push({ kind: 'name', span: { start: r.start(starts[first]!), end: endOf(r, to) }, hedge: 'exact', type: 'person' })
    return
  }
  const person = titledFrom(r, first)
  const role = person > first ? r.text.slice(r.start(starts[first]!), r.end(wordEnd(r, starts[person - 1]!) - 1)) : undefined
  push(r, facts, person, words, to, role)
}

/** "the Second Circuit": in the middle of a sentence, a capital makes a name of it. */
const isOrdinal = (r: Reading, at: number): boolean => r.has(at, Word.ordinal) && !opensSentence(r, at)

/** "Send", "Reported"; "Writing" where the text prints it small elsewhere: before a name at the head of a sentence, a verb. */
const isVerb = (r: Reading, at: number, naming: Uint8Array): boolean => r.is(at, NameWord.head) || (naming[r.tokens.word[at]!] === PLAIN && r.word(at).endsWith('ing') && !r.is(at, NameWord.givenName | NameWord.title | NameWord.place))

/** Where a name ends whose last token stands before `to`: a genitive’s ending is no part of it. */
const endOf = (r: Reading, to: number): number => r.end(to - 1) - (isPossessive(r, to - 1) ? GENITIVE : 0)

/** Takes words `first`–`last` of the run, which end before token `to`, for a name. */
function push(r: Reading, facts: Names, first: number, last: number, to: number, title: string | undefined): void {
  const start = RUN.starts[first]!
  const count = last - first
  const end = endOf(r, to)
  const beside = title === undefined ? roleBeside(r, start, to, count) : undefined
  const type: NameType = typeOfName(r, start, to, count, title !== undefined, beside !== undefined)
  const role = title ?? (type === 'person' ? beside : undefined)
  // "Clean Air Act of 1970"
  const span = { start: r.start(start), end: type === 'work' && r.word(to) === 'of' && r.has(to + 1, Word.year) && to === RUN.to ? r.end(to + 1) : end }
  facts.push(role === undefined ? { kind: 'name', span, hedge: 'exact', type } : { kind: 'name', span, hedge: 'exact', type, role })
}

const NUMERAL = /^[IVX]+$/
/** "Section 5", "Plate XIII", "IV", "B": a part of a text, a numeral or a letter, and no name. */
function isLabel(r: Reading, first: number): boolean {
  const { starts, words, to } = RUN
  const start = starts[first]!
  const isLast = first === words - 1
  if (isLast && (r.end(to - 1) - r.start(start) === 1 || (to === start + 1 && r.tokens.kind[start] === TokenKind.capitals && NUMERAL.test(r.printed(start))))) return true
  if (!r.is(start, NameWord.label)) return false
  if (isLast) return true
  const next = r.printed(starts[first + 1]!)
  return next.length === 1 || NUMERAL.test(next)
}

function opensSentence(r: Reading, at: number): boolean {
  if (at === r.from) return true
  const before = r.word(at - 1)
  // "2) Automated tools"
  if (before === ')') return r.isGlued(at - 1) && (r.isNumber(at - 2) || r.end(at - 2) - r.start(at - 2) === 1)
  return r.is(at - 1, NameWord.opens) && (r.isGlued(at) || !/^["']$/.test(before))
}

/** A single capitalised word at the head of a sentence is mostly just a word: not one in capitals, in the genitive, before a verb of saying, a known place, or one that the text uses as a name elsewhere. */
function standsAlone(r: Reading, at: number, to: number, naming: Uint8Array): boolean {
  if (r.tokens.kind[at] === TokenKind.capitals || isPossessive(r, to - 1)) return true
  if (naming[r.tokens.word[at]!] === NAMING) return true
  if (r.is(at, NameWord.wholePlace)) return true
  const next = r.word(to) === ',' ? to + 1 : to
  const verb = r.word(next)
  // "Musk described it as …", not "Experts described".
  return verb === 'said' || verb === 'wrote' || (r.is(next, NameWord.speech) && verb.endsWith('ed') && !r.word(at).endsWith('s') && !r.is(at, NameWord.role))
}
