import { signalsOf } from '#shared/extract/check-worthiness/look.ts'
import { JOINT, LENGTH_POWER, termsOf } from '#shared/extract/check-worthiness/terms.ts'
import { fit, logOddsOf, type Example } from '../fit.ts'
import { companyVectors, stemOf } from './kin.ts'
import { assertionOf, type Labelled } from './rows.ts'
import { balanceOf } from './scores.ts'

/** A term is weighed only when so many training sentences hold it: rarer ones say little, and might tell of one sentence. */
const FEWEST_SENTENCES = 3
/** How hard weights are drawn to 0, on average. Chosen by cross-validation on the training sentences, from .7, 1 and 1.5. */
const RIDGE = 0.7
/** A feature is taken to stand in so many further sentences of which the usual share is worthy: what few sentences show is believed by half. Chosen by cross-validation from 1, 2, 3 and 10. */
const DOUBT = 2
/** A feature whose share of worthy sentences is the usual one is drawn to 0 at most so many times harder than on average. */
const HARDEST = 1000
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
/** What is weighed; labels have no part in it. Traits of a word's company are numbered last, from `traits` on. */
export interface Features { terms: Map<string, Parts>; signals: Map<string, number>; traits: number; count: number }

/** The features that sentences give: each signal, word and pair; with kin also each stem and each trait of a word's company. */
export function featuresOf(rows: readonly Read[], uses: Uses = ALL): Features {
  const sentences = new Map<string, number>()
  if (uses.terms) for (const { terms } of rows) for (const term of terms) sentences.set(term, (sentences.get(term) ?? 0) + 1)
  const known = [...sentences].filter(([, held]) => held >= FEWEST_SENTENCES).map(([term]) => term)
  const signals = new Map<string, number>()
  let count = 0
  if (uses.signals) for (const { signals: given } of rows) for (const id of given) if (!signals.has(id)) signals.set(id, count++)
  const terms = new Map<string, Parts>(known.map((term) => [term, [[count++, 1]]]))
  if (!uses.kin) return { terms, signals, traits: count, count }
  const numbers = new Map(known.filter((term) => !isPair(term)).map((word, at) => [word, at]))
  const vectors = companyVectors(rows.map(({ words }) => words.map((word) => numbers.get(word) ?? -1)), numbers.size)
  const stems = new Map<string, number>()
  for (const word of numbers.keys()) if (!stems.has(stemOf(word))) stems.set(stemOf(word), count++)
  for (const [word, at] of numbers) terms.set(word, [...terms.get(word)!, [stems.get(stemOf(word))!, 1], ...Array.from(vectors[at]!, (value, trait) => [count + trait, value] as const)])
  return { terms, signals, traits: count, count: count + (vectors[0]?.length ?? 0) }
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
  return { features: Int32Array.from(values.keys()), values: Float64Array.from(values.values()), label: Number(row.isWorthy), times: 1 }
}

/**
 * How hard each weight is drawn to 0: the harder, the less the share of worthy sentences among those that give the feature differs from the usual share. It lets the many words that tell nothing fall silent,
 * and leaves those that tell much (as in NBSVM: Wang & Manning, ACL 2012, which scales features by this ratio). Traits of company are no counts, and are all drawn alike.
 */
function ridgesOf({ traits, count }: Features, examples: readonly Example[]): Float64Array {
  const [held, worthy] = [new Float64Array(traits), new Float64Array(traits)]
  let usual = 0
  for (const { features, label } of examples) {
    usual += label / examples.length
    for (const feature of features) {
      if (feature >= traits) continue
      held[feature]! += 1
      worthy[feature]! += label
    }
  }
  const tells = held.map((all, at) => Math.abs(Math.log((worthy[at]! + DOUBT * usual) / (all - worthy[at]! + DOUBT * (1 - usual))) - Math.log(usual / (1 - usual))))
  const mean = tells.reduce((sum, value) => sum + value, 0) / held.reduce((sum, all) => sum + Number(all > 0), 0)
  return Float64Array.from({ length: count }, (_, at) => (at < traits ? RIDGE * Math.min(HARDEST, mean / tells[at]!) : RIDGE))
}

/** Fits the model to sentences. A term's weight is the sum of its parts: whoever weighs text needs neither stems nor company. */
export function train(rows: readonly Read[], features: Features): Trained {
  const examples = rows.map((row) => exampleOf(features, row))
  const weights = fit(examples, ridgesOf(features, examples))
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
