import type { RefObject } from 'react'
import { overlaps } from '#shared/document/document.ts'
import { REASON_REQUIRED, STATUS_WORDS, SETTABLE, type ClaimSummary, type Status } from '#shared/review/index.ts'
import { useDesk } from '../../components/desk-context.ts'
import { useKeys, type Bindings } from '../../components/keys.ts'
import { caretOffset, selectedSpan } from '../../reader/place.ts'
import { step, stepParagraph, stepToDecide } from './walk.ts'
import type { EditMode } from './use-edit-mode.ts'

interface Places {
  sheet: RefObject<HTMLElement | null>
  edit: EditMode
  /** Into the panel. */
  enterPanel: () => void
  /** Into the find field, which may be folded away. */
  search: () => void
  /** Closes a rail that lies over the sheet; false when none does. */
  closeRail: () => boolean
  toggleRail: () => void
  togglePanel: () => void
  toggleFold: () => void
}

/** Every single key of the desk (DESK.md, Keys). Off while an extent or a split is being placed. */
export function useDeskKeys({ sheet, edit, enterPanel, search, closeRail, toggleRail, togglePanel, toggleFold }: Places): void {
  const desk = useDesk()
  const { claims, visible, current, findings } = desk
  const to = (claim: ClaimSummary | null | undefined): void => {
    if (claim) desk.go(claim.id, { focus: true })
  }
  const verdict = (status: Exclude<Status, 'recheck'>, stay: boolean): void => {
    // A query is a question to somebody: its words are asked for, though they may stay empty.
    if (REASON_REQUIRED.includes(status) || status === 'querying') desk.ask({ open: 'reason', status, stay })
    else void desk.setStatus(status, { stay })
  }
  const verdictKeys: Bindings = Object.fromEntries(
    SETTABLE.flatMap((status): [string, () => void][] => {
      const key = STATUS_WORDS[status].key
      if (!key || status === 'recheck') return []
      return [[key, () => verdict(status, false)], [`Shift+${key.toUpperCase()}`, () => verdict(status, true)]]
    }),
  )
  const open = findings.filter((finding) => finding.state === 'open')
  const stepFinding = (by: 1 | -1): void => {
    const at = open.findIndex((finding) => finding.id === desk.currentFinding)
    const next = open[(at + by + open.length) % Math.max(open.length, 1)] ?? open[0]
    if (!next) return
    to(claims.find((claim) => claim.layer === 'true' && overlaps(claim.span, next.primary)))
    desk.setCurrentFinding(next.id)
  }
  const ofCurrent = (): string | undefined =>
    desk.currentFinding ?? open.find((finding) => current && [finding.primary, ...finding.related.map((related) => related.span)].some((span) => overlaps(span, current.span)))?.id
  /** Shows both places of a finding; again, goes to the other one. */
  const lookAtBoth = (): void => {
    const finding = open.find((candidate) => candidate.id === ofCurrent())
    if (!finding) return
    if (desk.currentFinding === finding.id) {
      const places = [finding.primary, ...finding.related.map((related) => related.span)]
      const here = places.findIndex((span) => current !== null && overlaps(span, current.span))
      const there = places[(here + 1) % places.length]
      to(there && claims.find((claim) => claim.layer === 'true' && overlaps(claim.span, there)))
    }
    desk.setCurrentFinding(finding.id)
  }
  const toggleNotes = (): void => {
    const ids = (current?.notes ?? []).map((note) => note.noteId)
    const shut = ids.filter((id) => !desk.openNotes.has(id))
    for (const id of shut.length > 0 ? shut : ids) desk.toggleNote(id)
  }
  const swapRow = (): void => {
    if (!current) return
    if (current.layer === 'said') to(claims.find((claim) => claim.quotationId === current.id))
    else to(claims.find((claim) => claim.id === current.quotationId))
  }
  const make = (): void => {
    const span = selectedSpan(sheet.current)
    if (span) void edit.makeClaim(span)
  }
  const escape = (): void => {
    if (closeRail()) return
    const nearest = [...desk.openNotes].at(-1)
    if (nearest) desk.toggleNote(nearest)
    else if (desk.currentFinding) desk.setCurrentFinding(null)
    else if (current) desk.go(current.id, { focus: true })
  }
  useKeys(
    {
      ...verdictKeys,
      j: () => to(current ? step(visible, current, 1) : (stepToDecide(visible, null, 1) ?? step(visible, null, 1))), k: () => to(step(visible, current, -1)),
      '.': () => to(stepToDecide(visible, current, 1)), ',': () => to(stepToDecide(visible, current, -1)),
      'Shift+J': () => to(stepParagraph(visible, desk.article.document.blocks, current, 1)), 'Shift+K': () => to(stepParagraph(visible, desk.article.document.blocks, current, -1)),
      f: () => stepFinding(1), 'Shift+F': () => stepFinding(-1),
      l: lookAtBoth,
      t: toggleNotes, y: swapRow, z: toggleFold,
      Enter: enterPanel, Escape: escape,
      '/': search, '[': toggleRail, ']': togglePanel,
      a: () => current && desk.ask({ open: 'attach' }), n: () => current && desk.ask({ open: 'comment' }), e: () => current && desk.ask({ open: 'edit' }),
      s: () => current && desk.ask({ open: 'source-result' }), h: () => current && desk.ask({ open: 'history' }),
      '-': () => {
        const findingId = ofCurrent()
        if (findingId) desk.ask({ open: 'dismiss', findingId })
      },
      m: make, b: () => edit.startSplit(caretOffset(sheet.current)), 'Shift+E': edit.startExtent, 'Shift+M': () => void edit.mergeNext(), Delete: () => void edit.remove(),
      'Ctrl+Z': () => void desk.undo(), 'Ctrl+Shift+Z': () => void desk.redo(),
    },
    { enabled: edit.mode === null },
  )
}
