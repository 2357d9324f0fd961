import type { Document } from '../document/document.ts'
import { labelKey, readNoteOpening, WORDED } from '../document/note-opening.ts'
import type { Segment } from '../segment/segment.ts'
import type { Tokens } from '../segment/tokens.ts'
import type { Definition } from './definitions.ts'
import { gluedMarks } from './glued-marks.ts'
import { keysOf } from './join-notes.ts'
import { byPlace, LONGEST_RANGE, membersOf, type Mark } from './mark.ts'
import { raisedStanding } from './raised.ts'
import { typedMarks } from './typed-marks.ts'

/** Without any definition, this many labels counting up from 1 are marks whose notes are missing. */
const SERIES_THAT_SPEAKS_FOR_ITSELF = 3
/** Numbers left at their words are believed when so much of the notes is marked by them. */
const MARKED_SHARE = 0.6

/** Which blocks are running text: those with sentences, and headings. */
export function runningBlocks({ blocks }: Document, segments: readonly Segment[]): Uint8Array {
  const running = new Uint8Array(blocks.length)
  for (const { kind, block } of segments) if (kind === 'sentence' || kind === 'heading') running[block] = 1
  return running
}

/**
 * The note marks of a document in text order. What the format knew counts always; typed signs count when they form a plausible series
 * with the definitions of the document, or (never for round brackets, which enumerate) count up from 1 on their own.
 */
export function findMarks(document: Document, running: Uint8Array, definitions: readonly Definition[], tokens: Tokens): Mark[] {
  const known = formatMarks(document)
  const labels = new Set(definitions.filter(({ target }) => target === undefined).flatMap(keysOf))
  const raised = raisedNumbers(document, running)
  const typedNotes = definitions.filter(({ target }) => target === undefined)
  const written = { labels, shapes: new Set(typedNotes.map(({ shape }) => shape)), hasHalfBrackets: typedNotes.some(({ printed }) => /^\d{1,3}\)$/.test(printed)) }
  const candidates = [...withoutOverlaps(typedMarks(document, running, tokens, written), raised), ...raised].sort(byPlace)
  const formatLabels = new Set(definitions.flatMap(({ target, label }) => target === undefined ? [] : [label]))
  const typed = withoutOtherShapes((['curly', 'square', 'round', 'caret', 'superscript', 'circled', 'key', 'symbol'] as const).flatMap((shape) =>
    believed(candidates.filter((candidate) => candidate.shape === shape && (shape !== 'caret' || !formatLabels.has(candidate.label))), shape, labels, known.length > 0)), definitions)
  const wellFormed = new Set(typed.filter((mark) => mark.isWellFormed).map(({ label }) => label))
  const accepted = withoutOverlaps(typed.filter((mark) => mark.isWellFormed || !wellFormed.has(mark.label)).sort(byPlace), known)
  const glued = accepted.length === 0 && labels.size > 0 ? gluedMarks(document, running, tokens, labels) : []
  // Few notes that the format knows may stand beside a list of typed ones, whose marks lost their raised place.
  if (glued.length >= typedNotes.length * MARKED_SHARE) accepted.push(...glued)
  return withRanges(document.text, [...known, ...accepted].sort(byPlace))
}

const DASH = /^\s?[–—-]\s?$/

/** "[1]–[4]": two marks with a dash between them stand for those between, which lie on the dash. */
function withRanges(text: string, marks: readonly Mark[]): Mark[] {
  return marks.flatMap((mark, index): Mark[] => {
    const next = marks[index + 1]
    if (!next || next.span.start - mark.span.end > 3 || !DASH.test(text.slice(mark.span.end, next.span.start)) || next.list !== undefined) return [mark]
    const [from, to] = [Number(mark.label), Number(next.label)]
    if (!(to > from + 1) || to - from >= LONGEST_RANGE) return [mark]
    const span = { start: mark.span.end, end: next.span.start }
    return [mark, ...Array.from({ length: to - from - 1 }, (_, step): Mark => ({ label: String(from + 1 + step), span, block: mark.block, shape: mark.shape, printed: text.slice(span.start, span.end), isWellFormed: true }))]
  })
}

const BRACKETED: ReadonlySet<Mark['shape']> = new Set(['curly', 'square', 'round', 'circled'])
/** Where the notes are written in one kind of brackets and the marks too, another kind marks only what these leave out: the {1} and [1, 2] of a formula are none. */
function withoutOtherShapes(marks: readonly Mark[], definitions: readonly Definition[]): Mark[] {
  const shape = (['curly', 'square', 'round', 'superscript', 'circled'] as const).find((each) => definitions.some((definition) => definition.shape === each && definition.malformed === null))
  const own = new Set(marks.filter((mark) => mark.shape === shape && mark.isWellFormed).map(({ label }) => label))
  if (own.size < definitions.length / 2) return [...marks]
  return marks.filter((mark) => mark.shape === shape || !BRACKETED.has(mark.shape) || !own.has(mark.label))
}

/** Those marks of one shape that form a series with the notes. */
function believed(ofShape: readonly Mark[], shape: Mark['shape'], labels: ReadonlySet<string>, isKnownByFormat: boolean): Mark[] {
  // "[^b-d]" is a class of signs; where no note is written so, a letter alone is another.
  if (shape === 'caret') return ofShape.filter(({ label }) => labels.has(label) || (!/^.-.$/.test(label) && (isKnownByFormat || labels.size > 0 || /\d|\w{3}/.test(label))))
  const defined = ofShape.filter(({ label }) => labels.has(labelKey(label)))
  if (defined.length === 0) return labels.size === 0 && !isKnownByFormat && shape !== 'round' && shape !== 'circled' && countsUp(ofShape) ? [...ofShape] : []
  const highest = [...labels].reduce((most, label) => Math.max(most, Number(label) || 0), 0)
  const mayMiss = shape === 'curly' || shape === 'square'
  const isMissing = ({ label, isWellFormed }: Mark): boolean => mayMiss && isWellFormed && Number(label) >= 1 && Number(label) <= highest + 1
  const counts = shape !== 'round' || isSeries(defined)
  const plausible = ofShape.filter((candidate) => (counts && labels.has(labelKey(candidate.label))) || isMissing(candidate))
  return inSeries(withWholeLists(plausible, ofShape))
}

/** A list counts whole: in "[0, 1]" the 1 is no note because there is no note 0. */
function withWholeLists(plausible: readonly Mark[], all: readonly Mark[]): Mark[] {
  const members = new Map<number, number>()
  for (const { list } of all) if (list !== undefined) members.set(list, (members.get(list) ?? 0) + 1)
  const kept = new Map<number, number>()
  for (const { list } of plausible) if (list !== undefined) kept.set(list, (kept.get(list) ?? 0) + 1)
  return plausible.filter(({ list }) => list === undefined || kept.get(list) === members.get(list))
}

/** Without the doubtful ones that are not the next of the series: the ² of "E = mc²" between notes 6 and 7. */
function inSeries(marks: readonly Mark[]): Mark[] {
  let last = 0
  return marks.filter(({ label, isDoubtful }) => {
    if (isDoubtful && Number(label) !== last + 1) return false
    last = Number(label) || last
    return true
  })
}

/** Labels that count up from 1 without a gap, in text order, when nothing defines them. */
function countsUp(candidates: readonly Mark[]): boolean {
  let next = 1
  // "[0-9]" is a class of signs.
  for (const { label, list } of candidates) if (list === undefined && label === String(next)) next++
  return next > SERIES_THAT_SPEAKS_FOR_ITSELF && candidates.every(({ label }) => Number(label) < next)
}

/** The marks that lie on none of the known ones; both in text order. */
function withoutOverlaps(marks: readonly Mark[], known: readonly Mark[]): Mark[] {
  let at = 0
  return marks.filter(({ span }) => {
    while (at < known.length && known[at]!.span.end <= span.start) at++
    return at >= known.length || known[at]!.span.start >= span.end
  })
}

/** `note 3` → 3; signs stand in the order of the text. */
const numberOf = (label: string): number => Number(/\d+$/.exec(label)?.[0] ?? 0)
/** So much of a series of round marks goes up; scattered numbers in brackets do not. */
const RISING_SHARE = 0.8

/** Round marks count up (with repeats) through the text. */
function isSeries(defined: readonly Mark[]): boolean {
  return defined.length === 1 || defined.filter(({ label }, index) => index === 0 || numberOf(label) >= numberOf(defined[index - 1]!.label)).length / defined.length >= RISING_SHARE
}

/** More than a list of raised numbers holds. */
const LONGEST_RAISED = 60
const RAISED_LIST = new RegExp(`^[\\s[({]*(\\d{1,3}(?:\\s?[,;–-]\\s?\\d{1,3}){0,20}|${WORDED}|[a-z]|[*†‡§‖¶]{1,3})[\\s\\])}]*$`, 'i')

/** Raised numbers and signs that are no links: `<sup>3</sup>`. */
function raisedNumbers(document: Document, running: Uint8Array): Mark[] {
  const { text, blocks } = document
  let index = 0
  return document.marks.filter(({ kind }) => kind === 'superscript').sort(byPlace).flatMap(({ span }): Mark[] => {
    while (index < blocks.length && blocks[index]!.span.end < span.end) index++
    const block = blocks[index]
    if (!block || running[index] === 0 || span.start <= block.span.start) return []
    const printed = text.slice(span.start, Math.min(span.end, span.start + LONGEST_RAISED))
    const inside = RAISED_LIST.exec(printed)?.[1]
    if (inside === undefined) return []
    const stands = raisedStanding(text, span.start, span.end, block.span)
    if (stands === 'no') return []
    const shape = /[\da-z]/i.test(inside) ? 'superscript' as const : 'symbol' as const
    return membersOf(printed, inside, span.start).map((member) => ({ ...member, block: index, shape, printed, isWellFormed: true, ...(stands === 'doubtful' ? { isDoubtful: true } : {}) }))
  })
}

function formatMarks(document: Document): Mark[] {
  const { text, blocks } = document
  let index = 0
  return document.marks.filter(({ kind }) => kind === 'note-mark').sort(byPlace).flatMap((mark): Mark[] => {
    while (index < blocks.length && blocks[index]!.span.end < mark.span.end) index++
    const block = blocks[index]
    if (!block || block.kind === 'note' || block.kind === 'furniture') return []
    const printed = text.slice(mark.span.start, mark.span.end)
    const label = mark.label ?? readNoteOpening(printed)?.label ?? printed
    return [{ label, span: mark.span, block: index, shape: 'format', printed, isWellFormed: true, ...(mark.target === undefined ? {} : { target: mark.target }) }]
  })
}
