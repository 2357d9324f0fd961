import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Link } from 'react-router'
import { useDesk } from '../../components/desk-context.ts'
import { Glyph } from '../../components/Glyph.tsx'
import { Key } from '../../components/Key.tsx'
import { Later } from '../../components/Later.tsx'
import { Panel } from '../../panels/Panel.tsx'
import { Rail, RailStrip } from '../../reader/Rail.tsx'
import { selectedSpan } from '../../reader/place.ts'
import { Sheet } from '../../reader/Sheet.tsx'
import { Bar } from './Bar.tsx'
import { ClaimMenu } from './ClaimMenu.tsx'
import { useDeskFrame } from './DeskProvider.tsx'
import { filterWords } from './filter.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { useEditMode } from './use-edit-mode.ts'
import { step } from './walk.ts'

/** Where a claim reached by key stands: this part of the sheet's height from its top. */
const THIRD = 1 / 3
/** Here the rail is a strip, or away, and opens over the sheet (desk.css). */
const NARROW = '(max-width: 1199px)'
/** Frames in which blocks around a far claim find their height, and how many in a row must be still. */
const SETTLING = 30
const STILL = 4
type PanelHeight = 'line' | 'half' | 'full'
const NEXT_HEIGHT: Record<PanelHeight, PanelHeight> = { line: 'half', half: 'full', full: 'line' }

/** Bar, rail, sheet and panel, in that order of focus at every width. */
export function DeskFrame() {
  const desk = useDesk()
  const { loading, finished, missing, moved } = useDeskFrame()
  const { current, claims } = desk
  const sheet = useRef<HTMLElement>(null)
  const find = useRef<HTMLInputElement>(null)
  const panel = useRef<HTMLElement>(null)
  /** On a wide window the rail is open unless toggled; on a narrow one it lies over the sheet when toggled. */
  const [railOpen, setRailOpen] = useState(false)
  const [panelShut, setPanelShut] = useState(false)
  const [height, setHeight] = useState<PanelHeight>('half')
  const [folded, setFolded] = useState(false)
  const edit = useEditMode(sheet)
  const toggleRail = useCallback(() => setRailOpen((open) => !open), [])
  const enterPanel = (): void => panel.current?.querySelector<HTMLElement>('.scroll')?.focus()
  const search = (): void => {
    // The field must be on screen before it can take focus.
    if (!find.current?.checkVisibility({ visibilityProperty: true })) flushSync(() => setRailOpen((open) => !open))
    find.current?.focus()
  }
  const closeRail = (): boolean => {
    if (!railOpen || !matchMedia(NARROW).matches) return false
    setRailOpen(false)
    return true
  }
  useDeskKeys({ sheet, edit, enterPanel, search, closeRail, toggleRail, togglePanel: () => setPanelShut((shut) => !shut), toggleFold: () => setFolded((now) => !now) })

  // The sheet follows the current claim; focus goes to its element unless the person is elsewhere.
  useEffect(() => {
    if (moved.serial === 0 || !current || !sheet.current) return
    const element = document.getElementById(`c:${current.id}`)
    if (!element) return
    const scrolled = sheet.current
    const box = scrolled.getBoundingClientRect()
    const topNow = (): number => element.getBoundingClientRect().top - box.top
    const top = topNow()
    if (moved.focus || top < 0 || top > box.height * 0.8) {
      // A key is answered in the next frame: the sheet jumps. What is clicked glides, so that one sees where it went.
      const far = moved.focus || matchMedia('(prefers-reduced-motion: reduce)').matches || Math.abs(top) > box.height * 2
      scrolled.scrollBy({ top: top - box.height * THIRD, behavior: far ? 'instant' : 'smooth' })
      // Blocks take their true height only once they are near: a far jump is set right as they do.
      const settle = (framesLeft: number, still: number): void => {
        if (framesLeft === 0 || still === STILL) return
        requestAnimationFrame(() => {
          const off = topNow() - box.height * THIRD
          const moves = Math.abs(off) > 1
          if (moves) scrolled.scrollBy({ top: off, behavior: 'instant' })
          settle(framesLeft - 1, moves ? 0 : still + 1)
        })
      }
      if (Math.abs(top) > box.height) settle(SETTLING, 0)
    }
    if (!moved.focus) return
    if (matchMedia(NARROW).matches) setRailOpen(false)
    element.focus({ preventScroll: true })
    // Moves happen when asked for, not when the claim's record changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [moved])
  // Focus is never lost: when what had it is taken out of the page, it goes to the current claim.
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const desk = root.current
    if (!desk) return
    let held: EventTarget | null = null
    const hold = (event: FocusEvent): void => {
      held = event.target
    }
    desk.addEventListener('focusin', hold)
    const watcher = new MutationObserver(() => {
      if (!(held instanceof HTMLElement) || held.isConnected || document.activeElement !== document.body) return
      held = null
      desk.querySelector<HTMLElement>('.claim-anchor[tabindex="0"]')?.focus({ preventScroll: true })
    })
    watcher.observe(desk, { childList: true, subtree: true })
    return () => (desk.removeEventListener('focusin', hold), watcher.disconnect())
  }, [])
  // A request to the panel opens it where it is folded away.
  useEffect(() => {
    if (!desk.request) return
    setPanelShut(false)
    setHeight((now) => (now === 'line' ? 'half' : now))
  }, [desk.request])

  const words = filterWords(desk.filter)
  const title = current ? `Claim ${current.number}` : 'No claim chosen'
  return (
    <div ref={root} className={`desk${railOpen ? ' rail-open' : ''}${panelShut ? ' panel-shut' : ''}`}>
      {current && <a className="sr" href={`#c:${current.id}`} onClick={(event) => (event.preventDefault(), desk.go(current.id, { focus: true }))}>Skip to the current claim</a>}
      <a className="sr" href="#panel" onClick={(event) => (event.preventDefault(), enterPanel())}>Skip to the panel</a>
      <Later><Bar onRail={toggleRail} /></Later>
      <nav className="rail" aria-label="Claims">
        <Later><RailStrip open={railOpen} onToggle={toggleRail} /></Later>
        <div className="rail-whole">
          <p className="rail-places only-s"><Link to="/">Articles</Link><Link to={`/articles/${desk.article.id}/report`}>Report</Link><button type="button" className="link" onClick={() => setRailOpen(false)}>Close</button></p>
          <Rail find={find} filterText={words} loading={loading} />
        </div>
      </nav>
      <Sheet root={sheet} folded={folded} onEnter={() => (edit.mode ? void edit.keep() : enterPanel())} tools={
        <nav aria-label="Display">
          <button type="button" aria-pressed={folded} onClick={() => setFolded(!folded)}>Fold settled <Key>z</Key></button>
        </nav>
      } />
      <SelectionAct sheet={sheet} onMake={(span) => void edit.makeClaim(span)} />
      <aside ref={panel} id="panel" className={`panel ${height}`} aria-label={title}>
        <button type="button" className="grab" aria-label={`Panel: ${height}. Change its height`} onClick={() => setHeight(NEXT_HEIGHT[height])}><span /></button>
        <header>
          {current && <Glyph status={current.status} className="only-line" />}
          <h2>{title}</h2>{current && <span className="kinds-line">{current.kinds.map((kind) => kind.replace('-', ' ')).join(', ')}</span>}
          <nav aria-label="Claim to claim">
            {current && <ClaimMenu edit={edit} />}
            <button type="button" aria-keyshortcuts="k" onClick={() => desk.go(step(desk.visible, current, -1)?.id ?? null)}><span className="sr">Claim before</span><span aria-hidden="true">↑</span><Key>k</Key></button>
            <button type="button" aria-keyshortcuts="j" onClick={() => desk.go(step(desk.visible, current, 1)?.id ?? null)}><span className="sr">Next claim</span><span aria-hidden="true">↓</span><Key>j</Key></button>
          </nav>
        </header>
        {edit.mode && (
          <div className="edit-mode" role="status">
            <p>{edit.mode.kind === 'extent' ? <>Extent of claim {current?.number}: <Key>←</Key> <Key>→</Key> move the end, with <Key>Shift</Key> the start.</> : <>Split claim {current?.number}: <Key>←</Key> <Key>→</Key> move the cut. The marked words become a claim of their own.</>}</p>
            <p className="row2"><button type="button" className="act main" onClick={() => void edit.keep()}>Keep <Key>Enter</Key></button><button type="button" className="act" onClick={edit.leave}>Leave as it was <Key>Esc</Key></button></p>
          </div>
        )}
        {edit.trouble && <p className="trouble edit-mode" role="alert">{edit.trouble}</p>}
        {finished && <Finished />}
        {missing && <p className="edit-mode" role="status">The claim this address names is not in this article. It may have been deleted, or belong to another article. <button type="button" className="link" onClick={() => desk.go(claims[0]?.id ?? null)}>Go to the first claim</button></p>}
        {!loading && claims.length === 0 ? <NoClaims /> : <Later><Panel /></Later>}
      </aside>
    </div>
  )
}

function Finished() {
  const desk = useDesk()
  const waiting = desk.visible.filter((claim) => claim.status === 'querying').length
  return (
    <div className="edit-mode" role="status">
      <p>Nothing left to decide in this filter.{waiting > 0 ? ` ${waiting} ${waiting === 1 ? 'waits' : 'wait'} on others.` : ''}</p>
      <p className="row2">
        {waiting > 0 && <button type="button" className="act" onClick={() => desk.setFilter({ ...desk.filter, statuses: ['querying'] })}>Show waiting</button>}
        <Link className="act" to={`/articles/${desk.article.id}/report`}>Open report</Link>
      </p>
    </div>
  )
}

function NoClaims() {
  return <div className="scroll"><section className="sec"><p className="quiet">No claim found in this draft. Either it states no facts, or it was read wrongly. Select words and press <Key>m</Key>.</p></section></div>
}

/** A small way to make a claim beside the selected words, for those who have no keyboard at hand. */
function SelectionAct({ sheet, onMake }: { sheet: React.RefObject<HTMLElement | null>; onMake: (span: { start: number; end: number }) => void }) {
  const [at, setAt] = useState<{ x: number; y: number } | null>(null)
  useEffect(() => {
    const look = (): void => {
      const span = selectedSpan(sheet.current)
      const rect = span ? getSelection()?.getRangeAt(0).getBoundingClientRect() : null
      setAt(rect && rect.width > 0 ? { x: Math.min(rect.left + rect.width / 2, innerWidth - 90), y: rect.bottom + 6 } : null)
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [sheet])
  if (!at) return null
  return (
    <button type="button" className="act selection-act" style={{ left: at.x, top: at.y }} onPointerDown={(event) => event.preventDefault()} onClick={() => {
      const span = selectedSpan(sheet.current)
      if (span) onMake(span)
    }}>Make a claim <Key>m</Key></button>
  )
}
