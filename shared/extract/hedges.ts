import type { Span } from '../document/document.ts'
import { classify, type Tokens } from '../segment/tokens.ts'
import { fitted } from './fitted.ts'

/** Words by which an author holds back: what may be, what is said to be, what seems. Hedges of figures ("about", "more than") are part of the figure. */
const HEDGES = new Set(`may might could perhaps possibly probably likely unlikely seems seem seemed seemingly appears appear appeared apparently allegedly alleged reportedly reported supposedly purportedly presumably arguably ostensibly
  suggests suggest suggested indicates indicate potentially conceivably roughly estimated thought believed considered expected rumoured rumored claimed generally typically usually often largely mostly mainly partly sometimes tends tend`.split(/\s+/))

export const classifyHedges = (tokens: Tokens): Int32Array => classify(tokens, (word) => Number(HEDGES.has(word)))

/** The hedges among the tokens [from, to). */
export function hedgesIn(tokens: Tokens, hedges: Int32Array, from: number, to: number): Span[] {
  const found: Span[] = []
  for (let at = from; at < to; at += 1) if (hedges[tokens.word[at]!] === 1) found.push({ start: tokens.start[at]!, end: tokens.end[at]! })
  return fitted(found)
}
