import { isNotesHeading } from '#shared/document/note-blocks.ts'
import type { Draft } from './draft.ts'
import { FURTHEST, type FootNote } from './foot-notes.ts'
import { textOfLine, type Piece } from './lines.ts'
import { candidatesIn, type Candidate } from './mark-places.ts'
import { levelMark, readLabel } from './note-labels.ts'
import { takeMarksApart } from './run-together.ts'

/** What a piece of text marks: the notes it leads to, or (empty) a note that is missing. */
export interface MarkedNote { label: string; target?: string }
export type NoteMarks = ReadonlyMap<Piece, MarkedNote>

/** Joins the marks of running text to the notes at the foot of their page and to those at the end. `drafts` are changed: lists of marks are taken apart, notes at the end get their kind. */
export function joinNotes(drafts: Draft[], footNotes: readonly FootNote[]): NoteMarks {
  const marks = new Map<Piece, MarkedNote>()
  const running = drafts.filter(({ kind }) => kind !== 'furniture' && kind !== 'note')
  takeMarksApart(running, footNotes)
  const candidates = running.flatMap((draft) => draft.lines.flatMap((line) => candidatesIn(line, draft)))
  const used = new Set<Candidate>()
  const perPage = new Map<number, Candidate[]>()
  for (const candidate of candidates) perPage.set(candidate.line.page, [...(perPage.get(candidate.line.page) ?? []), candidate])
  const unmarked: FootNote[] = []
  for (const note of footNotes) {
    const found = [0, -1, 1, ...Array.from({ length: FURTHEST - 1 }, (_, index) => -2 - index)].map((step) => note.page + step).map((page) => (perPage.get(page) ?? []).filter((each) => each.label === note.label && !used.has(each))).find((each) => each.length > 0) ?? []
    const plausible = found.filter(({ isPlausible }) => isPlausible)
    const chosen = /^\d+$/.test(note.label) ? plausible.filter((each, _, all) => each.line.page === all[0]!.line.page) : plausible.slice(0, 1)
    for (const each of chosen.length > 0 ? chosen : found.slice(0, 1)) {
      used.add(each)
      marks.set(each.piece, { label: note.label, target: note.id })
    }
    if (found.length === 0 && !markLevel(note, running, marks)) unmarked.push(note)
  }
  joinEndNotes(drafts, candidates.filter((each) => !used.has(each)), marks, footNotes.length, new Set(unmarked.map(({ id }) => id)))
  markMissing(candidates, marks)
  return marks
}

/** A mark that stands level with the text: drawn apart from the word before it, or typed behind it, on the page of its note or the one before, once. Whether there is one. */
function markLevel(note: FootNote, running: readonly Draft[], marks: Map<Piece, MarkedNote>): boolean {
  const pattern = levelMark(note.label)
  const lines = [note.page, note.page - 1].flatMap((page) => running.flatMap((draft) => draft.lines.filter((line) => line.page === page)))
  const opening = new Set(running.map((draft) => draft.lines[0]))
  for (const line of lines) {
    const apart = line.pieces.findIndex((piece, index) => piece.text.trimEnd() === note.label && !marks.has(piece) && (index > 0 ? /\S$/.test(line.pieces[index - 1]!.text) : !opening.has(line)))
    if (apart < 0) continue
    const piece = { ...line.pieces[apart]!, isRaised: true }
    line.pieces[apart] = piece
    marks.set(piece, { label: note.label, target: note.id })
    return true
  }
  for (const line of lines) {
    const place = pattern.exec(textOfLine(line))?.index
    if (place === undefined) continue
    let [index, start] = [0, 0]
    while (start + line.pieces[index]!.text.length <= place) start += line.pieces[index++]!.text.length
    const piece = line.pieces[index]!
    const at = place - start
    if (marks.has(piece) || !piece.text.startsWith(note.label, at)) continue
    const mark: Piece = { ...piece, text: note.label, isRaised: true }
    const parts = [{ ...piece, text: piece.text.slice(0, at) }, mark, { ...piece, text: piece.text.slice(at + note.label.length) }]
    line.pieces.splice(index, 1, ...parts.filter(({ text }) => text !== ''))
    marks.set(mark, { label: note.label, target: note.id })
    return true
  }
  return false
}

interface EndNote { label: string; id: string }

/** Notes at the end of a text or of its chapters, where raised marks ask for them; notes at the foot of the last pages that no mark near them asks for (`apart`) are such. Typed marks ([3]) are left to whoever reads plain text. */
function joinEndNotes(drafts: Draft[], open: readonly Candidate[], marks: Map<Piece, MarkedNote>, count: number, apart: ReadonlySet<string>): void {
  if (open.length === 0) return
  const wanted = new Set(open.filter(({ isPlausible }) => isPlausible).map(({ label }) => label))
  const notes: EndNote[] = []
  let isBelow = false
  let last: Draft | null = null
  for (const draft of drafts) {
    if (draft.target !== undefined && apart.has(draft.target)) {
      notes.push({ label: draft.label!, id: draft.target })
      continue
    }
    if (draft.kind === 'heading') {
      isBelow = isNotesHeading(draft.lines.map(textOfLine).join(' '))
      last = null
      continue
    }
    if (draft.kind !== 'paragraph' && draft.kind !== 'list-item') continue
    const read = readLabel(draft.lines[0]!)
    const countsOn = isBelow && last !== null && Number(read?.label) === Number(last.label) + 1
    if (read && (isBelow || read.isRaised) && (wanted.has(read.label) || countsOn)) {
      const id = `note-${count + notes.length + 1}`
      Object.assign(draft, { kind: 'note', label: read.label, target: id, lines: [read.rest, ...draft.lines.slice(1)] })
      notes.push({ label: read.label, id })
      last = draft
    } else if (isBelow && last) {
      // Another paragraph of the same note.
      last.lines.push(...draft.lines)
      draft.lines = []
    }
  }
  joinSeries(seriesOf(notes), seriesOf(open.filter(({ draft }) => draft.kind !== 'note')), marks)
}

/** Numbering that starts again makes a new series. */
function seriesOf<T extends { label: string }>(items: readonly T[]): T[][] {
  const series: T[][] = []
  let highest = Infinity
  for (const item of items) {
    const value = Number(item.label)
    if (value === 1 && highest > 1) series.push([])
    else if (series.length === 0) series.push([])
    if (!Number.isNaN(value)) highest = value
    series.at(-1)!.push(item)
  }
  return series
}

function joinSeries(notes: readonly EndNote[][], marked: readonly Candidate[][], marks: Map<Piece, MarkedNote>): void {
  marked.forEach((candidates, index) => {
    const own = notes.length === marked.length ? notes[index]! : notes.flat()
    for (const { label, piece, isPlausible } of candidates) {
      const note = own.find((each) => each.label === label)
      if (note && isPlausible) marks.set(piece, { label, target: note.id })
    }
  })
}

/** A raised number between two marks that are joined, counting on from the first: its note is missing, and that is to be told. */
function markMissing(candidates: readonly Candidate[], marks: Map<Piece, MarkedNote>): void {
  let last: number | null = null
  for (const { piece, label, isPlausible } of candidates) {
    if (marks.has(piece)) last = Number(label)
    else if (isPlausible && last !== null && Number(label) === last + 1) {
      marks.set(piece, { label })
      last = Number(label)
    }
  }
}
