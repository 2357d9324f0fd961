import { describe } from '../anchor/describe.ts'
import { contains, overlaps, trimmed, type Span } from '../document/document.ts'
import { AppError } from '../errors.ts'
import { needsContext } from '../extract/context.ts'
import { stateAssertion, stateQuotation } from '../extract/statement.ts'
import type { Change, DecisionMeta } from './change.ts'
import type { Decision } from './decision.ts'
import type { ClaimNoteRecord, ClaimRecord } from './records.ts'
import { claimAt, claimOf, type ReviewState } from './state.ts'
import { claimChange, wordsChanged } from './verdicts.ts'

type Of<K extends Decision['kind']> = Extract<Decision, { kind: K }>

/** The selection as a claim's extent: inside the text, without white space at its ends. Throws `invalid-request`. */
function extentOf(state: ReviewState, given: Span): Span {
  const { text } = state.document
  if (given.start >= given.end || given.end > text.length) throw new AppError('invalid-request', 'The selection is outside the article. Select words of the article and try again.', { span: given })
  const span = trimmed(text, given)
  if (span.start >= span.end) throw new AppError('invalid-request', 'The selection holds no words. Select at least one word.', { span: given })
  return span
}

/** The notes whose marks carry any of the span. */
export const notesCarrying = (notes: ReviewState['notes'], span: Span): string[] => notes.filter((note) => note.marks.some((mark) => overlaps(mark.carries, span))).map((note) => note.id)

/** What words of the article state, as reading would put it: without note marks, on one line, with a capital and a full stop. */
export function statementAt(text: string, notes: ReviewState['notes'], span: Span): string {
  const marks = notes.flatMap((note) => note.marks.map((mark) => mark.span)).filter((mark) => overlaps(mark, span)).sort((a, b) => a.start - b.start)
  let words = ''
  let at = span.start
  for (const mark of marks) {
    words += text.slice(at, Math.max(at, mark.start))
    at = Math.max(at, mark.end)
  }
  return stateAssertion(words + text.slice(Math.min(at, span.end), span.end))
}

/**
 * The number of a claim added after `previous`: "64" → "64a", "64b" … "64z", "64aa"; before the first claim "0a". Numbers ever given are never given again.
 * The order on the page comes from the text; a number only has to be new and near.
 */
export function nextNumber(numbers: readonly string[], previous: string | null): string {
  const base = /^\d+/.exec(previous ?? '0')?.[0] ?? '0'
  const taken = new Set(numbers)
  for (let index = 1; ; index += 1) {
    const candidate = `${base}${letters(index)}`
    if (!taken.has(candidate)) return candidate
  }
}
const letters = (index: number): string => (index <= 0 ? '' : letters(Math.floor((index - 1) / 26)) + String.fromCharCode(97 + ((index - 1) % 26)))

const live = (state: ReviewState): ClaimRecord[] => state.claims.filter((claim) => claim.deletedAt === null)
const quotationAround = (state: ReviewState, span: Span): string | null => live(state).find((claim) => claim.layer === 'said' && contains(claim.span, span))?.id ?? null

/** A new claim over `span`, with the notes that carry it. */
function newClaim(state: ReviewState, span: Span, given: { statement?: string | undefined; kinds?: ClaimRecord['kinds'] | undefined; splitFrom?: ClaimRecord }, meta: DecisionMeta, kind: 'add-claim' | 'split'): Change[] {
  const id = meta.newId('claim')
  const said = given.splitFrom?.layer === 'said' ? given.splitFrom : null
  const quotationId = said ? null : quotationAround(state, span)
  const speaker = said ? said.speaker : quotationId ? (state.claims.find((other) => other.id === quotationId)?.speaker ?? null) : null
  const statement = given.statement ?? statementFor(state, { layer: said ? 'said' : 'true', speaker }, span)
  const before = live(state).filter((claim) => claim.span.start <= span.start).sort((a, b) => b.span.start - a.span.start || a.span.end - b.span.end)[0]
  const { quote, prefix, suffix } = describe(state.document.text, span)
  const claim: ClaimRecord = {
    id, articleId: state.article.id, draftId: state.article.draftId, number: nextNumber(state.article.numbers, (given.splitFrom ?? before)?.number ?? null), span, quote, prefix, suffix,
    statement, statementBy: given.statement ? meta.actor : null, needsContext: !given.statement && needsContext(statement), kinds: given.kinds ?? ['other'], layer: said ? 'said' : 'true', quotationId, speaker,
    score: 0, reasons: [], origin: 'person', status: 'to-check', reason: null, statusBy: null, statusAt: null, waitingOn: null, version: 1, createdAt: meta.at, deletedAt: null,
  }
  return [{ kind, entity: 'claim', id, claimId: id, before: null, after: claim }, ...notesCarrying(state.notes, span).map((noteId) => newClaimNote(id, noteId, kind, meta))]
}
const newClaimNote = (claimId: string, noteId: string, kind: Change['kind'], meta: DecisionMeta): Change => {
  const id = meta.newId('claim-note')
  return { kind, entity: 'claim-note', id, claimId, before: null, after: { id, claimId, noteId, result: 'not-checked', resultBy: null, resultAt: null, deletedAt: null } }
}

export function addClaim(state: ReviewState, decision: Of<'add-claim'>, meta: DecisionMeta): Change[] {
  const span = extentOf(state, decision.span)
  const same = live(state).find((claim) => claim.layer === 'true' && claim.span.start === span.start && claim.span.end === span.end)
  if (same) throw new AppError('invalid-request', `These words are claim ${same.number} already.`, { claimId: same.id })
  return newClaim(state, span, decision, meta, 'add-claim')
}

/** Notes that the new extent gains, and those it loses (kept with their result, marked deleted). A note that comes back brings its result along. */
function notesOf(state: ReviewState, claim: ClaimRecord, span: Span, kind: Change['kind'], meta: DecisionMeta): Change[] {
  const wanted = new Set(notesCarrying(state.notes, span))
  const known = state.claimNotes.filter((note) => note.claimId === claim.id)
  const switched = (before: ClaimNoteRecord, deletedAt: string | null): Change => ({ kind, entity: 'claim-note', id: before.id, claimId: claim.id, before, after: { ...before, deletedAt } })
  return [
    ...known.filter((note) => note.deletedAt === null && !wanted.has(note.noteId)).map((note) => switched(note, meta.at)),
    ...known.filter((note) => note.deletedAt !== null && wanted.has(note.noteId)).map((note) => switched(note, null)),
    ...[...wanted].filter((noteId) => !known.some((note) => note.noteId === noteId)).map((noteId) => newClaimNote(claim.id, noteId, kind, meta)),
  ]
}
const anchored = (state: ReviewState, span: Span): Partial<ClaimRecord> => {
  const { quote, prefix, suffix } = describe(state.document.text, span)
  return { span, quote, prefix, suffix }
}
const QUOTATION_MARKS = /^["“”„«‘「『]+|["“”»’」』]+$/gu
const statementFor = (state: ReviewState, claim: Pick<ClaimRecord, 'layer' | 'speaker'>, span: Span): string =>
  claim.layer === 'said' ? stateQuotation(state.document.text.slice(span.start, span.end).replace(QUOTATION_MARKS, ''), claim.speaker) : statementAt(state.document.text, state.notes, span)
/** A statement nobody worded follows the words. */
const restated = (state: ReviewState, claim: ClaimRecord, span: Span): Partial<ClaimRecord> => {
  if (claim.statementBy) return {}
  const statement = statementFor(state, claim, span)
  return { statement, needsContext: needsContext(statement) }
}
/** Which quotation claims stand inside follows their words: those of `from` that `moved` says go to another one. */
const insideGoesTo = (state: ReviewState, from: ClaimRecord, to: string | null, kind: Change['kind'], moved: (inner: ClaimRecord) => boolean = () => true): Change[] =>
  live(state).filter((inner) => inner.quotationId === from.id && moved(inner)).map((inner) => claimChange(kind, inner, { quotationId: to }))

export function setExtent(state: ReviewState, decision: Of<'set-extent'>, meta: DecisionMeta): Change[] {
  const claim = claimAt(state, decision)
  const span = extentOf(state, decision.span)
  if (span.start === claim.span.start && span.end === claim.span.end) return []
  const quotationId = claim.layer === 'said' ? null : quotationAround(state, span)
  return [wordsChanged('set-extent', claim, { ...anchored(state, span), ...restated(state, claim, span), quotationId }, 'Its extent changed.'), ...notesOf(state, claim, span, 'set-extent', meta)]
}

export function split(state: ReviewState, decision: Of<'split'>, meta: DecisionMeta): Change[] {
  const claim = claimAt(state, decision)
  const { text } = state.document
  const first = trimmed(text, { start: claim.span.start, end: Math.min(decision.at, claim.span.end) })
  const second = trimmed(text, { start: Math.max(decision.at, claim.span.start), end: claim.span.end })
  if (first.start >= first.end || second.start >= second.end) throw new AppError('invalid-request', `Claim ${claim.number} cannot be split there: one side would be empty. Put the caret between two of its words.`, { claimId: claim.id, at: decision.at })
  const added = newClaim(state, second, { kinds: claim.kinds, splitFrom: claim }, meta, 'split')
  return [
    wordsChanged('split', claim, { ...anchored(state, first), ...restated(state, claim, first) }, 'It was split.'),
    ...notesOf(state, claim, first, 'split', meta),
    ...added,
    ...(claim.layer === 'said' ? insideGoesTo(state, claim, added[0]?.id ?? null, 'split', (inner) => inner.span.start >= second.start) : []),
  ]
}

export function merge(state: ReviewState, decision: Of<'merge'>, meta: DecisionMeta): Change[] {
  const claim = claimAt(state, decision)
  const other = claimOf(state, decision.withId)
  if (other.id === claim.id) throw new AppError('invalid-request', 'A claim cannot be merged with itself.', { claimId: claim.id })
  if (other.version !== decision.withVersion) throw new AppError('conflict', `Claim ${other.number} was changed since you opened it. Look at it, then merge again.`, { claimId: other.id, yours: decision, theirs: other })
  if (other.layer !== claim.layer) throw new AppError('invalid-request', 'A quotation cannot be merged with a claim inside it: they ask two different questions.', { claimId: claim.id })
  const span = { start: Math.min(claim.span.start, other.span.start), end: Math.max(claim.span.end, other.span.end) }
  const patch: Partial<ClaimRecord> = { ...anchored(state, span), ...restated(state, claim, span), kinds: [...new Set([...claim.kinds, ...other.kinds])] }
  const evidence = state.evidence.filter((piece) => piece.claimId === other.id && piece.deletedAt === null)
  const comments = state.comments.filter((comment) => comment.claimId === other.id && comment.deletedAt === null)
  return [
    wordsChanged('merge', claim, patch, `It was merged with claim ${other.number}.`),
    claimChange('merge', other, { deletedAt: meta.at }),
    ...insideGoesTo(state, other, claim.id, 'merge'),
    ...notesOf(state, claim, span, 'merge', meta),
    ...evidence.map((before): Change => ({ kind: 'merge', entity: 'evidence', id: before.id, claimId: claim.id, before, after: { ...before, claimId: claim.id } })),
    ...comments.map((before): Change => ({ kind: 'merge', entity: 'comment', id: before.id, claimId: claim.id, before, after: { ...before, claimId: claim.id } })),
  ]
}

export function deleteClaim(state: ReviewState, decision: Of<'delete-claim'>, meta: DecisionMeta): Change[] {
  const claim = claimAt(state, decision)
  return [claimChange('delete-claim', claim, { deletedAt: meta.at }), ...insideGoesTo(state, claim, null, 'delete-claim')]
}

