import { CUES, formOf, judgeBy, type Candidate, type Judge } from '#shared/extract/judge.ts'
import type { Label } from '../../../labels/labels.ts'
import { fit, logOddsOf, type Example } from '../fit.ts'
import { claimsBy, isMostlyIn, type LabelledText, yieldsClaim } from './texts.ts'

/** A missed fact costs a desk more than a line too many. General claims are welcome and not asked for: they say a little of what a claim is like. */
const TIMES: Record<Exclude<Label, 'disagreed'>, number> = { core: 3, claim: 0.3, not: 1 }
/** What is judged beside a quotation says less of the label of its sentence, which the quotation may have earned. */
const BESIDE_A_QUOTATION = 0.3
/** How hard weights are drawn to 0. Chosen by leaving out one text at a time, from 2, 4, 6 and 9. */
const RIDGE = 2
/** Of the sentences that must be checked and that the judge is asked about, at least this share is to yield a claim in texts that the weights have not seen: a little above the .98 that is aimed at, for what is never asked. */
const RECALL = 0.985

/** A labelled sentence as the judge meets it: what it has to judge in it, and whether the sentence yields a claim whatever the judge says. */
interface Judged { label: Exclude<Label, 'disagreed'>; isSure: boolean; rows: Example[] }

export interface JudgedText { text: LabelledText; sentences: Judged[] }

/** Lets reading ask a judge that only looks on. */
export function judgedText(text: LabelledText): JudgedText {
  const asked: Candidate[] = []
  const onlooker: Judge = (candidate) => {
    asked.push(candidate)
    return formOf(candidate) === 'claim' ? null : 'asked'
  }
  const sure = claimsBy(text, onlooker)
  const open = asked.filter((candidate) => formOf(candidate) === null)
  return {
    text,
    sentences: text.sentences.map(({ span, label }) => {
      const isSure = yieldsClaim(sure, span)
      const times = TIMES[label] * (isSure ? BESIDE_A_QUOTATION : 1)
      return { label, isSure, rows: open.filter(({ assertion }) => isMostlyIn(assertion.span, span)).map((candidate) => exampleOf(candidate, Number(label !== 'not'), times)) }
    }),
  }
}

/** The cues of a candidate that are not silent. */
function exampleOf(candidate: Candidate, label: number, times: number): Example {
  const said = CUES.map(({ when }) => Number(when(candidate)))
  const features = Int32Array.from(said.flatMap((value, at) => (value === 0 ? [] : [at])))
  return { features, values: Float64Array.from(features, (at) => said[at]!), label, times }
}

/** The weights of the cues in their order, the intercept last. */
const fitTo = (texts: readonly JudgedText[]): Float64Array => fit(texts.flatMap(({ sentences }) => sentences.flatMap(({ rows }) => rows)), Float64Array.from(CUES, () => RIDGE))

/** The log-odds of each sentence that must be checked: of what speaks strongest in it. */
const coreLogOdds = (texts: readonly JudgedText[], weights: Float64Array): number[] =>
  texts.flatMap(({ sentences }) => sentences.filter(({ label }) => label === 'core').map(({ isSure, rows }) => (isSure ? Infinity : Math.max(...rows.map((row) => logOddsOf(weights, row))))))

/** Log-odds from which on enough of the sentences that must be checked are taken; what its form refuses (a cell of a table, a question) no threshold brings back. */
function thresholdOf(logOdds: readonly number[]): number {
  const judged = logOdds.filter((value) => value > -Infinity).sort((a, b) => a - b)
  return judged[Math.floor((1 - RECALL) * judged.length)] ?? 0
}

export interface Fitted { weights: Float64Array; threshold: number }

/**
 * Weights fitted to texts, and the threshold at which, each text judged by weights that have not seen it, enough is found. `leftOut` gives for each work a judge that knows nothing of it:
 * neither its weights nor its threshold were fitted on it.
 */
export function fitTexts(texts: readonly JudgedText[]): Fitted & { leftOut: Map<string, Judge> } {
  const works = [...new Set(texts.map(({ text }) => text.work))]
  const folds = works.map((work) => {
    const weights = fitTo(texts.filter(({ text }) => text.work !== work))
    return { work, weights, unseen: coreLogOdds(texts.filter(({ text }) => text.work === work), weights) }
  })
  const leftOut = new Map(folds.map(({ work, weights }) => {
    const threshold = thresholdOf(folds.flatMap((fold) => (fold.work === work ? [] : fold.unseen)))
    return [work, judgeBy(weights.at(-1)! - threshold, [...weights.subarray(0, -1)])]
  }))
  return { weights: fitTo(texts), threshold: thresholdOf(folds.flatMap(({ unseen }) => unseen)), leftOut }
}
