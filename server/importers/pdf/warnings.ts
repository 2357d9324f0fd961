import type { Warning } from '#shared/document/document.ts'
import { shorten } from '#shared/document/shorten.ts'
import type { RawPdf } from './raw-page.ts'

/** Words that are left of ff, fi, fl and ffi when a font does not say what its joined letters are. */
const LOST_LIGATURES = /\b(?:di erent|di erence|e ect|e ects|e ective|e ort|e orts|o ce|o cial|o cials|speci c|signi cant|scienti c|de ned|con ict|bene t|bene ts|re ect|in uence|pro t|nancial|rst|su cient|de cit)\b/g
const ENOUGH_LOST = 3
/** Letters that say nothing: replacement signs, private use, controls. Past this share the text is not to be trusted. */
const SENSELESS = /[\uFFFD\uE000-\uF8FF\u0000-\u0008\u000E-\u001F]/g
const SENSELESS_SHARE = 0.005
/** Words of so many Latin letters have a vowel; where so many have none (more than this share), letters stand for other letters. */
const LATIN_WORD = /(?<![\p{L}\p{N}])[A-Za-z]{4,}(?![\p{L}\p{N}])/gu
const VOWEL = /[aeiouy]/i
const ENOUGH_WORDS = 60
const WITHOUT_VOWELS_SHARE = 0.25
/** A file ends with its end mark; what lies behind it is less than this. */
const TAIL_BYTES = 2_048

/** What a person should know of a PDF before they trust its text. */
export function warningsOf({ pages }: RawPdf, text: string, bytes: Uint8Array): Warning[] {
  const warnings: Warning[] = []
  const empty = pages.filter(({ runs }) => runs.length === 0).map(({ number }) => number)
  if (empty.length > 0) warnings.push({ code: 'pages-without-text', message: `${empty.length === 1 ? `Page ${empty[0]} has` : `Pages ${listed(empty)} have`} no text: empty, or a picture (a scan). What stands there is not read.` })
  warnings.push(...picturesOf(pages))
  const lost = text.match(LOST_LIGATURES) ?? []
  if (lost.length >= ENOUGH_LOST) warnings.push({ code: 'lost-letters', message: `This PDF does not say what some of its joined letters (ff, fi, fl) are, so they are missing: ${lost.slice(0, 3).map((words) => `“${words}”`).join(', ')}. Compare with the page before quoting.` })
  const senseless = text.match(SENSELESS)?.length ?? 0
  if (senseless > SENSELESS_SHARE * text.length) warnings.push({ code: 'unreadable-letters', message: `${senseless} letters of this PDF have no meaning of their own: its fonts do not say what they are. Compare with the page before quoting.` })
  else if (readsAsNoWords(text)) warnings.push({ code: 'unreadable-letters', message: 'Most words of this PDF do not read as words: its fonts do not say what their letters are, and other letters stand in their place. Save its text from a program that shows it, or run text recognition (OCR) over it.' })
  if (!new TextDecoder('latin1').decode(bytes.subarray(-TAIL_BYTES)).includes('%%EOF')) warnings.push({ code: 'cut-off', message: 'This PDF has no end: it was cut off, and pages may be missing. Download or save it again.' })
  return warnings
}

function readsAsNoWords(text: string): boolean {
  const words = text.match(LATIN_WORD) ?? []
  return words.length >= ENOUGH_WORDS && words.filter((word) => !VOWEL.test(word)).length > WITHOUT_VOWELS_SHARE * words.length
}

/** So many pictures are told of one by one. */
const MOST_TOLD = 5
/** Letters of a description that are told. */
const LONGEST_DESCRIPTION = 120
/** What programs write where nobody described a picture. */
const NO_DESCRIPTION = /^(?:figure|image|picture|graphic|photo)?\s*\d*\.?$/i

/** The pictures that a tagged file describes: what they show is not read. */
function picturesOf(pages: RawPdf['pages']): Warning[] {
  const pictures = pages.flatMap(({ number, tags }) => (tags?.pictures ?? []).filter((words) => !NO_DESCRIPTION.test(words)).map((words) => ({ number, words })))
  if (pictures.length > MOST_TOLD) return [{ code: 'picture-not-read', message: `${pictures.length} pictures are left out (pages ${listed([...new Set(pictures.map(({ number }) => number))])}). What they show is not read.` }]
  return pictures.map(({ number, words }) => ({ code: 'picture-not-read', message: `A picture on page ${number} (“${shorten(words, LONGEST_DESCRIPTION)}”) is left out; what it shows is not read.` }))
}

/** `1–3, 7`. */
function listed(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}
