import type { ImportPreview } from '#shared/api/index.ts'
import { contains, textOf, type Document } from '#shared/document/document.ts'
import { shorten } from '#shared/document/shorten.ts'
import { wordsOf, type Reading } from './import-reading.ts'

/** Characters of an excerpt in the dialog: about two lines. */
const EXCERPT = 160
/** First blocks shown: enough to see that it is the right article. */
const EXCERPT_BLOCKS = 6

/** What the dialog shows of a reading before it is kept. */
export function previewOf({ id, given, analysis, format, notes }: Reading): ImportPreview {
  const { document, orphans, claims, warnings } = analysis
  const citations = analysis.citations.filter(({ kind }) => kind !== 'link')
  const block = (span: { start: number; end: number }) => document.blocks.find((candidate) => contains(candidate.span, span))
  return {
    id, name: given.name, title: document.title, format, language: document.language ?? null, words: wordsOf(analysis),
    paragraphs: document.blocks.filter((candidate) => candidate.kind === 'paragraph' || candidate.kind === 'quote').length, claims: claims.length,
    notes: { marks: citations.length, joined: citations.filter((citation) => citation.definition).length, defined: new Set([...citations.filter((citation) => citation.definition).map((citation) => citation.label), ...orphans.map((orphan) => orphan.label)]).size },
    setAside: document.blocks.flatMap((candidate, index) => (candidate.kind === 'furniture' ? [{ index, text: shorten(textOf(document.text, candidate.span), EXCERPT), lines: textOf(document.text, candidate.span).split('\n').length }] : [])),
    warnings: warnings.map((warning) => ({ ...warning, excerpt: warning.span ? shorten(textOf(document.text, block(warning.span)?.span ?? warning.span), EXCERPT) : null })),
    changes: document.changes?.length ?? 0, comments: document.comments?.length ?? 0, view: given.view ?? 'accepted',
    notesFile: notes ? null : fileOfNotes(document), notesFrom: notes?.name ?? null,
    excerpt: document.blocks.filter((candidate) => candidate.kind !== 'furniture').slice(0, EXCERPT_BLOCKS).map((candidate) => ({ kind: candidate.kind, text: shorten(textOf(document.text, candidate.span), EXCERPT) })),
  }
}

/** The file that note marks lead to, without its folder; null where the notes are here. */
function fileOfNotes({ marks }: Document): string | null {
  const address = marks.find(({ kind, href }) => kind === 'note-mark' && href !== undefined)?.href
  return address?.replace(/[#?].*$/, '').replace(/^.*\//, '') || null
}
