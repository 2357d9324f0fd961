import { describe, expect, test } from 'vitest'
import { AppError } from '#shared/errors.ts'
import { as } from '#server/context.ts'
import { getClaim } from '#server/services/claims.ts'
import { decide } from '#server/services/decide.ts'
import { articleHistory, brokenLink } from '#server/services/history.ts'
import { openDesk } from '../../support/desk.ts'

const failure = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(() => null, (reason: unknown) => reason)
  if (!(error instanceof AppError)) throw new Error(`Expected an AppError, got ${String(error)}`)
  return error
}

/** The claims as people see them: without the counting version. */
const seen = async (desk: Awaited<ReturnType<typeof openDesk>>) => (await desk.claims()).map((claim) => ({ ...claim, version: 0 }))

describe('an act', () => {
  test('is done once, however often it is sent', async () => {
    const desk = await openDesk()
    const { id, version } = await desk.claim('1932')
    const decision = { kind: 'set-status' as const, claimId: id, version, status: 'waived' as const, reason: 'Known to all' }
    const first = await desk.act(decision, 'Ann', 'the-act')
    const again = await desk.act(decision, 'Ann', 'the-act')
    expect(again).toEqual(first)
    expect(first.summary).toBe('1 waived')
    expect((await articleHistory(desk.context, desk.articleId)).map((event) => event.kind)).toEqual(['import', 'set-status'])
    expect((await failure(desk.act(decision, 'Ben', 'the-act'))).code).toBe('invalid-request')
  })

  test('sent twice at the same time is done once', async () => {
    const desk = await openDesk()
    const { id } = await desk.claim('1932')
    const decision = { kind: 'add-comment' as const, claimId: id, text: 'Which month?' }
    const [one, two] = await Promise.all([desk.act(decision, 'Ann', 'twin'), desk.act(decision, 'Ann', 'twin')])
    expect(one.events).toEqual(two.events)
    expect((await getClaim(desk.context, id)).comments).toHaveLength(1)
  })

  test('needs a named person', async () => {
    const desk = await openDesk()
    const work = decide(as(desk.context, null), desk.articleId, { act: 'x', decision: { kind: 'rename', title: 'Another' } })
    expect((await failure(work)).code).toBe('name-needed')
  })

  test('of the second of two writers is a conflict that shows both', async () => {
    const desk = await openDesk()
    const { id, version } = await desk.claim('1932')
    await desk.act({ kind: 'set-status', claimId: id, version, status: 'disputed', reason: 'It opened in May' }, 'Ann')
    const error = await failure(desk.act({ kind: 'set-status', claimId: id, version, status: 'waived', reason: 'Dull' }, 'Ben'))
    expect(error.code).toBe('conflict')
    expect(error.details).toMatchObject({ claimId: id, yours: { status: 'waived' }, theirs: { status: 'disputed', statusBy: 'Ann' } })
    const now = await desk.claim('1932')
    await desk.act({ kind: 'record-not-kept', claimId: id, version: now.version, status: 'waived', reason: 'Dull' }, 'Ben')
    expect((await desk.claim('1932')).status).toBe('disputed')
    expect((await getClaim(desk.context, id)).history[0]).toMatchObject({ kind: 'not-kept', actor: 'Ben', before: { status: 'waived', reason: 'Dull' } })
  })

  test('that fails leaves nothing behind', async () => {
    const desk = await openDesk()
    const { id, version } = await desk.claim('1932')
    const before = await articleHistory(desk.context, desk.articleId)
    expect((await failure(desk.act({ kind: 'set-status', claimId: id, version, status: 'verified' }))).code).toBe('support-needed')
    expect((await failure(desk.act({ kind: 'set-status', claimId: id, version, status: 'disputed' }))).code).toBe('reason-needed')
    expect(await articleHistory(desk.context, desk.articleId)).toEqual(before)
  })
})

describe('a claim added by a person', () => {
  test('stands inside the quotation around it, and takes its number from the claim before it, however far', async () => {
    const desk = await openDesk()
    const said = await desk.claim('The bridge carries 204 trains a day. It was repainted')
    const trains = await desk.claim('204 trains')
    await desk.act({ kind: 'delete-claim', claimId: trains.id, version: trains.version })
    const span = { start: trains.span.start, end: trains.span.start + 'The bridge carries'.length }
    const { claimId: inside } = await desk.act({ kind: 'add-claim', span })
    const added = await getClaim(desk.context, inside!)
    expect(added.claim).toMatchObject({ quotationId: said.id, number: `${said.number}a`, speaker: { name: 'Mary Smith' } })

    const last = (await desk.claims()).at(-1)!
    const { text } = await desk.context.db.draft.findFirstOrThrow({ where: { articleId: desk.articleId } })
    const place = text.indexOf('its chief engineer')
    const { claimId: far } = await desk.act({ kind: 'add-claim', span: { start: place, end: place + 'its chief engineer'.length } })
    expect((await getClaim(desk.context, far!)).claim).toMatchObject({ quotationId: null, number: `${last.number}a` })
  })

  test('inside a quotation that is split goes with its words; merging brings what stands inside along', async () => {
    const desk = await openDesk()
    const said = await desk.claim('The bridge carries 204 trains a day. It was repainted')
    const repainted = await desk.claim('repainted in 2019')
    const { claimId } = await desk.act({ kind: 'split', claimId: said.id, version: said.version, at: repainted.span.start })
    const half = (await desk.claims()).find((claim) => claim.layer === 'said' && claim.id !== said.id)!
    expect(claimId).toBe(said.id)
    expect((await desk.claims()).find(({ id }) => id === repainted.id)!.quotationId).toBe(half.id)
    const first = (await desk.claims()).find(({ id }) => id === said.id)!
    await desk.act({ kind: 'merge', claimId: first.id, version: first.version, withId: half.id, withVersion: half.version })
    expect((await desk.claims()).find(({ id }) => id === repainted.id)!.quotationId).toBe(said.id)
  })
})

describe('support', () => {
  test('raises the version of its claim, and a note that supports carries a verdict', async () => {
    const desk = await openDesk()
    const { id, version, notes } = await desk.claim('1932')
    const { claims } = await desk.act({ kind: 'set-source-result', claimId: id, version, noteId: notes[0]?.noteId ?? '', result: 'supports' })
    expect(claims[0]).toMatchObject({ id, version: version + 1, supported: true, notes: [{ label: '1', result: 'supports' }] })
    await desk.act({ kind: 'set-status', claimId: id, version: version + 1, status: 'verified' })
    const now = await desk.claim('1932')
    const lose = { kind: 'set-source-result' as const, claimId: id, version: now.version, noteId: notes[0]?.noteId ?? '', result: 'dead-link' as const }
    expect((await failure(desk.act(lose))).code).toBe('confirmation-needed')
    await desk.act({ ...lose, confirmed: true })
    expect(await desk.claim('1932')).toMatchObject({ status: 'recheck', supported: false })
  })

  test('taken away asks, then sends the claim to check again; one undo brings both back', async () => {
    const desk = await openDesk()
    const { id } = await desk.verify('1932')
    const piece = (await getClaim(desk.context, id)).evidence[0]
    expect((await failure(desk.act({ kind: 'take-away-evidence', evidenceId: piece?.id ?? '' }))).code).toBe('confirmation-needed')
    await desk.act({ kind: 'take-away-evidence', evidenceId: piece?.id ?? '', confirmed: true })
    expect(await desk.claim('1932')).toMatchObject({ status: 'recheck', evidence: 0 })
    await desk.undo()
    expect(await desk.claim('1932')).toMatchObject({ status: 'verified', evidence: 1, supported: true })
  })

  test('undone under somebody else’s verdict sends the claim to check again', async () => {
    const desk = await openDesk()
    const { id } = await desk.claim('1932')
    await desk.act({ kind: 'attach-evidence', claimId: id, stance: 'supports', source: { kind: 'reference', reference: 'A book' } }, 'Ann')
    await desk.act({ kind: 'set-status', claimId: id, version: (await desk.claim('1932')).version, status: 'verified' }, 'Ben')
    await desk.undo('Ann')
    expect(await desk.claim('1932')).toMatchObject({ status: 'recheck', evidence: 0 })
    expect((await getClaim(desk.context, id)).claim.reason).toContain('taken back')
    await desk.redo('Ann')
    expect(await desk.claim('1932')).toMatchObject({ status: 'verified', evidence: 1 })
  })

  test('from a page is captured after the act, and a page that cannot be fetched is a failed capture, not a failed act', async () => {
    const desk = await openDesk()
    const { id } = await desk.claim('1932')
    const result = await desk.act({ kind: 'attach-evidence', claimId: id, stance: 'supports', source: { kind: 'web', url: 'https://example.org/bridge' } })
    expect(result.claims[0]).toMatchObject({ evidence: 1 })
    const { evidence } = await getClaim(desk.context, id)
    await expect.poll(async () => (await getClaim(desk.context, id)).evidence[0]?.snapshot?.state).toBe('failed')
    expect(evidence[0]).toMatchObject({ kind: 'web', url: 'https://example.org/bridge' })
  })
})

/** A part of the claim about 52,800, however its sentence is cut. */
const OPENING = 'Its steel weighs'.length

describe('undo', () => {
  test('walks back one person’s own acts, one by one, and redo walks forward', async () => {
    const desk = await openDesk()
    const { id, version } = await desk.claim('52,800')
    await desk.act({ kind: 'edit-statement', claimId: id, version, statement: 'The steel of the bridge weighs 52,800 tonnes.' }, 'Ann')
    await desk.act({ kind: 'add-comment', claimId: id, text: 'Steel only?' }, 'Ben')
    await desk.act({ kind: 'set-kinds', claimId: id, version: version + 1, kinds: ['number'] }, 'Ann')
    await desk.undo('Ann')
    await desk.undo('Ann')
    expect((await desk.claim('52,800')).statement).toMatch(/^Its steel/)
    expect((await desk.claim('52,800')).comments).toBe(1)
    expect((await failure(desk.undo('Ann'))).code).toBe('nothing-to-undo')
    await desk.redo('Ann')
    await desk.redo('Ann')
    expect(await desk.claim('52,800')).toMatchObject({ statement: 'The steel of the bridge weighs 52,800 tonnes.', kinds: ['number'] })
    expect((await failure(desk.redo('Ann'))).code).toBe('nothing-to-undo')
    await desk.undo('Ann')
    await desk.act({ kind: 'rename', title: 'Another' }, 'Ann')
    expect((await failure(desk.redo('Ann'))).code).toBe('nothing-to-undo')
  })

  test('is refused, showing both, when somebody changed the record since', async () => {
    const desk = await openDesk()
    const { id, version } = await desk.claim('52,800')
    await desk.act({ kind: 'set-status', claimId: id, version, status: 'querying' }, 'Ann')
    await desk.act({ kind: 'set-status', claimId: id, version: version + 1, status: 'waived', reason: 'Common knowledge' }, 'Ben')
    const error = await failure(desk.undo('Ann'))
    expect(error.code).toBe('conflict')
    expect(error.details).toMatchObject({ claimId: id, yours: { status: 'to-check' }, theirs: { status: 'waived' } })
  })

  test.each(['split', 'merge', 'delete-claim', 'set-extent', 'add-claim'] as const)('of %s restores every claim, note and piece of evidence', async (kind) => {
    const desk = await openDesk()
    const { id } = await desk.verify('52,800')
    const other = await desk.claim('160,000')
    const claim = await desk.claim('52,800')
    const before = await seen(desk)
    const given = {
      split: { kind: 'split' as const, claimId: id, version: claim.version, at: claim.span.start + OPENING },
      merge: { kind: 'merge' as const, claimId: other.id, version: other.version, withId: id, withVersion: claim.version },
      'delete-claim': { kind: 'delete-claim' as const, claimId: id, version: claim.version },
      'set-extent': { kind: 'set-extent' as const, claimId: id, version: claim.version, span: { start: claim.span.start, end: claim.span.start + OPENING } },
      'add-claim': { kind: 'add-claim' as const, span: { start: claim.span.start, end: claim.span.start + OPENING } },
    }
    await desk.act(given[kind])
    const changed = await seen(desk)
    expect(changed).not.toEqual(before)
    await desk.undo()
    expect(await seen(desk)).toEqual(before)
    await desk.redo()
    expect(await seen(desk)).toEqual(changed)
    expect(brokenLink(await articleHistory(desk.context, desk.articleId))).toBeNull()
  })

  test('does not take a claim away under somebody else’s evidence', async () => {
    const desk = await openDesk()
    const { span } = await desk.claim('52,800')
    const { claimId } = await desk.act({ kind: 'add-claim', span: { start: span.start, end: span.start + OPENING } }, 'Ann')
    await desk.act({ kind: 'attach-evidence', claimId: claimId ?? '', stance: 'context', source: { kind: 'reference', reference: 'A book' } }, 'Ben')
    expect((await failure(desk.undo('Ann'))).code).toBe('conflict')
    await desk.undo('Ben')
    await desk.undo('Ann')
    expect((await desk.claims()).some((claim) => claim.id === claimId)).toBe(false)
  })
})

describe('history', () => {
  test('is a chain that shows any change, omission or swap', async () => {
    const desk = await openDesk()
    await desk.verify('1932')
    await desk.act({ kind: 'rename', title: 'Another' })
    const events = await articleHistory(desk.context, desk.articleId)
    expect(events).toHaveLength(4)
    expect(brokenLink(events)).toBeNull()
    expect(brokenLink(events.map((event, index) => (index === 2 ? { ...event, actor: 'Mallory' } : event)))?.sequence).toBe(3)
    expect(brokenLink(events.filter((_, index) => index !== 1))?.sequence).toBe(2)
    expect(brokenLink([events[0], events[2], events[1], events[3]].flatMap((event) => event ?? []))).not.toBeNull()
    const article = await desk.context.db.article.findUniqueOrThrow({ where: { id: desk.articleId } })
    expect(article).toMatchObject({ title: 'Another', events: 4, headHash: events[3]?.hash, lastActor: 'Ann' })
  })

  test('of writers at the same time is one chain', async () => {
    const desk = await openDesk()
    const { id } = await desk.claim('1932')
    await Promise.all(Array.from({ length: 12 }, (_, index) => desk.act({ kind: 'add-comment', claimId: id, text: `Note ${index}` }, `Person ${index % 3}`)))
    const events = await articleHistory(desk.context, desk.articleId)
    expect(events).toHaveLength(13)
    expect(brokenLink(events)).toBeNull()
  })
})
