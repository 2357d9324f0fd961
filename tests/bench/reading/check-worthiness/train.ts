import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { MODEL_VERSION } from '#shared/extract/check-worthiness/terms.ts'
import { signals } from '#shared/extract/signals/index.ts'
import { crossValidated, featuresOf, read, thresholdOf, train } from './model.ts'
import { labelledSentences } from './rows.ts'

/** Weights are kept to two places: more would be noise. */
const rounded = (value: number): number => Math.round(value * 100) / 100 + 0

/** Characters after which a line of the file ends; weights that few terms have share one. */
const LINE = 200

/** Terms by weight, heaviest first, then in the order of the alphabet: what a reviewer reads. Those of no weight stay: they count among the known words of a sentence. */
function printTerms(terms: ReadonlyMap<string, number>): string {
  const byWeight = new Map<number, string[]>()
  for (const [term, weight] of terms) byWeight.set(rounded(weight), [...(byWeight.get(rounded(weight)) ?? []), term])
  const lines: string[] = []
  for (const [weight, group] of [...byWeight].sort(([a], [b]) => b - a)) {
    const entry = `[${weight}, ${JSON.stringify(group.sort().join(' '))}],`
    const last = lines.at(-1)
    if (last !== undefined && last.length + entry.length < LINE) lines[lines.length - 1] = `${last} ${entry}`
    else lines.push(`  ${entry}`)
  }
  return lines.map((line) => `${line}\n`).join('')
}

const rows = labelledSentences('train')
if (!rows) {
  process.stderr.write('The weights of check-worthiness are fitted on ../shared/data/check-worthiness/train.tsv, which is not here.\n')
  process.exit(66)
}
const sentences = read(rows)
const features = featuresOf(sentences)
const threshold = thresholdOf(sentences, crossValidated(sentences, features))
const model = train(sentences, features)
const fitted = signals.filter(({ fixed }) => fixed === undefined).map(({ id }) => `  '${id}': ${rounded(model.signals.get(id) ?? 0)},\n`).join('')
writeFileSync(fileURLToPath(new URL('../../../../shared/extract/check-worthiness/weights.ts', import.meta.url)), `// Written by \`npm run train:check-worthiness\` from ${rows.length} sentences of debates (ClaimBuster, Arslan et al., ICWSM 2020; CheckThat! Lab 2024). Weights are log-odds.
export const WEIGHTS_VERSION = ${MODEL_VERSION}
/** What a sentence is worth before anything is known of it. */
export const INTERCEPT = ${rounded(model.intercept)}
/** From these log-odds on, cross-validated, as many sentences are taken for worth checking as people took. */
export const THRESHOLD = ${rounded(threshold)}
export const SIGNALS: Readonly<Record<string, number>> = {
${fitted}}
/** Words and pairs of words by their weight. */
export const TERMS: readonly (readonly [weight: number, terms: string])[] = [
${printTerms(model.terms)}]
`)
process.stdout.write(`Fitted on ${rows.length} sentences: ${model.signals.size} signals, ${model.terms.size} words and pairs.\n`)
