import { splitSentences } from '#shared/segment/sentences.ts'
import { sharedMaterial } from '../../support/shared-material.ts'
import type { Row } from './row.ts'

/** How many ends of sentences inside paragraphs were found: of those proposed (precision), of those that people marked (recall). Ends of paragraphs are given away and do not count. */
export interface Boundaries { precision: number; recall: number; f1: number }

interface Paragraph { text: string; sentences: string[] }

/** The paragraphs of UD English EWT (dev); null where the material is absent. */
export function treebank(): Paragraph[] | null {
  const bytes = sharedMaterial('data/sentences/ud-english-ewt-dev.jsonl')
  return bytes && bytes.toString('utf8').trim().split('\n').map((line) => JSON.parse(line) as Paragraph)
}

/** Scores a splitter that gives the offsets at which sentences end; pooled over all paragraphs. */
export function scoreBoundaries(paragraphs: readonly Paragraph[], split: (text: string) => number[]): Boundaries {
  let [found, proposed, marked] = [0, 0, 0]
  for (const { text, sentences } of paragraphs) {
    const ends = new Set<number>()
    let at = 0
    for (const sentence of sentences) {
      at = text.indexOf(sentence, at) + sentence.length
      ends.add(at)
    }
    const own = new Set(split(text))
    for (const all of [ends, own]) all.delete(text.trimEnd().length)
    for (const end of own) if (ends.has(end)) found += 1
    proposed += own.size
    marked += ends.size
  }
  return { precision: found / proposed, recall: found / marked, f1: (2 * found) / (proposed + marked) }
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
export const bySegmenter = (text: string): number[] => Array.from(segmenter.segment(text), ({ segment, index }) => index + segment.trimEnd().length)
export const byStet = (text: string): number[] => splitSentences(text).map(({ end }) => end)

const percent = (share: number): string => (share * 100).toFixed(1)
const printed = ({ precision, recall, f1 }: Boundaries): string => `${percent(f1)} (P ${percent(precision)} · R ${percent(recall)})`

export async function measure(): Promise<Row[]> {
  const paragraphs = treebank()
  if (!paragraphs) return []
  return [{
    measure: 'sentence boundaries, F1 %', data: `sentences/ud-english-ewt-dev.jsonl, ${paragraphs.length} paragraphs`,
    floor: `Intl.Segmenter ${printed(scoreBoundaries(paragraphs, bySegmenter))}; measured before: sentencex 85.5 · compromise 87.3 · sbd 87.8`,
    ours: printed(scoreBoundaries(paragraphs, byStet)), target: '≥ 88.5, ahead on both',
  }]
}
