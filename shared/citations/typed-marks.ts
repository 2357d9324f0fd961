import type { Document } from '../document/document.ts'
import { CIRCLED, CLOSES, KEY, LETTERS, plainDigits, SHAPE_OF, WORDED } from '../document/note-opening.ts'
import { classify, type Tokens } from '../segment/tokens.ts'
import { membersOf, type Mark } from './mark.ts'
import { raisedStanding, SURROUNDINGS } from './raised.ts'

const BRACKET = new RegExp(`([{[(（［〔【])\\s?(\\^?[^\\s{}[\\]()（）［］〔〕【】]{1,60}|${WORDED}|\\d{1,4}(?:\\s?[,;–-]\\s?\\d{1,4}){1,20})\\s?([}\\])）］〕】])`, 'iy')
/** `[3, p. 12]`, `[3: 12]`, `[3, ch. 4]`: the number of a source and where in it. */
const WITH_PLACE = /([[［〔【])(\d{1,3})\s?(?:[,;:]\s?(?=\p{L})|:\s?)((?:pp?|S|chs?|chap|chapter|secs?|section|§|figs?|figure|table|vol|n|para|art|app|appendix|lemma|theorem|thm|prop|eq)?\.?\s?[\dIVXLCivxlc][\d.IVXLCivxlc]*(?:\s?[–-]\s?\d+)?(?:,\s?\d+(?:[–-]\d+)?)*f{0,2})([\]］〕】])/uy
/** `[RFC2119]`, `[Smi19, p. 3]`. */
const KEYED = new RegExp(`\\[(${KEY})(?:[,;:]\\s([^\\]\\n[]{1,40}))?\\]`, 'y')
/** Pages that stand behind a mark, "[3]:12", "[3]: 12 " set small: they belong to it. */
const PAGES_BEHIND = /:[\u2009\u200a\u202f\u00a0]?(\d{1,4}(?:[–-]\d{1,4})?(?:[,\u2009\u200a\u202f\u00a0]{1,2}\d{1,4}(?:[–-]\d{1,4})?)*)(?![\d.,]*\d)(?![\p{L}:])/uy
/** `[3]: 12 It fell`: with a space, only where a sentence or nothing follows. */
const PAGES_APART = /:\s(\d{1,4}(?:[–-]\d{1,4})?(?:,\s?\d{1,4}(?:[–-]\d{1,4})?){0,9})(?=\s+[\p{Lu}“"]|\s*$|[.;)])(?!\.\d)/uy
/** `³`, and lists of them: `³⁻⁵`, `²,⁴`. */
const RAISED = /[⁰¹²³⁴-⁹]{1,4}(?:[⁻–,][⁰¹²³⁴-⁹]{1,4}){0,20}/y
/** `^3`, `^(3)`, `^{3}`: raised by hand. */
const RAISED_BY_SIGN = /\^(?:(\d{1,3})\^?|\((\d{1,3})\)|\{(\d{1,3})\})(?![\d\p{L}^])/uy
const SYMBOLS = /[*†‡§‖¶]{1,3}/y
const LABELS = new RegExp(`^(?:(?:(?:\\^|fn:).+|#\\D.*)|${WORDED}|${LETTERS}|[*†‡§]{1,3}|\\d{1,4}(?:\\s?[,;–-]\\s?\\d{1,4})+)$`, 'i')

/** A mark that lost its bracket on the right, "fell.[4 It", or on the left, "fell.4] It". */
const UNCLOSED = /([{[［〔【])(\d{1,3})(?=[\s.,;:])/y
const UNOPENED = /([^\s\d([{])(\d{1,3})$/
/** `fell.1)`, `Fall1)`: behind a word or its stop. */
const HALF_BRACKET = /(?:\p{L}{2}|[.,;:!?”"’»])(\d{1,3})$/u

const OPENS = 1
const RAISES = 2
const SYMBOL = 4
const CLOSING = 8
const HALF = 16
const CIRCLE = 32
const CIRCLE_SIGN = new RegExp(`^[${CIRCLED}]$`)
const bitsOf = (word: string): number => (word.length > 1 ? 0 : OPENING_SIGNS.has(word) ? OPENS : /[⁰¹²³⁴-⁹^]/.test(word) ? RAISES : /[*†‡§‖¶]/.test(word) ? SYMBOL : word === ']' || word === '}' ? CLOSING : word === ')' ? HALF : CIRCLE_SIGN.test(word) ? CIRCLE : 0)
const OPENING_SIGNS = new Set(Object.keys(CLOSES))

/** How the notes of a document are written: their labels and shapes, and whether any opens with `1)`. */
export interface Written { labels: ReadonlySet<string>; shapes: ReadonlySet<string>; hasHalfBrackets: boolean }

/** Everything in running text that is written as a note mark may be; whether it is one, its fellows and the definitions decide. In text order. */
export function typedMarks(document: Document, running: Uint8Array, tokens: Tokens, { labels, shapes, hasHalfBrackets }: Written): Mark[] {
  const { text, blocks } = document
  const bits = classify(tokens, bitsOf)
  const wanted = OPENS | RAISES | CLOSING | ([...labels].some((label) => /^[*†‡§‖¶]/.test(label)) ? SYMBOL : 0) | (hasHalfBrackets ? HALF : 0) | (shapes.has('circled') || shapes.has('bare') ? CIRCLE : 0)
  const hasKeys = shapes.has('key')
  const found: Mark[] = []
  let block = 0
  let end = -1
  let emphasis = -1
  for (let token = 0; token < tokens.count; token += 1) {
    const bit = bits[tokens.word[token]!]! & wanted
    if (bit === 0) continue
    const at = tokens.start[token]!
    if (at < end) continue
    while (block < blocks.length && blocks[block]!.span.end <= at) block += 1
    if (block >= blocks.length || running[block] === 0 || at <= blocks[block]!.span.start) continue
    const { span } = blocks[block]!
    if (bit === OPENS) {
      WITH_PLACE.lastIndex = at
      const placed = WITH_PLACE.exec(text)
      if (placed && labels.has(placed[2]!) && at + placed[0].length <= span.end) {
        end = at + placed[0].length
        found.push({ label: placed[2]!, span: { start: at, end }, block, shape: 'square', printed: placed[0], isWellFormed: CLOSES[placed[1]!] === placed[4], pinpoint: placed[3]! })
        continue
      }
      KEYED.lastIndex = at
      const keyed = hasKeys ? KEYED.exec(text) : null
      if (keyed && labels.has(keyed[1]!) && at + keyed[0].length <= span.end) {
        end = at + keyed[0].length
        found.push({ label: keyed[1]!, span: { start: at, end }, block, shape: 'key', printed: keyed[0], isWellFormed: true, ...(keyed[2] ? { pinpoint: keyed[2] } : {}) })
        continue
      }
      BRACKET.lastIndex = at
      const match = BRACKET.exec(text)
      if (!match) {
        UNCLOSED.lastIndex = at
        const half = /[^\s([{]/.test(text[at - 1]!) ? UNCLOSED.exec(text) : null
        if (half && !isIndex(text, at, span.start)) found.push(halfMark(half[2]!, half[0], at, block, half[1]!))
        continue
      }
      if (at + match[0].length > span.end) continue
      const marks = bracketed(text, match, block, span)
      if (marks.length > 0) end = marks.at(-1)!.span.end
      if (marks.length > 0) end = withPagesBehind(text, marks.at(-1)!, end, span.end)
      for (const mark of marks) found.push(mark)
    } else if (bit === RAISES && text[at] === '^') {
      RAISED_BY_SIGN.lastIndex = at
      const match = RAISED_BY_SIGN.exec(text)
      // `$^1$`: raised as a formula.
      const isFormula = match !== null && text[at - 1] === '$' && text[at + match[0].length] === '$' && at - 1 > span.start
      const start = isFormula ? at - 1 : at
      const until = match ? at + match[0].length + (isFormula ? 1 : 0) : at
      const stands = match && (isFormula || !isInFormula(text, at, span)) ? raisedStanding(text, start, until, span) : 'no'
      if (!match || stands === 'no') continue
      end = until
      found.push({ label: match[1] ?? match[2] ?? match[3]!, span: { start, end }, block, shape: 'superscript', printed: text.slice(start, end), isWellFormed: true, ...(stands === 'doubtful' ? { isDoubtful: true } : {}) })
    } else if (bit === CIRCLE) {
      end = at + 1
      // "：①发展；②改革" counts the points of a sentence.
      if (!/[\s：:；;、（(]/.test(text[at - 1]!)) found.push({ label: plainDigits(text[at]!), span: { start: at, end }, block, shape: 'circled', printed: text[at]!, isWellFormed: true })
    } else if (bit === HALF) {
      const half = HALF_BRACKET.exec(text.slice(Math.max(span.start, at - SURROUNDINGS), at))
      if (half && /[\s.,;:!?)\]”"]|^$/.test(text[at + 1] ?? '')) found.push({ label: half[1]!, span: { start: at - half[1]!.length, end: at + 1 }, block, shape: 'round', printed: `${half[1]!})`, isWellFormed: true })
    } else if (bit === RAISES) {
      RAISED.lastIndex = at
      const printed = RAISED.exec(text)![0]
      end = at + printed.length
      const stands = raisedStanding(text, at, end, span)
      if (stands === 'no') continue
      const inside = printed.replace(/[⁰¹²³⁴-⁹]/g, plainDigits).replaceAll('⁻', '-')
      for (const member of membersOf(inside, inside, at)) found.push({ ...member, block, shape: 'superscript', printed, isWellFormed: true, ...(stands === 'doubtful' ? { isDoubtful: true } : {}) })
    } else if (bit === CLOSING) {
      const half = UNOPENED.exec(text.slice(Math.max(span.start, at - SURROUNDINGS), at))
      if (half && /[\s.,;:]|^$/.test(text[at + 1] ?? '')) found.push(halfMark(half[2]!, `${half[2]!}${text[at]!}`, at - half[2]!.length, block, text[at]!))
    } else {
      SYMBOLS.lastIndex = at
      const printed = SYMBOLS.exec(text)![0]
      end = at + printed.length
      if (!BEHIND.test(text[at - 1]!)) {
        // "dh_*", "patches/*": any name.
        if (!/[\s([{“"]/.test(text[at - 1]!)) continue
        emphasis = /\S/.test(text[end] ?? ' ') ? block : emphasis
      } else if (emphasis === block) emphasis = -1
      else if (/[\s.,;:!?)\]”"’]/.test(text[end] ?? ' ')) found.push({ label: printed, span: { start: at, end }, block, shape: 'symbol', printed, isWellFormed: true })
    }
  }
  return found
}

/** The end of a mark, and of the pages behind it ("[3]:12"), which are its pinpoint and no words of the sentence. */
function withPagesBehind(text: string, mark: Mark, end: number, until: number): number {
  if (text[end] !== ':') return end
  PAGES_BEHIND.lastIndex = end
  PAGES_APART.lastIndex = end
  const pages = PAGES_APART.exec(text) ?? PAGES_BEHIND.exec(text)
  if (!pages || end + pages[0].length > until) return end
  mark.pinpoint = pages[1]!
  mark.span = { start: mark.span.start, end: end + pages[0].length }
  return mark.span.end
}

/** A mark with one bracket. It counts only where it is the next of its series. */
const halfMark = (label: string, printed: string, start: number, block: number, bracket: string): Mark =>
  ({ label, span: { start, end: start + printed.length }, block, shape: SHAPE_OF[bracket]!, printed, isWellFormed: false, isDoubtful: true })

/** "a[1]", "x{2}": the index of an array, behind a small letter that stands alone. */
const isIndex = (text: string, at: number, from: number): boolean => at > from && /[a-z]/.test(text[at - 1]!) && (at - 1 === from || /[\s(=+*/,;]/.test(text[at - 2]!))

function bracketed(text: string, match: RegExpExecArray, block: number, { start: from, end: to }: { start: number, end: number }): Mark[] {
  const [, open, inside, close] = match as unknown as [string, string, string, string]
  if (!LABELS.test(inside)) return []
  const caret = /^(?:\^|fn:|#(?=\D))/.exec(inside)?.[0]
  const isCaret = caret !== undefined
  if (SHAPE_OF[open]! !== 'square' && isCaret) return []
  // "[[1]]": brackets around the brackets belong to the mark, and so does the sign of what was raised, "^[1]".
  const isDoubled = open === '[' && text[match.index - 1] === '[' && text[match.index + match[0].length] === ']' && match.index > from
  const isRaised = (open === '[' || open === '{') && text[match.index - 1] === '^' && (match.index - 1 > from || open === '{')
  const closing = match.index + match[0].length
  const isFormula = isRaised && text[match.index - 2] === '$' && text[closing] === '$' && match.index - 2 > from
  const start = match.index - (isFormula ? 2 : isDoubled || isRaised ? 1 : 0)
  const end = closing + (isDoubled || isFormula ? 1 : 0)
  const printed = text.slice(start, end)
  // "x_{1}", "$x^{2}$", "x ^ { 2 }" are of a formula, "^{1}Example University" opens its line.
  if (open === '{' && (start <= from || /_\s?$|\^\s$/.test(text.slice(Math.max(from, start - 2), start)) || (isRaised && raisedStanding(text, start, end, { start: from, end: to }) === 'no') || (!isFormula && isInFormula(text, match.index, { start: from, end: to })))) return []
  // "[w]hat", "[A]nd": a letter that an editor put in.
  if (/^[a-zA-Z]$/.test(inside) && /\p{L}/u.test(text[end] ?? '')) return []
  if (isIndex(text, start, from)) return []
  const shape = open === '{' && isRaised ? 'superscript' as const : SHAPE_OF[open]!
  if (shape === 'round' && !roundStands(text, start, end, from, to)) return []
  const isWellFormed = CLOSES[open] === close
  if (isCaret) return [{ label: inside.slice(caret.length), span: { start, end }, block, shape: 'caret', printed, isWellFormed }]
  const members = membersOf(printed, inside, start)
  if (members.length === 1) return [{ label: members[0]!.label, span: members[0]!.span, block, shape, printed, isWellFormed }]
  return members.map(({ label, span }): Mark => ({ label, span, block, shape, printed, isWellFormed, list: start }))
}

/** A formula in its line, `$x_1^2$`: its signs touch what is between them, so that sums of money are none. */
const FORMULA = /\$\$[^$]{1,300}\$\$|\$(?=\S)[^$\n]{1,300}?(?<=\S)\$(?!\d)/g
/** Whether a place is within a formula. */
function isInFormula(text: string, at: number, { start, end }: { start: number, end: number }): boolean {
  const from = Math.max(start, at - LONGEST_FORMULA)
  if (!text.slice(from, at).includes('$')) return false
  for (const { index, 0: formula } of text.slice(from, Math.min(end, at + LONGEST_FORMULA)).matchAll(FORMULA)) if (from + index < at && from + index + formula.length > at) return true
  return false
}
const LONGEST_FORMULA = 300

/** What a sign stands behind that marks a note. */
const BEHIND = /[\p{L}\p{N}.,;:!?)\]}”"’»…%*†‡]/u

/** Round brackets enumerate, date and explain; a mark in them stands at the end of a clause. */
function roundStands(text: string, start: number, end: number, from: number, to: number): boolean {
  const before = text.slice(Math.max(from, start - SURROUNDINGS), start).trimEnd()
  return /[.!?…”"’»)。！？]$/.test(before) || /^(?:\s*[.;:!?。！？；]|,|\s*$)/.test(text.slice(end, Math.min(to, end + SURROUNDINGS)))
}
