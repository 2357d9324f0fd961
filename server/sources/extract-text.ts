import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

/** Longer pages are kept as they came but not read for their text: parsing them would hold up the desk. */
const MOST_CHARACTERS = 5_000_000
const BLOCKS = new Set(['ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'BR', 'DD', 'DIV', 'DL', 'DT', 'FIGCAPTION', 'FIGURE', 'FOOTER', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HEADER', 'HR', 'LI', 'MAIN', 'OL', 'P', 'PRE', 'SECTION', 'TABLE', 'TR', 'UL'])
const UNREAD = new Set(['TITLE', 'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'SVG', 'IFRAME', 'OBJECT'])

interface Node { nodeType: number; nodeName: string; nodeValue: string | null; childNodes: Iterable<Node> }

/** The words of an element as a reader sees them: a line break at each block, a tab between table cells. */
function wordsOf(root: Node): string {
  const parts: string[] = []
  const visit = (node: Node): void => {
    const name = node.nodeName.toUpperCase()
    if (node.nodeType === 3) parts.push((node.nodeValue ?? '').replace(/\s+/g, ' '))
    if (node.nodeType !== 1 || UNREAD.has(name)) return
    if (BLOCKS.has(name)) parts.push('\n')
    for (const child of node.childNodes) visit(child)
    if (name === 'TD' || name === 'TH') parts.push('\t')
    if (BLOCKS.has(name)) parts.push('\n')
  }
  visit(root)
  return parts.join('').replace(/[ \u00a0]*\n[ \u00a0]*/g, '\n').replace(/\n{3,}/g, '\n\n').replace(/ {2,}/g, ' ').trim()
}

/** What a captured page says. `asksForPassword`: it holds a password field; `text` is its main part, as far as Readability finds one. */
export interface PageText { title: string | null; text: string | null; asksForPassword: boolean }

/** Parsers slow down with depth; no page that people read is nested like this. */
const MOST_NESTED = 400
/** Readability weighs every element; beyond this the page is read whole. */
const MOST_ELEMENTS = 50_000
/** Elements without an end tag, or whose end tag is usually left out: they do not nest. */
const UNNESTED = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr', 'p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'option', 'tbody', 'thead', 'tfoot'])

/** Whether elements stand inside one another more than `MOST_NESTED` deep, counted over the source in one pass before any parser sees it. */
function isNestedTooDeep(html: string): boolean {
  let depth = 0
  for (const [, end, name, empty] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)(?![a-z0-9-])[^<>]*?(\/?)>/gi)) {
    if (empty === '/' || UNNESTED.has(name!.toLowerCase())) continue
    depth = end === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > MOST_NESTED) return true
  }
  return false
}

const NOTHING: PageText = { title: null, text: null, asksForPassword: false }
const plain = (words: string | null | undefined): string | null => words?.replace(/\s+/g, ' ').trim() || null

/**
 * The readable text and the title of a page (Mozilla's Readability over linkedom). A page that is too large or too deeply nested to be taken apart has no text;
 * that is no failure of the capture.
 */
export function extractText(html: string): PageText {
  if (html.length > MOST_CHARACTERS || isNestedTooDeep(html)) return NOTHING
  try {
    const page = parseHTML(/<(?:html|body)[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`).document
    const asksForPassword = page.querySelector('input[type="password" i]') !== null
    const title = plain(page.querySelector('title')?.textContent) ?? plain(page.querySelector('h1')?.textContent)
    const whole = wordsOf(page.documentElement as unknown as Node)
    if (page.querySelectorAll('*').length > MOST_ELEMENTS) return { title, text: whole || null, asksForPassword }
    const main = new Readability(page as unknown as ConstructorParameters<typeof Readability>[0], { serializer: (element) => wordsOf(element as unknown as Node) }).parse()
    return { title: plain(main?.title) ?? title, text: main?.content?.trim() || whole || null, asksForPassword }
  } catch {
    // A page beyond these parsers: its bytes are kept, its text is not known.
    return NOTHING
  }
}
