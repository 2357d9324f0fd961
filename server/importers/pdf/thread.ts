import { parentPort, workerData } from 'node:worker_threads'
import { plainError } from '#shared/errors.ts'
import { notReadable, readPdf, type PagesRead, type PdfAnswer, type PdfJob } from './read-pdf.ts'

/** Entry of the thread that reads one PDF and ends. Files made to do harm can hold it up or fill its memory; whoever started it stops it then. */
const { bytes, name } = workerData as PdfJob
const onPage = (read: number, of: number): void => parentPort?.postMessage({ read, of } satisfies PagesRead)
const answer: PdfAnswer = await readPdf(bytes, name, onPage).then((document) => ({ document }), (error: unknown) => ({ error: plainError(error, (why) => notReadable(name, why)) }))
parentPort?.postMessage(answer)
