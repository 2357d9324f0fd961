import { plainDigits } from '#shared/document/note-opening.ts'
import type { Line, Piece } from './lines.ts'
import { textOfLine } from './lines.ts'

/** Signs that mark notes instead of numbers, as fonts write them: the asterisk of mathematics and the double stroke among them. */
export const HAS_SIGN = /[*∗⁎†‡§¶‖∥]/u

/** A label with superscript digits as plain ones: what a mark and its note have in common. */
export const plainLabel = (label: string): string => label.replace(/[⁰¹²³⁴-⁹]/gu, plainDigits)

const RAISED_LABEL = /^\s*[[(]?(\d{1,3}|[a-z]|[*∗⁎†‡§¶#‖∥]{1,6})[\])]?[.:]?\s*$/u
const SIGN_LABEL = /^([*∗⁎†‡§¶‖∥]{1,6})\s*(?=\S)/u
const TYPED_LABEL = /^[[(]?(\d{1,3})(?:[\])]|[.:](?=\s|\D)|(?=\s*[\p{L}“"‘'(«[<]|\s+\d))\s*/u
const BRACKETED_LABEL = /^\[\d{1,3}\]/

/** The label that a line opens with, and the line without it. `isRaised`: printed as a mark is, so nothing else can be meant; `isBracketed`: in square brackets (round ones number the points of an argument, too). */
export interface LabelledLine { label: string; isRaised: boolean; isBracketed: boolean; rest: Line }

export function readLabel(line: Line): LabelledLine | null {
  const first = line.pieces[0]
  if (!first) return null
  if (first.isRaised || first.text.trim().length < 4) {
    const label = labelOfPiece(first)
    if (label !== null && (first.isRaised || HAS_SIGN.test(label)) && line.pieces.length > 1) return { label, isRaised: true, isBracketed: false, rest: { ...line, pieces: trimmed(line.pieces.slice(1)) } }
  }
  const text = textOfLine(line)
  const sign = SIGN_LABEL.exec(text)
  if (sign) return { label: sign[1]!, isRaised: true, isBracketed: false, rest: { ...line, pieces: cut(line.pieces, sign[0].length) } }
  const typed = TYPED_LABEL.exec(text)
  return typed && typed[0].length < text.length ? { label: typed[1]!, isRaised: false, isBracketed: BRACKETED_LABEL.test(text), rest: { ...line, pieces: cut(line.pieces, typed[0].length) } } : null
}

/** The label that a piece of a line is, set alone; null where it is more or less than one. */
export const labelOfPiece = ({ text }: Piece): string | null => RAISED_LABEL.exec(plainLabel(text))?.[1] ?? null

/** Behind a word or its punctuation: where a mark stands that is not raised. */
const BEHIND_WORD = String.raw`(?<=\p{L}[.,;:!?…”"’')\]]{0,3})`
const LEVEL_MARK = new RegExp(String.raw`${BEHIND_WORD}(\d{1,3}|[*∗⁎†‡§¶‖∥]{1,6})(?![\p{L}\d*∗†‡%])`, 'gu')
/** Finds one label where it can be a mark that is not raised. */
export const levelMark = (label: string): RegExp => new RegExp(String.raw`${BEHIND_WORD}${label.replace(/[*.[\](){}]/g, String.raw`\$&`)}(?![\p{L}\d*∗†‡%])`, 'u')

/** Labels in the lines of a page that may mark notes: raised ones, and those that stand level with the text. */
export interface MarksOfPage { raised: Set<string>; level: Set<string> }

export function marksIn(lines: readonly Line[]): MarksOfPage {
  const marks: MarksOfPage = { raised: new Set(), level: new Set() }
  for (const line of lines) {
    line.pieces.forEach((piece, index) => {
      if (piece.isRaised && index > 0) for (const label of plainLabel(piece.text).match(/\d{1,3}|[a-z]|[*∗⁎†‡§¶#‖∥]{1,6}/gu) ?? []) marks.raised.add(label)
    })
    for (const [, label] of textOfLine(line).matchAll(LEVEL_MARK)) marks.level.add(label!)
  }
  return marks
}

/** Pieces without their first `length` letters. */
export function cut(pieces: readonly Piece[], length: number): Piece[] {
  let left = length
  return trimmed(pieces.flatMap((piece) => {
    const gone = Math.min(left, piece.text.length)
    left -= gone
    return gone === piece.text.length ? [] : [{ ...piece, text: piece.text.slice(gone) }]
  }))
}
const trimmed = (pieces: readonly Piece[]): Piece[] => pieces.map((piece, index) => (index === 0 ? { ...piece, text: piece.text.trimStart() } : piece))
