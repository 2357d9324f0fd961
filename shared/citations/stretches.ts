import type { Document, Span } from '../document/document.ts'
import type { Segment } from '../segment/segment.ts'
import type { Mark } from './mark.ts'

const CLOSING = /^[\s.,;:!?”"’'»)\]。，；：！？]*/
const HAS_WORDS = /[\p{L}\p{N}]/u
/** What ends a clause: a mark right behind it (or right before it) belongs to the whole clause before. */
const CLAUSE_END = /[.,;:!?…—–)”"’'»\]。，；：！？、]/
/** Where a clause starts, looking back from a mark in the middle of one. */
const CLAUSE_START = /[,;:—(，；：]\s*(?=[^,;:—(，；：]*$)/
/** A clause is looked for so far back. */
const CLAUSE_WINDOW = 400

/**
 * What each mark carries. A mark behind the end of a sentence carries the text back to the mark before it or to the start of the block. A mark inside a sentence glosses a part of that
 * sentence: the clause it closes ("grew,[1] and") from the start of the sentence or the mark before, or, where the sentence runs on at once ("ten times[146] what"), its own clause only.
 * Marks that stand together carry the same stretch; a mark alone on its line carries the block before. `marks` are in text order.
 */
export function carriedStretches(document: Document, segments: readonly Segment[], marks: readonly Mark[]): Span[] {
  const { text, blocks } = document
  const stretches: Span[] = []
  let at = 0
  marks.forEach((mark, index) => {
    const block = blocks[mark.block]!.span
    const before = marks[index - 1]
    const isInSameBlock = before !== undefined && before.block === mark.block
    const between = isInSameBlock ? text.slice(before.span.end, Math.max(before.span.end, mark.span.start)) : ''
    if (isInSameBlock && !HAS_WORDS.test(between)) {
      stretches.push(stretches[index - 1]!)
      return
    }
    while (at < segments.length && segments[at]!.span.end <= mark.span.start) at += 1
    while (at > 0 && segments[at - 1]!.span.end > mark.span.start) at -= 1
    let start = isInSameBlock ? before.span.end + CLOSING.exec(between)![0].length : block.start
    const end = trimmedEnd(text, mark.span.start, start)
    if (!HAS_WORDS.test(text.slice(start, end))) {
      stretches.push(blockBefore(document, mark.block) ?? { start, end: Math.max(start, end) })
      return
    }
    const sentence = segments[at]
    if (sentence?.kind === 'sentence' && sentence.span.start < mark.span.start && goesOn(text, marks, index, sentence.span.end)) {
      start = Math.max(start, sentence.span.start)
      if (isGloss(text, mark.span, end)) {
        const from = Math.max(start, end - CLAUSE_WINDOW)
        const clause = CLAUSE_START.exec(text.slice(from, end))
        if (clause && HAS_WORDS.test(text.slice(from + clause.index + clause[0].length, end))) start = from + clause.index + clause[0].length
      }
    }
    stretches.push({ start, end })
  })
  return stretches
}

function trimmedEnd(text: string, end: number, from: number): number {
  let at = end
  while (at > from && /\s/.test(text[at - 1]!)) at -= 1
  return at
}

/** Whether words of the same sentence follow behind the mark and those that stand with it. */
function goesOn(text: string, marks: readonly Mark[], index: number, sentenceEnd: number): boolean {
  let end = marks[index]!.span.end
  for (let next = index + 1; next < marks.length && marks[next]!.span.start < sentenceEnd && !HAS_WORDS.test(text.slice(end, marks[next]!.span.start)); next += 1) end = Math.max(end, marks[next]!.span.end)
  return end < sentenceEnd && HAS_WORDS.test(text.slice(end, sentenceEnd))
}

/** Whether the sentence runs on at once on both sides of the mark. */
const isGloss = (text: string, mark: Span, end: number): boolean => !CLAUSE_END.test(text[end - 1] ?? '.') && !/^\s?[,;:.—–)”"’»\]，；：。]/.test(text.slice(mark.end, mark.end + 2))

/** The running text of the block above; null where there is none. */
function blockBefore({ blocks }: Document, block: number): Span | null {
  const above = blocks[block - 1]
  return above && (above.kind === 'paragraph' || above.kind === 'quote' || above.kind === 'list-item' || above.kind === 'caption') ? above.span : null
}
