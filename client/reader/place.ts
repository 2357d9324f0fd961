import { firstWhere } from '#shared/document/in-order.ts'

/** Between offsets of the article's text and places in the drawn sheet. A drawn stretch carries `data-s`, the offset of its first character. */

const stretchOf = (node: Node | null): HTMLElement | null => (node instanceof HTMLElement ? node : (node?.parentElement ?? null))?.closest<HTMLElement>('[data-s]') ?? null

/** The offset in the article's text of a point in the sheet (as a selection gives it), or null outside the text. */
export function offsetAt(node: Node | null, offset: number): number | null {
  if (node instanceof HTMLElement && !node.closest('[data-s]')) {
    const next = node.childNodes[offset] ?? node.childNodes[offset - 1]
    const inside = next instanceof HTMLElement ? (next.matches('[data-s]') ? next : next.querySelector<HTMLElement>('[data-s]')) : null
    return inside ? Number(inside.dataset['s']) : null
  }
  const stretch = stretchOf(node)
  if (!stretch) return null
  const start = Number(stretch.dataset['s'])
  const length = Number(stretch.dataset['e']) - start
  return start + Math.min(node?.nodeType === Node.TEXT_NODE && !stretch.dataset['note'] ? offset : offset > 0 ? length : 0, length)
}

/** A range over a span of the text, as far as it is drawn inside `root`; null when none of it is. */
export const rangeOver = (root: ParentNode, span: { start: number; end: number }): Range | null => rangesOver(root, [span])[0] ?? null

/** Ranges over many spans, in one look through the sheet. Null where nothing of a span is drawn. */
export function rangesOver(root: ParentNode, spans: readonly { start: number; end: number }[]): (Range | null)[] {
  const drawn = [...root.querySelectorAll<HTMLElement>('[data-s]')]
  const ends = drawn.map((stretch) => Number(stretch.dataset['e']))
  return spans.map((span) => {
    const stretches: HTMLElement[] = []
    // Stretches are in text order: the first that ends after the span's start is found by halving.
    for (let at = firstWhere(ends, (end) => end > span.start); at < drawn.length && Number(drawn[at]?.dataset['s']) < span.end; at += 1) stretches.push(drawn[at] as HTMLElement)
    return rangeIn(stretches, span)
  })
}

function rangeIn(stretches: readonly HTMLElement[], span: { start: number; end: number }): Range | null {
  const [first, last] = [stretches[0], stretches.at(-1)]
  if (!first || !last) return null
  const range = document.createRange()
  const put = (stretch: HTMLElement, offset: number, set: (node: Node, at: number) => void): void => {
    const walker = document.createTreeWalker(stretch, NodeFilter.SHOW_TEXT)
    const text = walker.nextNode()
    if (text) set(text, Math.min(Math.max(offset - Number(stretch.dataset['s']), 0), text.textContent?.length ?? 0))
    else set(stretch, 0)
  }
  put(first, span.start, (node, at) => range.setStart(node, at))
  put(last, span.end, (node, at) => range.setEnd(node, at))
  return range
}

/** The selection in the sheet as a span of the text; null when there is none or it leaves the sheet. */
export function selectedSpan(root: HTMLElement | null): { start: number; end: number } | null {
  const selection = getSelection()
  if (!root || !selection || selection.isCollapsed || !root.contains(selection.anchorNode) || !root.contains(selection.focusNode)) return null
  const range = selection.getRangeAt(0)
  const [start, end] = [offsetAt(range.startContainer, range.startOffset), offsetAt(range.endContainer, range.endOffset)]
  return start !== null && end !== null && end > start ? { start, end } : null
}

/** Where the caret stands in the text, or null. */
export function caretOffset(root: HTMLElement | null): number | null {
  const selection = getSelection()
  return root && selection?.isCollapsed && root.contains(selection.anchorNode) ? offsetAt(selection.anchorNode, selection.anchorOffset) : null
}

/** The borders between words inside a span: where words start and end. */
export function wordBorders(text: string, span: { start: number; end: number }): { starts: number[]; ends: number[] } {
  const words = [...text.slice(span.start, span.end).matchAll(/\S+/g)]
  return { starts: words.map((word) => span.start + word.index), ends: words.map((word) => span.start + word.index + word[0].length) }
}

/** Names a highlight of the sheet (found, extent); an empty list takes it away. */
export function highlight(name: 'found' | 'extent', ranges: (Range | null)[]): void {
  if (!('highlights' in CSS)) return
  const drawn = ranges.filter((range) => range !== null)
  if (drawn.length === 0) CSS.highlights.delete(name)
  else CSS.highlights.set(name, new Highlight(...drawn))
}
