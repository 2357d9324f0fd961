import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type DragEvent, type MouseEvent, type ReactNode, type RefObject } from 'react'
import { isSettled, type ClaimSummary, type NoteRecord } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'
import { Galley } from './Galley.tsx'
import { highlight, rangeOver, rangesOver } from './place.ts'
import { byBlock, type NoteMark } from './segments.ts'
import { SheetBlock } from './SheetBlock.tsx'

const NONE: readonly never[] = []
const NONE_WAIT: ReadonlySet<string> = new Set()
const NO_CLAIMS: readonly ClaimSummary[] = []

/** Keeps a list's identity while it holds the same things, so that untouched blocks are not drawn again. */
function useSteady<T>(lists: T[][]): readonly (readonly T[])[] {
  const before = useRef<readonly (readonly T[])[]>([])
  return useMemo(() => {
    const steady = lists.map((list, index) => {
      const old = before.current[index]
      return old && old.length === list.length && old.every((item, at) => item === list[at]) ? old : list
    })
    before.current = steady
    return steady
  }, [lists])
}

/** The article as imported, with its marks and margins. `tools` stands in the running head; `root` is the scrolled element; `onEnter` is Enter on a claim. */
export function Sheet({ root, tools, folded, onEnter }: { root: RefObject<HTMLElement | null>; tools: ReactNode; folded: boolean; onEnter: () => void }) {
  const desk = useDesk()
  const { article, claims, findings, current } = desk
  const { text, blocks } = article.document
  const [measure, setMeasure] = useState(0)
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set())
  const column = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState<ClaimSummary | null>(null)

  useEffect(() => {
    if (!column.current) return
    let width = 0
    const watcher = new ResizeObserver(([entry]) => {
      const now = Math.round(entry?.contentRect.width ?? 0)
      if (now !== width) setMeasure((count) => count + 1)
      width = now
    })
    watcher.observe(column.current)
    void document.fonts.ready.then(() => setMeasure((count) => count + 1))
    return () => watcher.disconnect()
  }, [])

  const spans = useMemo(() => blocks.map((block) => block.span), [blocks])
  const claimsByBlock = useSteady(useMemo(() => byBlock(spans, claims), [spans, claims]))
  const findingsByBlock = useSteady(useMemo(() => byBlock(spans, findings.filter((finding) => finding.state === 'open').map((finding) => Object.assign(finding, { span: finding.primary })).sort((a, b) => a.span.start - b.span.start)), [spans, findings]))
  const marks = useMemo(() => article.notes.flatMap((note) => note.marks.map((mark): NoteMark => ({ noteId: note.id, label: note.label, span: mark.span }))).sort((a, b) => a.span.start - b.span.start), [article.notes])
  const notesByBlock = useSteady(useMemo(() => byBlock(spans, marks), [spans, marks]))
  const openByBlock = useSteady(useMemo(() => notesByBlock.map((list): NoteRecord[] => [...new Set(list.map((mark) => mark.noteId))].filter((id) => desk.openNotes.has(id)).flatMap((id) => article.notes.find((note) => note.id === id) ?? [])), [notesByBlock, desk.openNotes, article.notes]))

  const latest = useRef(desk)
  latest.current = desk
  const onNote = useCallback((noteId: string) => latest.current.toggleNote(noteId), [])
  const onFinding = useCallback((findingId: string, claimId: string | null) => {
    if (claimId) latest.current.go(claimId)
    latest.current.setCurrentFinding(findingId)
  }, [])
  const claimsOfNote = useCallback((noteId: string) => latest.current.claims.filter((claim) => claim.notes.some((note) => note.noteId === noteId)).map((claim) => claim.number), [])

  // Both places of the current finding, and the words that the search found.
  useEffect(() => {
    const finding = findings.find((candidate) => candidate.id === desk.currentFinding)
    highlight('finding', finding && column.current ? [finding.primary, ...finding.related.map((related) => related.span)].map((span) => rangeOver(column.current as ParentNode, span)) : [])
    return () => highlight('finding', [])
  }, [desk.currentFinding, findings])
  useEffect(() => {
    highlight('found', desk.filter.text.trim() && column.current ? rangesOver(column.current, desk.visible.map((claim) => claim.span)) : [])
    return () => highlight('found', [])
  }, [desk.filter.text, desk.visible])

  /** A click takes the smallest claim under it; clicking again widens. */
  const onClick = (event: MouseEvent): void => {
    const target = event.target as HTMLElement
    if (getSelection()?.isCollapsed === false) return
    const marked = target.closest<HTMLElement>('[data-claim]')?.dataset['claim']
    if (marked) return desk.go(marked)
    const ids = target.closest<HTMLElement>('[data-over]')?.dataset['over']?.split(' ') ?? []
    const size = (id: string): number => {
      const claim = claims.find((candidate) => candidate.id === id)
      return claim ? claim.span.end - claim.span.start : Infinity
    }
    const sorted = ids.sort((a, b) => size(a) - size(b))
    const at = sorted.indexOf(current?.id ?? '')
    const next = sorted[(at + 1) % Math.max(sorted.length, 1)]
    if (next) desk.go(next, { focus: false })
  }

  /** One tab stop; arrows move from claim to claim, Enter goes into the panel. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    const id = (event.target as HTMLElement).closest<HTMLElement>('.claim-anchor')?.dataset['claim']
    if (!id) return
    const at = desk.visible.findIndex((claim) => claim.id === id)
    const next = { ArrowDown: desk.visible[at + 1], ArrowUp: desk.visible[at - 1], Home: desk.visible[0], End: desk.visible.at(-1) }[event.key]
    if (event.key === 'Enter') {
      if (current?.id === id) onEnter()
      else desk.go(id)
    } else if (next) desk.go(next.id)
    else return
    event.preventDefault()
  }

  /** A file dropped on a claim's words goes to that claim; elsewhere on the sheet to the current one. */
  const claimUnder = (event: DragEvent): ClaimSummary | null => {
    const ids = (event.target as HTMLElement).closest<HTMLElement>('[data-over]')?.dataset['over']?.split(' ') ?? []
    return claims.find((claim) => claim.id === ids.at(-1)) ?? current
  }
  const onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    const claim = claimUnder(event)
    if (claim?.id !== over?.id) setOver(claim)
  }
  const onDrop = (event: DragEvent): void => {
    const file = event.dataTransfer.files[0]
    const claim = claimUnder(event)
    setOver(null)
    if (!file) return
    event.preventDefault()
    if (!claim) return
    if (claim.id !== current?.id) desk.go(claim.id, { focus: false })
    desk.ask({ open: 'attach', file })
  }

  const isFoldable = (index: number): boolean => {
    const list = claimsByBlock[index] ?? NO_CLAIMS
    return folded && !unfolded.has(index) && list.length > 0 && list.every((claim) => isSettled(claim.status)) && !list.some((claim) => claim.id === current?.id)
  }
  const drawn: ReactNode[] = []
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index]
    if (!block) continue
    if (block.kind === 'furniture') {
      drawn.push(<details key={index} className="furniture"><summary><span className="sr">Set aside: </span>{text.slice(block.span.start, block.span.end)}</summary></details>)
      continue
    }
    if (isFoldable(index)) {
      const run = [index]
      while (isFoldable((run.at(-1) ?? index) + 1)) run.push((run.at(-1) ?? index) + 1)
      const count = new Set(run.flatMap((at) => (claimsByBlock[at] ?? NO_CLAIMS).map((claim) => claim.id))).size
      drawn.push(
        <button key={`fold ${index}`} type="button" className="fold" onClick={() => setUnfolded(new Set([...unfolded, ...run]))}>
          <span>{run.length} {run.length === 1 ? 'paragraph' : 'paragraphs'}, {count} {count === 1 ? 'claim' : 'claims'}, all settled</span>
        </button>,
      )
      index = run.at(-1) ?? index
      continue
    }
    const here = claimsByBlock[index] ?? NO_CLAIMS
    drawn.push(
      <SheetBlock
        key={index} index={index} block={block} text={text} claims={here} notes={notesByBlock[index] ?? NONE} findings={findingsByBlock[index] ?? NONE}
        currentId={current && here.some((claim) => claim.id === current.id) ? current.id : null} tabStop={current ? null : (claims[0]?.id ?? null)} waitingIds={here.some((claim) => desk.waitingIds.has(claim.id)) ? desk.waitingIds : NONE_WAIT} open={openByBlock[index] ?? NONE} measure={measure}
        onNote={onNote} onFinding={onFinding} claimsOfNote={claimsOfNote}
      />,
    )
  }
  return (
    <main ref={root} className="sheet" aria-label="Article" id="sheet">
      <Galley scrolled={root} />
      {/* Clicks only add to what the claims' own focusable elements do. */}
      <div ref={column} className={over ? 'column over' : 'column'} onClick={onClick} onKeyDown={onKeyDown} onDragOver={onDragOver} onDragLeave={() => setOver(null)} onDrop={onDrop}>
        {over && <p className="drop-words" role="status">Attach to claim {over.number}</p>}
        <header className="running"><span>Checking copy, draft {article.draft.number}</span>{tools}</header>
        {drawn}
      </div>
    </main>
  )
}
