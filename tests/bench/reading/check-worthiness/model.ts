import { signalsOf } from '#shared/extract/check-worthiness/look.ts'
import { JOINT, LENGTH_POWER, termsOf } from '#shared/extract/check-worthiness/terms.ts'
import { fit, logOddsOf, type Example } from './fit.ts'
import { companyVectors, stemOf } from './kin.ts'
import { assertionOf, type Labelled } from './rows.ts'
import { balanceOf } from './scores.ts'

/** A term is weighed only when so many training sentences hold it: rarer ones say little, and might tell of one sentence. */
const FEWEST_SENTENCES = 3
/** How hard weights are drawn to 0. Chosen by cross-validation on the training sentences. */
const RIDGE = 1
const FOLDS = 5

/** What the model sees of a sentence: the signals that it gives and its terms, each once; its words in order. */
export interface Read { signals: readonly string[]; terms: readonly string[]; words: readonly string[]; isWorthy: boolean }

/** What a model may look at; `kin`: words of one stem, or used alike, lend each other weight. */
export interface Uses { signals: boolean; terms: boolean; kin: boolean }
const ALL: Uses = { signals: true, terms: true, kin: true }

export function read(rows: readonly Labelled[]): Read[] {
  return rows.map(({ text, isWorthy }) => {
    const assertion = assertionOf(text)
    const { terms, words } = termsOf(assertion.tokens, assertion.from, assertion.to)
    return { signals: signalsOf(assertion).filter(({ fixed }) => fixed === undefined).map(({ id }) => id), terms, words, isWorthy }
  })
}

export interface Trained {
  intercept: number
  signals: Map<string, number>
  terms: Map<string, number>
  score(row: Read): number
}

const isPair = (term: string): boolean => term.includes(JOINT)

/** The features of a word, a pair or a signal, with the value that each has where the term stands once. */
type Parts = readonly (readonly [feature: number, value: number])[]
/** What is weighed; labels have no part in it. */
export interface Features { terms: Map<string, Parts>; signals: Map<string, number>; count: number }

/** The features that sentences give: each signal, word and pair; with kin also each stem and each trait of a word's company. */
export function featuresOf(rows: readonly Read[], uses: Uses = ALL): Features {
  const sentences = new Map<string, number>()
  if (uses.terms) for (const { terms } of rows) for (const term of terms) sentences.set(term, (sentences.get(term) ?? 0) + 1)
  const known = [...sentences].filter(([, held]) => held >= FEWEST_SENTENCES).map(([term]) => term)
  const signals = new Map<string, number>()
  let count = 0
  if (uses.signals) for (const { signals: given } of rows) for (const id of given) if (!signals.has(id)) signals.set(id, count++)
  const terms = new Map<string, Parts>(known.map((term) => [term, [[count++, 1]]]))
  if (!uses.kin) return { terms, signals, count }
  const numbers = new Map(known.filter((term) => !isPair(term)).map((word, at) => [word, at]))
  const vectors = companyVectors(rows.map(({ words }) => words.map((word) => numbers.get(word) ?? -1)), numbers.size)
  const stems = new Map<string, number>()
  for (const word of numbers.keys()) if (!stems.has(stemOf(word))) stems.set(stemOf(word), count++)
  for (const [word, at] of numbers) terms.set(word, [...terms.get(word)!, [stems.get(stemOf(word))!, 1], ...Array.from(vectors[at]!, (value, trait) => [count + trait, value] as const)])
  return { terms, signals, count: count + (vectors[0]?.length ?? 0) }
}

/** A sentence in numbers: its words' parts added up, its pairs' too, each by their number to a power. */
function exampleOf({ terms, signals }: Features, row: Read): Example {
  const values = new Map<number, number>()
  for (const of of [false, true]) {
    const found = row.terms.flatMap((term) => (isPair(term) === of ? [terms.get(term) ?? []] : [])).filter((parts) => parts.length > 0)
    const share = found.length ** LENGTH_POWER
    for (const parts of found) for (const [feature, value] of parts) values.set(feature, (values.get(feature) ?? 0) + value * share)
  }
  for (const id of row.signals) if (signals.has(id)) values.set(signals.get(id)!, 1)
  return { features: Int32Array.from(values.keys()), values: Float64Array.from(values.values()), label: Number(row.isWorthy) }
}

/** Fits the model to sentences. A term's weight is the sum of its parts: whoever weighs text needs neither stems nor company. */
export function train(rows: readonly Read[], features: Features): Trained {
  const weights = fit(rows.map((row) => exampleOf(features, row)), features.count, RIDGE)
  const terms = new Map([...features.terms].map(([term, parts]) => [term, parts.reduce((sum, [feature, value]) => sum + weights[feature]! * value, 0)]))
  const signals = new Map([...features.signals].map(([id, feature]) => [id, weights[feature]!]))
  return { intercept: weights.at(-1)!, signals, terms, score: (row) => logOddsOf(weights, exampleOf(features, row)) }
}

/** A sentence's fold: by its words alone, so that sentences that say the same stay together. */
function foldOf({ words }: Read): number {
  let hash = 0
  for (const letter of words.join(' ')) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  return (hash >>> 8) % FOLDS
}

/** Each row's score by a model that has not seen its label. */
export function crossValidated(rows: readonly Read[], features: Features): number[] {
  const scores = rows.map(() => 0)
  const folds = rows.map(foldOf)
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = train(rows.filter((_, at) => folds[at] !== fold), features)
    rows.forEach((row, at) => {
      if (folds[at] === fold) scores[at] = model.score(row)
    })
  }
  return scores
}

/** Log-odds from which on a sentence is taken for worth checking: where, cross-validated, as many are taken as people took. */
export const thresholdOf = (rows: readonly Read[], scores: readonly number[]): number => balanceOf(scores, rows.map(({ isWorthy }) => isWorthy))
