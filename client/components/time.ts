import { MONTH_NAMES } from '#shared/segment/months.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** "14:32", in the reader's own time zone. */
export const clock = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`

/** "10 Mar, 16:41"; "10 Mar 2025, 16:41" when the year is not `now`'s. `iso` is an ISO 8601 time; shown in the reader's own time zone. */
export const dateTime = (iso: string, now: Date = new Date()): string => {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return `${at.getDate()} ${MONTH_NAMES[at.getMonth()]?.slice(0, 3)}${at.getFullYear() === now.getFullYear() ? '' : ` ${at.getFullYear()}`}, ${clock(at)}`
}

/** "today", "9 March", "9 March 2025". */
export const day = (iso: string, now: Date = new Date()): string => {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  if (at.toDateString() === now.toDateString()) return 'today'
  return `${at.getDate()} ${MONTH_NAMES[at.getMonth()]}${at.getFullYear() === now.getFullYear() ? '' : ` ${at.getFullYear()}`}`
}

// A narrow no-break space: the desk's own numbers never break over a line.
const THIN_SPACE = '\u202f'
/** Whole numbers of the desk's own, thousands parted by a thin space: "3 642". */
export const count = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, THIN_SPACE)
/** "1 note", "25 notes". */
export const counted = (value: number, one: string, many = `${one}s`): string => `${count(value)} ${value === 1 ? one : many}`
