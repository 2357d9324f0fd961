import { useEffect, useRef } from 'react'
import { SOURCE_RESULT_WORDS, STATUS_WORDS, type ClaimView, type EventKind, type ReviewEvent, type SourceResult, type Status } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'
import { Key } from '../components/Key.tsx'
import { dateTime } from '../components/time.ts'
import { Section } from './Section.tsx'

/** Everything that changed, newest first; each entry opens to before and after. */
export function History({ view }: { view: ClaimView }) {
  const desk = useDesk()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (desk.request?.open !== 'history') return
    list.current?.scrollIntoView({ block: 'start' })
    list.current?.querySelector('summary')?.focus()
  }, [desk.request])
  return (
    <Section title="History" count={view.history.length} action={<span className="way-in"><Key>h</Key></span>}>
      <ol className="hist" ref={list}>
        {view.history.map((event) => (
          <li key={event.id}>
            <details>
              <summary><time dateTime={event.at}>{dateTime(event.at)}</time><span>{sentence(event)}</span></summary>
              <dl className="before-after">
                {differences(event).map(({ field, before, after }) => (
                  <div key={field}><dt>{field}</dt><dd><span className="sr">before: </span><del>{before}</del></dd><dd><span className="sr">after: </span><ins>{after}</ins></dd></div>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ol>
    </Section>
  )
}

type Fields = Record<string, unknown>
const fieldsOf = (value: unknown): Fields => (value !== null && typeof value === 'object' ? (value as Fields) : {})
const words = (value: unknown): string => (value === null || value === undefined || value === '' ? '–' : typeof value === 'string' ? value : JSON.stringify(value))
/** Fields that every change moves, or that say nothing to a reader. */
const SILENT = new Set(['id', 'articleId', 'draftId', 'claimId', 'noteId', 'version', 'statusAt', 'resultAt', 'decidedAt', 'createdAt', 'prefix', 'suffix', 'reasons'])

function differences(event: ReviewEvent): { field: string; before: string; after: string }[] {
  const [before, after] = [fieldsOf(event.before), fieldsOf(event.after)]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !SILENT.has(field) && JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
    .map((field) => ({ field, before: words(before[field]), after: words(after[field]) }))
}

const VERBS: Partial<Record<EventKind, string>> = {
  import: 'put the article on the desk', rename: 'renamed the article', 'edit-statement': 'worded the statement', 'set-kinds': 'changed the kinds', 'set-extent': 'changed the extent', 'add-claim': 'added the claim',
  split: 'split the claim', merge: 'merged claims', 'delete-claim': 'deleted the claim', 'attach-evidence': 'attached evidence', 'edit-evidence': 'edited evidence', 'take-away-evidence': 'took evidence away',
  'add-comment': 'wrote a reviewer note', 'edit-comment': 'edited a reviewer note', 'delete-comment': 'deleted a reviewer note', 'dismiss-finding': 'dismissed a finding', 'reopen-finding': 'opened a finding again',
  'not-kept': 'did not keep a verdict', undo: 'undid an act', redo: 'did an act again',
}
const label = (status: unknown): string => STATUS_WORDS[status as Status]?.label.toLowerCase() ?? '–'

/** One event in a sentence: "Ines Okafor: to check → querying". */
export function sentence(event: ReviewEvent): string {
  const [before, after] = [fieldsOf(event.before), fieldsOf(event.after)]
  const undone = event.undoes ? ' (undone)' : ''
  if (event.entity === 'claim' && 'status' in before && before['status'] !== after['status']) return `${event.actor}: ${label(before['status'])} → ${label(after['status'])}${undone}`
  if (event.kind === 'set-source-result') return `${event.actor} set the source result: ${SOURCE_RESULT_WORDS[after['result'] as SourceResult] ?? '–'}${undone}`
  return `${event.actor} ${VERBS[event.kind] ?? event.kind}${undone}`
}
