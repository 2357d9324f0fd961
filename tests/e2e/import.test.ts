import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClaimSummary } from '#shared/review/index.ts'
import { ARTICLE } from '../support/desk.ts'
import { sharedMaterial } from '../support/shared-material.ts'
import { longPdf } from '../support/write-pdf.ts'
import { goTo, lastAct, openPlace, PATIENCE, type Place } from './place.ts'

const REAL = sharedMaterial('article/000_3ada9579df3eea54.txt')

let place: Place
let page: Page
beforeAll(async () => {
  place = await openPlace()
  ;({ page } = await place.open('Ines Okafor'))
}, PATIENCE)
afterAll(() => place.close())

/** Opens the import dialog by its key. */
async function openImport(): Promise<void> {
  await page.goto(place.address())
  await page.locator('.art h3 a').first().waitFor()
  await page.keyboard.press('i')
  await page.getByRole('dialog', { name: 'Import an article' }).waitFor()
}
const give = (name: string, buffer: Buffer): Promise<void> => page.getByLabel('File to import').setInputFiles({ name, mimeType: 'text/plain', buffer })
/** In "What was read": gives it a title, puts it on the desk, and answers the article's id. */
async function putOnTheDesk(title: string): Promise<string> {
  await page.getByRole('dialog', { name: 'What was read' }).waitFor()
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Put on the desk' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}
const fact = (name: string): Promise<string> => page.locator('.facts > div').filter({ hasText: name }).locator('dd').innerText()

test('pasted text is read, shown, and kept only when asked', { timeout: PATIENCE }, async () => {
  const before = (await place.articles()).length
  await openImport()
  await page.keyboard.insertText(ARTICLE)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog', { name: 'What was read' }).waitFor()
  expect(await fact('Notes joined')).toBe('3 of 3')
  expect(await place.articles()).toHaveLength(before)
  const id = await putOnTheDesk('The bridge, pasted')
  expect((await place.articles()).find((article) => article.id === id)).toMatchObject({ title: 'The bridge, pasted', lastActor: 'Ines Okafor' })
  expect((await place.article(id)).notes).toHaveLength(2)
})

test('a chosen file with furniture: what was set aside can be put back', { timeout: PATIENCE }, async () => {
  await openImport()
  await give('bridge.txt', Buffer.from(`Skip to content\n\n${ARTICLE}`))
  await page.getByRole('button', { name: /Put back/ }).press('Enter')
  await page.getByRole('button', { name: /Set aside again/ }).waitFor()
  const { document } = await place.article(await putOnTheDesk('The bridge, chosen'))
  expect(document.blocks.map((block) => block.kind)).not.toContain('furniture')
  expect(document.text).toContain('Skip to content')
})

test('a dropped file is read', { timeout: PATIENCE }, async () => {
  await page.goto(place.address())
  await page.locator('.art h3 a').first().waitFor()
  await page.evaluate((text) => {
    const dropped = new DataTransfer()
    dropped.items.add(new File([text], '桥 bridge.md', { type: 'text/markdown' }))
    for (const kind of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: dropped, bubbles: true, cancelable: true }))
  }, `# The bridge\n\n${ARTICLE}`)
  const id = await putOnTheDesk('The bridge, dropped')
  expect((await place.article(id)).draft.name).toBe('桥 bridge.md')
})

test('several files at once: a chapter and its notes become one article, another stays its own, a third says what is wrong', { timeout: PATIENCE }, async () => {
  const mark = (number: number): string => `<sup><a id="r${number}" href="endnotes.xhtml#note-${number}">${number}</a></sup>`
  const note = (number: number, words: string): string => `<li id="note-${number}"><p>${words} <a href="chapter.xhtml#r${number}">↩</a></p></li>`
  await openImport()
  await page.getByLabel('File to import').setInputFiles([
    { name: 'chapter.xhtml', mimeType: 'application/xhtml+xml', buffer: Buffer.from(`<html><body><h1>The ferry</h1><p>The ferry sailed in May 1911.${mark(1)} It carried 900 people a day.${mark(2)}</p></body></html>`) },
    { name: 'endnotes.xhtml', mimeType: 'application/xhtml+xml', buffer: Buffer.from(`<html><body><h1>Endnotes</h1><ol>${note(1, 'Harbour Board, Report (1912), 4.')}${note(2, 'Harbour Board, Report (1913), 9.')}</ol></body></html>`) },
    { name: 'bridge.txt', mimeType: 'text/plain', buffer: Buffer.from(ARTICLE) },
    { name: 'noise.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ])
  const row = (words: string) => page.locator('.art').filter({ hasText: words })
  await row('noise.txt').getByText('is empty').waitFor()
  await row('Its notes stand in endnotes.xhtml').getByRole('button', { name: 'See what was read' }).press('Enter')
  await page.getByRole('dialog', { name: 'What was read' }).waitFor()
  expect(await fact('Notes joined')).toBe('0 of 2')
  expect(await page.getByLabel('File of notes').first().locator('option:checked').innerText()).toBe('endnotes.xhtml')
  await page.getByRole('button', { name: 'Join its notes' }).press('Enter')
  await page.getByText('The notes come from endnotes.xhtml.').waitFor()
  expect(await fact('Notes joined')).toBe('2 of 2')
  expect((await place.article(await putOnTheDesk('The ferry'))).notes.map(({ text }) => text.slice(0, 30))).toEqual(['Harbour Board, Report (1912), ', 'Harbour Board, Report (1913), '])
})

test('while a long PDF is read, its pages are counted; it can be left to the list', { timeout: PATIENCE }, async () => {
  await openImport()
  await page.getByLabel('File to import').setInputFiles({ name: 'book.pdf', mimeType: 'application/pdf', buffer: Buffer.from(longPdf(900)) })
  const pages = page.getByRole('progressbar', { name: 'Pages read' })
  await pages.waitFor()
  expect(await page.locator('.reading').innerText()).toMatch(/book\.pdf, .* page \d+ of 900/)
  expect(await pages.getAttribute('max')).toBe('900')
  const read = Number(await pages.getAttribute('value'))
  await page.waitForFunction((before) => Number(document.querySelector('progress')?.value ?? 900) > before, read)
  await page.getByRole('button', { name: 'Go on in the list' }).press('Enter')
  await page.locator('.art').filter({ hasText: 'book.pdf' }).getByRole('button', { name: /Stop reading|Remove/ }).press('Enter')
})

test.each<[string, string, Buffer, RegExp]>([
  ['binary data', 'noise.txt', Buffer.from(Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251)), /binary data/],
  ['a picture named .txt', 'paper.txt', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'), /it is a PNG image/],
  ['a PDF cut short', 'paper.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ'), /is damaged/],
])('%s is refused with words, and nothing is kept', { timeout: PATIENCE }, async (_what, name, bytes, words) => {
  const before = await place.articles()
  await openImport()
  await give(name, bytes)
  await page.getByRole('alert').filter({ hasText: words }).waitFor()
  await page.keyboard.press('Escape')
  expect(await place.articles()).toEqual(before)
})

test.skipIf(REAL === null)('the real article: imported, five claims decided on evidence of each kind, killed, started again, reported', { timeout: PATIENCE }, async () => {
  await openImport()
  await give('article.txt', REAL as Buffer)
  await page.getByRole('dialog', { name: 'What was read' }).waitFor()
  expect(await fact('Notes joined')).toBe('25 of 25')
  const articleId = await putOnTheDesk('The real article')
  await page.locator('.list [role=option]').first().waitFor()
  const claims = (await place.claims(articleId)).filter((claim) => claim.layer === 'true' && claim.quotationId === null)
  const [byTable, byReference, byFile, byWeb] = claims as [ClaimSummary, ClaimSummary, ClaimSummary, ClaimSummary]
  const byNote = claims.find((claim, index) => index > 3 && claim.notes.length > 0) as ClaimSummary
  const attach = async (claim: ClaimSummary): Promise<void> => {
    await goTo(page, claim)
    await page.keyboard.press('a')
    await page.getByLabel('Address, citation, or choose a file').waitFor()
  }
  const keep = async (): Promise<void> => {
    await page.locator('.ev-form button[type=submit]').press('Enter')
    await page.locator('#panel .ev').waitFor()
  }
  const decide = async (claim: ClaimSummary): Promise<void> => {
    await page.keyboard.press('v')
    await lastAct(page, `${claim.number} verified`)
  }

  await attach(byTable)
  await page.getByRole('button', { name: 'Row of a table' }).press('Enter')
  const series = page.locator('#panel').getByLabel('Series')
  await series.getByRole('option', { name: /manufacturing/i }).first().waitFor({ state: 'attached' })
  await series.selectOption({ label: (await series.getByRole('option', { name: /manufacturing/i }).first().textContent()) ?? '' })
  await page.locator('.table-picker').getByLabel('From').fill('2010')
  await page.locator('.table-picker').getByLabel(/^Place/).fill('China')
  await page.getByRole('button', { name: 'Take China away' }).waitFor()
  await page.locator('.table-picker .ev-rows').waitFor()
  await keep()
  await decide(byTable)

  await attach(byReference)
  await page.keyboard.type('Statistics Office, Yearbook 2016, p. 12')
  await page.keyboard.press('Control+Enter')
  await page.locator('#panel .ev').waitFor()
  await decide(byReference)

  await attach(byFile)
  await page.locator('#panel input[type=file]').setInputFiles({ name: '年鉴.txt', mimeType: 'text/plain', buffer: Buffer.from('中国制造业增加值 1.92 trillion') })
  await keep()
  await decide(byFile)

  await attach(byWeb)
  await page.keyboard.type('http://127.0.0.1:9/inside')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Not captured:').waitFor()
  expect((await place.claim(byWeb.id)).evidence[0]?.snapshot).toMatchObject({ state: 'failed' })
  await page.getByRole('button', { name: 'Try again' }).press('Enter')
  await page.getByText('Not captured:').waitFor()
  await goTo(page, byReference)
  await goTo(page, byWeb)
  await page.keyboard.press('u')
  await page.getByLabel('Unverifiable: reason').waitFor()
  await page.keyboard.type('The page cannot be reached.')
  await page.keyboard.press('Control+Enter')
  await lastAct(page, `${byWeb.number} unverifiable`)

  await goTo(page, byNote)
  await page.keyboard.press('s')
  await page.getByRole('listbox', { name: /Source result/ }).waitFor()
  await page.keyboard.press('2')
  await page.getByRole('button', { name: /Source result: supports/ }).waitFor()
  await decide(byNote)

  const before = { claims: await place.claims(articleId), history: await place.history(articleId) }
  await place.kill()
  await place.restart()
  expect({ claims: await place.claims(articleId), history: await place.history(articleId) }).toEqual(before)
  const evidence = await Promise.all([byTable, byReference, byFile, byWeb].map(async (claim) => (await place.claim(claim.id)).evidence[0]))
  expect(evidence.map((piece) => piece?.kind)).toEqual(['table', 'reference', 'file', 'web'])
  const content = await place.get(`/snapshots/${evidence[2]?.snapshot?.id}/content`)
  expect(await content.text()).toBe('中国制造业增加值 1.92 trillion')

  for (const [format, holds] of [['HTML', '<!doctype html>'], ['Markdown', 'The real article'], ['JSON', '"version"'], ['CSV', 'Yearbook 2016']] as const) {
    await page.goto(place.address(`/articles/${articleId}/report`))
    // The choice travels through the address, so the mark follows the click by a moment.
    const choice = page.getByRole('radio', { name: new RegExp(format) })
    await choice.click()
    await expect.poll(() => choice.isChecked(), { timeout: 15_000 }).toBe(true)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: `Download ${format}` }).press('Enter')])
    const text = readFileSync(await download.path(), 'utf8')
    expect(text.toLowerCase(), format).toContain(holds.toLowerCase())
    expect(text, format).toContain('The page cannot be reached.')
  }
})

test('no page threw', () => expect(place.trouble).toEqual([]))
