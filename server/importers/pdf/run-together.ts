import type { Draft } from './draft.ts'
import type { FootNote } from './foot-notes.ts'
import type { Line, Piece } from './lines.ts'
import { isMarkPlace, MARK_TEXT } from './mark-places.ts'
import { plainLabel, readLabel } from './note-labels.ts'

/** Takes raised lists of marks in running text apart, so that each piece is one mark. `drafts` are changed. */
export function takeMarksApart(drafts: readonly Draft[], footNotes: readonly FootNote[]): void {
  const labels = labelsByPage(footNotes)
  for (const draft of drafts) draft.lines = draft.lines.map((line) => withParts(line, (piece) => marksOf(piece.text, labels.get(line.page))))
  const parts = partsBySequence(drafts, new Set(footNotes.map(({ label }) => label)))
  if (parts.size > 0) for (const draft of drafts) draft.lines = draft.lines.map((line) => withParts(line, (piece) => parts.get(piece) ?? [piece.text]))
}

/** The labels of the notes that stand on each page. */
function labelsByPage(notes: readonly FootNote[]): ReadonlyMap<number, ReadonlySet<string>> {
  const labels = new Map<number, Set<string>>()
  for (const { page, label } of notes) labels.set(page, (labels.get(page) ?? new Set()).add(label))
  return labels
}

function withParts(line: Line, partsOf: (piece: Piece) => readonly string[]): Line {
  if (!line.pieces.some(({ isRaised }) => isRaised)) return line
  return { ...line, pieces: line.pieces.flatMap((piece) => {
    const parts = piece.isRaised ? partsOf(piece) : [piece.text]
    return parts.length === 1 ? [piece] : parts.map((text) => ({ ...piece, text }))
  }) }
}

/** "3, 4", "[3][4]", and "34" where the page has the notes 3 and 4 and no note 34. */
function marksOf(text: string, labels: ReadonlySet<string> | undefined): readonly string[] {
  if (/^\s*(?:\[[^[\]]{1,4}\]){2,}\s*$/.test(text)) return text.match(/\[[^\]]+\]\s*/g)!
  if (MARK_TEXT.test(text) && /[,;]/.test(text.trim().slice(0, -1))) return text.match(/[^,;]+[,;]?\s*/g)!
  const digits = text.trim()
  if (!/^\d{2,6}$/.test(digits) || labels === undefined || labels.has(digits)) return [text]
  const run = [1, 2].map((length) => runFrom(Number(digits.slice(0, length)), digits)).find((each) => each?.every((label) => labels.has(label)))
  return run ?? [text]
}

/** The numbers from `first` on that these digits are, written one behind the other: two or three. */
function runFrom(first: number, digits: string): string[] | null {
  const run = [String(first), String(first + 1)]
  if (run.join('').length < digits.length) run.push(String(first + 2))
  return run.join('') === digits ? run : null
}

const DIGITS = /^\s*(\d{1,9})[.,;:]?\s*$/

/** "1617" behind a mark 15: the marks 16 and 17, where no note has the whole number and either the notes of both are there or the next mark is 18. Numbering may start again with 1. */
function partsBySequence(drafts: readonly Draft[], footLabels: ReadonlySet<string>): ReadonlyMap<Piece, readonly string[]> {
  const known = new Set([...footLabels, ...drafts.flatMap(({ lines }) => readLabel(lines[0]!)?.label ?? [])])
  const raised = drafts.flatMap((draft) => draft.lines.flatMap((line) => line.pieces.flatMap((piece, index) => {
    const digits = piece.isRaised && isMarkPlace(line, index, draft) ? DIGITS.exec(plainLabel(piece.text))?.[1] : undefined
    return digits === undefined ? [] : [{ piece, digits }]
  })))
  const parts = new Map<Piece, readonly string[]>()
  let last = 0
  raised.forEach(({ piece, digits }, index) => {
    const run = known.has(digits) || Number(digits) === last + 1 ? null : runFrom(last + 1, digits) ?? runFrom(1, digits)
    const next = raised[index + 1]?.digits
    if (run && (run.every((label) => known.has(label)) || next?.startsWith(String(Number(run.at(-1)) + 1)))) {
      parts.set(piece, [...run.slice(0, -1), plainLabel(piece.text).trimStart().slice(run.slice(0, -1).join('').length)])
      last = Number(run.at(-1))
    } else if (digits.length <= LONGEST_LABEL) last = Number(digits)
  })
  return parts
}

/** Digits of a note's number. */
const LONGEST_LABEL = 3
