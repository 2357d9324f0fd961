import { memo, useMemo, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { ClaimKind } from '#shared/extract/claim-draft.ts'
import { Status, STATUS_WORDS } from '#shared/review/index.ts'
import { NO_FILTER, useDesk } from '../components/desk-context.ts'
import { Glyph } from '../components/Glyph.tsx'
import { Key } from '../components/Key.tsx'
import { Later } from '../components/Later.tsx'
import { tallyOf } from './counts.ts'
import { ClaimList } from './ClaimList.tsx'

const PILES: { title: string; statuses: Status[] }[] = [
  { title: 'To decide', statuses: ['to-check', 'recheck'] },
  { title: 'Waiting', statuses: ['querying'] },
  { title: 'Settled', statuses: ['verified', 'disputed', 'conflicting', 'unverifiable', 'on-author', 'waived'] },
]

/** The legend that is the filter, the find field, and the claims. */
export function Rail({ find, filterText, loading }: { find: RefObject<HTMLInputElement | null>; filterText: string; loading: boolean }) {
  const desk = useDesk()
  const { claims, filter, setFilter } = desk
  const onFindKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      setFilter({ ...filter, text: '' })
      if (desk.current) desk.go(desk.current.id)
      else find.current?.blur()
    } else if (event.key === 'Enter' && desk.visible[0]) desk.go(desk.visible[0].id, { focus: true })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  /** In the list, whose rows are its own: arrows and Home, End move as in the sheet, Enter goes there. */
  const onListKey = (event: KeyboardEvent): void => {
    const { visible, current } = desk
    const at = visible.findIndex((claim) => claim.id === current?.id)
    const next = event.key === 'ArrowDown' ? visible[at + 1] : event.key === 'ArrowUp' ? visible[at - 1] : event.key === 'Home' ? visible[0] : event.key === 'End' ? visible.at(-1) : event.key === 'Enter' ? current : undefined
    if (next === undefined) return
    if (next) desk.go(next.id, { focus: event.key === 'Enter' })
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <label className="find"><input ref={find} type="search" placeholder="Find in claims" aria-label="Find in claims" value={filter.text} onChange={(event) => setFilter({ ...filter, text: event.target.value })} onKeyDown={onFindKey} /><Key>/</Key></label>
      <Later><Legend /></Later>
      {filterText !== '' && (
        <p className="showing" role="status">
          {desk.visible.length === 0 ? `No claim is ${filterText}. ` : `Showing ${desk.visible.length} of ${claims.length}: ${filterText}. `}
          <button type="button" className="link" onClick={() => setFilter(NO_FILTER)}>Show all{desk.visible.length === 0 ? ` ${claims.length}` : ''}</button>
        </p>
      )}
      {loading ? <p className="waiting-words" role="status">Finding claims …</p> : <div className="claims" onKeyDown={onListKey}><Later><ClaimList /></Later></div>}
    </>
  )
}

/** Each status with its glyph, its line and its count, which is also the way to see it alone; kinds, notes, findings below. */
const Legend = memo(function Legend() {
  const { claims, filter, setFilter, article: { notes } } = useDesk()
  const tally = useMemo(() => tallyOf(claims), [claims])
  const count = (status: Status): number => tally[status] ?? 0
  const having = useMemo(() => ({ findings: claims.filter((claim) => claim.findings > 0).length, uncited: claims.filter((claim) => claim.notes.length === 0).length }), [claims])
  const toggle = (status: Status): void => setFilter({ ...filter, statuses: filter.statuses.includes(status) ? filter.statuses.filter((other) => other !== status) : [...filter.statuses, status] })
  const kinds = useMemo(() => ClaimKind.options.filter((kind) => claims.some((claim) => claim.kinds.includes(kind))), [claims])
  return (
    <>
      <div className="piles" role="group" aria-label="Show by status">
        {PILES.map((pile) => (
          <div key={pile.title} className="pile-group">
            <div className="pile"><span>{pile.title}</span><b>{pile.statuses.reduce((sum, status) => sum + count(status), 0)}</b></div>
            {pile.statuses.map((status) => (
              <div key={status} className="key-row">
                <button type="button" className={`key ${status}`} aria-pressed={filter.statuses.includes(status)} aria-label={`${STATUS_WORDS[status].label}, ${count(status)}`} onClick={() => toggle(status)}>
                  <Glyph status={status} /><span><u>{STATUS_WORDS[status].label}</u></span><em>{count(status)}</em>
                </button>
                <button type="button" className="only" aria-label={`Only ${STATUS_WORDS[status].label}`} onClick={() => setFilter({ ...NO_FILTER, statuses: [status] })}>only</button>
              </div>
            ))}
          </div>
        ))}
      </div>
      <div className="more">
        <select aria-label="Kind" value={filter.kinds[0] ?? ''} onChange={(event) => setFilter({ ...filter, kinds: event.target.value ? [event.target.value as ClaimKind] : [] })}>
          <option value="">All kinds</option>
          {kinds.map((kind) => <option key={kind} value={kind}>{kind.replace('-', ' ')}</option>)}
        </select>
        <select aria-label="Note" value={filter.note ?? ''} onChange={(event) => setFilter({ ...filter, note: event.target.value || null })}>
          <option value="">Any note</option>
          {notes.map((note) => <option key={note.id} value={note.label}>Note {note.label}</option>)}
        </select>
        <Toggle pressed={filter.withFindings} onPress={(withFindings) => setFilter({ ...filter, withFindings })}>Findings {having.findings}</Toggle>
        <Toggle pressed={filter.uncited} onPress={(uncited) => setFilter({ ...filter, uncited })}>Uncited {having.uncited}</Toggle>
      </div>
    </>
  )
})

function Toggle({ pressed, onPress, children }: { pressed: boolean; onPress: (pressed: boolean) => void; children: ReactNode }) {
  return <button type="button" aria-pressed={pressed} onClick={() => onPress(!pressed)}>{children}</button>
}


/** The rail where there is no room for it: a glyph and a count for each status, which open it. */
export const RailStrip = memo(function RailStrip({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const { claims } = useDesk()
  const tally = useMemo(() => tallyOf(claims), [claims])
  return (
    <button type="button" className="rail-strip" aria-label="Show the claims" aria-expanded={open} onClick={onToggle}>
      {Status.options.map((status) => <span key={status} className={status}><Glyph status={status} /><i>{tally[status]}</i></span>)}
    </button>
  )
})
