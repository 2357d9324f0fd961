import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { newDataFolder, startDesk } from '../support/running-desk.ts'

/** A kill comes anywhere within this many ms after the round's first acknowledged write: a slow machine must have written something too. */
const KILLS = 20
const LATEST_KILL = 400

const data = newDataFolder()
afterAll(data.remove)

const call = async (address: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: never }> => {
  const answer = await fetch(`${address}/api/v1${path}`, { method, headers: { 'stet-actor': 'Ines', ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { body: JSON.stringify(body) }) })
  return { status: answer.status, body: (await answer.json()) as never }
}

test('killed twenty times under writes, it loses no acknowledged change', { timeout: 240_000 }, async () => {
  const acknowledged = new Map<string, string>()
  let articleId = ''
  for (let round = 0; round < KILLS; round += 1) {
    const desk = await startDesk(data.dataFolder)
    if (articleId === '') articleId = ((await call(desk.address, 'GET', '/articles')).body as { id: string }[])[0]?.id ?? ''
    const claims = (await call(desk.address, 'GET', `/articles/${articleId}/claims`)).body as { id: string }[]
    let killed = false
    let firstWritten = (): void => {}
    const written = new Promise<void>((resolve) => (firstWritten = resolve))
    const write = async (lane: number): Promise<void> => {
      for (let turn = 0; !killed; turn += 1) {
        const text = `round ${round}, lane ${lane}, turn ${turn}`
        const claimId = claims[(lane * 7 + turn) % claims.length]?.id ?? ''
        try {
          const answer = await call(desk.address, 'POST', `/articles/${articleId}/acts`, { act: randomUUID(), decision: { kind: 'add-comment', claimId, text } })
          if (answer.status !== 200) continue
          acknowledged.set(text, claimId)
          firstWritten()
        } catch {
          return // The connection broke: this one was not acknowledged.
        }
      }
    }
    const writing = Promise.all([0, 1, 2].map(write))
    await written
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LATEST_KILL))
    await desk.kill('SIGKILL')
    killed = true
    await writing
  }
  const desk = await startDesk(data.dataFolder)
  const history = (await call(desk.address, 'GET', `/articles/${articleId}/history`)).body as { kind: string; after: { text?: string } | null; sequence: number; hash: string; previousHash: string | null }[]
  const kept = new Set(history.filter((event) => event.kind === 'add-comment').map((event) => event.after?.text))
  expect(acknowledged.size).toBeGreaterThan(KILLS)
  expect([...acknowledged.keys()].filter((text) => !kept.has(text))).toEqual([])
  // The history is whole: no gap, and each event names the one before.
  expect(history.map((event) => event.sequence)).toEqual(history.map((_, index) => (history[0]?.sequence ?? 0) + index))
  for (let index = 1; index < history.length; index += 1) expect(history[index]?.previousHash).toBe(history[index - 1]?.hash)
  await desk.kill()
})
