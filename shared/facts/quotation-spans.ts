import type { Span } from '../document/document.ts'
import type { Refillable } from './fact-lists.ts'
import { NameWord } from './name-lexicon.ts'
import type { Reading } from './reading.ts'

/** Opening sign → closing sign. Straight quotes close with themselves. */
const PAIRS: ReadonlyMap<string, string> = new Map([['“', '”'], ['«', '»'], ['「', '」'], ['『', '』'], ['„', '“'], ['"', '"'], ['‘', '’']])
/** A straight quote opens after a space or one of these. */
const OPENS_AFTER = /[\s([{—–:;,/]/

/** A stretch between quotation marks with its marks: `from` is the token of the opening one, `to` the token behind the closing one. */
export interface Quoted { span: Span; from: number; to: number }

/**
 * Stretches between quotation marks in one block, which `first` opens and which ends at offset `end`. Outermost only. One that runs to the end of its paragraph is closed there,
 * as when a quotation goes on in the next, which then opens with the mark again. Signs of quotation are among `stops`, of which `next` is the first in the block; `to` is the token behind the block.
 * They are added to `quoted`.
 */
export function readQuoted(r: Reading, stops: Int32Array, next: number, first: number, to: number, end: number, quoted: Refillable<Quoted>): void {
  let open: { at: number; token: number; sign: string; depth: number } | null = null
  for (let stop = next; stops[stop]! < to; stop += 1) {
    const token = stops[stop]!
    if (!r.is(token, NameWord.quote)) continue
    const at = r.start(token)
    const mark = r.word(token)
    if (open) {
      if (mark === PAIRS.get(open.sign) && closes(r.text, at, mark, end)) {
        open.depth -= 1
        if (open.depth === 0) {
          quoted.push({ span: { start: open.at, end: at + 1 }, from: open.token, to: token + 1 })
          open = null
        }
      } else if (mark === open.sign && mark !== '"' && mark !== '‘') open.depth += 1
    } else if (opens(r, token, mark, first)) open = { at, token, sign: mark, depth: 1 }
  }
  if (open && open.sign !== '‘' && open.sign !== '"' && open.depth === 1) quoted.push({ span: { start: open.at, end }, from: open.token, to })
}

function opens(r: Reading, token: number, sign: string, first: number): boolean {
  if (!PAIRS.has(sign) || !r.isGlued(token + 1)) return false
  if (sign !== '"' && sign !== '‘') return true
  return token === first || OPENS_AFTER.test(r.text[r.start(token) - 1]!)
}

/** Whether a mark at `at` closes. ’ inside a word or after a plural is an apostrophe. */
function closes(text: string, at: number, sign: string, blockEnd: number): boolean {
  if (sign === '’') return !/\p{L}/u.test(at + 1 < blockEnd ? text[at + 1]! : ' ')
  if (sign === '"') {
    const next = at + 1 < blockEnd ? text[at + 1]! : ' '
    // A number right behind it is a note's mark.
    return !/[\p{L}\d]/u.test(next) || (/\d/.test(next) && /[\p{L}.,!?…)]/u.test(text[at - 1]!))
  }
  return true
}
