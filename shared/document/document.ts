import { z } from 'zod'

/** Half-open range of UTF-16 code units into `Document.text`: `start` inclusive, `end` exclusive. */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type Span = z.infer<typeof Span>

export const BlockKind = z.enum(['title', 'heading', 'paragraph', 'list-item', 'quote', 'table', 'caption', 'code', 'note', 'furniture'])
export type BlockKind = z.infer<typeof BlockKind>

/**
 * A stretch of text with one role. Blocks are in text order, do not overlap, and hold no line break at either end.
 * `note` is the text of note definitions; `furniture` (navigation, "Skip to content") stays in the text but is set aside.
 * `level` is 1–6 for headings. `page` is 1-based, where the format knows pages.
 */
export const Block = z.object({ kind: BlockKind, span: Span, level: z.int().optional(), page: z.int().optional() })
export type Block = z.infer<typeof Block>

/**
 * Something the format itself knew about a stretch of text.
 * `note-mark`: a reference to a note, `target` = the note's id in the file; `note-definition`: the note's own text, `target` = its id,
 * `label` = what the reader sees; `superscript`; `link` with `href`.
 */
export const DocumentMark = z.object({
  kind: z.enum(['link', 'superscript', 'note-mark', 'note-definition']),
  span: Span,
  href: z.string().optional(),
  target: z.string().optional(),
  label: z.string().optional(),
})
export type DocumentMark = z.infer<typeof DocumentMark>

/** Something the reader of the import should know. `span` is where, when it has a place. */
export const Warning = z.object({ code: z.string(), message: z.string(), span: Span.optional() })
export type Warning = z.infer<typeof Warning>

/** A stretch of text that stands on one page of the file. `page` is 1-based, `label` what is printed on it where that differs ("xii", "7-45"). */
export const PageStretch = z.object({ page: z.int().min(1), label: z.string().optional(), span: Span })
export type PageStretch = z.infer<typeof PageStretch>

/** Which state of a file with tracked changes is read: as if all were accepted, or as it was before any. */
export const ChangesView = z.enum(['accepted', 'original'])
export type ChangesView = z.infer<typeof ChangesView>

/**
 * A tracked change of the file. `span` is where it stands in the view that was read: the inserted words in the accepted view, an empty span where words were deleted;
 * `text` is what was inserted, deleted, moved or reformatted. `at` is ISO 8601 as the file gives it.
 */
export const TrackedChange = z.object({
  kind: z.enum(['insertion', 'deletion', 'move-from', 'move-to', 'formatting']),
  span: Span,
  text: z.string(),
  author: z.string().optional(),
  at: z.string().optional(),
})
export type TrackedChange = z.infer<typeof TrackedChange>

/** A comment that somebody left in the file, on the words under `span`. `replyTo` is the index of the comment it answers. */
export const DocumentComment = z.object({ span: Span, text: z.string(), author: z.string().optional(), at: z.string().optional(), replyTo: z.int().optional(), resolved: z.boolean().optional() })
export type DocumentComment = z.infer<typeof DocumentComment>

/**
 * An article as every later stage sees it: normalised text (LF line ends, no BOM, no other change: every other character the author wrote is there) and what is where.
 * `language` is a BCP 47 tag or absent.
 */
export const Document = z.object({
  title: z.string(),
  text: z.string(),
  blocks: z.array(Block),
  marks: z.array(DocumentMark),
  language: z.string().optional(),
  /** Where the format knows pages: stretches in text order that do not overlap. */
  pages: z.array(PageStretch).optional(),
  /** Where the format knows them: tracked changes and comments, in text order. */
  changes: z.array(TrackedChange).optional(),
  comments: z.array(DocumentComment).optional(),
  warnings: z.array(Warning),
})
export type Document = z.infer<typeof Document>

/** The words a span covers. */
export const textOf = (text: string, span: Span): string => text.slice(span.start, span.end)
/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
/** Whether `outer` covers the whole of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** The span without white space at either end. */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /\s/.test(text[start] ?? '')) start += 1
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1
  return { start, end }
}
