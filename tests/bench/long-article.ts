import type { Document } from '#shared/document/document.ts'

/** The article `copies` times over, its notes once at the end: what a book with one list of notes looks like. Plain text, to be read again. */
export function repeatArticle({ text, blocks }: Pick<Document, 'text' | 'blocks'>, copies: number): string {
  const words = (kept: readonly Document['blocks'][number][]): string => kept.map(({ span }) => text.slice(span.start, span.end)).join('\n\n')
  const notes = blocks.filter((block) => block.kind === 'note')
  const body = words(blocks.filter((block) => block.kind !== 'note'))
  return `${Array.from({ length: copies }, () => body).join('\n\n')}\n\n${notes.length > 0 ? words(notes) : ''}\n`
}
