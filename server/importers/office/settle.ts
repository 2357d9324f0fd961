import type { Block, Document, DocumentMark } from '#shared/document/document.ts'
import { isContentsHeading } from '#shared/document/furniture.ts'
import { setNotesApart } from '#shared/document/note-blocks.ts'
import { isNotesHeading } from '#shared/document/notes-heading.ts'
import { languageOf } from '#shared/document/language.ts'
import { titleFromName } from '../importer.ts'

/** A heading is taken in at a glance; what is longer and ends in a full stop is a paragraph in a heading's clothes. */
const LONGEST_HEADING = 200

/** Titles that programs give to files of their own accord. */
const NO_TITLE = /^(?:microsoft (?:office )?word|untitled|document\s?\d*$|title$)|\.(?:docx?|odt|rtf|pdf)$/i

/** "Notes and references" is enough of a heading, whatever style it was given. */
const LONGEST_NOTES_HEADING = 60

type Written = Pick<Document, 'text' | 'blocks' | 'marks'>

/** Text, blocks and marks as later stages want them: blocks without words gone, typed note lists set apart, one title. `ownTitle`: what the file's properties say ("" where nothing). */
export function settle(written: Written, { name, ownTitle }: { name: string, ownTitle: string }): Written & { title: string, language?: string } {
  const { text } = written
  const sized = written.blocks.filter(({ span }) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end))).map((block): Block => asItIs(text, block))
  const blocks = setNotesApart(text, sized, { hasNoteLinks: written.marks.some(({ kind }) => kind === 'note-mark') })
  const language = languageOf(text)
  return { text, marks: written.marks, ...withTitle({ text, blocks, marks: written.marks }, NO_TITLE.test(ownTitle) ? '' : ownTitle, name), ...(language ? { language } : {}) }
}

function asItIs(text: string, block: Block): Block {
  if (block.kind === 'paragraph' && block.span.end - block.span.start < LONGEST_NOTES_HEADING && isNotesHeading(text.slice(block.span.start, block.span.end))) return { kind: 'heading', level: 2, span: block.span }
  if (block.kind !== 'heading' && block.kind !== 'title') return block
  const words = text.slice(block.span.start, block.span.end)
  if (isContentsHeading(words)) return { kind: 'furniture', span: block.span }
  return words.length > LONGEST_HEADING && /[.!?…。！？][”"’')\]]*$/.test(words) ? { kind: 'paragraph', span: block.span } : block
}

/** The title: a paragraph in the title's style; else the one heading of the first level that opens the text; else the file's own title; else a heading that opens the text; else the file's name. */
function withTitle({ text, blocks, marks }: Written, ownTitle: string, name: string): { title: string, blocks: Block[] } {
  const opening = blocks.findIndex(({ kind }) => kind !== 'furniture')
  const isHeading = blocks[opening]?.kind === 'heading'
  const top = blocks.filter(({ kind, level }) => kind === 'heading' && level === 1)
  const styled = blocks.findIndex(({ kind }) => kind === 'title')
  const index = styled >= 0 ? styled : isHeading && ((top.length === 1 && top[0] === blocks[opening]) || ownTitle === '') ? opening : -1
  const block = blocks[index]
  return {
    title: block ? withoutMarks(text, block, marks).replace(/\s+/g, ' ') : ownTitle.replace(/\s+/g, ' ') || titleFromName(name),
    blocks: blocks.map((each, at): Block => at === index ? { kind: 'title', span: each.span } : each.kind === 'title' ? { kind: 'heading', span: each.span, level: 1 } : each),
  }
}

/** The words of a block without its note marks. */
const withoutMarks = (text: string, { span }: Block, marks: readonly DocumentMark[]): string =>
  marks.filter((mark) => mark.kind === 'note-mark' && mark.span.start >= span.start && mark.span.end <= span.end)
    .reduceRight((words, mark) => words.slice(0, mark.span.start - span.start) + words.slice(mark.span.end - span.start), text.slice(span.start, span.end)).trim()

/** Where a note's own label was typed before its words, the definition starts behind it. */
export function withoutTypedLabels(text: string, marks: readonly DocumentMark[], isTyped: (target: string) => boolean): DocumentMark[] {
  return marks.map((mark) => {
    if (mark.kind !== 'note-definition' || !mark.label || !isTyped(mark.target ?? '') || !text.startsWith(mark.label, mark.span.start)) return mark
    const behind = mark.span.start + mark.label.length
    const gap = /^[.)\]]?\s*/.exec(text.slice(behind, behind + 8))![0].length
    return behind + gap < mark.span.end ? { ...mark, span: { start: behind + gap, end: mark.span.end } } : mark
  })
}
