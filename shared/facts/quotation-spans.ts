import type { Block, Span } from '../document/document.ts'
import { matchesOf } from './parser.ts'

/** Opening sign → closing sign. Straight quotes close with themselves. */
const PAIRS: Record<string, string> = { '“': '”', '«': '»', '「': '」', '„': '“', '"': '"', '‘': '’' }
const SIGN = /[“”„«»「」"‘’]/g
/** A straight quote opens after a space or an opening bracket. */
const OPENS_AFTER = /[\s([{—–:;,/]/

/** Stretches between quotation marks in one block, outermost only. One that runs to the end of its paragraph is closed there, as when a quotation goes on in the next. */
export function quotedSpans(text: string, block: Block): Span[] {
  const { start, end } = block.span
  const spans: Span[] = []
  let open: { at: number; sign: string; depth: number } | null = null
  const body = text.slice(start, end)
  for (const match of matchesOf(SIGN, body)) {
    const sign = match[0]
    const at = start + match.index
    if (open) {
      if (sign === PAIRS[open.sign] && closes(text, at, sign, end)) {
        open.depth -= 1
        if (open.depth === 0) {
          spans.push({ start: open.at, end: at + 1 })
          open = null
        }
      } else if (sign === open.sign && sign !== '"' && sign !== '‘') open.depth += 1
    } else if (opens(text, at, sign, start)) open = { at, sign, depth: 1 }
  }
  if (open && open.sign !== '‘' && open.sign !== '"' && open.depth === 1) spans.push({ start: open.at, end })
  return spans
}

function opens(text: string, at: number, sign: string, blockStart: number): boolean {
  if (!(sign in PAIRS) || !/\S/.test(text[at + 1] ?? ' ')) return false
  if (sign !== '"' && sign !== '‘') return true
  return at === blockStart || OPENS_AFTER.test(text[at - 1]!)
}

/** ’ inside a word or after a plural is an apostrophe. */
function closes(text: string, at: number, sign: string, blockEnd: number): boolean {
  if (sign === '’') return !/\p{L}/u.test(at + 1 < blockEnd ? text[at + 1]! : ' ')
  if (sign === '"') return !/[\p{L}\d]/u.test(at + 1 < blockEnd ? text[at + 1]! : ' ')
  return true
}
