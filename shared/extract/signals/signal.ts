import type { Assertion } from '../assertion.ts'
import type { FactKind } from '../../facts/fact.ts'
import type { ClaimKind } from '../claim-draft.ts'
import type { MainVerb } from '../main-verb.ts'

/** The kinds of facts that signals ask for, as bits. */
export const Found = { number: 1, percentage: 2, money: 4, date: 8, duration: 16, rank: 32, name: 64 } as const satisfies Partial<Record<FactKind, number>>
/** Facts that can be looked up by themselves. */
export const FIGURES = 1 | 2 | 4 | 8 | 16 | 32

/** What one walk over the tokens of an assertion has seen. */
export interface Seen {
  /** The bits of all its words together (`Word`, ../words.ts). */
  bits: number
  /** What its main verb does. */
  verb: MainVerb
  /** How many words and numbers it has. */
  length: number
  /** Words of capitals: "GDP", "NATO". */
  acronyms: number
  /** The last sign that closes nothing, or ''. */
  end: string
  /** The kinds of its facts, as bits (`Found`). */
  found: number
}

/** One reason why an assertion is, or is less, worth checking. How much it weighs is fitted (../check-worthiness/weights.ts). */
export interface Signal {
  /** Equal to the file's name. */
  id: string
  /** The reason, as a person reads it. */
  label: string
  /** What the claim is, when the signal fires. */
  kind: ClaimKind | null
  /** Lower-case words of which one must stand in the assertion; none: any words will do. */
  cues: readonly string[]
  /** Two words in a row that do as well as one of `cues`: any of the first list before any of the second. */
  pairs?: readonly (readonly [first: string, second: string])[]
  /** Its weight (log-odds) where the training sentences, which are spoken, cannot show it; why is said beside it. */
  fixed?: number
  /** Bits (`Word`, ../words.ts) of which its words must have one. */
  words?: number
  /** Kinds of facts (`Found`) of which it must hold one. */
  facts?: number
  /** What else must be; absent where nothing else must. */
  find?(assertion: Assertion, seen: Seen): boolean
}

export const cueWords = (list: string): string[] => list.split(/\s+/)
