import type { RefObject } from 'react'
import { REASON_REQUIRED, STATUS_WORDS, SETTABLE, type ClaimSummary, type Status } from '#shared/review/index.ts'
import { useDesk } from '../../components/desk-context.ts'
import { useKeys, type Bindings } from '../../components/keys.ts'
import { caretOffset, selectedSpan } from '../../reader/place.ts'
import { step, stepParagraph, stepToDecide } from './walk.ts'
import type { EditMode } from './use-edit-mode.ts'

interface Places {
  sheet: RefObject<HTMLElement | null>
  find: RefObject<HTMLInputElement | null>
  panel: RefObject<HTMLElement | null>
  edit: EditMode
  toggleRail: () => void
  togglePanel: () => void
  toggleFold: () => void
}

/** Every single key of the desk (DESK.md, Keys). Off while an extent or a split is being placed. */
export function useDeskKeys({ sheet, find, panel, edit, toggleRail, togglePanel, toggleFold }: Places): void {
  const desk = useDesk()
  const { claims, visible, current, findings } = desk
  const to = (claim: ClaimSummary | null | undefined): void => {
    if (claim) desk.go(claim.id, { focus: true })
  }
  const verdict = (status: Exclude<Status, 'recheck'>, stay: boolean): void => {
    // A query is a question to somebody: its words are asked for, though they may stay empty.
    if (REASON_REQUIRED.includes(status) || status === 'querying') desk.ask({ open: 'reason', status })
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
    to(claims.find((claim) => claim.layer === 'true' && claim.span.start < next.primary.end && next.primary.start < claim.span.end))
    desk.setCurrentFinding(next.id)
  }
  const ofCurrent = (): string | undefined =>
    desk.currentFinding ?? open.find((finding) => current && [finding.primary, ...finding.related.map((related) => related.span)].some((span) => span.start < current.span.end && current.span.start < span.end))?.id
  const toggleNotes = (): void => {
    const note = current?.notes[0]
    if (note) desk.toggleNote(note.noteId)
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
    const nearest = [...desk.openNotes].at(-1)
    if (nearest) desk.toggleNote(nearest)
    else if (desk.currentFinding) desk.setCurrentFinding(null)
    else if (current) desk.go(current.id, { focus: true })
  }
  useKeys(
    {
      ...verdictKeys,
      j: () => to(step(visible, current?.id ?? null, 1)), k: () => to(step(visible, current?.id ?? null, -1)),
      '.': () => to(stepToDecide(visible, current?.id ?? null, 1)), ',': () => to(stepToDecide(visible, current?.id ?? null, -1)),
      'Shift+J': () => to(stepParagraph(visible, desk.article.document.blocks, current?.id ?? null, 1)), 'Shift+K': () => to(stepParagraph(visible, desk.article.document.blocks, current?.id ?? null, -1)),
      f: () => stepFinding(1), 'Shift+F': () => stepFinding(-1),
      l: () => desk.setCurrentFinding(ofCurrent() ?? null),
      t: toggleNotes, y: swapRow, z: toggleFold,
      Enter: () => panel.current?.querySelector<HTMLElement>('.scroll')?.focus(), Escape: escape,
      '/': () => find.current?.focus(), '[': toggleRail, ']': togglePanel,
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
