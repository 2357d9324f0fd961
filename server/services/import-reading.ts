import type { Analysis } from '#shared/analysis.ts'
import { textOf, type ChangesView, type Document } from '#shared/document/document.ts'

/** A reading that waits for a person to keep it. */
export interface Reading {
  id: string
  bytes: Uint8Array
  given: { name: string; mediaType?: string; url?: string; view?: ChangesView }
  analysis: Analysis
  readAt: number
  format: string
  /** The file that the article's notes were taken from, where they stand apart. */
  notes?: { name: string; document: Document }
}

const wordCount = (text: string): number => text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)?.length ?? 0
/** Words of running text: neither notes nor furniture. */
export const wordsOf = ({ document }: Analysis): number => document.blocks.filter((block) => block.kind !== 'furniture' && block.kind !== 'note').reduce((sum, block) => sum + wordCount(textOf(document.text, block.span)), 0)
