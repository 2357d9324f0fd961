import { firstWhere } from '../document/in-order.ts'
import { TokenKind } from '../segment/tokens.ts'
import { BEGINS_ANY } from './lexicon.ts'
import { NameWord } from './name-lexicon.ts'
import type { Reading } from './reading.ts'

const BEHIND_ALL = 0x7fff_ffff
const firstFrom = (tokens: Int32Array, token: number): number => firstWhere(tokens, (stop) => stop >= token)

/** The tokens of a text at which a stage has to look, in order; behind the last stands one that no text reaches. */
export class Stops {
  tokens: Int32Array
  private count = 0
  private next = 0

  constructor(most: number) {
    this.tokens = new Int32Array(most + 1)
  }

  add(token: number): void {
    this.tokens[this.count++] = token
  }

  close(): this {
    this.tokens[this.count] = BEHIND_ALL
    this.tokens = this.tokens.subarray(0, this.count + 1)
    return this
  }

  /** Index of the first stop at or behind a token: steps on from the last asked for, since a text is mostly read in order. */
  from(token: number): number {
    const { tokens } = this
    let { next } = this
    if (next > 0 && tokens[next - 1]! >= token) next = firstFrom(tokens, token)
    while (tokens[next]! < token) next += 1
    return (this.next = next)
  }
}

/**
 * Where each stage has to look: `figures` all that counts, dates and puts in order, `names` capitals, titles in marks and opening brackets, `quotes` signs of quotation.
 * `naming`: which distinct words are names wherever they stand, since they are capitalised inside a sentence and never printed small.
 */
export interface Outlook { figures: Stops; names: Stops; quotes: Stops; naming: Uint8Array }

const SMALL = 1
const CAPITAL = 2
const SPACE = 0x20
const OPENS_NAME = NameWord.mark | NameWord.bracket

/** Reads all tokens of a text once. */
export function outlookOf({ text, tokens: { kind, word, start, count, vocabulary }, bits, nameBits }: Reading): Outlook {
  const [figures, names, quotes] = [new Stops(count), new Stops(count), new Stops(count)]
  const naming = new Uint8Array(vocabulary.length)
  let before: TokenKind = TokenKind.sign
  for (let at = 0; at < count; at += 1) {
    const id = word[at]!
    const token = kind[at]! as TokenKind
    if ((bits[id]! & BEGINS_ANY) !== 0) figures.add(at)
    if (token === TokenKind.word) {
      if (at > 0) naming[id]! |= SMALL
    } else if (token <= TokenKind.capitals) {
      names.add(at)
      if (before === TokenKind.word && text.charCodeAt(start[at]! - 1) === SPACE) naming[id]! |= CAPITAL
    } else if (token === TokenKind.sign) {
      if ((nameBits[id]! & OPENS_NAME) !== 0) names.add(at)
      if ((nameBits[id]! & NameWord.quote) !== 0) quotes.add(at)
    }
    before = token
  }
  for (let id = 0; id < naming.length; id += 1) naming[id] = naming[id] === CAPITAL ? 1 : 0
  return { figures: figures.close(), names: names.close(), quotes: quotes.close(), naming }
}
