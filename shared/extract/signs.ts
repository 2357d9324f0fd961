import { classifier } from '../segment/tokens.ts'

/** What a sign can be to the steps that walk the tokens of a sentence, as bits. */
export const Sign = {
  comma: 1,
  /** "，": parts like a comma, and no word is taken to follow it like one. */
  wideComma: 1 << 1,
  semicolon: 1 << 2,
  colon: 1 << 3,
  /** "(" */
  bracket: 1 << 4,
  /** ")" */
  bracketEnd: 1 << 5,
  /** Opens a stretch that is not cut: brackets and quotation marks. */
  opens: 1 << 6,
  closes: 1 << 7,
  /** The straight quotation mark, which opens and closes. */
  straight: 1 << 8,
  /** Closes something behind the end of a sentence. */
  closer: 1 << 9,
  /** Marks of emphasis, which close nothing but stand there too. */
  emphasis: 1 << 10,
} as const

const BITS = new Map<string, number>()
const add = (signs: string, bit: number): void => {
  for (const sign of signs) BITS.set(sign, (BITS.get(sign) ?? 0) | bit)
}
add(',', Sign.comma)
add('，', Sign.wideComma)
add(';；', Sign.semicolon)
add(':', Sign.colon)
add('(', Sign.bracket)
add(')', Sign.bracketEnd)
add('([{（【“', Sign.opens)
add(')]}）】”', Sign.closes)
add('"', Sign.straight)
add('”"’\')]»', Sign.closer)
add('*_', Sign.emphasis)

/** The bits of each distinct sign of a text, indexed like its vocabulary; 0 for words. */
export const classifySigns = classifier((word) => BITS.get(word) ?? 0)
