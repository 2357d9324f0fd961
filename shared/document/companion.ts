import type { Block, Document, DocumentMark, Span } from './document.ts'
import { firstWhere } from './in-order.ts'

/** What stands between two notes. */
const BETWEEN = '\n\n'
const overlap = (a: Span, b: Span): Span | null => a.start < b.end && b.start < a.end ? { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) } : null

/** The items, sorted and apart, that share signs with a span. */
function within<Item extends { span: Span }>(sorted: readonly Item[], { start, end }: Span): Item[] {
  const first = firstWhere(sorted, (item) => item.span.end > start)
  let last = first
  while (last < sorted.length && sorted[last]!.span.start < end) last++
  return sorted.slice(first, last)
}

/** Definitions whose file does not say what leads to them: they are the notes of the marks with their numbers. */
function withTargets(defined: readonly DocumentMark[], marked: readonly DocumentMark[]): readonly DocumentMark[] {
  if (defined.some(({ target }) => target !== undefined)) return defined
  const targets = new Map(marked.map(({ label, target }) => [label, target]))
  return defined.map((mark) => {
    const target = mark.label === undefined ? undefined : targets.get(mark.label)
    return target === undefined ? mark : { ...mark, target }
  })
}

/**
 * An article whose notes stand in a file of their own (the endnotes of a book beside its chapter): the notes that the article's marks lead to, set behind its text. They are known by their ids in the
 * companion; where it has none (typed notes), all its notes are taken and joined by their numbers. Notes that belong to other chapters are left out and counted in a warning.
 */
export function withCompanion(article: Document, companion: Document): Document {
  const marked = article.marks.filter(({ kind, target }) => kind === 'note-mark' && target !== undefined)
  const wanted = new Set(marked.map(({ target }) => target!))
  const defined = withTargets(companion.marks.filter(({ kind }) => kind === 'note-definition'), marked)
  const notes: { span: Span, mark: DocumentMark | null }[] = defined.length > 0
    ? defined.filter(({ target }) => target !== undefined && wanted.has(target)).map((mark) => ({ span: mark.span, mark }))
    : companion.blocks.filter(({ kind }) => kind === 'note').map(({ span }) => ({ span, mark: null }))
  const links = companion.marks.filter(({ kind }) => kind === 'link')
  const pieces = [article.text]
  const blocks: Block[] = [...article.blocks]
  const marks: DocumentMark[] = [...article.marks]
  let length = article.text.length
  for (const { span, mark } of notes) {
    const by = length + BETWEEN.length - span.start
    const moved = (part: Span): Span => ({ start: part.start + by, end: part.end + by })
    pieces.push(BETWEEN, companion.text.slice(span.start, span.end))
    length += BETWEEN.length + span.end - span.start
    for (const block of within(companion.blocks, span)) blocks.push({ kind: 'note', span: moved(overlap(block.span, span)!) })
    if (mark) marks.push({ ...mark, span: moved(span) })
    for (const link of within(links, span)) marks.push({ ...link, span: moved(overlap(link.span, span)!) })
  }
  const left = defined.length - (defined.length > 0 ? notes.length : 0)
  const warnings = article.warnings.filter(({ code }) => code !== 'notes-elsewhere')
  if (notes.length === 0) warnings.push({ code: 'no-notes-joined', message: 'No note of the second file is marked in this one. Check that they belong together.' })
  else if (left > 0) warnings.push({ code: 'notes-of-other-parts', message: `${left === 1 ? 'One note of the second file is' : `${left} notes of the second file are`} not marked in this one and left out: they belong to other chapters.` })
  return { ...article, text: pieces.join(''), blocks, marks, warnings }
}
