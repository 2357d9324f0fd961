import { textOfLine, type Line } from './lines.ts'
import type { Face } from './raw-page.ts'

/** What the whole text looks like. `leading` is the usual distance of base lines by size of letters. `hasTaggedHeadings`: the file says what its headings are, so that what only resembles one is none. */
export interface Look { bodySize: number; bodyFont: string; leading(size: number): number; faces: ReadonlyMap<string, Face>; hasTaggedHeadings: boolean }

/** Sizes that differ by this share are of different kinds. */
const OTHER_SIZE = 0.07
/** A size with marks in its lines is the body's when it has at least this share of the letters of the commonest. */
const MARKED_SHARE = 0.2

/** The size of the letters that running text is set in. */
export function bodySizeOf(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  // Notes can hold more letters than the text they belong to: the body is where marks stand in the lines.
  const marked = new Map<number, number>()
  for (const line of lines) {
    add(letters, round(line.size), textOfLine(line).length)
    for (const piece of line.pieces.slice(1)) if (piece.isRaised && /\d/.test(piece.text)) add(marked, round(line.size), 1)
  }
  const [usualSize, markedSize] = [most(letters) ?? 10, most(marked) ?? 0]
  return markedSize > usualSize && letters.get(markedSize)! >= MARKED_SHARE * letters.get(usualSize)! ? markedSize : usualSize
}

/** `columns` are the lines of each column from top to bottom. */
export function lookOf(columns: readonly (readonly Line[])[], bodySize: number, faces: ReadonlyMap<string, Face>): Look {
  const fonts = new Map<string, number>()
  const gaps = new Map<number, Map<number, number>>()
  for (const lines of columns) {
    lines.forEach((line, index) => {
      if (round(line.size) === bodySize) add(fonts, line.font, textOfLine(line).length)
      const next = lines[index + 1]
      const gap = next && round(next.size) === round(line.size) ? next.y - line.y : 0
      if (gap > 0.8 * line.size && gap < 3 * line.size) add(gaps.get(round(line.size)) ?? gaps.set(round(line.size), new Map()).get(round(line.size))!, Math.round(gap * 4) / 4, 1)
    })
  }
  const usual = new Map([...gaps].map(([size, counts]) => [size, most(counts)!]))
  const bodyLeading = usual.get(bodySize) ?? 1.2 * bodySize
  const hasTaggedHeadings = columns.some((lines) => lines.some(({ tag }) => tag?.kind === 'heading'))
  return { bodySize, bodyFont: most(fonts) ?? '', faces, hasTaggedHeadings, leading: (size) => Math.max(usual.get(round(size)) ?? 0, Math.min(bodyLeading / bodySize, 1.5) * size) }
}

/** Sizes that differ by less than a quarter of a point count as one. */
export const round = (size: number): number => Math.round(size * 4) / 4
/** Counts in a map. */
export const add = <T>(counts: Map<T, number>, key: T, count: number): void => void counts.set(key, (counts.get(key) ?? 0) + count)
/** What was counted most often; the first of equals. */
export const most = <T>(counts: ReadonlyMap<T, number>): T | undefined => [...counts].reduce<[T, number] | undefined>((best, each) => (best && best[1] >= each[1] ? best : each), undefined)?.[0]

export const isOtherSize = (a: Line, b: Line): boolean => Math.abs(a.size / b.size - 1) > OTHER_SIZE
/** In a bold face, where the body is in none. */
export const isBold = (line: Line, look: Look): boolean => (look.faces.get(line.font)?.isBold ?? false) && !look.faces.get(look.bodyFont)?.isBold
