import { dayOf, isoOf, toSerial, type Day } from './dates/calendar.ts'
import { coreAt } from './dates/cores.ts'
import { partOf } from './dates/parts.ts'
import { isSureMonth } from './dates/points.ts'
import { stretchOf, type Piece, type Stretch } from './dates/piece.ts'
import { rangeFrom, rangeFromNumber, rangeInMonth, rangeOfMonths, type Range } from './dates/ranges.ts'
import { mayBeDirection } from './dates/relative.ts'
import { monthsUpTo } from './dates/up-to.ts'
import type { FactOf, Hedge } from './fact.ts'
import type { Read } from './figure.ts'
import { Word } from './lexicon.ts'
import type { Reading } from './reading.ts'

/**
 * Dates and periods, in ISO 8601 at the precision printed; open ends are null. The span covers the words that bound it ("since 2007", "by 2030", "early 2021") and no article before them.
 * Dates counted from the article's own date ("last year", "on Friday") are worked out where `referenceDate` says which it is, and keep what they are counted from in `relative` or `timex`.
 */
export const dateReader = (referenceDate: string | undefined): ((r: Reading, at: number) => Read<FactOf<'date'>> | null) => {
  const today = dayOf(referenceDate)
  return (r, at) => readDate(r, at, today)
}

const OF_DATES = Word.month | Word.timeUnit | Word.weekday | Word.period
const BEHIND_WORD = Word.scale | Word.cardinal | Word.ordinal | Word.denominator | OF_DATES | Word.relative

/** Whether a number, an ordinal or an article may begin a date, by the words beside it: most do not, and this spares them the reading. */
function mayBegin(r: Reading, at: number): boolean {
  if (r.isNumber(at) && !r.has(at, Word.year)) return mayBeDay(r, at)
  // "they may": nothing counts its days.
  if (r.has(at, Word.month) && !isSureMonth(r, at)) return (r.ahead(at, DAY_REACH) & (Word.digits | Word.ordinal | Word.cardinal)) !== 0
  if (r.has(at, Word.relative)) return mayBeDirection(r, at)
  if (r.has(at, Word.feast | Word.month | Word.weekday | Word.period | Word.year | Word.timeUnit)) return true
  const next = r.word(at + 1)
  // "half a century ago"
  if (r.has(at, Word.denominator) && r.word(at) === 'half') return r.has(at + 2, Word.timeUnit)
  if (r.has(at, Word.opener)) return r.has(at + 1, Word.timeUnit | Word.scale) || next === 'couple' || next === 'few'
  const before = r.word(at - 1)
  return before === 'on' || before === 'the' || r.has(at + 1, Word.joiner | BEHIND_WORD)
}

/** How far behind a figure the word may stand that makes a date of it: "from the 3rd until the 12th of September". */
const DAY_REACH = 8
/** Whether a figure that is no year may begin a date: something of dates stands behind it, a sign of dates is glued to it, or "on" or "the" before it. */
function mayBeDay(r: Reading, at: number): boolean {
  const before = r.word(at - 1)
  if (before === 'on' || before === 'the') return true
  if (r.isGlued(at + 1) && (r.has(at + 1, Word.dash) || r.word(at + 1) === '/' || r.isHan(at + 1))) return true
  const digits = r.word(at)
  if (digits.length >= 3 && digits.includes('.') && (before === 'in' || digits.indexOf('.') !== digits.lastIndexOf('.'))) return true
  if ((r.ahead(at, DAY_REACH) & OF_DATES) !== 0) return true
  // "400 B.C.", "800 to 700 B.C."
  const era = r.has(at + 1, Word.joiner) && r.isNumber(at + 2) ? at + 3 : at + 1
  if (r.isCapitalised(era) && r.word(era + 1) === '.' && r.isGlued(era + 2)) return true
  // "11 / 2016"
  return r.isNumber(at + 2) && (r.has(at + 1, Word.dash) || r.word(at + 1) === '/')
}

function readDate(r: Reading, at: number, today: Day | null): Read<FactOf<'date'>> | null {
  if (!mayBegin(r, at)) return null
  const inMonth = r.has(at, Word.month) ? rangeInMonth(r, at) ?? rangeOfMonths(r, at) : null
  const fromNumber = inMonth ?? (r.isNumber(at) ? rangeFromNumber(r, at, today) : null)
  if (fromNumber) return ofRange(r, fromNumber, today)
  const piece = coreAt(r, at, today) ?? monthsUpTo(r, at, today)
  if (!piece) return null
  const range = rangeFrom(r, piece, today)
  if (range) return ofRange(r, range, today)
  return bounded(r, piece, today)
}

function ofRange(r: Reading, { first, last, from, to }: Range, today: Day | null): Read<FactOf<'date'>> | null {
  const a = stretchOf(first, today)
  const b = weekOn(a, stretchOf(last, today))
  const timex = a.timex !== undefined && b.timex !== undefined ? { timex: `(${a.timex},${b.timex})` } : {}
  return { fact: { kind: 'date', span: { start: r.start(from), end: last.end ?? r.end(to - 1) }, hedge: 'exact', from: a.from, to: b.to, ...timex, ...(a.relative ? { relative: a.relative } : {}) }, to }
}

/** "from Monday to Friday": each day is the nearest of its name, and the second must come after the first. */
function weekOn(a: Stretch, b: Stretch): Stretch {
  const day = dayOf(b.to ?? undefined)
  return a.from !== null && day !== null && b.timex?.startsWith('XXXX-WXX') === true && b.to! < a.from ? { ...b, to: isoOf(toSerial(day) + 7) } : b
}

const PART_WORDS = new Set(['early', 'mid', 'late', 'middle', 'beginning', 'start', 'end', 'half'])
const HALVES = new Set(['first', 'second', 'latter'])

/** A date between its ends, with what is printed of it and what it is counted from. */
function dateOf({ timex, relative }: Stretch, start: number, end: number, { from, to, hedge }: Ends): FactOf<'date'> {
  const fact: FactOf<'date'> = { kind: 'date', span: { start, end }, hedge, from, to }
  if (timex !== undefined) fact.timex = timex
  if (relative !== undefined) fact.relative = relative
  return fact
}

const ONWARD = new Set(['onward', 'onwards', 'forward'])

/** A date with the words before it that narrow or bound it. */
function bounded(r: Reading, piece: Piece, today: Day | null): Read<FactOf<'date'>> {
  let from = piece.from
  let stretch: Stretch = stretchOf(piece, today)
  const part = partBefore(r, from)
  if (part) {
    from = part.from
    if (stretch.from !== null && stretch.to !== null) {
      const { first, last } = partOf({ first: stretch.from, last: stretch.to }, part.name)
      stretch = { ...stretch, from: first, to: last }
    }
  }
  const bound = boundBefore(r, from)
  const end = piece.end ?? r.end(piece.to - 1)
  if (!bound && ONWARD.has(r.word(piece.to))) {
    // "from 2010 onwards", "from the 1990s onward"
    const before = r.word(from - 1) === 'the' ? from - 2 : from - 1
    if (before >= r.floor && r.word(before) === 'from') from = before
    return { fact: dateOf(stretch, r.start(from), r.end(piece.to), { from: stretch.from, to: null, hedge: 'at-least' }), to: piece.to + 1 }
  }
  const ends = bound ? bound.apply(stretch) : { from: stretch.from, to: stretch.to, hedge: piece.hedge ?? ('exact' as Hedge) }
  return { fact: dateOf(stretch, r.start(bound?.from ?? from), end, ends), to: piece.to }
}

/** "early", "mid-", "late in the", "the end of", "first half of the" before a date. */
function partBefore(r: Reading, from: number): { name: string; from: number } | null {
  let at = from - 1
  if (r.word(at) === 'the') at -= 1
  if (r.word(at) === 'in' || r.word(at) === 'of' || r.word(at) === '-') at -= 1
  if (at < r.floor || !PART_WORDS.has(r.word(at))) return null
  const word = r.word(at)
  // "end-2019", "end of 2019"
  const needsOf = word === 'beginning' || word === 'start' || word === 'end' || word === 'middle' || word === 'half'
  if (needsOf !== (r.word(at + 1) === 'of') && !(r.word(at + 1) === '-' && (word === 'end' || word === 'start'))) return null
  if (word !== 'half') return { name: word, from: at }
  return at - 1 >= r.floor && HALVES.has(r.word(at - 1)) ? { name: r.word(at - 1), from: at - 1 } : null
}

type Bound = (stretch: Stretch) => Ends
type Ends = { from: string | null; to: string | null; hedge: Hedge }
const BOUNDS = {
  since: ({ from }) => ({ from, to: null, hedge: 'at-least' }),
  after: ({ to }) => ({ from: to, to: null, hedge: 'more-than' }),
  by: ({ to }) => ({ from: null, to, hedge: 'at-most' }),
  until: ({ to }) => ({ from: null, to, hedge: 'at-most' }),
  till: ({ to }) => ({ from: null, to, hedge: 'at-most' }),
  before: ({ from }) => ({ from: null, to: from, hedge: 'less-than' }),
  around: ({ from, to }) => ({ from, to, hedge: 'about' }),
  about: ({ from, to }) => ({ from, to, hedge: 'about' }),
  circa: ({ from, to }) => ({ from, to, hedge: 'about' }),
  of: ({ from, to }) => ({ from, to, hedge: 'exact' }),
} satisfies Record<string, Bound>
const BOUND_WORDS: ReadonlyMap<string, Bound> = new Map(Object.entries(BOUNDS))

const STARTS_WITH = new Set(['in', 'from', 'with', 'on'])

function boundBefore(r: Reading, from: number): { from: number; apply: (stretch: Stretch) => Ends } | null {
  let at = from - 1
  if (r.word(at) === '.' && /^ca?$/.test(r.word(at - 1)) && at - 1 >= r.floor) return { from: at - 1, apply: BOUNDS.about }
  if (r.word(at) === 'the') at -= 1
  if (at < r.floor) return null
  // "as of 2017" is a point; "of 2017" alone belongs to the word before.
  if (r.word(at) === 'of') return r.word(at - 1) === 'as' && at - 1 >= r.floor ? { from: at - 1, apply: BOUNDS.of } : null
  if (r.word(at) === 'than') return later(r, at)
  // "up to 2010"
  if (r.word(at) === 'to') return r.word(at - 1) === 'up' && at - 1 >= r.floor ? { from: at - 1, apply: BOUNDS.until } : null
  // "starting in 2025", "beginning with May 2019"
  if (STARTS_WITH.has(r.word(at))) return /^(?:starting|beginning)$/.test(r.word(at - 1)) && at - 1 >= r.floor ? { from: at - 1, apply: BOUNDS.since } : null
  const apply = BOUND_WORDS.get(r.word(at))
  return apply ? { from: at, apply } : null
}

/** "no later than", "earlier than"; `than` is the token of "than". */
function later(r: Reading, than: number): { from: number; apply: (stretch: Stretch) => Ends } | null {
  const word = r.word(than - 1)
  if ((word !== 'later' && word !== 'earlier') || than - 1 < r.floor) return null
  const isNo = /^(?:no|not)$/.test(r.word(than - 2)) && than - 2 >= r.floor
  const apply = word === 'later' ? (isNo ? BOUNDS.by : BOUNDS.after) : isNo ? BOUNDS.since : BOUNDS.before
  return { from: isNo ? than - 2 : than - 1, apply }
}
