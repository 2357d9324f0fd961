import type { FactOf } from './fact.ts'
import type { Read } from './figure.ts'
import { Word } from './lexicon.ts'
import { NameWord } from './name-lexicon.ts'
import { readOrdinal } from './quantity.ts'
import type { Reading } from './reading.ts'

type Rank = Read<FactOf<'rank'>>
const LARGEST = 1000

/** Places in an order: "No. 2", "second only to", "13th", "the largest", "the last but one". `ordinal` null: high, but no place said ("one of the largest"). */
export function readRank(r: Reading, at: number): Rank | null {
  if (r.has(at, Word.superlative)) return superlative(r, at)
  if (r.has(at, Word.rankCue)) return cued(r, at)
  return ordinal(r, at)
}

function rank(r: Reading, from: number, to: number, place: number | null, fromEnd?: number): Rank {
  return { fact: { kind: 'rank', span: { start: r.start(from), end: r.end(to - 1) }, hedge: 'exact', ordinal: place, ...(fromEnd === undefined ? {} : { fromEnd }) }, to }
}

const isDash = (word: string): boolean => word === '-' || word === '–' || word === '‑'
const BEHIND_ORDINAL = new Set(['only', 'place', 'placed', 'among', 'rank', 'ranked'])
/** Behind an ordinal and a dash these still tell a place; other words make a compound: "third-party", "first-hand". */
const RANKING = new Set(['ever', 'most', 'best', 'worst'])

/** "third-party", "second-hand", and where the line broke "second- hand": a kind, and no place in an order. */
const NO_PLACE = new Set(['party', 'hand', 'person', 'class', 'degree', 'rate', 'order'])

/** "13th", "third-largest", "second only to", "first place", "twenty-first", "second to last". */
function ordinal(r: Reading, at: number): Rank | null {
  const read = readOrdinal(r, at)
  if (!read || !Number.isSafeInteger(read.value)) return null
  const next = isDash(r.word(read.to)) && r.isGlued(read.to) ? read.to + 1 : read.to
  if (r.has(next, Word.superlative)) return rank(r, at, next + 1, read.value)
  if (r.word(next) === 'to' && r.word(next + 1) === 'none') return null
  const behindLast = fromLast(r, next)
  if (behindLast > 0) return rank(r, at, behindLast, null, -read.value)
  if (r.word(next) === 'last' && !r.isNumber(at)) return rank(r, at, next + 1, null, -read.value)
  if (r.word(next) === 'only' && r.word(next + 1) === 'to') return rank(r, at, next + 2, read.value)
  if (r.word(next) === 'in' && r.word(next + 1) === 'the' && r.word(next + 2) === 'world') return rank(r, at, next + 3, read.value)
  if (BEHIND_ORDINAL.has(r.word(next)) && r.word(next) !== 'only') return rank(r, at, next + 1, read.value)
  if (next > read.to && (NO_PLACE.has(r.word(next)) || (r.isGlued(next) && r.isWord(next) && !RANKING.has(r.word(next))))) return null
  return isPlain(r, at, read.to) ? rank(r, at, read.to, read.value) : null
}

/** The token behind "to last", "-to-last" or "from last"; 0 where it stands not. */
function fromLast(r: Reading, at: number): number {
  if (r.word(at) !== 'to' && r.word(at) !== 'from') return 0
  const dashed = isDash(r.word(at + 1)) ? at + 2 : at + 1
  const end = r.word(dashed) === 'the' ? dashed + 1 : dashed
  return r.word(end) === 'last' && !r.has(end + 1, Word.timeUnit | Word.weekday | Word.month) ? end + 1 : 0
}

/** An ordinal that puts nothing in order: "First, …", "at first", "a second look at a third of them", "for the first half". */
function isPlain(r: Reading, at: number, to: number): boolean {
  const word = r.word(at)
  if (r.isNumber(at)) return true
  if (to === at + 1 && (word === 'first' || word === 'second' || word === 'third')) {
    if (at === r.from && r.word(to) === ',') return false
    if (r.word(at - 1) === 'at' || (word === 'first' && r.word(to) === 'of' && r.word(to + 1) === 'all') || (word === 'first' && r.word(to) === 'class')) return false
    if (isAdverb(r, at) || isNamed(r, at, to)) return false
    // "one at the mill, a third at the sea"
    if (/^an?$/.test(r.word(at - 1)) && /^(?:at|in|on|is|was|near|with)$/.test(r.word(to))) return false
    // "a second" may be sixty to the minute, "a third of" a share.
    if (/^an?$/.test(r.word(at - 1)) && (word === 'second' || r.word(to) === 'of')) return false
  }
  return !(r.word(at - 1) === 'a' && to === at + 1 && !r.isWord(to) && r.has(at, Word.denominator) && !r.has(at - 2, Word.scale) && r.word(at - 2) !== 'and')
}

/** "third party", "First World War": part of a name or of a fixed term. */
const isNamed = (r: Reading, at: number, to: number): boolean => /^part(?:y|ies)$/.test(r.word(to)) || (at > r.from && r.isCapitalised(at) && r.isCapitalised(to))

const DETERMINERS = new Set('the a an his her its their our my your whose this that these those each every no any another very ’ \''.split(' '))
const BEING = new Set('is are was were be been being am remain remains remained become becomes became'.split(' '))
const PARTICIPLES = new Set('built known seen made found written given shown taken held set put sold told brought thought used heard laid worn drawn grown begun led met sent won bred cut hung'.split(' '))
/** "it first appeared", "was first seen", "first by boat, second by train": no word before it makes a noun’s ordinal of it, nor is it what somebody was. */
function isAdverb(r: Reading, at: number): boolean {
  const before = r.word(at - 1)
  if (DETERMINERS.has(before) || r.is(at - 1, NameWord.genitive)) return false
  // "the first, second and third"
  if (/^(?:and|or|to|,)$/.test(before) && r.has(at - 2, Word.ordinal) && r.word(at - 3) !== ',') return false
  const next = r.word(at + 1)
  return !BEING.has(before) || next.endsWith('ed') || PARTICIPLES.has(next)
}

/** "the largest", "the world’s biggest", "one of the largest". */
function superlative(r: Reading, at: number): Rank | null {
  let the = at - 1
  // "the world’s largest", "the single largest"
  if (r.word(the) !== 'the' && r.word(the - 1) === 'the' && (/^(?:world|country|nation|continent|region)['’]s$/.test(r.word(the)) || r.word(the) === 'single')) the -= 1
  if (the < r.floor || r.word(the) !== 'the') return null
  if (r.word(the - 1) === 'of' && r.word(the - 2) === 'one' && the - 2 >= r.floor) return rank(r, the - 2, at + 1, null)
  return rank(r, the, at + 1, r.word(the - 1) === 'among' || isSeveral(r, at + 1) ? null : 1)
}

/** "the largest firms": more than one hold the place; not "the largest business". */
const isSeveral = (r: Reading, at: number): boolean => r.isWord(at) && r.word(at).length > 3 && /[^siu]s$/.test(r.word(at)) && !r.is(at, NameWord.genitive)

/** The number at a token when it is a place: a small whole figure with nothing glued behind it. */
function placeAt(r: Reading, at: number): number | null {
  return r.isNumber(at) && /^\d{1,3}$/.test(r.word(at)) && Number(r.word(at)) < LARGEST && !(r.isGlued(at + 1) && (r.isWord(at + 1) || r.word(at + 1) === '%')) ? Number(r.word(at)) : null
}

/** What goes on behind a place: "No. 2 in the world"; else a noun is what the number labels. */
const BEHIND_PLACE = new Set(['in', 'on', 'among', 'worldwide', 'globally', 'of'])
/** After these a number is a place whatever goes on: "China is No. 2 and rising". "No. 2 is the drum" is a label in a picture. */
const BEFORE_PLACE = new Set('is are was were be been being became become becomes remain remains remained still now'.split(' '))

function cued(r: Reading, at: number): Rank | null {
  const word = r.word(at)
  switch (word) {
    case 'no': case 'nr': case 'number': case '№': {
      const next = r.word(at + 1) === '.' && r.isGlued(at + 1) ? at + 2 : at + 1
      if (word !== 'number' && word !== '№' && next === at + 1) return null
      const place = placeAt(r, next) ?? (word === 'number' && r.word(next) === 'one' ? 1 : null)
      // "No. 2 in the world", "the No. 1 exporter"; "No. 14 Main Street" and "number 12 bus" are labels.
      // "8, no. 1 (2019)": an issue.
      if (r.word(next + 1) === '(' || (r.word(at - 1) === ',' && r.isNumber(at - 2))) return null
      const isPlace = place !== null && (BEHIND_PLACE.has(r.word(next + 1)) || BEFORE_PLACE.has(r.word(at - 1)) && !r.isCapitalised(next + 1) || !r.isWord(next + 1) && word !== '№')
      return isPlace || (place !== null && place <= 3 && word === 'no' && r.word(at - 1) === 'the' && r.isWord(next + 1) && !r.isCapitalised(next + 1)) ? rank(r, at, next + 1, place) : null
    }
    case '#': {
      const place = r.isGlued(at + 1) ? placeAt(r, at + 1) : null
      return place === null ? null : rank(r, at, at + 2, place)
    }
    case 'rank': case 'ranks': case 'ranked': case 'ranking': case 'came': case 'comes': case 'finished': case 'finishes': case 'finish': case 'placed': return ranked(r, at)
    case 'top': {
      const next = isDash(r.word(at + 1)) && r.isGlued(at + 1) ? at + 2 : at + 1
      return /^rank/.test(r.word(next)) || /^(?:country|spot|place)$/.test(r.word(next)) || (placeAt(r, next) !== null && !r.has(next + 1, Word.percent)) ? rank(r, at, next + 1, null) : null
    }
    case 'leader': return /^(?:world|global|market)$/.test(r.word(at - 1)) && at - 1 >= r.floor ? rank(r, at - 1, at + 1, null) : null
    case 'more': return moreThanAny(r, at)
    case 'penultimate': return rank(r, at, at + 1, null, -2)
    case 'antepenultimate': return rank(r, at, at + 1, null, -3)
    case 'next': return nextToLast(r, at)
    case 'last': return last(r, at)
    default: return null
  }
}

/** "ranked second", "came in 4th", "ranks 17". */
function ranked(r: Reading, at: number): Rank | null {
  let next = at + 1
  if (r.word(next) === 'at' || r.word(next) === 'in') next += 1
  if (r.word(next) === 'the') next += 1
  const read = readOrdinal(r, next)
  if (read && read.value <= LARGEST) {
    const behindLast = fromLast(r, isDash(r.word(read.to)) ? read.to + 1 : read.to)
    return behindLast > 0 ? rank(r, next, behindLast, null, -read.value) : rank(r, at, read.to, read.value)
  }
  const place = /^rank/.test(r.word(at)) ? placeAt(r, next) : null
  return place === null || r.word(next - 1) === 'in' ? null : rank(r, at, next + 1, place)
}

const LONGEST_COMPARISON = 4
/** "more patents than any other country" */
function moreThanAny(r: Reading, at: number): Rank | null {
  for (let next = at + 1; next <= at + 1 + LONGEST_COMPARISON; next += 1) {
    if (r.word(next) === 'than') return next > at + 1 && r.word(next + 1) === 'any' ? rank(r, at, r.word(next + 2) === 'other' ? next + 3 : next + 2, 1) : null
    if (!r.isWord(next)) return null
  }
  return null
}

/** "next to last", "next-to-last". */
function nextToLast(r: Reading, at: number): Rank | null {
  const end = fromLast(r, isDash(r.word(at + 1)) && r.isGlued(at + 1) ? at + 2 : at + 1)
  return end > 0 ? rank(r, at, end, null, -2) : null
}

const NO_LAST = new Set('for until till long longer only through at as in on to'.split(' '))
/** "the last emperor", "the last but one"; not "at last", "it will last". */
function last(r: Reading, at: number): Rank | null {
  const next = r.word(at + 1)
  const the = r.word(at - 1) === 'the' && at - 1 >= r.floor ? at - 1 : at
  if (next === 'but' && r.has(at + 2, Word.cardinal)) return rank(r, the, at + 3, null, r.word(at + 2) === 'two' ? -3 : -2)
  // "the one before the last one", "the one before last"
  if (r.word(the - 1) === 'before' && r.word(the - 2) === 'one') {
    const from = r.word(the - 3) === 'the' ? the - 3 : the - 2
    if (from >= r.floor) return rank(r, from, next === 'one' ? at + 2 : at + 1, null, -2)
  }
  if (r.has(at + 1, Word.digits | Word.cardinal | Word.timeUnit | Word.weekday | Word.month) || NO_LAST.has(next)) return null
  if (/^(?:at|will|would|can|could|may|might|must|to|not|n't|did|does|do|should|and)$/.test(r.word(at - 1))) return null
  return r.isWord(at + 1) || the < at || /^[”"’']$/.test(next) ? rank(r, at, at + 1, null, -1) : null
}
