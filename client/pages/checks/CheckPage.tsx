import { Link, useParams } from 'react-router'
import { Diamond } from '../../components/Diamond.tsx'
import { Place } from '../../components/Place.tsx'
import { count } from '../../components/time.ts'
import { Trouble } from '../../components/Trouble.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { markFound } from './mark-found.ts'
import { useChecks, type CatalogueEntry } from './use-checks.ts'
import './checks.css'

/** One check: why it is there, its limits, examples that fire and that stay silent, and where it ran. */
export default function CheckPage() {
  const { checkId } = useParams()
  const list = useChecks()
  const check = list.data?.find((entry) => entry.id === checkId)
  return (
    <Place title={check?.title ?? 'Check'}>
      {list.isPending && <Waiting>Reading the check …</Waiting>}
      {list.isError && !list.data && <Trouble title="The check could not be read." error={list.error}><button type="button" onClick={() => void list.refetch()}>Try again</button></Trouble>}
      {list.data && !check && (
        <>
          <div className="top"><h1>No check “{checkId}”</h1></div>
          <p>The catalogue has no check of this name. <Link to="/checks">See all checks</Link></p>
        </>
      )}
      {check && <OneCheck check={check} />}
    </Place>
  )
}

const OUTCOMES = { ran: 'ran', 'not-applicable': 'did not apply', crashed: 'crashed' } as const

function OneCheck({ check }: { check: CatalogueEntry }) {
  const fires = check.examples.filter((example) => example.finds.length > 0)
  const silent = check.examples.filter((example) => example.finds.length === 0)
  return (
    <article className="one-check">
      <p className="up"><Link to="/checks">Checks</Link></p>
      <h1>{check.title}</h1>
      <p className="lead"><Diamond severity={check.severity} /> <span className="severity-word">{check.severity}</span>{check.stage === 'trial' && ', on trial'}. {check.surfaces}</p>
      <div className="check-about">
        <section><h2>Why</h2><p>{check.why}</p></section>
        <section><h2>Limits</h2><p>{check.limits}</p></section>
      </div>
      <div className="check-about">
        <section>
          <h2>Fires on</h2>
          {fires.map((example) => (
            <blockquote key={example.text}>{markFound(example.text, example.finds).map((part, index) => (part.found ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>))}</blockquote>
          ))}
          {fires.length === 0 && <p className="quiet">No example.</p>}
        </section>
        <section>
          <h2>Stays silent on</h2>
          {silent.map((example) => <blockquote key={example.text}>{example.text}</blockquote>)}
          {silent.length === 0 && <p className="quiet">No example.</p>}
        </section>
      </div>
      <section>
        <h2>Where it ran</h2>
        {check.ran.length === 0 ? <p className="quiet">No article on the desk.</p> : (
          <div className="table-scroll">
            <table>
              <thead><tr><th scope="col">Article</th><th scope="col">Outcome</th><th scope="col">Open</th><th scope="col">Dismissed</th></tr></thead>
              <tbody>
                {check.ran.map((run) => (
                  <tr key={run.articleId}>
                    <th scope="row"><Link to={`/articles/${run.articleId}`}>{run.title}</Link></th>
                    <td>{OUTCOMES[run.outcome]}{run.reason && <small>{run.reason}</small>}</td>
                    <td>{count(run.open)}</td>
                    <td>{count(run.dismissed)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <p className="quiet check-id">Looks at {check.needs.join(', ').replaceAll('-', ' ') || 'the text'}. Its name in reports and on the command line: <code>{check.id}</code></p>
    </article>
  )
}
