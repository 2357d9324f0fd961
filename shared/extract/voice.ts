import type { Traits } from './traits.ts'
import { Word } from './words.ts'

/** So many sentences on either side tell in whose voice a passage speaks. */
const REACH = 10
const PERSONAL = Word.firstSingular | Word.firstPlural | Word.second | Word.duty

/** What a sentence adds to the voice of its passage. */
export interface Voiced { traits: Traits; figures: number; hasMark: boolean }

/**
 * For each sentence, the shares (0–1) of the sentences around it that speak of the author or to the reader, that state facts, and that judge: an essay in the first person and an
 * encyclopaedia use the same words for different ends. Running sums, so the whole is linear.
 */
export function voicesOf(sentences: readonly Voiced[]): { voice: number; facts: number; judgement: number }[] {
  const sums = new Int32Array(3 * (sentences.length + 1))
  sentences.forEach(({ traits, figures, hasMark }, index) => {
    const at = 3 * index
    sums[at + 3] = sums[at]! + Number((traits.bits & PERSONAL) !== 0)
    sums[at + 4] = sums[at + 1]! + Number(figures > 0 || hasMark || (traits.isPast && traits.capitals > 0))
    sums[at + 5] = sums[at + 2]! + Number(traits.appraisals > 0)
  })
  return sentences.map((_, index) => {
    const from = Math.max(0, index - REACH)
    const to = Math.min(sentences.length, index + REACH + 1)
    const others = Math.max(1, to - from - 1)
    const share = (kind: number): number => (sums[3 * to + kind]! - sums[3 * from + kind]! - (sums[3 * index + 3 + kind]! - sums[3 * index + kind]!)) / others
    return { voice: share(0), facts: share(1), judgement: share(2) }
  })
}
