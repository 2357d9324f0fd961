import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '#shared/errors.ts'
import { readPdf, type PdfAnswer, type PdfJob } from './read-pdf.ts'

/** Entry of the thread that reads one PDF and ends. Files made to do harm can hold it up or fill its memory; whoever started it stops it then. */
const { bytes, name } = workerData as PdfJob
const answer: PdfAnswer = await readPdf(bytes, name).then((document) => ({ document }), (error: unknown) => {
  if (error instanceof AppError) return { error: { code: error.code, message: error.message, details: error.details } }
  return { error: { code: 'unreadable', message: `“${name}” cannot be read as a PDF (${error instanceof Error ? error.message : String(error)}). Save it again, or save its text, and import that.`, details: { name } } }
})
parentPort?.postMessage(answer)
