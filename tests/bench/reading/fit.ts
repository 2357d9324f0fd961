/** One row of training: the numbers of its features and their values, whether they speak of what is looked for (1, 0), and how many times the row counts. */
export interface Example { features: Int32Array; values: Float64Array; label: number; times: number }

/** How many steps the fit takes at most, and how many of them it remembers (L-BFGS, Nocedal 1980). Enough that a further step changes no weight in its second place. */
const STEPS = 150
const MEMORY = 7
const HALVINGS = 25
const SUFFICIENT = 1e-4
const SMALL_ENOUGH = 3e-7
/** What a row adds to the curvature of the loss, about: p (1 − p) of most rows. */
const CURVATURE = 0.1

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, at) => sum + value * b[at]!, 0)
const add = (to: Float64Array, times: number, from: Float64Array): void => {
  for (let at = 0; at < to.length; at += 1) to[at]! += times * from[at]!
}

export function logOddsOf(weights: Float64Array, { features, values }: Pick<Example, 'features' | 'values'>): number {
  let sum = weights[weights.length - 1]!
  for (let at = 0; at < features.length; at += 1) sum += weights[features[at]!]! * values[at]!
  return sum
}

/** Loss and gradient of logistic regression with a ridge on every weight but the last, the intercept. */
function lossOf(examples: readonly Example[], weights: Float64Array, ridge: Float64Array): [number, Float64Array] {
  const gradient = new Float64Array(weights.length)
  const last = weights.length - 1
  let loss = 0
  for (const example of examples) {
    const sum = logOddsOf(weights, example)
    const margin = example.label === 1 ? sum : -sum
    loss += example.times * (margin > 30 ? Math.exp(-margin) : Math.log1p(Math.exp(-margin)))
    const slope = example.times * (1 / (1 + Math.exp(-sum)) - example.label)
    for (let at = 0; at < example.features.length; at += 1) gradient[example.features[at]!]! += slope * example.values[at]!
    gradient[last]! += slope
  }
  for (let at = 0; at < last; at += 1) {
    loss += 0.5 * ridge[at]! * weights[at]! ** 2
    gradient[at]! += ridge[at]! * weights[at]!
  }
  return [loss, gradient]
}

/** Fits the weights of features, each drawn to 0 by its own `ridge`; the intercept, which comes last, is not. Deterministic: no chance is involved. */
export function fit(examples: readonly Example[], ridge: Float64Array): Float64Array {
  const count = ridge.length
  // Frequent features bend the loss more than rare ones: measured in units of that bend, all are found in few steps.
  const bend = Float64Array.from(ridge)
  for (const { features, values, times } of examples) for (let at = 0; at < features.length; at += 1) bend[features[at]!]! += times * CURVATURE * values[at]! ** 2
  const units = bend.map((value) => 1 / Math.sqrt(value))
  const scaled = examples.map((example) => ({ ...example, values: example.values.map((value, at) => value * units[example.features[at]!]!) }))
  const weights = descend(scaled, count, units.map((unit, at) => ridge[at]! * unit * unit))
  return weights.map((value, at) => (at < count ? value * units[at]! : value))
}

function descend(examples: readonly Example[], count: number, ridge: Float64Array): Float64Array {
  let weights = new Float64Array(count + 1)
  let [loss, gradient] = lossOf(examples, weights, ridge)
  const moves: Float64Array[] = []
  const turns: Float64Array[] = []
  for (let step = 0; step < STEPS; step += 1) {
    const direction = Float64Array.from(gradient)
    const shares: number[] = []
    for (let at = moves.length - 1; at >= 0; at -= 1) {
      shares[at] = dot(moves[at]!, direction) / dot(moves[at]!, turns[at]!)
      add(direction, -shares[at]!, turns[at]!)
    }
    const newest = moves.length - 1
    const scale = newest >= 0 ? dot(moves[newest]!, turns[newest]!) / dot(turns[newest]!, turns[newest]!) : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
    for (let at = 0; at < direction.length; at += 1) direction[at]! *= scale
    for (let at = 0; at < moves.length; at += 1) add(direction, shares[at]! - dot(turns[at]!, direction) / dot(moves[at]!, turns[at]!), moves[at]!)
    const fall = dot(gradient, direction)
    let length = 1
    let next = weights
    let [nextLoss, nextGradient] = [loss, gradient]
    for (let halving = 0; halving < HALVINGS; halving += 1, length /= 2) {
      next = Float64Array.from(weights)
      add(next, -length, direction)
      ;[nextLoss, nextGradient] = lossOf(examples, next, ridge)
      if (nextLoss <= loss - SUFFICIENT * length * fall) break
    }
    const move = next.map((value, at) => value - weights[at]!)
    const turn = nextGradient.map((value, at) => value - gradient[at]!)
    if (dot(move, turn) > 0) {
      moves.push(move)
      turns.push(turn)
      if (moves.length > MEMORY) {
        moves.shift()
        turns.shift()
      }
    }
    const isDone = Math.abs(loss - nextLoss) < SMALL_ENOUGH * Math.abs(loss)
    ;[weights, loss, gradient] = [next, nextLoss, nextGradient]
    if (isDone) break
  }
  return weights
}
