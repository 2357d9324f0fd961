import { randomUUID } from 'node:crypto'
import { openBrowser } from '../support/browser.ts'

/**
 * A process of its own: `browser.js <address> <article id>`. Opens the article in a real Chromium and times keys and scrolling inside the page.
 * Prints one line of JSON.
 */
const [address = '', articleId = ''] = process.argv.slice(2)
/** Presses of each key: from the article's beginning, then as many from its middle. */
const PRESSES = 30
/** An unbound key: what the same two frames take when nothing is drawn. */
const IDLE_KEY = 'F9'
const WHEEL = { steps: 50, pixels: 400 }
/** Ms until a key that should move and does not is given up. */
const MOVES_WITHIN = 30_000
/** A long article is laid out once; a busy machine takes its time. */
const OPENS_WITHIN = 120_000

const browser = await openBrowser()
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, storageState: { cookies: [], origins: [{ origin: address, localStorage: [{ name: 'stet.person', value: 'Bench' }] }] } })
  const page = await context.newPage()
  const claims = await (await page.request.get(`${address}/api/v1/articles/${articleId}/claims`)).json() as { id: string; status: string }[]
  /** A verdict moves on to the next claim to decide, so presses begin at one and pass over what other parts of the bench have set. */
  const toDecide = claims.filter(({ status }) => status === 'to-check')
  const open = async (claimId?: string): Promise<number> => {
    const since = performance.now()
    await page.goto(`${address}/articles/${articleId}${claimId ? `#c:${claimId}` : ''}`)
    await page.locator(claimId ? '.claim-anchor[aria-current]' : '.claim-anchor').first().waitFor({ state: 'attached', timeout: OPENS_WITHIN })
    return performance.now() - since
  }

  /** Ms from the key event to the second frame after it; with `moves`, to the frame after the one in which another claim is current. */
  async function press(key: string, moves: boolean): Promise<number> {
    const measured = page.evaluate(({ waitsForClaim, within }) => new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error('The key moved to no other claim.')), within)
      const currentClaim = (): string | undefined => document.querySelector<HTMLElement>('.claim-anchor[aria-current]')?.dataset['claim']
      addEventListener('keydown', (event) => {
        const before = currentClaim()
        const shown = (): void => {
          if (waitsForClaim && currentClaim() === before) requestAnimationFrame(shown)
          else requestAnimationFrame(() => resolve(performance.now() - event.timeStamp))
        }
        requestAnimationFrame(shown)
      }, { once: true, capture: true })
    }), { waitsForClaim: moves, within: MOVES_WITHIN })
    // The listener is there when the page has answered something asked after it.
    await page.evaluate(() => null)
    await page.keyboard.press(key)
    return measured
  }
  /** `v` sets a verdict and moves on, `j` only moves: each from the current claim onwards, with an unbound key after each. */
  async function presses(): Promise<{ key: number[]; verdict: number[]; idle: number[] }> {
    const [key, verdict, idle]: [number[], number[], number[]] = [[], [], []]
    for (let count = 0; count < PRESSES; count += 1) {
      verdict.push(await press('v', true))
      idle.push(await press(IDLE_KEY, false))
    }
    for (let count = 0; count < PRESSES; count += 1) {
      key.push(await press('j', true))
      idle.push(await press(IDLE_KEY, false))
    }
    return { key, verdict, idle }
  }
  /** `v` sets nothing on a claim that nothing supports: gives as many claims as will be verified a piece of evidence each. */
  async function support(from: number): Promise<void> {
    for (const { id } of toDecide.slice(from, from + PRESSES)) {
      const decision = { kind: 'attach-evidence', claimId: id, stance: 'supports', source: { kind: 'reference', reference: 'Yearbook' } }
      const answer = await page.request.post(`${address}/api/v1/articles/${articleId}/acts`, { headers: { 'stet-actor': 'Bench' }, data: { act: randomUUID(), decision } })
      if (!answer.ok()) throw new Error(`Evidence was not attached: ${await answer.text()}`)
    }
  }

  /** Ms of every gap between frames while `work` runs. */
  async function frames(work: () => Promise<void>): Promise<number[]> {
    await page.evaluate(() => {
      const gaps: number[] = []
      let last = performance.now()
      const frame = (): void => {
        const now = performance.now()
        gaps.push(now - last)
        last = now
        if (Reflect.get(window, 'frameGaps') === gaps) requestAnimationFrame(frame)
      }
      Reflect.set(window, 'frameGaps', gaps)
      requestAnimationFrame(frame)
    })
    await work()
    return page.evaluate(() => {
      const gaps = Reflect.get(window, 'frameGaps') as number[]
      Reflect.set(window, 'frameGaps', null)
      return gaps
    })
  }
  const wheel = async (pixels: number): Promise<void> => {
    for (let step = 0; step < WHEEL.steps; step += 1) {
      await page.mouse.wheel(0, pixels)
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    }
  }

  const half = toDecide.length >> 1
  await support(0)
  await support(half)
  const opened = await open()
  await page.goto('about:blank')
  await open(toDecide[0]?.id)
  const atStart = await presses()
  await page.goto('about:blank')
  await open(toDecide[half]?.id)
  const inMiddle = await presses()
  await page.mouse.move(720, 450)
  const idle = await frames(() => wheel(0))
  const sheetTop = (): Promise<number> => page.evaluate(() => document.querySelector('#sheet')?.scrollTop ?? 0)
  const from = await sheetTop()
  const scrolling = await frames(() => wheel(WHEEL.pixels))
  const travelled = (await sheetTop()) - from
  process.stdout.write(`${JSON.stringify({
    claims: claims.length, presses: 2 * PRESSES, opened, key: [...atStart.key, ...inMiddle.key], verdict: [...atStart.verdict, ...inMiddle.verdict], idle: [...atStart.idle, ...inMiddle.idle],
    scroll: { pixels: WHEEL.steps * WHEEL.pixels, travelled, gaps: scrolling, idleGaps: idle },
  })}\n`)
} finally {
  await browser.close()
}
