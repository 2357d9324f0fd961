import { createHash } from 'node:crypto'
import { canonical, type EventKind, type ReviewEvent } from '#shared/review/index.ts'
import type { Context } from '../context.ts'
import { insertRows } from '../db/bulk.ts'
import type { Transaction } from '../db/database.ts'
import { articleOr404 } from './articles.ts'
import { eventRecord } from './records.ts'

/** What an act writes for each change; the rest of the event comes from the act and the chain. */
export interface EventDraft {
  kind: EventKind
  entity: ReviewEvent['entity']
  entityId: string
  claimId: string | null
  before: unknown
  after: unknown
}

/** SHA-256 over the canonical JSON of everything but the hash itself; `previousHash` is part of it, so no event can be changed or taken out unseen. */
export const eventHash = (event: Omit<ReviewEvent, 'hash'>): string => createHash('sha256').update(canonical(event)).digest('hex')

/** Appends an act's events to the article's chain, in the transaction that makes the change, and marks the article as changed by this person. */
export async function appendEvents(tx: Transaction, context: Context, articleId: string, given: { act: string; actor: string; at: string; undoes?: string | null }, drafts: readonly EventDraft[]): Promise<ReviewEvent[]> {
  const head = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { events: true, headHash: true } })
  let { events: sequence, headHash: previousHash } = head
  const events = drafts.map((draft): ReviewEvent => {
    sequence += 1
    const unsigned = { id: context.newId(), articleId, sequence, act: given.act, actor: given.actor, at: given.at, ...draft, undoes: given.undoes ?? null, previousHash }
    const hash = eventHash(unsigned)
    previousHash = hash
    return { ...unsigned, hash }
  })
  await insertRows(tx, 'ReviewEvent', events.map((event) => ({ ...event, at: new Date(event.at) })))
  await tx.article.update({ where: { id: articleId }, data: { events: sequence, headHash: previousHash, updatedAt: new Date(given.at), lastActor: given.actor } })
  return events
}

/** The whole history of an article, oldest first. */
export async function articleHistory(context: Context, articleId: string): Promise<ReviewEvent[]> {
  await articleOr404(context.db, articleId)
  return (await context.db.reviewEvent.findMany({ where: { articleId }, orderBy: { sequence: 'asc' } })).map(eventRecord)
}

/** The first break in a chain (a changed, missing or reordered event), or null when it is whole. */
export function brokenLink(events: readonly ReviewEvent[]): { sequence: number; why: string } | null {
  let previousHash: string | null = null
  for (const [index, { hash, ...event }] of events.entries()) {
    if (event.sequence !== index + 1) return { sequence: index + 1, why: 'an event is missing' }
    if (event.previousHash !== previousHash) return { sequence: event.sequence, why: 'it does not name the event before it' }
    if (eventHash(event) !== hash) return { sequence: event.sequence, why: 'it was changed after it was written' }
    previousHash = hash
  }
  return null
}
