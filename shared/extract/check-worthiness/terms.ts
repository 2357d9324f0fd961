import { TokenKind, type Tokens } from '../../segment/tokens.ts'

/** Raised when what is weighed changes, so that weights fitted before are not taken for the new ones; a test compares it with the file of weights. */
export const MODEL_VERSION = 3

/** The beginning and the end of an assertion, as terms. */
export const OPEN = '<s>'
export const CLOSE = '</s>'
/** Between the two words of a pair. */
export const JOINT = '_'

const YEAR = /^(?:1[6-9]|20)\d\d$/
const SIGNS = new Set(['$', '%', '?', '!', '£', '€', '"', '“'])

/** What a token counts as among the words that were weighed: small letters, a straight apostrophe, numbers by their kind only; null where it does not count. */
export function termOf(kind: TokenKind, word: string): string | null {
  if (kind === TokenKind.number) return YEAR.test(word) ? '<year>' : word.length === 1 ? '<digit>' : '<number>'
  if (kind === TokenKind.sign) return SIGNS.has(word) ? word : null
  return kind === TokenKind.han ? null : word.replaceAll('’', '\'')
}

/** The words of the tokens [from, to) in order, and these and their pairs as terms, each once. */
export function termsOf({ kind, word, vocabulary }: Tokens, from: number, to: number): { terms: string[]; words: string[] } {
  const terms = new Set<string>()
  const words: string[] = []
  let before = OPEN
  for (let at = from; at < to; at += 1) {
    const term = termOf(kind[at] as TokenKind, vocabulary[word[at]!]!)
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
