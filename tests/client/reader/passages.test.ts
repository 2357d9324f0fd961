import { expect, test } from 'vitest'
import type { Block } from '#shared/document/document.ts'
import type { ClaimSummary, Status } from '#shared/review/index.ts'
import { guessHeight, keepSame, passagesOf, piecesOf, sameEntries, samePiece, type OfBlocks, type Piece } from '../../../client/reader/passages.ts'

const paragraphs = (...lengths: number[]): Block[] => {
  let at = 0
  return lengths.map((length): Block => ({ kind: 'paragraph', span: { start: at, end: (at += length) } }))
}
const claim = (id: string, status: Status): ClaimSummary => ({ id, status }) as ClaimSummary
const of = (claims: ClaimSummary[][]): OfBlocks => ({ claims, notes: [], findings: [], open: [] })
const kinds = (pieces: readonly Piece[]): string[] => pieces.map((piece) => (piece.kind === 'fold' ? `fold of ${piece.blocks.join('+')}, ${piece.claims}` : `${piece.kind} ${piece.index}`))

test('runs of wholly settled paragraphs fold into one piece; what is open, empty or furniture stays', () => {
  const blocks = paragraphs(10, 10, 10, 10, 10).map((block, index): Block => (index === 4 ? { ...block, kind: 'furniture' } : block))
  const claims = [[claim('a', 'verified')], [claim('b', 'waived'), claim('a', 'verified')], [claim('c', 'to-check')], [], []]
  expect(kinds(piecesOf(blocks, of(claims), () => true))).toEqual(['fold of 0+1, 2', 'block 2', 'block 3', 'furniture 4'])
  expect(kinds(piecesOf(blocks, of(claims), (index) => index !== 1))).toEqual(['fold of 0, 1', 'block 1', 'block 2', 'block 3', 'furniture 4'])
  expect(kinds(piecesOf(blocks, of(claims), () => false))).toEqual(['block 0', 'block 1', 'block 2', 'block 3', 'furniture 4'])
})

test('a passage ends after two or three windows of text, and every piece stands in one', () => {
  const pieces = piecesOf(paragraphs(3000, 3000, 3000, 9000, 10), of([]), () => false)
  const passages = passagesOf(pieces)
  expect(passages.map((passage) => passage.length)).toEqual([2, 2, 1])
  expect(passages.flat()).toEqual(pieces)
  expect(guessHeight(passages[0] ?? [])).toBe(2 * (49 * 32 + 16))
})

test('what did not change keeps its identity through an act', () => {
  const blocks = paragraphs(6000, 6000, 6000)
  const [first, second, third] = [[claim('a', 'to-check')], [claim('b', 'to-check')], [claim('c', 'to-check')]]
  const before = keepSame<Piece>([], piecesOf(blocks, of([first, second, third]), () => false), samePiece)
  const after = keepSame(before, piecesOf(blocks, of([first, [claim('b', 'verified')], third]), () => false), samePiece)
  expect(after.map((piece, index) => piece === before[index])).toEqual([true, false, true])
  const [old, now] = [passagesOf(before), passagesOf(after)]
  expect(keepSame(old, now, sameEntries<Piece>).map((passage, index) => passage === old[index])).toEqual([true, false, true])
  expect(keepSame(before, [...before], samePiece), 'a list of the same things is the same list').toBe(before)
})
