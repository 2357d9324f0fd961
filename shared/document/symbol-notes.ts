import type { Block } from './document.ts'

/** `* A book.`, `† A paper.`: a sign in the place of a number, and then words. */
const OPENING = /^([*†‡§‖¶]{1,3})\s?(?=[^\s*†‡§‖¶])/
const SIGNS = /[*†‡§‖¶]{1,3}/g
const RUNNING = new Set(['paragraph', 'list-item', 'quote', 'heading'])
/** "dh_*", "patches/*" stand for any name. */
const BEHIND = /[\p{L}\p{N}.,;:!?)\]}”"’»…%]/u
const BETWEEN_WORDS = /[\s.,;:!?)\]”"’—]/

const signOf = (text: string, { kind, span }: Block): string | null =>
  kind === 'paragraph' || kind === 'list-item' ? OPENING.exec(text.slice(span.start, span.start + 5))?.[1] ?? null : null

/** The signs that a block's words carry as marks: behind a word and before a space or a stop. Pairs around words are emphasis. */
function marksIn(text: string, { span }: Block, skip: number): string[] {
  const words = text.slice(span.start + skip, span.end)
  const marks: string[] = []
  let isEmphasis = false
  for (const { 0: sign, index } of words.matchAll(SIGNS)) {
    const [before, after] = [words[index - 1] ?? ' ', words[index + sign.length] ?? ' ']
    if (/[\s([{“"‘]/.test(before)) isEmphasis = /\S/.test(after)
    else if (isEmphasis) isEmphasis = false
    else if (BETWEEN_WORDS.test(after) && BEHIND.test(before)) marks.push(sign)
  }
  return marks
}

/** So many blocks below its mark a note stands, where its sign opens points of lists, too. */
const NEAR = 2

/**
 * Gives paragraphs that open with a sign (`*`, `†`) the kind `note` where the text above carries that sign as a mark that no note has answered. Lines that follow each other with one and the same sign
 * are the points of a list. Texts without such lines are not looked at.
 */
export function setSymbolNotesApart(text: string, blocks: readonly Block[]): Block[] {
  const signs = blocks.map((block) => signOf(text, block))
  if (signs.every((sign) => sign === null)) return [...blocks]
  const waiting = new Map<string, number>()
  const isPointAt = (index: number): boolean => signs[index] !== null && (signs[index - 1] === signs[index] || signs[index + 1] === signs[index])
  /** Signs that open points of lists somewhere: a note that opens with one stands right below its mark. */
  const bullets = new Set(signs.filter((_, index) => isPointAt(index)))
  let lastMarked = -1
  return blocks.map((block, index): Block => {
    const sign = signs[index] ?? null
    const isNote = sign !== null && !isPointAt(index) && (waiting.get(sign) ?? 0) > 0 && (!bullets.has(sign) || index - lastMarked <= NEAR)
    if (isNote) {
      waiting.set(sign, 0)
      return { kind: 'note', span: block.span }
    }
    if (RUNNING.has(block.kind)) {
      for (const mark of marksIn(text, block, sign?.length ?? 0)) {
        waiting.set(mark, (waiting.get(mark) ?? 0) + 1)
        lastMarked = index
      }
    }
    return block
  })
}
