import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Analysis } from '#shared/analysis.ts'
import type { Document } from '#shared/document/document.ts'
import { analyse } from '#shared/pipeline.ts'
import { readDocument } from '#server/importers/index.ts'
import { repeatArticle } from './long-article.ts'

/**
 * A process of its own (run with --expose-gc): `analysis.js <article> <folder>`. Times reading and analysing against the platform's sentence segmenter
 * over the same paragraphs, and writes the long articles that the other parts of the bench import. Prints one line of JSON.
 */
const [path = '', folder = ''] = process.argv.slice(2)
/** Rounds of each, alternating. The long copy takes seconds. */
const ROUNDS = { once: 25, hundred: 3 }
/** Rounds thrown away: the compiler has seen the code by then. */
const WARM_UP = 5
const COPIES = 100

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const segment = ({ text, blocks }: Document): number => blocks.reduce((count, { span }) => count + [...segmenter.segment(text.slice(span.start, span.end))].length, 0)
const read = async (bytes: Uint8Array): Promise<Analysis> => analyse((await readDocument(bytes, { name: 'article.txt' })).document)

async function time(work: () => unknown): Promise<number> {
  const since = performance.now()
  await work()
  return performance.now() - since
}

async function rounds(bytes: Uint8Array, count: number): Promise<{ ours: number[]; floor: number[] }> {
  const { document } = await readDocument(bytes, { name: 'article.txt' })
  const ours: number[] = []
  const floor: number[] = []
  for (let round = 0; round < count; round += 1) {
    ours.push(await time(() => read(bytes)))
    floor.push(await time(() => segment(document)))
  }
  return { ours, floor }
}

/** Bytes of heap that one analysis holds once everything else is collected. */
async function held(bytes: Uint8Array): Promise<{ bytes: number; analysis: Analysis }> {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const analysis = await read(bytes)
  globalThis.gc?.()
  return { bytes: process.memoryUsage().heapUsed - before, analysis }
}

const once = readFileSync(path)
const { document } = await readDocument(once, { name: 'article.txt' })
const copies = (count: number): Uint8Array => new TextEncoder().encode(repeatArticle(document, count))
const hundred = copies(COPIES)

await rounds(once, WARM_UP)
const short = await rounds(once, ROUNDS.once)
const long = await rounds(hundred, ROUNDS.hundred)
// What one short analysis holds is less than the heap swings by: only the long copy is weighed.
const memory = await held(hundred)
const claimsOnce = (await read(once)).claims.length

/** Claims of one copy, its notes aside: how many copies make an article of so many claims. */
const perCopy = memory.analysis.claims.length / COPIES
const articles = [5_000, 20_000].map((claims) => {
  const file = join(folder, `${claims}-claims.txt`)
  writeFileSync(file, copies(Math.ceil(claims / perCopy)))
  return file
})

process.stdout.write(`${JSON.stringify({
  characters: document.text.length, copies: COPIES, rounds: ROUNDS,
  claims: { once: claimsOnce, hundred: memory.analysis.claims.length },
  ms: { once: short, hundred: long },
  held: { hundred: memory.bytes }, text: { hundred: memory.analysis.document.text.length },
  articles,
})}\n`)
