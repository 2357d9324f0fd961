import type { Tokens } from '../segment/tokens.ts'
import { TokenKind } from '../segment/tokens.ts'
import type { FactOf } from './fact.ts'
import { Word } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { LINK_ARTICLES, PLACES, SHORT_TITLES } from './words/names.ts'

type Name = FactOf<'name'>
const MOST_WORDS = 12
/** The first tokens of the words of the run being read; one array for all runs, since a text has many. */
const STARTS = new Int32Array(MOST_WORDS)

/** Which distinct words of a text are names wherever they stand: capitalised inside a sentence and never printed small. Read over all tokens once. */
export function namingWords({ kind, word, start, count, vocabulary }: Tokens, text: string): Uint8Array {
  const SMALL = 1
  const CAPITAL = 2
  const seen = new Uint8Array(vocabulary.length)
  for (let at = 1; at < count; at += 1) {
    if (kind[at] === TokenKind.word) seen[word[at]!]! |= SMALL
    else if ((kind[at] === TokenKind.capitalised || kind[at] === TokenKind.capitals) && kind[at - 1] === TokenKind.word && text.charCodeAt(start[at]! - 1) === 0x20) seen[word[at]!]! |= CAPITAL
  }
  for (let at = 0; at < seen.length; at += 1) seen[at] = seen[at] === CAPITAL ? 1 : 0
  return seen
}

/** Proper names of one sentence, as far as capitals and titles tell; `type` is a guess from the words themselves and from what stands beside them. `naming` is `namingWords` of the text. */
export function findNames(r: Reading, naming: Uint8Array, facts: { push: (fact: Name) => unknown }): void {
  const { kind } = r.tokens
  for (let at = r.from; at < r.to;) {
    const token = kind[at]!
    if ((token !== TokenKind.capitalised && token !== TokenKind.capitals) || (r.isGlued(at) && isInsideWord(r, at))) {
      at += 1
      continue
    }
    at = readRun(r, at, naming, facts)
  }
}

/** A capital right behind a letter, a figure, an apostrophe, a point or a dash opens no name. */
const isInsideWord = (r: Reading, at: number): boolean => /[\p{L}\p{M}\d’'.-]/u.test(r.text[r.start(at) - 1]!)

/** The token behind one word of a name: "Anglo-Saxon", "AT&T", "U.S.", "G20" are one word of several tokens. */
function wordEnd(r: Reading, at: number): number {
  let to = at + 1
  if (isPossessive(r, at)) return to
  // "Dr." takes its full stop along.
  if (r.word(to) === '.' && SHORT_TITLES.has(r.word(at)) && r.isGlued(to) && r.isCapitalised(to + 1)) return to + 1
  for (;;) {
    if (!r.isGlued(to)) return to
    const sign = r.word(to)
    if (r.isNumber(to)) to += 1
    else if ((sign === '-' || sign === '‐' || sign === '‑' || sign === '&') && r.isGlued(to + 1) && r.isWord(to + 1) && (r.isCapitalised(to + 1) || r.word(to + 1).length > 2)) to += 2
    else if (sign === '.' && r.end(to - 1) - r.start(to - 1) === 1 && r.isCapitalised(to - 1)) {
      // "U.S.", "J.": the points of initials; more may follow.
      if (r.isGlued(to + 1) && r.isCapitalised(to + 1)) to += 2
      else return to + 1 < r.to ? to + 1 : to
    } else return to
    if (isPossessive(r, to - 1)) return to
  }
}

const isPossessive = (r: Reading, at: number): boolean => r.has(at, Word.genitive)

const isSpaced = (r: Reading, at: number): boolean => at < r.to && r.tokens.start[at]! - r.tokens.end[at - 1]! === 1

/** Reads the run of capitalised words that begins at a token, pushes the name it holds and gives the token behind it. */
function readRun(r: Reading, from: number, naming: Uint8Array, facts: { push: (fact: Name) => unknown }): number {
  STARTS[0] = from
  let words = 1
  let to = wordEnd(r, from)
  while (words < MOST_WORDS && !isPossessive(r, to - 1)) {
    const next = nextWord(r, to)
    if (next < 0 || (next > to && words > 1 && isOfPlace(r, from, to))) break
    STARTS[words++] = next
    to = wordEnd(r, next)
  }
  const fact = nameOf(r, words, to, naming)
  if (fact) facts.push(fact)
  return to
}

/** "Dr. Anna Lee *of* New Zealand": a person’s whole name, and then where they are from. */
const isOfPlace = (r: Reading, from: number, to: number): boolean => /^(?:of|for|on)$/.test(r.word(to)) && (r.has(from, Word.givenName) || SHORT_TITLES.has(r.word(from)))

/** The token at which the run goes on, directly or over "of the", "de la" or "&"; −1 when it ends. */
function nextWord(r: Reading, to: number): number {
  if (!isSpaced(r, to)) return -1
  if (r.isCapitalised(to)) return to
  if (r.word(to) === '&' || r.has(to, Word.link)) {
    let next = to + 1
    if (r.word(to) !== '&' && LINK_ARTICLES.has(r.word(next)) && isSpaced(r, next)) next += 1
    return isSpaced(r, next) && r.isCapitalised(next) ? next : -1
  }
  return -1
}

function nameOf(r: Reading, words: number, to: number, naming: Uint8Array): Name | null {
  const starts = STARTS
  let first = 0
  while (first < words && r.has(starts[first]!, Word.nameOpener)) first += 1
  if (first >= words) return null
  let start = starts[first]!
  const count = words - first
  if (count === 1 && opensSentence(r, start) && !standsAlone(r, start, to, naming)) return null
  let role: string | undefined
  const titled = first
  while (first < words - 1 && isTitle(r, starts[first]!) && !r.has(starts[first + 1]! - 1, Word.link) && !r.has(starts[first]! + 1, Word.link)) first += 1
  if (first > titled) {
    start = starts[first]!
    // "General Motors", "Prime Minister": titles with no name behind them stay as they are.
    if (r.has(start, Word.organisation) && first === words - 1) {
      first = titled
      start = starts[first]!
    } else role = r.text.slice(r.start(starts[titled]!), r.end(wordEnd(r, starts[first - 1]!) - 1))
  }
  const end = isPossessive(r, to - 1) ? r.end(to - 1) - 2 : r.end(to - 1)
  const after = role === undefined ? roleAround(r, start, to, words - first) : undefined
  const type = typeOf(r, start, to, end, words - first, role !== undefined, after !== undefined)
  const known = role ?? (type === 'person' ? after : undefined)
  const span = { start: r.start(start), end }
  return known === undefined ? { kind: 'name', span, hedge: 'exact', type } : { kind: 'name', span, hedge: 'exact', type, role: known }
}

const isTitle = (r: Reading, at: number): boolean => r.has(at, Word.title) && !isPossessive(r, at)

const OPENS_BEHIND = new Set(['.', '!', '?', ':', '“', '"', '‘', '\'', '(', '[', '«', '—'])
const opensSentence = (r: Reading, at: number): boolean => at === r.from || (OPENS_BEHIND.has(r.word(at - 1)) && (r.isGlued(at) || !/^["']$/.test(r.word(at - 1))))

/** A single capitalised word at the head of a sentence is mostly just a word: not one in capitals, in the genitive, before a verb of saying, a known place, or one that the text uses as a name elsewhere. */
function standsAlone(r: Reading, at: number, to: number, naming: Uint8Array): boolean {
  if (r.tokens.kind[at] === TokenKind.capitals || isPossessive(r, to - 1)) return true
  if (naming[r.tokens.word[at]!] === 1) return true
  if (r.has(at, Word.place) && PLACES.has(r.word(at))) return true
  const next = r.word(to) === ',' ? to + 1 : to
  return r.word(next) === 'said' || r.word(next) === 'wrote'
}

const PLACE_BEFORE = new Set(['in', 'at', 'from', 'near', 'across', 'throughout', 'to', 'outside', 'inside'])
const MIND_VERBS = new Set(['believes', 'thinks'])
const HELPING = new Set(['was', 'once', 'also', 'has'])
const SAYS = new Set(['said', 'says', 'told', 'wrote', 'argued', 'added', 'explained', 'noted'])
const KIN = new Set(['wife', 'husband', 'son', 'daughter', 'father', 'mother', 'brother', 'sister'])

function typeOf(r: Reading, start: number, to: number, end: number, count: number, hasTitle: boolean, hasRole: boolean): Name['type'] {
  let bits = 0
  for (let at = start; at < to; at += 1) bits |= r.bits[r.tokens.word[at]!]!
  if (r.has(start, Word.place) && PLACES.has(r.text.slice(r.start(start), end).toLowerCase())) return 'place'
  if ((bits & Word.organisation) !== 0) return 'organisation'
  if (hasTitle) return 'person'
  // "Bill Gates" is no bill: the first of several words says what the rest is only before "of".
  if ((bits & Word.work) !== 0 && (count === 1 || !r.has(start, Word.work) || r.has(start + 1, Word.link) || hasWorkBehind(r, start + 1, to))) return 'work'
  if ((bits & Word.placeWord) !== 0 && count > 1) return 'place'
  if (hasRole || (count > 1 && count <= 4 && r.has(start, Word.givenName) && r.isCapitalised(to - 1)) || isPersonBehind(r, to)) return 'person'
  if (count <= 3 && r.tokens.kind[start] !== TokenKind.capitals) {
    const before = r.word(start - 1) === 'the' ? start - 2 : start - 1
    if (PLACE_BEFORE.has(r.word(before))) return 'place'
  }
  return 'other'
}

function hasWorkBehind(r: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (r.has(at, Word.work)) return true
  return false
}

/** "…, who", "… said", "… believes", "… (1883–1950)". */
function isPersonBehind(r: Reading, to: number): boolean {
  if (isPossessive(r, to - 1)) return KIN.has(r.word(to))
  const next = r.word(to) === ',' ? to + 1 : to
  const word = r.word(next)
  if (word === '(') return next === to && r.has(to + 1, Word.year)
  if (word === 'who') return true
  if (SAYS.has(word)) return true
  return next === to && (MIND_VERBS.has(word) || (HELPING.has(word) && (r.word(next + 1) === 'born' || r.word(next + 1) === 'said')))
}

/** Words of an appositive before its noun. */
const ROLE_REACH = 5
const LONGEST_ROLE = 120

/** What the words beside a name say a person is: "…, founder of the forum", "…, a professor at Yale", "the economist …". */
function roleAround(r: Reading, start: number, to: number, count: number): string | undefined {
  if (count > 4 || isPossessive(r, to - 1)) return undefined
  if (r.word(to) === ',') {
    const opensOf = r.isWord(to + 1) && !r.isCapitalised(to + 1)
    for (let at = to + 1; opensOf && at <= to + ROLE_REACH && r.isWord(at); at += 1) {
      if (r.has(at, Word.speech) && !r.has(at, Word.role)) break
      if (r.has(at, Word.role) && !isPossessive(r, at)) return appositive(r, to + 1, at)
    }
  }
  const before = start - 1
  return count > 1 && r.has(before, Word.role) && !r.isCapitalised(before) && !r.word(before).endsWith('s') && isSpaced(r, start) ? smallRole(r, before) : undefined
}

/** "vice president", "former finance minister": a role in small letters with the words that belong to it. */
function smallRole(r: Reading, noun: number): string {
  let from = noun
  while (from > r.from && isSpaced(r, from) && !r.isCapitalised(from - 1) && (r.has(from - 1, Word.title) || r.word(from - 1) === 'former' || r.word(from - 1) === 'senior')) from -= 1
  return r.text.slice(r.start(from), r.end(noun))
}

function appositive(r: Reading, from: number, noun: number): string | undefined {
  let at = noun + 1
  while (at < r.to && r.end(at) - r.start(from) < LONGEST_ROLE && !/^[,.;:)”"]$/.test(r.word(at)) && r.word(at) !== 'who' && r.word(at) !== 'and') at += 1
  return r.text.slice(r.start(from), r.end(at - 1))
}
