import { Hint } from './hint-words.ts'
import type { Traits } from './traits.ts'
import { Word } from './words.ts'

/** So many sentences on either side tell in whose voice a passage speaks, and whether it lays down rules. */
const REACH = 10
/** What kind of text a passage belongs to shows in the pages around it: one that describes and gives figures, or one that argues. */
const FAR = 30
/** A story is told from one sentence to the next. */
const NEAR = 2
const PERSONAL = Word.firstSingular | Word.firstPlural | Word.second | Word.duty

/** What a sentence adds to the voice of its passage. */
export interface Voiced { traits: Traits; figures: number; hasMark: boolean }

/**
 * Shares (0–1) of the sentences around one that speak of the author or to the reader, that state facts, that lay down rules or plans; of those beside it that tell of the past;
 * and of those in the pages around it that give figures or notes, and that say what something is.
 */
export interface Around { voice: number; facts: number; rules: number; past: number; figures: number; is: number }

/** "must", "will", "is required to": what a handbook, a contract or a plan says from line to line. */
const isRule = ({ verb, hints }: Traits): boolean => verb === 'duty' || verb === 'will' || (hints & Hint.requires) !== 0

/** What each share is on average in the labelled texts (tests/labels), and for how many sentences that counts: beside few sentences or none, nothing else is known. */
const USUAL = { voice: 0.25, facts: 0.5, rules: 0.13, past: 0.22, figures: 0.31, is: 0.25 } as const
const WITNESSES = 2
const KINDS = 6

/**
 * In what voice the passage around each sentence speaks: an essay in the first person, a handbook and an encyclopaedia use the same words for different ends.
 * Running sums, so the whole is linear.
 */
export class Voices {
  private readonly sums: Int32Array
  private readonly count: number

  constructor(sentences: readonly Voiced[]) {
    this.count = sentences.length
    const sums = new Int32Array(KINDS * (this.count + 1))
    for (let index = 0; index < this.count; index += 1) {
      const { traits, figures, hasMark } = sentences[index]!
      const at = KINDS * index
      sums[at + KINDS] = sums[at]! + Number((traits.bits & PERSONAL) !== 0)
      sums[at + KINDS + 1] = sums[at + 1]! + Number(figures > 0 || hasMark || (traits.isPast && traits.capitals > 0))
      sums[at + KINDS + 2] = sums[at + 2]! + Number(isRule(traits))
      sums[at + KINDS + 3] = sums[at + 3]! + Number(traits.verb === 'past')
      sums[at + KINDS + 4] = sums[at + 4]! + Number(figures > 0 || hasMark)
      sums[at + KINDS + 5] = sums[at + 5]! + Number(traits.verb === 'be')
    }
    this.sums = sums
  }

  around(index: number): Around {
    return {
      voice: this.share(0, index, REACH, USUAL.voice), facts: this.share(1, index, REACH, USUAL.facts), rules: this.share(2, index, REACH, USUAL.rules), past: this.share(3, index, NEAR, USUAL.past),
      figures: this.share(4, index, FAR, USUAL.figures), is: this.share(5, index, FAR, USUAL.is),
    }
  }

  private share(kind: number, index: number, reach: number, usual: number): number {
    const { sums, count } = this
    const from = Math.max(0, index - reach)
    const to = Math.min(count, index + reach + 1)
    const own = sums[KINDS * (index + 1) + kind]! - sums[KINDS * index + kind]!
    return (sums[KINDS * to + kind]! - sums[KINDS * from + kind]! - own + WITNESSES * usual) / (to - from - 1 + WITNESSES)
  }
}
