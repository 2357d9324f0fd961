import type { ActResult } from '#shared/api/index.ts'
import { AppError } from '#shared/errors.ts'
import { applyDecision, nextToReverse, reverseAct, STATUS_WORDS, SOURCE_RESULT_WORDS, type ActInHistory, type Change, type ClaimRecord, type Decision, type DecisionMeta, type ReviewEvent, type Standing } from '#shared/review/index.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../db/database.ts'
import { articleOr404 } from './articles.ts'
import { summaries } from './claims.ts'
import { appendEvents } from './history.ts'
import { claimData, claimNoteData, claimNoteRecord, claimRecord, commentData, commentRecord, eventRecord, evidenceData, evidenceRecord, findingData, findingDecision } from './records.ts'
import { stateFor } from './review-state.ts'
import { startCapture } from './snapshots.ts'

/** The named person of the request. Throws `name-needed`. */
export function actorOf(context: Context): string {
  if (!context.actor) throw new AppError('name-needed', 'Only a named person changes a review. Give your name first (desk: Settings; command line: --as NAME).')
  return context.actor
}

/**
 * Does one thing to an article's review, whole or not at all: rows, history and head of the chain in one transaction.
 * The same `act` sent twice is done once and answers the same. Throws what `applyDecision` throws, `name-needed`, `not-found`.
 */
export async function decide(context: Context, articleId: string, { act, decision }: { act: string; decision: Decision }): Promise<ActResult> {
  return perform(context, articleId, act, async (tx, meta, article) => ({ changes: applyDecision(await stateFor(tx, article, decision), decision, meta), undoes: null }))
}

/** Takes back this person's last act that still stands; `redo` does again what they last took back. Throws `nothing-to-undo`, `conflict`. */
export const undo = (context: Context, articleId: string, { act }: { act: string }): Promise<ActResult> => reverse(context, articleId, act, 'undo')
export const redo = (context: Context, articleId: string, { act }: { act: string }): Promise<ActResult> => reverse(context, articleId, act, 'redo')

function reverse(context: Context, articleId: string, act: string, direction: 'undo' | 'redo'): Promise<ActResult> {
  return perform(context, articleId, act, async (tx, meta, article) => {
    const acts = await tx.$queryRaw<ActInHistory[]>`SELECT "act", min("kind") AS "kind", min("undoes") AS "undoes" FROM "ReviewEvent" WHERE "articleId" = ${articleId} AND "actor" = ${meta.actor} GROUP BY "act" ORDER BY min("sequence")`
    const target = nextToReverse(acts, direction)
    if (!target) throw new AppError('nothing-to-undo', direction === 'undo' ? 'Nothing of yours is left to take back in this article.' : 'Nothing was taken back that could be done again.')
    const events = (await tx.reviewEvent.findMany({ where: { act: target, articleId }, orderBy: { sequence: 'asc' } })).map(eventRecord)
    return { changes: reverseAct(events, await standing(tx, article, events), direction, meta), undoes: target }
  })
}

/** The records these events changed, and everything on their claims, as they stand now, deleted or not. */
async function standing(tx: Transaction, article: { id: string; title: string }, events: readonly ReviewEvent[]): Promise<Standing> {
  const idsOf = (entity: ReviewEvent['entity']): string[] => events.filter((event) => event.entity === entity).map((event) => event.entityId)
  const claimOf = (record: unknown): string | null => (record as { claimId?: string } | null)?.claimId ?? null
  const claimIds = [...new Set([...idsOf('claim'), ...events.flatMap((event) => [event.claimId, claimOf(event.before), claimOf(event.after)].filter((id) => id !== null))])]
  const onClaims = (entity: ReviewEvent['entity']) => ({ OR: [{ claimId: { in: claimIds } }, { id: { in: idsOf(entity) } }] })
  const [claims, claimNotes, evidence, comments, findings] = await Promise.all([
    tx.claim.findMany({ where: { id: { in: claimIds } } }), tx.claimNote.findMany({ where: onClaims('claim-note') }), tx.evidence.findMany({ where: onClaims('evidence') }),
    tx.comment.findMany({ where: onClaims('comment') }), tx.finding.findMany({ where: { id: { in: idsOf('finding') } } }),
  ])
  return {
    article: { id: article.id, title: article.title }, claims: claims.map(claimRecord), claimNotes: claimNotes.map(claimNoteRecord), evidence: evidence.map(evidenceRecord),
    comments: comments.map(commentRecord), findings: findings.map(findingDecision),
  }
}

async function perform(context: Context, articleId: string, act: string, work: (tx: Transaction, meta: DecisionMeta, article: { id: string; title: string }) => Promise<{ changes: Change[]; undoes: string | null }>): Promise<ActResult> {
  const actor = actorOf(context)
  const done = await context.db.$transaction(async (tx) => {
    const article = await articleOr404(tx, articleId)
    const before = await tx.reviewEvent.findMany({ where: { act }, orderBy: { sequence: 'asc' } })
    if (before.length > 0) {
      if (before.some((event) => event.articleId !== articleId || event.actor !== actor)) throw new AppError('invalid-request', 'This act id was used by another act. Send a new one.', { act })
      return { events: before.map(eventRecord), captures: [], title: article.title }
    }
    const meta: DecisionMeta = { actor, at: context.now().toISOString(), newId: () => context.newId() }
    const { changes, undoes } = await work(tx, meta, article)
    if (changes.length === 0) return { events: [], captures: [], title: article.title }
    const captures = await write(tx, context, changes)
    const events = await appendEvents(tx, context, articleId, { act, actor, at: meta.at, undoes }, changes.map(({ kind, entity, id, claimId, before: was, after }) => ({ kind, entity, entityId: id, claimId, before: was, after })))
    const title = changes.find((change) => change.entity === 'article')?.after.title ?? article.title
    return { events, captures, title }
  })
  for (const snapshotId of done.captures) startCapture(context, snapshotId)
  return answer(context, articleId, act, done.events, done.title)
}

/** What an act changed, read back: also for an act that had been done before. */
async function answer(context: Context, articleId: string, act: string, events: ReviewEvent[], title: string): Promise<ActResult> {
  const touched = [...new Set(events.flatMap((event) => event.claimId ?? (event.entity === 'claim' ? event.entityId : [])))]
  // A dismissed finding changes the counts of every claim it touches.
  const findings = events.filter((event) => event.entity === 'finding').map((event) => event.entityId)
  const alsoTouched = findings.length === 0 ? [] : await context.db.$queryRaw<{ id: string }[]>`SELECT DISTINCT c."id" FROM "Claim" c JOIN "FindingSpan" s ON s."articleId" = c."articleId" AND c."start" < s."end" AND s."start" < c."end" WHERE s."findingId" IN (SELECT value FROM json_each(${JSON.stringify(findings)})) AND c."deletedAt" IS NULL`
  const ids = [...new Set([...touched, ...alsoTouched.map(({ id }) => id)])]
  const claims = ids.length > 0 ? await summaries(context.db, articleId, ids) : []
  const removed = ids.filter((id) => !claims.some((claim) => claim.id === id))
  const claimId = events.find((event) => event.claimId !== null && !removed.includes(event.claimId))?.claimId ?? null
  return { act, events, claims, removed, summary: summarise(events), claimId, title }
}

/** One line for the bar: "98 stands on author", "Took back: 99 verified". */
function summarise(events: readonly ReviewEvent[]): string {
  const first = events.find((event) => event.kind !== 'recheck') ?? events[0]
  if (!first) return 'Nothing changed'
  const claim = events.find((event) => event.entity === 'claim')
  const number = ((claim?.after ?? claim?.before) as ClaimRecord | undefined)?.number
  const of = number ? ` ${number}` : ''
  const after = (first.after ?? {}) as Record<string, string>
  switch (first.kind) {
    case 'set-status': return after['status'] === 'on-author' ? `${number} stands on author` : after['status'] === 'querying' ? `${number} queried` : after['status'] === 'to-check' ? `${number} back to to check` : `${number} ${STATUS_WORDS[after['status'] as keyof typeof STATUS_WORDS].label.toLowerCase()}`
    case 'set-source-result': return `Source result: ${SOURCE_RESULT_WORDS[after['result'] as keyof typeof SOURCE_RESULT_WORDS]}`
    case 'undo': return `Taken back${of}`
    case 'redo': return `Done again${of}`
    case 'edit-statement': return `${number} worded`
    case 'set-kinds': return `${number} re-kinded`
    case 'set-extent': return `${number} has a new extent`
    case 'add-claim': return `${number} added`
    case 'split': return `${number} split`
    case 'merge': return `${number} merged`
    case 'delete-claim': return `${number} deleted`
    case 'attach-evidence': return 'Evidence attached'
    case 'edit-evidence': return 'Evidence changed'
    case 'take-away-evidence': return 'Evidence taken away'
    case 'add-comment': return 'Reviewer note kept'
    case 'edit-comment': return 'Reviewer note changed'
    case 'delete-comment': return 'Reviewer note deleted'
    case 'dismiss-finding': return 'Finding dismissed'
    case 'reopen-finding': return 'Finding open again'
    case 'rename': return 'Article renamed'
    case 'not-kept': return `${number}: the other version is in the history`
    case 'recheck': return `${number} to check again`
    case 'import': return 'Put on the desk'
  }
}

/** Writes the changed records; raises the version of claims whose evidence or source result changed; makes the captures that web evidence waits for. */
async function write(tx: Transaction, context: Context, changes: readonly Change[]): Promise<string[]> {
  const captures: string[] = []
  for (const change of changes) {
    if (change.entity === 'evidence' && change.before === null && change.after.kind === 'web' && change.after.snapshotId) {
      await tx.snapshot.create({ data: { id: change.after.snapshotId, state: 'capturing', url: change.after.url, fetchedAt: context.now() } })
      captures.push(change.after.snapshotId)
    }
    await writeRecord(tx, change)
  }
  const ownChange = new Set(changes.filter((change) => change.entity === 'claim').map((change) => change.id))
  const touched = new Set(changes.filter((change) => change.entity === 'claim-note' || change.entity === 'evidence').flatMap((change) => change.claimId ?? []))
  const bumped = [...touched].filter((id) => !ownChange.has(id))
  if (bumped.length > 0) await tx.claim.updateMany({ where: { id: { in: bumped } }, data: { version: { increment: 1 } } })
  return captures
}

async function writeRecord(tx: Transaction, change: Change): Promise<void> {
  const { id } = change
  switch (change.entity) {
    case 'claim': await (change.before === null ? tx.claim.create({ data: claimData(change.after) }) : tx.claim.update({ where: { id }, data: claimData(change.after) })); return
    case 'claim-note': await (change.before === null ? tx.claimNote.create({ data: claimNoteData(change.after) }) : tx.claimNote.update({ where: { id }, data: claimNoteData(change.after) })); return
    case 'evidence': await (change.before === null ? tx.evidence.create({ data: evidenceData(change.after) }) : tx.evidence.update({ where: { id }, data: evidenceData(change.after) })); return
    case 'comment': await (change.before === null ? tx.comment.create({ data: commentData(change.after) }) : tx.comment.update({ where: { id }, data: commentData(change.after) })); return
    case 'finding': await tx.finding.update({ where: { id }, data: findingData(change.after) }); return
    case 'article': await tx.article.update({ where: { id }, data: { title: change.after.title } })
  }
}
