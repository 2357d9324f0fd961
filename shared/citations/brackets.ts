import type { Document, Span } from '../document/document.ts'
import { classify, type Tokens } from '../segment/tokens.ts'

/** A pair of brackets in running text in which a source may stand, with its sign. `inside` lies between the brackets. */
export interface Bracket { span: Span; inside: string; open: '(' | '['; block: number; signs: number }

const OPEN = 1
const CLOSE = 2
/** What a source in brackets holds: a year, a word such as "p." or "ch.", or "op. cit." and its like. */
export const SIGN = { year: 4, place: 8, repeat: 16 } as const

const PLACE_WORDS = new Set(['p', 'pp', 'page', 'pages', 'vol', 'vols', 'ch', 'chap', 'chapter', '§', 'para', 'paras', 'fol', 'sec', 'art'])
const REPEAT_WORDS = new Set(['ibid', 'ibidem', 'idem', 'cit', 'supra', 'passim'])
const YEAR_WORDS = new Set(['forthcoming', 'press', 'd'])
const bitsOf = (word: string): number =>
  word === '(' || word === '[' ? OPEN : word === ')' || word === ']' ? CLOSE : /^(?:1[4-9]|20)\d\d$/.test(word) || YEAR_WORDS.has(word) ? SIGN.year : PLACE_WORDS.has(word) ? SIGN.place : REPEAT_WORDS.has(word) ? SIGN.repeat : 0

/** Longer brackets hold prose. */
const LONGEST = 400
/** Brackets in brackets in brackets hold no source. */
const DEEPEST = 4

/** The brackets of running text that hold the sign of a source, in order of their ends. One walk over the tokens. */
export function bracketsWithSigns(document: Document, running: Uint8Array, tokens: Tokens): Bracket[] {
  const { text, blocks } = document
  const bits = classify(tokens, bitsOf)
  const found: Bracket[] = []
  const stack: { at: number, sign: string, signs: number }[] = []
  let block = 0
  for (let token = 0; token < tokens.count; token += 1) {
    const bit = bits[tokens.word[token]!]!
    if (bit === 0) continue
    const at = tokens.start[token]!
    if (bit === OPEN) {
      if (stack.length === DEEPEST) stack.shift()
      stack.push({ at, sign: text[at]!, signs: 0 })
    } else if (bit === CLOSE) {
      const opened = stack.pop()
      if (!opened) continue
      if (stack.length > 0) stack.at(-1)!.signs |= opened.signs
      if (opened.signs === 0 || (opened.sign === '(') !== (text[at] === ')') || at - opened.at > LONGEST) continue
      while (block < blocks.length && blocks[block]!.span.end <= opened.at) block += 1
      while (block > 0 && blocks[block - 1]!.span.end > opened.at) block -= 1
      const here = blocks[block]
      if (!here || running[block] === 0 || opened.at < here.span.start || at >= here.span.end) continue
      found.push({ span: { start: opened.at, end: at + 1 }, inside: text.slice(opened.at + 1, at), open: opened.sign as '(' | '[', block, signs: opened.signs })
    } else if (stack.length > 0) stack.at(-1)!.signs |= bit
  }
  return found
}
