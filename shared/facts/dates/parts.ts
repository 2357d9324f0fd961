import { daysIn, iso } from './calendar.ts'

/** Which years of a decade and of a century, and which months of a year, a part of it covers; offsets from its first, both ends included. */
const PARTS: Readonly<Record<string, { month: [number, number]; decade: [number, number]; century: [number, number] }>> = {
  early: { month: [1, 4], decade: [0, 3], century: [0, 33] }, mid: { month: [5, 8], decade: [4, 6], century: [34, 66] }, late: { month: [9, 12], decade: [7, 9], century: [67, 99] },
  first: { month: [1, 6], decade: [0, 4], century: [0, 49] }, second: { month: [7, 12], decade: [5, 9], century: [50, 99] },
}
const MILLENNIUM = 1000
/** "end" is narrower than "late", but how much is not said. */
const SAME_PART: Readonly<Record<string, string>> = { beginning: 'early', start: 'early', middle: 'mid', end: 'late', latter: 'second' }

/** A part of a stretch: "early 2021", "the mid-1990s", "latter half of the 20th century", "end of March"; the whole where it has no such parts. */
export function partOf(stretch: { first: string; last: string }, part: string): { first: string; last: string } {
  const shares = PARTS[SAME_PART[part] ?? part]
  const month = /^(-?\d{4})-(\d{2})$/.exec(stretch.first)
  if (!shares) return stretch
  if (/^-?\d{4}$/.test(stretch.first) && /^-?\d{4}$/.test(stretch.last)) {
    const [first, years] = [Number(stretch.first), Number(stretch.last) - Number(stretch.first) + 1]
    if (years === 1) return { first: iso(first, shares.month[0]), last: iso(first, shares.month[1]) }
    if (years === MILLENNIUM) return { first: iso(first + shares.century[0] * 10), last: iso(first + shares.century[1] * 10 + 9) }
    const [from, to] = years === 10 ? shares.decade : years === 100 ? shares.century : [0, years - 1]
    return { first: iso(first + from), last: iso(first + to) }
  }
  if (!month || stretch.first !== stretch.last) return stretch
  const [y, m] = [Number(month[1]), Number(month[2])]
  const days = daysIn(y, m)
  return { first: iso(y, m, Math.round(((shares.month[0] - 1) / 12) * 30) + 1), last: iso(y, m, shares.month[1] === 12 ? days : Math.round((shares.month[1] / 12) * 30)) }
}
