import { describe, expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { STATUS_WORDS, REASON_REQUIRED, Status, type ClaimRecord, type DecisionInput, type ReviewState } from '#shared/review/index.ts'
import { after, claimIn, claimOn, decideOn, joined, noteOn, pieceOn, stateOf } from './state.ts'

const TEXT = 'The bridge opened in 1932.[1] It weighs 52,800 tonnes, and it carries eight lanes.[2] “It is old. It is safe,” she said.'
const opened = claimOn(TEXT, 'The bridge opened in 1932.', '1')
const weighs = claimOn(TEXT, 'It weighs 52,800 tonnes, and it carries eight lanes.', '2')
const said = claimOn(TEXT, '“It is old. It is safe,”', '3', { layer: 'said', kinds: ['quotation'] })
const old = claimOn(TEXT, 'It is old.', '4', { quotationId: 'claim-3' })
const safe = claimOn(TEXT, 'It is safe', '5', { quotationId: 'claim-3' })
const one = noteOn(TEXT, '[1]', 'The bridge opened in 1932.')
const two = noteOn(TEXT, '[2]', 'It weighs 52,800 tonnes, and it carries eight lanes.')
const base = (over: Partial<ReviewState> = {}): ReviewState => stateOf(TEXT, { claims: [opened, weighs, said, old, safe], notes: [one, two], claimNotes: [joined(opened, one), joined(weighs, two)], ...over })
const withClaims = (...changed: ClaimRecord[]): ReviewState => base({ claims: [opened, weighs, said, old, safe].map((claim) => changed.find((other) => other.id === claim.id) ?? claim) })

const refusal = (state: ReviewState, decision: DecisionInput): string => {
  try {
    decideOn(state, decision)
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'done'
}
const on = ({ id, version }: ClaimRecord) => ({ claimId: id, version })

describe('a verdict', () => {
  test.each(Status.exclude(['recheck']).options)('%s asks for what it rests on', (status) => {
    expect(refusal(base(), { kind: 'set-status', ...on(opened), status })).toBe(REASON_REQUIRED.includes(status) ? 'reason-needed' : status === 'verified' ? 'support-needed' : 'done')
    expect(refusal(base({ evidence: [pieceOn(opened, 'e')] }), { kind: 'set-status', ...on(opened), status, reason: 'Because' })).toBe('done')
  })
  test('recheck is not for a person to set', () => {
    expect(() => decideOn(base(), { kind: 'set-status', ...on(opened), status: 'recheck' } as unknown as DecisionInput)).toThrow()
    expect(STATUS_WORDS.recheck.key).toBeNull()
  })
  test.each(['contradicts', 'context'] as const)('does not rest on evidence that %s', (stance) => {
    expect(refusal(base({ evidence: [pieceOn(opened, 'e', stance)] }), { kind: 'set-status', ...on(opened), status: 'verified' })).toBe('support-needed')
  })
  test('rests neither on evidence taken away nor on that of another claim', () => {
    const evidence = [{ ...pieceOn(opened, 'e'), deletedAt: '2026-11-25T11:00:00.000Z' }, pieceOn(weighs, 'f')]
    expect(refusal(base({ evidence }), { kind: 'set-status', ...on(opened), status: 'verified' })).toBe('support-needed')
  })
  test('is signed, and the signature goes when the claim goes back to check', () => {
    const state = after(base(), decideOn(base(), { kind: 'set-status', ...on(opened), status: 'disputed', reason: ' It opened in May ' }))
    expect(claimIn(state, '1')).toMatchObject({ status: 'disputed', reason: 'It opened in May', statusBy: 'Ben', statusAt: '2026-11-25T12:01:00.000Z', version: 2 })
    const back = after(state, decideOn(state, { kind: 'set-status', ...on(claimIn(state, '1')), status: 'to-check' }))
    expect(claimIn(back, '1')).toMatchObject({ status: 'to-check', reason: null, statusBy: null, statusAt: null, version: 3 })
  })
  test('of an older version is a conflict with both', () => {
    try {
      decideOn(withClaims({ ...opened, version: 2, status: 'waived' }), { kind: 'set-status', ...on(opened), status: 'querying' })
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ code: 'conflict', details: { claimId: 'claim-1', yours: { status: 'querying' }, theirs: { status: 'waived', version: 2 } } })
    }
  })
})

describe('the last support of a verified claim', () => {
  const verified: ClaimRecord = { ...opened, status: 'verified', statusBy: 'Ann' }
  const acts: [string, Partial<ReviewState>, DecisionInput & { confirmed?: boolean }][] = [
    ['taken away', { evidence: [pieceOn(opened, 'e')] }, { kind: 'take-away-evidence', evidenceId: 'e' }],
    ['edited to contradict', { evidence: [pieceOn(opened, 'e')] }, { kind: 'edit-evidence', evidenceId: 'e', stance: 'contradicts', quote: null, locator: null, note: '' }],
    ['a source result that changes', { claimNotes: [joined(opened, one, 'supports'), joined(weighs, two)] }, { kind: 'set-source-result', ...on(opened), noteId: one.id, result: 'fails-verification' }],
  ]
  test.each(acts)('%s: asks, then the claim goes to check again', (_name, over, decision) => {
    const state = { ...withClaims(verified), ...over }
    expect(refusal(state, decision)).toBe('confirmation-needed')
    const changes = decideOn(state, { ...decision, confirmed: true } as DecisionInput)
    expect(changes.map((change) => change.kind)).toEqual([decision.kind, 'recheck'])
    expect(claimIn(after(state, changes), '1')).toMatchObject({ status: 'recheck', version: 2, statusBy: 'Ann' })
    expect(claimIn(after(state, changes), '1').reason).toBeTruthy()
  })
  test.each(acts)('%s: nothing is asked while something else supports it', (_name, over, decision) => {
    const state = { ...withClaims(verified), ...over }
    expect(refusal({ ...state, evidence: [...state.evidence, pieceOn(opened, 'other')] }, decision)).toBe('done')
  })
  test.each(acts)('%s: nothing is asked of a claim that is not verified', (_name, over, decision) => {
    expect(refusal({ ...base(), ...over }, decision)).toBe('done')
  })
})

describe('extents', () => {
  test('a new extent takes new words, notes and, when settled, another look', () => {
    const waived: ClaimRecord = { ...weighs, status: 'waived', reason: 'Dull' }
    const state = after(withClaims(waived), decideOn(withClaims(waived), { kind: 'set-extent', ...on(weighs), span: { start: 0, end: weighs.span.start + 23 } }))
    const claim = claimIn(state, '2')
    expect(claim).toMatchObject({ quote: 'The bridge opened in 1932.[1] It weighs 52,800 tonnes', statement: 'The bridge opened in 1932. It weighs 52,800 tonnes.', status: 'recheck', version: 2 })
    expect(state.claimNotes.filter((note) => note.claimId === claim.id && note.deletedAt === null).map((note) => note.noteId)).toEqual([two.id, one.id])
  })
  test('a statement somebody worded stays', () => {
    const worded = after(base(), decideOn(base(), { kind: 'edit-statement', ...on(weighs), statement: 'The bridge weighs 52,800 tonnes.' }))
    const state = after(worded, decideOn(worded, { kind: 'set-extent', ...on(claimIn(worded, '2')), span: { start: weighs.span.start, end: weighs.span.start + 24 } }))
    expect(claimIn(state, '2')).toMatchObject({ statement: 'The bridge weighs 52,800 tonnes.', statementBy: 'Ben', version: 3 })
  })
  test('editing a statement keeps the verdict', () => {
    const verified: ClaimRecord = { ...opened, status: 'verified' }
    expect(decideOn(withClaims(verified), { kind: 'edit-statement', ...on(opened), statement: 'It opened in 1932.' })[0]?.after).toMatchObject({ status: 'verified' })
  })
  test('a claim is added between two with a number of its own, its notes, and never a used number', () => {
    const span = { start: weighs.span.start, end: weighs.span.start + 24 }
    const state = after(base(), decideOn(base(), { kind: 'add-claim', span }))
    expect(claimIn(state, '2a')).toMatchObject({ quote: 'It weighs 52,800 tonnes,', origin: 'person', status: 'to-check', version: 1 })
    const gone = after(state, decideOn(state, { kind: 'delete-claim', ...on(claimIn(state, '2a')) }))
    const again = after(gone, decideOn(gone, { kind: 'add-claim', span }, { newId: (entity) => `again-${entity}` }))
    expect(again.claims.filter((claim) => claim.deletedAt === null).map((claim) => claim.number)).toContain('2b')
    expect(refusal(state, { kind: 'add-claim', span })).toBe('invalid-request')
  })
  test.each([[{ start: 5, end: 5 }], [{ start: 9, end: 4 }], [{ start: 0, end: TEXT.length + 1 }], [{ start: TEXT.indexOf(' '), end: TEXT.indexOf(' ') + 1 }]])('the selection %j is no claim', (span) => {
    expect(refusal(base(), { kind: 'add-claim', span })).toBe('invalid-request')
  })
  test('split: the first part keeps number, id and evidence, the second is new', () => {
    const state = after(base({ evidence: [pieceOn(weighs, 'e')] }), decideOn(base(), { kind: 'split', ...on(weighs), at: weighs.span.start + 24 }))
    expect(claimIn(state, '2')).toMatchObject({ id: 'claim-2', quote: 'It weighs 52,800 tonnes,', version: 2 })
    expect(claimIn(state, '2a')).toMatchObject({ quote: 'and it carries eight lanes.', statement: 'And it carries eight lanes.', status: 'to-check' })
    expect(state.evidence[0]?.claimId).toBe('claim-2')
    expect(state.claimNotes.filter((note) => note.claimId === claimIn(state, '2a').id).map((note) => note.noteId)).toEqual([two.id])
    expect(refusal(base(), { kind: 'split', ...on(weighs), at: weighs.span.start })).toBe('invalid-request')
    expect(refusal(base(), { kind: 'split', ...on(weighs), at: 3 })).toBe('invalid-request')
  })
  test('split of a quotation: both halves are quotations, and what stands inside follows', () => {
    const state = after(base(), decideOn(base(), { kind: 'split', ...on(said), at: safe.span.start }))
    expect(claimIn(state, '3a')).toMatchObject({ layer: 'said', quotationId: null, quote: 'It is safe,”' })
    expect(claimIn(state, '4').quotationId).toBe('claim-3')
    expect(claimIn(state, '5').quotationId).toBe(claimIn(state, '3a').id)
  })
  test('merge: the first survives with both words, notes, evidence and reviewer notes', () => {
    const comment = { id: 'c', articleId: 'article', claimId: weighs.id, parentId: null, text: 'Hm', internal: false, author: 'Ann', createdAt: '', editedAt: null, deletedAt: null }
    const given = base({ evidence: [pieceOn(weighs, 'e')], comments: [comment] })
    const state = after(given, decideOn(given, { kind: 'merge', ...on(opened), withId: weighs.id, withVersion: 1 }))
    expect(claimIn(state, '1').span).toEqual({ start: opened.span.start, end: weighs.span.end })
    expect(claimIn(state, '2').deletedAt).not.toBeNull()
    expect([state.evidence[0]?.claimId, state.comments[0]?.claimId]).toEqual([opened.id, opened.id])
    expect(state.claimNotes.filter((note) => note.claimId === opened.id && note.deletedAt === null).map((note) => note.noteId)).toEqual([one.id, two.id])
    expect(refusal(base(), { kind: 'merge', ...on(opened), withId: weighs.id, withVersion: 7 })).toBe('conflict')
    expect(refusal(base(), { kind: 'merge', ...on(opened), withId: opened.id, withVersion: 1 })).toBe('invalid-request')
    expect(refusal(base(), { kind: 'merge', ...on(said), withId: old.id, withVersion: 1 })).toBe('invalid-request')
  })
  test('deleting a quotation leaves what stands inside as claims of their own', () => {
    const state = after(base(), decideOn(base(), { kind: 'delete-claim', ...on(said) }))
    expect(claimIn(state, '3').deletedAt).not.toBeNull()
    expect([claimIn(state, '4'), claimIn(state, '5')].map(({ quotationId, deletedAt }) => [quotationId, deletedAt])).toEqual([[null, null], [null, null]])
    expect(refusal(state, { kind: 'set-status', ...on(said), status: 'querying' })).toBe('not-found')
  })
})

describe('evidence, reviewer notes, findings', () => {
  test('a page gets a capture, a file keeps the one it has', () => {
    const [page] = decideOn(base(), { kind: 'attach-evidence', claimId: opened.id, stance: 'context', source: { kind: 'web', url: 'https://example.org/' } })
    expect(page?.after).toMatchObject({ kind: 'web', url: 'https://example.org/', snapshotId: expect.any(String) })
    const [file] = decideOn(base(), { kind: 'attach-evidence', claimId: opened.id, stance: 'context', source: { kind: 'file', snapshotId: 's' } })
    expect(file?.after).toMatchObject({ kind: 'file', snapshotId: 's', url: null })
    expect(() => decideOn(base(), { kind: 'attach-evidence', claimId: opened.id, stance: 'context', source: { kind: 'web', url: 'javascript:alert(1)' } })).toThrow()
  })
  test('a reply stays with its claim and goes with the note it answers', () => {
    const first = after(base(), decideOn(base(), { kind: 'add-comment', claimId: opened.id, text: 'Which month?' }, { newId: () => 'c1' }))
    const both = after(first, decideOn(first, { kind: 'add-comment', claimId: opened.id, text: 'March', parentId: 'c1', internal: true }, { newId: () => 'c2' }))
    expect(refusal(both, { kind: 'add-comment', claimId: weighs.id, text: 'x', parentId: 'c1' })).toBe('invalid-request')
    expect(decideOn(both, { kind: 'delete-comment', commentId: 'c1' }).map((change) => change.id)).toEqual(['c1', 'c2'])
    expect(decideOn(both, { kind: 'edit-comment', commentId: 'c2', text: 'May' })[0]?.after).toMatchObject({ text: 'May', internal: true, editedAt: '2026-11-25T12:01:00.000Z' })
    expect(claimIn(both, '1').version).toBe(1)
  })
  test('a finding is dismissed with a reason and opened again', () => {
    const given = base({ findings: [{ id: 'f', state: 'open', reason: null, decidedBy: null, decidedAt: null }] })
    const dismissed = after(given, decideOn(given, { kind: 'dismiss-finding', findingId: 'f', reason: 'Two different years' }))
    expect(dismissed.findings[0]).toMatchObject({ state: 'dismissed', reason: 'Two different years', decidedBy: 'Ben' })
    expect(decideOn(dismissed, { kind: 'reopen-finding', findingId: 'f' })[0]?.after).toMatchObject({ state: 'open', reason: null, decidedBy: null })
    expect(() => decideOn(given, { kind: 'dismiss-finding', findingId: 'f', reason: '  ' })).toThrow()
    expect(refusal(given, { kind: 'dismiss-finding', findingId: 'g', reason: 'x' })).toBe('not-found')
  })
})
