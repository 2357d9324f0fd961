import { z } from 'zod'
import { CheckRun } from '../checks/check.ts'
import { Block } from '../document/document.ts'
import { ClaimRecord, ClaimView, CommentRecord, EvidenceView, FindingView, NoteRecord, ReviewEvent, SourceResult, Tally } from '../review/index.ts'

export const ReportOptions = z.object({
  /** Leave internal reviewer notes out. */
  withoutInternal: z.boolean().default(false),
  /** Only claims that are disputed or conflicting. */
  onlyDisputed: z.boolean().default(false),
  sections: z.array(z.enum(['summary', 'article', 'claims', 'notes', 'history'])).default(['summary', 'article', 'claims', 'notes', 'history']),
})
export type ReportOptions = z.infer<typeof ReportOptions>

export const ReportClaim = z.object({
  claim: ClaimRecord,
  notes: z.array(z.object({ label: z.string(), noteId: z.string(), result: SourceResult, resultBy: z.string().nullable(), resultAt: z.string().nullable() })),
  evidence: z.array(EvidenceView),
  comments: z.array(CommentRecord),
  findings: z.array(FindingView),
  history: ClaimView.shape.history,
})
export type ReportClaim = z.infer<typeof ReportClaim>

/** The waist: exporters see this and nothing else. `date` is that of the last event, so the same state gives the same bytes. */
export const Report = z.object({
  version: z.literal(1),
  date: z.string(),
  options: ReportOptions,
  article: z.object({ id: z.string(), title: z.string() }),
  draft: z.object({ number: z.int(), name: z.string(), sha256: z.string(), importedAt: z.string(), importedBy: z.string(), words: z.int(), url: z.string().nullable() }),
  people: z.array(z.object({ name: z.string(), acts: z.int() })),
  tally: Tally,
  settled: z.int(),
  total: z.int(),
  /** What is still open, in words, with counts; only what is not zero. */
  open: z.array(z.object({ count: z.int(), what: z.string() })),
  text: z.string(),
  blocks: z.array(Block),
  claims: z.array(ReportClaim),
  notes: z.array(NoteRecord),
  /** Findings that touch none of `claims` (a malformed note, say). */
  otherFindings: z.array(FindingView),
  /** Events that belong to none of `claims`, oldest first: import, rename, deletions. */
  otherHistory: z.array(ReviewEvent),
  checks: z.array(CheckRun),
  /** Hash of the article's last history event. */
  headHash: z.string().nullable(),
})
export type Report = z.infer<typeof Report>
export const REPORT_FORMATS = ['html', 'md', 'json', 'csv'] as const
export const ReportFormat = z.enum(REPORT_FORMATS)
export type ReportFormat = z.infer<typeof ReportFormat>
