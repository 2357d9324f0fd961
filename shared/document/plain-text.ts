import { opensWithArrow, setArrowNotesApart } from './arrow-notes.ts'
import { linkBareAddresses } from './bare-links.ts'
import { setLibraryNoticesAside, titleInNotice } from './book-furniture.ts'
import { withoutContents } from './contents.ts'
import type { Block, BlockKind, Document } from './document.ts'
import { isContentsHeading, isFurniture } from './furniture.ts'
import { setIndentedQuotesApart } from './indented-quotes.ts'
import { setNotesApart } from './note-blocks.ts'
import { isNotesHeading } from './notes-heading.ts'
import { CIRCLED, readNoteOpening } from './note-opening.ts'
import { languageOf } from './language.ts'
import { normaliseText } from './normalise.ts'
import { setPullQuotesAside } from './pull-quotes.ts'

export { languageOf } from './language.ts'

/** A line wider than this was not wrapped by hand, so each line of its group is a paragraph. Chinese, Japanese and Korean signs count twice. */
const WIDEST_WRAPPED_LINE = 120
/** A heading is a line a reader takes in at a glance. */
const LONGEST_HEADING = 100
const MOST_HEADING_WORDS = 14

const WIDE_SIGN = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]/g
const BULLET = /^\s*[-*•‣▪–]\s+\S/
const NUMBERED = /^\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]|[a-z][.)]|\(\d{1,2}\))\s+\S/
const SYMBOL = /^[*†‡§‖¶]{1,3}\s?\S/
/** Lines of reStructuredText that show nothing: comments with a licence, targets, directives without words of their own; what it says of the document as a whole. */
const UNSEEN_MARKUP = /^(?:\.\.\s+(?:SPDX-|_[^\n]{1,80}:$|(?:include|toctree|contents|highlight|currentmodule|default-domain|sectnum|meta|index|raw)::|\|[^|\n]{1,60}\|\s)|:(?:Author|Authors|Date|Version|Copyright|Status|Organization|Contact|Address|Revision|License|Maintainer|Title)s?:\s)/
const UNDERLINE = /^([=*~^"#-])\1{2,}$/
const QUOTE_SIGN = '>'
const CAPTION = /^\s*(?:\[?(?:illustration|photo(?:graph)?|image|credit)\b\s*:|(?:figure|fig\.|table|chart|map|plate|exhibit)\s+\d+\s*[.:]|[图表]\s*\d+\s*[.:：])/i
const FINAL_PUNCTUATION = /[.!?;:,…。！？；：，、][”"’')\]]*$/
const OPENS_A_HEADING = /^[“"‘'«(]?[\p{Lu}\p{Lo}\p{Lt}\d]/u
const ENDS_WITH_MARK = new RegExp(`(?:[}\\]⁰¹²³⁴-⁹*†‡${CIRCLED}]_?|\\^[({]?\\d{1,3}[)}]?|[.!?…”"’]\\d{1,3}\\)?|[.!?。！？][)）】>/])$`)
const BYLINE_OR_DATE = /^(?:by\s+\p{Lu}.*|(?:\p{L}+\.? )?\d{1,2}(?:st|nd|rd|th)?[ ,]+(?:\p{L}+\.?[ ,]+)?\d{4}|\p{L}+ \d{4})$/iu

interface Line { start: number; end: number }

/** The lines of a group with nothing but blank lines around it; white space at either end of a line is not part of it. */
function groupsOf(text: string): Line[][] {
  const groups: Line[][] = []
  let group: Line[] = []
  for (let at = 0; at <= text.length;) {
    const newline = text.indexOf('\n', at)
    const lineEnd = newline < 0 ? text.length : newline
    let [start, end] = [at, lineEnd]
    while (start < end && isSpace(text.charCodeAt(start))) start++
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    if (start < end && !(group.length === 0 && isRule(text, start, end))) group.push({ start, end })
    else if (group.length > 0) {
      groups.push(group)
      group = []
    }
    at = lineEnd + 1
  }
  if (group.length > 0) groups.push(group)
  return groups
}

/** A line drawn across the page, with the notes at its foot right below. */
const isRule = (text: string, start: number, end: number): boolean => text[start] === text[start + 1] && end - start >= SHORTEST_RULE && end - start < WIDEST_WRAPPED_LINE && /^([-_—–*=.])\1+$/.test(text.slice(start, end))
const SHORTEST_RULE = 2

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b)

/** Whether a line is wider than anybody wraps by hand. A short line cannot be, whatever its signs. */
const isUnwrapped = (line: string): boolean => line.length > WIDEST_WRAPPED_LINE
  || (line.length > WIDEST_WRAPPED_LINE / 2 && line.length + (line.match(WIDE_SIGN)?.length ?? 0) > WIDEST_WRAPPED_LINE)

/** Splits a group of lines into blocks: every line of unwrapped text, otherwise list items and notes that follow each other without blank lines. Below a heading such as "Notes" (`underNotes`) bare numbers open notes. */
function splitGroup(text: string, group: readonly Line[], underNotes: boolean): Line[][] {
  if (group.length === 1) return [[...group]]
  const words = group.map((line) => text.slice(line.start, line.end))
  // A line drawn below a heading may be of any width.
  if (words.some((line, index) => isUnwrapped(line) && !(index === 1 && group.length === 2 && UNDERLINE.test(line)))) return group.map((line) => [line])
  const first = readNoteOpening(words[0]!)
  const opensItem = (line: string): boolean => BULLET.test(line)
    || (NUMBERED.test(words[0]!) && NUMBERED.test(line))
    || (first !== null && (first.shape === 'bare' ? underNotes && readNoteOpening(line)?.shape === 'bare' : opensNoteLike(line)))
    || (SYMBOL.test(words[0]!) && SYMBOL.test(line)) || (opensWithArrow(words[0]!) && opensWithArrow(line))
  const parts: Line[][] = []
  group.forEach((line, index) => {
    if (index === 0 || opensItem(words[index]!)) parts.push([line])
    else parts.at(-1)!.push(line)
  })
  return parts
}

const opensNoteLine = (line: string): boolean => readNoteOpening(line) !== null || SYMBOL.test(line) || opensWithArrow(line)
const opensNoteLike = (line: string): boolean => {
  const opening = readNoteOpening(line)
  return opening !== null && opening.shape !== 'bare'
}

const isInCapitals = (line: string): boolean => line === line.toUpperCase() && line !== line.toLowerCase() && /^[^,;:]*\.?$/.test(line)

/** Whether a line that stands alone between blank lines is a heading by its shape: short, no final punctuation, opened as a title is. */
function looksLikeHeading(line: string): boolean {
  if (line.length > LONGEST_HEADING || line.split(/\s+/).length > MOST_HEADING_WORDS || !/\p{L}/u.test(line)) return false
  if (isNotesHeading(line)) return true
  if (FINAL_PUNCTUATION.test(line) && !isInCapitals(line)) return false
  return OPENS_A_HEADING.test(line) && !BYLINE_OR_DATE.test(line) && !ENDS_WITH_MARK.test(line) && !/[|\t]/.test(line)
}

function kindOf(text: string, part: readonly Line[], standsAlone: boolean): { kind: BlockKind; level?: number; lines?: number; words?: string } {
  const first = text.slice(part[0]!.start, part[0]!.end)
  const whole = text.slice(part[0]!.start, part.at(-1)!.end)
  if (isFurniture(whole) || isContentsHeading(whole) || UNSEEN_MARKUP.test(first) || ANCHOR.test(whole)) return { kind: 'furniture' }
  const marked = standsAlone && part.length === 1 && first.length <= LONGEST_HEADING ? MARKED_HEADING.exec(first) : null
  if (marked && (!FINAL_PUNCTUATION.test(first) || /[?!]\W*$/.test(first))) return { kind: 'heading', level: marked[1]!.length, words: marked[2]! }
  const underline = part.length === 2 ? UNDERLINE.exec(text.slice(part[1]!.start, part[1]!.end)) : null
  if (underline && first.length <= LONGEST_HEADING) return { kind: 'heading', level: /[=*#]/.test(underline[1]!) ? 1 : 2, lines: 1 }
  if (CAPTION.test(first)) return { kind: 'caption' }
  if (part.every((line) => text[line.start] === QUOTE_SIGN)) return { kind: 'quote' }
  if (standsAlone && part.length === 1 && !BULLET.test(first) && first[0] !== QUOTE_SIGN && looksLikeHeading(first)) return { kind: 'heading', level: 2 }
  return { kind: BULLET.test(first) || NUMBERED.test(first) ? 'list-item' : 'paragraph' }
}

/** A heading that a sign or a line of its own width below it tells, and text right below; the name of a place in the text above it. */
function withHeadingsApart(text: string, group: Line[]): Line[][] {
  const [heading, drawn] = group as [Line, Line | undefined]
  const width = heading.end - heading.start
  if (MARKED_HEADING.test(text.slice(heading.start, heading.end)) && drawn !== undefined && !MARKED_HEADING.test(text.slice(drawn.start, drawn.end))) return [group.slice(0, 1), group.slice(1)]
  if (ANCHOR.test(text.slice(heading.start, heading.end)) && drawn !== undefined) return [group.slice(0, 1), ...withHeadingsApart(text, group.slice(1))]
  const isHeading = drawn !== undefined && group.length > 2 && width <= LONGEST_HEADING && Math.abs(drawn.end - drawn.start - width) <= UNDERLINE_SLACK && !COLUMNS.test(text.slice(heading.start, heading.end)) && UNDERLINE.test(text.slice(drawn.start, drawn.end))
  return isHeading ? [group.slice(0, 2), group.slice(2)] : [group]
}
const UNDERLINE_SLACK = 3
/** `## Costs`, `== Costs`, `== Costs ==`: how Markdown, AsciiDoc and wikis mark a heading that is pasted as text. */
const MARKED_HEADING = /^(#{1,6}|={1,6})\s+([^\s#=][^\n]*?[\p{L}\p{N})”"'’?!])(?:\s*\1)?$/u
/** `[[costs]]`, `[#costs]`, `[.lead]`: what AsciiDoc says of the block below. */
const ANCHOR = /^\[(?:\[[\w:.-]{1,60}(?:,[^\]]{1,80})?\]|[#.%][\w#.%-]{1,60})\]$/
const COLUMNS = /\S(?: {2,}|[ ]?[|\t])\s*\S/

/** The blocks of plain text, by blank lines and general shape. `text` is normalised. */
export function blocksOfPlainText(text: string): Block[] {
  const blocks: Block[] = []
  let underNotes = false
  for (const group of groupsOf(text).flatMap((lines) => withHeadingsApart(text, lines))) {
    const opening = text.slice(group[0]!.start, group[0]!.end)
    const opensNotes = isNotesHeading(MARKED_HEADING.exec(opening)?.[2] ?? opening)
    const hasOwnHeading = opensNotes && group.length > 1 && opensNoteLine(text.slice(group[1]!.start, group[1]!.end))
    underNotes = opensNotes || (underNotes && (group.length > 1 || !looksLikeHeading(opening)))
    const parts = hasOwnHeading ? [[group[0]!], ...splitGroup(text, group.slice(1), true)] : splitGroup(text, group, underNotes)
    for (const part of parts) {
      const { kind, level, lines, words } = kindOf(text, part, parts.length === 1 || (hasOwnHeading && part === parts[0]))
      const start = part[0]!.start + (words === undefined ? 0 : text.slice(part[0]!.start, part[0]!.end).indexOf(words))
      const span = { start, end: words === undefined ? part[(lines ?? part.length) - 1]!.end : start + words.length }
      if (!/[\p{L}\p{N}]/u.test(text.slice(span.start, Math.min(span.end, span.start + 200)))) continue
      blocks.push(level === undefined ? { kind, span } : { kind, span, level })
    }
  }
  return setIndentedQuotesApart(text, setNotesApart(text, withoutContents(text, withoutStrayHeadings(text, blocks))))
}

/** A heading introduces text: the last line is none, and numbered lines that follow each other are a list. */
function withoutStrayHeadings(text: string, blocks: Block[]): Block[] {
  const isNumbered = (block: Block | undefined): boolean => block !== undefined && NUMBERED.test(text.slice(block.span.start, block.span.start + 20))
  return blocks.map((block, index): Block => {
    if (block.kind !== 'heading') return block
    const inList = isNumbered(block) && (isNumbered(blocks[index - 1]) || isNumbered(blocks[index + 1]))
    const isUnderlined = /^[ \t]*\n[=*~^"#-]{3}/.test(text.slice(block.span.end, block.span.end + 12))
    if (isUnderlined) return block
    if (inList) return { kind: 'list-item', span: block.span }
    return index === blocks.length - 1 ? { kind: 'paragraph', span: block.span } : block
  })
}

const PART = /^\W*(?:(?:\d+|[IVX]+)[.:]?\s+)?(?:introduction|preface|foreword|prologue|abstract|(?:executive )?summary|overview|background|key (?:points|findings|takeaways)|tl;?dr|conclusions?|epilogue|afterword|(?:closing|concluding) (?:remarks|thoughts)|acknowledge?ments?)\W*$/i
/** Whether a heading names a part that any text may open or close with, and no text in particular. */
export const namesAPart = (heading: string): boolean => PART.test(heading)

/** The title: the first heading, when nothing but furniture, by-lines and dates stands before it. It gets the kind `title`. */
export function chooseTitle(text: string, blocks: readonly Block[], otherwise: string): { title: string; blocks: Block[] } {
  const first = blocks.findIndex((block) => block.kind !== 'furniture' && !(block.kind === 'paragraph' && BYLINE_OR_DATE.test(text.slice(block.span.start, block.span.end))))
  const block = blocks[first]
  const title = block?.kind === 'heading' ? text.slice(block.span.start, block.span.end).replace(/\s+/g, ' ') : ''
  if (title === '' || namesAPart(title)) return { title: otherwise, blocks: [...blocks] }
  return { title, blocks: blocks.map((each, index) => index === first ? { ...each, kind: 'title', level: 1 } : each) }
}

/** A document from plain text. `otherwise` is its title when the text has none of its own. */
export function readPlainText(raw: string, otherwise: string): Document {
  const text = normaliseText(raw)
  const apart = setPullQuotesAside(text, setLibraryNoticesAside(text, blocksOfPlainText(text)))
  const { title, blocks: titled } = chooseTitle(text, apart.blocks, titleInNotice(text) ?? otherwise)
  const { blocks, marks } = setArrowNotesApart(text, titled)
  const language = languageOf(text)
  return { title, text, blocks, marks: linkBareAddresses(text, marks), ...(language ? { language } : {}), warnings: apart.warnings }
}
