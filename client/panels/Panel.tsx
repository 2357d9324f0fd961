import { STATUS_WORDS, Status } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'
import { Glyph } from '../components/Glyph.tsx'
import { Key } from '../components/Key.tsx'
import { Refusal } from '../connection/http.ts'
import { Comments } from './Comments.tsx'
import { ConflictView } from './ConflictView.tsx'
import { Evidence } from './Evidence.tsx'
import { Findings } from './Findings.tsx'
import { History } from './History.tsx'
import { Notes } from './Notes.tsx'
import { Quotation } from './Quotation.tsx'
import { Statement } from './Statement.tsx'
import { useClaim } from './use-claim.ts'
import { Verdict } from './Verdict.tsx'
import './panel.css'

/** The claim's panel: statement, verdict, findings, notes, evidence, reviewer notes and history in one scroll. The desk's frame gives it its place and head. */
export function Panel() {
  const { current } = useDesk()
  return current ? <ClaimPanel key={current.id} claimId={current.id} version={current.version} /> : <NoClaim />
}

function ClaimPanel({ claimId, version }: { claimId: string; version: number }) {
  const desk = useDesk()
  const { data: view, error, refetch } = useClaim(claimId, version)
  if (!view && error)
    return (
      <div className="scroll">
        <section className="sec" role="alert">
          <p>{error instanceof Refusal ? error.problem.detail : 'Stet’s server does not answer. The claim is shown when it is back.'}</p>
          <p className="row2"><button type="button" className="act" onClick={() => void refetch()}>Try again</button></p>
        </section>
      </div>
    )
  if (!view) return <div className="scroll" aria-busy="true" />
  return (
    <>
      <div className="scroll" tabIndex={-1}>
        {desk.conflict?.claimId === claimId && <ConflictView view={view} conflict={desk.conflict} />}
        <Statement view={view} />
        <Verdict view={view} />
        <Quotation view={view} />
        <Findings view={view} />
        <Notes view={view} />
        <Evidence view={view} />
        <Comments view={view} />
        <History view={view} />
      </div>
      <footer className="keys" aria-hidden="true">
        <span><Key>v</Key> verified, next</span><span><Key>a</Key> attach</span><span><Key>n</Key> note</span><span><Key>f</Key> findings</span><span><Key>?</Key> all keys</span>
      </footer>
    </>
  )
}

function NoClaim() {
  const { claims } = useDesk()
  return (
    <div className="scroll">
      <section className="sec">
        <ul className="counts">
          {Status.options.map((status) => (
            <li key={status} className={status}><Glyph status={status} /> {STATUS_WORDS[status].label} <b>{claims.filter((claim) => claim.status === status).length}</b></li>
          ))}
        </ul>
        <p className="quiet"><Key>j</Key> starts at the first claim to decide.</p>
      </section>
    </div>
  )
}
