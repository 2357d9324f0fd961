import type { Hedge, Interval } from './fact.ts'

/** "about 30" is read as within a tenth of 30: wide enough for journalists' round figures, narrow enough to contradict 40. */
const ABOUT_SHARE = 0.1

/** One end of a figure. `step` is the size of one unit in the last printed digit, after scaling; 0 for a plain count, which is not rounded. */
export interface Amount {
  value: number
  step: number
}

/** What the printed figure allows, given its rounding and its hedge. */
export function intervalOf(low: Amount, high: Amount | null, hedge: Hedge): Interval {
  const top = high ?? low
  if (hedge === 'more-than' || hedge === 'at-least') return { low: low.value, high: high ? top.value + top.step / 2 : null }
  if (hedge === 'less-than' || hedge === 'at-most') return { low: high ? low.value - low.step / 2 : null, high: top.value }
  return { low: tidy(low.value - slackOf(low, hedge)), high: tidy(top.value + slackOf(top, hedge)) }
}

const slackOf = ({ value, step }: Amount, hedge: Hedge): number => (hedge === 'about' ? Math.max(Math.abs(value) * ABOUT_SHARE, step / 2) : step / 2)

/** Decimal figures keep 12 significant digits, so that 1.6 − 0.05 is 1.55 and not 1.5500000000000003. */
export function tidy(value: number): number {
  // Nearly all have six decimals at most, which is cheaper to see than to print.
  if (Number.isSafeInteger(value) || (Math.abs(value) < 1e6 && Math.round(value * 1e6) / 1e6 === value)) return value
  return Number(value.toPrecision(12))
}
