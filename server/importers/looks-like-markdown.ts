/** Signs that only Markdown has: headings, links with an address, images, notes, bold words, fences. */
const SIGNS: readonly RegExp[] = [
  /^#{1,6} [^\s#]/gm, /(?<!!)\[[^\]\n]{1,300}\]\((?:https?:\/\/|mailto:|\/|#)[^\s()]{0,1000}\)/g, /!\[[^\]\n]{0,300}\]\([^\s()]{1,1000}\)/g, /^\[\^[^\]\s]{1,60}\]:/gm, /\*\*(?=[^\s*])[^*\n]{1,300}[^\s*]\*\*/g, /^(?:```|~~~)/gm,
]
/** So many of one kind count; more of it tell nothing new. */
const MOST_OF_A_KIND = 3
const ENOUGH = 4
const FEWEST_KINDS = 2
/** Lines that run on to here were not broken by hand. In Markdown a blank line parts two of them; elsewhere each is a paragraph. */
const UNBROKEN = 120
const UNPARTED = new RegExp(`^(?![ \\t]*(?:[-*+>|#]|\\d+[.)]|\\[\\^))[^\\n]{${UNBROKEN},}\\n(?![ \\t]*(?:[-*+>|#]|\\d+[.)]|\\[\\^))[^\\n]{${UNBROKEN},}$`, 'm')

/** Whether words that came without a file's name are Markdown: signs of two kinds, several of them, and paragraphs parted by blank lines. */
export function looksLikeMarkdown(text: string): boolean {
  const counts = SIGNS.map((sign) => Math.min(MOST_OF_A_KIND, text.match(sign)?.length ?? 0))
  return counts.filter((count) => count > 0).length >= FEWEST_KINDS && counts.reduce((sum, count) => sum + count, 0) >= ENOUGH && !UNPARTED.test(text)
}
