import type { Reading } from './reading.ts'

const OF_HEAT = new Set('temperature temperatures heat heatwave hot hotter cold colder warm warmer warming cool cooling degrees thermometer freezing summer winter weather climate'.split(' '))

/** "38C" and "100F" are degrees where the sentence speaks of heat; `at` is the letter behind the figure. */
export function isDegree(r: Reading, at: number): boolean {
  if (!r.isGlued(at) || (r.word(at) !== 'c' && r.word(at) !== 'f') || !r.isCapitalised(at) || (r.isGlued(at + 1) && (r.isWord(at + 1) || r.isNumber(at + 1)))) return false
  for (let word = r.from; word < r.to; word += 1) if (OF_HEAT.has(r.word(word))) return true
  return false
}
