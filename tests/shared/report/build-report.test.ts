import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildReport } from '#shared/report/build-report.ts'
import { markedBlocks } from '#shared/report/marked-text.ts'
import { Report, ReportOptions } from '#shared/report/report.ts'
import { printedRows, speaksOfASum } from '#shared/report/table-rows.ts'
import { dateTimeWords, figureWords, stateSentence } from '#shared/report/wording.ts'
import { AT, buildEvent, buildEvidence, buildFinding, buildReviewInput, buildTallied } from './review-input.ts'

const whole = ReportOptions.parse({})

describe('the state of a copy in one sentence', () => {
  test('as a desk says it', () => {
    const report = buildReport(buildTallied({ verified: 52, disputed: 5, conflicting: 0, unverifiable: 3, 'on-author': 6, waived: 5, querying: 6, recheck: 5, 'to-check': 36 }), whole)
    expect(stateSentence(report)).toBe('118 claims, 71 settled. Five are disputed and should not run as they stand; 47 are still open, so this copy is not yet a sign-off.')
    expect(report.open).toEqual([{ count: 41, what: 'claims to check, 5 of them again' }, { count: 6, what: 'queries out' }])
  })
  test.each([
    [{}, 'No claim was found in this draft, so there is nothing to sign off.'],
    [{ verified: 1 }, '1 claim, settled.'],
    [{ verified: 3 }, '3 claims, all settled.'],
    [{ disputed: 1, 'to-check': 1 }, '2 claims, 1 settled. One is disputed and should not run as it stands; one is still open, so this copy is not yet a sign-off.'],
    [{ conflicting: 2, verified: 1 }, '3 claims, all settled. Two are conflicting.'],
    [{ 'to-check': 20 }, '20 claims, none settled. 20 are still open, so this copy is not yet a sign-off.'],
  ])('%j', (counts, said) => expect(stateSentence(buildReport(buildTallied(counts), whole))).toBe(said))
})

describe('what is open', () => {
  test('counts what stands between the copy and a sign-off, and nothing that is zero', () => {
    const failed = { id: 's1', state: 'failed' as const, sha256: null, url: 'https://a.example/', finalUrl: null, fileName: null, fetchedAt: AT, mediaType: null, bytes: null, title: null, excerpt: null, error: { code: 'dead', message: 'Page answered 404.' } }
    const input = buildReviewInput({
      claims: [{ words: 'Output', status: 'querying', statusAt: AT, evidence: [buildEvidence({ snapshot: failed, snapshotId: 's1' })] }, { words: '2018', status: 'recheck' }],
      findings: [buildFinding(), buildFinding({ id: 'f2', state: 'dismissed' })],
    })
    input.checks.push({ checkId: 'x', outcome: 'crashed', reason: 'boom', count: 0 })
    expect(buildReport(input, whole).open).toEqual([
      { count: 1, what: 'claim to check again' }, { count: 1, what: 'query out, since 10 March 2026' }, { count: 1, what: 'contradiction neither dismissed nor resolved' },
      { count: 2, what: 'claims no note reaches' }, { count: 1, what: 'page or file that could not be captured' }, { count: 1, what: 'check crashed and is not counted as silent' },
    ])
  })
})

describe('what a report holds', () => {
  const comment = (id: string, internal: boolean, text: string) => ({ id, articleId: 'a1', claimId: 'c1', parentId: null, text, internal, author: 'Ines Okafor', createdAt: AT, editedAt: null, deletedAt: null })
  const secret = buildEvent({ id: 'v2', sequence: 2, act: 'act-2', kind: 'add-comment', entity: 'comment', entityId: 'm1', before: null, after: comment('m1', true, 'Call the lawyer') })
  const imported = buildEvent({ id: 'v0', kind: 'import', entity: 'article', entityId: 'a1', claimId: null, before: null, after: {} })
  const input = buildReviewInput({
    claims: [
      { words: 'Output', status: 'verified', comments: [comment('m1', true, 'Call the lawyer'), comment('m2', false, 'Seen')], history: [secret] },
      { words: '2018', status: 'disputed' },
    ],
    events: [imported, secret], findings: [buildFinding({ primary: { start: 0, end: 6 } }), buildFinding({ id: 'f9', primary: { start: 7, end: 10 } })],
  })
  test('a valid Report, dated by its last event', () => {
    const report = buildReport(input, whole)
    expect(Report.parse(report)).toEqual(report)
    expect(report.date).toBe(AT)
    expect(buildReport(buildReviewInput(), whole).date).toBe('2026-03-09T09:00:00.000Z')
    expect(report.people).toEqual([{ name: 'Ines Okafor', acts: 2 }])
    expect(report.otherHistory).toEqual([imported])
    expect(report.otherFindings.map((finding) => finding.id)).toEqual(['f9'])
  })
  test('without internal notes, their words are nowhere, not in the history either', () => {
    expect(JSON.stringify(buildReport(input, whole))).toContain('Call the lawyer')
    const report = buildReport(input, { ...whole, withoutInternal: true })
    expect(JSON.stringify(report)).not.toContain('Call the lawyer')
    expect(JSON.stringify(report)).toContain('Seen')
  })
  test('only disputed leaves the counts of the whole review', () => {
    const report = buildReport(input, { ...whole, onlyDisputed: true })
    expect(report.claims.map((entry) => entry.claim.status)).toEqual(['disputed'])
    expect([report.total, report.settled, report.tally.verified]).toEqual([2, 2, 1])
  })
  test('what no chosen section shows is not there', () => {
    const report = buildReport(input, { ...whole, sections: ['summary'] })
    expect([report.text, report.blocks, report.claims, report.notes, report.otherHistory]).toEqual(['', [], [], [], []])
    expect(buildReport(input, { ...whole, sections: ['claims'] }).claims.every((entry) => entry.history.length === 0)).toBe(true)
  })
})

describe('the article in stretches', () => {
  test('whatever overlaps, no character is lost and each stretch knows its claims', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 30 })), { maxLength: 12 }), (spans) => {
        const text = 'Some words, 一些字 and more words to mark up. '.repeat(2)
        const input = buildReviewInput({ text, claims: spans.map(() => ({ words: 'Some' })) })
        input.claims.forEach((view, index) => (view.claim.span = { start: spans[index]?.[0] ?? 0, end: Math.min(text.length, (spans[index]?.[0] ?? 0) + (spans[index]?.[1] ?? 1)) }))
        const [block] = markedBlocks(buildReport(input, whole))
        expect(block?.stretches.map((piece) => piece.text).join('')).toBe(text)
        let offset = 0
        for (const piece of block?.stretches ?? []) {
          const covering = input.claims.filter(({ claim }) => claim.span.start <= offset && offset + piece.text.length <= claim.span.end).map(({ claim }) => claim.id)
          expect(new Set(piece.claims.map((entry) => entry.claim.id))).toEqual(new Set(covering))
          offset += piece.text.length
        }
        for (const { claim } of input.claims) {
          expect(block?.stretches.filter((piece) => piece.opens.some((entry) => entry.claim.id === claim.id))).toHaveLength(1)
          expect(block?.stretches.filter((piece) => piece.closes.some((entry) => entry.claim.id === claim.id))).toHaveLength(1)
        }
      }),
    )
  })
})

describe('figures and times', () => {
  test('table rows put the others together beside the first, where values can be added', () => {
    const rows = [['CHN', 'China', 3.87], ['USA', 'United States', 2.33], ['JPN', 'Japan', 1.04], ['DEU', 'Germany', 0.8]].map(([place, placeName, value]) => ({ place: String(place), placeName: String(placeName), year: 2018, value: Number(value) }))
    const excerpt = { table: 't', title: 'Manufacturing', unit: 'trillion US$', source: 'World Bank', licence: 'CC BY 4.0', retrieved: '2026-01-01', rows }
    expect(printedRows(excerpt, true).slice(3)).toEqual([
      { place: 'United States, Japan and Germany together', year: 2018, value: '4.17', sum: true }, { place: 'China', year: 2018, value: '3.87', sum: true },
    ])
    expect(printedRows({ ...excerpt, unit: '% of GDP' }, true).some((row) => row.sum)).toBe(false)
    expect(printedRows({ ...excerpt, rows: rows.slice(0, 2) }, true).some((row) => row.sum)).toBe(false)
    expect(printedRows(excerpt, false).map((row) => row.place)).toEqual(['China', 'United States', 'Japan', 'Germany'])
  })
  test.each([['exceeded the sum of the three', true], ['exceeded both together', true], ['Total output exceeded that of Japan', false], ['is second only to the United States', false]])('%s: adds up? %s', (statement, added) => {
    expect(speaksOfASum({ statement, quote: '', reason: null }, { note: '' })).toBe(added)
  })
  test.each([[4025823456789, '4\u2009025\u2009820\u2009000\u2009000'], [0.1 + 0.2, '0.3'], [1234.5678, '1\u2009234.57'], [-1234, '-1\u2009234'], [1e-9, '1e-9']])('%d', (value, said) => expect(figureWords(value)).toBe(said))
  test('times are in UTC, and what is no time stays', () => {
    expect(dateTimeWords('2026-03-12T14:40:59.000Z')).toBe('12 March 2026, 14:40 UTC')
    expect(dateTimeWords('soon')).toBe('soon')
  })
})
