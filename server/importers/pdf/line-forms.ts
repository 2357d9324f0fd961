import type { Region } from './columns.ts'
import { textOfLine, type Line } from './lines.ts'

/** An indent, in ems. */
export const INDENT = 0.7
/** A sign that only points of a list open with. */
export const BULLET = /^\s*[•●○▪■□◦‣❏☐☑✓✔➢➤►∙·\uF0B7\uF0A7\uF0D8\u2043]\s*(?=\S)/u
/** Signs that also stand in running text: a bullet only where the line before was ended. */
export const DASH_BULLET = /^\s*[–—*-]\s+(?=[^\s*])/u
/** "1.", "(a)", "iv)". */
export const NUMBERED = /^\s*(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,5}[.)])\s+(?=\S)/u
/** The end of a sentence, with the mark of a note behind it. */
export const SENTENCE_END = /[.!?…:][”"’')\]]*(?:\s?[\d*†‡]{1,3})?\s*$/u

/** Whether a line opens as a point of a list does. */
export const isLabelled = (line: Line): boolean => [BULLET, NUMBERED, DASH_BULLET].some((label) => label.test(textOfLine(line)))

/** Whether the next line's first word would have stood on this line, with room to spare: then the writer ended the line. */
export function hasRoomLeft(line: Line, next: Line, region: Region): boolean {
  const text = textOfLine(next)
  // Nobody ends a paragraph with half a word.
  if (/\p{L}[-\u00AD\u2010]\s*$/u.test(textOfLine(line)) && /^\s*\p{Ll}/u.test(text)) return false
  const word = /^\s*(?:[([“‘«]\s+)?\S+/.exec(text)?.[0].trim() ?? ''
  const perLetter = (next.right - next.left) / Math.max(1, text.length)
  return region.right - line.right > (word.length + 1) * perLetter * 1.1 + 0.8 * line.size
}
