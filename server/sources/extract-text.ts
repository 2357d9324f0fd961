import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

/** Longer pages are kept as they came but not read for their text: parsing them would hold up the desk. */
const MOST_CHARACTERS = 5_000_000
const BLOCKS = new Set(['ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'BR', 'DD', 'DIV', 'DL', 'DT', 'FIGCAPTION', 'FIGURE', 'FOOTER', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HEADER', 'HR', 'LI', 'MAIN', 'OL', 'P', 'PRE', 'SECTION', 'TABLE', 'TR', 'UL'])
const UNREAD = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'HEAD', 'SVG', 'IFRAME', 'OBJECT'])

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

/**
 * The readable text and the title of a page (Mozilla's Readability over linkedom). A page that cannot be taken apart has no text; that is no failure of the capture.
 */
export function extractText(html: string): PageText {
  if (html.length > MOST_CHARACTERS) return { title: null, text: null, asksForPassword: false }
  try {
    const page = parseHTML(html).document
    const asksForPassword = page.querySelector('input[type="password" i]') !== null
    const title = page.querySelector('title')?.textContent?.replace(/\s+/g, ' ').trim() || page.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim() || null
    const whole = page.body === null ? '' : wordsOf(page.body as unknown as Node)
    const main = new Readability(page as unknown as ConstructorParameters<typeof Readability>[0], { serializer: (element) => wordsOf(element as unknown as Node) }).parse()
    return { title: main?.title?.trim() || title, text: main?.content?.trim() || whole || null, asksForPassword }
  } catch {
    // Pages nested past the stack's depth or otherwise beyond these parsers: the bytes are kept, the text is not known.
    return { title: null, text: null, asksForPassword: false }
  }
}
