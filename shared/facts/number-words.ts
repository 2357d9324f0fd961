import type { Amount } from './parser.ts'

const SMALL: Record<string, number> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15,
  sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}
const LARGE: Record<string, number> = { hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, dozen: 12 }
const WORD = `(?:${[...Object.keys(SMALL), ...Object.keys(LARGE)].join('|')})`

/** A run of number words: "half a trillion", "a hundred", "twenty-five", "two hundred and six". Bare "one" is left out: it is mostly a pronoun. */
export const WORD_NUMBER = new RegExp(
  String.raw`\b(?:(?:half )?an? (?=hundred|thousand|million|billion|trillion|dozen))?(?!one\b(?![ -](?:hundred|thousand|million|billion|trillion|dozen|per ?cent|year|in [a-z]+ )))${WORD}(?:[ -]${WORD}|(?<=hundred|thousand) and ${WORD})*\b`, 'gi')

/** The value of a run of number words, or null when it is no number ("twenty three hundred million dozen"). */
export function valueOfWords(words: string): Amount | null {
  const isHalf = /^half /i.test(words)
  // "several hundred", "millions": how many hundreds is not said.
  if (/^(?:hundred|thousand|million|billion|trillion|dozen)/i.test(words)) return null
  let total = 0
  let group = isHalf ? 0.5 : 0
  let scale = 1
  for (const word of words.toLowerCase().split(/[ -]/)) {
    const small = SMALL[word]
    if (small !== undefined) {
      // "nineteen eighty" is a year said aloud, "two three" is two numbers.
      if (group % 100 !== 0 && !(group % 10 === 0 && small < 10 && group % 100 >= 20)) return null
      group += small
    } else if (word === 'hundred' || word === 'dozen') {
      group = (group || 1) * LARGE[word]!
    } else if (LARGE[word] !== undefined) {
      total += (group || 1) * LARGE[word]
      scale = LARGE[word]
      group = 0
    }
  }
  const value = total + group
  return value === 0 ? null : { value, step: scale === 1 ? 0 : isHalf ? scale / 10 : group > 0 ? 0 : scale }
}
