import type { Block, BlockKind, DocumentMark, PageStretch, Span } from './document.ts'

/** What stands between two blocks in the text of a document that is built. */
const BETWEEN_BLOCKS = '\n\n'
/** White space that a page shows as one space; a no-break space is kept. */
const COLLAPSED = /[ \t\n\r\f]{2,}|[\t\n\r\f]/g

type MarkDetails = Omit<DocumentMark, 'span'>
/** A mark that was begun: it starts at the next sign written. */
export interface OpenMark { details: MarkDetails; start: number | null }

/** Builds text, blocks and marks in one pass, so that every span is right by construction. White space is collapsed as a page shows it. */
export interface DocumentBuilder {
  /** What is written from here stands on this page. */
  page(place: Omit<PageStretch, 'span'>): void
  /** Ends the block under way; the next sign opens one of this kind. */
  block(kind: BlockKind, level?: number): void
  /** Writes words with white space collapsed. */
  write(words: string): void
  /** Writes words as they are (code). */
  writeExactly(words: string): void
  /** White space within the block, before the next sign: a line break, the step to the next cell of a row, spaces as they were typed. */
  separate(space: string): void
  begin(details: MarkDetails): OpenMark
  /** Ends a mark behind the last sign written; a mark without signs is dropped. Returns its span. */
  end(mark: OpenMark): Span | null
  /** Number of blocks so far, the one under way included. */
  readonly blockCount: number
  /** How long the text is so far: the end of the last sign written. */
  readonly length: number
  /** `pages` where pages were given. */
  finish(): { text: string, blocks: Block[], marks: DocumentMark[], pages?: PageStretch[] }
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
  const pages: PageStretch[] = []
  let place: Omit<PageStretch, 'span'> | null = null

  const append = (words: string): void => {
    pieces.push(words)
    length += words.length
  }
  const put = (words: string): void => {
    if (current === null) {
      if (blocks.length > 0) append(BETWEEN_BLOCKS)
      current = { kind: next.kind, span: { start: length, end: length }, ...(next.level === undefined ? {} : { level: next.level }), ...(place === null ? {} : { page: place.page }) }
      blocks.push(current)
    } else if (gap) append(gap)
    gap = ''
    for (const mark of waiting) mark.start = length
    waiting.clear()
    const start = length
    append(words)
    current.span.end = length
    if (place !== null) stretch(start, place)
  }
  const stretch = (start: number, on: Omit<PageStretch, 'span'>): void => {
    const last = pages.at(-1)
    if (last?.page === on.page) last.span.end = length
    else pages.push({ ...on, span: { start, end: length } })
  }
  return {
    page(on) {
      place = on
    },
    block(kind, level) {
      current = null
      gap = ''
      next = level === undefined ? { kind } : { kind, level }
    },
    write(words) {
      const shown = words.replace(COLLAPSED, ' ')
      const start = shown.startsWith(' ') ? 1 : 0
      const end = shown.endsWith(' ') ? shown.length - 1 : shown.length
      if (start === 1 && gap === '') gap = ' '
      if (start >= end) return
      put(shown.slice(start, end))
      if (end < shown.length) gap = ' '
    },
    writeExactly(words) {
      if (words !== '') put(words)
    },
    separate(space) {
      gap = space
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
    get length() {
      return length
    },
    finish: () => ({ text: pieces.join(''), blocks, marks: marks.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end), ...(pages.length > 0 ? { pages } : {}) }),
  }
}
