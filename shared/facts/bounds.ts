import type { FactOf, Hedge } from './fact.ts'
import { told, type Figure, type Read } from './figure.ts'
import { hedgeBefore } from './hedges.ts'
import { Word } from './lexicon.ts'
import { readOrdinal, readQuantity, type Quantity } from './quantity.ts'
import type { Reading } from './reading.ts'

const isLower = (hedge: Hedge | undefined): boolean => hedge === 'more-than' || hedge === 'at-least'
const isUpper = (hedge: Hedge | undefined): boolean => hedge === 'less-than' || hedge === 'at-most'
/** The longest hedge between the two figures: "and less than or equal to". */
const LONGEST_HEDGE = 7

/** "greater than 30 and less than 40", "at least 40 but no more than 60": both bounds as one range. The figure itself where no other bound follows. */
export function withOtherBound(r: Reading, figure: Figure): Figure {
  if (figure.hedge === 'exact' || figure.high || figure.currency || (!isLower(figure.hedge) && !isUpper(figure.hedge))) return figure
  const at = secondAt(r, figure.to, figure.hedge, (start) => r.has(start, Word.digits | Word.cardinal | Word.scale | Word.opener))
  const second = at < 0 ? null : readQuantity(r, at)
  if (!second) return figure
  const [low, high] = isLower(figure.hedge) ? [figure.low, second] : [second, figure.low]
  return low.value < high.value ? { ...figure, low, high, hedge: 'exact', rangeFrom: figure.hedgeFrom, to: second.to, end: r.end(second.to - 1) } : figure
}

/** The token at which a second figure begins behind "and" or "but" and a hedge of the other direction; −1 where there is none. */
function secondAt(r: Reading, to: number, hedge: Hedge, begins: (at: number) => boolean): number {
  if (!/^(?:and|but)$/.test(r.word(to))) return -1
  for (let at = to + 2; at <= to + LONGEST_HEDGE; at += 1) {
    if (!begins(at)) continue
    const other = hedgeBefore(r, at)
    if (other) return other.from === to + 1 && (isLower(hedge) ? isUpper(other.hedge) : isLower(other.hedge)) ? at : -1
  }
  return -1
}

/** "between the tenth and the fifteenth", "higher than the tenth but lower than the fifteenth": a range of places, as a range of numbers. */
export function readPlaces(r: Reading, at: number): Read<FactOf<'number'>> | null {
  if (at - 1 < r.floor) return null
  const the = r.word(at - 1) === 'the' ? at - 1 : at
  const isBetween = r.word(the - 1) === 'between' && the - 1 >= r.floor
  const before = isBetween ? null : hedgeBefore(r, at)
  if (!isBetween && !isLower(before?.hedge)) return null
  const first = readOrdinal(r, at)
  if (!first) return null
  const next = isBetween ? (r.word(first.to) === 'and' ? (r.word(first.to + 1) === 'the' ? first.to + 2 : first.to + 1) : -1) : secondAt(r, first.to, before!.hedge, (start) => r.has(start, Word.ordinal))
  const second = next < 0 ? null : readOrdinal(r, next)
  // "between the tenth and the fifteenth centuries" is a time.
  if (!second || second.value <= first.value || r.has(second.to, Word.timeUnit | Word.month | Word.weekday)) return null
  const place = (value: number, from: number, to: number): Quantity => ({ from, to, value, step: 0, isShare: false, isSpelled: true, isScaled: false })
  const start = before?.from ?? the - 1
  const figure: Figure = { low: place(first.value, at, first.to), high: place(second.value, next, second.to), hedge: 'exact', hedgeFrom: at, from: at, to: second.to, end: r.end(second.to - 1), currency: null, rangeFrom: start }
  return told(r, figure, second.to, { kind: 'number' })
}
