import type { Tokens } from '../../segment/tokens.ts'

/** Raised when what is weighed changes, so that weights fitted before are not taken for the new ones; a test compares it with the file of weights. */
export const MODEL_VERSION = 3

/** The beginning and the end of an assertion, as terms. */
export const OPEN = '<s>'
export const CLOSE = '</s>'
/** Between the two words of a pair. */
export const JOINT = '_'

const DIGIT = /^[0-9]/
const LETTER = /^[\p{L}\p{M}]/u
const HAN = /^\p{Script=Han}/u
const YEAR = /^(?:1[6-9]|20)\d\d$/
const SIGNS = new Set(['$', '%', '?', '!', '£', '€', '"', '“'])

/** What a token, in small letters, counts as among the words that were weighed: a straight apostrophe, numbers by their kind only; null where it does not count. */
export function termOf(word: string): string | null {
  if (DIGIT.test(word)) return YEAR.test(word) ? '<year>' : word.length === 1 ? '<digit>' : '<number>'
  if (!LETTER.test(word)) return SIGNS.has(word) ? word : null
  return HAN.test(word) ? null : word.replaceAll('’', '\'')
}

/** The words of the tokens [from, to) in order, and these and their pairs as terms, each once. */
export function termsOf({ word, vocabulary }: Tokens, from: number, to: number): { terms: string[]; words: string[] } {
  const terms = new Set<string>()
  const words: string[] = []
  let before = OPEN
  for (let at = from; at < to; at += 1) {
    const term = termOf(vocabulary[word[at]!]!)
    if (term === null) continue
    words.push(term)
    terms.add(term)
    terms.add(before + JOINT + term)
    before = term
  }
  terms.add(before + JOINT + CLOSE)
  return { terms: [...terms], words }
}

/** Many words together weigh less each, and so do many pairs: a long sentence is not worth more for its length. Chosen by cross-validation. */
export const LENGTH_POWER = -0.5
