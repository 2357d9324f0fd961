import type { Draft } from './draft.ts'
import { BULLET, DASH_BULLET, INDENT, NUMBERED, SENTENCE_END } from './line-forms.ts'
import { textOfLine, type Line } from './lines.ts'
import { isBold, isOtherSize, round, type Look } from './look.ts'
import { cut } from './note-labels.ts'

/** Larger than the body by this: a heading. */
const HEADING_SIZE = 1.13
const MOST_HEADING_LINES = 4
const LONGEST_HEADING = 220
const LONGEST_PLAIN_HEADING = 90
/** A few small words that stand alone are the lettering of a picture. */
const LARGEST_LABEL = 0.93
const LONGEST_LABEL = 60

const CAPTION = /^\s*(?:figure|fig\.|table|chart|map|plate|exhibit|box|photo|source)\s*(?:[\dIVXA-Z][\dA-Z.–-]*)?\s*[.:—–]/i
const FINAL = /[.!?…:;][”"’')\]]*\s*$/u

/** What a paragraph is by its look, its words and its neighbours: caption, heading, point of a list, or plain. */
export function withKind(draft: Draft, next: Draft | undefined, before: Draft | undefined, look: Look): Draft {
  const first = draft.lines[0]!
  const text = draft.lines.map(textOfLine).join(' ').replace(/\s+/g, ' ').trim()
  const isLast = next === undefined
  if (CAPTION.test(text) && (first.size < 0.97 * look.bodySize || text.length < 200)) return { ...draft, kind: 'caption' }
  if (first.size < LARGEST_LABEL * look.bodySize && draft.lines.length <= 2 && text.length <= LONGEST_LABEL && !SENTENCE_END.test(text) && ![before, next].some((other) => isRunning(other, first))) return { ...draft, kind: 'caption' }
  const point = withoutBullet(draft)
  if (point !== draft) return { ...point, kind: 'list-item' }
  if (draft.lines.length <= MOST_HEADING_LINES && text.length <= LONGEST_HEADING && /\p{L}|\d/u.test(text)) {
    if (first.size >= HEADING_SIZE * look.bodySize) return { ...draft, kind: 'heading', level: 0 }
    if (!isLast && !/[.,;]$/.test(text) && draft.lines.every((line) => isBold(line, look))) return { ...draft, kind: 'heading', level: 0 }
    const isInList = NUMBERED.test(text) && (before?.kind === 'list-item' || Number.parseInt(textOfLine(next?.lines[0] ?? first)) === Number.parseInt(text) + 1)
    const isTitleLike = !isLast && !look.hasTaggedHeadings && !isInList && next.lines[0]!.size <= first.size * 1.05 && !FINAL.test(text)
    if (isTitleLike && draft.lines.every(({ show }) => show !== undefined)) return { ...draft, kind: 'heading', level: 0 }
    const isAlone = isTitleLike && text.length <= LONGEST_PLAIN_HEADING
    if (isAlone && draft.lines.length <= 2 && isHeadingLike(draft, next, before, text, look)) return { ...draft, kind: 'heading', level: 0 }
  }
  return NUMBERED.test(text) ? { ...draft, kind: 'list-item' } : draft
}

/** A point of a list without the sign that it opens with; the same draft where it opens with none. */
export function withoutBullet(draft: Draft): Draft {
  const [first, ...rest] = draft.lines as [Line, ...Line[]]
  const bullet = BULLET.exec(textOfLine(first)) ?? DASH_BULLET.exec(textOfLine(first))
  return bullet ? { ...draft, lines: [{ ...first, pieces: cut(first.pieces, bullet[0].length) }, ...rest] } : draft
}

/** Whether a neighbour of this size is running text, as notes and a small-set section are. */
const isRunning = (other: Draft | undefined, line: Line): boolean => other !== undefined && !isOtherSize(other.lines[0]!, line) && other.lines.reduce((sum, each) => sum + textOfLine(each).length, 0) > LONGEST_LABEL

/** A short line in another face than the body, or alone before a paragraph, opened as a title is. */
function isHeadingLike(draft: Draft, next: Draft, before: Draft | undefined, text: string, look: Look): boolean {
  if (draft.lines.some(({ size }) => size < 0.97 * look.bodySize) || /[@|]|\.{4}/.test(text)) return false
  const isOtherFace = draft.lines.every(({ font }) => font !== look.bodyFont) && draft.lines.every((line) => line.pieces.every(({ href }) => href === undefined))
  if (isOtherFace && (look.faces.get(draft.lines[0]!.font)?.isItalic || next.lines.length > 1)) return true
  const opensLikeTitle = /^[“"‘']?[\p{Lu}\d]/u.test(text)
  const isIndented = draft.lines[0]!.left - next.lines[next.lines.length > 1 ? 1 : 0]!.left > INDENT * draft.lines[0]!.size
  return opensLikeTitle && !isIndented && !/,$/.test(text) && draft.lines.length === 1 && next.lines.length > 1 && (before === undefined || before.lines.length > 1 || before.kind === 'heading' || SENTENCE_END.test(textOfLine(before.lines.at(-1)!)))
    && draft.lines[0]!.right - draft.lines[0]!.left < 0.75 * (draft.region.right - draft.region.left)
}

/** Gives headings levels by their size, the largest first; those of the body's size come last. */
export function rankHeadings(drafts: readonly Draft[], look: Look): void {
  const sizes = [...new Set(drafts.filter(({ kind }) => kind === 'heading').map(({ lines }) => round(lines[0]!.size)))].filter((size) => size >= HEADING_SIZE * look.bodySize).sort((a, b) => b - a)
  for (const draft of drafts) {
    // The file's tags may have given it one.
    if (draft.kind !== 'heading' || draft.level !== 0) continue
    const rank = sizes.indexOf(round(draft.lines[0]!.size))
    draft.level = Math.min(6, (rank < 0 ? sizes.length : rank) + 1)
  }
}
