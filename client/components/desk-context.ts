import { createContext, useContext } from 'react'
import type { ArticleView } from '#shared/api/index.ts'
import type { ClaimKind } from '#shared/extract/claim-draft.ts'
import type { ClaimRecord, ClaimSummary, DecisionInput, FindingView, Status } from '#shared/review/index.ts'

/** What the rail shows and the keys walk through. Part of the address, so that it can be pasted to a colleague. Empty lists: no restriction. */
export interface Filter {
  statuses: Status[]
  kinds: ClaimKind[]
  /** A note's label. */
  note: string | null
  withFindings: boolean
  uncited: boolean
  text: string
}
export const NO_FILTER: Filter = { statuses: [], kinds: [], note: null, withFindings: false, uncited: false, text: '' }

/** What the panel has been asked to open by key or click from elsewhere; `serial` grows with every request. */
export type PanelRequest = { serial: number; open: 'attach' | 'comment' | 'edit' | 'reason' | 'source-result' | 'dismiss' | 'history' | 'support-needed'; status?: Status; findingId?: string; /** A file dropped on the sheet, to be attached. */ file?: File; /** Set the verdict without moving on. */ stay?: boolean }

/** Two people decided one claim: what this person sent, and the claim as the other left it. Nothing is chosen until they choose. */
export interface Conflict {
  claimId: string
  yours: DecisionInput
  theirs: ClaimRecord
}

/** The desk's state, provided by pages/desk and read by reader/ and panels/. */
export interface Desk {
  article: ArticleView
  /** Every claim in text order; optimistic: acts that wait to be sent are already applied. */
  claims: readonly ClaimSummary[]
  /** Claims whose verdict waits on this machine: shown with a hollow glyph. */
  waitingIds: ReadonlySet<string>
  /** Those the filter lets through. */
  visible: readonly ClaimSummary[]
  findings: readonly FindingView[]
  filter: Filter
  setFilter(filter: Filter): void
  current: ClaimSummary | null
  /** Makes a claim current, scrolls the sheet to it and puts its id into the address. */
  go(claimId: string | null, options?: { focus?: boolean }): void
  /** For a quotation: which of its two rows the verdict keys act on. */
  row: 'said' | 'true'
  setRow(row: 'said' | 'true'): void
  /** Open notes under paragraphs, by note id. */
  openNotes: ReadonlySet<string>
  toggleNote(noteId: string): void
  currentFinding: string | null
  setCurrentFinding(findingId: string | null): void
  /** Sends a decision through the outbox; resolves when the server has acknowledged it, rejects with `Refusal`. */
  decide(decision: DecisionInput): Promise<unknown>
  /** The verdict flow of DESK.md § 8: asks for a reason or support where needed, sets, moves on unless `stay`. */
  setStatus(status: Exclude<Status, 'recheck'>, given?: { reason?: string | null; waitingOn?: 'author' | 'source' | null; stay?: boolean }): Promise<void>
  undo(): Promise<void>
  redo(): Promise<void>
  conflict: Conflict | null
  setConflict(conflict: Conflict | null): void
  request: PanelRequest | null
  ask(request: Omit<PanelRequest, 'serial'>): void
}

export const DeskContext = createContext<Desk | null>(null)
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk outside the desk')
  return desk
}
