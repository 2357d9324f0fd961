import type { Reading } from '../reading.ts'
import { FEASTS_FROM, type Feast, type FeastName } from '../words/holidays.ts'
import { iso, isoOf, nthOfMonth, toSerial } from './calendar.ts'
import type { Piece } from './piece.ts'
import { yearBehind } from './points.ts'

/** "Christmas 2019", "Easter Sunday, 2020", "New Year’s Day 2018": a feast with its year; without one it is no date. */
export function holidayAt(r: Reading, at: number): Piece | null {
  if (!r.isCapitalised(at)) return null
  for (const { words, feast } of FEASTS_FROM.get(straight(r.word(at))) ?? NONE) {
    let same = 1
    while (same < words.length && straight(r.word(at + same)) === words[same]) same += 1
    const year = same === words.length ? yearBehind(r, at + same) : null
    if (year) {
      const day = dayOf(feast, year.y)
      return { from: at, to: year.to, stretch: { first: day, last: day } }
    }
  }
  return null
}

const NONE: readonly FeastName[] = []
const straight = (word: string): string => (word.endsWith('’s') ? word.replace('’', '\'') : word)

function dayOf(feast: Feast, y: number): string {
  if ('easter' in feast) return isoOf(easterOf(y) + feast.easter)
  if ('day' in feast) return iso(y, feast.month, feast.day)
  return iso(y, feast.month, nthOfMonth(y, feast.month, feast.weekday, feast.nth))
}

/** Easter Sunday in the Gregorian calendar, after the anonymous computus in Meeus, "Astronomical Algorithms", ch. 8. */
function easterOf(y: number): number {
  const golden = y % 19
  const century = Math.floor(y / 100)
  const ofCentury = y % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sum = epact + toSunday - 7 * late + 114
  return toSerial({ y, m: Math.floor(sum / 31), d: (sum % 31) + 1 })
}
