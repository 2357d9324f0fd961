import type { Span } from '../document/document.ts'
import { NameWord } from './name-lexicon.ts'
import type { Reading } from './reading.ts'

/** Opening sign → closing sign. Straight quotes close with themselves. */
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '「': '」', '『': '』', '„': '“', '"': '"', '‘': '’' }
/** A straight quote opens after a space or one of these. */
const OPENS_AFTER = /[\s([{—–:;,/]/

/** A stretch between quotation marks with its marks: `from` is the token of the opening one, `to` the token behind the closing one. */
export interface Quoted { span: Span; from: number; to: number }

/**
 * Stretches between quotation marks among the tokens of one block, from the first of them on; the block ends at offset `end`. Outermost only. One that runs to the end of its paragraph is closed there,
 * as when a quotation goes on in the next, which then opens with the mark again. `quoted` is the list they are added to; gives the token behind the block.
 */
export function readQuoted(r: Reading, first: number, end: number, quoted: Quoted[]): number {
  const { start, count } = r.tokens
  let open: { at: number; token: number; sign: string; depth: number } | null = null
  let token = first
  for (; token < count && start[token]! < end; token += 1) {
    if (!r.is(token, NameWord.quote)) continue
    const at = start[token]!
    const sign = r.text[at]!
    if (open) {
      if (sign === PAIRS[open.sign] && closes(r.text, at, sign, end)) {
        open.depth -= 1
        if (open.depth === 0) {
          quoted.push({ span: { start: open.at, end: at + 1 }, from: open.token, to: token + 1 })
          open = null
        }
      } else if (sign === open.sign && sign !== '"' && sign !== '‘') open.depth += 1
    } else if (opens(r, token, sign, first)) open = { at, token, sign, depth: 1 }
  }
  if (open && open.sign !== '‘' && open.sign !== '"' && open.depth === 1) quoted.push({ span: { start: open.at, end }, from: open.token, to: token })
  return token
}

function opens(r: Reading, token: number, sign: string, first: number): boolean {
  if (!(sign in PAIRS) || !r.isGlued(token + 1)) return false
  if (sign !== '"' && sign !== '‘') return true
  return token === first || OPENS_AFTER.test(r.text[r.start(token) - 1]!)
}

/** ’ inside a word or after a plural is an apostrophe. */
function closes(text: string, at: number, sign: string, blockEnd: number): boolean {
  if (sign === '’') return !/\p{L}/u.test(at + 1 < blockEnd ? text[at + 1]! : ' ')
  if (sign === '"') return !/[\p{L}\d]/u.test(at + 1 < blockEnd ? text[at + 1]! : ' ')
  return true
}
