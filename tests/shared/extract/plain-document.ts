import type { Block, Document } from '#shared/document/document.ts'
import type { Segment } from '#shared/segment/segment.ts'
import { segmentDocument } from '#shared/segment/sentences.ts'

/** A document of paragraphs parted by empty lines; a line that opens with "# " is a heading, one with "~ " is furniture. */
export function plain(text: string): { document: Document; segments: Segment[] } {
  const blocks: Block[] = [...text.matchAll(/[^\n]+(?:\n(?!\n)[^\n]+)*/g)].map((match) => ({
    kind: match[0].startsWith('# ') ? 'heading' : match[0].startsWith('~ ') ? 'furniture' : 'paragraph',
    span: { start: match.index, end: match.index + match[0].length },
  }))
  const document: Document = { title: 'Plain', text, blocks, marks: [], warnings: [] }
  return { document, segments: segmentDocument(document) }
}
