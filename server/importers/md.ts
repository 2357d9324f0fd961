import markdownIt, { type MarkdownIt } from 'markdown-it'
import type { Document } from '#shared/document/document.ts'
import { normaliseText } from '#shared/document/normalise.ts'
import { readPlainText } from '#shared/document/plain-text.ts'
import { setShortCodesApart } from '#shared/document/short-codes.ts'
import { decode } from './decode.ts'
import { titleFromName, type Importer } from './importer.ts'
import { readFrontMatter } from './markdown/front-matter.ts'
import { withMendedNotes } from './markdown/mend-notes.ts'
import { withNotes } from './markdown/notes.ts'
import { withoutPublishingSigns } from './markdown/publishing-signs.ts'
import { withRawHtml } from './markdown/raw-html.ts'
import { withSources } from './markdown/sources.ts'
import { readMarkup } from './web-page/read-markup.ts'

/** Blocks nested deeper than this would be left out by the parser; such a source is read as plain text, which keeps its words and its [^1] notes. */
const DEEPEST_NESTING = 200
const NESTED_TOO_DEEP = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])){${DEEPEST_NESTING / 2}}|^[ \\t]{${DEEPEST_NESTING * 2}}`, 'm')

/** GitHub's Markdown with notes. Bare addresses are found later, for every format alike. */
const parser: MarkdownIt = markdownIt({ html: true, linkify: false, maxNesting: DEEPEST_NESTING }).use(withNotes).use(withSources).use(withRawHtml)
parser.validateLink = () => true

const asPlainText = (source: string, name: string): Document => {
  const document = readPlainText(source, titleFromName(name))
  return { ...document, warnings: [...document.warnings, { code: 'read-as-text', message: 'This Markdown is too deeply nested to be parsed, so it was read as plain text. Its signs (*, #, >) stay in the text.' }] }
}

export const md: Importer = {
  id: 'md',
  label: 'Markdown',
  extensions: ['.md', '.markdown', '.mdown'],
  mediaTypes: ['text/markdown', 'text/x-markdown'],
  read(bytes, { name }) {
    const source = normaliseText(decode(bytes))
    if (NESTED_TOO_DEEP.test(source)) return asPlainText(source, name)
    const { body, title } = readFrontMatter(source)
    const prepared = withMendedNotes(withoutPublishingSigns(setShortCodesApart(body, { hasFences: true })))
    return readMarkup(parser.render(prepared), { name, isWholeArticle: true, ...(title ? { title } : {}) })
  },
}
