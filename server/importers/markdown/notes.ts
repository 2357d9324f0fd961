import type { Env, MarkdownIt, StateBlock, StateCore, StateInline } from 'markdown-it'

/** `[^label]: ` at the start of a line. */
const DEFINITION = /\[\^([^\]\s]{1,60})\]:/y
const REFERENCE = /\[\^([^\]\s]{1,60})\]/y
/** The text of a note goes on in lines indented by this many columns (Pandoc, PHP Markdown Extra, GitHub). */
const BODY_INDENT = 4
const [OPEN, CLOSE, CARET, BACKSLASH] = ['[', ']', '^', '\\'].map((sign) => sign.charCodeAt(0))

/** The labels that a text defines. They are known before any of its words are read. */
const labelsOf = (env: Env): Set<string> => (env.notes ??= new Set<string>()) as Set<string>
const keyOf = (label: string): string => label.toLowerCase()

/** The first group of a sticky pattern that fits at a place, or null. */
export function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[1] ?? null
}

/** `[^1]: A note.` and the indented blocks below it. */
function readDefinition(state: StateBlock, startLine: number, endLine: number, isTest: boolean): boolean {
  const start = state.bMarks[startLine]! + state.tShift[startLine]!
  const label = state.src.charCodeAt(start) === OPEN ? matchAt(DEFINITION, state.src, start) : null
  if (label === null) return false
  if (isTest) return true
  const repeats = labelsOf(state.env).has(keyOf(label)) ? `-again-${startLine}` : ''
  labelsOf(state.env).add(keyOf(label))
  const open = state.push('note_open', 'div', 1)
  open.attrs = [['role', 'doc-footnote'], ['id', `note-${keyOf(label)}${repeats}`], ['data-label', label]]
  open.block = true
  const { parentType, blkIndent } = state
  const kept = [state.bMarks[startLine]!, state.tShift[startLine]!, state.sCount[startLine]!] as const
  const body = start + label.length + 4
  const shift = state.skipSpaces(body) - body
  state.bMarks[startLine] = body
  state.tShift[startLine] = shift
  state.sCount[startLine] = blkIndent + BODY_INDENT
  state.blkIndent += BODY_INDENT
  state.parentType = 'footnote'
  state.md.block.tokenize(state, startLine, endLine)
  state.blkIndent = blkIndent
  state.parentType = parentType
  ;[state.bMarks[startLine], state.tShift[startLine], state.sCount[startLine]] = kept
  state.push('note_close', 'div', -1).block = true
  return true
}

/** `[^1]` in running text, where the text defines it; others stay as they are written and are told of as marks without a note. */
function readReference(state: StateInline, isTest: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== OPEN || state.src.charCodeAt(state.pos + 1) !== CARET) return false
  const label = matchAt(REFERENCE, state.src, state.pos)
  if (label === null || !labelsOf(state.env).has(keyOf(label))) return false
  if (!isTest) {
    state.push('sup_open', 'sup', 1)
    state.push('note_mark_open', 'a', 1).attrs = [['role', 'doc-noteref'], ['href', `#note-${keyOf(label)}`]]
    state.push('text', '', 0).content = label
    state.push('note_mark_close', 'a', -1)
    state.push('sup_close', 'sup', -1)
  }
  state.pos += label.length + 3
  return true
}

/** The Markdown of a stretch between two brackets; the state stands where it stood. */
function readWithin(state: StateInline, from: number, to: number): void {
  const { pos, posMax } = state
  state.pos = from
  state.posMax = to
  state.md.inline.tokenize(state)
  state.pos = pos
  state.posMax = posMax
}

/** `^[1]^`: brackets around a number hold no note. */
const LABEL_ONLY = /^\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*$/
/** `^[A note in the middle of its sentence.]` (Pandoc), `[^A note in the middle of its sentence.]` (MultiMarkdown: a label has no spaces). */
function readInlineNote(state: StateInline, isTest: boolean): boolean {
  const [first, second] = [state.src.charCodeAt(state.pos), state.src.charCodeAt(state.pos + 1)]
  if (!(first === CARET && second === OPEN) && !(first === OPEN && second === CARET)) return false
  const end = closingBracket(state.src, state.pos + 2, state.posMax)
  if (end < 0 || LABEL_ONLY.test(state.src.slice(state.pos + 2, end)) || (first === OPEN && !/\S\s+\S/.test(state.src.slice(state.pos + 2, end)))) return false
  if (!isTest) {
    state.push('inline_note_open', 'd-footnote', 1)
    readWithin(state, state.pos + 2, end)
    state.push('inline_note_close', 'd-footnote', -1)
  }
  state.pos = end + 1
  return true
}

/** Classes of notes in the margin (Quarto). */
const IN_MARGIN = /(?:^|[\s.])(?:aside|column-margin|sidenote|marginnote|margin-note|footnote)(?=[\s}]|$)/
const ATTRIBUTES = /(\{[.#][^{}\n]{0,200}\})/y

/** `[A note.]{.aside}`: words with a class (Pandoc, Quarto). A class of notes makes them a note, any other is nothing to read. */
function readSpan(state: StateInline, isTest: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== OPEN) return false
  const end = closingBracket(state.src, state.pos + 1, state.posMax)
  const attributes = end < 0 ? null : matchAt(ATTRIBUTES, state.src, end + 1)
  if (attributes === null) return false
  if (!isTest) {
    const isNote = IN_MARGIN.test(attributes.slice(1))
    if (isNote) state.push('inline_note_open', 'd-footnote', 1)
    readWithin(state, state.pos + 1, end)
    if (isNote) state.push('inline_note_close', 'd-footnote', -1)
  }
  state.pos = end + 1 + attributes.length
  return true
}

const RAISED = /(\^(?:(\d{1,3}|[*†‡])\^|\\?(\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*)\\?\]\^?))/y

/** `^1^`, `^[1]^`, a raised number (Pandoc). */
function readRaised(state: StateInline, isTest: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== CARET) return false
  const written = matchAt(RAISED, state.src, state.pos)
  if (written === null) return false
  if (!isTest) {
    state.push('sup_open', 'sup', 1)
    state.push('text', '', 0).content = written.replace(/[\^\\]/g, '')
    state.push('sup_close', 'sup', -1)
  }
  state.pos += written.length
  return true
}

/** A note in its sentence is no longer than this; what seems longer is a bracket that nobody closed. */
const LONGEST_INLINE_NOTE = 5000

/** Where the bracket closes that was opened before `from`; -1 when nowhere. */
function closingBracket(text: string, from: number, max: number): number {
  let depth = 1
  for (let at = from; at < Math.min(max, from + LONGEST_INLINE_NOTE); at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === OPEN) depth++
    else if (code === CLOSE && --depth === 0) return at
  }
  return -1
}

/** `[1] A book.` at the start of a line opens a note; the line above is not its own. */
const OPENS_NOTE = /^\s*\[\^?\d{1,3}\][.:]?\s+\S/

/** Keeps the line breaks before lines that open notes, which Markdown else reads as spaces. */
function keepNoteLines(state: StateCore): void {
  for (const { children } of state.tokens) {
    children?.forEach((token, index) => {
      if (token.type === 'softbreak' && children[index + 1]?.type === 'text' && OPENS_NOTE.test(children.slice(index + 1, index + 4).map(({ content }) => content).join(''))) token.type = 'hardbreak'
    })
  }
}

/** Footnotes for markdown-it, written as the markup that the reader of pages knows notes by. Nothing is numbered anew or moved. */
export function withNotes(md: MarkdownIt): void {
  md.block.ruler.before('reference', 'note_definition', readDefinition, { alt: ['paragraph', 'reference'] })
  md.inline.ruler.before('link', 'note_reference', readReference)
  md.inline.ruler.before('link', 'inline_note', readInlineNote)
  md.inline.ruler.before('link', 'span', readSpan)
  md.inline.ruler.before('link', 'raised', readRaised)
  md.core.ruler.push('note_lines', keepNoteLines)
}
