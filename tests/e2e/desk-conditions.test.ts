import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClaimSummary } from '#shared/review/index.ts'
import { openPlace, panelOf, PATIENCE, type Place } from './place.ts'

/** axe weighs every word of a whole article against what lies around it. */
const AXE_PATIENCE = 3 * PATIENCE

let place: Place
let articleId: string
let claims: ClaimSummary[]
/** A decided claim with evidence, so that every section of the panel holds something. */
let decided: ClaimSummary

beforeAll(async () => {
  place = await openPlace()
  articleId = (await place.articles())[0]?.id ?? ''
  claims = await place.claims(articleId)
  decided = claims.find((claim) => claim.status === 'verified' && claim.evidence > 0) as ClaimSummary
}, PATIENCE)
afterAll(() => place.close())

async function openDesk(claim: ClaimSummary, options: Parameters<Place['open']>[1] = {}): Promise<Page> {
  const { page } = await place.open('Ines Okafor', options)
  await page.goto(place.address(`/articles/${articleId}#c:${claim.id}`))
  await panelOf(page, claim)
  await page.evaluate(() => document.fonts.ready)
  return page
}

test('in forced colours every status keeps its line and glyph, and the current claim an outline', { timeout: PATIENCE }, async () => {
  const page = await openDesk(decided, { forcedColors: 'active' })
  const seen = await page.evaluate(() => {
    const line = (element: Element | null): string => (element ? `${getComputedStyle(element).textDecorationLine} ${getComputedStyle(element).textDecorationStyle}` : 'not drawn')
    const verified = document.querySelector('.c.verified')
    return {
      verified: line(verified), dotted: verified && getComputedStyle(verified).backgroundImage, seen: verified && getComputedStyle(verified).textDecorationColor !== 'rgba(0, 0, 0, 0)',
      legend: Object.fromEntries([...document.querySelectorAll('.key')].map((key) => [key.className.replace('key ', ''), `${line(key.querySelector('u'))}, ${key.querySelector('svg')?.checkVisibility() ? 'glyph' : 'no glyph'}`])),
      current: getComputedStyle(document.querySelector('.cur') as Element).outlineStyle,
      pressed: getComputedStyle(document.querySelector('.verdict [aria-pressed=true]') as Element).outlineStyle,
    }
  })
  expect(seen).toEqual({
    verified: 'underline dotted', dotted: 'none', seen: true, current: 'solid', pressed: 'solid',
    legend: {
      'to-check': 'underline solid, glyph', recheck: 'underline overline dotted, glyph', querying: 'underline dashed, glyph', verified: 'underline dotted, glyph', disputed: 'underline wavy, glyph',
      conflicting: 'underline double, glyph', unverifiable: 'underline dashed, glyph', 'on-author': 'underline solid, glyph', waived: 'none solid, glyph',
    },
  })
  await page.context().close()
})

test('at 200 % zoom nothing is lost and nothing scrolls sideways', { timeout: PATIENCE }, async () => {
  // What 1440 × 900 is at 200 %.
  const page = await openDesk(decided, { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 })
  const wide = await page.evaluate(() => [document.documentElement, ...document.querySelectorAll('.sheet, .panel .scroll, .bar')].filter((element) => element.scrollWidth > element.clientWidth + 1).map((element) => element.className || element.tagName))
  expect(wide).toEqual([])
  expect((await page.locator('.sheet').boundingBox())?.height, 'the article is still read').toBeGreaterThan(100)
  for (const name of ['Verified', 'Disputed', 'Query', 'Conflicting', 'Unverifiable', 'On author', 'Waive']) {
    const button = page.locator('#panel').getByRole('button', { name, exact: true })
    await button.scrollIntoViewIfNeeded()
    expect((await button.boundingBox())?.height, `${name} is a target for a finger`).toBeGreaterThanOrEqual(44)
  }
  for (const title of ['Findings', 'Note', 'Evidence', 'Reviewer notes', 'History']) await page.locator('#panel').getByRole('heading', { name: title }).first().scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: /Show the claims/ }).first().click()
  await page.getByRole('searchbox', { name: 'Find in claims' }).waitFor()
  await page.getByRole('link', { name: 'Report' }).first().waitFor()
  await page.context().close()
})

test('a file dropped on another claim’s words is attached to that claim, which says so before', { timeout: PATIENCE }, async () => {
  const [first, other] = claims.filter((claim) => claim.status === 'to-check' && claim.layer === 'true' && claim.quotationId === null && claim.evidence === 0) as [ClaimSummary, ClaimSummary]
  const page = await openDesk(first)
  const drag = (kind: 'dragover' | 'drop'): Promise<void> => page.evaluate(([id, type]) => {
    const dropped = new DataTransfer()
    dropped.items.add(new File(['Output was 1.9 trillion.'], 'yearbook.txt', { type: 'text/plain' }))
    const words = [...document.querySelectorAll('[data-over]')].find((stretch) => stretch.getAttribute('data-over')?.split(' ').at(-1) === id)
    words?.firstElementChild?.dispatchEvent(new DragEvent(type, { dataTransfer: dropped, bubbles: true, cancelable: true }))
  }, [other.id, kind] as const)
  await drag('dragover')
  await page.getByText(`Attach to claim ${other.number}`).waitFor()
  await drag('drop')
  await panelOf(page, other)
  await page.locator('.chosen', { hasText: 'yearbook.txt' }).waitFor()
  await page.locator('.ev-form button[type=submit]').press('Enter')
  await page.locator('#panel .ev').waitFor()
  expect((await place.claim(other.id)).evidence).toMatchObject([{ kind: 'file', snapshot: { fileName: 'yearbook.txt' } }])
  expect((await place.claim(first.id)).evidence).toEqual([])
  await page.context().close()
})

test('the places of a finding are boxed, and a bar in the machine’s margin joins those in view', { timeout: PATIENCE }, async () => {
  const finding = (await place.findings(articleId)).find((candidate) => candidate.state === 'open' && candidate.related.length > 0)
  expect(finding).toBeDefined()
  const first = finding!.primary
  const claim = claims.find((candidate) => candidate.layer === 'true' && candidate.span.start < first.end && first.start < candidate.span.end) as ClaimSummary
  const page = await openDesk(claim, { viewport: { width: 1440, height: 6_000 } })
  await page.getByRole('button', { name: 'See both places' }).first().click()
  const bar = page.locator('.finding-bar')
  await bar.waitFor()
  const boxes = await page.locator('.finding-box').evaluateAll((all) => all.map((box) => box.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })))
  const joined = await bar.evaluate((element) => ({ top: element.getBoundingClientRect().top, bottom: element.getBoundingClientRect().bottom }))
  // From the middle of one place's first line to the middle of the other's.
  expect(boxes.some((box) => joined.top > box.top && joined.top < box.bottom)).toBe(true)
  expect(boxes.some((box) => joined.bottom > box.top && joined.bottom < box.bottom + 2)).toBe(true)
  await page.setViewportSize({ width: 1440, height: 400 })
  await page.locator('.sheet').evaluate((sheet) => sheet.scrollTo({ top: sheet.scrollHeight }))
  await bar.waitFor({ state: 'detached' })
  expect(await page.locator('.finding-box').count()).toBe(boxes.length)
  await page.context().close()
})

test('moving by key scrolls the list and the sheet, and nothing that holds them', { timeout: PATIENCE }, async () => {
  const page = await openDesk(claims[0] as ClaimSummary)
  for (let count = 0; count < 25; count += 1) await page.keyboard.press('j')
  await panelOf(page, claims[25] as ClaimSummary)
  const stands = await page.evaluate(() => {
    const head = [...document.querySelectorAll('.section-head')].map((element) => element.getBoundingClientRect()).filter((rect) => rect.height > 0)
    const row = document.querySelector('.row[aria-selected=true]')?.getBoundingClientRect()
    return {
      scrolled: [...document.querySelectorAll('html, body, #root, .app, .place, .desk')].filter((element) => element.scrollTop !== 0).map((element) => element.className || element.tagName),
      cut: row !== undefined && head.some((rect) => rect.bottom > row.top + 1 && rect.top < row.bottom - 1),
      inView: row !== undefined && row.bottom <= innerHeight && row.top >= 0,
    }
  })
  expect(stands).toEqual({ scrolled: [], cut: false, inView: true })
  await page.context().close()
})

test.each(['light', 'dark'] as const)('axe finds nothing on the desk with the whole sample, %s', { timeout: AXE_PATIENCE }, async (colorScheme) => {
  const page = await openDesk(decided, { colorScheme })
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1).join(' ').trim()}`))).toEqual([])
  await page.context().close()
})

test('no page threw', () => expect(place.trouble).toEqual([]))
