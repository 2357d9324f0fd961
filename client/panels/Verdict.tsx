import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { REASON_REQUIRED, STATUS_WORDS, type ClaimRecord, type Status } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'
import { useFocus } from '../components/focus.ts'
import { Glyph } from '../components/Glyph.tsx'
import { Key } from '../components/Key.tsx'
import { Refusal } from '../connection/http.ts'
import { NameNotGiven } from '../connection/person.ts'
import { dateTime } from '../components/time.ts'
import { lastReasons, rememberReason } from './reasons.ts'
import { Refused, Section } from './Section.tsx'

type Settable = Exclude<Status, 'recheck'>
const MAIN: Settable[] = ['verified', 'disputed', 'querying']
const LESSER: Settable[] = ['conflicting', 'unverifiable', 'on-author', 'waived']
const settable = (status: Status | undefined): status is Settable => status !== undefined && status !== 'recheck'

/** Of a claim that is not read yet only its status is known: it can be decided all the same. */
type Decided = Pick<ClaimRecord, 'id' | 'number' | 'status'> & Partial<Pick<ClaimRecord, 'reason' | 'statusBy' | 'statusAt' | 'waitingOn'>>

/** The verdict keys, the reason they need, and who decided when. Only a named person sets a verdict; the desk never does. */
export function Verdict({ claim, supported, cited }: { claim: Decided; supported: boolean; /** A note reaches it. */ cited: boolean }) {
  const desk = useDesk()
  /** The verdict whose reason is being typed. */
  const [asked, setAsked] = useState<Settable | null>(null)
  const [unsupported, setUnsupported] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  useEffect(() => {
    const request = desk.request
    if (request?.open === 'reason') setAsked(settable(request.status) ? request.status : 'querying')
    if (request?.open === 'support-needed') setUnsupported(true)
  }, [desk.request])
  useEffect(() => {
    if (supported) setUnsupported(false)
  }, [supported])

  const set = async (status: Settable, reason: string | null, waitingOn: 'author' | 'source' | null, stay = false): Promise<void> => {
    setRefusal(null)
    try {
      await desk.setStatus(status, { reason, waitingOn, stay })
      if (reason) rememberReason(reason)
      setAsked(null)
    } catch (error) {
      if (error instanceof NameNotGiven) return
      if (!(error instanceof Refusal)) throw error
      if (error.problem.code === 'support-needed') setUnsupported(true)
      else if (error.problem.code !== 'conflict') setRefusal(error.problem.detail)
    }
  }
  const press = (status: Settable): void => {
    setUnsupported(false)
    if (REASON_REQUIRED.includes(status) || status === 'querying') setAsked(status)
    else void set(status, null, null)
  }
  const button = (status: Settable) => (
    <button key={status} type="button" className={status} aria-pressed={claim.status === status} aria-keyshortcuts={STATUS_WORDS[status].key ?? undefined} onClick={() => press(status)}>
      <Glyph status={status} />{STATUS_WORDS[status].button}<Key>{STATUS_WORDS[status].key}</Key>
    </button>
  )

  return (
    <Section title="Verdict" hideTitle>
      {claim.status === 'recheck' && (
        <div className="again">
          <p><b>Check again</b>{claim.reason ? `: ${claim.reason}` : ''}</p>
          <p>The verdict it had is in the history. Any verdict settles it.</p>
        </div>
      )}
      <div className="verdict" role="group" aria-label="Verdict">{MAIN.map(button)}</div>
      <div className="lesser" role="group" aria-label="Other verdicts">{LESSER.map(button)}</div>
      {unsupported && (
        <div className="unsupported" role="alert">
          <p><b>Nothing supports this yet.</b></p>
          <p>Verified needs one piece of evidence, or a note whose source result is <i>supports</i>.</p>
          <p className="row2">
            <button type="button" className="act" onClick={() => desk.ask({ open: 'attach' })}>Attach evidence <Key>a</Key></button>
            {cited && <button type="button" className="act" onClick={() => desk.ask({ open: 'source-result' })}>Set source result <Key>s</Key></button>}
          </p>
        </div>
      )}
      {refusal && <Refused>{refusal}</Refused>}
      {asked ? (
        <ReasonField key={`${claim.id} ${asked}`} status={asked} initial={claim.status === asked ? (claim.reason ?? '') : ''} onKeep={(reason, waitingOn) => void set(asked, reason, waitingOn)} onLeave={() => setAsked(null)} />
      ) : (
        claim.status !== 'to-check' && claim.status !== 'recheck' && (
          <>
            {claim.reason && <p className="reason">{claim.reason}</p>}
            <p className="by">
              {STATUS_WORDS[claim.status].label}{claim.statusBy ? ` by ${claim.statusBy}` : ''}{claim.statusAt ? `, ${dateTime(claim.statusAt)}` : ''}.{' '}
              {claim.status === 'querying' && `Waiting on the ${claim.waitingOn ?? 'author'}. `}
              <button type="button" className="link" onClick={() => void set('to-check', null, null, true)}>Put back <Key>x</Key></button>
            </p>
          </>
        )
      )}
    </Section>
  )
}

/** Asks for the reason; the last five reasons are one arrow away. */
function ReasonField({ status, initial, onKeep, onLeave }: { status: Settable; initial: string; onKeep: (reason: string | null, waitingOn: 'author' | 'source' | null) => void; onLeave: () => void }) {
  const [text, setText] = useState(initial)
  const [waitingOn, setWaitingOn] = useState<'author' | 'source'>('author')
  const [missing, setMissing] = useState(false)
  const [picked, setPicked] = useState(-1)
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const earlier = lastReasons()
  const required = REASON_REQUIRED.includes(status)
  useFocus(field)

  const keep = (): void => {
    if (required && text.trim() === '') {
      setMissing(true)
      field.current?.focus()
    } else onKeep(text.trim() || null, status === 'querying' ? waitingOn : null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const atEnd = field.current?.selectionStart === text.length
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep()
    else if (event.key === 'Escape') onLeave()
    else if (event.key === 'ArrowDown' && earlier.length > 0 && (text === '' || (picked >= 0 && atEnd))) {
      const next = (picked + 1) % earlier.length
      setPicked(next)
      setText(earlier[next] ?? '')
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="ask-reason">
      <label className="field" htmlFor={id}>{STATUS_WORDS[status].label}: reason{required ? '' : ' (may stay empty)'}</label>
      <textarea id={id} ref={field} rows={3} value={text} maxLength={20_000} aria-required={required} aria-invalid={missing} onChange={(event) => (setText(event.target.value), setPicked(-1), setMissing(false))} onKeyDown={onKeyDown} />
      {missing && <p className="field-error" role="alert">{STATUS_WORDS[status].label} needs a reason, so that the next person can follow it.</p>}
      {status === 'querying' && (
        <fieldset className="inline-choice">
          <legend>Waits on</legend>
          {(['author', 'source'] as const).map((who) => (
            <label key={who}><input type="radio" name={`${id}-waits`} checked={waitingOn === who} onChange={() => setWaitingOn(who)} /> the {who}</label>
          ))}
        </fieldset>
      )}
      {earlier.length > 0 && (
        <ul className="earlier" aria-label="Reasons given before">
          {earlier.map((reason) => <li key={reason}><button type="button" onClick={() => (setText(reason), field.current?.focus())}>{reason}</button></li>)}
        </ul>
      )}
      <p className="row2">
        <button type="button" className="act main" onClick={keep}>Keep, move on <Key>Ctrl Enter</Key></button>
        <button type="button" className="act" onClick={onLeave}>Leave as it was <Key>Esc</Key></button>
      </p>
    </div>
  )
}
