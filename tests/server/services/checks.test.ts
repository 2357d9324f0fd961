import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { checks as contract } from '#shared/api/index.ts'
import { checks } from '#shared/checks/rules/index.ts'
import { listChecks, rerunChecks } from '#server/services/checks.ts'
import { decide } from '#server/services/decide.ts'
import { listFindings } from '#server/services/findings.ts'
import { importArticle } from '#server/services/imports.ts'
import { loadTables } from '#server/services/tables.ts'
import { openTestContext } from './desk-context.ts'

const context = await openTestContext()
await loadTables(context)
const TEXT = 'The World Health Organization (WHO) met in 2019. {1} In 2010 the ministry spent 500 million yuan (US$95 million) on it. {2} The World Heritage Organization (WHO) closed. {1}\n\n{1} Annual report 2019\n{2) Budget 2010\n'
const keep = () => importArticle(context, new TextEncoder().encode(TEXT), { name: 'article.txt', title: 'On organisations' })

test('an article that was put on the desk has been checked, and the catalogue says where and how', async () => {
  const article = await keep()
  const listed = await listChecks(context)
  contract.list.response.parse(listed)
  expect(listed.map(({ id }) => id)).toEqual(checks.map(({ id }) => id))
  const ran = Object.fromEntries(listed.map((check) => [check.id, check.ran.find(({ articleId }) => articleId === article.id)]))
  expect(ran['malformed-notes']).toMatchObject({ title: article.title, outcome: 'ran', open: 1, dismissed: 0 })
  expect(ran['abbreviations-with-two-expansions']).toMatchObject({ outcome: 'ran', open: 1 })
  expect(ran['implied-exchange-rates']).toMatchObject({ outcome: 'ran', open: 1 })
  expect(ran['parts-above-the-whole']).toMatchObject({ outcome: 'ran', open: 0 })
})

test('run again, the checks find the same; a dismissal with its reason stays', async () => {
  const article = await keep()
  const before = await listFindings(context, article.id)
  const [finding] = before
  await decide(context, article.id, { act: randomUUID(), decision: { kind: 'dismiss-finding', findingId: finding!.id, reason: 'Both bodies exist.' } })
  const runs = await rerunChecks(context, article.id)
  expect(runs.map(({ checkId, outcome }) => [checkId, outcome])).toEqual(checks.map(({ id }) => [id, 'ran']))
  const after = await listFindings(context, article.id)
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(after.find(({ id }) => id === finding!.id)).toMatchObject({ state: 'dismissed', reason: 'Both bodies exist.' })
  expect((await listChecks(context)).find(({ id }) => id === finding!.checkId)!.ran.find(({ articleId }) => articleId === article.id)).toMatchObject({ open: 0, dismissed: 1 })
})

test('an article that is not there is not found', async () => {
  await expect(rerunChecks(context, 'no-such')).rejects.toMatchObject({ code: 'not-found' })
})
