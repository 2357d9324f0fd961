import type { FactOf } from '../fact.ts'
import { Word } from '../lexicon.ts'
import type { Read } from '../figure.ts'
import type { Reading } from '../reading.ts'
import { CARDINALS } from '../words/numbers.ts'
import { DECADE_WORDS } from '../words/calendar.ts'

const OWNERS = new Set(['his', 'her', 'their', 'my', 'our', 'your'])
const WHOLE: [number, number] = [0, 9]
/** Which years of the ten are early, mid and late. */
const PARTS: Readonly<Record<string, [number, number]>> = { early: [0, 3], mid: [4, 6], late: [7, 9] }

/** An age told by its ten years: "in their 20s", "her mid-thirties", "a 40-something", "twenty-somethings"; `at` is the figure. Not "the 20s", which are years of a century. */
export function readAgeDecade(r: Reading, at: number): Read<FactOf<'duration'>> | null {
  const something = r.word(at + 1) === '-' && r.isGlued(at + 1) && r.isGlued(at + 2) && /^somethings?$/.test(r.word(at + 2)) ? at + 3 : -1
  if (something > 0) {
    const first = decadeOf(r.isNumber(at) ? Number(r.word(at)) : CARDINALS[r.word(at)])
    return first === null ? null : age(r, at, something, first, WHOLE)
  }
  const first = r.isNumber(at) ? (r.word(at + 1) === 's' && r.isGlued(at + 1) ? decadeOf(Number(r.word(at))) : null) : r.has(at, Word.period) ? decadeOf(DECADE_WORDS[r.word(at)]) : null
  if (first === null) return null
  const dash = r.word(at - 1) === '-' ? at - 2 : at - 1
  const part = PARTS[r.word(dash)]
  const owner = part ? dash - 1 : at - 1
  return OWNERS.has(r.word(owner)) ? age(r, part ? dash : at, r.isNumber(at) ? at + 2 : at + 1, first, part ?? WHOLE) : null
}

const decadeOf = (value: number | undefined): number | null => (value !== undefined && value >= 20 && value <= 90 && value % 10 === 0 ? value : null)

function age(r: Reading, from: number, to: number, first: number, [low, high]: [number, number]): Read<FactOf<'duration'>> {
  const [value, last] = [first + low, first + high]
  return { fact: { kind: 'duration', span: { start: r.start(from), end: r.end(to - 1) }, hedge: 'exact', value, high: last, interval: { low: value, high: last }, range: true, unit: 'year', age: true }, to }
}
