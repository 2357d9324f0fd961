import type { Span } from '../document/document.ts'

/**
 * What a token is. `word`: letters with the apostrophes inside them; `capitalised`: a word that opens with a capital; `capitals`: two or more capitals and nothing else;
 * `number`: digits with the points and commas between them; `han`: a run of Chinese characters; `sign`: any other single character that is no white space.
 */
export const TokenKind = { word: 0, capitalised: 1, capitals: 2, number: 3, han: 4, sign: 5 } as const
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind]

/**
 * The tokens of a text in order, as parallel arrays of `count` entries: later stages walk numbers instead of searching the text again.
 * `word[i]` indexes `vocabulary`, the distinct tokens in lower case; what a stage wants to know of a word it works out once per distinct word (`classify`).
 */
export interface Tokens {
  count: number
  start: Int32Array
  end: Int32Array
  kind: Uint8Array
  word: Int32Array
  vocabulary: string[]
}

const SPACE = 0
const LETTER = 1
const CAPITAL = 2
const DIGIT = 3
const HAN = 4
const SIGN = 5
const JOINS = 6
/** Class of each UTF-16 unit. A surrogate counts as a letter where it is half of one; only its own unit is looked at, so the pair stays together. */
let classes: Uint8Array | null = null
const UNITS = 65_536

function classTable(): Uint8Array {
  const table = new Uint8Array(UNITS).fill(SIGN)
  const set = (pattern: RegExp, value: number): void => {
    for (let code = 0; code < UNITS; code += 1) if (pattern.test(String.fromCharCode(code))) table[code] = value
  }
  set(/\s/, SPACE)
  set(/[\p{L}\p{M}]/u, LETTER)
  set(/\p{Lu}/u, CAPITAL)
  set(/[0-9]/, DIGIT)
  set(/[\p{Script=Han}]/u, HAN)
  table.fill(LETTER, 0xd800, 0xe000)
  for (const sign of '\'’') table[sign.charCodeAt(0)] = JOINS
  return table
}

/** The distinct tokens of a text. Open addressing: at most half of the slots are used, so a chain is one or two steps. */
class Vocabulary {
  readonly words: string[] = []
  private readonly lower = new Map<string, number>()
  /** Each form that is printed: its hash, where it stands first, how long it is, and its word. */
  private slots = new Int32Array(4096).fill(-1)
  private readonly hashes: number[] = []
  private readonly starts: number[] = []
  private readonly lengths: number[] = []
  private readonly ids: number[] = []
  private readonly text: string
  private readonly units: Uint16Array

  constructor(text: string, units: Uint16Array) {
    this.text = text
    this.units = units
  }

  /** The index in `words` of the token at [start, end), whose units give `hash`. */
  of(start: number, end: number, hash: number): number {
    const length = end - start
    let slot = hash & (this.slots.length - 1)
    for (let entry = this.slots[slot]!; entry !== -1; entry = this.slots[slot]!) {
      if (this.hashes[entry] === hash && this.lengths[entry] === length && this.isSame(this.starts[entry]!, start, end)) return this.ids[entry]!
      slot = (slot + 1) & (this.slots.length - 1)
    }
    const word = this.text.slice(start, end).toLowerCase()
    let id = this.lower.get(word)
    if (id === undefined) {
      id = this.words.length
      this.words.push(word)
      this.lower.set(word, id)
    }
    this.slots[slot] = this.hashes.length
    this.hashes.push(hash)
    this.starts.push(start)
    this.lengths.push(length)
    this.ids.push(id)
    if (this.hashes.length * 2 > this.slots.length) this.grow()
    return id
  }

  private isSame(known: number, start: number, end: number): boolean {
    const { units } = this
    for (let at = start, other = known; at < end; at += 1, other += 1) if (units[at] !== units[other]) return false
    return true
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    for (const [entry, hash] of this.hashes.entries()) {
      let slot = hash & (this.slots.length - 1)
      while (this.slots[slot] !== -1) slot = (slot + 1) & (this.slots.length - 1)
      this.slots[slot] = entry
    }
  }
}

/** A token holds at most so many units: a longer run of letters is no word, and comparing it would not stay cheap. */
const LONGEST_TOKEN = 200
const FIRST_CAPACITY_SHARE = 4

/** The UTF-16 units of a text as an array: each is looked at several times, and a string answers more slowly. */
function unitsOf(text: string): Uint16Array {
  const { length } = text
  const units = new Uint16Array(length)
  for (let at = 0; at < length; at += 1) units[at] = text.charCodeAt(at)
  return units
}

/** Cuts a text into tokens. Linear in its length; every unit that is no white space belongs to exactly one token. */
export function tokenise(text: string): Tokens {
  const table = (classes ??= classTable())
  const length = text.length
  const units = unitsOf(text)
  let capacity = Math.max(16, Math.ceil(length / FIRST_CAPACITY_SHARE))
  let starts = new Int32Array(capacity)
  let ends = new Int32Array(capacity)
  let kinds = new Uint8Array(capacity)
  let words = new Int32Array(capacity)
  const vocabulary = new Vocabulary(text, units)
  let count = 0
  let at = 0
  while (at < length) {
    const start = at
    let code = units[at]!
    const kind = table[code]!
    at += 1
    if (kind === SPACE) continue
    let hash = Math.imul(code ^ 0x811c9dc5, 0x01000193)
    let token: TokenKind = TokenKind.sign
    if (kind === LETTER || kind === CAPITAL) {
      let isCapitals = kind === CAPITAL
      const last = start + LONGEST_TOKEN
      for (; at < length; at += 1) {
        code = units[at]!
        const next = table[code]!
        if (next === LETTER) isCapitals = false
        else if (next === JOINS) {
          const behind = at + 1 < length ? table[units[at + 1]!]! : SPACE
          if (behind !== LETTER && behind !== CAPITAL) break
        } else if (next !== CAPITAL) break
        // Half a pair is never left behind.
        if (at >= last && (code < 0xdc00 || code > 0xdfff)) break
        hash = Math.imul(hash ^ code, 0x01000193)
      }
      token = kind === LETTER ? TokenKind.word : isCapitals && at - start > 1 ? TokenKind.capitals : TokenKind.capitalised
    } else if (kind === DIGIT) {
      for (; at < length; at += 1) {
        code = units[at]!
        if (table[code] !== DIGIT && !((code === 0x2e || code === 0x2c) && at + 1 < length && table[units[at + 1]!] === DIGIT)) break
        if (at - start >= LONGEST_TOKEN) break
        hash = Math.imul(hash ^ code, 0x01000193)
      }
      token = TokenKind.number
    } else if (kind === HAN) {
      for (; at < length && table[code = units[at]!] === HAN && at - start < LONGEST_TOKEN; at += 1) hash = Math.imul(hash ^ code, 0x01000193)
      token = TokenKind.han
    }
    if (count === capacity) {
      capacity *= 2
      const wider = <T extends Int32Array | Uint8Array>(old: T, fresh: T): T => (fresh.set(old), fresh)
      starts = wider(starts, new Int32Array(capacity))
      ends = wider(ends, new Int32Array(capacity))
      kinds = wider(kinds, new Uint8Array(capacity))
      words = wider(words, new Int32Array(capacity))
    }
    starts[count] = start
    ends[count] = at
    kinds[count] = token
    words[count] = vocabulary.of(start, at, hash)
    count += 1
  }
  return { count, start: starts, end: ends, kind: kinds, word: words, vocabulary: vocabulary.words }
}

/** What `bitsOf` says of each distinct word, indexed like `vocabulary`. */
export function classify({ vocabulary }: Tokens, bitsOf: (word: string) => number): Int32Array {
  const bits = new Int32Array(vocabulary.length)
  for (let index = 0; index < bits.length; index += 1) bits[index] = bitsOf(vocabulary[index]!)
  return bits
}

/** `classify` for one question, answered once for a text however often it is asked: kept as long as its tokens are. */
export function classifier(bitsOf: (word: string) => number): (tokens: Tokens) => Int32Array {
  const known = new WeakMap<Tokens, Int32Array>()
  return (tokens) => {
    let bits = known.get(tokens)
    if (!bits) known.set(tokens, (bits = classify(tokens, bitsOf)))
    return bits
  }
}

/** The first token that starts at or behind `offset`; `count` when there is none. Binary search. */
export function tokenAt({ start, count }: Tokens, offset: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (start[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** As `tokenAt`, of an offset that lies near behind token `from` or at it: looks on in growing steps, so that walking a text stays linear. */
export function tokenFrom(tokens: Tokens, from: number, offset: number): number {
  const { start, count } = tokens
  let low = from
  if (low > 0 && start[low - 1]! >= offset) return tokenAt(tokens, offset)
  let step = 1
  while (low + step < count && start[low + step]! < offset) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, count)
  while (low < high) {
    const middle = (low + high) >> 1
    if (start[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The tokens that lie wholly inside a span, as a half-open range of indexes. */
export function tokensIn(tokens: Tokens, span: Span): [number, number] {
  const from = tokenAt(tokens, span.start)
  let to = from
  while (to < tokens.count && tokens.end[to]! <= span.end) to += 1
  return [from, to]
}
