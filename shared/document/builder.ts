import type { Block, BlockKind, DocumentMark, Span } from './document.ts'

/** What stands between two blocks in the text of a document that is built. */
const BETWEEN_BLOCKS = '\n\n'
/** White space that a page does not show as such; a no-break space is kept. */
const COLLAPSED = /[ \t\n\r\f]+/

type MarkDetails = Omit<DocumentMark, 'span'>
/** A mark that was begun: it starts at the next sign written. */
export interface OpenMark { details: MarkDetails; start: number | null }

/** Builds text, blocks and marks in one pass, so that every span is right by construction. White space is collapsed as a page shows it. */
export interface DocumentBuilder {
  /** Ends the block under way; the next sign opens one of this kind. */
  block(kind: BlockKind, level?: number): void
  /** Writes words with white space collapsed. */
  write(words: string): void
  /** Writes words as they are (code). */
  writeExactly(words: string): void
  /** A line break, or the step to the next cell of a row, within the block. */
  separate(sign: '\n' | '\t'): void
  begin(details: MarkDetails): OpenMark
  /** Ends a mark behind the last sign written; a mark without signs is dropped. Returns its span. */
  end(mark: OpenMark): Span | null
  /** Number of blocks so far, the one under way included. */
  readonly blockCount: number
  finish(): { text: string, blocks: Block[], marks: DocumentMark[] }
}

/** A builder with nothing in it. Cost is linear in what is written. */
export function buildDocument(): DocumentBuilder {
  const pieces: string[] = []
  const blocks: Block[] = []
  const marks: DocumentMark[] = []
  const waiting = new Set<OpenMark>()
  let length = 0
  let next: { kind: BlockKind, level?: number } = { kind: 'paragraph' }
  let current: Block | null = null
  let gap = ''

  const append = (words: string): void => {
    pieces.push(words)
    length += words.length
  }
  const put = (words: string): void => {
    if (current === null) {
      if (blocks.length > 0) append(BETWEEN_BLOCKS)
      current = { kind: next.kind, span: { start: length, end: length }, ...(next.level === undefined ? {} : { level: next.level }) }
      blocks.push(current)
    } else if (gap) append(gap)
    gap = ''
    for (const mark of waiting) mark.start = length
    waiting.clear()
    append(words)
    current.span.end = length
  }
  return {
    block(kind, level) {
      current = null
      gap = ''
      next = level === undefined ? { kind } : { kind, level }
    },
    write(words) {
      let first = true
      for (const word of words.split(COLLAPSED)) {
        if (!first && gap === '') gap = ' '
        first = false
        if (word !== '') put(word)
      }
    },
    writeExactly(words) {
      if (words !== '') put(words)
    },
    separate(sign) {
      gap = sign
    },
    begin(details) {
      const mark: OpenMark = { details, start: null }
      waiting.add(mark)
      return mark
    },
    end(mark) {
      waiting.delete(mark)
      const end = blocks.at(-1)?.span.end ?? 0
      if (mark.start === null || mark.start >= end) return null
      const span = { start: mark.start, end }
      marks.push({ ...mark.details, span })
      return span
    },
    get blockCount() {
      return blocks.length
    },
    finish: () => ({ text: pieces.join(''), blocks, marks: marks.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end) }),
  }
}
