import type { Block, BlockKind } from './document.ts'
import { isContentsHeading } from './furniture.ts'

/** A list of contents has at least so many entries. */
const FEWEST_ENTRIES = 3
/** More than an entry. */
const LONGEST_ENTRY = 300
/** So much of it must come again as headings. */
const REPEATED_SHARE = 0.6
/** The number of an entry or heading, and what fills its line up to the page's number. */
const LABEL = /^\s*(?:[-*•]\s+)?(?:(?:Chapter|Part|Appendix|Section)\s+)?(?:(?:\d{1,3}(?:\.\d{1,3})*[.:)]?|[A-Z](?:\.\d{1,3})+[.:)]?|[A-Z][.:)]|[IVXLC]{1,6}[.:)])\s+)?/
const FILL = /[\s.…·_]*\d{0,4}\s*$/

/** What a list of contents is set as. */
const LISTED: ReadonlySet<BlockKind> = new Set(['list-item', 'table'])

/** The list or table below "Table of contents" is furniture where its entries come again as headings. */
export function withoutContents(text: string, blocks: Block[]): Block[] {
  const contents = blocks.findIndex(({ kind, span }) => kind === 'furniture' && isContentsHeading(text.slice(span.start, span.end)))
  if (contents < 0) return blocks
  const headings = new Set(blocks.slice(contents + 1).filter(({ kind }) => kind === 'heading' || kind === 'title').map(({ span }) => plain(text.slice(span.start, span.end))))
  let end = contents + 1
  while (end < blocks.length && (LISTED.has(blocks[end]!.kind) || (blocks[end]!.kind === 'paragraph' && isListOf(text, blocks[end]!, headings)))) end += 1
  const entries = blocks.slice(contents + 1, end).flatMap(({ span }) => text.slice(span.start, span.end).split('\n')).map(plain)
  if (entries.length < FEWEST_ENTRIES || entries.filter((entry) => headings.has(entry)).length < entries.length * REPEATED_SHARE) return blocks
  return blocks.map((block, index): Block => index > contents && index < end ? { kind: 'furniture', span: block.span } : block)
}

const plain = (words: string): string => words.slice(0, LONGEST_ENTRY).replace(LABEL, '').replace(FILL, '').replace(/\s+/g, ' ').toLowerCase()

/** Whether every line of a block is one of the headings. */
const isListOf = (text: string, { span }: Block, headings: ReadonlySet<string>): boolean => text.slice(span.start, span.end).split('\n').every((line) => headings.has(plain(line)))
