import type { Block, Document, Warning } from '#shared/document/document.ts'
import { AppError } from '#shared/errors.ts'
import { titleFromName, type Importer } from './importer.ts'
import { isTooDeep, joinPages } from './epub/join-pages.ts'
import { openBook, type Book } from './epub/open-book.ts'
import { readMarkup } from './web-page/read-markup.ts'

export const epub: Importer = {
  id: 'epub',
  label: 'EPUB',
  extensions: ['.epub'],
  mediaTypes: ['application/epub+zip'],
  async read(bytes, { name }) {
    const book = await openBook(bytes, name)
    const deep = book.pages.find((page) => isTooDeep(page.markup))
    if (deep) throw new AppError('unreadable', `“${name}” cannot be read: its page ${deep.path} is nested deeper than any text needs. Import another edition, or the chapters as plain text.`, { name })
    const { markup, leadsOut } = joinPages(book.pages)
    const document = readMarkup(markup, { name, isWholeArticle: true, ...(book.title ? { title: book.title } : {}) })
    const language = book.language ?? document.language
    return { ...withBookTitle(document, book, name), ...(language ? { language } : {}), warnings: [...document.warnings, ...warningsOf(book, leadsOut)] }
  },
}

/** A book's title is the one it declares; the heading of its first chapter is a heading, unless it says the same. */
function withBookTitle(document: Document, { title }: Book, name: string): Document {
  if (title === '') return { ...document, title: document.title || titleFromName(name) }
  const blocks = document.blocks.map((block): Block => {
    if (block.kind !== 'title') return block
    return document.text.slice(block.span.start, block.span.end).trim().toLowerCase() === title.toLowerCase() ? block : { kind: 'heading', span: block.span, level: 1 }
  })
  return { ...document, title: title.replace(/\s+/g, ' '), blocks }
}

const listed = (paths: readonly string[]): string => `${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ` and ${paths.length - 5} more` : ''}`

function warningsOf({ missing }: Book, leadsOut: readonly string[]): Warning[] {
  return [
    ...(missing.length > 0 ? [{ code: 'missing-page', message: `Pages of this book are not in the file: ${listed(missing)}. What they say is not read.` }] : []),
    ...(leadsOut.length > 0 ? [{ code: 'leads-out', message: `Links in this book lead to pages that are not in it: ${listed(leadsOut)}. Notes that stand there are missing.` }] : []),
  ]
}
