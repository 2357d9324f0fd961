import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type DragEvent, type MouseEvent, type ReactNode, type RefObject } from 'react'
import type { Span } from '#shared/document/document.ts'
import { byBlock } from '#shared/document/in-order.ts'
import type { ClaimSummary, FindingView, NoteRecord } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'
import { Later } from '../components/Later.tsx'
import { Galley } from './Galley.tsx'
import { Passage } from './Passage.tsx'
import { keepSame, passagesOf, piecesOf, sameEntries, samePiece, type Piece } from './passages.ts'
import { FindingPlaces } from './FindingPlaces.tsx'
import { highlight, rangesOver } from './place.ts'
import type { NoteMark } from './segments.ts'

const NONE_WAIT: ReadonlySet<string> = new Set()

/** Above this many claims passages out of sight are bare words: each claim is a dozen elements. */
const LAZY_FROM = 1000

/** Keeps the identity of entries that did not change, so that what is drawn from them is not drawn again. */
function useKept<T extends object>(now: readonly T[], same: (a: T, b: T) => boolean): readonly T[] {
  const before = useRef<readonly T[]>([])
  return useMemo(() => (before.current = keepSame(before.current, now, same)), [now, same])
}
const spanOf = ({ span }: { span: Span }): Span => span
const holds = (pieces: readonly Piece[], id: string): boolean => pieces.some((piece) => piece.kind === 'block' && piece.claims.some((claim) => claim.id === id))

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
  const claimsByBlock = useKept(useMemo(() => byBlock(spans, claims, spanOf), [spans, claims]), sameEntries<ClaimSummary>)
  const findingsByBlock = useKept(useMemo(() => byBlock(spans, findings.filter((finding) => finding.state === 'open').sort((a, b) => a.primary.start - b.primary.start), (finding) => finding.primary), [spans, findings]), sameEntries<FindingView>)
  const marks = useMemo(() => article.notes.flatMap((note) => note.marks.map((mark): NoteMark => ({ noteId: note.id, label: note.label, span: mark.span }))).sort((a, b) => a.span.start - b.span.start), [article.notes])
  const notesByBlock = useKept(useMemo(() => byBlock(spans, marks, spanOf), [spans, marks]), sameEntries<NoteMark>)
  const openByBlock = useKept(useMemo(() => notesByBlock.map((list): NoteRecord[] => [...new Set(list.map((mark) => mark.noteId))].filter((id) => desk.openNotes.has(id)).flatMap((id) => article.notes.find((note) => note.id === id) ?? [])), [notesByBlock, desk.openNotes, article.notes]), sameEntries<NoteRecord>)

  // With claims folded away the current one's paragraph stays open, and so do those opened by hand.
  const openAt = folded && current ? claimsByBlock.findIndex((list) => list.includes(current)) : -1
  const mayFold = useCallback((index: number) => folded && index !== openAt && !unfolded.has(index), [folded, openAt, unfolded])
  const onUnfold = useCallback((run: readonly number[]) => setUnfolded((before) => new Set([...before, ...run])), [])
  const pieces = useKept(useMemo(() => piecesOf(blocks, { claims: claimsByBlock, notes: notesByBlock, findings: findingsByBlock, open: openByBlock }, mayFold), [blocks, claimsByBlock, notesByBlock, findingsByBlock, openByBlock, mayFold]), samePiece)
  const passages = useKept(useMemo(() => passagesOf(pieces), [pieces]), sameEntries<Piece>)

  const latest = useRef(desk)
  latest.current = desk
  const onNote = useCallback((noteId: string) => latest.current.toggleNote(noteId), [])
  const onFinding = useCallback((findingId: string, claimId: string | null) => {
    if (claimId) latest.current.go(claimId)
    latest.current.setCurrentFinding(findingId)
  }, [])
  const claimsOfNote = useCallback((noteId: string) => latest.current.claims.filter((claim) => claim.notes.some((note) => note.noteId === noteId)).map((claim) => claim.number), [])

  const finding = findings.find((candidate) => candidate.id === desk.currentFinding)
  const places = useMemo(() => finding && [finding.primary, ...finding.related.map((related) => related.span)], [finding])
  // The words that the search found.
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

  return (
    <main ref={root} className="sheet" aria-label="Article" id="sheet">
      <Later><Galley scrolled={root} /></Later>
      {/* Clicks only add to what the claims' own focusable elements do. */}
      <div ref={column} className={over ? 'column over' : 'column'} onClick={onClick} onKeyDown={onKeyDown} onDragOver={onDragOver} onDragLeave={() => setOver(null)} onDrop={onDrop}>
        {over && <p className="drop-words" role="status">Attach to claim {over.number}</p>}
        <header className="running"><span>Checking copy, draft {article.draft.number}</span>{tools}</header>
        {places && <FindingPlaces column={column} places={places} measure={measure} />}
        {passages.map((pieces, index) => {
          const has = (id: string | null | undefined): string | null => (id && holds(pieces, id) ? id : null)
          return (
            <Passage
              key={index} pieces={pieces} lazy={claims.length > LAZY_FROM} text={text} measure={measure} onUnfold={onUnfold} onNote={onNote} onFinding={onFinding} claimsOfNote={claimsOfNote}
              currentId={has(current?.id)} tabStop={current ? null : has(claims[0]?.id)} waitingIds={desk.waitingIds.size > 0 && [...desk.waitingIds].some((id) => holds(pieces, id)) ? desk.waitingIds : NONE_WAIT}
            />
          )
        })}
      </div>
    </main>
  )
}
