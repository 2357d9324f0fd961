import { z } from 'zod'
import { CslItem } from '../citations/citation.ts'
import { Span } from '../document/document.ts'
import { ClaimKind, ClaimLayer, Reason, Speaker } from '../extract/claim-draft.ts'

/** The verdict axis. Only a named person moves a claim along it; `recheck` is set by the desk when what a verdict rests on changes. */
export const Status = z.enum(['to-check', 'querying', 'verified', 'disputed', 'conflicting', 'unverifiable', 'on-author', 'waived', 'recheck'])
export type Status = z.infer<typeof Status>

/** What the note's source says about one claim (Wikipedia's tested vocabulary for source-side trouble). Never mixed with `Status`. */
export const SourceResult = z.enum([
  'not-checked', 'supports', 'partly-supports', 'fails-verification', 'page-needed', 'cannot-access', 'better-source-needed', 'dead-link', 'self-published',
])
export type SourceResult = z.infer<typeof SourceResult>

export const Stance = z.enum(['supports', 'contradicts', 'context'])
export type Stance = z.infer<typeof Stance>
export const EvidenceKind = z.enum(['web', 'file', 'table', 'reference'])
export type EvidenceKind = z.infer<typeof EvidenceKind>

/** ISO 8601 UTC with milliseconds. */
const Time = z.string()

/** `span` indexes the current draft's text; `prefix`/`suffix` are up to 32 characters either side. `number` is given once and never reused ("64", "64a"). */
export const ClaimRecord = z.object({
  id: z.string(), articleId: z.string(), draftId: z.string(),
  number: z.string(), span: Span, quote: z.string(), prefix: z.string(), suffix: z.string(),
  statement: z.string(), statementBy: z.string().nullable(), needsContext: z.boolean(),
  kinds: z.array(ClaimKind), layer: ClaimLayer, quotationId: z.string().nullable(), speaker: Speaker.nullable(),
  score: z.number(), reasons: z.array(Reason), origin: z.enum(['rule', 'person']),
  status: Status, reason: z.string().nullable(), statusBy: z.string().nullable(), statusAt: Time.nullable(), waitingOn: z.string().nullable(),
  version: z.int(), createdAt: Time, deletedAt: Time.nullable(),
})
export type ClaimRecord = z.infer<typeof ClaimRecord>

export const ClaimNoteRecord = z.object({
  id: z.string(), claimId: z.string(), noteId: z.string(), result: SourceResult, resultBy: z.string().nullable(), resultAt: Time.nullable(), deletedAt: Time.nullable(),
})
export type ClaimNoteRecord = z.infer<typeof ClaimNoteRecord>

/** `rows` in the table's unit. One piece can show several places ("China" beside "United States"). */
export const TableExcerpt = z.object({
  table: z.string(), title: z.string(), unit: z.string(), source: z.string(), licence: z.string(), retrieved: z.string(),
  rows: z.array(z.object({ place: z.string(), placeName: z.string(), year: z.int(), value: z.number() })).min(1).max(200),
})
export type TableExcerpt = z.infer<typeof TableExcerpt>

export const EvidenceRecord = z.object({
  id: z.string(), articleId: z.string(), claimId: z.string(), kind: EvidenceKind, stance: Stance,
  quote: z.string().nullable(), locator: z.string().nullable(), note: z.string(),
  url: z.string().nullable(), snapshotId: z.string().nullable(), table: TableExcerpt.nullable(), reference: z.string().nullable(),
  createdBy: z.string(), createdAt: Time, deletedAt: Time.nullable(),
})
export type EvidenceRecord = z.infer<typeof EvidenceRecord>

export const CommentRecord = z.object({
  id: z.string(), articleId: z.string(), claimId: z.string(), parentId: z.string().nullable(), text: z.string(), internal: z.boolean(),
  author: z.string(), createdAt: Time, editedAt: Time.nullable(), deletedAt: Time.nullable(),
})
export type CommentRecord = z.infer<typeof CommentRecord>

export const FindingState = z.enum(['open', 'dismissed', 'resolved'])
export const FindingDecision = z.object({ id: z.string(), state: FindingState, reason: z.string().nullable(), decidedBy: z.string().nullable(), decidedAt: Time.nullable() })
export type FindingDecision = z.infer<typeof FindingDecision>

/** A capture of bytes. A failed capture is a record too: `error` says why. `sha256` is lower-case hex of the stored bytes. */
export const SnapshotRecord = z.object({
  id: z.string(), state: z.enum(['capturing', 'captured', 'failed']), sha256: z.string().nullable(), url: z.string().nullable(), finalUrl: z.string().nullable(),
  fileName: z.string().nullable(), fetchedAt: Time, mediaType: z.string().nullable(), bytes: z.int().nullable(), title: z.string().nullable(), text: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
})
export type SnapshotRecord = z.infer<typeof SnapshotRecord>

/** A note of the article. `source` is the first work it names and `pinpoint` the place in it; `further` are the works it names besides (absent: none). */
export const NoteRecord = z.object({
  id: z.string(), label: z.string(), text: z.string(), malformed: z.string().nullable(), ibidOf: z.string().nullable(), pinpoint: z.string().nullable(),
  marks: z.array(z.object({ span: Span, carries: Span })), definition: Span.nullable(), source: CslItem.nullable(),
  further: z.array(z.object({ source: CslItem, pinpoint: z.string().nullable() })).optional(),
})
export type NoteRecord = z.infer<typeof NoteRecord>

/** What kind of record an event changed. */
export const Entity = z.enum(['claim', 'claim-note', 'evidence', 'comment', 'finding', 'article'])
export type Entity = z.infer<typeof Entity>

/** What happened, as a verb of the desk. */
export const EventKind = z.enum([
  'import', 'rename', 'set-status', 'recheck', 'set-source-result', 'edit-statement', 'set-kinds', 'set-extent', 'add-claim', 'split', 'merge', 'delete-claim',
  'attach-evidence', 'edit-evidence', 'take-away-evidence', 'add-comment', 'edit-comment', 'delete-comment', 'dismiss-finding', 'reopen-finding', 'not-kept', 'undo', 'redo',
])
export type EventKind = z.infer<typeof EventKind>

/**
 * Append-only. `act` groups the events of one gesture. `before`/`after` are the whole record (null: it did not exist), enough to go back.
 * The chain runs per article: `hash` = sha-256 over the canonical JSON of everything but `hash`, `previousHash` included.
 */
export const ReviewEvent = z.object({
  id: z.string(), articleId: z.string(), sequence: z.int(), act: z.string(), actor: z.string(), at: Time, kind: EventKind,
  entity: Entity, entityId: z.string(), claimId: z.string().nullable(), before: z.unknown(), after: z.unknown(), undoes: z.string().nullable(),
  hash: z.string(), previousHash: z.string().nullable(),
})
export type ReviewEvent = z.infer<typeof ReviewEvent>
