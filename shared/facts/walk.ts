import { TokenKind } from '../segment/tokens.ts'
import { mayBeDirection } from './dates/relative.ts'
import type { Fact } from './fact.ts'
import type { Refillable } from './fact-lists.ts'
import { isBracketed, readFigure, type Figure, type Read } from './figure.ts'
import { readHan } from './han.ts'
import { BEGINS_ANY, BEGINS_FIGURE, BEHIND_OPENER, Word } from './lexicon.ts'
import { readList } from './numbers.ts'
import type { Reading } from './reading.ts'
import type { Stops } from './stops.ts'
import { LONG_WORDS } from './words/calendar.ts'

/** Reads one kind of fact from a figure that has been read: what stands behind (or before) it says what it counts. */
export type FigureKind = (r: Reading, figure: Figure) => Read | null
/** Reads one kind of fact that begins at a token carrying one of `bits`. */
export interface PlaceKind { bits: number; read: (r: Reading, at: number) => Read | null }

const NONE: readonly Read[] = []

/** Reads the facts of one sentence, left to right; what one parser took, no later one reads again. `stops`: where anything may begin. */
export function walk(r: Reading, stops: Stops, places: readonly PlaceKind[], figures: readonly FigureKind[], facts: Refillable<Fact>): void {
  r.floor = r.from
  const { tokens } = stops
  let behind = r.from
  for (let next = stops.from(r.from); tokens[next]! < r.to; next += 1) {
    const at = tokens[next]!
    const bits = r.bits[r.tokens.word[at]!]!
    if (at >= behind && !isIdle(r, bits & BEGINS_ANY, at)) behind = readAt(r, places, figures, bits, at, facts)
  }
}

/** Reads what begins at a token; gives the token behind it. */
function readAt(r: Reading, places: readonly PlaceKind[], figures: readonly FigureKind[], bits: number, at: number, facts: Refillable<Fact>): number {
  if ((bits & Word.address) !== 0) {
    const behind = addressEnd(r, at)
    if (behind > at) return (r.floor = behind)
  }
  const read = readPlace(r, places, bits, at) ?? ((bits & BEGINS_FIGURE) === 0 ? null : readKind(r, figures, at))
  if (read) {
    facts.push(read.fact)
    return (r.floor = read.to)
  }
  const several = (bits & Word.digits) !== 0 ? readList(r, at) : (bits & Word.hanNumber) !== 0 ? readHan(r, at) : NONE
  for (const { fact } of several) facts.push(fact)
  return several.length > 0 ? (r.floor = at + 1) : (bits & Word.digits) !== 0 ? identifierEnd(r, at) : at + 1
}

/** Tokens that begin something only beside others: "a" and "." before a number, "this" before a unit of time, "New" of "New Year’s Eve" with its capital; and the figure of a note mark. */
function isIdle(r: Reading, bits: number, at: number): boolean {
  switch (bits) {
    case Word.opener: return r.tokens.kind[at] === TokenKind.sign ? !r.isNumber(at + 1) && r.word(at + 1) !== '.' : !r.has(at + 1, BEHIND_OPENER) && r.word(at + 1) !== 'couple'
    case Word.relative: return !mayBeDirection(r, at)
    case Word.timeUnit: return !UNITS_IN_FRONT.has(r.word(at)) && !r.isGlued(at + 1)
    case Word.feast: return !r.isCapitalised(at)
    default: return (bits & Word.digits) !== 0 && isBracketed(r, at)
  }
}

/** Units of time at which a date may begin ("week of May 5"), and lengths in one word. */
const UNITS_IN_FRONT = new Set(['day', 'week', 'month', 'year', ...Object.keys(LONG_WORDS)])

function readPlace(r: Reading, places: readonly PlaceKind[], bits: number, at: number): Read | null {
  for (const place of places) if ((bits & place.bits) !== 0) {
    const read = place.read(r, at)
    if (read) return read
  }
  return null
}

function readKind(r: Reading, kinds: readonly FigureKind[], at: number): Read | null {
  if (r.isNumber(at) && (identifierEnd(r, at) > at + 1 || isClock(r, at))) return null
  const figure = readFigure(r, at)
  if (!figure) return null
  for (const kind of kinds) {
    const read = kind(r, figure)
    if (read) return read
  }
  return null
}

/** "4 am in the morning", "4 am on Monday" */
const BEHIND_CLOCK = new Set(['and', 'or', 'but', 'in', 'on', 'at', 'to', 'until', 'every', 'each', 'local', 'today', 'yesterday', 'tomorrow'])
/** "10:20", "3pm", "8 p.m.", "5 o'clock": the time of day. */
function isClock(r: Reading, at: number): boolean {
  const next = r.word(at + 1)
  if (next === 'am' || next === 'pm' || next === 'o’clock' || next === 'o\'clock') return next !== 'am' || r.isGlued(at + 1) || !r.isWord(at + 2) || BEHIND_CLOCK.has(r.word(at + 2))
  if ((next === 'a' || next === 'p') && r.word(at + 2) === '.' && r.isGlued(at + 2) && r.word(at + 3) === 'm') return true
  if (next === ':' && r.isGlued(at + 1) && r.isNumber(at + 2) && r.isGlued(at + 2)) return true
  return r.isGlued(at) && r.word(at - 1) === ':' && r.isGlued(at - 1) && r.isNumber(at - 2)
}

/** The first token behind a web address, or `at` when none begins here. */
function addressEnd(r: Reading, at: number): number {
  if (!(r.word(at) === 'www' ? r.word(at + 1) === '.' && r.isGlued(at + 1) : r.word(at + 1) === ':' && r.word(at + 2) === '/')) return at
  let to = at + 1
  while (to < r.to && r.isGlued(to)) to += 1
  return to
}

const JOINS_IDENTIFIER = new Set(['-', '‑', '.', '/', ':', '–'])
/** Parts of a telephone number, an ISBN, a date nobody could read, an address of a computer. */
const FEWEST_PARTS = 3

/** The token behind three or more numbers joined without spaces; `at` + 1 when there are fewer. */
function identifierEnd(r: Reading, at: number): number {
  let to = at + 1
  if (!r.isGlued(to)) return to
  let parts = 1
  while (r.isGlued(to) && JOINS_IDENTIFIER.has(r.word(to)) && r.isGlued(to + 1) && r.isNumber(to + 1)) {
    to += 2
    parts += 1
  }
  return parts >= FEWEST_PARTS ? to : at + 1
}
