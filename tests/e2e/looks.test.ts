import { AxeBuilder } from '@axe-core/playwright'
import { randomUUID } from 'node:crypto'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../support/running-desk.ts'
import { ARTICLE } from '../support/desk.ts'
import { openPlace, PATIENCE, type Place } from './place.ts'

/** Px; the widths of DESK.md's grid, and the narrowest WCAG 1.4.10 asks for. */
const WIDTHS = [320, 390, 720, 1024, 1440, 2560]
const SCREENSHOTS = join(ROOT, 'tests/e2e/screenshots')
/** A README is read over slow lines too. */
const LARGEST_SCREENSHOT = 250_000

let place: Place
let articleId: string
/** A decided claim with evidence, so that every section of the panel holds something. */
let claimId: string
/** Short, with notes, a quotation and a finding: axe weighs every word against every other, minutes for a long article. */
const SHORT = ARTICLE.replace('\n\nNotes', '\n\nOf those who cross it, 61% walk and 45% drive. The bridge is a marvel.\n\nNotes')

beforeAll(async () => {
  place = await openPlace()
  articleId = (await place.articles())[0]?.id ?? ''
  const claims = await place.claims(articleId)
  claimId = (claims.find((claim) => claim.evidence > 0 && claim.findings > 0) ?? claims.find((claim) => claim.evidence > 0))?.id ?? ''
}, PATIENCE)
afterAll(() => place.close())

interface Sight {
  name: string
  path: () => string
  /** What must be there before the place is looked at. */
  ready: string
  open?: (page: Page) => Promise<void>
}
const SIGHTS: Sight[] = [
  { name: 'Articles', path: () => '/', ready: '.art h3 a' },
  { name: 'import dialog', path: () => '/', ready: '.art h3 a', open: (page) => page.keyboard.press('i').then(() => page.getByRole('dialog', { name: 'Import an article' }).waitFor()) },
  { name: 'Desk', path: () => `/articles/${articleId}#c:${claimId}`, ready: '#panel .ev' },
  { name: 'Desk, attaching', path: () => `/articles/${articleId}#c:${claimId}`, ready: '#panel .ev', open: (page) => page.keyboard.press('a').then(() => page.getByLabel('Address, citation, or choose a file').waitFor()) },
  { name: 'Report', path: () => `/articles/${articleId}/report`, ready: '.report-options .act.main' },
  { name: 'Checks', path: () => '/checks', ready: 'a[href^="/checks/"]' },
  { name: 'one check', path: () => '/checks/malformed-notes', ready: 'h1' },
  { name: 'Settings', path: () => '/settings', ready: 'h1' },
  { name: 'key map', path: () => '/settings', ready: 'h1', open: (page) => page.keyboard.press('?').then(() => page.getByRole('dialog', { name: 'All keys' }).waitFor()) },
]
async function look(page: Page, sight: Sight): Promise<void> {
  await page.goto('about:blank')
  await page.goto(place.address(sight.path()))
  await page.locator(sight.ready).first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  await sight.open?.(page)
}

/** Puts the short article on the desk through the HTTP API, with one claim decided on a typed reference. */
async function putShortArticle(): Promise<{ articleId: string; claimId: string }> {
  const send = async (path: string, body: unknown): Promise<{ id: string }> => {
    const answer = await fetch(place.address(`/api/v1${path}`), { method: 'POST', headers: { 'content-type': 'application/json', 'stet-actor': 'Ines' }, body: JSON.stringify(body) })
    expect(answer.ok, `${path}: ${answer.status}`).toBe(true)
    return (await answer.json()) as { id: string }
  }
  const preview = await send('/imports/text', { text: SHORT })
  const { id } = await send(`/imports/${preview.id}/keep`, { title: 'The bridge' })
  const claim = (await place.claims(id)).find((candidate) => candidate.findings > 0) ?? (await place.claims(id))[0]
  const act = (decision: unknown): Promise<unknown> => send(`/articles/${id}/acts`, { act: randomUUID(), decision })
  await act({ kind: 'attach-evidence', claimId: claim?.id, stance: 'supports', source: { kind: 'reference', reference: 'Roads Authority, 2011' } })
  await act({ kind: 'add-comment', claimId: claim?.id, text: 'Ask the author.' })
  return { articleId: id, claimId: claim?.id ?? '' }
}

test.each(['light', 'dark'] as const)('axe finds nothing in any place, %s', { timeout: PATIENCE }, async (colorScheme) => {
  const { page, context } = await place.open('Ines Okafor', { colorScheme })
  const found: string[] = []
  const sample = { articleId, claimId }
  ;({ articleId, claimId } = await putShortArticle())
  for (const sight of SIGHTS) {
    await look(page, sight)
    // The report stands in a sandbox that runs nothing, so axe would wait for it for ever; the exporters' tests read it.
    await page.evaluate(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()))
    // One page is enough: without frames axe needs no second page to gather in.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    found.push(...violations.flatMap((violation) => violation.nodes.map((node) => `${sight.name}: ${violation.id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1).join(' ').trim()}`)))
  }
  ;({ articleId, claimId } = sample)
  await context.close()
  expect(found).toEqual([])
})

/** Elements that stand out of the window to the right and are not cut off or scrolled by something around them. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = document.documentElement.scrollWidth > innerWidth ? ['the page itself'] : []
    for (const element of document.querySelectorAll<HTMLElement>('.sheet, .panel .scroll, .rail-whole, .list, main, .dialog-body, .report-options'))
      if (element.checkVisibility() && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && getComputedStyle(element).overflowX !== 'visible') found.push(element.className || element.tagName)
    return found
  })

test('nothing scrolls sideways', { timeout: PATIENCE }, async () => {
  const { page, context } = await place.open('Ines Okafor')
  const found: string[] = []
  for (const sight of SIGHTS) {
    await page.setViewportSize({ width: 1440, height: 900 })
    await look(page, sight)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      found.push(...(await sticksOut(page)).map((what) => `${sight.name} at ${width}: ${what}`))
    }
  }
  await context.close()
  expect(found).toEqual([])
})

test('what has the keyboard’s focus shows it', { timeout: PATIENCE }, async () => {
  const { page, context } = await place.open('Ines Okafor')
  const bare: string[] = []
  for (const sight of SIGHTS.filter(({ name }) => ['Articles', 'Desk', 'Report', 'Settings'].includes(name))) {
    await look(page, sight)
    for (let stop = 0; stop < 25; stop += 1) {
      await page.keyboard.press('Tab')
      const seen = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null
        if (!element || element === document.body || element instanceof HTMLIFrameElement) return null
        // A control may lend its ring to what it labels.
        const shown = [element, element.closest('label'), element.parentElement].some((candidate) => {
          const style = candidate && getComputedStyle(candidate)
          return style && ((style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none')
        })
        return shown ? null : element.outerHTML.slice(0, 120)
      })
      if (seen) bare.push(`${sight.name}: ${seen}`)
    }
  }
  await context.close()
  expect(bare).toEqual([])
})

test.runIf(process.env['UPDATE'] === '1')('pictures for the README', { timeout: PATIENCE }, async () => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  const [articles, , desk, , report] = SIGHTS as [Sight, Sight, Sight, Sight, Sight]
  const pictures: [file: string, sight: Sight, options: Parameters<Place['open']>[1]][] = [
    ['desk-light.png', desk, { colorScheme: 'light' }], ['desk-dark.png', desk, { colorScheme: 'dark' }], ['articles.png', articles, { colorScheme: 'light' }],
    ['report.png', report, { colorScheme: 'light' }], ['phone.png', desk, { colorScheme: 'light', viewport: { width: 390, height: 844 } }],
  ]
  for (const [file, sight, options] of pictures) {
    const { page, context } = await place.open('Ines Okafor', { viewport: { width: 1200, height: 720 }, ...options })
    await look(page, sight)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: join(SCREENSHOTS, file) })
    await context.close()
    expect(statSync(join(SCREENSHOTS, file)).size, file).toBeLessThanOrEqual(LARGEST_SCREENSHOT)
  }
})

test('no page threw', () => expect(place.trouble).toEqual([]))
