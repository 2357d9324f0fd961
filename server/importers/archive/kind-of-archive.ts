import { decode } from '../decode.ts'
import { openArchive } from './open-archive.ts'

/** What a zip archive holds, in words for people. */
export interface ArchiveKind { what: string; mediaType: string; advice?: string }

const WORD: ArchiveKind = { what: 'a Word (DOCX) file', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }
const OPEN_TEXT: ArchiveKind = { what: 'an OpenDocument text (ODT)', mediaType: 'application/vnd.oasis.opendocument.text' }
const BOOK: ArchiveKind = { what: 'an EPUB book', mediaType: 'application/epub+zip' }
const SHEET = 'Copy the article’s text into a text document and import that.'
/** By the content type of the main part (ECMA-376, part 2). Word's has four: document and template, each with or without macros. */
const OFFICE: readonly (ArchiveKind & { main: RegExp })[] = [
  { ...WORD, main: /wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.macroenabled/i },
  { what: 'an Excel (XLSX) file', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', advice: SHEET, main: /spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macroenabled/i },
  { what: 'a PowerPoint (PPTX) file', mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', advice: SHEET, main: /presentationml\.(?:presentation|template|slideshow)\.main|ms-powerpoint\./i },
]

/** Tells what an archive is by what is in it. Throws AppError `unreadable` (damaged), `too-large`. */
export async function kindOfArchive(bytes: Uint8Array, file: string): Promise<ArchiveKind> {
  const archive = await openArchive(bytes, file)
  const textOf = async (name: string): Promise<string> => decode(await archive.read(name) ?? new Uint8Array())
  const types = await textOf('[Content_Types].xml')
  const { main: _main, ...office } = OFFICE.find(({ main }) => main.test(types)) ?? { main: null }
  if ('what' in office) return office
  const declared = (await textOf('mimetype')).trim()
  if (declared.startsWith('application/epub') || archive.names.includes('META-INF/container.xml')) return BOOK
  if (/opendocument\.text\b/.test(declared) || (declared === '' && archive.names.includes('content.xml'))) return OPEN_TEXT
  if (declared.includes('opendocument')) return { what: 'an OpenDocument file, but no text', mediaType: declared, advice: SHEET }
  if (archive.names.includes('word/document.xml')) return WORD
  return { what: 'a ZIP archive', mediaType: 'application/zip', advice: 'Unpack it and import the article in it.' }
}
