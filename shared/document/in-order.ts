import type { Span } from './document.ts'

/** The place of the first item for which `isReached` holds, in a list where it holds from some place on; the length where it holds nowhere. Logarithmic. */
export function firstWhere<T>(sorted: ArrayLike<T>, isReached: (item: T) => boolean): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isReached(sorted[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

/** For each block the items that share text with it, in the order given. Blocks are in text order and do not overlap. */
export function byBlock<T>(blocks: readonly Span[], items: readonly T[], spanOf: (item: T) => Span): T[][] {
  const within: T[][] = blocks.map(() => [])
  for (const item of items) {
    const { start, end } = spanOf(item)
    for (let at = firstWhere(blocks, (block) => block.end > start); at < blocks.length && blocks[at]!.start < end; at += 1) within[at]!.push(item)
  }
  return within
}
