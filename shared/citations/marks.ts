import type { Block, Document, Span } from '../document/document.ts'
import { plainDigits, readNoteOpening, type NoteShape } from '../document/note-opening.ts'
import type { Segment } from '../segment/segment.ts'
import type { Definition } from './definitions.ts'

/** A note mark in running text. `target` is the note's id where the format knew it. `printed` is how it stands there; `isWellFormed` false for `{19)`. */
export interface Mark {
  label: string
  span: Span
  block: number
  shape: NoteShape | 'format'
  printed: string
  isWellFormed: boolean
  target?: string
}

/** Without any definition, this many labels counting up from 1 are marks whose notes are missing. */
const SERIES_THAT_SPEAKS_FOR_ITSELF = 3
/** A list such as [3–6] stands for its members; a longer range is a range of years or pages. */
const LONGEST_RANGE = 20

const CANDIDATE = /([{[(])(\^?[^\s{}[\]()]{1,60}|n(?:ote|b)? \d{1,4}|\d{1,4}(?:\s?[,;–-]\s?\d{1,4})+)([}\])])|[⁰¹²³⁴-⁹]{1,4}/g
const LABELS = /^(?:\^.+|(?:n(?:ote|b)? )?\d{1,4}|[a-z]|[*†‡§]{1,3}|\d{1,4}(?:\s?[,;–-]\s?\d{1,4})+)$/
const SHAPE_OF: Record<string, NoteShape> = { '{': 'curly', '[': 'square', '(': 'round' }
const CLOSES: Record<string, string> = { '{': '}', '[': ']', '(': ')' }
const UNIT_BEFORE = /(?:^|[\s\d(])(?:[kcmdµμ]?m|ft|yd|mi|in|s|kg|g|l|x|y|n|10|\d+[.,]\d+)$/i


/** `3` of `3`; `3 4 5` of `3–5`; `1 2` of `1, 2`. */
function labelsOf(inside: string): string[] {
  if (!/^\d{1,4}\s?[,;–-]/.test(inside)) return [inside]
  return inside.split(/\s?[,;]\s?/).flatMap((part) => {
    const [from, to] = part.split(/\s?[–-]\s?/).map(Number)
    if (to === undefined || from === undefined) return [part]
    return to > from && to - from < LONGEST_RANGE ? Array.from({ length: to - from + 1 }, (_, index) => String(from + index)) : [part]
  })
}

function candidatesIn(text: string, block: Block, index: number): Mark[] {
  const { start } = block.span
  const words = text.slice(start, block.span.end)
  return [...words.matchAll(CANDIDATE)].flatMap((match) => {
    const [printed, open, inside, close] = match
    if (open && !LABELS.test(inside!)) return []
    const shape = open ? SHAPE_OF[open]! : 'superscript'
    const label = open ? inside! : plainDigits(printed)
    if (shape !== 'square' && label.startsWith('^')) return []
    const end = match.index + printed.length
    if (!standsLikeMark(shape, words, match.index, end)) return []
    const common = { span: { start: start + match.index, end: start + end }, block: index, printed, isWellFormed: !open || CLOSES[open] === close }
    if (label.startsWith('^')) return [{ ...common, label: label.slice(1), shape: 'caret' as const }]
    return labelsOf(label).map((each) => ({ ...common, label: each, shape }))
  })
}

/** How many signs on either side say what a number in brackets is. */
const SURROUNDINGS = 12

/** Whether a number at [start, end) of a block stands where a note mark stands (behind the end of a clause), not where an enumeration, a year or a unit does. */
function standsLikeMark(shape: NoteShape, words: string, start: number, end: number): boolean {
  if (start === 0) return false
  if (shape !== 'superscript' && shape !== 'round') return true
  const before = words.slice(Math.max(0, start - SURROUNDINGS), start).trimEnd()
  if (shape === 'superscript') return before !== '' && !UNIT_BEFORE.test(before)
  return /[.!?…”"’)»。！？]$/.test(before) || /^(?:\s*[.;:!?。！？；]|,|\s*$)/.test(words.slice(end, end + SURROUNDINGS))
}

/** Labels that count up from 1 without a gap, in text order, when nothing defines them. */
function countsUp(candidates: readonly Mark[]): boolean {
  let next = 1
  for (const { label } of candidates) if (label === String(next)) next++
  return next > SERIES_THAT_SPEAKS_FOR_ITSELF && candidates.every(({ label }) => Number(label) < next)
}

/**
 * The note marks of a document in text order. What the format knew counts always; typed signs count when they form a plausible series
 * with the definitions of the document, or (never for round brackets, which enumerate) count up from 1 on their own.
 */
export function findMarks(document: Document, segments: readonly Segment[], definitions: readonly Definition[]): Mark[] {
  const known = formatMarks(document)
  const running = new Set(segments.filter(({ kind }) => kind === 'sentence' || kind === 'heading').map(({ block }) => block))
  const candidates = [...running].flatMap((index) => candidatesIn(document.text, document.blocks[index]!, index))
    .concat(raisedNumbers(document, running))
  const labels = new Set(definitions.filter(({ target }) => target === undefined).map(({ label }) => label))
  const typed = (['curly', 'square', 'round', 'caret', 'superscript'] as const).flatMap((shape) => {
    const ofShape = candidates.filter((candidate) => candidate.shape === shape)
    if (shape === 'caret') return ofShape
    const defined = ofShape.filter(({ label }) => labels.has(label))
    if (defined.length === 0) return labels.size === 0 && known.length === 0 && shape !== 'round' && countsUp(ofShape) ? ofShape : []
    const highest = defined.reduce((most, { label }) => Math.max(most, Number(label) || 0), 0)
    const isMissing = ({ label, isWellFormed }: Mark): boolean => shape !== 'round' && shape !== 'superscript' && isWellFormed && Number(label) >= 1 && Number(label) <= highest + 1
    return ofShape.filter((candidate) => (labels.has(candidate.label) && (shape !== 'round' || isSeries(defined))) || isMissing(candidate))
  })
  const wellFormed = new Set(typed.filter((mark) => mark.isWellFormed).map(({ label }) => label))
  const accepted = typed.filter((mark) => mark.isWellFormed || !wellFormed.has(mark.label))
  const free = withoutOverlaps(accepted.sort(byPlace), known)
  return [...known, ...free]
    .sort(byPlace)
}

const byPlace = (a: Mark, b: Mark): number => a.span.start - b.span.start || a.span.end - b.span.end

/** The marks that lie on none of the known ones; both in text order. */
function withoutOverlaps(marks: readonly Mark[], known: readonly Mark[]): Mark[] {
  let at = 0
  return marks.filter(({ span }) => {
    while (at < known.length && known[at]!.span.end <= span.start) at++
    return at >= known.length || known[at]!.span.start >= span.end
  })
}

/** Round marks count up (with repeats) through the text; scattered numbers in brackets do not. */
function isSeries(defined: readonly Mark[]): boolean {
  return defined.length === 1 || defined.filter(({ label }, index) => index === 0 || Number(label) >= Number(defined[index - 1]!.label)).length / defined.length >= 0.8
}

/** Raised numbers that are no links: `<sup>3</sup>`. */
function raisedNumbers(document: Document, running: ReadonlySet<number>): Mark[] {
  let index = 0
  return document.marks.filter(({ kind }) => kind === 'superscript').sort((a, b) => a.span.start - b.span.start).flatMap(({ span }) => {
    while (index < document.blocks.length && document.blocks[index]!.span.end < span.end) index++
    const block = document.blocks[index]
    const printed = document.text.slice(span.start, Math.min(span.end, span.start + 60))
    const inside = /^[\s[({]*(\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*)[\s\])}]*$/.exec(printed)?.[1]
    if (!block || !running.has(index) || inside === undefined) return []
    if (!standsLikeMark('superscript', document.text.slice(block.span.start, span.end), span.start - block.span.start, span.end - block.span.start)) return []
    const common = { span, block: index, shape: 'superscript' as const, printed, isWellFormed: true }
    return labelsOf(inside).map((label) => ({ ...common, label }))
  })
}

function formatMarks(document: Document): Mark[] {
  let index = 0
  return document.marks.filter(({ kind }) => kind === 'note-mark').sort((a, b) => a.span.start - b.span.start).flatMap((mark) => {
    while (index < document.blocks.length && document.blocks[index]!.span.end < mark.span.end) index++
    const block = document.blocks[index]
    if (!block || block.kind === 'note' || block.kind === 'furniture') return []
    const printed = document.text.slice(mark.span.start, mark.span.end)
    const label = mark.label ?? readNoteOpening(printed)?.label ?? printed
    return [{ label, span: mark.span, block: index, shape: 'format' as const, printed, isWellFormed: true, ...(mark.target === undefined ? {} : { target: mark.target }) }]
  })
}
