import { z } from 'zod'
import { Span } from '../document/document.ts'
import { ClaimKind } from '../extract/claim-draft.ts'
import { SourceResult, Stance, Status, TableExcerpt } from './records.ts'

/** The claim a decision is about and the version the person was looking at: another version there now is a conflict, and nothing is lost. */
const onClaim = { claimId: z.string(), version: z.int() }
const words = z.string().trim().min(1).max(20_000)
/** http(s) only; whether it is public is decided when it is fetched. */
export const WebAddress = z.url({ protocol: /^https?$/ }).max(2_000)

const evidenceBase = { claimId: z.string(), stance: Stance, quote: z.string().max(20_000).nullable().default(null), locator: z.string().max(500).nullable().default(null), note: z.string().max(20_000).default('') }

/**
 * Everything a person can do to an article's review: one vocabulary for the desk, the sample, the CLI and undo.
 * `confirmed` on acts that may take a verdict's last support away: without it they are refused with `confirmation-needed`.
 */
export const Decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename'), title: z.string().trim().min(1).max(500) }),
  z.object({ kind: z.literal('set-status'), ...onClaim, status: Status.exclude(['recheck']), reason: z.string().trim().max(20_000).nullable().default(null), waitingOn: z.enum(['author', 'source']).nullable().default(null) }),
  z.object({ kind: z.literal('set-source-result'), ...onClaim, noteId: z.string(), result: SourceResult, confirmed: z.boolean().default(false) }),
  z.object({ kind: z.literal('edit-statement'), ...onClaim, statement: words }),
  z.object({ kind: z.literal('set-kinds'), ...onClaim, kinds: z.array(ClaimKind).min(1) }),
  z.object({ kind: z.literal('set-extent'), ...onClaim, span: Span }),
  z.object({ kind: z.literal('add-claim'), span: Span, statement: words.optional(), kinds: z.array(ClaimKind).min(1).optional() }),
  /** Splits at `at`, an offset into the draft's text inside the claim. */
  z.object({ kind: z.literal('split'), ...onClaim, at: z.int() }),
  z.object({ kind: z.literal('merge'), ...onClaim, withId: z.string(), withVersion: z.int() }),
  z.object({ kind: z.literal('delete-claim'), ...onClaim }),
  /** Keeps, in the history, what was not kept when two people decided one claim. */
  z.object({ kind: z.literal('record-not-kept'), ...onClaim, status: Status, reason: z.string().nullable() }),
  z.object({ kind: z.literal('attach-evidence'), ...evidenceBase, source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('web'), url: WebAddress }),
    z.object({ kind: z.literal('file'), snapshotId: z.string() }),
    z.object({ kind: z.literal('table'), table: TableExcerpt }),
    z.object({ kind: z.literal('reference'), reference: words }),
  ]) }),
  z.object({ kind: z.literal('edit-evidence'), evidenceId: z.string(), stance: Stance, quote: z.string().max(20_000).nullable(), locator: z.string().max(500).nullable(), note: z.string().max(20_000), confirmed: z.boolean().default(false) }),
  z.object({ kind: z.literal('take-away-evidence'), evidenceId: z.string(), confirmed: z.boolean().default(false) }),
  z.object({ kind: z.literal('add-comment'), claimId: z.string(), text: words, parentId: z.string().nullable().default(null), internal: z.boolean().default(false) }),
  z.object({ kind: z.literal('edit-comment'), commentId: z.string(), text: words }),
  z.object({ kind: z.literal('delete-comment'), commentId: z.string() }),
  z.object({ kind: z.literal('dismiss-finding'), findingId: z.string(), reason: words }),
  z.object({ kind: z.literal('reopen-finding'), findingId: z.string() }),
])
export type Decision = z.infer<typeof Decision>
export type DecisionInput = z.input<typeof Decision>
