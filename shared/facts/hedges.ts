import type { Hedge } from './fact.ts'
import { Word } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { HEDGE_WORDS } from './words/hedges.ts'

const MORE = new Set(['more', 'greater', 'higher', 'larger', 'bigger', 'better', 'longer', 'older', 'later', 'taller', 'farther', 'further'])
const LESS = new Set(['less', 'fewer', 'lower', 'smaller', 'shorter', 'younger', 'earlier', 'worse'])
const NOT = new Set(['no', 'not', 'nor', 'never'])
const UPSIDE_DOWN: Readonly<Record<string, Hedge>> = { 'more-than': 'at-most', 'less-than': 'at-least' }
const OR_EQUAL: Readonly<Record<string, Hedge>> = { 'more-than': 'at-least', 'less-than': 'at-most' }

/** A hedge and the token it begins at. */
export interface HedgeBefore { hedge: Hedge; from: number }

/** The hedge whose last word stands right before a token: "more than", "some", "no fewer than", "up to", "at least", ">=". */
export function hedgeBefore(r: Reading, at: number): HedgeBefore | null {
  const last = at - 1
  if (last < r.floor || !r.has(last, Word.hedge)) return null
  const word = r.word(last)
  if (word === 'a' || word === 'an' || word === 'the') {
    const read = at - 2 >= r.floor ? hedgeBefore(r, last) : null
    return read
  }
  if (last - 1 < r.floor && !HEDGE_WORDS.has(word)) return null
  const previous = r.word(last - 1)
  // "How about 20?" asks.
  if (word === 'about' && (previous === 'how' || previous === 'what')) return null
  switch (word) {
    case 'than': return comparison(r, last)
    case 'to':
      if (previous === 'up' && last - 1 >= r.floor) return { hedge: 'at-most', from: last - 1 }
      if (previous === 'close') return { hedge: 'about', from: last - 1 }
      return previous === 'equal' ? equal(r, last - 1) : null
    case 'of':
      if (previous === 'upward' || previous === 'upwards') return { hedge: 'more-than', from: last - 1 }
      if (previous === 'short' || previous === 'shy') return FALLS_SHORT.has(r.word(last - 2)) ? { hedge: r.word(last - 3) === 'not' ? 'about' : 'less-than', from: last - 1 } : null
      if (previous === 'excess') return { hedge: 'more-than', from: r.word(last - 2) === 'in' ? last - 2 : last - 1 }
      if (previous === 'minimum' || previous === 'maximum') return { hedge: previous === 'minimum' ? 'at-least' : 'at-most', from: /^(?:a|the)$/.test(r.word(last - 2)) ? last - 2 : last - 1 }
      return null
    case 'least': case 'most':
      return previous === 'at' ? { hedge: word === 'least' ? 'at-least' : 'at-most', from: last - 1 } : null
    case 'as':
      if (r.word(last - 2) !== 'as') return null
      return /^(?:many|much|high|large|long|late)$/.test(previous) ? { hedge: 'at-most', from: last - 2 } : /^(?:few|little|low|early)$/.test(previous) ? { hedge: 'at-least', from: last - 2 } : null
    case '=':
      return previous === '<' || previous === '>' ? { hedge: previous === '<' ? 'at-most' : 'at-least', from: last - 1 } : null
    case '.':
      return (previous === 'c' || previous === 'ca' || previous === 'approx') && r.isGlued(last) ? { hedge: 'about', from: last - 1 } : null
    case 'at':
      return previous === 'estimated' ? { hedge: 'about', from: last - 1 } : null
    case 'above':
      return previous === 'the' ? null : { hedge: 'more-than', from: last }
    case 'estimated':
      return { hedge: 'about', from: previous === 'an' || previous === 'a' ? last - 1 : last }
    default: {
      const hedge = HEDGE_WORDS.get(word)
      return hedge === undefined ? null : { hedge, from: last }
    }
  }
}

/** "more than", "no fewer than", "equal to or more than": `than` is the token of "than". */
function comparison(r: Reading, than: number): HedgeBefore | null {
  const word = r.word(than - 1)
  let hedge: Hedge = MORE.has(word) ? 'more-than' : LESS.has(word) ? 'less-than' : 'exact'
  let from = than - 1
  if (hedge === 'exact') {
    if (word !== 'equal' || r.word(than - 2) !== 'or') return null
    // "smaller or equal than"
    const side = r.word(than - 3)
    if (!MORE.has(side) && !LESS.has(side)) return null
    return { hedge: MORE.has(side) ? 'at-least' : 'at-most', from: than - 3 }
  }
  if (NOT.has(r.word(from - 1))) {
    from -= 1
    hedge = UPSIDE_DOWN[hedge]!
  } else if (r.word(from - 1) === 'or' && r.word(from - 2) === 'to' && r.word(from - 3) === 'equal') {
    from -= 3
    hedge = OR_EQUAL[hedge]!
  }
  return { hedge, from: Math.max(from, r.floor) }
}

/** "less than or equal to", "greater or equal to", "equal to": `at` is the token of "equal". */
function equal(r: Reading, at: number): HedgeBefore | null {
  if (r.word(at - 1) !== 'or') return { hedge: 'exact', from: at }
  const than = r.word(at - 2) === 'than' ? at - 3 : at - 2
  const word = r.word(than)
  if (than < r.floor || (!MORE.has(word) && !LESS.has(word))) return { hedge: 'exact', from: at }
  return { hedge: MORE.has(word) ? 'at-least' : 'at-most', from: than }
}

/** "just short of 40"; "short of 40 men" tells how many are lacking. */
const FALLS_SHORT = new Set(['just', 'well', 'little', 'slightly', 'falls', 'fell', 'far', 'fall'])

/** A hedge behind a figure, and the token behind the hedge. */
export interface HedgeAfter { hedge: Hedge; to: number }

const AFTER: ReadonlyMap<string, Hedge> = new Map(Object.entries<Hedge>({ more: 'at-least', greater: 'at-least', higher: 'at-least', above: 'at-least', over: 'at-least', longer: 'at-least', older: 'at-least', up: 'at-least', less: 'at-most', fewer: 'at-most', lower: 'at-most', below: 'at-most', under: 'at-most', shorter: 'at-most', younger: 'at-most', so: 'about', thereabouts: 'about' }))

/** "65 and over": what may stand behind "and", and what may go on behind that; "40 and over the hill" goes on otherwise. */
const BY_AND = new Set(['above', 'over', 'older', 'up', 'below', 'under', 'younger', 'higher', 'lower'])
const GOES_ON = new Set('who in of with are were is was had have has at by on may can must will'.split(' '))

/** The hedge that begins right behind a figure: "+", "or more", "or so", "plus", "-odd", "at most". */
export function hedgeAfter(r: Reading, at: number): HedgeAfter | null {
  if (!r.has(at, Word.hedgeBehind)) return null
  const word = r.word(at)
  if (word === '+') return r.isGlued(at) ? { hedge: 'at-least', to: at + 1 } : null
  if (word === 'plus') return r.isGlued(at + 1) || !r.isWord(at + 1) ? { hedge: 'at-least', to: at + 1 } : null
  if (word === '-' && r.isGlued(at) && r.isGlued(at + 1) && (r.word(at + 1) === 'odd' || r.word(at + 1) === 'plus')) return { hedge: r.word(at + 1) === 'odd' ? 'about' : 'at-least', to: at + 2 }
  if (word === 'at' && /^(?:least|most)$/.test(r.word(at + 1))) return { hedge: r.word(at + 1) === 'least' ? 'at-least' : 'at-most', to: at + 2 }
  if (word === 'and') return BY_AND.has(r.word(at + 1)) && (!r.isWord(at + 2) || GOES_ON.has(r.word(at + 2))) && !r.isNumber(at + 2) && !/^[$€£¥%]$/.test(r.word(at + 2)) ? { hedge: AFTER.get(r.word(at + 1))!, to: at + 2 } : null
  if (word !== 'or') return null
  const hedge = AFTER.get(r.word(at + 1))
  if (hedge === undefined) return null
  // "or more than 4500" hedges the next figure, "or more than" at the end this one.
  if (r.word(at + 2) === 'than') return r.isNumber(at + 3) || r.isWord(at + 3) ? null : { hedge, to: at + 3 }
  return { hedge, to: at + 2 }
}
