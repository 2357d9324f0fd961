import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { SOURCE_RESULT_WORDS, SourceResult, type ClaimView } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'
import { useFocus } from '../components/focus.ts'
import { Key } from '../components/Key.tsx'
import { formatSources } from './format-source.ts'
import { Refused, Section } from './Section.tsx'
import { useAct } from './use-claim.ts'

/** The notes that carry this claim, each with what its source says of it. */
export function Notes({ view }: { view: ClaimView }) {
  if (view.notes.length === 0)
    return (
      <Section title="Note" count={0}>
        <p className="quiet">No note reaches this claim. Attach evidence or ask the author for one.</p>
      </Section>
    )
  return (
    <Section title={view.notes.length === 1 ? 'Note' : 'Notes'}>
      {view.notes.map((entry, index) => <CarryingNote key={entry.note.id} view={view} entry={entry} first={index === 0} />)}
    </Section>
  )
}

function CarryingNote({ view, entry, first }: { view: ClaimView; entry: ClaimView['notes'][number]; first: boolean }) {
  const desk = useDesk()
  const { claim } = view
  const { act, trouble, clear } = useAct(claim.id)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const id = useId()
  useEffect(() => {
    if (first && desk.request?.open === 'source-result') setOpen(true)
  }, [desk.request, first])
  useLayoutEffect(() => {
    if (open) setActive(SourceResult.options.indexOf(entry.result))
  }, [open, entry.result])
  useFocus(list, open && entry.result)

  const close = (): void => {
    setOpen(false)
    opener.current?.focus()
  }
  const pick = async (result: SourceResult, confirmed = false): Promise<void> => {
    close()
    if (result !== entry.result) await act({ kind: 'set-source-result', claimId: claim.id, version: claim.version, noteId: entry.note.id, result, confirmed })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = SourceResult.options.length - 1
    const digit = Number(event.key)
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, last))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Home') setActive(0)
    else if (event.key === 'End') setActive(last)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' || event.key === ' ') void pick(SourceResult.options[active] ?? entry.result)
    else if (digit >= 1 && digit <= SourceResult.options.length) void pick(SourceResult.options[digit - 1] ?? entry.result)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const [source, ...further] = formatSources(entry.note)
  return (
    <div className="src">
      <b>{entry.note.label}</b>
      <div>
        {source.lead && `${source.lead}. `}<em>{source.title}</em>
        {entry.note.ibidOf && <span className="by"> (Ibid., as note {entry.note.ibidOf})</span>}
        {entry.note.malformed && <span className="by"> Printed as {entry.note.malformed}</span>}
        <OpenSource url={source.url} />
        {further.map((work, index) => (
          <p key={index} className="also">
            {work.lead && `${work.lead}${work.title && '. '}`}<em>{work.title}</em>
            <OpenSource url={work.url} />
          </p>
        ))}
        <div className="result-line">
          <button ref={opener} type="button" className="res" aria-haspopup="listbox" aria-expanded={open} onClick={() => setOpen(!open)}>
            Source result: <b>{SOURCE_RESULT_WORDS[entry.result]}</b> <Key>s</Key>
          </button>
          {open && (
            <ul ref={list} className="results" role="listbox" aria-label={`Source result of note ${entry.note.label}`} tabIndex={0} aria-activedescendant={`${id}-${active}`} onKeyDown={onKeyDown} onBlur={() => setOpen(false)}>
              {SourceResult.options.map((result, index) => (
                <li key={result} id={`${id}-${index}`} role="option" aria-selected={result === entry.result} className={index === active ? 'active' : undefined} onPointerDown={(event) => (event.preventDefault(), void pick(result))}>
                  <Key>{index + 1}</Key> {SOURCE_RESULT_WORDS[result]}
                </li>
              ))}
            </ul>
          )}
        </div>
        {entry.resultBy && <p className="by">Set by {entry.resultBy}</p>}
        {trouble?.problem.code === 'confirmation-needed' && trouble.decision.kind === 'set-source-result' ? (
          <div className="unsupported" role="alert">
            <p>{trouble.problem.detail}</p>
            <p className="row2">
              <button type="button" className="act" onClick={() => void act({ ...trouble.decision, confirmed: true } as typeof trouble.decision)}>Change it</button>
              <button type="button" className="act" onClick={clear}>Keep</button>
            </p>
          </div>
        ) : (
          trouble && <Refused>{trouble.problem.detail}</Refused>
        )}
      </div>
    </div>
  )
}

const OpenSource = ({ url }: { url: string | null }) => url && <> <a href={url} target="_blank" rel="noreferrer noopener">Open source</a></>
