import { describe, expect, it } from 'vitest'
import type { Block } from '#shared/document/document.ts'
import type { ClaimSummary, DecisionInput, Status } from '#shared/review/index.ts'
import { NO_FILTER, type Filter } from '../../../../client/components/desk-context.ts'
import { filterClaims, filterToQuery, filterWords, queryToFilter } from '../../../../client/pages/desk/filter.ts'
import { applyResult, applyWaiting } from '../../../../client/pages/desk/optimistic.ts'
import { step, stepParagraph, stepToDecide } from '../../../../client/pages/desk/walk.ts'
import { claimName, isOpenInside } from '../../../../client/reader/names.ts'

const claim = (number: number, status: Status = 'to-check', more: Partial<ClaimSummary> = {}): ClaimSummary => ({
  id: `c${number}`, number: String(number), span: { start: number * 10, end: number * 10 + 8 }, statement: `Statement ${number}.`, needsContext: false, kinds: ['number'], layer: 'true', quotationId: null,
  speaker: null, score: 0.5, status, version: 1, notes: [], findings: 0, evidence: 0, comments: 0, supported: false, ...more,
})
const claims = [claim(1, 'verified'), claim(2), claim(3, 'disputed'), claim(4, 'recheck'), claim(5, 'waived')]
const at = (number: number): ClaimSummary => claims[number - 1] as ClaimSummary

describe('walking', () => {
  it('stays inside the list', () => {
    expect([step(claims, at(1), 1)?.id, step(claims, at(1), -1)?.id, step(claims, at(5), 1)?.id]).toEqual(['c2', 'c1', 'c5'])
    expect([step(claims, null, 1)?.id, step(claims, null, -1)?.id, step([], null, 1)]).toEqual(['c1', 'c5', null])
  })
  it('goes on in the text from a claim that the filter hides', () => {
    const open = claims.filter((entry) => ['to-check', 'recheck'].includes(entry.status))
    expect([step(open, at(3), 1)?.id, step(open, at(3), -1)?.id, step(open, at(5), 1)?.id]).toEqual(['c4', 'c2', 'c4'])
    expect(stepToDecide(open, at(3), 1)?.id).toBe('c4')
  })
  it('finds what is to decide, then from the other end, and null when nothing is left', () => {
    expect([stepToDecide(claims, at(2), 1)?.id, stepToDecide(claims, at(4), 1)?.id, stepToDecide(claims, at(2), -1)?.id]).toEqual(['c4', 'c2', 'c4'])
    expect(stepToDecide([at(1), at(3)], at(1), 1)).toBeNull()
  })
  it('goes to the first claim of the next and of the previous paragraph', () => {
    const blocks = [{ start: 0, end: 38 }, { start: 39, end: 39 }, { start: 40, end: 90 }].map((span): Block => ({ kind: 'paragraph', span }))
    expect([stepParagraph(claims, blocks, at(2), 1)?.id, stepParagraph(claims, blocks, at(5), -1)?.id, stepParagraph(claims, blocks, at(3), -1)?.id, stepParagraph(claims, blocks, at(5), 1)?.id]).toEqual(['c4', 'c1', 'c1', 'c5'])
  })
})

describe('the filter', () => {
  it('reads back what it wrote into the address', () => {
    const filter: Filter = { statuses: ['disputed', 'querying'], kinds: ['money'], note: '16', withFindings: true, uncited: true, text: 'yuan & dollar' }
    expect(queryToFilter(`?${filterToQuery(filter)}`)).toEqual(filter)
    expect(filterToQuery(NO_FILTER)).toBe('')
    expect(queryToFilter('?status=true,disputed&kind=none')).toEqual({ ...NO_FILTER, statuses: ['disputed'] })
  })
  it('lets through what fits every part of it', () => {
    const noted = claim(6, 'disputed', { notes: [{ noteId: 'n', label: '16', result: 'supports' }], findings: 1 })
    const all = [...claims, noted]
    expect(filterClaims(all, { ...NO_FILTER, statuses: ['disputed'] }, null).map(({ id }) => id)).toEqual(['c3', 'c6'])
    expect(filterClaims(all, { ...NO_FILTER, statuses: ['disputed'], note: '16', withFindings: true }, null)).toEqual([noted])
    expect(filterClaims(all, { ...NO_FILTER, uncited: true }, new Set(['c2', 'c6'])).map(({ id }) => id)).toEqual(['c2'])
  })
  it('says itself in words', () => {
    expect(filterWords({ ...NO_FILTER, statuses: ['on-author'], note: '16' })).toBe('on author, note 16')
  })
})

describe('the list while acts are under way', () => {
  const pending = (decision: DecisionInput) => ({ act: 'a', articleId: 'x', actor: 'Ines', kind: 'decision' as const, decision, at: '' })
  it('shows a waiting verdict as set, and leaves every other claim the same object', () => {
    const { claims: shown, waitingIds } = applyWaiting(claims, [pending({ kind: 'set-status', claimId: 'c2', version: 1, status: 'disputed', reason: 'No.', waitingOn: null })] as never)
    expect(shown[1]).toEqual({ ...at(2), status: 'disputed' })
    expect(shown[0]).toBe(claims[0])
    expect([...waitingIds]).toEqual(['c2'])
    expect(applyWaiting(claims, []).claims).toBe(claims)
  })
  it('takes in an act’s result: changed, new in text order, removed', () => {
    const added = claim(2.5)
    const changed = claim(4, 'verified', { version: 2 })
    const after = applyResult(claims, { act: 'a', events: [], claims: [changed, added], removed: ['c1'], summary: '', claimId: null, title: '' })
    expect(after.map(({ id }) => id)).toEqual(['c2', 'c2.5', 'c3', 'c4', 'c5'])
    expect(after[3]).toBe(changed)
    expect(after[0]).toBe(claims[1])
  })
})

describe('names', () => {
  it('say number, status, layer, findings and statement', () => {
    expect(claimName(claim(99, 'querying', { findings: 2 }))).toBe('Claim 99, querying, 2 findings: Statement 99.')
    expect(claimName(claim(67, 'verified', { layer: 'said', findings: 1 }))).toBe('Claim 67, verified, was it said, 1 finding: Statement 67.')
  })
  it('a quotation’s tick does not stand alone while what it says is open', () => {
    const said = claim(1, 'verified', { layer: 'said' })
    expect(isOpenInside(said, [said, claim(2, 'to-check', { quotationId: 'c1' })])).toBe(true)
    expect(isOpenInside(said, [said, claim(2, 'waived', { quotationId: 'c1' })])).toBe(false)
    expect(isOpenInside(claim(1, 'to-check', { layer: 'said' }), [claim(2, 'to-check', { quotationId: 'c1' })])).toBe(false)
  })
})
