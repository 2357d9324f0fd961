import type { Block } from './document.ts'

/** The lines that Project Gutenberg sets before and behind every book; what stands outside them is its own notice and licence. */
const BOOK_STARTS = /\*\*\*\s*START OF (?:THE|THIS) PROJECT GUTENBERG/i
const BOOK_ENDS = /\*\*\*\s*END OF (?:THE|THIS) PROJECT GUTENBERG|^End of (?:the |this )?Project Gutenberg['’]?s?\b/i
/** The notice before a book is a page or two, the licence behind it some more. */
const [OPENING, ENDING] = [20_000, 60_000]
/** Such a line is short, and a block that holds it has little else. */
const LONGEST_BLOCK = 2000

/** Sets a library's notice before a book and its licence behind it aside as furniture. Blocks without such lines stay as they are. */
export function setLibraryNoticesAside(text: string, blocks: readonly Block[]): Block[] {
  if (!/project gutenberg/i.test(text.slice(0, OPENING)) && !/project gutenberg/i.test(text.slice(-ENDING))) return [...blocks]
  const wordsOf = ({ span }: Block): string => text.slice(span.start, Math.min(span.end, span.start + LONGEST_BLOCK))
  const starts = blocks.findIndex((block) => BOOK_STARTS.test(wordsOf(block)))
  const ends = blocks.findIndex((block, index) => index > starts && BOOK_ENDS.test(wordsOf(block)))
  return blocks.map((block, index) => index <= starts || (ends >= 0 && index >= ends) ? { kind: 'furniture', span: block.span } : block)
}

const TITLE = /^Title:[ \t]*(\S[^\n]{0,300}(?:\n[ \t]+\S[^\n]{0,200}){0,3})/m

/** The title that the library's notice gives, where a text opens with one; null for any other text. */
export function titleInNotice(text: string): string | null {
  const notice = text.slice(0, OPENING)
  const start = BOOK_STARTS.exec(notice)
  return start ? TITLE.exec(notice.slice(0, start.index))?.[1]!.replace(/\s+/g, ' ').trim() ?? null : null
}
