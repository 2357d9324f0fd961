import { signalsOf } from '#shared/extract/check-worthiness/look.ts'
import { LENGTH_POWER, termsOf } from '#shared/extract/check-worthiness/terms.ts'
import { fit, logOddsOf, type Example } from './fit.ts'
import { assertionOf, type Labelled } from './rows.ts'
import { balanceOf } from './scores.ts'

/** A term is weighed only when so many training sentences hold it: rarer ones say little, and might tell of one sentence. */
const FEWEST_SENTENCES = 5
/** How hard weights are drawn to 0. Chosen by cross-validation on the training sentences, from ½, 1, 2 and 4. */
const RIDGE = 1
const FOLDS = 5

/** What the model sees of a sentence: the signals that it gives and its terms. */
export interface Read { signals: readonly string[]; terms: readonly string[]; isWorthy: boolean }

export function read(rows: readonly Labelled[]): Read[] {
  return rows.map(({ text, isWorthy }) => {
    const assertion = assertionOf(text)
    return { signals: signalsOf(assertion).filter(({ fixed }) => fixed === undefined).map(({ id }) => id), terms: termsOf(assertion.tokens, assertion.from, assertion.to), isWorthy }
  })
}

export interface Trained {
  intercept: number
  signals: Map<string, number>
  terms: Map<string, number>
  score(row: Read): number
}

/** Signals are kept apart from terms by a sign that no term holds. */
const SIGNAL = '#'

/** Fits the model to sentences. With `readers`, signals or terms alone: the floors. */
export function train(rows: readonly Read[], uses: { signals: boolean; terms: boolean } = { signals: true, terms: true }): Trained {
  const sentences = new Map<string, number>()
  for (const { terms } of rows) for (const term of terms) sentences.set(term, (sentences.get(term) ?? 0) + 1)
  const features = new Map<string, number>()
  if (uses.terms) for (const [term, count] of sentences) if (count >= FEWEST_SENTENCES) features.set(term, features.size)
  if (uses.signals) for (const { signals } of rows) for (const id of signals) if (!features.has(SIGNAL + id)) features.set(SIGNAL + id, features.size)
  const exampleOf = (row: Read): Example => {
    const found = row.terms.flatMap((term) => features.get(term) ?? [])
    const fired = row.signals.flatMap((id) => features.get(SIGNAL + id) ?? [])
    return { features: Int32Array.from([...found, ...fired]), values: Float64Array.from([...found.map(() => found.length ** LENGTH_POWER), ...fired.map(() => 1)]), label: Number(row.isWorthy) }
  }
  const weights = fit(rows.map(exampleOf), features.size, RIDGE)
  const of = (isSignal: boolean): Map<string, number> => new Map([...features].filter(([name]) => name.startsWith(SIGNAL) === isSignal).map(([name, at]) => [isSignal ? name.slice(SIGNAL.length) : name, weights[at]!]))
  return { intercept: weights.at(-1)!, signals: of(true), terms: of(false), score: (row) => logOddsOf(weights, exampleOf(row)) }
}

/** Each row's score by a model that has not seen it: fold k leaves out every row whose place is k modulo the number of folds. */
export function crossValidated(rows: readonly Read[], uses?: Parameters<typeof train>[1]): number[] {
  const scores = rows.map(() => 0)
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = train(rows.filter((_, at) => at % FOLDS !== fold), uses)
    rows.forEach((row, at) => {
      if (at % FOLDS === fold) scores[at] = model.score(row)
    })
  }
  return scores
}

/** Log-odds from which on a sentence is taken for worth checking: where, cross-validated, as many are taken as people took. */
export const thresholdOf = (rows: readonly Read[], scores: readonly number[]): number => balanceOf(scores, rows.map(({ isWorthy }) => isWorthy))
