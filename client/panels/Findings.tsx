import { useEffect, useRef, useState } from 'react'
import type { ClaimView, FindingView } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'
import { Diamond } from '../components/Diamond.tsx'
import { useFocus } from '../components/focus.ts'
import { Key } from '../components/Key.tsx'
import { Refused, Section } from './Section.tsx'
import { useAct } from './use-claim.ts'

/** The machine's doubts about this claim: what, why, what to do; dismissable with a reason that survives a re-run. */
export function Findings({ view }: { view: ClaimView }) {
  const desk = useDesk()
  const open = view.findings.filter((finding) => finding.state === 'open')
  const dismissed = view.findings.filter((finding) => finding.state === 'dismissed')
  const runs = desk.article.checks
  const said = (outcome: string): number => runs.filter((run) => run.outcome === outcome).length
  if (open.length === 0 && dismissed.length === 0)
    return (
      <Section title="Findings" count={0}>
        <p className="quiet">No findings. {said('ran')} checks ran, {said('not-applicable')} did not apply, {said('crashed')} crashed. <a href="/checks">See which</a></p>
      </Section>
    )
  return (
    <Section title="Findings" count={open.length}>
      {open.map((finding) => <Finding key={finding.id} claimId={view.claim.id} finding={finding} />)}
      {dismissed.length > 0 && (
        <details className="dismissed">
          <summary>{dismissed.length} dismissed</summary>
          {dismissed.map((finding) => <Finding key={finding.id} claimId={view.claim.id} finding={finding} />)}
        </details>
      )}
    </Section>
  )
}

function Finding({ claimId, finding }: { claimId: string; finding: FindingView }) {
  const desk = useDesk()
  const { act, trouble } = useAct(claimId)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (desk.request?.open === 'dismiss' && desk.request.findingId === finding.id) setAsking(true)
  }, [desk.request, finding.id])
  useFocus(field, asking)
  const dismiss = async (): Promise<void> => {
    if (reason.trim() === '') field.current?.focus()
    else if (await act({ kind: 'dismiss-finding', findingId: finding.id, reason })) setAsking(false)
  }
  return (
    <div className="find2">
      <Diamond severity={finding.severity} />
      <div>
        <p><span className="sr">{finding.severity}: </span><b className="fig">{finding.what}</b></p>
        <p>{finding.why} {finding.todo}</p>
        {finding.state === 'dismissed' && <p className="by">Dismissed by {finding.decidedBy}: {finding.reason}</p>}
        {asking ? (
          <form className="dismiss" onSubmit={(event) => (event.preventDefault(), void dismiss())} onKeyDown={(event) => event.key === 'Escape' && (event.stopPropagation(), setAsking(false))}>
            <label className="field">Why dismiss this <input ref={field} value={reason} required maxLength={20_000} onChange={(event) => setReason(event.target.value)} /></label>
            <p className="row2"><button type="submit" className="act main">Dismiss</button><button type="button" className="act" onClick={() => setAsking(false)}>Keep it open</button></p>
          </form>
        ) : (
          <p className="row2">
            {finding.related.length > 0 && <button type="button" onClick={() => desk.setCurrentFinding(finding.id)}>See both places <Key>l</Key></button>}
            <a href={`/checks/${finding.checkId}`}>About this check</a>
            {finding.state === 'open' ? <button type="button" onClick={() => setAsking(true)}>Dismiss… <Key>-</Key></button> : <button type="button" onClick={() => void act({ kind: 'reopen-finding', findingId: finding.id })}>Open again</button>}
          </p>
        )}
        {trouble && <Refused>{trouble.problem.detail}</Refused>}
      </div>
    </div>
  )
}
