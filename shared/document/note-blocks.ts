import type { Block, Span } from './document.ts'
import { linesOfNotes, openingAt, partSharedBlocks } from './note-lines.ts'
import { labelKey, type NoteOpening, type NoteShape } from './note-opening.ts'
import { typedMarksIn } from './note-signs.ts'
import { isNotesHeading } from './notes-heading.ts'
import { setSymbolNotesApart } from './symbol-notes.ts'

export { isNotesHeading } from './notes-heading.ts'

/** Three openings in a row, counting up, are a list of notes even when no mark in the text answers them. */
const RUN_THAT_SPEAKS_FOR_ITSELF = 3
/** A list of round or bare numbers is a list of notes when at least this share of it is marked in the text. */
const MARKED_SHARE = 0.5
/** More than the opening of a note. */
const OPENING_WINDOW = 80
const RAISED_LABEL = /^[\s[({]*(\d{1,3}|[a-z])[\s\])}.]*$/
/** A continuation of a note is indented by at least this many signs. */
const CONTINUATION_INDENT = 2

interface Candidate { index: number; opening: NoteOpening; underHeading: boolean }

const MARKED_BY: Record<NoteShape, readonly NoteShape[]> = {
  curly: ['curly'], square: ['square', 'superscript'], round: ['round', 'superscript'], caret: ['caret'], superscript: ['superscript'], circled: ['circled', 'superscript'],
  bare: ['superscript', 'square', 'curly', 'round', 'circled'], word: ['square', 'superscript', 'round'], key: ['key'],
}

function isMarked(candidate: Candidate, marks: ReadonlyMap<string, number>, start: number): boolean {
  const { shape, label } = candidate.opening
  const keys = shape === 'word' || shape === 'bare' ? [label, `note ${label}`] : [labelKey(label)]
  return MARKED_BY[shape].some((by) => keys.some((key) => (marks.get(`${by}:${key}`) ?? Infinity) < start))
}

/** Whether the next opening can stand in one list with the one before: it counts on (gaps and repeats allowed), or neither is a number. */
function followsOn(before: NoteOpening, next: NoteOpening): boolean {
  const [from, to] = [Number(before.label), Number(next.label)]
  if (Number.isNaN(from) || Number.isNaN(to)) return before.shape === next.shape
  return to >= from && (before.shape === next.shape || !before.isWellFormed || !next.isWellFormed)
}

const isWeak = (run: readonly Candidate[]): boolean => run[0]!.opening.shape === 'round' || run[0]!.opening.shape === 'bare'

function isNoteList(run: readonly Candidate[], marks: ReadonlyMap<string, number>, blocks: readonly Block[]): boolean {
  const { shape, isWellFormed, printed } = run[0]!.opening
  if ((shape === 'caret' && isWellFormed) || (shape === 'word' && printed.startsWith('['))) return true
  const marked = run.filter((candidate) => isMarked(candidate, marks, blocks[candidate.index]!.span.start)).length
  if (isWeak(run)) return run.length > 1 && marked / run.length >= MARKED_SHARE
  // "[Applause] …" opens a passage of a transcript: outside a list of sources a name has a number in it.
  if (shape === 'key') return marked > 0 && run.every(({ opening }) => /\d/.test(opening.label))
  if (shape === 'caret') return marked > 0
  return marked > 0 || run.length >= RUN_THAT_SPEAKS_FOR_ITSELF
}

const indentOf = (text: string, block: Block): number => {
  let start = block.span.start
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--
  return block.span.start - start
}

/**
 * Gives the blocks that define notes the kind `note`: lists of numbered openings that the text's own marks answer, that count up, or that
 * stand below a heading such as "Notes" — at the end of the article, of a section, or after a paragraph. All other blocks stay as they are.
 * Round and bare numbers also number the points of an argument, so they are believed last; where the format's own links mark notes (`hasNoteLinks`), only below a heading.
 * `raised` are the signs that the format sets as superscripts, in text order: at the start of a block they open a note, elsewhere they mark one.
 */
export function setNotesApart(text: string, joined: readonly Block[], { hasNoteLinks = false, raised = [] }: { hasNoteLinks?: boolean, raised?: readonly Span[] } = {}): Block[] {
  const blocks = joined.flatMap((block) => linesOfNotes(text, block))
  const result = blocks.map((block) => ({ ...block }))
  const candidates: Candidate[] = []
  const raisedAt = new Map(raised.flatMap(({ start, end }) => {
    const label = RAISED_LABEL.exec(text.slice(start, Math.min(end, start + OPENING_WINDOW)))?.[1]
    return label === undefined ? [] : [[start, label]]
  }))
  let underHeading = false
  blocks.forEach((block, index) => {
    if (block.kind === 'heading' || block.kind === 'title') underHeading = isNotesHeading(text.slice(block.span.start, block.span.end))
    // A heading that was taken for furniture of the page, with notes below.
    else if (block.kind === 'furniture' && blocks[index + 1]?.kind === 'note' && isNotesHeading(text.slice(block.span.start, block.span.end))) underHeading = true
    if (block.kind !== 'paragraph' && block.kind !== 'list-item' && block.kind !== 'quote') return
    const opening = openingAt(text, block.span, raisedAt)
    // "0 is returned …": a number that a sentence opens with.
    const isWord = opening?.shape === 'bare' && /^\d+$/.test(opening.printed) && /\p{Ll}/u.test(text[block.span.start + opening.length] ?? '') && !underHeading
    // Small Roman numbers open the points of a list; notes only below their heading.
    const isPoint = opening?.shape === 'bare' && /^[a-z]{2}/.test(opening.label) && !underHeading
    // Points of an argument are quoted, too.
    if (opening && !isWord && !isPoint && (block.kind !== 'quote' || (opening.shape !== 'bare' && opening.shape !== 'round'))) candidates.push({ index, opening, underHeading })
  })
  const answering = new Set(candidates.flatMap(({ opening }) => MARKED_BY[opening.shape]))
  const marks = typedMarksIn(text, blocks, answering)
  const starts = new Set(blocks.map(({ span }) => span.start))
  for (const [start, label] of raisedAt) if (!starts.has(start) && !numbersVerse(text, start, label) && !marks.has(`superscript:${label}`)) marks.set(`superscript:${label}`, start)
  const runs = runsOf(candidates, text, blocks).filter((run) => run[0]!.underHeading || (!hasNoteLinks && isNoteList(run, marks, blocks)))
  const hasSigned = runs.some((run) => !isWeak(run))
  for (const run of runs) {
    if (isWeak(run) && !run[0]!.underHeading && hasSigned) continue
    run.forEach((candidate, position) => {
      result[candidate.index]!.kind = 'note'
      const next = run[position + 1]?.index ?? blocks.length
      for (let index = candidate.index + 1; index < next && continues(text, blocks, candidate, index) && (position < run.length - 1 || !standsApart(text, blocks, run, index)); index++) result[index]!.kind = 'note'
    })
  }
  const parted = partSharedBlocks(text, result, (opening, before) => isMarked({ index: 0, opening, underHeading: false }, marks, before), raisedAt)
  return setSymbolNotesApart(text, setBibliographyApart(text, parted))
}

/** Behind a space and right before a word, as verses are numbered: no mark. */
const numbersVerse = (text: string, start: number, label: string): boolean => /\s/.test(text[start - 1] ?? ' ') && /\p{L}/u.test(text[start + label.length] ?? ' ')

function continues(text: string, blocks: readonly Block[], candidate: Candidate, index: number): boolean {
  const block = blocks[index]!
  if (block.kind !== 'paragraph' && block.kind !== 'list-item' && block.kind !== 'quote') return false
  return candidate.underHeading || indentOf(text, block) >= indentOf(text, blocks[candidate.index]!) + CONTINUATION_INDENT
}

/** Whether a block behind the last note of a list is no part of it: the list's lines follow each other without a blank one, and here is one (a signature, a line on the author). */
function standsApart(text: string, blocks: readonly Block[], run: readonly Candidate[], index: number): boolean {
  const gapBefore = (at: number): string => text.slice(blocks[at - 1]!.span.end, blocks[at]!.span.start)
  if (run.length < RUN_THAT_SPEAKS_FOR_ITSELF || !BLANK_LINE.test(gapBefore(index)) || indentOf(text, blocks[index]!) >= CONTINUATION_INDENT) return false
  return run.slice(1).every((candidate, at) => candidate.index === run[at]!.index + 1 && !BLANK_LINE.test(gapBefore(candidate.index)))
}
const BLANK_LINE = /\n[ \t]*\n/

function runsOf(candidates: readonly Candidate[], text: string, blocks: readonly Block[]): Candidate[][] {
  const runs: Candidate[][] = []
  for (const candidate of candidates) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    let adjoins = last !== undefined && last.underHeading === candidate.underHeading && followsOn(last.opening, candidate.opening)
    for (let index = (last?.index ?? 0) + 1; adjoins && index < candidate.index; index++) adjoins = continues(text, blocks, last!, index)
    if (adjoins) run!.push(candidate)
    else runs.push([candidate])
  }
  return runs
}

/** How an entry of a bibliography opens: "Smith, Jane", a year in brackets behind the names, an address. */
const ENTRY = /^\s*(?:[-*•]\s+)?(?:(?:(?:van|von|de|der|al|la|le)\s)*\p{Lu}[\p{L}\p{M}'’-]+,\s\p{Lu}|[^.!?()\n]{2,120}\.?\s?\((?:(?:1[4-9]|20)\d\d|n\. ?d\.)|[^\n]{0,200}https?:\/\/)/u
const HAS_YEAR_OR_ADDRESS = /(?:1[4-9]|20)\d\d|n\. ?d\.|https?:\/\//
/** More than the opening of an entry, its year included. */
const ENTRY_WINDOW = 300
/** A section of which so much has the form of entries is a bibliography, wherever it stands. */
const ENTRIES_SHARE = 0.7
const FEWEST_ENTRIES = 3

/** "Sources" heads lists, and chapters that tell of them: paragraphs of several sentences that open as no entry does. */
const MAY_TELL = /source/i
const SENTENCES = /\p{Ll}[.?!][”"’')\]]*\s+\p{Lu}[^]*?\p{Ll}[.?!][”"’')\]]*\s+\p{Lu}/u
const SHORTEST_TELLING = 200
const PROSE_WINDOW = 1200

/** Below a heading such as "References" entries without numbers are a bibliography: no claims. In the second half of a text whatever stands there is; before, what has the form of entries. */
function setBibliographyApart(text: string, blocks: Block[]): Block[] {
  const isRunning = ({ kind }: Block): boolean => kind === 'paragraph' || kind === 'list-item'
  for (let index = 0; index < blocks.length; index++) {
    const { kind, span, level = 2 } = blocks[index]!
    if (kind !== 'heading' || !isNotesHeading(text.slice(span.start, span.end))) continue
    let end = index + 1
    // Headings of a lower level part the list ("Archives", "Books").
    while (end < blocks.length && (blocks[end]!.kind !== 'heading' || (blocks[end]!.level ?? 2) > level)) end++
    const isEntry = (entry: Block): boolean => {
      const words = text.slice(entry.span.start, Math.min(entry.span.end, entry.span.start + ENTRY_WINDOW))
      return ENTRY.test(words) && HAS_YEAR_OR_ADDRESS.test(words)
    }
    const isTold = MAY_TELL.test(text.slice(span.start, span.end))
    const tells = (block: Block): boolean => isTold && block.kind === 'paragraph' && block.span.end - block.span.start > SHORTEST_TELLING && !isEntry(block) && SENTENCES.test(text.slice(block.span.start, Math.min(block.span.end, block.span.start + PROSE_WINDOW)))
    // What stands apart behind a list with numbers is no entry of it.
    const isNumbered = blocks[index + 1]?.kind === 'note'
    const below = blocks.slice(index + 1, end).filter((block) => isRunning(block) && !tells(block) && (!isNumbered || isEntry(block)))
    if (span.start > text.length / 2 || (below.length >= FEWEST_ENTRIES && below.filter(isEntry).length >= below.length * ENTRIES_SHARE)) for (const block of below) block.kind = 'note'
  }
  return blocks
}
