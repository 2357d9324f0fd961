import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useMemo, useRef } from 'react'
import { isSettled, STATUS_WORDS, type ClaimSummary } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'
import { Glyph } from '../components/Glyph.tsx'
import { isOpenInside } from './names.ts'

type Row = { kind: 'heading'; text: string } | { kind: 'claim'; claim: ClaimSummary; at: number }

/** Below this many rows the browser lays all of them out at once without a stutter. */
const VIRTUAL_FROM = 300
/** Px; a row of two lines, before it is measured. */
const ROW_HEIGHT = 48
/** Px; a section heading, which stays at the top while its rows go by: no row comes to rest under it. */
const HEAD_HEIGHT = 36

/** Scrolls the list alone until the row stands between the heading and the list's end. `scrollIntoView` would move what holds the list, too. */
function bringIn(list: HTMLElement, row: Element | null): void {
  if (!row) return
  const [box, at] = [list.getBoundingClientRect(), row.getBoundingClientRect()]
  if (at.top < box.top + HEAD_HEIGHT) list.scrollTop += at.top - box.top - HEAD_HEIGHT
  else if (at.bottom > box.bottom) list.scrollTop += at.bottom - box.bottom + ROW_HEIGHT
}

/** Claims by section heading. One tab stop; the keys that move in it are the rail's. */
export const ClaimList = memo(function ClaimList() {
  const desk = useDesk()
  const { visible, article, current } = desk
  const scroll = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => {
    const headings = article.document.blocks.filter((block) => block.kind === 'heading' || block.kind === 'title')
    const list: Row[] = []
    let section = -1
    visible.forEach((claim, at) => {
      const before = section
      // Claims and headings are both in text order.
      while ((headings[section + 1]?.span.start ?? Infinity) <= claim.span.start) section += 1
      const heading = headings[section]
      if (section !== before && heading) list.push({ kind: 'heading', text: article.document.text.slice(heading.span.start, heading.span.end) })
      list.push({ kind: 'claim', claim, at })
    })
    return list
  }, [visible, article.document])
  const virtual = rows.length > VIRTUAL_FROM
  const virtualizer = useVirtualizer({ count: virtual ? rows.length : 0, getScrollElement: () => scroll.current, estimateSize: () => ROW_HEIGHT, overscan: 8, scrollPaddingStart: HEAD_HEIGHT, useFlushSync: false })
  const currentRow = rows.findIndex((row) => row.kind === 'claim' && row.claim.id === current?.id)
  useEffect(() => {
    if (currentRow < 0) return
    if (virtual) virtualizer.scrollToIndex(currentRow, { align: 'auto' })
    else if (scroll.current) bringIn(scroll.current, scroll.current.querySelector('[aria-selected=true]'))
  }, [currentRow, virtual, virtualizer])
  const first = virtual ? (virtualizer.getVirtualItemForOffset(virtualizer.scrollOffset ?? 0)?.index ?? 0) : 0
  const section = virtual ? rows.findLast((row, index) => index <= first && row.kind === 'heading') : undefined
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
    <div ref={scroll} className="list" role="listbox" aria-label="Claims" tabIndex={0} aria-activedescendant={current ? `row-${current.id}` : undefined}>
      {section?.kind === 'heading' && <div className="section-head afloat" role="presentation">{section.text}</div>}
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
})
