import type { Draft } from './draft.ts'
import type { Line, Piece } from './lines.ts'
import { plainLabel } from './note-labels.ts'

/** A place in running text that may be a mark: a piece of a line, with the line and the draft that hold it. */
export interface Candidate { label: string; piece: Piece; line: Line; draft: Draft; isPlausible: boolean }

export const MARK_TEXT = /^\s*[[(]?((?:\d{1,3}|[a-z]|[*∗⁎†‡§¶#‖∥]{1,6})(?:\s?[,;]\s?(?:\d{1,3}|[*∗⁎†‡§¶#‖∥]{1,6}))*|\d{1,3}\s?[–-]\s?\d{1,3})[\])]?[.,;:]?\s*$/u
/** What has exponents: units, a decimal, ten. A year, and a sum grouped in thousands, have none. */
const UNIT_BEFORE = /(?:(?:^|[\s\d(/])(?:[kcmdµμ]?m|ft|yd|mi|in|s|kg|g|l|x|y|n|CO|H|O|R)|(?:^|[^\d.,])(?:10|\d+\.\d+|\d+,\d{1,2}))$/
const LONGEST_RANGE = 20

/** Whether something raised can be a mark where it stands: it neither opens its paragraph nor is an exponent, nor a part of a fraction. */
export function isMarkPlace(line: Line, index: number, draft: Draft): boolean {
  const before = line.pieces.slice(0, index).map(({ text }) => text).join('').trimEnd()
  return !isFraction(line, index) && !UNIT_BEFORE.test(before) && !/[=+×÷^]$/.test(before) && (before !== '' || line !== draft.lines[0])
}

function isFraction({ pieces }: Line, index: number): boolean {
  return /^\s*[⁄∕]/.test(pieces[index + 1]?.text ?? '') || /[⁄∕]\s*$/.test(pieces[index - 1]?.text ?? '')
}

export function candidatesIn(line: Line, draft: Draft): Candidate[] {
  return line.pieces.flatMap((piece, index) => {
    const inside = piece.isRaised && !isFraction(line, index) ? MARK_TEXT.exec(plainLabel(piece.text))?.[1] : undefined
    if (inside === undefined) return []
    const isPlausible = isMarkPlace(line, index, draft)
    return labelsOf(inside).map((label) => ({ label, piece, line, draft, isPlausible }))
  })
}

function labelsOf(inside: string): string[] {
  const range = /^(\d+)\s?[–-]\s?(\d+)$/.exec(inside)
  if (!range) return [inside.replace(/[.,;:\s]+$/, '')]
  const [from, to] = [Number(range[1]), Number(range[2])]
  return to > from && to - from < LONGEST_RANGE ? Array.from({ length: to - from + 1 }, (_, index) => String(from + index)) : [inside]
}
