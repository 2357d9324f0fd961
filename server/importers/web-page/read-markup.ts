import { parseHTML } from 'linkedom'
import type { Document, DocumentMark, Warning } from '#shared/document/document.ts'
import { languageOf } from '#shared/document/language.ts'
import { namesAPart, readPlainText } from '#shared/document/plain-text.ts'
import { titleFromName } from '../importer.ts'
import { withHeadingsClosed } from './headings.ts'
import { findMainContent } from './main-content.ts'
import { isElement, isText, type PageDocument, type PageElement } from './nodes.ts'
import { findNoteElements, withShortCodes } from './note-elements.ts'
import { findPageNotes } from './notes.ts'
import { withQuotationMarks } from './quotation-marks.ts'
import { readPage } from './read-page.ts'
import type { ReadPage } from './settle.ts'
import { shallow } from './shallow.ts'
import { withSmallNames } from './small-names.ts'

const XHTML = /^\s*<\?xml|xmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/i
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
const SELF_CLOSED = /<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi
const SITE_NAME = /\s+[|–—·»-]\s+[^|–—·»]{1,40}$/

/** The title and its block: the first level-one heading (where the file gives a title of its own and has several of them, or has other headings before it, only the one that repeats it: the others are its sections); else the page's own title without the site's name; else the heading that opens the text; else the file's name. */
function withTitle<Read extends ReadPage>(read: Read, given: { name: string, title?: string }, pageTitle: string): Read & { title: string } {
  const own = (given.title ?? pageTitle).replace(/\s+/g, ' ').trim()
  const tops = read.blocks.flatMap(({ kind, level, span }, at) => kind === 'heading' && level === 1 ? [{ at, words: read.text.slice(span.start, span.end).replace(/\s+/g, ' ') }] : [])
    .filter(({ words }) => own === '' || !namesAPart(words))
  const isAlone = tops.length === 1 && !read.blocks.slice(0, tops[0]!.at).some(({ kind }) => kind === 'heading')
  const top = (given.title === undefined || isAlone ? tops[0] : tops.find(({ words }) => words === own))?.at ?? -1
  const first = read.blocks.findIndex(({ kind }) => kind !== 'furniture')
  const opener = read.blocks[first]
  const opensText = opener?.kind === 'heading' && !namesAPart(read.text.slice(opener.span.start, opener.span.end))
  const index = top >= 0 ? top : own === '' && opensText ? first : -1
  const block = read.blocks[index]
  if (!block) return { ...read, title: own.replace(SITE_NAME, '') || titleFromName(given.name) }
  return {
    ...read,
    title: read.text.slice(block.span.start, block.span.end).replace(/\s+/g, ' '),
    blocks: read.blocks.map((each, at) => at === index ? { ...each, kind: 'title' as const } : each),
  }
}

/** The parser adds no <html> and <body> where a page leaves them out (which HTML allows), so they are written in. */
function withSkeleton(markup: string): string {
  const page = markup.replace(/^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!doctype[^>]*>)?/i, '')
  const inHtml = /<html[\s>]/i.test(page) ? page : `<html>${page}</html>`
  if (/<body[\s>]/i.test(inHtml)) return inHtml
  return /<\/head\s*>/i.test(inHtml) ? inHtml.replace(/<\/head\s*>/i, (end) => `${end}<body>`) : inHtml.replace(/<html[^>]*>/i, (start) => `${start}<head></head><body>`)
}

/** The text of a page that is nothing but one `<pre>`: a plain text as browsers show and save it. Null for any other page. */
function textOnly(body: PageElement): string | null {
  let only: PageElement | null = null
  for (let at = body.firstChild; at; at = at.nextSibling) {
    if (isElement(at) ? only !== null || at.localName !== 'pre' : isText(at) && /\S/.test(at.nodeValue ?? '')) return null
    if (isElement(at)) only = at
  }
  return only?.textContent ?? null
}

/** `The notes of 69 marks stand in another file, endnotes.xhtml.` */
function notesElsewhere(marks: readonly DocumentMark[]): string {
  const files = [...new Set(marks.map(({ href }) => href!.replace(/#.*/, '')))].slice(0, 3)
  return `The notes of ${marks.length === 1 ? 'one mark' : `${marks.length} marks`} stand in another file, ${files.join(', ')}. They are joined when that file is read with this one.`
}

const parsePage = (markup: string): PageDocument => parseHTML(`<!doctype html>${withSkeleton(markup)}`).document as unknown as PageDocument

/**
 * A document from markup: its main content, with everything else that has words set aside as furniture (`isWholeArticle`: all of it is the article, as a Markdown file is).
 * `markup` is normalised text. No script runs and nothing is fetched.
 */
export function readMarkup(markup: string, given: { name: string, title?: string, isWholeArticle?: boolean }): Document {
  const plain = shallow(withHeadingsClosed(withShortCodes(withQuotationMarks(withSmallNames(markup)))))
  const source = XHTML.test(plain.slice(0, 2000)) ? plain.replace(SELF_CLOSED, (tag, element: string, rest: string) => VOID.test(element) ? tag : `<${element}${rest}></${element}>`) : plain
  const page = parsePage(source)
  const typed = textOnly(page.body)
  if (typed !== null) return readPlainText(typed, given.title ?? titleFromName(given.name))
  const kept = given.isWholeArticle ? null : findMainContent(page, () => parsePage(source))
  const { title, text, blocks, marks, pages, warnings: ownWarnings } = withTitle(readPage(page.body, { ...findPageNotes(page.body), ...findNoteElements(page.documentElement) }, kept), given, page.title ?? '')
  const language = page.documentElement.getAttribute('lang') || page.documentElement.getAttribute('xml:lang') || languageOf(text)
  const elsewhere = marks.filter(({ kind, href }) => kind === 'note-mark' && href !== undefined)
  const warnings: Warning[] = [...ownWarnings]
  if (!kept && !given.isWholeArticle) warnings.push({ code: 'whole-page', message: 'No main content could be told apart, so the whole page was read. Look for navigation among the paragraphs.' })
  if (elsewhere.length > 0) warnings.push({ code: 'notes-elsewhere', message: notesElsewhere(elsewhere), span: elsewhere[0]!.span })
  return { title, text, blocks, marks, ...(language ? { language } : {}), ...(pages ? { pages } : {}), warnings }
}
