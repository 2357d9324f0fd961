import { SOURCE_RESULT_WORDS, STATUS_WORDS, type EventKind, type ReviewEvent, type SourceResult, type Status } from '../review/index.ts'
import { dateTimeWords } from './wording.ts'

const VERBS: Record<EventKind, string> = {
  import: 'put the article on the desk', rename: 'renamed the article', 'set-status': 'set the verdict', recheck: 'sent the claim to check again', 'set-source-result': 'set a source result',
  'edit-statement': 'worded the statement', 'set-kinds': 'changed the kinds', 'set-extent': 'changed the extent', 'add-claim': 'added the claim', split: 'split the claim', merge: 'merged claims',
  'delete-claim': 'deleted the claim', 'attach-evidence': 'attached evidence', 'edit-evidence': 'edited evidence', 'take-away-evidence': 'took evidence away', 'add-comment': 'wrote a reviewer note',
  'edit-comment': 'edited a reviewer note', 'delete-comment': 'deleted a reviewer note', 'dismiss-finding': 'dismissed a finding', 'reopen-finding': 'opened a finding again',
  'not-kept': 'did not keep a verdict', undo: 'undid', redo: 'did again',
}

const field = (record: unknown, name: string): unknown => (record !== null && typeof record === 'object' ? (record as Record<string, unknown>)[name] : undefined)
const said = (value: unknown): string => (typeof value === 'string' && value !== '' ? `: ${value}` : '')
const statusWord = (value: unknown): string => STATUS_WORDS[value as Status]?.label.toLowerCase() ?? '–'

/** One event in words, without who and when: "disputed, was to check: It exceeds the first two together, not all three." */
export function eventWords(event: ReviewEvent): string {
  const { before, after } = event
  const undone = event.kind === 'undo' ? ' (undone)' : event.kind === 'redo' ? ' (done again)' : ''
  if (event.entity === 'claim' && before !== null && after !== null && field(before, 'status') !== field(after, 'status')) {
    return `${statusWord(field(after, 'status'))}, was ${statusWord(field(before, 'status'))}${said(field(after, 'reason'))}${undone}`
  }
  if (event.entity === 'claim-note' && field(before, 'result') !== field(after, 'result')) return `source result: ${SOURCE_RESULT_WORDS[field(after, 'result') as SourceResult] ?? '–'}${undone}`
  if (event.kind === 'edit-statement') return `${VERBS[event.kind]}${said(field(after, 'statement'))}`
  if (event.kind === 'rename') return `${VERBS[event.kind]}${said(field(after, 'title'))}`
  if (event.kind === 'delete-claim') return `deleted claim ${String(field(before, 'number') ?? '')}${said(field(before, 'statement'))}`
  if (event.kind === 'dismiss-finding') return `${VERBS[event.kind]}${said(field(after, 'reason'))}`
  return `${VERBS[event.kind]}${undone}`
}

/** "10 March 2026, 11:52 UTC, Ines Okafor: disputed, was to check". */
export const historyLine = (event: ReviewEvent): string => `${dateTimeWords(event.at)}, ${event.actor}: ${eventWords(event)}`
