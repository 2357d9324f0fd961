import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readPlainText } from '#shared/document/plain-text.ts'
import type { Document } from '#shared/document/document.ts'
import { analyse } from '#shared/pipeline.ts'
import { sharedMaterial } from '../../support/shared-material.ts'
import { repeatArticle } from '../long-article.ts'
import type { Row } from './row.ts'

const MEGABYTE = 1_000_000
/** Rounds of each, alternating: the first are for the compiler, the median of the others counts. The fastest would flatter what is short: eleven milliseconds are easily without a collection of garbage, two hundred never. */
const WARM_ROUNDS = 8
const ROUNDS = 15
/** Worst cases take seconds; the faster of two counts. */
const HOSTILE_ROUNDS = 2

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const floorOf = ({ text, blocks }: Document): number => blocks.reduce((count, { span }) => count + [...segmenter.segment(text.slice(span.start, span.end))].length, 0)
const NUMBER = /\d[\d,.]*(?:\s(?:percent|million|billion|thousand))?/g
const regexOf = ({ text }: Document): number => text.match(NUMBER)?.length ?? 0

function timeOf(work: () => unknown): number {
  const since = performance.now()
  work()
  return performance.now() - since
}
function medians(works: readonly (() => unknown)[]): number[] {
  const times = works.map((): number[] => [])
  for (let round = 0; round < WARM_ROUNDS + ROUNDS; round += 1) works.forEach((work, at) => times[at]!.push(timeOf(work)))
  return times.map((all) => all.slice(WARM_ROUNDS).sort((a, b) => a - b)[ROUNDS >> 1]!)
}
const fastest = (rounds: number, works: readonly (() => unknown)[]): number[] => {
  const best = works.map(() => Infinity)
  for (let round = 0; round < rounds; round += 1) works.forEach((work, at) => (best[at] = Math.min(best[at]!, timeOf(work))))
  return best
}

/** Bytes of heap that an analysis holds once everything else is collected; null where the collector cannot be asked. */
function held(document: Document): number | null {
  if (!globalThis.gc) return null
  globalThis.gc()
  const before = process.memoryUsage().heapUsed
  const analysis = analyse(document)
  globalThis.gc()
  const bytes = process.memoryUsage().heapUsed - before
  return analysis.claims.length >= 0 ? bytes : null
}

const times = (value: number): string => `${value.toFixed(value < 1 ? 2 : 1)}×`
const megabytes = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(0)} MB`

/** What made readers of text slow before: each is read at two lengths, the second ten times the first. */
const HOSTILE: readonly [name: string, unit: string][] = [
  ['one paragraph of sentences', 'Output grew 3.5 percent in 2019, Mr. Li said, and “exports” fell (see [3]). '], ['(', '('], ['“', '“'], ['.', '.'], ['[1', '[1'], ['no space', 'word'], ['1,', '1,'], ['Aa ', 'Aa '], ['万', '万'],
]
const LONGEST = { 'one paragraph of sentences': 10 * MEGABYTE }

function hostileRow([name, unit]: (typeof HOSTILE)[number]): Row {
  const longest = LONGEST[name as keyof typeof LONGEST] ?? MEGABYTE
  const [short, long] = [longest / 10, longest].map((length) => {
    const text = unit.repeat(Math.ceil(length / unit.length))
    const document: Document = { title: '', text, blocks: [{ kind: 'paragraph', span: { start: 0, end: text.length } }], marks: [], warnings: [] }
    return fastest(HOSTILE_ROUNDS, [() => analyse(document)])[0]!
  })
  return { measure: 'speed, worst case: ten times the text takes', data: name === unit ? `a million of ${name}` : `${name}, ${megabytes(longest / 10)} and ${megabytes(longest)}`, floor: 'linear: 10×', ours: `${times(long! / short!)} (${(long! / 1000).toFixed(1)} s)`, target: 'linear' }
}

/** Speed and memory of the whole analysis, beside the platform's segmenter and one regular expression in the same run. */
export async function measure(): Promise<Row[]> {
  const article = sharedMaterial('article/000_3ada9579df3eea54.txt')?.toString('utf8') ?? readFileSync(fileURLToPath(new URL('../../../prisma/sample/article.txt', import.meta.url)), 'utf8')
  const once = readPlainText(article, 'article.txt')
  const copies = Math.ceil(MEGABYTE / once.text.length)
  const document = readPlainText(repeatArticle(once, copies), 'article.txt')
  const fourfold = readPlainText(repeatArticle(once, 4 * copies), 'article.txt')
  const [ours, floor, regex] = medians([() => analyse(document), () => floorOf(document), () => regexOf(document)])
  const [memory, more] = [held(document), held(fourfold)]
  return [
    { measure: 'speed of the whole analysis, × Intl.Segmenter over paragraphs', data: `${megabytes(document.text.length)} of running text`, floor: `Intl.Segmenter 1× (${floor!.toFixed(0)} ms) · one number regex ${times(regex! / floor!)}; measured before: wink-nlp 20× · compromise 421×`, ours: `${times(ours! / floor!)} (${ours!.toFixed(0)} ms)`, target: '≤ 4×' },
    { measure: 'memory held by an analysis, for four times the text', data: `${megabytes(document.text.length)} and ${megabytes(fourfold.text.length)} of running text`, floor: 'linear: 4×', ours: memory === null || more === null ? 'not measured: run Node with --expose-gc' : `${times(more / memory)} (${megabytes(memory)}, ${megabytes(more)})`, target: 'linear' },
    ...HOSTILE.map(hostileRow),
  ]
}
