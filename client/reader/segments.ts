import type { Span } from '#shared/document/document.ts'
import type { ClaimLayer } from '#shared/extract/claim-draft.ts'

/** What a segment needs to know of a claim. */
export interface Marked {
  id: string
  span: Span
  layer: ClaimLayer
}
export interface NoteMark {
  noteId: string
  label: string
  span: Span
}

/** A stretch of one block over which the same claims stand. `claims` are ids of the `true` layer, outer first; `said`: this is a quotation mark of that claim. */
export interface Segment {
  start: number
  end: number
  claims: string[]
  said: string | null
  note: NoteMark | null
}

const QUOTATION_MARK = /["'“”‘’„«»「」『』]/

/** The quotation's own marks: its first and last character, where they are quotation marks. */
function marksOf(text: string, span: Span): Span[] {
  const ends: Span[] = []
  if (QUOTATION_MARK.test(text[span.start] ?? '')) ends.push({ start: span.start, end: span.start + 1 })
  for (let at = span.end - 1; at > span.start && at >= span.end - 2; at -= 1) {
    if (!QUOTATION_MARK.test(text[at] ?? '')) continue
    ends.push({ start: at, end: at + 1 })
    break
  }
  return ends
}

/**
 * Cuts a block at every border of a claim, quotation mark or note mark. The segments, put together, are the block's text.
 * `claims` and `notes` are those that overlap the block.
 */
export function segmentsOf(text: string, block: Span, claims: readonly Marked[], notes: readonly NoteMark[]): Segment[] {
  const truth = claims.filter((claim) => claim.layer === 'true').sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const quotationMarks = claims.filter((claim) => claim.layer === 'said').flatMap((claim) => marksOf(text, claim.span).map((span) => ({ id: claim.id, span })))
  const borders = new Set([block.start, block.end])
  for (const { span } of [...truth, ...quotationMarks, ...notes]) {
    for (const border of [span.start, span.end]) if (border > block.start && border < block.end) borders.add(border)
  }
  const cuts = [...borders].sort((a, b) => a - b)
  const over = (span: Span, start: number, end: number): boolean => span.start <= start && end <= span.end
  return cuts.slice(0, -1).map((start, index): Segment => {
    const end = cuts[index + 1] ?? block.end
    return {
      start, end, claims: truth.filter((claim) => over(claim.span, start, end)).map((claim) => claim.id),
      said: quotationMarks.find((mark) => over(mark.span, start, end))?.id ?? null,
      note: notes.find((note) => over(note.span, start, end)) ?? null,
    }
  })
}
