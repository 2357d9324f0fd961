import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { api, type ActResult, type ArticleView } from '#shared/api/index.ts'
import { REASON_REQUIRED, type ClaimRecord, type ClaimSummary, type DecisionInput, type FindingView } from '#shared/review/index.ts'
import { DeskContext, type Conflict, type Desk, type Filter, type PanelRequest } from '../../components/desk-context.ts'
import { call, Refusal } from '../../connection/http.ts'
import { send, sendRedo, sendUndo, subscribe, useOutbox } from '../../connection/outbox.ts'
import { NameNotGiven } from '../../connection/person.ts'
import { filterClaims, filterToQuery, queryToFilter } from './filter.ts'
import { applyResult, applyWaiting } from './optimistic.ts'
import { stepToDecide } from './walk.ts'

/** What the frame shows beside the desk's own state. */
export interface DeskFrameState {
  loading: boolean
  /** The last act in one line; `undoable` when it can be taken back. */
  last: { text: string; undoable: boolean } | null
  /** A refusal of an act that no open form waits for. */
  refusal: string | null
  /** Nothing is left to decide in the filter. */
  finished: boolean
  /** The address names a claim that this article does not have. */
  missing: boolean
  /** Grows when the sheet should move to the current claim. */
  moved: { serial: number; focus: boolean }
}
const FrameContext = createContext<DeskFrameState | null>(null)
export const useDeskFrame = (): DeskFrameState => {
  const state = useContext(FrameContext)
  if (!state) throw new Error('useDeskFrame outside the desk')
  return state
}

const NO_CLAIMS: ClaimSummary[] = []
const NO_FINDINGS: FindingView[] = []
/** Ms between the last key and the search of notes, evidence and people; statements are matched at once. */
const SEARCH_AFTER = 200

/** Ms between the last move and the address that names it. */
const ADDRESS_AFTER = 200

const claimInAddress = (hash = location.hash): string | null => (hash.startsWith('#c:') ? decodeURIComponent(hash.slice(3)) : null)

export function DeskProvider({ article, loaded, loading, findings = NO_FINDINGS, children }: { article: ArticleView; loaded: ClaimSummary[] | undefined; loading: boolean; findings: FindingView[] | undefined; children: ReactNode }) {
  const client = useQueryClient()
  const outbox = useOutbox(article.id)
  const [filter, setFilter] = useState<Filter>(() => queryToFilter(location.search))
  const [currentId, setCurrentId] = useState<string | null>(() => claimInAddress())
  const [openNotes, setOpenNotes] = useState<ReadonlySet<string>>(new Set())
  const [currentFinding, setCurrentFinding] = useState<string | null>(null)
  const [row, setRow] = useState<'said' | 'true'>('true')
  const [request, setRequest] = useState<PanelRequest | null>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [last, setLast] = useState<DeskFrameState['last']>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [finished, setFinished] = useState(false)
  const [moved, setMoved] = useState({ serial: 0, focus: false })

  const { claims, waitingIds } = useMemo(() => applyWaiting(loaded ?? NO_CLAIMS, outbox.waiting), [loaded, outbox.waiting])
  const text = useDebounced(filter.text.trim(), SEARCH_AFTER)
  const search = useQuery({ queryKey: ['search', article.id, text], enabled: text !== '', queryFn: ({ signal }) => call(api.articles.search, { params: { articleId: article.id }, query: { q: text }, signal }) })
  const found = useMemo(() => {
    if (filter.text.trim() === '') return null
    if (search.data && text === filter.text.trim()) return new Set(search.data.map((match) => match.claimId))
    const words = filter.text.trim().toLowerCase()
    return new Set(claims.filter((claim) => claim.statement.toLowerCase().includes(words)).map((claim) => claim.id))
  }, [filter.text, text, search.data, claims])
  const visible = useMemo(() => filterClaims(claims, filter, found), [claims, filter, found])
  const current = useMemo(() => claims.find((claim) => claim.id === currentId) ?? null, [claims, currentId])

  // Claim and filter stand in the address, written once the hand rests: a browser lets a page write it only so often, and a held key moves faster.
  useEffect(() => {
    const timer = setTimeout(() => {
      const query = filterToQuery(filter)
      const address = `${location.pathname}${query ? `?${query}` : ''}${currentId ? `#c:${currentId}` : ''}`
      if (address !== `${location.pathname}${location.search}${location.hash}`) history.replaceState(history.state, '', address)
    }, ADDRESS_AFTER)
    return () => clearTimeout(timer)
  }, [filter, currentId])
  const go = useCallback<Desk['go']>((claimId, options = {}) => {
    setCurrentId(claimId)
    setCurrentFinding(null)
    setFinished(false)
    // What was asked for was asked of the claim one leaves.
    if (claimId !== state.current.currentId) setRequest(null)
    setMoved((before) => ({ serial: before.serial + 1, focus: options.focus ?? true }))
  }, [])
  const state = useRef({ filter, currentId, visible, claims, current, request })
  state.current = { filter, currentId, visible, claims, current, request }

  useEffect(() => {
    const onHash = (event: HashChangeEvent): void => {
      // What was asked for: the address may have been written since, for the claim before.
      const claimId = claimInAddress(new URL(event.newURL).hash)
      if (claimId && claimId !== state.current.currentId) go(claimId)
    }
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [go])
  // The address named a claim: the sheet moves to it once the claims are there.
  const arrived = useRef(false)
  useEffect(() => {
    if (arrived.current || claims.length === 0) return
    arrived.current = true
    if (state.current.currentId) setMoved((before) => ({ serial: before.serial + 1, focus: false }))
  }, [claims])

  // Every acknowledged act, also one kept from before a reload, goes into the lists.
  useEffect(() => subscribe(article.id, (event) => {
    if (event.kind === 'refused') return
    const { result } = event
    client.setQueryData<ClaimSummary[]>(['claims', article.id], (before) => before && applyResult(before, result))
    if (result.title !== article.title) client.setQueryData<ArticleView>(['article', article.id], (before) => before && { ...before, title: result.title })
    if (result.events.some((change) => change.entity === 'finding')) void client.invalidateQueries({ queryKey: ['findings', article.id] })
    for (const claim of result.claims) void client.invalidateQueries({ queryKey: ['claim', claim.id] })
    setLast({ text: result.summary, undoable: event.pending.kind !== 'undo' })
    setRefusal(null)
  }), [article.id, article.title, client])

  const decide = useCallback(async (decision: DecisionInput): Promise<ActResult> => {
    try {
      return await send(article.id, decision)
    } catch (error) {
      if (error instanceof Refusal && error.problem.code === 'conflict') {
        const theirs = error.problem.details?.['theirs'] as ClaimRecord | undefined
        await client.invalidateQueries({ queryKey: ['claims', article.id] })
        if (theirs) {
          setConflict({ claimId: theirs.id, yours: decision, theirs })
          if (state.current.currentId !== theirs.id) go(theirs.id)
          void client.invalidateQueries({ queryKey: ['claim', theirs.id] })
        }
      }
      throw error
    }
  }, [article.id, client, go])

  const serial = useRef(0)
  const ask = useCallback((next: Omit<PanelRequest, 'serial'>) => setRequest({ ...next, serial: (serial.current += 1) }), [])

  const setStatus = useCallback<Desk['setStatus']>(async (status, given = {}) => {
    const { current: claim, visible: list, request } = state.current
    if (!claim) return
    setRefusal(null)
    if (REASON_REQUIRED.includes(status) && !given.reason) return ask({ open: 'reason', status })
    if (status === 'verified' && !claim.supported) return ask({ open: 'support-needed', status })
    const sent = decide({ kind: 'set-status', claimId: claim.id, version: claim.version, status, reason: given.reason ?? null, waitingOn: given.waitingOn ?? null })
    const stays = given.stay || (request?.stay && request.status === status)
    if (!stays && status !== 'to-check') {
      const after = list.map((other) => (other.id === claim.id ? { ...other, status } : other))
      const next = stepToDecide(after, claim, 1)
      if (next) go(next.id)
      else setFinished(true)
    }
    try {
      await sent
    } catch (error) {
      if (error instanceof NameNotGiven) go(claim.id)
      else if (error instanceof Refusal && error.problem.code !== 'conflict') {
        go(claim.id)
        setRefusal(`Claim ${claim.number}: ${error.problem.detail}`)
      } else if (!(error instanceof Refusal)) throw error
    }
  }, [ask, decide, go])

  const walkBack = useCallback(async (reverse: (articleId: string) => Promise<ActResult>) => {
    setRefusal(null)
    const from = state.current.currentId
    try {
      const result = await reverse(article.id)
      // Shows what it touched, unless the person has gone on meanwhile: an answer never takes them from where they are.
      if (result.claimId && state.current.currentId === from) go(result.claimId)
    } catch (error) {
      if (error instanceof Refusal) setRefusal(error.problem.detail)
      else if (!(error instanceof NameNotGiven)) throw error
    }
  }, [article.id, go])
  const undo = useCallback(() => walkBack(sendUndo), [walkBack])
  const redo = useCallback(() => walkBack(sendRedo), [walkBack])
  const toggleNote = useCallback((noteId: string) => setOpenNotes((before) => {
    const next = new Set(before)
    if (!next.delete(noteId)) next.add(noteId)
    return next
  }), [])

  const desk = useMemo<Desk>(
    () => ({ article, claims, waitingIds, visible, findings, filter, setFilter, current, go, row, setRow, openNotes, toggleNote, currentFinding, setCurrentFinding, decide, setStatus, undo, redo, conflict, setConflict, request, ask }),
    [article, claims, waitingIds, visible, findings, filter, setFilter, current, go, row, openNotes, toggleNote, currentFinding, decide, setStatus, undo, redo, conflict, request, ask],
  )
  const missing = loaded !== undefined && currentId !== null && current === null
  const frame = useMemo<DeskFrameState>(() => ({ loading, last, refusal, finished, missing, moved }), [loading, last, refusal, finished, missing, moved])
  return (
    <DeskContext value={desk}>
      <FrameContext value={frame}>{children}</FrameContext>
    </DeskContext>
  )
}

function useDebounced<T>(value: T, wait: number): T {
  const [steady, setSteady] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSteady(value), wait)
    return () => clearTimeout(timer)
  }, [value, wait])
  return steady
}
