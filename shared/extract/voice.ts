import type { Traits } from './traits.ts'
import { Word } from './words.ts'

/** So many sentences on either side tell in whose voice a passage speaks. */
const REACH = 10
const PERSONAL = Word.firstSingular | Word.firstPlural | Word.second | Word.duty

/** What a sentence adds to the voice of its passage. */
export interface Voiced { traits: Traits; figures: number; hasMark: boolean }

/** Shares (0–1) of the sentences around one that speak of the author or to the reader, that state facts, and that judge. */
export interface Around { voice: number; facts: number; judgement: number }

/**
 * In what voice the passage around each sentence speaks: an essay in the first person and an encyclopaedia use the same words for different ends.
 * Running sums, so the whole is linear.
 */
export class Voices {
  private readonly sums: Int32Array
  private readonly count: number

  constructor(sentences: readonly Voiced[]) {
    this.count = sentences.length
    const sums = new Int32Array(3 * (this.count + 1))
    for (let index = 0; index < this.count; index += 1) {
      const { traits, figures, hasMark } = sentences[index]!
      const at = 3 * index
      sums[at + 3] = sums[at]! + Number((traits.bits & PERSONAL) !== 0)
      sums[at + 4] = sums[at + 1]! + Number(figures > 0 || hasMark || (traits.isPast && traits.capitals > 0))
      sums[at + 5] = sums[at + 2]! + Number(traits.appraisals > 0)
    }
    this.sums = sums
  }

  around(index: number): Around {
    return { voice: this.share(0, index), facts: this.share(1, index), judgement: this.share(2, index) }
  }

  private share(kind: number, index: number): number {
    const { sums, count } = this
    const from = Math.max(0, index - REACH)
    const to = Math.min(count, index + REACH + 1)
    const own = sums[3 * index + 3 + kind]! - sums[3 * index + kind]!
    return (sums[3 * to + kind]! - sums[3 * from + kind]! - own) / Math.max(1, to - from - 1)
  }
}
