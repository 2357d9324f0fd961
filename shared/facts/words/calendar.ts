import { MONTH_NAMES } from '../../segment/months.ts'

const DAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Names and short forms of months → 1–12. */
export const MONTHS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(MONTH_NAMES.map((name) => name.toLowerCase()).flatMap((name, at) => [[name, at + 1], [name.slice(0, 3), at + 1]])), sept: 9,
}
/** Names and short forms of days → 1 (Monday) to 7, as in ISO 8601. */
export const WEEKDAYS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(DAY_NAMES.flatMap((name, at) => [[name, at + 1], [`${name}s`, at + 1], [name.slice(0, 3), at + 1]])), tues: 2, weds: 3, thur: 4, thurs: 4,
}
/** Month names that are everyday words in small letters. */
export const WORDLIKE_MONTHS = new Set(['may', 'march', 'mar', 'jan', 'sep', 'dec', 'august'])
export const WORDLIKE_WEEKDAYS = new Set(['sun', 'sat', 'wed', 'mon', 'thu', 'fri', 'tue'])
/** Seasons → their first month in the north; winter runs into the next year. */
export const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }

export type TimeUnit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century'
export const TIME_UNITS: Readonly<Record<string, { unit: TimeUnit; count: number }>> = Object.fromEntries((
  [['second', 'second seconds sec secs s'], ['minute', 'minute minutes min mins'], ['hour', 'hour hours hr hrs h'], ['day', 'day days'], ['week', 'week weeks wk wks'], ['month', 'month months mo mos'], ['quarter', 'quarter quarters'],
    ['year', 'year years yr yrs y ys'], ['decade', 'decade decades'], ['century', 'century centuries']] as [TimeUnit, string][]
).flatMap(([unit, words]) => words.split(' ').map((word) => [word, { unit, count: 1 }])).concat([['fortnight', { unit: 'week', count: 2 }], ['fortnights', { unit: 'week', count: 2 }], ['millennium', { unit: 'century', count: 10 }], ['millennia', { unit: 'century', count: 10 }]] as never))
/** Lengths of units against each other: months and years are those of the Gregorian calendar on average, so that a year is twelve months. */
const MONTH = 2_629_746
export const SECONDS_IN: Readonly<Record<TimeUnit, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800, month: MONTH, quarter: 3 * MONTH, year: 12 * MONTH, decade: 120 * MONTH, century: 1200 * MONTH }
/** "a weeklong visit": one of the unit, in one word. */
export const LONG_WORDS: Readonly<Record<string, TimeUnit>> = { hourlong: 'hour', daylong: 'day', weeklong: 'week', monthlong: 'month', yearlong: 'year', decadelong: 'decade', centurylong: 'century' }
/** Short forms that are letters or words of their own apart from a figure. */
export const GLUED_TIME_UNITS = new Set(['s', 'h', 'y', 'ys', 'mo'])

/** Days from the article's own date. */
export const DAY_WORDS: Readonly<Record<string, number>> = { today: 0, tonight: 0, tomorrow: 1, tmrw: 1, yesterday: -1 }
export const DECADE_WORDS: Readonly<Record<string, number>> = { twenties: 20, thirties: 30, forties: 40, fifties: 50, sixties: 60, seventies: 70, eighties: 80, nineties: 90 }
