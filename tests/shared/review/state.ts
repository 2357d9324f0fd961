import { buildDocument } from '#shared/document/builder.ts'
import { applyDecision, Decision, type Change, type ClaimNoteRecord, type ClaimRecord, type DecisionInput, type DecisionMeta, type EvidenceRecord, type NoteRecord, type ReviewState } from '#shared/review/index.ts'

const AT = '2026-11-25T12:00:00.000Z'

/** A claim over the words `quote` of `text`, as import leaves it. */
export function claimOn(text: string, quote: string, number: string, over: Partial<ClaimRecord> = {}): ClaimRecord {
  const start = text.indexOf(quote)
  if (start < 0) throw new Error(`“${quote}” is not in the text.`)
  return {
    id: `claim-${number}`, articleId: 'article', draftId: 'draft', number, span: { start, end: start + quote.length }, quote, prefix: '', suffix: '', statement: quote, statementBy: null, needsContext: false,
    kinds: ['other'], layer: 'true', quotationId: null, speaker: null, score: 0.5, reasons: [], origin: 'rule', status: 'to-check', reason: null, statusBy: null, statusAt: null, waitingOn: null,
    version: 1, createdAt: AT, deletedAt: null, ...over,
  }
}
/** A note whose mark `mark` carries the words `carries`. */
export function noteOn(text: string, mark: string, carries: string): NoteRecord {
  const [at, from] = [text.indexOf(mark), text.indexOf(carries)]
  return { id: `note-${mark}`, label: mark, text: '', malformed: null, ibidOf: null, pinpoint: null, marks: [{ span: { start: at, end: at + mark.length }, carries: { start: from, end: from + carries.length } }], definition: null, source: null }
}
export const joined = (claim: ClaimRecord, note: NoteRecord, result: ClaimNoteRecord['result'] = 'not-checked'): ClaimNoteRecord =>
  ({ id: `${claim.id} ${note.id}`, claimId: claim.id, noteId: note.id, result, resultBy: null, resultAt: null, deletedAt: null })
export const pieceOn = (claim: ClaimRecord, id: string, stance: EvidenceRecord['stance'] = 'supports'): EvidenceRecord => ({
  id, articleId: 'article', claimId: claim.id, kind: 'reference', stance, quote: null, locator: null, note: '', url: null, snapshotId: null, table: null, reference: 'A book', createdBy: 'Ann', createdAt: AT, deletedAt: null,
})

export function stateOf(text: string, given: Partial<ReviewState>): ReviewState {
  const builder = buildDocument()
  builder.writeExactly(text)
  const claims = given.claims ?? []
  return {
    article: { id: 'article', title: 'Title', draftId: 'draft', numbers: claims.map((claim) => claim.number) }, document: { title: 'Title', warnings: [], ...builder.finish() },
    notes: [], claims, claimNotes: [], evidence: [], comments: [], findings: [], ...given,
  }
}

/** Decides as Ben, a minute later; ids count up. */
export function decideOn(state: ReviewState, decision: DecisionInput, over: Partial<DecisionMeta> = {}): Change[] {
  let made = 0
  return applyDecision(state, Decision.parse(decision), { actor: 'Ben', at: '2026-11-25T12:01:00.000Z', newId: (entity) => `new-${entity}-${(made += 1)}`, ...over })
}

/** The state after the changes. */
export function after(state: ReviewState, changes: readonly Change[]): ReviewState {
  const put = <R extends { id: string }>(records: readonly R[], entity: Change['entity']): R[] => {
    const map = new Map(records.map((record) => [record.id, record]))
    for (const change of changes) if (change.entity === entity) map.set(change.id, change.after as unknown as R)
    return [...map.values()]
  }
  const claims = put(state.claims, 'claim')
  return {
    ...state, claims, claimNotes: put(state.claimNotes, 'claim-note'), evidence: put(state.evidence, 'evidence'), comments: put(state.comments, 'comment'), findings: put(state.findings, 'finding'),
    article: { ...state.article, numbers: [...new Set([...state.article.numbers, ...claims.map((claim) => claim.number)])] },
  }
}
export const claimIn = (state: ReviewState, number: string): ClaimRecord => {
  const claim = state.claims.find((candidate) => candidate.number === number)
  if (!claim) throw new Error(`No claim ${number}.`)
  return claim
}
