import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { ClaimKind } from '#shared/extract/claim-draft.ts'
import type { ClaimView } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'
import { Key } from '../components/Key.tsx'
import { Refused, Section } from './Section.tsx'
import { useAct } from './use-claim.ts'

/** The self-contained statement, editable with the printed quote in sight, and the claim's kinds. */
export function Statement({ view }: { view: ClaimView }) {
  const desk = useDesk()
  const { claim } = view
  const { act, trouble } = useAct(claim.id)
  const [editing, setEditing] = useState(false)
  const [draft, setDraft] = useState(claim.statement)
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    if (desk.request?.open === 'edit') setEditing(true)
  }, [desk.request?.serial, desk.request?.open])
  useEffect(() => {
    if (!editing) return
    setDraft(claim.statement)
    requestAnimationFrame(() => field.current?.select())
    // What is being typed is not replaced when the claim is read again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editing])

  const keep = async (): Promise<void> => {
    const statement = draft.trim()
    if (statement === '' || statement === claim.statement || (await act({ kind: 'edit-statement', claimId: claim.id, version: claim.version, statement }))) setEditing(false)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep()
    else if (event.key === 'Escape') setEditing(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  if (editing)
    return (
      <Section title="Statement" hideTitle>
        <label className="field">
          <span>Statement, standing on its own</span>
          <textarea ref={field} rows={4} value={draft} maxLength={20_000} onChange={(event) => setDraft(event.target.value)} onKeyDown={onKeyDown} />
        </label>
        <p className="asis"><span>As printed: {claim.quote}</span></p>
        <KindsPicker kinds={claim.kinds} onPick={(kinds) => void act({ kind: 'set-kinds', claimId: claim.id, version: claim.version, kinds })} />
        {trouble && <Refused>{trouble.problem.detail}</Refused>}
        <p className="row2">
          <button type="button" className="act main" onClick={() => void keep()}>Keep <Key>Ctrl Enter</Key></button>
          <button type="button" className="act" onClick={() => setEditing(false)}>Leave as it was <Key>Esc</Key></button>
        </p>
      </Section>
    )
  return (
    <Section title="Statement" hideTitle>
      <p className="statement">{claim.statement}</p>
      {claim.needsContext && <p className="needs-context">Needs context: a word here means something told earlier. Say whom or what.</p>}
      {claim.speaker && <p className="asis"><span>Said by {claim.speaker.name}{claim.speaker.role ? `, ${claim.speaker.role}` : ''}</span></p>}
      <p className="asis">
        <span>{claim.statementBy ? `Statement worded by ${claim.statementBy}` : claim.origin === 'person' ? 'Claim added by a person' : 'Statement as read from the text'}</span>
        <button type="button" onClick={() => setEditing(true)}>Edit <Key>e</Key></button>
      </p>
      <details className="why">
        <summary>Check-worthiness {claim.score.toFixed(2)}</summary>
        <ul>
          {claim.reasons.map((reason) => <li key={reason.signal}>{reason.label} <span className="fig">{reason.weight >= 0 ? '+' : '−'}{Math.abs(reason.weight).toFixed(2)}</span></li>)}
          {claim.reasons.length === 0 && <li>No signal was found; a person added it.</li>}
        </ul>
      </details>
    </Section>
  )
}

function KindsPicker({ kinds, onPick }: { kinds: ClaimKind[]; onPick: (kinds: ClaimKind[]) => void }) {
  const toggle = (kind: ClaimKind): void => {
    const next = kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind]
    if (next.length > 0) onPick(next)
  }
  return (
    <fieldset className="kinds">
      <legend>Kinds</legend>
      {ClaimKind.options.map((kind) => (
        <label key={kind}><input type="checkbox" checked={kinds.includes(kind)} onChange={() => toggle(kind)} /> {kind.replace('-', ' ')}</label>
      ))}
    </fieldset>
  )
}
