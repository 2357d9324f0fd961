import type { ChangesView, Document } from '#shared/document/document.ts'

/** Hears that so many of a file's pages were read. */
export type OnPage = (read: number, of: number) => void

/**
 * Turns the bytes of one format into a Document. Does not fetch, save or extract. Throws AppError `unreadable` with what is wrong and what to do.
 * `name` is the file's name as given; `view` says how tracked changes are read (all accepted, where nothing is said), in formats that have any; `onPage` hears of pages, in formats read page by page.
 */
export interface Importer {
  id: 'txt' | 'md' | 'html' | 'docx' | 'odt' | 'epub' | 'pdf'
  label: string
  extensions: string[]
  mediaTypes: string[]
  read(bytes: Uint8Array, given: { name: string, view?: ChangesView, onPage?: OnPage }): Promise<Document> | Document
}

/** The title of a document that has none of its own: its file's name without folders and extension. */
export const titleFromName = (name: string): string => name.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]{1,6}$/i, '') || 'Untitled'
