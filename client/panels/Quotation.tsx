import { STATUS_WORDS, type ClaimSummary, type ClaimView } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'
import { Glyph } from '../components/Glyph.tsx'
import { Key } from '../components/Key.tsx'
import { Section } from './Section.tsx'

/** A quotation's two questions, each with its claims: was it said, and is it true. The first alone never settles it. */
export function Quotation({ view }: { view: ClaimView }) {
  const desk = useDesk()
  const saidId = view.claim.layer === 'said' ? view.claim.id : view.claim.quotationId
  const said = desk.claims.find((claim) => claim.id === saidId)
  if (!said) return null
  const inside = desk.claims.filter((claim) => claim.quotationId === said.id)
  return (
    <Section title="Quotation" action={inside.length > 0 && <span className="way-in">other row <Key>y</Key></span>}>
      <dl className="two-layers">
        <dt>Was it said</dt>
        <dd><Go claim={said} current={view.claim.id} /></dd>
        <dt>Is it true</dt>
        <dd>{inside.length === 0 ? <span className="quiet">It states nothing that could be checked apart.</span> : inside.map((claim) => <Go key={claim.id} claim={claim} current={view.claim.id} />)}</dd>
      </dl>
    </Section>
  )
}

function Go({ claim, current }: { claim: ClaimSummary; current: string }) {
  const desk = useDesk()
  return (
    <button type="button" aria-current={claim.id === current || undefined} aria-label={`Claim ${claim.number}, ${STATUS_WORDS[claim.status].label.toLowerCase()}`} onClick={() => desk.go(claim.id)}>
      <Glyph status={claim.status} /> {claim.number}
    </button>
  )
}
