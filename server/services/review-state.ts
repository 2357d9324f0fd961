import { AppError } from '#shared/errors.ts'
import type { Span } from '#shared/document/document.ts'
import type { Decision, ReviewState } from '#shared/review/index.ts'
import type { Transaction } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { currentDraft, currentDraftId } from './articles.ts'
import { claimNoteRecord, claimRecord, commentRecord, evidenceRecord, findingDecision, noteRecord, WITH_WORKS } from './records.ts'

const ON_EXTENTS: readonly Decision['kind'][] = ['add-claim', 'split', 'merge', 'delete-claim', 'set-extent']

/**
 * The records a decision may touch. Only acts on extents need the text, its notes and the claims around; the rest read one claim: a key is answered at once, however long the article.
 * Throws AppError `not-found` for an uploaded file that is not here.
 */
export async function stateFor(tx: Transaction, { id: articleId, title }: { id: string; title: string }, decision: Decision): Promise<ReviewState> {
  const onExtents = ON_EXTENTS.includes(decision.kind)
  const draft = onExtents ? await currentDraft(tx, articleId) : { id: await currentDraftId(tx, articleId), text: '', blocks: [], marks: [] }
  const evidence = 'evidenceId' in decision ? await tx.evidence.findMany({ where: { id: decision.evidenceId, articleId } }) : []
  const comment = 'commentId' in decision ? await tx.comment.findFirst({ where: { id: decision.commentId, articleId } }) : null
  const claimIds = [...('claimId' in decision ? [decision.claimId] : []), ...('withId' in decision ? [decision.withId] : []), ...evidence.map((piece) => piece.claimId), ...(comment ? [comment.claimId] : [])]
  if (decision.kind === 'attach-evidence' && decision.source.kind === 'file' && !(await tx.snapshot.findUnique({ where: { id: decision.source.snapshotId } }))) {
    throw new AppError('not-found', 'The uploaded file is not here. Choose it again.', { snapshotId: decision.source.snapshotId })
  }
  const ofClaims = { claimId: { in: claimIds } }
  const named = await tx.claim.findMany({ where: { articleId, id: { in: claimIds } } })
  const [around, numbers, notes, claimNotes, pieces, comments, finding] = await Promise.all([
    onExtents ? claimsAround(tx, articleId, named, 'span' in decision ? decision.span : null) : [],
    onExtents ? numbersEverGiven(tx, articleId) : [],
    tx.note.findMany({ where: { draftId: draft.id, ...(!onExtents && { id: 'noteId' in decision ? decision.noteId : '' }) }, orderBy: { position: 'asc' }, include: WITH_WORKS }),
    tx.claimNote.findMany({ where: ofClaims }), tx.evidence.findMany({ where: ofClaims }), tx.comment.findMany({ where: ofClaims }),
    'findingId' in decision ? tx.finding.findMany({ where: { id: decision.findingId, articleId, state: { not: 'resolved' } } }) : [],
  ])
  return {
    article: { id: articleId, title, draftId: draft.id, numbers },
    document: { title, text: draft.text, blocks: draft.blocks, marks: draft.marks, warnings: [] } as unknown as ReviewState['document'],
    notes: notes.map(noteRecord), claims: [...named, ...around].map(claimRecord), claimNotes: claimNotes.map(claimNoteRecord), evidence: pieces.map(evidenceRecord), comments: comments.map(commentRecord), findings: finding.map(findingDecision),
  }
}

/** The live claims that an act on extents looks at beside those it names: what shares words with them or with the selection, what stands inside them, and the one before. */
async function claimsAround(tx: Transaction, articleId: string, named: readonly Prisma.ClaimGetPayload<object>[], selection: Span | null) {
  const reach = [...named, ...(selection ? [selection] : [])]
  if (reach.length === 0) return []
  const [start, end] = [Math.min(...reach.map((span) => span.start)), Math.max(...reach.map((span) => span.end))]
  const ids = named.map(({ id }) => id)
  const live = { articleId, deletedAt: null, id: { notIn: ids } }
  const near = await tx.claim.findMany({ where: { ...live, OR: [{ quotationId: { in: ids } }, { start: { lte: end }, end: { gte: start } }] } })
  const before = await tx.claim.findFirst({ where: { ...live, start: { lte: start } }, orderBy: [{ start: 'desc' }, { end: 'asc' }] })
  return before && !near.some(({ id }) => id === before.id) ? [...near, before] : near
}

/** Every number of the article, deleted claims' too, as one string from SQLite: a row each would cost more than the act. */
async function numbersEverGiven(tx: Transaction, articleId: string): Promise<string[]> {
  const [row] = await tx.$queryRaw<{ numbers: string }[]>`SELECT json_group_array("number") AS "numbers" FROM "Claim" WHERE "articleId" = ${articleId}`
  return JSON.parse(row?.numbers ?? '[]') as string[]
}
