/** How the opening of a note is written. `bare` is `1.` or `a.`, `word` is `[Footnote 1: …]` or `Note 1: …`. Full-width brackets (［1］〔1〕【1】) count as square ones. */
export type NoteShape = 'curly' | 'square' | 'round' | 'caret' | 'superscript' | 'bare' | 'word'

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
export const SHAPE_OF: Record<string, NoteShape> = { '{': 'curly', '[': 'square', '(': 'round', '}': 'curly', ']': 'square', ')': 'round', '［': 'square', '〔': 'square', '【': 'square', '］': 'square', '〕': 'square', '】': 'square' }
/** The bracket that closes each. */
export const CLOSES: Record<string, string> = { '{': '}', '[': ']', '(': ')', '［': '］', '〔': '〕', '【': '】' }
/** A number with the word for a note before it: `Note 1`, `n 1`, `nb. 2`. */
export const WORDED = '(?:(?:(?:foot|end)?note|nb?|fn)\\.?\\s?)?\\d{1,4}'

/** A letter, or a small Roman numeral. */
export const LETTERS = '(?:[a-z]|[ivxl]{2,6})'

/** What makes two labels one: `[note 1]` and `Note 1:` are the same note, `[a]` and `[A]` are two. */
export const labelKey = (label: string): string => {
  const number = /^(?:(?:foot|end)?note|fn)\.?\s?(\d{1,4})$/i.exec(label)?.[1]
  return number === undefined ? label.replace(/^(nb?)\.?\s?(?=\d)/i, 'n ') : `note ${number}`
}

/** `¹²` → `12`. */
export const plainDigits = (superscripts: string): string => [...superscripts].map((sign) => SUPERSCRIPTS.indexOf(sign)).join('')

const CARET = /^\s*\[\^([^\]\s]{1,60})\]:\s*/
const WORD = /^\s*(?:\[(?:foot|end)?note\s+(\d{1,4}|[a-z*†‡])\s*[:.]\s*|(?:foot|end)?note\s+(\d{1,4})\s*[:.]\s+(?=\S))/i
const PAIRED = new RegExp(`^\\s*([{[(［〔【])\\s?(${WORDED}|${LETTERS}(?=[}\\])][:.]?\\s)|[*†‡§]{1,3})\\s?([}\\])］〕】])[:.]?\\s*`, 'i')
const UNCLOSED = /^\s*([{[［〔【])(\d{1,3})[.:]?\s+(?=\S)/
const UNOPENED = /^\s*(\d{1,3})([}\]］〕】])[.:]?\s*(?=\S)/
const SUPERSCRIPT = /^\s*([⁰¹²³⁴-⁹]{1,4})\s*(?=\S)/
const BARE = /^\s*(\d{1,3})(?:[.)]|(?=\s))\s+(?=\S)/
const BARE_LETTER = /^\s*([a-z])[.)]\s+(?=\S)/

/** The signs with which an opening can begin; most paragraphs begin with another. */
const FIRST_SIGNS = new Set(`0123456789{[(［〔【*†‡§${SUPERSCRIPTS}NFEabcdefghijklmnopqrstuvwxyz`)
/** White space before an opening, more than any indent. */
const MOST_INDENT = 40

function mayOpenNote(text: string): boolean {
  let at = 0
  while (at < MOST_INDENT && /\s/.test(text[at] ?? '')) at++
  return FIRST_SIGNS.has(text[at] ?? '')
}

/** Reads the opening of a note at the start of `text`, or null. It says only what the signs look like, not that this is a note. */
export function readNoteOpening(text: string): NoteOpening | null {
  if (!mayOpenNote(text)) return null
  const opening = (match: RegExpExecArray, label: string, shape: NoteShape, isWellFormed: boolean): NoteOpening =>
    ({ label, shape, printed: match[0].trim(), length: match[0].length, isWellFormed })
  let match = CARET.exec(text)
  if (match) return opening(match, match[1]!, 'caret', true)
  match = WORD.exec(text)
  if (match) return opening(match, match[1] ?? match[2]!, 'word', true)
  match = PAIRED.exec(text)
  if (match) return opening(match, match[2]!, SHAPE_OF[match[1]!]!, CLOSES[match[1]!] === match[3])
  match = UNCLOSED.exec(text)
  if (match) return opening(match, match[2]!, SHAPE_OF[match[1]!]!, false)
  match = UNOPENED.exec(text)
  if (match) return opening(match, match[1]!, SHAPE_OF[match[2]!]!, false)
  match = SUPERSCRIPT.exec(text)
  if (match) return opening(match, plainDigits(match[1]!), 'superscript', true)
  match = BARE.exec(text)
  if (match) return opening(match, match[1]!, 'bare', true)
  match = BARE_LETTER.exec(text)
  if (match) return opening(match, match[1]!, 'bare', true)
  return null
}
