import type { Block, DocumentMark } from './document.ts'
import { isNotesHeading } from './notes-heading.ts'

/** How a wiki's notes open when they are copied from the page, where the style sheet draws their numbers: `^ `, `↑ `, `^ a b c `, `^ Jump up to: a b `. */
const OPENING = /^[\^↑]\s*(?:Jump up(?: to:?)?\s*)?(?:(?:[a-z]{1,2}|\d{1,3}\.\d{1,3})\s+)*(?=\S)/
/** More than such an opening. */
const WINDOW = 120
/** The signs of a second series of notes, whose list stands below "Notes" and not below "References". */
const SERIES: readonly { sign: string, labelOf: (place: number) => string }[] = [
  { sign: '[n 1]', labelOf: (place) => `n ${place}` }, { sign: '[note 1]', labelOf: (place) => `note ${place}` }, { sign: '[Note 1]', labelOf: (place) => `Note ${place}` },
  { sign: '[a]', labelOf: (place) => String.fromCharCode('a'.charCodeAt(0) + (place - 1) % 26) },
]

/** Whether a line opens a note in this way. */
export const opensWithArrow = (line: string): boolean => /^[\^↑]\s/.test(line)

/** Blocks that open with an arrow, below a heading such as "References" or two in a row, become notes; their labels are their places in the list. */
export function setArrowNotesApart(text: string, blocks: readonly Block[]): { blocks: Block[], marks: DocumentMark[] } {
  const marks: DocumentMark[] = []
  const isArrow = (block: Block | undefined): boolean => block !== undefined && (block.kind === 'paragraph' || block.kind === 'note' || block.kind === 'list-item') && opensWithArrow(text.slice(block.span.start, block.span.start + 2))
  let place = 0
  let heading = ''
  const result = blocks.map((block, index): Block => {
    if (block.kind === 'heading' || block.kind === 'title') heading = text.slice(block.span.start, block.span.end)
    if (!isArrow(block)) {
      place = 0
      return block
    }
    if (place === 0 && !isNotesHeading(heading) && !isArrow(blocks[index + 1])) return block
    place += 1
    const opening = OPENING.exec(text.slice(block.span.start, Math.min(block.span.end, block.span.start + WINDOW)))?.[0].length ?? 1
    const series = /reference|source|citation|works/i.test(heading) ? undefined : SERIES.find(({ sign }) => text.includes(sign))
    marks.push({ kind: 'note-definition', span: { start: block.span.start + opening, end: block.span.end }, label: series?.labelOf(place) ?? String(place) })
    return { kind: 'note', span: block.span }
  })
  return { blocks: result, marks }
}
