import type { Span } from '../document/document.ts'
import type { Fact, Hedge, Interval } from './fact.ts'
import type { Figure } from './figure.ts'

/** One sentence as the parsers see it. Spans they return index `text`; `index.ts` moves them into the document. */
export interface Sentence {
  text: string
  figures: Figure[]
}

/** Reads one kind of fact. `isTaken` says whether an earlier parser already read that stretch as something more exact. */
export type Parser = (sentence: Sentence, isTaken: (span: Span) => boolean) => Fact[]

/** Which stretches of a sentence have been read already; constant work per code unit however many facts there are. */
export class Taken {
  private units: Uint8Array | null = null
  private readonly length: number

  constructor(length: number) {
    this.length = length
  }

  add({ start, end }: Span): void {
    this.units ??= new Uint8Array(this.length)
    this.units.fill(1, start, end)
  }

  readonly has = ({ start, end }: Span): boolean => this.units !== null && this.units.subarray(start, end).includes(1)
}

/** "about 30" is read as within a tenth of 30: wide enough for journalists' round figures, narrow enough to contradict 40. */
const ABOUT_SHARE = 0.1

/** One end of a figure. `step` is the size of one unit in the last printed digit, after scaling; 0 for a plain count, which is not rounded. */
export interface Amount {
  value: number
  step: number
}

/** What the printed figure allows, given its rounding and its hedge. `factor` turns the figure into the unit of the fact. */
export function intervalOf(low: Amount, high: Amount | null, hedge: Hedge): Interval {
  const top = high ?? low
  if (hedge === 'more-than' || hedge === 'at-least') return { low: low.value, high: high ? top.value + top.step / 2 : null }
  if (hedge === 'less-than' || hedge === 'at-most') return { low: high ? low.value - low.step / 2 : null, high: top.value }
  const slack = (amount: Amount): number => (hedge === 'about' ? Math.max(Math.abs(amount.value) * ABOUT_SHARE, amount.step / 2) : amount.step / 2)
  return { low: tidy(low.value - slack(low)), high: tidy(top.value + slack(top)) }
}

/** Decimal figures keep 12 significant digits, so that 1.6 − 0.05 is 1.55 and not 1.5500000000000003. */
export const tidy = (value: number): number => (Number.isSafeInteger(value) ? value : Number(value.toPrecision(12)))

/** Every match of a global pattern. `String.matchAll` copies the pattern at each call, which costs more than most sentences take to search. */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match)
  return found
}
