import type { Span } from '../document/document.ts'
import { NameWord } from './name-lexicon.ts'
import type { Reading } from './reading.ts'

/** Opening sign → closing sign. Straight quotes close with themselves. */
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '「': '」', '『': '』', '„': '“', '"': '"', '‘': '’' }
/** A straight quote opens after a space or one of these. */
const OPENS_AFTER = /[\s([{—–:;,/]/

/**
 * Stretches between quotation marks among the tokens of one block that ends at offset `end`, outermost only. One that runs to the end of its paragraph is closed there, as when a quotation goes on
 * in the next, which then opens with the mark again.
 */
export function quotedSpans(r: Reading, end: number): readonly Span[] {
  let spans: Span[] | null = null
  let open: { at: number; sign: string; depth: number } | null = null
  for (let token = r.from; token < r.to; token += 1) {
    if (!r.is(token, NameWord.quote)) continue
    const at = r.start(token)
    const sign = r.text[at]!
    if (open) {
      if (sign === PAIRS[open.sign] && closes(r.text, at, sign, end)) {
        open.depth -= 1
        if (open.depth === 0) {
          spans = added(spans, { start: open.at, end: at + 1 })
          open = null
        }
      } else if (sign === open.sign && sign !== '"' && sign !== '‘') open.depth += 1
    } else if (opens(r, token, sign)) open = { at, sign, depth: 1 }
  }
  if (open && open.sign !== '‘' && open.sign !== '"' && open.depth === 1) spans = added(spans, { start: open.at, end })
  return spans ?? NONE
}

/** Most blocks quote nothing: a list is made for those that do. */
const NONE: readonly Span[] = []
function added(spans: Span[] | null, span: Span): Span[] {
  if (spans === null) return [span]
  spans.push(span)
  return spans
}

function opens(r: Reading, token: number, sign: string): boolean {
  if (!(sign in PAIRS) || !r.isGlued(token + 1)) return false
  if (sign !== '"' && sign !== '‘') return true
  return token === r.from || OPENS_AFTER.test(r.text[r.start(token) - 1]!)
}

/** ’ inside a word or after a plural is an apostrophe. */
function closes(text: string, at: number, sign: string, blockEnd: number): boolean {
  if (sign === '’') return !/\p{L}/u.test(at + 1 < blockEnd ? text[at + 1]! : ' ')
  if (sign === '"') return !/[\p{L}\d]/u.test(at + 1 < blockEnd ? text[at + 1]! : ' ')
  return true
}
