import type { Block, Span } from './document.ts'

/** A passage is set off by at least this many spaces on every line. */
const INDENT = 2
const isSpace = (sign: string | undefined): boolean => sign === ' ' || sign === '\t'

/** The spaces before the least indented line of a span. A tab counts as one that is wide enough. */
function indentOf(text: string, { start, end }: Span): number {
  let least = Infinity
  for (let line = text.lastIndexOf('\n', start - 1) + 1; line < end && least > 0;) {
    let at = line
    let width = 0
    for (; isSpace(text[at]); at++) width += text[at] === '\t' ? INDENT : 1
    least = Math.min(least, width)
    const next = text.indexOf('\n', at)
    line = next < 0 ? end : next + 1
  }
  return least
}

/** Whether a block's last line starts at the margin. Most blocks are one line, which is seen at once. */
function endsAtMargin(text: string, { start, end }: Span): boolean {
  const newline = text.indexOf('\n', start)
  const last = newline < 0 || newline >= end ? start - 1 : text.lastIndexOf('\n', end - 1)
  return !isSpace(text[last === start - 1 ? last : last + 1])
}

/**
 * Gives the kind `quote` to passages set off from the margin: paragraphs of several lines, each of them indented, behind a paragraph that ends at the margin (or behind such a passage). What is indented below a point of
 * a list or a term belongs to it.
 */
export function setIndentedQuotesApart(text: string, blocks: readonly Block[]): Block[] {
  let isSetOff = false
  let isAtMargin = false
  return blocks.map((block): Block => {
    const { kind, span } = block
    if (kind === 'note' || kind === 'caption') return block
    const isIndented = kind === 'paragraph' && (isAtMargin || isSetOff) && isSpace(text[span.start - 1]) && indentOf(text, span) >= INDENT
    isSetOff = isIndented && (isSetOff || text.slice(span.start, span.end).includes('\n'))
    if (isSetOff) return { ...block, kind: 'quote' }
    isAtMargin = (kind === 'paragraph' && endsAtMargin(text, span)) || kind === 'heading'
    return block
  })
}
