import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { CUES } from '#shared/extract/judge.ts'
import { articleBytes, labelledSections } from '../claims.ts'
import { fitTexts, judgedText } from './model.ts'
import { readTexts } from './texts.ts'

/** Weights are kept to two places: more would be noise. The threshold is rounded down, towards finding more. */
const rounded = (value: number): number => Math.round(value * 100) / 100

const { texts, unread } = await readTexts(labelledSections(), articleBytes)
if (unread.length > 0) {
  process.stderr.write(`SKIPPED: the weights of the judge are fitted on ../shared/data/articles, where ${unread.length} files are missing or not read: ${unread.join(', ')}.\n`)
  process.exit(66)
}
const { weights, threshold } = fitTexts(texts.map(judgedText))
const sentences = texts.reduce((sum, text) => sum + text.sentences.length, 0)
writeFileSync(fileURLToPath(new URL('../../../../shared/extract/judge-weights.ts', import.meta.url)), `// Written by \`npm run train:claims\` from ${sentences} labelled sentences of ${texts.length} files (tests/labels). Weights are log-odds.
/** What a sentence is worth before anything is known of it: most of non-fiction asserts something. */
export const INTERCEPT = ${rounded(weights.at(-1)!)}
/** From these log-odds on a sentence is a claim: where, each text judged by weights fitted without it, 98 of 100 sentences that must be checked are found. */
export const THRESHOLD = ${Math.floor(threshold * 100) / 100}
export const WEIGHTS: Readonly<Record<string, number>> = {
${CUES.map(({ id }, at) => `  '${id}': ${rounded(weights[at]!)},\n`).join('')}}
`)
process.stdout.write(`Fitted ${CUES.length} cues on ${sentences} sentences of ${new Set(texts.map(({ work }) => work)).size} texts.\n`)
