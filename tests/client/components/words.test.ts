import { describe, expect, it } from 'vitest'
import { Status, type Tally } from '#shared/review/index.ts'
import { settledOf, STRIP_ORDER, tallySentence, totalOf } from '../../../client/components/tally-words.ts'
import { clock, count, counted, dateTime, day } from '../../../client/components/time.ts'

// Times are shown in the reader's zone: these are made in it.
const at = (year: number, month: number, date: number, hour = 0, minute = 0): string => new Date(year, month - 1, date, hour, minute).toISOString()
const now = new Date(2026, 2, 12, 9, 5)
const tally = (given: Partial<Tally>): Tally => ({ ...Object.fromEntries(Status.options.map((status) => [status, 0])), ...given }) as Tally

describe('times', () => {
  it('leaves the year out when it is this one', () => expect(dateTime(at(2026, 3, 10, 16, 41), now)).toBe('10 Mar, 16:41'))
  it('says another year', () => expect(dateTime(at(2025, 3, 10, 6, 4), now)).toBe('10 Mar 2025, 06:04'))
  it('says days', () => expect([at(2026, 3, 12, 1), at(2026, 3, 9), at(2025, 3, 9)].map((time) => day(time, now))).toEqual(['today', '9 March', '9 March 2025']))
  it('shows what it cannot read as it is', () => expect(dateTime('n.d.', now)).toBe('n.d.'))
  it('shows a clock', () => expect(clock(now)).toBe('09:05'))
})

describe('counts', () => {
  it('parts thousands with a thin space', () => expect([0, 999, 3642, 1234567].map(count)).toEqual(['0', '999', '3\u202f642', '1\u202f234\u202f567']))
  it('knows one from many', () => expect([counted(1, 'note'), counted(25, 'note'), counted(0, 'query out', 'queries out')]).toEqual(['1 note', '25 notes', '0 queries out']))
})

describe('the tally', () => {
  const full = tally({ verified: 52, disputed: 5, conflicting: 2, unverifiable: 3, 'on-author': 4, waived: 5, querying: 6, recheck: 5, 'to-check': 36 })
  it('shows every status once', () => expect([...STRIP_ORDER].sort()).toEqual([...Status.options].sort()))
  it('counts what is settled', () => expect([settledOf(full), totalOf(full)]).toEqual([71, 118]))
  it('says everything in one sentence', () =>
    expect(tallySentence(full)).toBe('71 of 118 claims settled: 52 verified, 5 disputed, 2 conflicting, 3 unverifiable, 4 on author, 5 waived. 6 waiting. 41 to check, 5 of them again.'))
  it('says only what is not zero', () => expect(tallySentence(tally({ 'to-check': 1 }))).toBe('0 of 1 claim settled. 1 to check.'))
})
