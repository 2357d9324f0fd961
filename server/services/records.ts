import type { ClaimNoteRecord, ClaimRecord, CommentRecord, EvidenceRecord, FindingDecision, FindingView, NoteRecord, ReviewEvent } from '#shared/review/index.ts'
import { checks } from '#shared/checks/rules/index.ts'
import { Prisma } from '../db/generated/client.ts'

/** Rows as the records of shared/review, and back. JSON columns were validated when written; times are ISO 8601 outside the database. */

const time = (date: Date): string => date.toISOString()
const maybe = (date: Date | null): string | null => date?.toISOString() ?? null
const moment = (iso: string | null): Date | null => (iso === null ? null : new Date(iso))
const json = (value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull => (value === null || value === undefined ? Prisma.DbNull : (value as Prisma.InputJsonValue))

export const claimRecord = (row: Prisma.ClaimGetPayload<object>): ClaimRecord => {
  const { start, end, createdAt, deletedAt, statusAt, ...rest } = row
  return { ...rest, span: { start, end }, createdAt: time(createdAt), deletedAt: maybe(deletedAt), statusAt: maybe(statusAt) } as ClaimRecord
}
export const claimRow = ({ span, createdAt, deletedAt, statusAt, ...rest }: ClaimRecord) => ({ ...rest, start: span.start, end: span.end, createdAt: new Date(createdAt), deletedAt: moment(deletedAt), statusAt: moment(statusAt) })
export const claimData = (record: ClaimRecord): Prisma.ClaimUncheckedCreateInput => ({ ...claimRow(record), kinds: record.kinds, reasons: record.reasons, speaker: json(record.speaker) })

export const claimNoteRecord = (row: Prisma.ClaimNoteGetPayload<object>): ClaimNoteRecord => ({ ...row, resultAt: maybe(row.resultAt), deletedAt: maybe(row.deletedAt) }) as ClaimNoteRecord
export const claimNoteData = (record: ClaimNoteRecord): Prisma.ClaimNoteUncheckedCreateInput => ({ ...record, resultAt: moment(record.resultAt), deletedAt: moment(record.deletedAt) })

export const evidenceRecord = (row: Prisma.EvidenceGetPayload<object>): EvidenceRecord => ({ ...row, createdAt: time(row.createdAt), deletedAt: maybe(row.deletedAt) }) as EvidenceRecord
export const evidenceData = (record: EvidenceRecord): Prisma.EvidenceUncheckedCreateInput => ({ ...record, table: json(record.table), createdAt: new Date(record.createdAt), deletedAt: moment(record.deletedAt) })

export const commentRecord = (row: Prisma.CommentGetPayload<object>): CommentRecord => ({ ...row, createdAt: time(row.createdAt), editedAt: maybe(row.editedAt), deletedAt: maybe(row.deletedAt) })
export const commentData = (record: CommentRecord): Prisma.CommentUncheckedCreateInput => ({ ...record, createdAt: new Date(record.createdAt), editedAt: moment(record.editedAt), deletedAt: moment(record.deletedAt) })

export const findingDecision = (row: Pick<Prisma.FindingGetPayload<object>, 'id' | 'state' | 'reason' | 'decidedBy' | 'decidedAt'>): FindingDecision =>
  ({ id: row.id, state: row.state, reason: row.reason, decidedBy: row.decidedBy, decidedAt: maybe(row.decidedAt) }) as FindingDecision
export const findingData = (record: FindingDecision) => ({ state: record.state, reason: record.reason, decidedBy: record.decidedBy, decidedAt: moment(record.decidedAt) })

const TITLES = new Map(checks.map((check) => [check.id, check.title]))
export const findingView = (row: Prisma.FindingGetPayload<object>): FindingView =>
  ({
    ...findingDecision(row), checkId: row.checkId, title: TITLES.get(row.checkId) ?? row.checkId, severity: row.severity, primary: { start: row.start, end: row.end }, related: row.related,
    what: row.what, why: row.why, todo: row.todo, data: row.data,
  }) as FindingView

/** What a note is read with. */
export const WITH_WORKS = { works: { include: { source: true }, orderBy: { position: 'asc' } } } satisfies Prisma.NoteInclude

export function noteRecord({ works: [first, ...others], ...row }: Prisma.NoteGetPayload<{ include: typeof WITH_WORKS }>): NoteRecord {
  const further = others.flatMap(({ source, pinpoint }) => (source ? [{ source: source.csl, pinpoint }] : []))
  return { id: row.id, label: row.label, text: row.text, malformed: row.malformed, ibidOf: row.ibidOf, pinpoint: first?.pinpoint ?? null, marks: row.marks, definition: row.definition, source: first?.source?.csl ?? null, ...(further.length > 0 && { further }) } as NoteRecord
}

export const eventRecord = (row: Prisma.ReviewEventGetPayload<object>): ReviewEvent => ({ ...row, at: time(row.at) }) as ReviewEvent
