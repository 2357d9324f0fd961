import type { SourceResult, Stance, Status } from './records.ts'

/** Verdicts that close a claim. */
export const SETTLED: readonly Status[] = ['verified', 'disputed', 'conflicting', 'unverifiable', 'on-author', 'waived']
/** Verdicts that a person must give a reason for. */
export const REASON_REQUIRED: readonly Status[] = ['disputed', 'unverifiable', 'on-author', 'waived']
/** What a person may set; `recheck` is set by the desk only. */
export const SETTABLE: readonly Status[] = ['to-check', 'querying', ...SETTLED]
export const isSettled = (status: Status): boolean => SETTLED.includes(status)
/** A claim a person still has to decide. */
export const isToDecide = (status: Status): boolean => status === 'to-check' || status === 'recheck'

/** `verified` rests on at least one supporting piece of evidence or a note whose source result supports. */
export const isSupported = (evidence: readonly { stance: Stance; deletedAt: string | null }[], notes: readonly { result: SourceResult; deletedAt: string | null }[]): boolean =>
  evidence.some((piece) => piece.stance === 'supports' && piece.deletedAt === null) || notes.some((note) => note.result === 'supports' && note.deletedAt === null)

/** The words of the desk (DESK.md, Marks): on buttons, in lists and in reports. */
export const STATUS_WORDS: Record<Status, { button: string; label: string; key: string | null }> = {
  'to-check': { button: 'To check', label: 'To check', key: 'x' },
  querying: { button: 'Query', label: 'Querying', key: 'q' },
  verified: { button: 'Verified', label: 'Verified', key: 'v' },
  disputed: { button: 'Disputed', label: 'Disputed', key: 'd' },
  conflicting: { button: 'Conflicting', label: 'Conflicting', key: 'c' },
  unverifiable: { button: 'Unverifiable', label: 'Unverifiable', key: 'u' },
  'on-author': { button: 'On author', label: 'On author', key: 'o' },
  waived: { button: 'Waive', label: 'Waived', key: 'w' },
  recheck: { button: 'Check again', label: 'Check again', key: null },
}
export const SOURCE_RESULT_WORDS: Record<SourceResult, string> = {
  'not-checked': 'not checked', supports: 'supports', 'partly-supports': 'partly supports', 'fails-verification': 'fails verification', 'page-needed': 'page needed',
  'cannot-access': 'cannot access', 'better-source-needed': 'better source needed', 'dead-link': 'dead link', 'self-published': 'self-published',
}
