import { TokenKind, type Tokens } from '../../segment/tokens.ts'

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

/** The words and pairs of words of the tokens [from, to), each once. */
export function termsOf({ kind, word, vocabulary }: Tokens, from: number, to: number): string[] {
  const terms = new Set<string>()
  let before = OPEN
  for (let at = from; at < to; at += 1) {
    const term = termOf(kind[at] as TokenKind, vocabulary[word[at]!]!)
    if (term === null) continue
    terms.add(term)
    terms.add(before + JOINT + term)
    before = term
  }
  terms.add(before + JOINT + CLOSE)
  return [...terms]
}

/** Many words together weigh less each: a long sentence is not worth more for its length. Fitted with the weights by cross-validation. */
export const LENGTH_POWER = -0.25
