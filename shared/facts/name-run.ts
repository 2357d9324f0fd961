import { Word } from './lexicon.ts'
import { NameWord } from './name-lexicon.ts'
import type { Reading } from './reading.ts'
import { CAMPUSES, LINK_ARTICLES, SHORT_TITLES } from './words/names.ts'

const MOST_WORDS = 12
/** A run of capitalised words: the first tokens of its words, how many they are, and the token behind the last. One for all runs, since a text has many. */
export const RUN = { starts: new Int32Array(MOST_WORDS), words: 0, to: 0 }

export const isPossessive = (r: Reading, at: number): boolean => r.is(at, NameWord.genitive)

/** Reads the run of capitalised words that begins at a token into `RUN`. */
export function readRun(r: Reading, from: number): void {
  const { starts } = RUN
  starts[0] = from
  let words = 1
  let to = wordEnd(r, from)
  let bits = 0
  while (words < MOST_WORDS && !isPossessive(r, to - 1)) {
    bits |= r.nameBits[r.tokens.word[starts[words - 1]!]!]!
    const next = nextWord(r, to, from, bits)
    if (next < 0 || (next > to && words > 1 && (bits & NameWord.organisation) === 0 && isOfPlace(r, from, to))) break
    starts[words++] = next
    to = wordEnd(r, next)
  }
  RUN.words = words
  RUN.to = (bits & NameWord.organisation) !== 0 ? withCampus(r, to) : to
}

/** The token behind one word of a name: "Anglo-Saxon", "AT&T", "U.S.", "G20" are one word of several tokens. */
export function wordEnd(r: Reading, at: number): number {
  let to = at + 1
  if (isPossessive(r, at)) return to
  if (!r.isGlued(to)) return to
  // "Dr." takes its full stop along.
  if (r.word(to) === '.' && r.isCapitalised(to + 1) && SHORT_TITLES.has(r.word(at))) return to + 1
  for (;;) {
    if (!r.isGlued(to)) return to
    const sign = r.word(to)
    if (r.isNumber(to)) to += 1
    else if ((sign === '-' || sign === '‐' || sign === '‑' || sign === '&') && r.isGlued(to + 1) && r.isWord(to + 1) && (r.isCapitalised(to + 1) || r.word(to + 1).length > 2)) to += 2
    else if (sign === '.' && isWithinName(r, at, to)) to += 2
    else if (sign === '.' && r.end(to - 1) - r.start(to - 1) === 1 && r.isCapitalised(to - 1)) {
      // "U.S.", "J.": the points of initials; more may follow.
      if (r.isGlued(to + 1) && r.isCapitalised(to + 1)) to += 2
      else return to + 1 < r.to ? to + 1 : to
    } else return to
    if (isPossessive(r, to - 1)) return to
  }
}

const DOMAINS = new Set(['com', 'org', 'net', 'js', 'io'])
/** "MUL.APIN", "Booking.com", "Node.js": a point between two words of capitals, or before the ending of an address. */
const isWithinName = (r: Reading, at: number, point: number): boolean =>
  r.isGlued(point + 1) && r.end(point - 1) - r.start(point - 1) > 1 && (r.isCapitals(point + 1) ? r.isCapitals(at) && r.isCapitals(point - 1) : !r.isCapitalised(point + 1) && DOMAINS.has(r.word(point + 1)))

const OF_PLACE = new Set(['of', 'for', 'on'])
/** "Dr. Anna Lee *of* New Zealand": a person’s whole name, and then where they are from. */
const isOfPlace = (r: Reading, from: number, to: number): boolean => OF_PLACE.has(r.word(to)) && (r.is(from, NameWord.givenName) || (SHORT_TITLES.has(r.word(from)) && r.word(from) !== 'st'))

/** The token at which the run goes on, directly or over "of the", "de la", "&" or the "and" between two subjects of one office; −1 when it ends. */
function nextWord(r: Reading, to: number, from: number, bits: number): number {
  if (!r.isSpaced(to)) return (bits & NameWord.organisation) !== 0 && r.word(to) === ',' ? anotherSubject(r, to, to + 1) : -1
  // "Hexatron May 2020": a date is no part of a name.
  if (r.isCapitalised(to)) return r.has(to, Word.month) && r.isNumber(to + 1) ? -1 : to
  const word = r.word(to)
  // "Illinois v. Gates": one case.
  if ((word === 'v' || word === 'vs') && r.word(to + 1) === '.' && r.isGlued(to + 1) && r.isSpaced(to + 2) && r.isCapitalised(to + 2)) return to + 2
  if (word === '&' || r.is(to, NameWord.link)) {
    let next = to + 1
    if (word !== '&' && LINK_ARTICLES.has(r.word(next)) && r.isSpaced(next)) next += 1
    // "CrowdStrike on September 12": a date is no part of a name.
    return r.isSpaced(next) && r.isCapitalised(next) && !(word === 'on' && r.has(next, Word.month | Word.weekday)) ? next : -1
  }
  return word === 'and' && (bits & NameWord.organisation) !== 0 && to > from + 2 && r.is(to - 1, NameWord.subject) ? subjectAt(r, to + 1) : -1
}

/** The second subject of "Department of Health and Human Services": one or two capitalised words of which the last is a subject. */
function subjectAt(r: Reading, at: number): number {
  if (!r.isSpaced(at) || !r.isCapitalised(at)) return -1
  return r.is(at, NameWord.subject) || (r.isSpaced(at + 1) && r.isCapitalised(at + 1) && r.is(at + 1, NameWord.subject)) ? at : -1
}

/** "Ministry of Culture, Sports and Tourism": a list of subjects goes on behind a comma where "and" and one more subject end it. */
function anotherSubject(r: Reading, comma: number, at: number): number {
  if (!r.is(comma - 1, NameWord.subject) || !r.isSpaced(at) || !r.isCapitalised(at) || !r.is(at, NameWord.subject)) return -1
  const and = r.word(at + 1) === ',' ? at + 2 : at + 1
  return r.word(and) === 'and' && subjectAt(r, and + 1) > 0 ? at : -1
}

/** "University of California, Berkeley", "University of Wisconsin–Madison": the token behind the campus. */
function withCampus(r: Reading, to: number): number {
  const sign = r.word(to)
  const isDash = (sign === '–' || sign === '-') && r.isGlued(to) && r.isGlued(to + 1)
  if ((!isDash && sign !== ',') || !r.isCapitalised(to + 1) || !CAMPUSES.has(r.word(to + 1)) || !isUniversity(r, to)) return to
  return SECOND_WORDS.test(r.word(to + 2)) && r.isSpaced(to + 2) ? to + 3 : to + 2
}
const SECOND_WORDS = /^(?:angeles|diego|francisco|barbara|cruz|antonio|hill|park|arbor)$/
const isUniversity = (r: Reading, to: number): boolean => {
  for (let word = 0; word < RUN.words; word += 1) if (r.word(RUN.starts[word]!) === 'university') return true
  return r.word(to - 3) === 'university'
}
