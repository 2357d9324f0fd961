import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClaimSummary } from '#shared/review/index.ts'
import { currentId, goTo, lastAct, openPlace, panelOf, PATIENCE, type Place } from './place.ts'

let place: Place
let context: BrowserContext
let page: Page
let articleId: string
/** Claims nobody has touched, outside quotations, in text order: one for each test. */
let open: ClaimSummary[]

beforeAll(async () => {
  place = await openPlace()
  ;({ context, page } = await place.open(null))
  articleId = (await place.articles())[0]?.id ?? ''
  open = (await place.claims(articleId)).filter((claim) => claim.status === 'to-check' && claim.layer === 'true' && claim.quotationId === null && claim.findings === 0)
}, PATIENCE)
afterAll(() => place.close())

const claims = (): Promise<ClaimSummary[]> => place.claims(articleId)
const at = (index: number): ClaimSummary => open[index] as ClaimSummary
const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('data-claim') ?? null)
const undo = async (): Promise<void> => {
  await page.keyboard.press('Control+z')
  await lastAct(page, /undid|undone|taken back|back/i)
}

test('the sample is on the desk, and keys alone open it', { timeout: PATIENCE }, async () => {
  await page.goto(place.address())
  await page.getByRole('link', { name: /Made in China 2025/ }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Made in China 2025/ }).waitFor()
  await page.locator('.list [role=option]').first().waitFor()
  await page.keyboard.press('j')
  const [first, second] = await claims()
  await panelOf(page, first as ClaimSummary)
  await expect.poll(() => currentId(page)).toBe(first?.id)
  expect(await focused()).toBe(first?.id)
  await page.keyboard.press('j')
  await panelOf(page, second as ClaimSummary)
  await page.keyboard.press('k')
  await panelOf(page, first as ClaimSummary)
})

test('a verdict that needs a reason asks for it, the first act asks for a name, and the desk moves on', { timeout: PATIENCE }, async () => {
  await goTo(page, at(0))
  await page.keyboard.press('d')
  await page.getByLabel('Disputed: reason').waitFor()
  await page.keyboard.type('The archive says otherwise.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog', { name: 'Who is checking?' }).waitFor()
  expect((await place.claim(at(0).id)).claim.status).toBe('to-check')
  await page.keyboard.type('Ines Okafor')
  await page.keyboard.press('Enter')
  await lastAct(page, `${at(0).number} disputed`)
  const { claim } = await place.claim(at(0).id)
  expect(claim).toMatchObject({ status: 'disputed', reason: 'The archive says otherwise.', statusBy: 'Ines Okafor' })
  await expect.poll(() => currentId(page)).not.toBe(at(0).id)
  await expect.poll(focused).toBe(currentId(page))
})

test('Escape leaves the claim as it was, and a reason that is missing is asked for', { timeout: PATIENCE }, async () => {
  await goTo(page, at(1))
  await page.keyboard.press('w')
  await page.getByLabel('Waived: reason').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('Waived needs a reason').waitFor()
  await page.keyboard.press('Escape')
  await page.getByLabel('Waived: reason').waitFor({ state: 'detached' })
  expect((await place.claim(at(1).id)).claim).toMatchObject({ status: 'to-check', version: at(1).version })
})

test('verified waits for support, then is set, undone and done again', { timeout: PATIENCE }, async () => {
  const claim = at(2)
  await goTo(page, claim)
  await page.keyboard.press('v')
  await page.getByText('Nothing supports this yet.').waitFor()
  expect((await place.claim(claim.id)).claim.status).toBe('to-check')
  await page.keyboard.press('a')
  await page.getByLabel('Address, citation, or choose a file').waitFor()
  await page.keyboard.type('Statistics Office, Yearbook 2016, p. 12')
  await page.keyboard.press('Control+Enter')
  await page.locator('.ev-reference', { hasText: 'Yearbook 2016' }).waitFor()
  expect((await place.claim(claim.id)).claim.status, 'the desk sets no verdict by itself').toBe('to-check')
  await page.keyboard.press('v')
  await lastAct(page, `${claim.number} verified`)
  expect((await place.claim(claim.id)).claim).toMatchObject({ status: 'verified', statusBy: 'Ines Okafor' })
  await page.keyboard.press('Control+z')
  await panelOf(page, claim)
  await expect.poll(async () => (await place.claim(claim.id)).claim.status).toBe('to-check')
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(async () => (await place.claim(claim.id)).claim.status).toBe('verified')
})

test('a source result is set by s and a digit, and supports a verdict', { timeout: PATIENCE }, async () => {
  const claim = open.find((candidate, index) => index > 2 && candidate.notes.length > 0) as ClaimSummary
  await goTo(page, claim)
  await page.keyboard.press('s')
  await page.getByRole('listbox', { name: /Source result/ }).waitFor()
  await page.keyboard.press('2')
  await page.getByRole('button', { name: /Source result: supports/ }).waitFor()
  await expect.poll(async () => (await place.claim(claim.id)).notes[0]).toMatchObject({ result: 'supports', resultBy: 'Ines Okafor' })
  await page.keyboard.press('Shift+V')
  await lastAct(page, `${claim.number} verified`)
  expect(currentId(page), 'Shift sets without moving on').toBe(claim.id)
})

test('a reviewer note is written', { timeout: PATIENCE }, async () => {
  await goTo(page, at(1))
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Reviewer note' }).waitFor()
  await page.keyboard.type('Ask the desk in Beijing. 请核对。')
  await page.keyboard.press('Control+Enter')
  await page.locator('.say-text', { hasText: '请核对' }).waitFor()
  expect((await place.claim(at(1).id)).comments).toMatchObject([{ author: 'Ines Okafor', text: 'Ask the desk in Beijing. 请核对。' }])
})

test('a finding is dismissed with a reason', { timeout: PATIENCE }, async () => {
  const finding = (await place.findings(articleId)).find((candidate) => candidate.state === 'open')
  const claim = (await claims()).find((candidate) => candidate.layer === 'true' && candidate.span.start < (finding?.primary.end ?? 0) && (finding?.primary.start ?? 0) < candidate.span.end) as ClaimSummary
  await goTo(page, claim)
  await page.keyboard.press('f')
  await page.keyboard.press('Escape')
  await goTo(page, claim)
  await page.keyboard.press('-')
  await page.getByLabel('Why dismiss this').waitFor()
  await page.keyboard.type('Both expansions are used by the author on purpose.')
  await page.keyboard.press('Enter')
  await page.getByText('1 dismissed').waitFor()
  expect((await place.findings(articleId)).filter((candidate) => candidate.state === 'dismissed')).toMatchObject([{ decidedBy: 'Ines Okafor', reason: 'Both expansions are used by the author on purpose.' }])
})

test('a statement is reworded while its quote stands', { timeout: PATIENCE }, async () => {
  const claim = at(1)
  const { quote } = (await place.claim(claim.id)).claim
  await goTo(page, claim)
  await page.keyboard.press('e')
  await page.getByLabel('Statement, standing on its own').waitFor()
  await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement && document.activeElement.selectionEnd > 0)
  await page.keyboard.type('The plan aims at higher value.')
  await page.keyboard.press('Control+Enter')
  await page.locator('#panel .statement', { hasText: 'The plan aims at higher value.' }).waitFor()
  expect((await place.claim(claim.id)).claim).toMatchObject({ statement: 'The plan aims at higher value.', statementBy: 'Ines Okafor', quote })
  await undo()
  await page.locator('#panel .statement', { hasText: claim.statement }).waitFor()
})

test('words become a claim, a claim is split, merged, stretched and deleted, and each is taken back', { timeout: PATIENCE }, async () => {
  const before = await claims()
  const spans = async (): Promise<string[]> => (await claims()).map((claim) => `${claim.span.start}-${claim.span.end}`)
  const asBefore = before.map((claim) => `${claim.span.start}-${claim.span.end}`)
  // The bar may still say “taken back” of the undo before this one, so it is the rows that are waited for.
  const asBeforeAgain = () => expect.poll(spans, { timeout: 15_000 }).toEqual(asBefore)
  const claim = at(1)

  const chosen = await page.evaluate(() => {
    const bare = [...document.querySelectorAll<HTMLElement>('.block p [data-s]')].find((stretch) => !stretch.closest('[data-over]') && (stretch.textContent ?? '').length > 40)
    const text = bare?.firstChild
    if (!bare || !text) return null
    getSelection()?.setBaseAndExtent(text, 1, text, 30)
    return Number(bare.dataset['s']) + 1
  })
  expect(chosen).not.toBeNull()
  await page.keyboard.press('m')
  await expect.poll(async () => (await claims()).length).toBe(before.length + 1)
  await undo()
  await asBeforeAgain()

  await goTo(page, claim)
  await page.keyboard.press('b')
  await page.getByText(`Split claim ${claim.number}`).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await claims()).length).toBe(before.length + 1)
  await undo()
  await asBeforeAgain()

  await goTo(page, claim)
  await page.keyboard.press('Shift+M')
  await expect.poll(async () => (await claims()).length).toBe(before.length - 1)
  await undo()
  await asBeforeAgain()

  await goTo(page, claim)
  await page.keyboard.press('Shift+E')
  await page.getByText(`Extent of claim ${claim.number}`).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await place.claim(claim.id)).claim.span.end).toBeGreaterThan(claim.span.end)
  await undo()
  await asBeforeAgain()

  await goTo(page, claim)
  await page.keyboard.press('Delete')
  await expect.poll(async () => (await claims()).some((other) => other.id === claim.id)).toBe(false)
  await expect.poll(() => currentId(page)).not.toBe(claim.id)
  await expect.poll(focused, { message: 'focus is on the next row' }).toBe(currentId(page))
  await undo()
  await asBeforeAgain()
  await panelOf(page, claim)
})

test('after a reload everything still stands', { timeout: PATIENCE }, async () => {
  await goTo(page, at(0))
  await page.reload()
  await panelOf(page, at(0))
  await page.getByText('The archive says otherwise.').first().waitFor()
  await page.getByText('Disputed by Ines Okafor').waitFor()
  await goTo(page, at(1))
  await page.locator('.say-text', { hasText: '请核对' }).waitFor()
  await goTo(page, at(2))
  await page.locator('.ev-reference', { hasText: 'Yearbook 2016' }).waitFor()
})

test('the address carries claim and filter to a colleague', { timeout: PATIENCE }, async () => {
  await goTo(page, at(0))
  const disputed = page.getByRole('button', { name: /^Disputed, \d/ })
  await disputed.focus()
  await page.keyboard.press('Enter')
  const count = (await claims()).filter((claim) => claim.status === 'disputed').length
  await page.getByText(`Showing ${count} of`).waitFor()
  await expect.poll(() => new URL(page.url()).search).toBe('?status=disputed')
  const colleague = await context.newPage()
  await colleague.goto(page.url())
  await panelOf(colleague, at(0))
  await colleague.getByText(`Showing ${count} of`).waitFor()
  expect(await colleague.getByRole('button', { name: /^Disputed, \d/ }).getAttribute('aria-pressed')).toBe('true')
  expect(await colleague.locator('.list [role=option]').count()).toBe(count)
  await colleague.close()
  await page.getByRole('button', { name: 'Show all' }).press('Enter')
  await expect.poll(() => new URL(page.url()).search).toBe('')
})

test('/ finds a claim by words in its evidence', { timeout: PATIENCE }, async () => {
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.type('Yearbook 2016')
  await page.getByText('Showing 1 of').waitFor()
  await page.keyboard.press('Enter')
  await panelOf(page, at(2))
  expect(await focused()).toBe(at(2).id)
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await page.getByText('Showing 1 of').waitFor({ state: 'detached' })
})

test('moving by key draws again only the paragraphs it leaves and enters', { timeout: PATIENCE }, async () => {
  await goTo(page, at(0))
  await page.evaluate(() => {
    const touched = new Set<string>()
    Object.assign(window, { touched })
    new MutationObserver((records) => {
      for (const record of records) {
        const node = record.target instanceof Element ? record.target : record.target.parentElement
        // Margins of what comes near are measured as the sheet moves; the words are not drawn again for that.
        const block = node?.closest('p, blockquote, h2, h3') && node.closest<HTMLElement>('.block')
        if (block) touched.add(block.dataset['block'] ?? '')
      }
    }).observe(document.querySelector('.sheet') as Element, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  await page.keyboard.press('Shift+J')
  await expect.poll(() => currentId(page)).not.toBe(at(0).id)
  await page.locator('#panel .statement').waitFor()
  const touched = await page.evaluate(() => (window as unknown as { touched: Set<string> }).touched.size)
  expect(touched).toBeGreaterThan(0)
  expect(touched).toBeLessThanOrEqual(2)
})

test('no page threw', () => expect(place.trouble).toEqual([]))
