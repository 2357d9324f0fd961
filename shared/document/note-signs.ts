import type { Block } from './document.ts'
import { CIRCLED, circledNumber, KEY, labelKey, LETTERS, plainDigits, readNoteOpening, WORDED, type NoteShape } from './note-opening.ts'

/** How a mark goes on behind its first sign. */
const AFTER_CURLY = /\{(\d{1,3})\}/y
const AFTER_SQUARE = new RegExp(`[[［〔【]\\s?(?:(?:\\^|fn:|#(?=\\D))([^\\]\\s]{1,60})|(${WORDED}(?:\\s?[,;–-]\\s?\\d{1,4}){0,20}|${LETTERS}|[*†‡])|(\\d{1,3})\\s?[,;:]\\s?(?:[a-z]{1,9}\\.?\\s?|§\\s?)?\\d[^\\]\\n]{0,20})\\s?[\\]］〕】]`, 'iy')
const AFTER_KEY = new RegExp(`\\[(${KEY})(?:[,;:]\\s[^\\]\\n[]{1,40})?\\]`, 'y')
const AFTER_ROUND = new RegExp(`[(（](${WORDED}|[*†‡]{1,3})[)）]`, 'iy')
const RAISED = /[⁰¹²³⁴-⁹]{1,4}|\^(?:(\d{1,3})|[({](\d{1,3})[)}])(?![\d\p{L}])/uy
/** `fell.1`, before the bracket of `fell.1)`. */
const HALF_BRACKET = /[\p{L}.,;:!?”"’»](\d{1,3})$/u
const LONGEST_HALF = 4
/** What a round or raised number stands behind when it marks a note: a word or the end of a clause. */
const BEFORE_ROUND = /[\p{L}\d.!?”"'’»)。！？,;:]/u
const BEFORE_RAISED = /[\p{L}.!?”"'’»)。！？,;:]/u
const NOT_RUNNING_TEXT = new Set(['furniture', 'code', 'note'])
/** More than the opening of a note. */
const OPENING_WINDOW = 80

const SIGN_OF: readonly [sign: string, shapes: readonly NoteShape[]][] = [['{', ['curly']], ['[', ['square', 'caret', 'key']], ['［', ['square']], ['〔', ['square']], ['【', ['square']], ['(', ['round']], ['（', ['round']], ['^', ['superscript']]]
const CIRCLES = new RegExp(`[${CIRCLED}]`, 'g')

/** The places of the signs with which a mark of these shapes can begin. */
function* placesOf(text: string, shapes: ReadonlySet<NoteShape>): Generator<number> {
  for (const [sign, of] of SIGN_OF) {
    if (of.some((shape) => shapes.has(shape))) for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) yield at
  }
  if (shapes.has('superscript')) for (const { index } of text.matchAll(/[⁰¹²³⁴-⁹]+/g)) yield index
  if (shapes.has('circled')) for (const { index } of text.matchAll(CIRCLES)) yield index
  if (shapes.has('round')) {
    for (let at = text.indexOf(')'); at >= 0; at = text.indexOf(')', at + 1)) {
      const number = HALF_BRACKET.exec(text.slice(Math.max(0, at - LONGEST_HALF), at))?.[1]
      if (number !== undefined) yield at - number.length
    }
  }
}

function readSigns(text: string, at: number): { shape: NoteShape, label: string } | null {
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  const sign = text[at]!
  if (sign === '{') {
    const label = read(AFTER_CURLY)?.[1]
    return label === undefined ? null : { shape: 'curly', label }
  }
  if (sign === '[' || sign === '［' || sign === '〔' || sign === '【') {
    const match = read(AFTER_SQUARE)
    if (match) return { shape: match[1] === undefined ? 'square' : 'caret', label: match[1] ?? match[2] ?? match[3]! }
    const key = read(AFTER_KEY)?.[1]
    return key === undefined ? null : { shape: 'key', label: key }
  }
  const before = text[at - 1] ?? ''
  if (/\d/.test(sign)) return { shape: 'round', label: /^\d{1,3}/.exec(text.slice(at, at + 3))![0] }
  if (circledNumber(sign) !== undefined) return BEFORE_RAISED.test(before) ? { shape: 'circled', label: plainDigits(sign) } : null
  if (sign === '(' || sign === '（') {
    const label = BEFORE_ROUND.test(before === ' ' ? text[at - 2] ?? '' : before) ? read(AFTER_ROUND)?.[1] : undefined
    return label === undefined ? null : { shape: 'round', label }
  }
  const raised = BEFORE_RAISED.test(before) || (before === '$' && sign === '^') ? read(RAISED) : null
  return raised === null ? null : { shape: 'superscript', label: raised[1] ?? raised[2] ?? plainDigits(raised[0]) }
}

/** The labels that look marked in running text by signs of some shapes, as `shape:label`, with the place of the first. Blocks are in text order. Only the signs that can begin a mark are looked at. */
export function typedMarksIn(text: string, blocks: readonly Block[], shapes: ReadonlySet<NoteShape>): Map<string, number> {
  const first = new Map<string, number>()
  let index = 0
  let openingEnd = 0
  let last = Infinity
  for (const at of placesOf(text, shapes)) {
    if (at < last) index = 0
    last = at
    const before = index
    while (index < blocks.length && blocks[index]!.span.end <= at) index++
    const block = blocks[index]
    if (!block || block.span.start > at || NOT_RUNNING_TEXT.has(block.kind)) continue
    if (index !== before || index === 0) {
      const opening = readNoteOpening(text.slice(block.span.start, Math.min(block.span.end, block.span.start + OPENING_WINDOW)))
      openingEnd = block.span.start + (opening && opening.shape !== 'bare' ? opening.length : 0)
    }
    if (at < openingEnd) continue
    const signs = readSigns(text, at)
    if (!signs) continue
    for (const label of signs.shape === 'key' ? [signs.label] : signs.label.split(/\s?[,;–-]\s?/)) {
      const key = `${signs.shape}:${labelKey(label)}`
      const place = first.get(key)
      if (place === undefined || at < place) first.set(key, at)
    }
  }
  return first
}
