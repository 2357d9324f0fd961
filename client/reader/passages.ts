import type { Block, Span } from '#shared/document/document.ts'
import { isSettled, type ClaimSummary, type FindingView, type NoteRecord } from '#shared/review/index.ts'
import type { NoteMark } from './segments.ts'

/** What stands on the sheet, one under another. */
export type Piece =
  | { kind: 'block'; index: number; block: Block; claims: readonly ClaimSummary[]; notes: readonly NoteMark[]; findings: readonly FindingView[]; open: readonly NoteRecord[] }
  | { kind: 'furniture'; index: number; block: Block }
  | { kind: 'fold'; index: number; /** The folded blocks, and how many claims stand in them. */ blocks: number[]; claims: number }

/** What is known of each block, by its index. */
export interface OfBlocks {
  claims: readonly (readonly ClaimSummary[])[]
  notes: readonly (readonly NoteMark[])[]
  findings: readonly (readonly FindingView[])[]
  open: readonly (readonly NoteRecord[])[]
}

const NONE: readonly never[] = []

/** The article's blocks as pieces of the sheet. `mayFold` says which blocks may be folded away where all in them is settled; runs become one piece. */
export function piecesOf(blocks: readonly Block[], of: OfBlocks, mayFold: (index: number) => boolean): Piece[] {
  const folds = (index: number): boolean => {
    const claims = of.claims[index] ?? NONE
    return blocks[index]?.kind !== 'furniture' && claims.length > 0 && mayFold(index) && claims.every((claim) => isSettled(claim.status))
  }
  const pieces: Piece[] = []
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index]
    if (!block) continue
    if (block.kind === 'furniture') pieces.push({ kind: 'furniture', index, block })
    else if (folds(index)) {
      const run = [index]
      while (folds(index + 1)) run.push((index += 1))
      pieces.push({ kind: 'fold', index: run[0] ?? index, blocks: run, claims: new Set(run.flatMap((at) => (of.claims[at] ?? NONE).map((claim) => claim.id))).size })
    } else pieces.push({ kind: 'block', index, block, claims: of.claims[index] ?? NONE, notes: of.notes[index] ?? NONE, findings: of.findings[index] ?? NONE, open: of.open[index] ?? NONE })
  }
  return pieces
}

/**
 * Characters after which a passage ends: two or three windows of text. The browser skips a passage as a whole while it is out of sight, and looks in every
 * frame which ones are: a hundred passages of a book cost it nothing, its thousands of paragraphs would.
 */
const PASSAGE = 5000

/** Runs of pieces that are drawn and skipped together. */
export function passagesOf(pieces: readonly Piece[]): Piece[][] {
  const passages: Piece[][] = []
  let length = Infinity
  for (const piece of pieces) {
    if (length >= PASSAGE) {
      passages.push([])
      length = 0
    }
    passages.at(-1)?.push(piece)
    if (piece.kind === 'block') length += piece.block.span.end - piece.block.span.start
  }
  return passages
}

/** The new list with every entry that holds the same things as the old one at its place replaced by that: what did not change keeps its identity. */
export function keepSame<T extends object>(before: readonly T[], now: readonly T[], same: (a: T, b: T) => boolean): readonly T[] {
  const kept = now.map((entry, index) => {
    const old = before[index]
    return old && same(old, entry) ? old : entry
  })
  return kept.length === before.length && kept.every((entry, index) => entry === before[index]) ? before : kept
}
export const sameEntries = <T>(a: readonly T[], b: readonly T[]): boolean => a.length === b.length && a.every((entry, index) => entry === b[index])
export function samePiece(a: Piece, b: Piece): boolean {
  if (a.kind === 'fold' || b.kind === 'fold') return a.kind === b.kind && a.kind === 'fold' && b.kind === 'fold' && a.claims === b.claims && sameEntries(a.blocks, b.blocks)
  if (a.kind !== b.kind || a.index !== b.index || a.block !== b.block) return false
  return a.kind === 'furniture' || b.kind === 'furniture' || (a.claims === b.claims && a.notes === b.notes && a.findings === b.findings && a.open === b.open)
}

/** Characters on a line and px of a line's height at the reading size (tokens.css), px between blocks: enough to guess a height before it is laid out. */
const LINE = { characters: 62, height: 32, gap: 16 }
/** Px that a passage will be high, about. */
export const guessHeight = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + (piece.kind === 'block' ? Math.ceil(lengthOf(piece.block.span) / LINE.characters) * LINE.height + LINE.gap : LINE.height), 0)
const lengthOf = (span: Span): number => span.end - span.start
