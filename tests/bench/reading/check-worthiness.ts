import { weighLogOdds } from '#shared/extract/weigh.ts'
import { THRESHOLD } from '#shared/extract/check-worthiness/weights.ts'
import { crossValidated, featuresOf, read, thresholdOf, train, type Uses } from './check-worthiness/model.ts'
import { assertionOf, labelledSentences } from './check-worthiness/rows.ts'
import { averagePrecision, f1 } from './check-worthiness/scores.ts'
import type { Row } from './row.ts'

const percent = (share: number): string => share.toFixed(3).replace(/^0/, '')

/** Check-worthiness on sentences that the weights have not seen, and cross-validated on those they were fitted on; floors trained and measured in the same run. */
export async function measure(): Promise<Row[]> {
  const [known, dev] = [labelledSentences('train'), labelledSentences('dev')]
  if (!known || !dev) return []
  const training = read(known)
  const labels = training.map(({ isWorthy }) => isWorthy)
  const seen = new Set(known.map(({ text }) => text))
  const rows = dev.map((row, at) => ({ ...row, read: read([row])[0]!, score: weighLogOdds(assertionOf(row.text)), isNew: !seen.has(row.text), at }))
  const told = (scores: readonly number[], of: readonly boolean[], threshold: number): string => `${percent(f1(scores, of, threshold))} / ${percent(averagePrecision(scores, of))}`
  const worthy = rows.map(({ isWorthy }) => isWorthy)
  const fresh = rows.filter(({ isNew }) => isNew)

  const digit = (text: string): number => Number(/\d/.test(text))
  const floorOf = (uses: Omit<Uses, 'kin'>): string => {
    const features = featuresOf(training, { ...uses, kin: false })
    const threshold = thresholdOf(training, crossValidated(training, features))
    const model = train(training, features)
    return told(rows.map((row) => model.score(row.read)), worthy, threshold)
  }
  const floor = `digit ${told(rows.map(({ text }) => digit(text)), worthy, 1)} · words and pairs ${floorOf({ signals: false, terms: true })} · signals alone ${floorOf({ signals: true, terms: false })}`
  const validated = crossValidated(training, featuresOf(training))
  return [
    { measure: 'check-worthiness, F1 / average precision', data: `check-worthiness/dev.tsv, ${rows.length} sentences`, floor, ours: told(rows.map(({ score }) => score), worthy, THRESHOLD), target: '≥ .92 / .965' },
    { measure: 'the same, without sentences of the training set', data: `dev.tsv, ${fresh.length} sentences`, floor: '–', ours: told(fresh.map(({ score }) => score), fresh.map(({ isWorthy }) => isWorthy), THRESHOLD), target: '–' },
    { measure: 'the same, cross-validated (labels of the crowd)', data: `train.tsv, ${training.length} sentences`, floor: `digit ${told(known.map(({ text }) => digit(text)), labels, 1)}`, ours: told(validated, labels, thresholdOf(training, validated)), target: '–' },
  ]
}
