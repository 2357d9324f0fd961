import type { Document } from '../document/document.ts'
import { CLOSES, LETTERS, plainDigits, SHAPE_OF, WORDED } from '../document/note-opening.ts'
import { classify, TokenKind, type Tokens } from '../segment/tokens.ts'
import { membersOf, type Mark } from './mark.ts'

const BRACKET = new RegExp(`([{[(［〔【])\\s?(\\^?[^\\s{}[\\]()［］〔〕【】]{1,60}|${WORDED}|\\d{1,4}(?:\\s?[,;–-]\\s?\\d{1,4}){1,20})\\s?([}\\])］〕】])`, 'iy')
/** `³`, and lists of them: `³⁻⁵`, `²,⁴`. */
const RAISED = /[⁰¹²³⁴-⁹]{1,4}(?:[⁻–,][⁰¹²³⁴-⁹]{1,4}){0,20}/y
const SYMBOLS = /[*†‡§‖¶]{1,3}/y
const LABELS = new RegExp(`^(?:\\^.+|${WORDED}|${LETTERS}|[*†‡§]{1,3}|\\d{1,4}(?:\\s?[,;–-]\\s?\\d{1,4})+)$`, 'i')

/** A mark that lost its bracket on the right, "fell.[4 It", or on the left, "fell.4] It". */
const UNCLOSED = /([{[［〔【])(\d{1,3})(?=[\s.,;:])/y
const UNOPENED = /([^\s\d([{])(\d{1,3})$/

const OPENS = 1
const RAISES = 2
const SYMBOL = 4
const CLOSING = 8
const bitsOf = (word: string): number => (word === '[' || word === '{' || word === '(' || word === '［' || word === '〔' || word === '【' ? OPENS : /^[⁰¹²³⁴-⁹]$/.test(word) ? RAISES : /^[*†‡§‖¶]$/.test(word) ? SYMBOL : word === ']' || word === '}' ? CLOSING : 0)

/** Everything in running text that is written as a note mark may be; whether it is one, its fellows and the definitions decide. In text order. */
export function typedMarks(document: Document, running: Uint8Array, tokens: Tokens, labels: ReadonlySet<string>): Mark[] {
  const { text, blocks } = document
  const bits = classify(tokens, bitsOf)
  const wanted = OPENS | RAISES | CLOSING | ([...labels].some((label) => /^[*†‡§‖¶]/.test(label)) ? SYMBOL : 0)
  const found: Mark[] = []
  let block = 0
  let end = -1
  let emphasis = -1
  for (let token = 0; token < tokens.count; token += 1) {
    const bit = bits[tokens.word[token]!]! & wanted
    if (bit === 0) continue
    const at = tokens.start[token]!
    if (at < end) continue
    while (block < blocks.length && blocks[block]!.span.end <= at) block += 1
    if (block >= blocks.length || running[block] === 0 || at <= blocks[block]!.span.start) continue
    const { span } = blocks[block]!
    if (bit === OPENS) {
      BRACKET.lastIndex = at
      const match = BRACKET.exec(text)
      if (!match) {
        UNCLOSED.lastIndex = at
        const half = /[^\s([{]/.test(text[at - 1]!) ? UNCLOSED.exec(text) : null
        if (half && !isIndex(text, at, span.start)) found.push(halfMark(half[2]!, half[0], at, block, half[1]!))
        continue
      }
      if (at + match[0].length > span.end) continue
      const marks = bracketed(text, match, block, span)
      if (marks.length > 0) end = at + match[0].length
      for (const mark of marks) found.push(mark)
    } else if (bit === RAISES) {
      RAISED.lastIndex = at
      const printed = RAISED.exec(text)![0]
      end = at + printed.length
      const stands = raisedStanding(text, at, end, span)
      if (stands === 'no') continue
      const inside = printed.replace(/[⁰¹²³⁴-⁹]/g, plainDigits).replaceAll('⁻', '-')
      for (const member of membersOf(inside, inside, at)) found.push({ ...member, block, shape: 'superscript', printed, isWellFormed: true, ...(stands === 'doubtful' ? { isDoubtful: true } : {}) })
    } else if (bit === CLOSING) {
      const half = UNOPENED.exec(text.slice(Math.max(span.start, at - SURROUNDINGS), at))
      if (half && /[\s.,;:]|^$/.test(text[at + 1] ?? '')) found.push(halfMark(half[2]!, `${half[2]!}${text[at]!}`, at - half[2]!.length, block, text[at]!))
    } else {
      SYMBOLS.lastIndex = at
      const printed = SYMBOLS.exec(text)![0]
      end = at + printed.length
      const isBehindWord = /[^\s([{]/.test(text[at - 1]!)
      if (!isBehindWord) emphasis = /\S/.test(text[end] ?? ' ') ? block : emphasis
      else if (emphasis === block) emphasis = -1
      else if (/[\s.,;:!?)\]”"’]/.test(text[end] ?? ' ')) found.push({ label: printed, span: { start: at, end }, block, shape: 'symbol', printed, isWellFormed: true })
    }
  }
  return found
}

/** A mark with one bracket. It counts only where it is the next of its series. */
const halfMark = (label: string, printed: string, start: number, block: number, bracket: string): Mark =>
  ({ label, span: { start, end: start + printed.length }, block, shape: SHAPE_OF[bracket]!, printed, isWellFormed: false, isDoubtful: true })

/** "a[1]", "x{2}": the index of an array, behind a small letter that stands alone. */
const isIndex = (text: string, at: number, from: number): boolean => at > from && /[a-z]/.test(text[at - 1]!) && (at - 1 === from || /[\s(=+*/,;]/.test(text[at - 2]!))

function bracketed(text: string, match: RegExpExecArray, block: number, { start: from, end: to }: { start: number, end: number }): Mark[] {
  const [printed, open, inside, close] = match as unknown as [string, string, string, string]
  if (!LABELS.test(inside)) return []
  const shape = SHAPE_OF[open]!
  const isCaret = inside.startsWith('^')
  if (shape !== 'square' && isCaret) return []
  const start = match.index
  const end = start + printed.length
  // "[w]hat", "[A]nd": a letter that an editor put in.
  if (/^[a-zA-Z]$/.test(inside) && /\p{L}/u.test(text[end] ?? '')) return []
  if (isIndex(text, start, from)) return []
  if (shape === 'round' && !roundStands(text, start, end, from, to)) return []
  const isWellFormed = CLOSES[open] === close
  if (isCaret) return [{ label: inside.slice(1), span: { start, end }, block, shape: 'caret', printed, isWellFormed }]
  const members = membersOf(printed, inside, start)
  if (members.length === 1) return [{ label: members[0]!.label, span: members[0]!.span, block, shape, printed, isWellFormed }]
  return members.map(({ label, span }): Mark => ({ label, span, block, shape, printed, isWellFormed, list: start }))
}

/** How many signs on either side say what a number in brackets is. */
const SURROUNDINGS = 12

/** Round brackets enumerate, date and explain; a mark in them stands at the end of a clause. */
function roundStands(text: string, start: number, end: number, from: number, to: number): boolean {
  const before = text.slice(Math.max(from, start - SURROUNDINGS), start).trimEnd()
  return /[.!?…”"’»)。！？]$/.test(before) || /^(?:\s*[.;:!?。！？；]|,|\s*$)/.test(text.slice(end, Math.min(to, end + SURROUNDINGS)))
}

const UNIT_BEFORE = /(?:^|[\s\d(/·×*])(?:[kcmdµμ]?m|ft|yd|mi|in|s|kg|g|l|x|y|n|r|10|\d|\d+[.,]\d+)$/i
/** A letter or two, a short number: a symbol with an exponent, or the end of a word with a mark. */
const SYMBOL_BEFORE = /(?:^|[\s\d(/·×*=+−-])(?:\p{L}{1,2}|\d{1,3})$/u

/** Whether a raised number at [start, end) is a note mark, an exponent, a charge or a fraction. */
export function raisedStanding(text: string, start: number, end: number, block: { start: number, end: number }): 'yes' | 'doubtful' | 'no' {
  const window = text.slice(Math.max(block.start, start - SURROUNDINGS), start)
  const before = window.trimEnd()
  // "10⁻³", "¹⁴C": an exponent goes on, an isotope opens its word.
  if (/[⁺⁻]$/.test(before) || (window !== before && /\p{L}/u.test(text[end] ?? ''))) return 'no'
  if (before === '' || /[⁄/+⁺⁻−]/.test(text[end] ?? '') || /[⁄/]$/.test(before) || UNIT_BEFORE.test(before)) return 'no'
  return SYMBOL_BEFORE.test(before) ? 'doubtful' : 'yes'
}

/** Abbreviations that numbers follow. */
const NUMBERED = new Set(['no', 'nos', 'p', 'pp', 'vol', 'ch', 'fig', 'sec', 'art', 'nr', 'n', 'q', 'act', 'g', 'covid'])
/** Shorter words with a number at them are names: G20, MP3, PM10. */
const SHORTEST_WORD = 3

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
    const isSign = tokens.kind[token - 1] === TokenKind.sign
    if (isSign && !/[.,;:!?”"’)]/.test(text[start - 1]!)) continue
    const word = isSign ? token - 2 : token - 1
    if ((isSign && tokens.end[word] !== start - 1) || (tokens.kind[word] !== TokenKind.word && !(isSign && /[”"’)]/.test(text[start - 1]!)) && tokens.kind[word] !== TokenKind.capitalised)) continue
    if (tokens.end[word]! - tokens.start[word]! < (isSign ? 2 : SHORTEST_WORD) || NUMBERED.has(tokens.vocabulary[tokens.word[word]!]!)) continue
    while (block < blocks.length && blocks[block]!.span.end <= start) block += 1
    if (block >= blocks.length || running[block] === 0) continue
    next = Number(label) + 1
    found.push({ label, span: { start, end }, block, shape: 'glued', printed: label, isWellFormed: true })
  }
  return found
}
