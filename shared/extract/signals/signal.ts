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
  /** The signal's share of the score (−1 … 1); 0 when silent. Weights follow how often sentences with the signal were labelled check-worthy in ClaimBuster (Arslan et al., ICWSM 2020), rounded; they rank, they are no probabilities. */
  find(assertion: Assertion): number
}

export const cueWords = (list: string): string[] => list.split(/\s+/)
