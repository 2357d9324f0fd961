import type { Context } from '../context.ts'
import { articleOr404 } from './articles.ts'

/** Where a match was found, in the order in which it is reported. */
const PLACES = ['statement', 'quote', 'note', 'evidence', 'reviewer note', 'person'] as const

/**
 * Claims whose statement, quote, notes, evidence, reviewer notes or people hold every word of `q`, in text order, each with where it was found first.
 * Case does not matter, in any script (Unicode simple case folding through lower-casing).
 */
export async function searchClaims({ db }: Context, articleId: string, q: string): Promise<{ claimId: string; where: string }[]> {
  await articleOr404(db, articleId)
  const rows = await db.claim.findMany({
    where: { articleId, deletedAt: null }, orderBy: [{ start: 'asc' }, { end: 'desc' }],
    select: {
      id: true, statement: true, quote: true, statusBy: true, reason: true,
      notes: { where: { deletedAt: null }, select: { note: { select: { text: true } } } },
      evidence: { where: { deletedAt: null }, select: { quote: true, note: true, url: true, reference: true, locator: true, createdBy: true, snapshot: { select: { title: true, text: true } } } },
      comments: { where: { deletedAt: null }, select: { text: true, author: true } },
    },
  })
  const words = q.toLowerCase().split(/\s+/)
  return rows.flatMap((row) => {
    const texts: Record<(typeof PLACES)[number], (string | null | undefined)[]> = {
      statement: [row.statement], quote: [row.quote], note: row.notes.map(({ note }) => note.text),
      evidence: row.evidence.flatMap((piece) => [piece.quote, piece.note, piece.url, piece.reference, piece.locator, piece.snapshot?.title, piece.snapshot?.text]),
      'reviewer note': [row.reason, ...row.comments.map((comment) => comment.text)],
      person: [row.statusBy, ...row.comments.map((comment) => comment.author), ...row.evidence.map((piece) => piece.createdBy)],
    }
    const holding = PLACES.find((place) => {
      const text = texts[place].filter(Boolean).join('\n').toLowerCase()
      return words.every((word) => text.includes(word))
    })
    return holding ? [{ claimId: row.id, where: holding }] : []
  })
}
