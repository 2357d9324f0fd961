import { memo, useCallback, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { Block } from '#shared/document/document.ts'
import type { ClaimSummary, FindingView, NoteRecord } from '#shared/review/index.ts'
import { Diamond } from '../components/Diamond.tsx'
import { Glyph } from '../components/Glyph.tsx'
import { claimName, isOpenInside } from './names.ts'
import { NoteInPlace } from './NoteInPlace.tsx'
import { rangeOver } from './place.ts'
import { segmentsOf, type NoteMark, type Segment } from './segments.ts'

export interface SheetBlockProps {
  index: number
  block: Block
  text: string
  claims: readonly ClaimSummary[]
  notes: readonly NoteMark[]
  findings: readonly FindingView[]
  /** The current claim, if it stands in this block. */
  currentId: string | null
  /** The claim that Tab reaches while none is current. */
  tabStop: string | null
  waitingIds: ReadonlySet<string>
  /** Notes open under this block. */
  open: readonly NoteRecord[]
  /** Grows when widths change, so that margins are measured again. */
  measure: number
  /** It is in sight or nearly: its margins are measured. */
  near: boolean
  /** Draws the words alone, without marks. */
  bare: boolean
  onNote: (noteId: string) => void
  onFinding: (findingId: string, claimId: string | null) => void
  claimsOfNote: (noteId: string) => string[]
}

/** A line's margin marks, `top` in px from the block's top. */
interface MarginLine<T> {
  top: number
  items: T[]
}
/** Two marks within this many px of height stand on one line. */
const SAME_LINE = 8

/** One block of the article: its words with their marks, the person's pencil left, the machine's diamonds right. Drawn again only when something in it changed. */
export const SheetBlock = memo(function SheetBlock(props: SheetBlockProps) {
  const { index, block, text, claims, notes, findings, currentId, open, measure, near, bare } = props
  const root = useRef<HTMLDivElement>(null)
  const [left, setLeft] = useState<MarginLine<ClaimSummary>[]>([])
  const [right, setRight] = useState<MarginLine<FindingView>[]>([])

  const starts = claims.filter((claim) => claim.span.start >= block.span.start && claim.span.start < block.span.end)
  const found = findings.filter((finding) => finding.primary.start >= block.span.start && finding.primary.start < block.span.end)
  // Claims and findings keep their place while only a status changes: measured when words, widths or what stands here change.
  const placed = `${starts.map((claim) => `${claim.id}:${claim.span.start}`).join()} ${found.map((finding) => finding.id).join()}`
  useLayoutEffect(() => {
    if (!near || !root.current) return
    const top = root.current.getBoundingClientRect().top
    const lineOf = (start: number): number => {
      const rect = rangeOver(root.current as ParentNode, { start, end: start + 1 })?.getClientRects()[0]
      return rect ? rect.top + rect.height / 2 - top : 0
    }
    setLeft(onLines(starts, (claim) => lineOf(claim.span.start)))
    setRight(onLines(found, (finding) => lineOf(finding.primary.start)))
    // `placed` stands for the contents of `starts` and `found`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [near, measure, placed, open.length])

  const claimById = useCallback((id: string) => claims.find((claim) => claim.id === id), [claims])
  const latest = (line: MarginLine<ClaimSummary>): ClaimSummary[] => line.items.map((item) => claimById(item.id) ?? item)
  const segments = bare ? [] : segmentsOf(text, block.span, claims, notes)
  // Two lines are drawn under the words at most: a third claim over the same words says so beside its glyph.
  const undrawn = new Set(segments.flatMap((segment) => segment.claims.slice(2)))
  const words = bare
    ? <span data-s={block.span.start} data-e={block.span.end}>{text.slice(block.span.start, block.span.end)}</span>
    : segments.map((segment) => <Stretch key={segment.start} segment={segment} {...props} claimById={claimById} />)
  const heading = Math.min(Math.max((block.level ?? 2), 2), 6)
  return (
    <div className="block" data-block={index} ref={root}>
      {left.map((line) => <LeftMarks key={line.top} top={line.top} claims={latest(line)} openInside={(said) => isOpenInside(said, claims)} currentId={currentId} waitingIds={props.waitingIds} undrawn={undrawn} />)}
      <Body kind={block.kind} level={heading}>{words}</Body>
      {right.map((line) => <RightMarks key={line.top} top={line.top} findings={line.items} onFinding={(finding) => props.onFinding(finding.id, claims.find((claim) => claim.span.start < finding.primary.end && finding.primary.start < claim.span.end)?.id ?? null)} />)}
      {open.map((note) => <NoteInPlace key={note.id} note={note} carries={props.claimsOfNote(note.id)} onClose={() => props.onNote(note.id)} />)}
    </div>
  )
})

function onLines<T>(items: readonly T[], topOf: (item: T) => number): MarginLine<T>[] {
  const lines: MarginLine<T>[] = []
  for (const item of items) {
    const top = topOf(item)
    const line = lines.find((candidate) => Math.abs(candidate.top - top) < SAME_LINE)
    if (line) line.items.push(item)
    else lines.push({ top, items: [item] })
  }
  return lines
}

function Body({ kind, level, children }: { kind: Block['kind']; level: number; children: ReactNode }) {
  if (kind === 'title' || kind === 'heading') {
    const Tag = `h${kind === 'title' ? 2 : level}` as 'h2'
    return <Tag className={kind === 'title' ? 'article-title' : undefined}>{children}</Tag>
  }
  if (kind === 'quote') return <blockquote className="p quote">{children}</blockquote>
  return <p className={`p ${kind}`}>{children}</p>
}

/** A longer label is no number or sign. */
const LONGEST_RAISED = 6

/** The words under one set of claims. Two lines are drawn at most; each claim has one focusable element, where it starts. */
function Stretch({ segment, text, claimById, currentId, tabStop, onNote, open }: SheetBlockProps & { segment: Segment; claimById: (id: string) => ClaimSummary | undefined }) {
  const words = text.slice(segment.start, segment.end)
  const place = { 'data-s': segment.start, 'data-e': segment.end }
  const over = segment.claims.flatMap((id) => claimById(id) ?? [])
  const said = segment.said ? claimById(segment.said) : undefined
  const starting = [...(said ? [said] : []), ...over].filter((claim) => claim.span.start === segment.start)
  const current = over.some((claim) => claim.id === currentId) || said?.id === currentId
  const here = current ? (over.find((claim) => claim.id === currentId) ?? said) : undefined
  const edges = `${here?.span.start === segment.start ? ' cur-start' : ''}${here?.span.end === segment.end ? ' cur-end' : ''}`
  let drawn: ReactNode
  if (segment.note) {
    const { noteId, label } = segment.note
    // "(Smith 2019, 14)" and sources written in brackets are read as words; numbers and signs are raised.
    const isWords = label.length > LONGEST_RAISED
    drawn = <button type="button" className={isWords ? 'n words' : 'n'} data-note={noteId} {...place} aria-expanded={open.some((note) => note.id === noteId)} aria-label={`Note ${label}`} tabIndex={-1} onClick={() => onNote(noteId)}>{isWords ? words : label}</button>
  } else if (said) drawn = <span className={`q ${said.status}`} {...place}>{words}</span>
  else drawn = <span {...place}>{words}</span>
  const [outer, inner] = over
  if (inner) drawn = <span className={`c ${inner.status}`}>{drawn}</span>
  if (outer) drawn = <span className={`c ${outer.status}`}>{drawn}</span>
  return (
    <>
      {starting.map((claim) => (
        <span key={claim.id} id={`c:${claim.id}`} className="claim-anchor" role="button" tabIndex={claim.id === currentId || claim.id === tabStop ? 0 : -1} aria-label={claimName(claim)} aria-current={claim.id === currentId || undefined} data-claim={claim.id} />
      ))}
      <span className={current ? `cur${edges}` : undefined} data-over={[...(said ? [said.id] : []), ...segment.claims].join(' ') || undefined}>{drawn}</span>
    </>
  )
}

function LeftMarks({ top, claims, openInside, currentId, waitingIds, undrawn }: { top: number; claims: ClaimSummary[]; openInside: (claim: ClaimSummary) => boolean; currentId: string | null; waitingIds: ReadonlySet<string>; undrawn: ReadonlySet<string> }) {
  const current = claims.some((claim) => claim.id === currentId)
  const shown = current ? (claims.find((claim) => claim.id === currentId) ?? claims[0]) : claims[0]
  // Two glyphs fit the gutter beside the number, or one and the count of the others.
  const many = claims.length > 2
  return (
    <span className={current ? 'm on' : 'm'} style={{ top }} aria-hidden="true">
      <i>{shown?.number}</i>
      {(many && shown ? [shown] : claims).map((claim) => (
        <span key={claim.id} className={claim.status} data-claim={claim.id} title={claimName(claim)}>
          {claim.layer === 'said' && <b className="said">“</b>}
          <Glyph status={claim.status} className={waitingIds.has(claim.id) ? 'hollow' : ''} />
          {openInside(claim) && <Glyph status="to-check" />}
          {!many && undrawn.has(claim.id) && <small>+1</small>}
        </span>
      ))}
      {many && <small>+{claims.length - 1}</small>}
    </span>
  )
}

function RightMarks({ top, findings, onFinding }: { top: number; findings: FindingView[]; onFinding: (finding: FindingView) => void }) {
  const worst = findings.find((finding) => finding.severity === 'contradiction') ?? findings.find((finding) => finding.severity === 'doubt') ?? findings[0]
  if (!worst) return null
  return (
    <button type="button" tabIndex={-1} className={`d ${worst.severity}`} style={{ top }} aria-hidden="true" title={findings.map((finding) => finding.what).join('\n')} onClick={() => onFinding(worst)}>
      <Diamond severity={worst.severity} />{findings.length > 1 && findings.length}
    </button>
  )
}
