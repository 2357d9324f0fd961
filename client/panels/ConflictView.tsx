import { STATUS_WORDS, type ClaimView, type DecisionInput, type Status } from '#shared/review/index.ts'
import { useState } from 'react'
import { useDesk, type Conflict } from '../components/desk-context.ts'
import { Glyph } from '../components/Glyph.tsx'
import { dateTime } from '../components/time.ts'
import { Refused } from './Section.tsx'
import { useAct } from './use-claim.ts'

/** Two people decided one claim: both versions side by side, nothing chosen. The one not kept stays in the history. */
export function ConflictView({ view, conflict }: { view: ClaimView; conflict: Conflict }) {
  const desk = useDesk()
  const { act, trouble } = useAct(view.claim.id)
  const [done, setDone] = useState(false)
  const { yours, theirs } = conflict
  const other = theirs.statusBy ?? theirs.statementBy ?? 'The other person'
  const settle = async (decisions: ((version: number) => DecisionInput)[]): Promise<void> => {
    // Each act raises the claim's version by one: the next is decided on what the one before it left.
    let version = theirs.version
    for (const decide of decisions) {
      if (!(await act(decide(version)))) return
      version += 1
    }
    setDone(true)
    desk.setConflict(null)
  }
  const notKept = (status: Status, reason: string | null) => (version: number): DecisionInput => ({ kind: 'record-not-kept', claimId: theirs.id, version, status, reason })
  const mine = (version: number): DecisionInput => ({ ...yours, version }) as DecisionInput
  if (done) return null
  const verdict = yours.kind === 'set-status' ? yours : null
  return (
    <div className="conflict" role="alert">
      <p><b>{verdict ? `Two people decided claim ${theirs.number}.` : `Claim ${theirs.number} changed while you worked on it.`}</b></p>
      <div className="sides">
        <div><p className="by">Yours</p>{verdict ? <Decided status={verdict.status} reason={verdict.reason ?? null} /> : <p>{wordsOf(yours)}</p>}</div>
        <div><p className="by">{other}’s{theirs.statusAt ? `, ${dateTime(theirs.statusAt)}` : ''}</p><Decided status={theirs.status} reason={theirs.reason} />{!verdict && <p>{theirs.statement}</p>}</div>
      </div>
      <p className="row2">
        <button type="button" className="act" onClick={() => void settle(verdict ? [notKept(theirs.status, theirs.reason), mine] : [mine])}>Keep mine</button>
        <button type="button" className="act" onClick={() => (verdict ? void settle([notKept(verdict.status, verdict.reason ?? null)]) : desk.setConflict(null))}>Keep {other}’s</button>
        {verdict && verdict.status !== theirs.status && (
          <button type="button" className="act" onClick={() => void settle([(version) => ({ kind: 'set-status', claimId: theirs.id, version, status: 'conflicting', reason: bothReasons(verdict.status, verdict.reason ?? null, theirs.status, theirs.reason, other) })])}>Keep both as conflicting</button>
        )}
      </p>
      {trouble && <Refused>{trouble.problem.detail}</Refused>}
    </div>
  )
}

const bothReasons = (mine: Status, myReason: string | null, theirs: Status, theirReason: string | null, other: string): string =>
  `Decided twice. One: ${STATUS_WORDS[mine].label}${myReason ? `, ${myReason}` : ''}. ${other}: ${STATUS_WORDS[theirs].label}${theirReason ? `, ${theirReason}` : ''}.`

const wordsOf = (decision: DecisionInput): string => (decision.kind === 'edit-statement' ? decision.statement : decision.kind === 'set-source-result' ? `Source result: ${decision.result}` : decision.kind.replaceAll('-', ' '))

function Decided({ status, reason }: { status: Status; reason: string | null }) {
  return (
    <>
      <p className={status}><Glyph status={status} /> <b>{STATUS_WORDS[status].label}</b></p>
      <p>{reason ?? 'No reason given.'}</p>
    </>
  )
}
