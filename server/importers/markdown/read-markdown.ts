import markdownIt, { type MarkdownIt } from 'markdown-it'
import type { Document } from '#shared/document/document.ts'
import { readPlainText } from '#shared/document/plain-text.ts'
import { setShortCodesApart } from '#shared/document/short-codes.ts'
import { titleFromName } from '../importer.ts'
import { readMarkup } from '../web-page/read-markup.ts'
import { withMendedNotes } from './mend-notes.ts'
import { withNotes } from './notes.ts'
import { withoutPublishingSigns } from './publishing-signs.ts'
import { withRawHtml } from './raw-html.ts'
import { withSources } from './sources.ts'

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

/** A document from the words of a Markdown file, which is an article from end to end. `source` is normalised text without front matter; `title` is the one its file gives. */
export function readMarkdown(source: string, given: { name: string, title?: string }): Document {
  if (NESTED_TOO_DEEP.test(source)) return asPlainText(source, given.name)
  return readMarkup(parser.render(withMendedNotes(withoutPublishingSigns(setShortCodesApart(source, { hasFences: true })))), { ...given, isWholeArticle: true })
}
