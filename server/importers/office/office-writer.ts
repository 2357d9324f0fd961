import { buildDocument, type OpenMark } from '#shared/document/builder.ts'
import type { Block, BlockKind, DocumentMark, Span } from '#shared/document/document.ts'

const SPACE = /[ \t\n\r\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+/y

/** A place between two signs, known once the signs around it are written. */
export type Place = () => number

/**
 * Writes what a word processor keeps: every sign as it was typed, except white space at either end of a block. It also tells where things stand that are no marks of the document
 * (tracked changes, comments, what was left out).
 */
export interface OfficeWriter {
  block(kind: BlockKind, level?: number): void
  write(words: string): void
  separate(space: '\n' | '\t' | ' '): void
  begin(details: Omit<DocumentMark, 'span'>): OpenMark
  end(mark: OpenMark): Span | null
  /** Where the next sign will stand. */
  nextSign(): Place
  /** Behind the last sign of this block, or before its first; a block that stays empty is passed over. */
  here(): Place
  /** From `start` to here; empty when nothing was written in between. */
  spanFrom(start: Place): () => Span
  /** Whether the block under way has no sign yet. */
  readonly isAtStart: boolean
  finish(): { text: string, blocks: Block[], marks: DocumentMark[] }
}

/** A writer with nothing in it. Cost is linear in what is written. */
export function writeOffice(): OfficeWriter {
  const builder = buildDocument()
  let space = ''
  let isAtStart = true
  const nextSign = (): Place => {
    const mark = builder.begin({ kind: 'superscript' })
    return () => mark.start ?? builder.length
  }
  const atStart: { mark: OpenMark, fixed: number | null }[] = []
  const put = (words: string): void => {
    builder.writeExactly(words)
    isAtStart = false
    space = ''
  }
  const addSpace = (more: string): void => {
    if (isAtStart) return
    space += more
    builder.separate(space)
  }
  const spaceAt = (words: string, at: number): number => {
    SPACE.lastIndex = at
    return SPACE.exec(words)?.[0].length ?? 0
  }
  return {
    block(kind, level) {
      for (const place of atStart.splice(0)) if (place.mark.start === null) place.fixed = builder.length
      builder.block(kind, level)
      isAtStart = true
      space = ''
    },
    write(words) {
      const start = spaceAt(words, 0)
      if (start > 0) addSpace(words.slice(0, start))
      if (start === words.length) return
      let end = words.length
      while (spaceAt(words, end - 1) > 0) end--
      put(words.slice(start, end))
      if (end < words.length) addSpace(words.slice(end))
    },
    separate: addSpace,
    begin: builder.begin,
    end: builder.end,
    nextSign,
    here() {
      if (isAtStart) {
        const place = { mark: builder.begin({ kind: 'superscript' }), fixed: null as number | null }
        atStart.push(place)
        return () => place.fixed ?? place.mark.start ?? builder.length
      }
      const { length } = builder
      return () => length
    },
    spanFrom(start) {
      const end = builder.length
      const here = this.here()
      return () => start() < end ? { start: start(), end } : { start: here(), end: here() }
    },
    get isAtStart() {
      return isAtStart
    },
    finish: builder.finish,
  }
}
