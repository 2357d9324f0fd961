import type { Document } from '#shared/document/document.ts'
import { setNotesApart } from '#shared/document/note-blocks.ts'
import { chooseTitle, languageOf } from '#shared/document/plain-text.ts'
import { AppError, type PlainError } from '#shared/errors.ts'
import { titleFromName, type OnPage } from '../importer.ts'
import { openPdf } from './open-pdf.ts'
import { readPages } from './read-pages.ts'
import { warningsOf } from './warnings.ts'

/** What the thread is asked for, what it answers, and what it tells on the way. */
export interface PdfJob { bytes: Uint8Array; name: string }
export type PdfAnswer = { document: Document } | { error: PlainError }
export interface PagesRead { read: number; of: number }
/** What pdf.js could not get through, in words. */
export const notReadable = (name: string, why: string): AppError => new AppError('unreadable', `“${name}” cannot be read as a PDF (${why}). Save it again, or save its text, and import that.`, { name })

/** Titles that programs give to files of their own accord. */
const NO_TITLE = /^(?:microsoft (?:word|powerpoint)|untitled|document\s?\d*$|slide 1)|\.(?:docx?|pdf|indd|qxd|tex|dvi|rtf|odt|ps)$/i

/** Reads a PDF in this thread; `onPage` hears of each page. Throws AppError `unreadable` (damaged, locked, without text) or `too-large`. */
export async function readPdf(bytes: Uint8Array, name: string, onPage?: OnPage): Promise<Document> {
  const raw = await openPdf(bytes, name, onPage)
  if (!raw.pages.some(({ runs }) => runs.some(({ text }) => /[\p{L}\p{N}]/u.test(text)))) {
    throw new AppError('unreadable', `“${name}” has no text: its ${raw.pages.length === 1 ? 'page is a picture' : `${raw.pages.length} pages are pictures`} (a scan) or empty. Run text recognition (OCR) over it, save the result and import that.`, { name, pages: raw.pages.length })
  }
  const { text, blocks, marks, pages } = readPages(raw)
  const own = raw.title !== undefined && !NO_TITLE.test(raw.title) ? raw.title : titleFromName(name)
  const titled = chooseTitle(text, setNotesApart(text, blocks, { hasNoteLinks: marks.some(({ kind }) => kind === 'note-mark') }), own)
  const language = raw.language ?? languageOf(text)
  return { title: titled.title, text, blocks: titled.blocks, marks, ...(language ? { language } : {}), pages, warnings: warningsOf(raw, text, bytes) }
}
