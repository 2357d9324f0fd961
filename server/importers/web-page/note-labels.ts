import { CIRCLED, plainDigits } from '#shared/document/note-opening.ts'

/** A note mark is a number, a letter or a sign, with or without brackets. */
const MARK_TEXT = new RegExp(`^[\\s[({]*((?:(?:(?:foot|end)note|n(?:ote|b)?)[\\s.]*)?\\d{1,4}|[a-z]{1,2}|[ivxl]{1,5}|[*†‡§¶#]{1,3}|[⁰¹²³⁴-⁹]{1,4}|[${CIRCLED}])[\\s\\])}.:,;]*$|^\\s*\\[(\\p{L}[\\p{L}-]{0,15}\\s\\d{1,4})\\]\\s*$`, 'iu')
/** The words of an anchor that could be a mark. */
export const LONGEST_MARK = 24

const RAISED_DIGITS = new RegExp(`^(?:[⁰¹²³⁴-⁹]+|[${CIRCLED}])$`)
/** `[n 1]` → `n 1`, `¹` → `1`; null when the words are no mark. */
export function labelOf(words: string): string | null {
  if (words.length > LONGEST_MARK) return null
  const match = MARK_TEXT.exec(words.replace(/\s+/g, ' '))
  const label = match?.[1]?.replace(/^(?:foot|end)note\s*/i, '') ?? match?.[2]
  if (label === undefined) return null
  return RAISED_DIGITS.test(label) ? plainDigits(label) : label.replace(/\s+/g, ' ')
}
