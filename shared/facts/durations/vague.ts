import type { Hedge } from '../fact.ts'
import { Word } from '../lexicon.ts'
import type { Reading } from '../reading.ts'
import { TIME_UNITS } from '../words/calendar.ts'

const COUPLE = 2
/** "a few" and "several" are three or more: fewer would be a couple. */
const SEVERAL = 3

export interface VagueCount { value: number; hedge: Hedge; to: number }
/** "several", "a few", "some", "a couple of" before a unit of time in the plural. */
export function vagueCountAt(r: Reading, at: number): VagueCount | null {
  const first = r.word(at)
  const start = first === 'a' || first === 'an' ? at + 1 : at
  const word = r.word(start)
  const isCouple = word === 'couple'
  if (!isCouple && word !== 'few' && (start > at || (word !== 'several' && word !== 'some'))) return null
  const to = isCouple && r.word(start + 1) === 'of' ? start + 2 : start + 1
  const unit = r.word(to) === 'more' || r.word(to) === 'short' || r.word(to) === 'long' ? to + 1 : to
  return r.has(unit, Word.timeUnit) && isPlural(r.word(unit)) ? { value: isCouple ? COUPLE : SEVERAL, hedge: isCouple ? 'about' : 'at-least', to: unit } : null
}
const isPlural = (word: string): boolean => word.length > 3 && (word.endsWith('s') || word === 'millennia') && TIME_UNITS[word] !== undefined
