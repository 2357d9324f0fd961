import { useCallback, useEffect, useState, type RefObject } from 'react'
import type { ActResult } from '#shared/api/index.ts'
import type { DecisionInput } from '#shared/review/index.ts'
import { useDesk } from '../../components/desk-context.ts'
import { useKeys } from '../../components/keys.ts'
import { Refusal } from '../../connection/http.ts'
import { NameNotGiven } from '../../connection/person.ts'
import { highlight, rangeOver, wordBorders } from '../../reader/place.ts'

type Mode = { kind: 'split'; at: number } | { kind: 'extent'; start: number; end: number }

export interface EditMode {
  mode: Mode | null
  /** What was refused, or null. */
  trouble: string | null
  startSplit(caret: number | null): void
  startExtent(): void
  keep(): Promise<void>
  leave(): void
  makeClaim(span: { start: number; end: number }): Promise<void>
  mergeNext(): Promise<void>
  remove(): Promise<void>
}

/**
 * Changing what a claim covers. Extent: arrows move its end by a word, Shift and arrows its start. Split: arrows move the cut by a word.
 * Enter keeps, Esc leaves everything as it was.
 */
export function useEditMode(sheet: RefObject<HTMLElement | null>): EditMode {
  const desk = useDesk()
  const { current, article } = desk
  const [mode, setMode] = useState<Mode | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const { text, blocks } = article.document

  useEffect(() => setMode(null), [current?.id])
  useEffect(() => {
    const root = sheet.current
    if (!root || !mode || !current) return highlight('extent', [])
    highlight('extent', [rangeOver(root, mode.kind === 'extent' ? mode : { start: mode.at, end: current.span.end })])
  }, [mode, current, sheet])

  const act = useCallback(async (decision: DecisionInput): Promise<ActResult | null> => {
    setTrouble(null)
    try {
      return (await desk.decide(decision)) as ActResult
    } catch (error) {
      if (error instanceof Refusal) setTrouble(error.problem.code === 'conflict' ? null : error.problem.detail)
      else if (!(error instanceof NameNotGiven)) throw error
      return null
    }
  }, [desk])

  const block = current ? blocks.find((candidate) => candidate.span.start <= current.span.start && current.span.start < candidate.span.end) : undefined
  const leave = useCallback(() => (setMode(null), setTrouble(null)), [])
  const keep = async (): Promise<void> => {
    if (!mode || !current) return
    const decision: DecisionInput = mode.kind === 'split'
      ? { kind: 'split', claimId: current.id, version: current.version, at: mode.at }
      : { kind: 'set-extent', claimId: current.id, version: current.version, span: { start: mode.start, end: mode.end } }
    // Placed at once, so that the next key (undo, too) is the desk's again and waits its turn behind this act; a refusal opens it again as it was.
    setMode(null)
    if (!(await act(decision))) setMode(mode)
  }
  /** The word border next to `from`, in the given direction; `from` itself at the end of the road. */
  const nextBorder = (borders: number[], from: number, by: 1 | -1): number => (by > 0 ? borders.find((border) => border > from) : borders.findLast((border) => border < from)) ?? from
  const move = (by: 1 | -1, which: 'end' | 'start'): void => {
    if (!mode || !current || !block) return
    if (mode.kind === 'split') {
      const inside = wordBorders(text, current.span).starts.slice(1)
      setMode({ ...mode, at: nextBorder(inside, mode.at, by) })
    } else {
      const { starts, ends } = wordBorders(text, { start: block.span.start, end: Math.max(block.span.end, current.span.end) })
      if (which === 'end') setMode({ ...mode, end: Math.max(nextBorder(ends, mode.end, by), mode.start + 1) })
      else setMode({ ...mode, start: Math.min(nextBorder(starts, mode.start, by), mode.end - 1) })
    }
  }
  useKeys(
    {
      ArrowRight: () => move(1, 'end'), ArrowLeft: () => move(-1, 'end'), 'Shift+ArrowRight': () => move(1, 'start'), 'Shift+ArrowLeft': () => move(-1, 'start'),
      Enter: () => void keep(), Escape: leave,
    },
    { enabled: mode !== null },
  )
  return {
    mode, trouble, keep, leave,
    startExtent: () => current && setMode({ kind: 'extent', start: current.span.start, end: current.span.end }),
    startSplit: (caret) => {
      if (!current) return
      const inside = wordBorders(text, current.span).starts.slice(1)
      const middle = inside[Math.floor(inside.length / 2)]
      if (middle === undefined) return setTrouble(`Claim ${current.number} is one word and cannot be split.`)
      const at = caret !== null && caret > current.span.start && caret < current.span.end ? (inside.findLast((border) => border <= caret) ?? middle) : middle
      setMode({ kind: 'split', at })
    },
    makeClaim: async (span) => {
      const made = await act({ kind: 'add-claim', span })
      if (!made) return
      getSelection()?.removeAllRanges()
      if (made.claimId) desk.go(made.claimId)
    },
    mergeNext: async () => {
      if (!current) return
      const next = desk.claims.find((claim) => claim.layer === current.layer && claim.span.start > current.span.start)
      if (!next) return setTrouble('There is no claim after this one to merge with.')
      await act({ kind: 'merge', claimId: current.id, version: current.version, withId: next.id, withVersion: next.version })
    },
    remove: async () => {
      if (!current) return
      const at = desk.claims.findIndex((claim) => claim.id === current.id)
      const next = desk.claims[at + 1] ?? desk.claims[at - 1] ?? null
      if (await act({ kind: 'delete-claim', claimId: current.id, version: current.version })) desk.go(next?.id ?? null)
    },
  }
}
