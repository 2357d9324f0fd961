import type { Browser, BrowserContext, Page } from 'playwright-core'
import { z } from 'zod'
import { API_ROOT, ArticleSummary, ArticleView } from '#shared/api/index.ts'
import { ClaimSummary, ClaimView, FindingView, type ReviewEvent } from '#shared/review/index.ts'
import { openBrowser } from '../support/browser.ts'
import { newDataFolder, startDesk, type RunningDesk } from '../support/running-desk.ts'

/** Ms for one test: a browser on two shared cores. Nothing is judged by it. */
export const PATIENCE = 120_000
/** Ms until a wait for one thing on a page is given up, so that a test that fails says where. */
export const WAIT = 30_000

/** A desk as a process of its own, a browser before it, and what the server says of both. One per test file. */
export async function openPlace() {
  const folder = newDataFolder()
  let desk: RunningDesk = await startDesk(folder.dataFolder)
  const browser: Browser = await openBrowser()
  const trouble: string[] = []
  const get = async <S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> => schema.parse(await (await fetch(`${desk.address}${API_ROOT}${path}`)).json())
  const place = {
    browser,
    address: (path = '/'): string => `${desk.address}${path}`,
    /** What any page reported as an error of its own. Answers that refuse an act are expected; exceptions never are. */
    trouble,
    /** A browser of its own, with a name already given unless `name` is null. */
    async open(name: string | null, options: Parameters<Browser['newContext']>[0] = {}): Promise<{ context: BrowserContext; page: Page }> {
      const kept = name === null ? [] : [{ name: 'stet.person', value: name }]
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', storageState: { cookies: [], origins: [{ origin: desk.address, localStorage: kept }] }, ...options })
      context.setDefaultTimeout(WAIT)
      context.on('weberror', (error) => trouble.push(error.error().stack ?? error.error().message))
      return { context, page: await context.newPage() }
    },
    articles: () => get('/articles', z.array(ArticleSummary)),
    article: (id: string) => get(`/articles/${id}`, ArticleView),
    claims: (articleId: string) => get(`/articles/${articleId}/claims`, z.array(ClaimSummary)),
    claim: (id: string) => get(`/claims/${id}`, ClaimView),
    findings: (articleId: string) => get(`/articles/${articleId}/findings`, z.array(FindingView)),
    history: (articleId: string) => get(`/articles/${articleId}/history`, z.array(z.custom<ReviewEvent>())),
    get: (path: string) => fetch(`${desk.address}${API_ROOT}${path}`),
    /** Ends the server at once, as a power cut would. */
    kill: () => desk.kill('SIGKILL'),
    /** Starts it again on the same folder and port. */
    async restart(): Promise<void> {
      desk = await startDesk(folder.dataFolder, Number(new URL(desk.address).port))
    },
    async close(): Promise<void> {
      await browser.close()
      await desk.kill()
      folder.remove()
    },
  }
  return place
}
export type Place = Awaited<ReturnType<typeof openPlace>>

/** The claim that the address names; it is written once the hand rests. */
export const currentId = (page: Page): string | null => (page.url().includes('#c:') ? decodeURIComponent(page.url().split('#c:')[1] ?? '') : null)

/** Makes a claim current as a pasted address would, and waits for its panel. */
export async function goTo(page: Page, claim: { id: string; number: string }): Promise<void> {
  await page.evaluate((id) => {
    // The desk writes the address once the hand rests: until then it may still name this very claim, and the same address twice is no change.
    history.replaceState(history.state, '', location.pathname + location.search)
    location.hash = `c:${id}`
  }, claim.id)
  await panelOf(page, claim)
}

/** Waits until the panel shows that claim. */
export async function panelOf(page: Page, claim: { id: string; number: string }): Promise<void> {
  await page.getByRole('heading', { name: `Claim ${claim.number}`, exact: true, level: 2 }).waitFor()
  await page.locator(`#panel [data-claim="${claim.id}"] .statement`).waitFor()
}

/** Waits for the one line in the bar that says what was done. */
export const lastAct = (page: Page, words: string | RegExp): Promise<void> => page.locator('.bar .last').filter({ hasText: words }).waitFor()
