/**
 * How the opening of a note is written. `bare` is `1.` or `a.`, `word` is `[Footnote 1: …]` or `Note 1: …`, `key` a name in square brackets ([RFC2119]). Full-width brackets (［1］〔1〕【1】) count as
 * square ones, `^1` as a superscript, `[^1]` and Org's `[fn:1]` as carets.
 */
export type NoteShape = 'curly' | 'square' | 'round' | 'caret' | 'superscript' | 'circled' | 'bare' | 'word' | 'key'

/** The opening of a note definition: `{19) `. `shape` is what its first sign says; `printed` the signs without the space after; `length` includes that space. */
export interface NoteOpening {
  label: string
  shape: NoteShape
  printed: string
  length: number
  /** False when the signs do not pair: `{19)`, `{19`, `19}`. */
  isWellFormed: boolean
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
/** The shape that a bracket gives a mark or an opening. */
export const SHAPE_OF: Record<string, NoteShape> = { '{': 'curly', '[': 'square', '(': 'round', '}': 'curly', ']': 'square', ')': 'round', '（': 'round', '）': 'round', '［': 'square', '〔': 'square', '【': 'square', '］': 'square', '〕': 'square', '】': 'square' }
/** The bracket that closes each. */
export const CLOSES: Record<string, string> = { '{': '}', '[': ']', '(': ')', '（': '）', '［': '］', '〔': '〕', '【': '】' }
/** The words for a note, in some languages, as they stand before its number. */
const NOTE_WORDS = '(?:foot|end)?note|fn|anm|fußnote|注释?|註'
/** A number with the word for a note before it: `Note 1`, `n 1`, `nb. 2`, `注1`, or with the number sign: `#1`. */
export const WORDED = `(?:(?:${NOTE_WORDS}|nb?)[.#]?\\s?|#)?\\d{1,4}`
/** A name for a source, as standards and papers give them: `RFC2119`, `Smi19`. It has a capital or a digit. */
export const KEY = '(?=[^\\]\\s]*[\\dA-Z])[A-Za-z][\\w.:+/-]{1,30}'

/** A letter, or a small Roman numeral. */
export const LETTERS = '(?:[a-z]|[ivxl]{2,6})'

const NUMBERED_LABEL = new RegExp(`^(?:${NOTE_WORDS})[.#]?\\s?(\\d{1,4})$`, 'i')
/** What makes two labels one: `[note 1]` and `Note 1:` are the same note, `[a]` and `[A]` are two. */
export const labelKey = (label: string): string => {
  const number = NUMBERED_LABEL.exec(label)?.[1]
  return number === undefined ? label.replace(/^(nb?)\.?\s?(?=\d)/i, 'n ') : `note ${number}`
}

/** `¹²` → `12`, `⑫` → `12`. */
export const plainDigits = (signs: string): string => [...signs].map((sign) => circledNumber(sign) ?? SUPERSCRIPTS.indexOf(sign)).join('')

/** Numbers in circles, as the signs in a character class; each run of them counts up by one. */
export const CIRCLED = '\u2460-\u2473\u2776-\u277F\u3251-\u325F\u32B1-\u32BF'
const CIRCLED_RUNS: readonly [first: number, last: number, number: number][] = [[0x2460, 0x2473, 1], [0x2776, 0x277f, 1], [0x3251, 0x325f, 21], [0x32b1, 0x32bf, 36]]
/** `①` → 1; undefined for any other sign. */
export function circledNumber(sign: string): number | undefined {
  const code = sign.charCodeAt(0)
  const run = CIRCLED_RUNS.find(([first, last]) => code >= first && code <= last)
  return run && code - run[0] + run[2]
}

const CARET = /^\s*\[(?:\^([^\]\s]{1,60})\](:\s*|\s+(?=\S))|(?:fn:|#(?=[^\]\s]{1,60}\]:))([^\]\s:]{1,60})\]:?\s*(?=\S))/
const WORD = new RegExp(`^\\s*(?:\\[(?:foot|end)?note\\s+(\\d{1,4}|[a-z]|[*†‡]{1,3})\\s*[:.]\\s*|(?:(?:foot|end)?note|fn\\.?|anm(?:erkung|\\.)?|fußnote)\\s*(\\d{1,4})\\s*[:.]\\s+(?=\\S)|(?:注释?|註)\\s*(\\d{1,4})\\s*[:.：．]\\s*(?=\\S))`, 'i')
const DOUBLED = /^\s*\[\[(\d{1,3})\]\][:.]?\s*(?=\S)/
const KEYED = new RegExp(`^\\s*\\[(${KEY})\\][:.]?\\s+(?=\\S)`)
const PAIRED = new RegExp(`^\\s*(?:\\^(?=\\[))?([{[(（［〔【])\\s?(${WORDED}|${LETTERS}(?=[}\\])][:.]?\\s)|[*†‡§]{1,3})\\.?\\s?([}\\])）］〕】])[:.]?\\s*(?:[–—-]\\s+)?`, 'i')
const UNCLOSED = /^\s*([{[［〔【])(\d{1,3})[.:]?\s+(?=\S)/
const UNOPENED = /^\s*(\d{1,3})([}\]］〕】])[.:]?\s*(?=\S)/
const SUPERSCRIPT = /^\s*([⁰¹²³⁴-⁹]{1,4})[).:]?\s*(?=\S)/
const RAISED_BY_SIGN = /^\s*\$?\^(?:(\d{1,3})\^?|\((\d{1,3})\)|\{(\d{1,3})\})(?:\$?[.:)]?\s+(?=\S)|(?<=\})\$?(?=\p{Lu}))/u
const CIRCLE = new RegExp(`^\\s*([${CIRCLED}])\\s*(?=\\S)`)
const BARE = /^\s*(\d{1,3})(?:[.):]|\s[–—-](?=\s)|(?=\s))\s+(?=\S)/
const BARE_LETTER = /^\s*([a-z]|[ivxl]{2,6})[.)]\s+(?=\S)/

/** The signs with which an opening can begin; most paragraphs begin with another. */
const FIRST_SIGNS = new Set(`0123456789{[(［〔【*†‡§^\$${SUPERSCRIPTS}NFEA注註abcdefghijklmnopqrstuvwxyz`)
/** White space before an opening, more than any indent. */
const MOST_INDENT = 40

function mayOpenNote(text: string): boolean {
  let at = 0
  while (at < MOST_INDENT && /\s/.test(text[at] ?? '')) at++
  const sign = text[at] ?? ''
  return FIRST_SIGNS.has(sign) || circledNumber(sign) !== undefined
}

/** Reads the opening of a note at the start of `text`, or null. It says only what the signs look like, not that this is a note. */
export function readNoteOpening(text: string): NoteOpening | null {
  if (!mayOpenNote(text)) return null
  const opening = (match: RegExpExecArray, label: string, shape: NoteShape, isWellFormed: boolean): NoteOpening =>
    ({ label, shape, printed: match[0].trim(), length: match[0].length, isWellFormed })
  let match = CARET.exec(text)
  if (match) return opening(match, match[1] ?? match[3]!, 'caret', match[2] === undefined || match[2].startsWith(':'))
  match = WORD.exec(text)
  if (match) return opening(match, match[1] ?? match[2] ?? match[3]!, 'word', true)
  match = DOUBLED.exec(text)
  if (match) return opening(match, match[1]!, 'square', true)
  match = PAIRED.exec(text)
  if (match) return opening(match, match[2]!, SHAPE_OF[match[1]!]!, CLOSES[match[1]!] === match[3])
  match = UNCLOSED.exec(text)
  if (match) return opening(match, match[2]!, SHAPE_OF[match[1]!]!, false)
  match = UNOPENED.exec(text)
  if (match) return opening(match, match[1]!, SHAPE_OF[match[2]!]!, false)
  match = SUPERSCRIPT.exec(text)
  if (match) return opening(match, plainDigits(match[1]!), 'superscript', true)
  match = RAISED_BY_SIGN.exec(text)
  if (match) return opening(match, match[1] ?? match[2] ?? match[3]!, 'superscript', true)
  match = CIRCLE.exec(text)
  if (match) return opening(match, plainDigits(match[1]!), 'circled', true)
  match = KEYED.exec(text)
  if (match) return opening(match, match[1]!, 'key', true)
  match = BARE.exec(text)
  if (match) return opening(match, match[1]!, 'bare', true)
  match = BARE_LETTER.exec(text)
  if (match) return opening(match, match[1]!, 'bare', true)
  return null
}
