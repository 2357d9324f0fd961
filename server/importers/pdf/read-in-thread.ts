import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Document } from '#shared/document/document.ts'
import { AppError, revivedError } from '#shared/errors.ts'
import type { OnPage } from '../importer.ts'
import { notReadable, readPdf, type PagesRead, type PdfAnswer, type PdfJob } from './read-pdf.ts'

/** Beside the build's entries, or beside their shared parts. Not there while the source runs under a test runner: then a PDF is read in this thread. */
const THREADS = ['./pdf-thread.js', '../pdf-thread.js'].map((place) => fileURLToPath(new URL(place, import.meta.url)))
/** Two thousand pages of print take about a minute; what takes longer than this is stuck. */
export const MOST_SECONDS = 180
/** Memory of the thread's own objects, in MB. */
const MOST_HEAP = 2_048
/** Memory that the process may gain while a PDF is read, in bytes: what is unpacked does not lie among the thread's objects. */
const MOST_GAIN = 3 * 1024 ** 3
const LOOK_EVERY = 500

/** Reads a PDF in a thread of its own, which is stopped when it takes too long or too much: the server goes on answering. `onPage` hears of each page. Throws AppError `unreadable` or `too-large`. */
export async function readPdfApart(bytes: Uint8Array, name: string, onPage?: OnPage): Promise<Document> {
  const entry = THREADS.find((path) => existsSync(path))
  return entry === undefined ? readPdf(bytes, name, onPage) : readInThread(entry, { bytes, name }, MOST_SECONDS, onPage)
}

/** `entry` is the built thread; `seconds` is when it is given up. */
export async function readInThread(entry: string, job: PdfJob, seconds: number, onPage?: OnPage): Promise<Document> {
  const worker = new Worker(entry, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP }, stdout: true, stderr: true })
  const before = process.memoryUsage.rss()
  const since = performance.now()
  const tooMuch = (what: string): AppError => new AppError('too-large', `Reading “${job.name}” was given up: it took more than ${what}. Import the article alone, or a part at a time.`, { name: job.name })
  let watch: ReturnType<typeof setInterval> | undefined
  try {
    const answer = await new Promise<PdfAnswer>((resolve, reject) => {
      watch = setInterval(() => {
        if (performance.now() - since > seconds * 1000) reject(tooMuch(`${seconds} seconds`))
        else if (process.memoryUsage.rss() - before > MOST_GAIN) reject(tooMuch('3 GB of memory'))
      }, LOOK_EVERY)
      worker.on('message', (message: PdfAnswer | PagesRead) => {
        if ('read' in message) onPage?.(message.read, message.of)
        else resolve(message)
      })
      worker.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch('2 GB of memory') : notReadable(job.name, error.message)))
      worker.once('exit', () => reject(new AppError('unreadable', `Reading “${job.name}” ended without an answer. Save it again, or save its text, and import that.`, { name: job.name })))
    })
    if ('document' in answer) return answer.document
    throw revivedError(answer.error, 'unreadable')
  } finally {
    clearInterval(watch)
    await worker.terminate()
  }
}
