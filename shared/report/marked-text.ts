import { overlaps, type Block, type Span } from '../document/document.ts'
import { byBlock } from '../document/in-order.ts'
import type { FindingView, NoteRecord } from '../review/index.ts'
import type { Report, ReportClaim } from './report.ts'

/**
 * A stretch of one block between two boundaries: everything about it is the same from its first to its last character. `claims` cover it, outer before inner;
 * `opens`/`closes` are those that begin or end here (in this block); `findings` begin here; `note` is the note whose mark this is.
 */
export interface Stretch {
  text: string
  claims: ReportClaim[]
  opens: ReportClaim[]
  closes: ReportClaim[]
  findings: FindingView[]
  note: NoteRecord | null
}
export interface MarkedBlock { block: Block; stretches: Stretch[] }

/** The article cut at every boundary of claims, note marks and findings, block by block, so that overlapping claims can be drawn. Needs claims in text order. */
export function markedBlocks({ text, blocks, claims, notes, otherFindings }: Pick<Report, 'text' | 'blocks' | 'claims' | 'notes' | 'otherFindings'>): MarkedBlock[] {
  const marks = notes.flatMap((note) => note.marks.map((mark) => ({ note, span: mark.span })))
  const findings = allFindings({ claims, otherFindings })
  const spans = blocks.map((block) => block.span)
  const claimsOf = byBlock(spans, claims, (entry) => entry.claim.span)
  const marksOf = byBlock(spans, marks, (mark) => mark.span)
  const findingsOf = byBlock(spans, findings, (finding) => finding.primary)
  return blocks.map((block, place) => {
    const [here, marked, doubted] = [claimsOf[place]!, marksOf[place]!, findingsOf[place]!]
    const clamp = (offset: number): number => Math.min(Math.max(offset, block.span.start), block.span.end)
    const ends = [block.span, ...here.map((entry) => entry.claim.span), ...marked.map((mark) => mark.span)].flatMap(({ start, end }) => [clamp(start), clamp(end)])
    const cuts = [...new Set([...ends, ...doubted.map((finding) => clamp(finding.primary.start))])].sort((a, b) => a - b)
    const stretches = cuts.slice(0, -1).map((start, index): Stretch => {
      const span = { start, end: cuts[index + 1] ?? block.span.end }
      const covering = here.filter((entry) => overlaps(entry.claim.span, span)).sort((a, b) => length(b.claim.span) - length(a.claim.span))
      return {
        text: text.slice(span.start, span.end),
        claims: covering,
        opens: covering.filter((entry) => clamp(entry.claim.span.start) === span.start),
        closes: covering.filter((entry) => clamp(entry.claim.span.end) === span.end),
        findings: doubted.filter((finding) => clamp(finding.primary.start) === span.start),
        note: marked.find((mark) => overlaps(mark.span, span))?.note ?? null,
      }
    })
    return { block, stretches }
  })
}

const length = (span: Span): number => span.end - span.start

/** Every finding of the report once, in text order. */
export function allFindings({ claims, otherFindings }: Pick<Report, 'claims' | 'otherFindings'>): FindingView[] {
  const byId = new Map([...claims.flatMap((entry) => entry.findings), ...otherFindings].map((finding) => [finding.id, finding]))
  return [...byId.values()].sort((a, b) => a.primary.start - b.primary.start || a.primary.end - b.primary.end || (a.id < b.id ? -1 : 1))
}
