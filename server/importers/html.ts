import { parseHTML } from 'linkedom'
import type { Document, Warning } from '#shared/document/document.ts'
import { normaliseText } from '#shared/document/normalise.ts'
import { languageOf } from '#shared/document/plain-text.ts'
import { decode } from './decode.ts'
import { titleFromName, type Importer } from './importer.ts'
import { findMainContent } from './web-page/main-content.ts'
import type { PageDocument } from './web-page/nodes.ts'
import { findPageNotes } from './web-page/notes.ts'
import { readPage } from './web-page/read-page.ts'

/** Where a page declares its encoding: within its first kilobyte (HTML standard, prescan). */
const PRESCAN_BYTES = 1024
const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,30})|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,30})/i
const XHTML = /^\s*<\?xml|xmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml/i
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i
const SITE_NAME = /\s+[|–—·»-]\s+[^|–—·»]{1,40}$/

/** A title block, and the title: the first level-one heading, else the page's own title without the site's name, else the file's name. */
function withTitle(read: ReturnType<typeof readPage>, pageTitle: string, name: string): Pick<Document, 'title' | 'text' | 'blocks' | 'marks'> {
  const index = read.blocks.findIndex(({ kind, level }) => kind === 'heading' && level === 1)
  const block = read.blocks[index]
  const words = block ? read.text.slice(block.span.start, block.span.end).replace(/\s+/g, ' ') : ''
  const tidy = pageTitle.replace(/\s+/g, ' ').trim()
  const blocks = block ? read.blocks.map((each, at) => at === index ? { ...each, kind: 'title' as const } : each) : read.blocks
  return { ...read, blocks, title: words || tidy.replace(SITE_NAME, '') || titleFromName(name) }
}

/** A document from the source of a web page: its main content, with everything else that has words set aside as furniture. No script runs and nothing is fetched. */
export function readHtml(source: string, name: string): Document {
  const normal = normaliseText(source)
  const markup = XHTML.test(normal.slice(0, 2000)) ? normal.replace(/<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi, (tag, element: string, rest: string) => VOID.test(element) ? tag : `<${element}${rest}></${element}>`) : normal
  const page = parsePage(markup)
  const kept = findMainContent(page, parsePage(markup))
  const read = withTitle(readPage(page.body, findPageNotes(page.body), kept), page.title ?? '', name)
  const language = page.documentElement.getAttribute('lang') || page.documentElement.getAttribute('xml:lang') || languageOf(read.text)
  const warnings: Warning[] = kept ? [] : [{ code: 'whole-page', message: 'No main content could be told apart, so the whole page was read. Look for navigation among the paragraphs.' }]
  return { ...read, ...(language ? { language } : {}), warnings }
}

/** The parser adds no <html> and <body> where a page leaves them out (which HTML allows), so they are written in. */
function withSkeleton(markup: string): string {
  const page = markup.replace(/^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!doctype[^>]*>)?/i, '')
  const inHtml = /<html[\s>]/i.test(page) ? page : `<html>${page}</html>`
  if (/<body[\s>]/i.test(inHtml)) return inHtml
  return /<\/head\s*>/i.test(inHtml) ? inHtml.replace(/<\/head\s*>/i, (end) => `${end}<body>`) : inHtml.replace(/<html[^>]*>/i, (start) => `${start}<head></head><body>`)
}

const parsePage = (markup: string): PageDocument => parseHTML(`<!doctype html>${withSkeleton(markup)}`).document as unknown as PageDocument

export const html: Importer = {
  id: 'html',
  label: 'Web page (HTML)',
  extensions: ['.html', '.htm', '.xhtml'],
  mediaTypes: ['text/html', 'application/xhtml+xml'],
  read(bytes, { name }) {
    const declared = CHARSET.exec(new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES)))
    return readHtml(decode(bytes, declared?.[1] ?? declared?.[2]), name)
  },
}
