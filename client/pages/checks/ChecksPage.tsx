import { Link } from 'react-router'
import { Diamond } from '../../components/Diamond.tsx'
import { Place } from '../../components/Place.tsx'
import { count } from '../../components/time.ts'
import { Trouble } from '../../components/Trouble.tsx'
import { Waiting } from '../../components/Waiting.tsx'
import { dismissedOf, openOf, useChecks, whereItRan } from './use-checks.ts'
import './checks.css'

/** The catalogue: what each check surfaces, and where it ran. */
export default function ChecksPage() {
  const list = useChecks()
  return (
    <Place title="Checks">
      <div className="top"><h1>Checks</h1></div>
      <p className="lead">Each check surfaces one kind of doubt and says so with a diamond in the right margin. It never sets a verdict: a person looks, then decides or dismisses.</p>
      {list.isPending && <Waiting>Reading the catalogue …</Waiting>}
      {list.isError && !list.data && <Trouble title="The catalogue could not be read." error={list.error}><button type="button" onClick={() => void list.refetch()}>Try again</button></Trouble>}
      {list.data && (
        <ul className="checks">
          {list.data.map((check) => (
            <li key={check.id} className="check-row">
              <Diamond severity={check.severity} />
              <div>
                <h2><Link to={`/checks/${check.id}`}>{check.title}</Link></h2>
                <p>{check.surfaces}</p>
              </div>
              <p className="quiet">{whereItRan(check)}{check.stage === 'trial' && ' On trial.'}</p>
              <p><b>{count(openOf(check))}</b> open<small>{count(dismissedOf(check))} dismissed</small></p>
            </li>
          ))}
        </ul>
      )}
      <dl className="severities">
        <div><dt><Diamond severity="contradiction" /> Contradiction</dt><dd>two things in the article cannot both hold</dd></div>
        <div><dt><Diamond severity="doubt" /> Doubt</dt><dd>something does not fit what is known</dd></div>
        <div><dt><Diamond severity="question" /> Question</dt><dd>something a reader will ask</dd></div>
      </dl>
    </Place>
  )
}
