/** Calendar arithmetic on days since 1970-01-01 (Gregorian, also for years before it began), after Hinnant, "chrono-compatible low-level date algorithms". */
export interface Day { y: number; m: number; d: number }

const DAYS_PER_ERA = 146_097
const EPOCH = 719_468

export function toSerial({ y, m, d }: Day): number {
  const year = m <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const ofEra = year - era * 400
  const ofYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  return era * DAYS_PER_ERA + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - EPOCH
}

export function toDay(serial: number): Day {
  const shifted = serial + EPOCH
  const era = Math.floor(shifted / DAYS_PER_ERA)
  const ofEra = shifted - era * DAYS_PER_ERA
  const year = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365)
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const month = Math.floor((5 * ofYear + 2) / 153)
  const m = month < 10 ? month + 3 : month - 9
  return { y: year + era * 400 + (m <= 2 ? 1 : 0), m, d: ofYear - Math.floor((153 * month + 2) / 5) + 1 }
}

/** 1 (Monday) to 7; 1970-01-01 was a Thursday. */
export const weekdayOf = (serial: number): number => ((((serial + 3) % 7) + 7) % 7) + 1
const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
export const daysIn = (y: number, m: number): number => (m === 2 ? (isLeap(y) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31)
/** The day of a month that is its first, second … day of that name in the week (1 Monday … 7 Sunday), or with a negative `nth` its last; it may lie behind the month's end. */
export function nthOfMonth(y: number, m: number, weekday: number, nth: number): number {
  const last = daysIn(y, m)
  const w = weekdayOf(toSerial({ y, m, d: nth < 0 ? last : 1 }))
  return nth < 0 ? last - ((w - weekday + 7) % 7) : 1 + ((weekday - w + 7) % 7) + (nth - 1) * 7
}
export const isDay = ({ y, m, d }: Day): boolean => m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))
const four = (value: number): string => (value >= 1000 ? String(value) : value < 0 ? `-${String(-value).padStart(4, '0')}` : String(value).padStart(4, '0'))
/** ISO 8601 at the precision given. */
export function iso(y: number, m?: number, d?: number): string {
  if (m === undefined) return four(y)
  return d === undefined ? `${four(y)}-${two(m)}` : `${four(y)}-${two(m)}-${two(d)}`
}
export const isoOf = (serial: number): string => {
  const { y, m, d } = toDay(serial)
  return iso(y, m, d)
}

/** A day so many months on; the last of the month where the month is shorter. */
export function addMonths({ y, m, d }: Day, months: number): Day {
  const total = y * 12 + (m - 1) + months
  const year = Math.floor(total / 12)
  const month = total - year * 12 + 1
  return { y: year, m: month, d: Math.min(d, daysIn(year, month)) }
}

/** A day so many working days on, weekends left out. */
export function addBusinessDays(serial: number, days: number): number {
  const step = days < 0 ? -1 : 1
  let at = serial
  for (let left = Math.min(Math.abs(days), 10_000); left > 0;) {
    at += step
    if (weekdayOf(at) < 6) left -= 1
  }
  return at
}

/** The article's date from ISO 8601 text; null when it is no day. */
export function dayOf(text: string | undefined): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? '')
  const day = match && { y: Number(match[1]), m: Number(match[2]), d: Number(match[3]) }
  return day && isDay(day) ? day : null
}
