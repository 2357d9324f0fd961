import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { api, type Problem } from '#shared/api/index.ts'
import type { ClaimView, DecisionInput } from '#shared/review/index.ts'
import { useDesk } from '../components/desk-context.ts'
import { call, Refusal } from '../connection/http.ts'
import { NameNotGiven } from '../connection/person.ts'
import { useServerGone } from '../connection/server-state.ts'

const claimKey = (claimId: string): readonly string[] => ['claim', claimId]

/** Everything about one claim. While a capture is under way it is asked for again, so that the row shows how it ended. */
export function useClaim(claimId: string, version: number) {
  return useQuery<ClaimView>({
    queryKey: [...claimKey(claimId), version],
    queryFn: ({ signal }) => call(api.claims.get, { params: { claimId }, signal }),
    placeholderData: (previous) => (previous?.claim.id === claimId ? previous : undefined),
    refetchInterval: (query) => (query.state.data?.evidence.some((piece) => piece.snapshot?.state === 'capturing') ? CAPTURE_POLL : false),
  })
}
/** Milliseconds between looks at a capture that is under way. */
const CAPTURE_POLL = 700

/** What the server answered instead of doing the act. */
export interface Trouble {
  problem: Problem
  decision: DecisionInput
}

/**
 * Does one thing to the claim and reads it again. A conflict goes to the desk, where both versions are shown; every other refusal is kept as `trouble`,
 * beside the control it came from, with what was typed still there.
 */
export function useAct(claimId: string) {
  const desk = useDesk()
  const client = useQueryClient()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const { mutateAsync, isPending } = useMutation({
    // The outbox does the waiting: while the server is gone the act is kept there.
    networkMode: 'always',
    mutationFn: (decision: DecisionInput) => desk.decide(decision),
    onSettled: () => client.invalidateQueries({ queryKey: claimKey(claimId) }),
  })
  const act = useCallback(
    async (decision: DecisionInput): Promise<boolean> => {
      setTrouble(null)
      try {
        await mutateAsync(decision)
        return true
      } catch (error) {
        if (error instanceof NameNotGiven) return false
        if (!(error instanceof Refusal)) throw error
        if (error.problem.code !== 'conflict') setTrouble({ problem: error.problem, decision })
        return false
      }
    },
    [mutateAsync],
  )
  const gone = useServerGone()
  return { act, trouble, clear: useCallback(() => setTrouble(null), []), busy: isPending, waits: isPending && gone }
}
