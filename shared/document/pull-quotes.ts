import type { Block, Warning } from './document.ts'

/** A passage set in large type is a sentence or two; what is shorter is repeated by chance, what is longer is a quotation. */
const [SHORTEST, LONGEST] = [40, 500]
/** Passages are found again by their first words. */
const WORDS_OF_KEY = 5
const WORD = /[\p{L}\p{N}]+/gu
const RUNNING = new Set(['paragraph', 'list-item'])

const wordsOf = (text: string): string[] => (text.match(WORD) ?? []).map((word) => word.toLowerCase())

/** Whether a block is set off as a pull quote is: a quotation, or a paragraph that is one from its first sign to its last. */
function isSetOff(text: string, { kind, span }: Block): boolean {
  const length = span.end - span.start
  if (length < SHORTEST || length > LONGEST) return false
  return kind === 'quote' || (kind === 'paragraph' && /[“"«]/.test(text[span.start]!) && /[”"»]/.test(text[span.end - 1]!))
}

/**
 * Sets pull quotes aside: passages set off from the text that repeat its own words to the letter (case, signs and spaces apart). They are furniture, so that nothing is claimed twice, and told of.
 * Looks at running text only where something is set off. Linear.
 */
export function setPullQuotesAside(text: string, blocks: readonly Block[]): { blocks: Block[], warnings: Warning[] } {
  const waiting = new Map<string, { index: number, words: string[] }[]>()
  blocks.forEach((block, index) => {
    if (!isSetOff(text, block)) return
    const words = wordsOf(text.slice(block.span.start, block.span.end))
    if (words.length < WORDS_OF_KEY) return
    const key = words.slice(0, WORDS_OF_KEY).join(' ')
    waiting.set(key, [...(waiting.get(key) ?? []), { index, words }])
  })
  if (waiting.size === 0) return { blocks: [...blocks], warnings: [] }
  const repeated = new Set<number>()
  blocks.forEach((block, at) => {
    if (!RUNNING.has(block.kind) || isSetOff(text, block)) return
    const words = wordsOf(text.slice(block.span.start, block.span.end))
    for (let start = 0; start + WORDS_OF_KEY <= words.length; start++) {
      for (const { index, words: quoted } of waiting.get(words.slice(start, start + WORDS_OF_KEY).join(' ')) ?? []) {
        if (index !== at && quoted.every((word, offset) => words[start + offset] === word)) repeated.add(index)
      }
    }
  })
  return {
    blocks: blocks.map((block, index) => repeated.has(index) ? { kind: 'furniture', span: block.span } : block),
    warnings: [...repeated].map((index) => ({ code: 'pull-quote', message: 'This passage repeats the text word for word, so it was set aside as a pull quote. Check that it still agrees with the text after edits.', span: blocks[index]!.span })),
  }
}
