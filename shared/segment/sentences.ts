import type { Block, Document, Span } from '../document/document.ts'
import { classifyCues } from './cues.ts'
import type { Segment } from './segment.ts'
import { sentencesIn } from './splitter.ts'
import { tokenise, type Tokens } from './tokens.ts'

/**
 * The sentences of one paragraph as spans into it, without white space at either end; together they hold every other character. Linear in the length.
 * The signs that can end a sentence are judged by the tokens on both sides: abbreviations, initials, numbers, capitals, words that open sentences, quotations and note marks.
 * `marks` are the note marks that the format knew, as spans into the paragraph in order: "fell.3 Next" has one where 3 is raised.
 */
export function splitSentences(paragraph: string, marks: readonly Span[] = []): Span[] {
  const tokens = tokenise(paragraph)
  return sentencesIn(paragraph, tokens, classifyCues(tokens), 0, tokens.count, marks)
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })
function sentencesOfBlock(text: string, block: Span, marks: readonly Span[]): Span[] {
  return splitSentences(text.slice(block.start, block.end), marks.map((mark) => moved(mark, -block.start))).map((span) => moved(span, block.start))
}

const KIND_OF: Partial<Record<Block['kind'], Segment['kind']>> = { title: 'heading', heading: 'heading', note: 'note', furniture: 'furniture', code: 'code' }

/** The segments of a document in text order: sentences of running prose, and whole blocks that hold none. Spans index `document.text`. */
export function segmentDocument(document: Document, tokens: Tokens = tokenise(document.text)): Segment[] {
  const segments: Segment[] = []
  const cues = classifyCues(tokens)
  const marks = document.marks.filter(({ kind }) => kind === 'note-mark' || kind === 'superscript').map(({ span }) => span).sort((a, b) => a.start - b.start || b.end - a.end)
  let markAt = 0
  let from = 0
  document.blocks.forEach((block, index) => {
    const kind = KIND_OF[block.kind]
    if (kind) {
      segments.push({ kind, span: block.span, block: index })
      return
    }
    while (markAt < marks.length && marks[markAt]!.start < block.span.start) markAt += 1
    const own: Span[] = []
    for (; markAt < marks.length && marks[markAt]!.end <= block.span.end; markAt += 1) own.push(marks[markAt]!)
    while (from < tokens.count && tokens.start[from]! < block.span.start) from += 1
    let to = from
    while (to < tokens.count && tokens.end[to]! <= block.span.end) to += 1
    // A token over the end of the block belongs to two blocks that no space parts: the block is read by itself.
    const isParted = to >= tokens.count || tokens.start[to]! >= block.span.end
    const spans = isParted ? sentencesIn(document.text, tokens, cues, from, to, own) : sentencesOfBlock(document.text, block.span, own)
    for (const span of spans) segments.push({ kind: 'sentence', span, block: index })
    from = to
  })
  return segments
}
