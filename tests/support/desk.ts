import type { ActResult } from '#shared/api/index.ts'
import { Decision, type ClaimSummary, type DecisionInput } from '#shared/review/index.ts'
import { as, type Context } from '#server/context.ts'
import { listClaims } from '#server/services/claims.ts'
import { decide, redo, undo } from '#server/services/decide.ts'
import { importArticle } from '#server/services/imports.ts'
import { openTestContext } from '../server/services/desk-context.ts'

/** A small article with two notes, one of them an Ibid., and a quotation of two sentences. */
export const ARTICLE = `The bridge over the bay

The bridge over the bay opened in March 1932.[1] Its steel weighs 52,800 tonnes, and its deck carries eight lanes of traffic. In 2010 the bridge carried 160,000 vehicles a day.[2]

“The bridge carries 204 trains a day. It was repainted in 2019,” said Mary Smith, its chief engineer.[2]

Notes

[1] Roads Authority, “Traffic on the bridge”, 2011, p. 4.
[2] Ibid., p. 9.
`

let time = Date.parse('2026-11-25T12:00:00.000Z')
let made = 0
let sent = 0
let opened: ReturnType<typeof openTestContext> | null = null
/** One database file for all tests of a file: a second of time passes with every act, ids count up. */
export const openContext = () => (opened ??= openTestContext({ now: () => new Date(time), newId: () => `id-${String((made += 1)).padStart(5, '0')}` }))

/** An article of its own on a real database. */
export async function openDesk(text = ARTICLE) {
  const context = await openContext()
  const person = (who: string): Context => {
    time += 1_000
    return as(context, who)
  }
  const nextAct = (): string => `act-${(sent += 1)}`
  const { id: articleId } = await importArticle(context, new TextEncoder().encode(text), { name: 'bridge.txt' })
  const desk = {
    context, articleId,
    claims: (): Promise<ClaimSummary[]> => listClaims(context, articleId),
    /** The claim whose words hold `words`, as it stands now; the innermost one. */
    async claim(words: string): Promise<ClaimSummary> {
      const holding = await context.db.claim.findMany({ where: { articleId, deletedAt: null, quote: { contains: words } }, select: { id: true, quote: true } })
      const row = holding.sort((a, b) => a.quote.length - b.quote.length)[0]
      const found = (await desk.claims()).find((claim) => claim.id === row?.id)
      if (!found) throw new Error(`No claim holds “${words}”.`)
      return found
    },
    act: (decision: DecisionInput, who = 'Ann', act = nextAct()): Promise<ActResult> => decide(person(who), articleId, { act, decision: Decision.parse(decision) }),
    undo: (who = 'Ann'): Promise<ActResult> => undo(person(who), articleId, { act: nextAct() }),
    redo: (who = 'Ann'): Promise<ActResult> => redo(person(who), articleId, { act: nextAct() }),
    /** Attaches a typed reference that supports the claim, and verifies it. */
    async verify(words: string, who = 'Ann'): Promise<ClaimSummary> {
      const { id } = await desk.claim(words)
      await desk.act({ kind: 'attach-evidence', claimId: id, stance: 'supports', source: { kind: 'reference', reference: 'Roads Authority, 2011' } }, who)
      await desk.act({ kind: 'set-status', claimId: id, version: (await desk.claim(words)).version, status: 'verified' }, who)
      return desk.claim(words)
    },
  }
  return desk
}
