/** One row of training: the values of all features, and how many times it counts. */
export interface Row { values: readonly number[]; label: number; times: number }

/** Steps at most; each about doubles the places that are right. */
const STEPS = 30
const SMALL_ENOUGH = 1e-7

export const logOddsOf = (weights: readonly number[], values: readonly number[]): number => values.reduce((sum, value, at) => sum + value * weights[at]!, weights.at(-1)!)

/** A logistic regression with a ridge on every weight but the last, the intercept, by Newton's method: with some dozens of features it is exact in a few steps. */
export function fitLogistic(rows: readonly Row[], count: number, ridge: number): number[] {
  const weights = Array.from({ length: count + 1 }, () => 0)
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight, at) => (at < count ? ridge * weight : 0))
    const curvature = weights.map((_, row) => weights.map((_, at) => (row === at && at < count ? ridge : 0)))
    for (const { values, label, times } of rows) {
      const share = 1 / (1 + Math.exp(-logOddsOf(weights, values)))
      const given = [...values, 1].flatMap((value, at) => (value === 0 ? [] : [{ value, at }]))
      for (const a of given) {
        gradient[a.at]! += times * (share - label) * a.value
        for (const b of given) curvature[a.at]![b.at]! += times * share * (1 - share) * a.value * b.value
      }
    }
    const move = solve(curvature, gradient)
    for (let at = 0; at <= count; at += 1) weights[at]! -= move[at]!
    if (move.every((value) => Math.abs(value) < SMALL_ENOUGH)) break
  }
  return weights
}

/** Solves a · x = b by elimination; `a` is positive definite, so no rows need to change places. */
function solve(a: number[][], b: number[]): number[] {
  for (let row = 0; row < b.length; row += 1) {
    for (let below = row + 1; below < b.length; below += 1) {
      const factor = a[below]![row]! / a[row]![row]!
      if (factor === 0) continue
      for (let at = row; at < b.length; at += 1) a[below]![at]! -= factor * a[row]![at]!
      b[below]! -= factor * b[row]!
    }
  }
  const x = b.map(() => 0)
  for (let row = b.length - 1; row >= 0; row -= 1) x[row] = (b[row]! - a[row]!.reduce((sum, value, at) => (at > row ? sum + value * x[at]! : sum), 0)) / a[row]![row]!
  return x
}
