import type { Document } from '../document/document.ts'
import { TokenKind, type Tokens } from '../segment/tokens.ts'
import type { Mark } from './mark.ts'

/** Abbreviations that numbers follow, and words that numbers end. */
const ABBREVIATED = new Set(['no', 'nos', 'p', 'pp', 'vol', 'ch', 'fig', 'sec', 'art', 'nr', 'n'])
const NUMBERED = new Set([...ABBREVIATED, 'q', 'act', 'g', 'covid'])
/** Shorter words with a number at them are names: G20, MP3, PM10. */
const SHORTEST_WORD = 3

/** Signs between a word and its mark: `act.”2`. */
const MOST_SIGNS = 3

/** So many marks in a row may be unreadable ("rose to 45.3"). */
const MOST_LEFT_OUT = 2

/** Numbers of up to three digits left at the end of a word or behind its punctuation ("staff,3 who"), where a note of that number exists: they count up by one through the text. */
export function gluedMarks(document: Document, running: Uint8Array, tokens: Tokens, labels: ReadonlySet<string>): Mark[] {
  const { text, blocks } = document
  const found: Mark[] = []
  let block = 0
  let next = 0
  for (let token = 2; token < tokens.count; token += 1) {
    if (tokens.kind[token] !== TokenKind.number) continue
    const [start, end] = [tokens.start[token]!, tokens.end[token]!]
    if (end - start > 3 || tokens.end[token - 1] !== start || /[^\s.,;:!?)\]”"’—–]/.test(text[end] ?? ' ')) continue
    const label = text.slice(start, end)
    if (!labels.has(label) || (next > 0 && (Number(label) < next || Number(label) > next + MOST_LEFT_OUT))) continue
    let word = token - 1
    while (word > 0 && token - word <= MOST_SIGNS && tokens.kind[word] === TokenKind.sign && /[.,;:!?”"’)\]%]/.test(text[tokens.start[word]!]!) && tokens.end[word - 1] === tokens.start[word]) word -= 1
    const isBehindSign = word < token - 1
    if (tokens.kind[word] === TokenKind.sign || !isWordOf(tokens.kind[word]!, isBehindSign, text[start - 1]!)) continue
    const length = tokens.end[word]! - tokens.start[word]!
    if (length < (isBehindSign && tokens.kind[word] !== TokenKind.capitals ? 2 : SHORTEST_WORD) || (isBehindSign ? ABBREVIATED : NUMBERED).has(tokens.vocabulary[tokens.word[word]!]!)) continue
    while (block < blocks.length && blocks[block]!.span.end <= start) block += 1
    if (block >= blocks.length || running[block] === 0) continue
    next = Number(label) + 1
    found.push({ label, span: { start, end }, block, shape: 'glued', printed: label, isWellFormed: true })
  }
  return found
}

/** Whether what stands before a number may carry a mark: a word; capitals ("CLETS.58") and figures ("50%.”9") only with a sign between. */
const isWordOf = (kind: number, isBehindSign: boolean, sign: string): boolean =>
  kind === TokenKind.word || kind === TokenKind.capitalised || (isBehindSign && (kind === TokenKind.capitals || /[”"’)]/.test(sign)))
