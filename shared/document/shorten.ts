/** What belongs to the character before it: accents, variation selectors, skin tones, tags, and the joiner of "👩‍🔬". */
const GOES_ON = /^(?:\p{M}|\u200d|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}])/u
const JOINER = '\u200d'
const FLAG = /[\u{1f1e6}-\u{1f1ff}]$/u
const FLAGS = /[\u{1f1e6}-\u{1f1ff}]*$/u

/** Whether a text may be cut at an offset without tearing a character. */
function isBetweenCharacters(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if ((code >= 0xdc00 && code <= 0xdfff) || text[at - 1] === JOINER || GOES_ON.test(text.slice(at, at + 2))) return false
  // Two letters make a flag.
  const before = text.slice(Math.max(0, at - LONGEST_RUN), at)
  return !FLAG.test(before) || FLAGS.exec(before)![0].length % 4 === 0
}

/** A character is looked for in so many units. */
const LONGEST_RUN = 64

/**
 * A text in at most `most` UTF-16 units, and " …" where something is left out: whole words as far as they fit. Where that would leave less than half of them (Chinese has no spaces, an address
 * is one word), it is cut between characters, never inside one.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  let words = most
  while (words > most / 2 && !/\s/.test(text[words]!)) words -= 1
  let end = words > most / 2 ? words : most
  const floor = Math.max(0, end - LONGEST_RUN)
  while (words <= most / 2 && end > floor && !isBetweenCharacters(text, end)) end -= 1
  return `${text.slice(0, end).trimEnd()} …`
}
