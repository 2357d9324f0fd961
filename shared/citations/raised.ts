/** How many signs on either side say what a number in brackets or a raised one is. */
export const SURROUNDINGS = 12

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
