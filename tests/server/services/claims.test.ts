import { expect, test } from 'vitest'
import type { FindingDraft } from '#shared/checks/check.ts'
import { getClaim, listClaims, previewClaim } from '#server/services/claims.ts'
import { listFindings, storeFindings } from '#server/services/findings.ts'
import { searchClaims } from '#server/services/search.ts'
import { openDesk } from '../../support/desk.ts'

test('the list is in text order, outer before inner, and says of each claim what its view says', async () => {
  const desk = await openDesk()
  await desk.verify('1932')
  const { id, notes, version } = await desk.claim('160,000')
  await desk.act({ kind: 'set-source-result', claimId: id, version, noteId: notes[0]?.noteId ?? '', result: 'supports' })
  await desk.act({ kind: 'add-comment', claimId: id, text: 'Per day?' })
  const list = await listClaims(desk.context, desk.articleId)
  expect(list.map((claim) => claim.span.start)).toEqual(list.map((claim) => claim.span.start).toSorted((a, b) => a - b))
  const said = list.find((claim) => claim.layer === 'said')
  expect(list.filter((claim) => claim.quotationId === said?.id)).toHaveLength(2)
  for (const summary of list) {
    const view = await getClaim(desk.context, summary.id)
    expect(summary).toEqual({
      id: view.claim.id, number: view.claim.number, span: view.claim.span, statement: view.claim.statement, needsContext: view.claim.needsContext, kinds: view.claim.kinds, layer: view.claim.layer,
      quotationId: view.claim.quotationId, speaker: view.claim.speaker, score: view.claim.score, status: view.claim.status, version: view.claim.version,
      notes: view.notes.map(({ note, result }) => ({ noteId: note.id, label: note.label, result })), findings: view.findings.filter((finding) => finding.state === 'open').length,
      evidence: view.evidence.length, comments: view.comments.length, supported: view.supported,
    })
  }
})

test('a view holds the whole history, newest first', async () => {
  const desk = await openDesk()
  const { id } = await desk.verify('1932', 'Ben')
  await desk.undo('Ben')
  expect((await getClaim(desk.context, id)).history.map((event) => [event.kind, event.actor])).toEqual([['undo', 'Ben'], ['set-status', 'Ben'], ['attach-evidence', 'Ben']])
  await expect(getClaim(desk.context, 'none')).rejects.toMatchObject({ code: 'not-found' })
})

test('a selection is shown as the claim it would become', async () => {
  const desk = await openDesk()
  const { span } = await desk.claim('52,800')
  const preview = await previewClaim(desk.context, desk.articleId, { start: span.start - 5, end: span.start + 30 })
  expect(preview).toMatchObject({ notes: ['1', '2'], statement: expect.not.stringContaining('[1]') })
  await expect(previewClaim(desk.context, desk.articleId, { start: 9, end: 9 })).rejects.toMatchObject({ code: 'invalid-request' })
})

const CHINESE = '桥\n\n这座桥于1932年开通，全长1149米，耗资六百二十五万英镑。[1] İstanbul’daki KÖPRÜ 1973’te açıldı.\n\n注释\n\n[1] 交通部，《桥梁年鉴》，2011年。\n'

test.each([
  ['the statement, in any case', 'OPENED in march', '1932', 'statement'],
  ['a note', 'traffic ON the BRIDGE”', '1932', 'note'],
  ['evidence', 'almanac', '52,800', 'evidence'],
  ['a reviewer note', 'steel only', '52,800', 'reviewer note'],
  ['a person', 'zoë', '52,800', 'person'],
])('search finds %s', async (_what, q, words, where) => {
  const desk = await openDesk()
  const { id } = await desk.claim('52,800')
  await desk.act({ kind: 'attach-evidence', claimId: id, stance: 'context', source: { kind: 'reference', reference: 'Almanac of bridges' } }, 'Zoë')
  await desk.act({ kind: 'add-comment', claimId: id, text: 'Steel only?' })
  expect(await searchClaims(desk.context, desk.articleId, q)).toContainEqual({ claimId: (await desk.claim(words)).id, where })
  expect(await searchClaims(desk.context, desk.articleId, `${q} aardvark`)).toEqual([])
})

test('search reads Chinese', async () => {
  const desk = await openDesk(CHINESE)
  expect(await searchClaims(desk.context, desk.articleId, '开通')).toHaveLength(1)
  expect((await searchClaims(desk.context, desk.articleId, '桥梁年鉴'))[0]?.where).toBe('note')
  expect(await searchClaims(desk.context, desk.articleId, '隧道')).toEqual([])
})

test('a dismissal survives a re-run, also one that did not find it in between; a crashed check resolves nothing', async () => {
  const desk = await openDesk()
  const { context, articleId } = desk
  const { span, id } = await desk.claim('52,800')
  const found = (fingerprint: string, what = 'Doubtful'): FindingDraft => ({ checkId: 'a-check', severity: 'doubt', primary: span, related: [], what, why: 'Why', todo: 'Look', data: {}, fingerprint })
  const run = (findings: FindingDraft[], outcome: 'ran' | 'crashed' = 'ran') => context.db.$transaction((tx) => storeFindings(tx, context, articleId, { findings, runs: [{ checkId: 'a-check', outcome, reason: null, count: findings.length }] }))
  const states = async () => Object.fromEntries((await context.db.finding.findMany({ where: { articleId, checkId: 'a-check' } })).map((row) => [row.fingerprint, [row.state, row.reason]]))
  await run([found('one'), found('two')])
  expect((await desk.claim('52,800')).findings).toBe(2)
  const finding = (await listFindings(context, articleId)).find((entry) => entry.checkId === 'a-check')
  const dismissed = await desk.act({ kind: 'dismiss-finding', findingId: finding?.id ?? '', reason: 'Two years' })
  expect(dismissed.claims).toMatchObject([{ id, findings: 1 }])
  const [gone, kept] = finding?.id === (await context.db.finding.findFirstOrThrow({ where: { articleId, fingerprint: 'one' } })).id ? ['one', 'two'] : ['two', 'one']
  await run([found('one', 'Worded anew'), found('two')])
  expect(await states()).toEqual({ [gone]: ['dismissed', 'Two years'], [kept]: ['open', null] })
  await run([], 'crashed')
  expect(await states()).toEqual({ [gone]: ['dismissed', 'Two years'], [kept]: ['open', null] })
  await run([])
  expect(await states()).toEqual({ [gone]: ['resolved', 'Two years'], [kept]: ['resolved', null] })
  expect((await listFindings(context, articleId)).filter((entry) => entry.checkId === 'a-check')).toEqual([])
  expect((await desk.claim('52,800')).findings).toBe(0)
  await run([found('one'), found('two')])
  expect(await states()).toEqual({ [gone]: ['dismissed', 'Two years'], [kept]: ['open', null] })
})
