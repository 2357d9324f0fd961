import type { FactOf } from './fact.ts'
import { told, type Figure, type Read } from './figure.ts'
import { tidy } from './interval.ts'
import { Word } from './lexicon.ts'
import { readQuantity } from './quantity.ts'
import type { Reading } from './reading.ts'

/** A percentage without decimals is rounded to one point. */
const WHOLE_POINT = 1
const PER_CENT = 100
/** Ten per mille are one per cent. */
const PER_MILLE_PARTS = 10
/** "half a per cent" is rounded to a tenth of a point. */
const SHARE_OF_POINT = 0.1

/** Percentages, percentage points, and shares of a whole said in words ("two-thirds of", "one in five"), in per cent. */
export function readPercentage(r: Reading, figure: Figure): Read<FactOf<'percentage'>> | null {
  if (figure.currency) return null
  const unit = unitAt(r, figure.to, figure.low.isShare)
  if (unit) {
    return told(r, figure, unit.to, unit.isPoints ? { kind: 'percentage', points: true } : { kind: 'percentage' }, { step: figure.low.isShare ? SHARE_OF_POINT : WHOLE_POINT, factor: 1 / unit.parts })
  }
  return oneIn(r, figure) ?? shareOf(r, figure)
}

/** "%", "per cent", "percentage points", "basis points" right behind a figure. */
function unitAt(r: Reading, figureEnd: number, isShare: boolean): { to: number; isPoints: boolean; parts: number } | null {
  let at = figureEnd
  if (r.word(at) === '-' && r.isGlued(at) && r.isGlued(at + 1)) at += 1
  if (!r.has(at, Word.percent)) return isShare ? unitAt(r, ofOne(r, at), false) : null
  switch (r.word(at)) {
    // "30%25%2020%" is an address.
    case '%': case '％': return r.isGlued(at + 1) && r.isNumber(at + 1) ? null : { to: isPoint(r, at + 1) ? at + 2 : at + 1, isPoints: isPoint(r, at + 1), parts: 1 }
    case 'per': return /^cents?$/.test(r.word(at + 1)) ? { to: at + 2, isPoints: false, parts: 1 } : null
    case 'percentage': return isPoint(r, at + 1) ? { to: at + 2, isPoints: true, parts: 1 } : { to: at + 1, isPoints: false, parts: 1 }
    case 'percent': case 'percents': case 'pct': return r.word(at) === 'percent' && isPoint(r, at + 1) ? { to: at + 2, isPoints: true, parts: 1 } : { to: at + 1, isPoints: false, parts: 1 }
    case 'pc': return r.isGlued(at) && !r.isGlued(at + 1) || r.isGlued(at) && !r.isWord(at + 1) ? { to: at + 1, isPoints: false, parts: 1 } : null
    case '‰': return { to: at + 1, isPoints: false, parts: PER_MILLE_PARTS }
    case 'pp': return { to: at + 1, isPoints: true, parts: 1 }
    case 'bp': case 'bps': return r.printed(at) === r.word(at) ? { to: at + 1, isPoints: true, parts: PER_CENT } : null
    case 'basis': return isPoint(r, at + 1) ? { to: at + 2, isPoints: true, parts: PER_CENT } : null
    default: return null
  }
}

/** The token behind "a" or "of a": "half a per cent", "a quarter of a percentage point". */
function ofOne(r: Reading, at: number): number {
  const next = r.word(at) === 'of' ? at + 1 : at
  return /^an?$/.test(r.word(next)) || r.word(next) === 'one' ? next + 1 : r.to
}

function isPoint(r: Reading, at: number): boolean {
  const word = r.word(at)
  return word === 'point' || word === 'points'
}

/** "one in five", "two out of three": the part must be the smaller one, and both plain. */
function oneIn(r: Reading, figure: Figure): Read<FactOf<'percentage'>> | null {
  const { low } = figure
  if (figure.high || low.isScaled || !Number.isInteger(low.value) || low.value < 1) return null
  const joiner = r.word(figure.to)
  let at = joiner === 'in' ? figure.to + 1 : joiner === 'out' && r.word(figure.to + 1) === 'of' ? figure.to + 2 : -1
  if (at < 0) return null
  if (r.word(at) === 'every' || r.word(at) === 'each') at += 1
  const whole = r.has(at, Word.digits | Word.cardinal) ? readQuantity(r, at) : null
  if (!whole || whole.value <= low.value || !Number.isInteger(whole.value) || whole.isShare) return null
  // "5 in 2018" and "one in 10 years": a year, a length of time.
  if (r.has(at, Word.year) || r.has(whole.to, Word.timeUnit | Word.percent | Word.month) || r.isGlued(whole.to) && r.isWord(whole.to)) return null
  return share(r, figure, low.value / whole.value, whole.to)
}

/** "two-thirds of them", "half the members". */
function shareOf(r: Reading, figure: Figure): Read<FactOf<'percentage'>> | null {
  if (!figure.low.isShare || figure.high || figure.low.value > 1) return null
  const next = r.word(figure.to)
  if (next !== 'of' && !(figure.low.value === 0.5 && /^(?:the|its|their|his|her|our|all|these|those)$/.test(next))) return null
  // "the latter half of the century" is one of two halves.
  if (/^(?:first|second|latter|other|top|bottom|lower|upper|better)$/.test(r.word(figure.from - 1))) return null
  // "half of 2019", "three quarters of an hour": not a share of anything counted.
  if (r.has(figure.to + 1, Word.year) || /^an?$/.test(r.word(figure.to + 1)) && r.has(figure.to + 2, Word.timeUnit | Word.scale)) return null
  return share(r, figure, figure.low.value, figure.to)
}

function share(r: Reading, figure: Figure, part: number, end: number): Read<FactOf<'percentage'>> {
  const value = tidy(part * PER_CENT)
  // "1 in 20,000" is told to its own first figure, not to a whole point.
  const step = value >= WHOLE_POINT ? WHOLE_POINT : tidy(10 ** Math.floor(Math.log10(value)))
  return told(r, { ...figure, low: { ...figure.low, value, step }, to: end, end: r.end(end - 1) }, end, { kind: 'percentage' })
}

/** "per cent of 210" at the head of a sentence: the figure stands behind. */
export function readLeadingPercentage(r: Reading, at: number): Read<FactOf<'percentage'>> | null {
  if (at !== r.from) return null
  const of = r.word(at) === 'per' && /^cents?$/.test(r.word(at + 1)) ? at + 2 : /^percents?$/.test(r.word(at)) ? at + 1 : -1
  const low = of > 0 && r.word(of) === 'of' && r.has(of + 1, Word.digits | Word.cardinal) ? readQuantity(r, of + 1) : null
  if (!low || r.isWord(low.to)) return null
  return told(r, { low, high: null, hedge: 'exact', hedgeFrom: at, from: at, rangeFrom: at, to: low.to, end: r.end(low.to - 1), currency: null }, low.to, { kind: 'percentage' }, { step: WHOLE_POINT })
}
