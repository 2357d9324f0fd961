import type { Assertion } from '../assertion.ts'
import type { ClaimKind } from '../claim-draft.ts'

/** One reason why an assertion is, or is less, worth checking. */
export interface Signal {
  /** Equal to the file's name. */
  id: string
  /** The reason, as a person reads it. */
  label: string
  /** What the claim is, when the signal fires. */
  kind: ClaimKind | null
  /** Lower-case words of which one must stand in the assertion before `find` is asked; empty: always asked. */
  cues: readonly string[]
  /** The signal's share of the score (−1 … 1); 0 when silent. Weights are ranks of usefulness, not probabilities: figures above ranks above names. */
  find(assertion: Assertion): number
}

export const cueWords = (list: string): string[] => list.split(/\s+/)
