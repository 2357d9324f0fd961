import { memo } from 'react'
import { STATUS_WORDS, Status, type ClaimSummary, type ClaimView } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'
import { Glyph } from '../components/Glyph.tsx'
import { Key } from '../components/Key.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { Refusal } from '../connection/http.ts'
import { Comments } from './Comments.tsx'
import { ConflictView } from './ConflictView.tsx'
import { Evidence } from './Evidence.tsx'
import { Findings } from './Findings.tsx'
import { History } from './History.tsx'
import { Notes } from './Notes.tsx'
import { Quotation } from './Quotation.tsx'
import { Section } from './Section.tsx'
import { Statement } from './Statement.tsx'
import { useClaim } from './use-claim.ts'
import { Verdict } from './Verdict.tsx'
import './panel.css'

/** The claim's panel: statement, verdict, findings, notes, evidence, reviewer notes and history in one scroll. The desk's frame gives it its place and head. */
export const Panel = memo(function Panel() {
  const { current } = useDesk()
  return current ? <ClaimPanel key={current.id} summary={current} /> : <NoClaim />
})

function ClaimPanel({ summary }: { summary: ClaimSummary }) {
  const desk = useDesk()
  const { id, version } = summary
  const { data: view, error, refetch } = useClaim(id, version)
  return (
    <>
      <div className="scroll" tabIndex={-1} data-claim={id} aria-busy={!view && !error}>
        {view && desk.conflict?.claimId === id && <ConflictView view={view} conflict={desk.conflict} />}
        {view ? <Statement view={view} /> : <Section title="Statement" hideTitle><p className="statement">{summary.statement}</p></Section>}
        {/* It stays while the rest is read, with what is being typed in it. */}
        <Verdict claim={view?.claim ?? summary} supported={view?.supported ?? summary.supported} cited={summary.notes.length > 0} />
        {view ? <Rest view={view} /> : error ? (
          <section className="sec" role="alert">
            <p>{error instanceof Refusal ? error.problem.detail : 'Stet’s server does not answer. This claim’s evidence, notes and history are shown when it is back; it can be decided meanwhile.'}</p>
            <p className="row2"><button type="button" className="act" onClick={() => void refetch()}>Try again</button></p>
          </section>
        ) : <Waiting>Reading the claim’s evidence, notes and history …</Waiting>}
      </div>
      <footer className="keys" aria-hidden="true">
        <span><Key>v</Key> verified, next</span><span><Key>a</Key> attach</span><span><Key>n</Key> note</span><span><Key>f</Key> findings</span><span><Key>?</Key> all keys</span>
      </footer>
    </>
  )
}

/** What has to be read from the server, claim by claim. */
function Rest({ view }: { view: ClaimView }) {
  return (
    <>
      <Quotation view={view} />
      <Findings view={view} />
      <Notes view={view} />
      <Evidence view={view} />
      <Comments view={view} />
      <History view={view} />
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
