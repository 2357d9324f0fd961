import { Word } from '../lexicon.ts'
import type { Hedge } from '../fact.ts'
import type { Reading } from '../reading.ts'
import { LOOSE_SCALES, PLURAL_SCALES, SCALES } from '../words/numbers.ts'
import type { Quantity } from './digits-of.ts'

/** "several" and "a few" are three or more, "a couple" about two, and a bare plural ("hundreds") two or more: one would be told in the singular. */
const COUNTS: Readonly<Record<string, { value: number; hedge: Hedge }>> = { several: { value: 3, hedge: 'at-least' }, few: { value: 3, hedge: 'at-least' }, couple: { value: 2, hedge: 'about' } }
const PLURAL = 2

/** Numbers told by their size only: "several hundred", "a couple of dozen", "thousands", "tens of thousands", "hundreds of millions". The value is the least that is meant. */
export function looseNumber(r: Reading, from: number): Quantity | null {
  const counted = r.word(from) === 'a' ? from + 1 : from
  const count = COUNTS[r.word(counted)]
  if (count) {
    const at = r.word(counted) === 'couple' && r.word(counted + 1) === 'of' ? counted + 2 : counted + 1
    const scale = r.has(at, Word.scale) ? SCALES[r.word(at)] ?? PLURAL_SCALES[r.word(at)] : undefined
    return scale === undefined ? null : ofThousands(r, from, at + 1, count.value * scale, count.hedge)
  }
  const word = r.word(from)
  const plural = LOOSE_SCALES[word] ?? (word.endsWith('s') && word.length > 4 ? PLURAL_SCALES[word] : undefined)
  if (plural === undefined || (LOOSE_SCALES[word] !== undefined && r.word(from + 1) !== 'of') || (word === 'tens' && !r.has(from + 2, Word.scale))) return null
  // "the millions who toil" are not counted.
  if (r.word(from - 1) === 'the' && r.word(from + 1) !== 'of') return null
  return ofThousands(r, from, from + 1, PLURAL * plural, 'at-least')
}

/** "… of thousands", "… thousand" behind the first scale. */
function ofThousands(r: Reading, from: number, to: number, value: number, hedge: Hedge): Quantity {
  const next = r.word(to) === 'of' ? to + 1 : to
  const scale = r.has(next, Word.scale) ? (next > to ? PLURAL_SCALES : SCALES)[r.word(next)] : undefined
  const isScaled = scale !== undefined && scale >= 1000
  return { from, to: isScaled ? next + 1 : to, value: isScaled ? value * scale : value, step: 0, isShare: false, isSpelled: true, isScaled: true, hedge }
}
