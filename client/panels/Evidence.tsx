import { useEffect, useState } from 'react'
import type { ClaimView, EvidenceView } from '#shared/review/index.ts'
import { api, API_ROOT } from '#shared/api/index.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useDesk } from '../components/desk-context.ts'
import { Key } from '../components/Key.tsx'
import { useSecondsSince } from '../components/seconds.ts'
import { dateTime } from '../components/time.ts'
import { call, Refusal } from '../connection/http.ts'
import { Attach } from './Attach.tsx'
import { formatValue } from './format-value.ts'
import { PieceFields, STANCE_HUE, STANCE_WORDS, StanceChoice } from './PieceFields.tsx'
import { Refused, Section } from './Section.tsx'
import { useAct } from './use-claim.ts'


/** What was found outside the article: stance first, then the words or figures, then where they come from. */
export function Evidence({ view }: { view: ClaimView }) {
  const desk = useDesk()
  const [attaching, setAttaching] = useState(false)
  useEffect(() => {
    if (desk.request?.open === 'attach') setAttaching(true)
  }, [desk.request])
  return (
    <Section title="Evidence" count={view.evidence.length} action={<button type="button" className="way-in" onClick={() => setAttaching(true)}>Attach <Key>a</Key></button>}>
      {view.evidence.length === 0 && !attaching && <p className="quiet">No evidence. Paste an address, drop a file, or press <Key>a</Key>.</p>}
      {view.evidence.map((piece) => <Piece key={piece.id} view={view} piece={piece} />)}
      <Attach view={view} open={attaching} onOpen={() => setAttaching(true)} onClose={() => setAttaching(false)} />
    </Section>
  )
}

function Piece({ view, piece }: { view: ClaimView; piece: EvidenceView }) {
  const { act, trouble, clear } = useAct(view.claim.id)
  const [editing, setEditing] = useState(false)
  const [sure, setSure] = useState(false)
  const restsOnIt = view.claim.status === 'verified' && piece.stance === 'supports'
  if (editing) return <EditPiece view={view} piece={piece} onDone={() => setEditing(false)} />
  return (
    <article className={`ev ${STANCE_HUE[piece.stance]}`}>
      <header><b>{STANCE_WORDS[piece.stance]}</b><span>{KIND_WORDS[piece.kind]}</span></header>
      {piece.quote && <blockquote>“{piece.quote}”</blockquote>}
      {piece.note && <p className="ev-note">{piece.note}</p>}
      {piece.table && <Rows table={piece.table} />}
      {piece.reference && <p className="ev-reference">{piece.reference}</p>}
      {piece.locator && <small>{piece.locator}</small>}
      <Capture view={view} piece={piece} />
      <small>Attached by {piece.createdBy}, {dateTime(piece.createdAt)}</small>
      {sure || trouble?.problem.code === 'confirmation-needed' ? (
        <div className="unsupported" role="alert">
          <p>{trouble?.problem.detail ?? `Verified rests on this. Take it away and claim ${view.claim.number} goes to check again if nothing else supports it.`}</p>
          <p className="row2">
            <button type="button" className="act" onClick={() => void act({ kind: 'take-away-evidence', evidenceId: piece.id, confirmed: true })}>Take away</button>
            <button type="button" className="act" onClick={() => (setSure(false), clear())}>Keep</button>
          </p>
        </div>
      ) : (
        <p className="row2">
          <button type="button" onClick={() => setEditing(true)}>Edit</button>
          <button type="button" onClick={() => (restsOnIt ? setSure(true) : void act({ kind: 'take-away-evidence', evidenceId: piece.id }))}>Take away</button>
        </p>
      )}
      {trouble && trouble.problem.code !== 'confirmation-needed' && <Refused>{trouble.problem.detail}</Refused>}
    </article>
  )
}
const KIND_WORDS: Record<EvidenceView['kind'], string> = { web: 'web page', file: 'file', table: 'table', reference: 'reference' }

/** Table rows in tabular figures, with unit, source and licence. */
function Rows({ table }: { table: NonNullable<EvidenceView['table']> }) {
  return (
    <>
      <table className="ev-rows">
        <caption>{table.title}, {table.unit}</caption>
        <tbody>
          {table.rows.map((row) => (
            <tr key={`${row.place} ${row.year}`}><th scope="row">{row.placeName}</th><td>{row.year}</td><td>{formatValue(row.value)}</td></tr>
          ))}
        </tbody>
      </table>
      <small>{table.source} ({table.licence}), taken {table.retrieved}</small>
    </>
  )
}

/** How the capture of a page or file went: under way, kept (time, size, hash) or failed (why, and what to do). */
function Capture({ view, piece }: { view: ClaimView; piece: EvidenceView }) {
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<string | null>(null)
  const snapshot = piece.snapshot
  if (!snapshot) return piece.url ? <small>{piece.url}</small> : null
  const retry = async (): Promise<void> => {
    setRefusal(null)
    try {
      await call(api.evidence.retry, { params: { snapshotId: snapshot.id } })
    } catch (error) {
      setRefusal(error instanceof Refusal ? error.problem.detail : 'Stet’s server does not answer.')
    }
    await client.invalidateQueries({ queryKey: ['claim', view.claim.id] })
  }
  const name = snapshot.fileName ?? snapshot.finalUrl ?? snapshot.url ?? 'capture'
  if (snapshot.state === 'capturing') return <Capturing name={name} since={Date.parse(snapshot.fetchedAt)} />
  if (snapshot.state === 'failed')
    return (
      <div className="capture-failed">
        <p><b>Not captured:</b> {snapshot.error?.message}</p>
        <small>{snapshot.url}</small>
        <p className="row2"><button type="button" onClick={() => void retry()}>Try again</button></p>
        {refusal && <Refused>{refusal}</Refused>}
      </div>
    )
  return (
    <>
      {snapshot.title && <p className="ev-title">{snapshot.title}</p>}
      {snapshot.excerpt && !piece.quote && <p className="ev-excerpt">{snapshot.excerpt}</p>}
      <small>
        <a href={`${API_ROOT}/snapshots/${snapshot.id}/content`} target="_blank" rel="noreferrer noopener">{name}</a>. {piece.kind === 'web' ? 'Captured' : 'Kept'} {dateTime(snapshot.fetchedAt)}
        {snapshot.bytes !== null && `, ${formatBytes(snapshot.bytes)}`}
        {snapshot.sha256 && <> · sha-256 <span title={snapshot.sha256}>{snapshot.sha256.slice(0, 8)} … {snapshot.sha256.slice(-4)}</span></>}
      </small>
    </>
  )
}
/** The row of a capture under way; how large the page is is known when it has arrived. */
function Capturing({ name, since }: { name: string; since: number }) {
  const passed = useSecondsSince(since)
  return <small><span role="status">Capturing {name} …</span>{passed >= 1 && ` for ${passed} s`}</small>
}
const formatBytes = (bytes: number): string => (bytes < 1000 ? `${bytes} B` : bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`)

function EditPiece({ view, piece, onDone }: { view: ClaimView; piece: EvidenceView; onDone: () => void }) {
  const { act, trouble } = useAct(view.claim.id)
  const [stance, setStance] = useState(piece.stance)
  const [quote, setQuote] = useState(piece.quote ?? '')
  const [locator, setLocator] = useState(piece.locator ?? '')
  const [note, setNote] = useState(piece.note)
  const keep = async (confirmed: boolean): Promise<void> => {
    if (await act({ kind: 'edit-evidence', evidenceId: piece.id, stance, quote: quote.trim() || null, locator: locator.trim() || null, note, confirmed })) onDone()
  }
  return (
    <form className="ev-form" onSubmit={(event) => (event.preventDefault(), void keep(trouble?.problem.code === 'confirmation-needed'))} onKeyDown={(event) => event.key === 'Escape' && (event.stopPropagation(), onDone())}>
      <StanceChoice stance={stance} onChange={setStance} />
      <PieceFields quote={quote} locator={locator} note={note} onQuote={setQuote} onLocator={setLocator} onNote={setNote} />
      {trouble && <Refused>{trouble.problem.detail}</Refused>}
      <p className="row2"><button type="submit" className="act main">{trouble?.problem.code === 'confirmation-needed' ? 'Change it' : 'Keep'}</button><button type="button" className="act" onClick={onDone}>Leave as it was</button></p>
    </form>
  )
}
