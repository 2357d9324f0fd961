import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClaimSummary } from '#shared/review/index.ts'
import { goTo, lastAct, openPlace, PATIENCE, WAIT, type Place } from './place.ts'

let place: Place
let ines: Page
let tom: Page
let articleId: string
let open: ClaimSummary[]

beforeAll(async () => {
  place = await openPlace()
  articleId = (await place.articles())[0]?.id ?? ''
  open = (await place.claims(articleId)).filter((claim) => claim.status === 'to-check' && claim.layer === 'true' && claim.quotationId === null)
  ines = (await place.open('Ines Okafor')).page
  tom = (await place.open('Tom Brandt')).page
  for (const page of [ines, tom]) {
    await page.goto(place.address(`/articles/${articleId}`))
    await page.locator('.list [role=option]').first().waitFor()
  }
}, PATIENCE)
afterAll(() => place.close())

const at = (index: number): ClaimSummary => open[index] as ClaimSummary
async function dispute(page: Page, claim: ClaimSummary, reason: string): Promise<void> {
  await goTo(page, claim)
  await page.keyboard.press('d')
  await page.getByLabel('Disputed: reason').waitFor()
  await page.keyboard.type(reason)
  await page.keyboard.press('Control+Enter')
}
/** Ines disputes a claim; Tom, whose page still shows it open, waives it, and is shown both. */
async function decideTwice(claim: ClaimSummary): Promise<void> {
  await goTo(tom, claim)
  await dispute(ines, claim, 'The yearbook has another figure.')
  await lastAct(ines, `${claim.number} disputed`)
  await tom.keyboard.press('w')
  await tom.getByLabel('Waived: reason').waitFor()
  await tom.keyboard.type('A turn of speech.')
  await tom.keyboard.press('Control+Enter')
  const conflict = tom.getByRole('alert').filter({ hasText: `Two people decided claim ${claim.number}.` })
  await conflict.waitFor()
  expect(await conflict.innerText()).toMatch(/Yours[\s\S]*Waived[\s\S]*A turn of speech\.[\s\S]*Ines Okafor’s[\s\S]*Disputed[\s\S]*The yearbook has another figure\./)
  expect((await place.claim(claim.id)).claim, 'nothing is chosen until somebody chooses').toMatchObject({ status: 'disputed', statusBy: 'Ines Okafor' })
}
const history = async (claim: ClaimSummary): Promise<string> => JSON.stringify((await place.claim(claim.id)).history)

test.each([
  ['Keep mine', { status: 'waived', reason: 'A turn of speech.', statusBy: 'Tom Brandt' }],
  ['Keep Ines Okafor’s', { status: 'disputed', reason: 'The yearbook has another figure.', statusBy: 'Ines Okafor' }],
  ['Keep both as conflicting', { status: 'conflicting', statusBy: 'Tom Brandt' }],
])('two people decide one claim: %s', { timeout: PATIENCE }, async (choice, outcome) => {
  const claim = at(['Keep mine', 'Keep Ines Okafor’s', 'Keep both as conflicting'].indexOf(choice))
  await decideTwice(claim)
  await tom.getByRole('button', { name: choice }).press('Enter')
  await tom.getByText(`Two people decided claim ${claim.number}.`).waitFor({ state: 'detached' })
  await expect.poll(async () => (await place.claim(claim.id)).claim).toMatchObject(outcome)
  const both = await history(claim)
  expect(both).toContain('The yearbook has another figure.')
  expect(both, 'what was not kept stays in the history').toContain('A turn of speech.')
})

test('while the server is gone work goes on, waits, and is sent when it is back', { timeout: PATIENCE }, async () => {
  const claim = at(4)
  await goTo(ines, claim)
  await place.kill()
  await ines.keyboard.press('o')
  await ines.getByLabel('On author: reason').waitFor()
  await ines.keyboard.type('The author was there.')
  await ines.keyboard.press('Control+Enter')
  await ines.getByRole('alert').filter({ hasText: 'Stet’s server does not answer.' }).waitFor()
  await ines.getByText('Not saved: 1 change waits on this machine').waitFor()
  await expect.poll(() => ines.locator(`#row-${claim.id} .hollow`).count(), { message: 'its glyph is hollow until it is kept' }).toBe(1)

  const asked = ines.waitForEvent('dialog')
  await ines.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type(), 'leaving warns').toBe('beforeunload')
  await dialog.dismiss()

  await place.restart()
  await ines.getByText(/^Saved/).waitFor()
  await ines.getByText('Stet’s server does not answer.').waitFor({ state: 'detached' })
  expect((await place.claim(claim.id)).claim).toMatchObject({ status: 'on-author', reason: 'The author was there.', statusBy: 'Ines Okafor' })
  expect((await place.claim(at(0).id)).claim.status, 'what was kept before the server was killed stands').toBe('waived')
})

test('what waits outlives the page', { timeout: PATIENCE }, async () => {
  const claim = at(5)
  await place.kill()
  await dispute(ines, claim, 'Written while nobody answered.')
  await ines.getByText('Not saved: 1 change waits on this machine').waitFor()
  ines.on('dialog', (dialog) => void dialog.accept())
  await place.restart()
  await ines.reload()
  await expect.poll(async () => (await place.claim(claim.id)).claim, { timeout: WAIT }).toMatchObject({ status: 'disputed', reason: 'Written while nobody answered.' })
})

test('no page threw', () => expect(place.trouble).toEqual([]))
