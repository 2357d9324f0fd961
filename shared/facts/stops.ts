import { firstWhere } from '../document/in-order.ts'
import { TokenKind } from '../segment/tokens.ts'
import { BEGINS_ANY } from './lexicon.ts'
import { NameWord } from './name-lexicon.ts'
import type { Reading } from './reading.ts'

const firstFrom = (tokens: Int32Array, token: number): number => firstWhere(tokens, (stop) => stop >= token)

/** The tokens of a text at which a stage has to look, in order; behind the last stands one that no text reaches. */
export class Stops {
  readonly tokens: Int32Array
  private next = 0

  constructor(tokens: Int32Array) {
    this.tokens = tokens
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
 * Where each stage has to look: `figures` all that counts, dates and puts in order, `names` capitals, signs of quotation and opening brackets.
 * `naming`: which distinct words are names wherever they stand (`NAMING`), since they are capitalised inside a sentence and never printed small, and which are printed small somewhere (`PLAIN`).
 */
export interface Outlook { figures: Stops; names: Stops; naming: Uint8Array }

const SMALL = 1
const CAPITAL = 2
const SPACE = 0x20
/** What `naming` says of a word: a name wherever it stands, or printed small somewhere. */
export const NAMING = 1
export const PLAIN = 2
/** By kind of token: whether it is a word in small letters, and whether it opens with a capital. */
const IS_SMALL = Uint8Array.of(SMALL, 0, 0, 0, 0, 0)
const IS_CAPITAL = Uint8Array.of(0, 1, 1, 0, 0, 0)
const OF_NAMES = NameWord.mark | NameWord.bracket | NameWord.quote

/** Reads all tokens of a text once. Whether a token is a stop is added up and not asked, since no processor foresees the answer. */
export function outlookOf({ text, tokens: { kind, word, start, count, vocabulary }, bits, nameBits }: Reading): Outlook {
  const begins = flagsOf(bits, BEGINS_ANY)
  const opens = flagsOf(nameBits, OF_NAMES)
  const figures = new Int32Array(count + 1)
  const names = new Int32Array(count + 1)
  const naming = new Uint8Array(vocabulary.length)
  let figure = 0
  let name = 0
  for (let at = 0; at < count; at += 1) {
    const id = word[at]!
    const token = kind[at]!
    figures[figure] = at
    figure += begins[id]!
    names[name] = at
    name += opens[id]! | IS_CAPITAL[token]!
    naming[id]! |= IS_SMALL[token]!
    if (IS_CAPITAL[token] === 1 && naming[id]! < CAPITAL && at > 0 && kind[at - 1] === TokenKind.word && text.charCodeAt(start[at]! - 1) === SPACE) naming[id]! |= CAPITAL
  }
  for (let id = 0; id < naming.length; id += 1) naming[id] = naming[id] === CAPITAL ? NAMING : (naming[id]! & SMALL) === 0 ? 0 : PLAIN
  return { figures: stopsOf(figures, figure), names: stopsOf(names, name), naming }
}

/** For each distinct word 1 where it has one of some bits. */
function flagsOf(bits: Int32Array, some: number): Uint8Array {
  const flags = new Uint8Array(bits.length)
  for (let id = 0; id < flags.length; id += 1) flags[id] = (bits[id]! & some) === 0 ? 0 : 1
  return flags
}

const BEHIND_ALL = 0x7fff_ffff
function stopsOf(tokens: Int32Array, count: number): Stops {
  tokens[count] = BEHIND_ALL
  return new Stops(tokens.subarray(0, count + 1))
}
