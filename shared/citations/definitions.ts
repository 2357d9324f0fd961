import type { Document, Span } from '../document/document.ts'
import { readNoteOpening, type NoteOpening, type NoteShape } from '../document/note-opening.ts'

/** A note's own text. `span` covers it without its opening (`{19) `); `text` is the same words in one line. `malformed` is the opening as printed when it is not like the others. */
export interface Definition {
  label: string
  span: Span
  text: string
  shape: NoteShape | 'format'
  malformed: string | null
  /** The opening as printed, for messages. */
  printed: string
  target?: string
}

/** More than the opening of a note, of any block. */
const OPENING_WINDOW = 80

/** The notes of a document, and the entries of its bibliography: blocks of kind `note` that have no number and continue no note. */
export interface Definitions { definitions: Definition[]; entries: Span[] }

/** What the format sets as a superscript at a note's start. */
const RAISED_LABEL = /^[[(]?([a-z]|\d{1,3})[\])]?[.:]?$/
/** A sign for a number: "* Source", "† Source". */
const SYMBOL_OPENING = /^\s*([*†‡§‖¶]{1,3})\s*(?=[\p{L}\p{N}“"‘'«《(])/u

/** The note definitions of a document in text order: those the format knew, and blocks of kind `note` with a typed opening; notes without one continue the one before. */
export function findDefinitions(document: Document): Definitions {
  const { text } = document
  const known = document.marks.filter(({ kind }) => kind === 'note-definition').sort((a, b) => a.span.start - b.span.start)
  const found: (Definition & { isWellFormed: boolean })[] = known.map((mark) => ({
    label: mark.label ?? mark.target ?? '', span: mark.span, text: '', shape: 'format', malformed: null, printed: mark.label ?? '', isWellFormed: true,
    ...(mark.target === undefined ? {} : { target: mark.target }),
  }))
  const raised = new Map(document.marks.flatMap(({ kind, span }) => {
    const label = kind === 'superscript' ? RAISED_LABEL.exec(text.slice(span.start, Math.min(span.end, span.start + OPENING_WINDOW)))?.[1] : undefined
    const behind = span.end - span.start + (/^[.):\]]?\s*/.exec(text.slice(span.end, span.end + OPENING_WINDOW))?.[0].length ?? 0)
    return label === undefined ? [] : [[span.start, { label, shape: 'superscript', printed: label, length: behind, isWellFormed: true } satisfies NoteOpening] as const]
  }))
  const entries: Span[] = []
  let current: (typeof found)[number] | undefined
  let lastNote = -2
  let knownAt = 0
  document.blocks.forEach((block, index) => {
    if (block.kind !== 'note') return
    while (knownAt < known.length && known[knownAt]!.span.end <= block.span.start) knownAt++
    if (knownAt < known.length && known[knownAt]!.span.start < block.span.end) {
      current = undefined
      return
    }
    const opening = isPointOfList(document, index) ? null : raised.get(block.span.start) ?? openingOf(text.slice(block.span.start, Math.min(block.span.end, block.span.start + OPENING_WINDOW)))
    const start = block.span.start + (opening?.length ?? 0)
    // A label with a block of its own: the note's words stand in the next.
    if (opening && start >= block.span.end) return
    // "a. One thing" below note 3 is a point of that note.
    const isPoint = opening?.shape === 'bare' && /[a-z]/.test(opening.label) && current !== undefined && lastNote === index - 1 && /\d/.test(current.label)
    if (opening && !isPoint) {
      const { label, shape, printed, isWellFormed } = opening
      current = { label, span: { start: Math.min(start, block.span.end), end: block.span.end }, text: '', shape, malformed: null, printed, isWellFormed }
      found.push(current)
    } else if (current && lastNote === index - 1) current.span = { start: current.span.start, end: block.span.end }
    else {
      entries.push(...entriesIn(text, block.span))
      return
    }
    lastNote = index
  })
  const usual = usualShapes(found)
  const definitions = found.sort((a, b) => a.span.start - b.span.start).map(({ isWellFormed, ...definition }) => ({
    ...definition,
    text: noteText(text.slice(definition.span.start, definition.span.end), definition.shape),
    malformed: definition.shape !== 'format' && (!isWellFormed || !usual.has(definition.shape)) ? definition.printed : null,
  }))
  return { definitions, entries }
}

/** Notes beside each other that open with one and the same sign are the points of a list. */
function isPointOfList({ text, blocks }: Document, index: number): boolean {
  const signOf = (block: Document['blocks'][number] | undefined): string | undefined => block?.kind === 'note' ? SYMBOL_OPENING.exec(text.slice(block.span.start, Math.min(block.span.end, block.span.start + OPENING_WINDOW)))?.[1] : undefined
  const sign = signOf(blocks[index])
  return sign !== undefined && (signOf(blocks[index - 1]) === sign || signOf(blocks[index + 1]) === sign)
}

function openingOf(words: string): NoteOpening | null {
  const symbol = SYMBOL_OPENING.exec(words)
  return symbol ? { label: symbol[1]!, shape: 'bare', printed: symbol[1]!, length: symbol[0].length, isWellFormed: true } : readNoteOpening(words)
}

/** A line that opens an entry: a family name or an institution, then a comma, a full stop or a bracket. */
const OPENS_ENTRY = /^\s{0,3}(?:[-*•]\s+)?(?:[\p{Lu}“"——_]|(?:van|von|de|der|la|le|al)\s\p{Lu})[^\n]{0,100}?(?:,|\.|\(|:)/u
const HAS_YEAR = /(?:1[4-9]|20)\d\d|n\. ?d\./
const LONGEST_ENTRY = 400
const CLOSES_ENTRY = /[.)\]”"/]\s*$|https?:\/\/\S+\s*$/

/** The entries of one block: text that was typed line by line has several in one. */
function entriesIn(text: string, span: Span): Span[] {
  const found: Span[] = []
  let start = span.start
  for (let at = text.indexOf('\n', start); at >= 0 && at < span.end; at = text.indexOf('\n', at + 1)) {
    if (!CLOSES_ENTRY.test(text.slice(Math.max(start, at - 200), at)) || !OPENS_ENTRY.test(text.slice(at + 1, Math.min(span.end, at + 160))) || !HAS_YEAR.test(text.slice(start, at)) || !HAS_YEAR.test(text.slice(at + 1, Math.min(span.end, at + LONGEST_ENTRY)))) continue
    found.push({ start, end: at })
    start = at + 1
  }
  found.push({ start, end: span.end })
  return found
}

/** The sign of a link back, as it is copied with the words of a note, or the brackets that stood around it or stand before the next note. */
const LINK_BACK = /\s*(?:[↩↵⤴]\uFE0E?|\(\s*\)|\[\s*\]|[[(])$/
/** Between two points of a note that is a list, where the first ends as a reference does: "Smith 2001, p. 3". */
const NEXT_POINT = /(?<=[\d)\]”"])[^\S\n]*\n[^\S\n]*\n\s*(?=[\p{Lu}“"])/gu
/** The note in one line, its points parted by semicolons; the bracket that closes `[Footnote 1: …]` is part of its opening. */
const noteText = (raw: string, shape: Definition['shape']): string => {
  const line = raw.replace(NEXT_POINT, '; ').replace(/\s+/g, ' ').trim().replace(LINK_BACK, '')
  return shape === 'word' && line.endsWith(']') ? line.slice(0, -1) : line
}

/** So many notes of one shape are a list of their own. */
const A_LIST = 3
/** The shape that most well-formed notes have, of two as common the one met first, and each that makes a list of its own. */
function usualShapes(definitions: readonly { shape: Definition['shape'], isWellFormed: boolean }[]): Set<Definition['shape']> {
  const counts = new Map<Definition['shape'], number>()
  for (const { shape, isWellFormed } of definitions) if (isWellFormed && shape !== 'format') counts.set(shape, (counts.get(shape) ?? 0) + 1)
  const byCount = [...counts].sort((a, b) => b[1] - a[1])
  return new Set(byCount.filter(([, count], place) => place === 0 || count >= A_LIST).map(([shape]) => shape))
}
