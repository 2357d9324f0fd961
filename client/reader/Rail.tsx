import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, type KeyboardEvent, type RefObject } from 'react'
import { ClaimKind } from '#shared/extract/claim-draft.ts'
import { isSettled, Status, STATUS_WORDS, type ClaimSummary } from '#shared/review/index.ts'
import { NO_FILTER, useDesk } from '../components/desk-context.ts'
import { Glyph } from '../components/Glyph.tsx'
import { Key } from '../components/Key.tsx'
import { tallyOf } from './counts.ts'
import { isOpenInside } from './names.ts'

const PILES: { title: string; statuses: Status[] }[] = [
  { title: 'To decide', statuses: ['to-check', 'recheck'] },
  { title: 'Waiting', statuses: ['querying'] },
  { title: 'Settled', statuses: ['verified', 'disputed', 'conflicting', 'unverifiable', 'on-author', 'waived'] },
]
/** Below this many rows the browser lays all of them out at once without a stutter. */
const VIRTUAL_FROM = 300
/** Px; a row of two lines, before it is measured. */
const ROW_HEIGHT = 48

/** The legend that is the filter, the find field, and the claims. */
export function Rail({ find, filterText, loading }: { find: RefObject<HTMLInputElement | null>; filterText: string; loading: boolean }) {
  const desk = useDesk()
  const { claims, filter, setFilter } = desk
  const tally = useMemo(() => tallyOf(claims), [claims])
  const count = (status: Status): number => tally[status] ?? 0
  const having = useMemo(() => ({ findings: claims.filter((claim) => claim.findings > 0).length, uncited: claims.filter((claim) => claim.notes.length === 0).length }), [claims])
  const toggle = (status: Status): void => setFilter({ ...filter, statuses: filter.statuses.includes(status) ? filter.statuses.filter((other) => other !== status) : [...filter.statuses, status] })
  const kinds = useMemo(() => ClaimKind.options.filter((kind) => claims.some((claim) => claim.kinds.includes(kind))), [claims])
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
  return (
    <>
      <label className="find"><input ref={find} type="search" placeholder="Find in claims" aria-label="Find in claims" value={filter.text} onChange={(event) => setFilter({ ...filter, text: event.target.value })} onKeyDown={onFindKey} /><Key>/</Key></label>
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
          {desk.article.notes.map((note) => <option key={note.id} value={note.label}>Note {note.label}</option>)}
        </select>
        <Toggle pressed={filter.withFindings} onPress={(withFindings) => setFilter({ ...filter, withFindings })}>Findings {having.findings}</Toggle>
        <Toggle pressed={filter.uncited} onPress={(uncited) => setFilter({ ...filter, uncited })}>Uncited {having.uncited}</Toggle>
      </div>
      {filterText !== '' && (
        <p className="showing" role="status">
          {desk.visible.length === 0 ? `No claim is ${filterText}. ` : `Showing ${desk.visible.length} of ${claims.length}: ${filterText}. `}
          <button type="button" className="link" onClick={() => setFilter(NO_FILTER)}>Show all{desk.visible.length === 0 ? ` ${claims.length}` : ''}</button>
        </p>
      )}
      {loading ? <p className="waiting-words" role="status">Finding claims …</p> : <ClaimList />}
    </>
  )
}

function Toggle({ pressed, onPress, children }: { pressed: boolean; onPress: (pressed: boolean) => void; children: React.ReactNode }) {
  return <button type="button" aria-pressed={pressed} onClick={() => onPress(!pressed)}>{children}</button>
}

type Row = { kind: 'heading'; text: string } | { kind: 'claim'; claim: ClaimSummary; at: number }

/** Claims by section heading. One tab stop; arrows and Home, End move, as in the sheet. */
function ClaimList() {
  const desk = useDesk()
  const { visible, article, current } = desk
  const scroll = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => {
    const headings = article.document.blocks.filter((block) => block.kind === 'heading' || block.kind === 'title')
    const list: Row[] = []
    let last = -1
    visible.forEach((claim, at) => {
      const section = headings.findLastIndex((block) => block.span.start <= claim.span.start)
      const heading = headings[section]
      if (section !== last && heading) list.push({ kind: 'heading', text: article.document.text.slice(heading.span.start, heading.span.end) })
      last = section
      list.push({ kind: 'claim', claim, at })
    })
    return list
  }, [visible, article.document])
  const virtual = rows.length > VIRTUAL_FROM
  const virtualizer = useVirtualizer({ count: virtual ? rows.length : 0, getScrollElement: () => scroll.current, estimateSize: () => ROW_HEIGHT, overscan: 12 })
  const currentRow = rows.findIndex((row) => row.kind === 'claim' && row.claim.id === current?.id)
  useEffect(() => {
    if (currentRow < 0) return
    if (virtual) virtualizer.scrollToIndex(currentRow, { align: 'auto' })
    else scroll.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [currentRow, virtual, virtualizer])
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = visible.findIndex((claim) => claim.id === current?.id)
    const next = event.key === 'ArrowDown' ? visible[at + 1] : event.key === 'ArrowUp' ? visible[at - 1] : event.key === 'Home' ? visible[0] : event.key === 'End' ? visible.at(-1) : event.key === 'Enter' ? current : undefined
    if (next === undefined) return
    if (next) desk.go(next.id, { focus: event.key === 'Enter' })
    event.preventDefault()
    event.stopPropagation()
  }
  const draw = (row: Row, index: number) =>
    row.kind === 'heading' ? (
      <div key={`h${index}`} className="section-head" role="presentation">{row.text}</div>
    ) : (
      <div key={row.claim.id} id={`row-${row.claim.id}`} role="option" aria-selected={row.claim.id === current?.id} aria-setsize={visible.length} aria-posinset={row.at + 1} className={`row ${row.claim.status}${isSettled(row.claim.status) ? ' settled' : ''}`} onClick={() => desk.go(row.claim.id)}>
        <i>{row.claim.number}</i><span className="glyphs"><Glyph status={row.claim.status} className={desk.waitingIds.has(row.claim.id) ? 'hollow' : ''} />{row.claim.layer === 'said' && isOpenInside(row.claim, desk.claims) && <Glyph status="to-check" />}</span>
        <span><span className="sr">{STATUS_WORDS[row.claim.status].label}: </span>{row.claim.layer === 'said' && 'Was it said: '}{row.claim.statement}</span>
      </div>
    )
  return (
    <div ref={scroll} className="list" role="listbox" aria-label="Claims" tabIndex={0} aria-activedescendant={current ? `row-${current.id}` : undefined} onKeyDown={onKeyDown}>
      {virtual ? (
        <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index]
            return row && <div key={item.key} role="presentation" data-index={item.index} ref={virtualizer.measureElement} style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${item.start}px)` }}>{draw(row, item.index)}</div>
          })}
        </div>
      ) : rows.map(draw)}
    </div>
  )
}
