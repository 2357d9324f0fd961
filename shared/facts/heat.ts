import type { Reading } from './reading.ts'

const OF_HEAT = new Set('temperature temperatures heat heatwave hot hotter cold colder warm warmer warming cool cooling degrees thermometer freezing summer winter weather climate'.split(' '))

/** How many tokens on either side are looked through: a sentence may be as long as a book. */
const REACH = 40

/** "38C" and "100F" are degrees where the sentence speaks of heat; `at` is the letter behind the figure. */
export function isDegree(r: Reading, at: number): boolean {
  if (!r.isGlued(at) || (r.word(at) !== 'c' && r.word(at) !== 'f') || !r.isCapitalised(at) || (r.isGlued(at + 1) && (r.isWord(at + 1) || r.isNumber(at + 1)))) return false
  for (let word = at - REACH; word < at + REACH; word += 1) if (OF_HEAT.has(r.word(word))) return true
  return false
}
