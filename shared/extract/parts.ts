import type { Span } from '../document/document.ts'

/** A half-open range of tokens. */
export interface Range { from: number; to: number }

/**
 * A part of a sentence that asserts something by itself. `leads` are stretches of the sentence whose words stand before its own in the statement (the subject, the date that governs it),
 * `link` a word between ("was"), `from` where its own words begin for the statement (behind "which").
 */
export interface Part { span: Span; leads: readonly Span[]; link?: string | undefined; from?: number | undefined }
/** A part while it is still tokens. */
export interface Piece { range: Range; leads: readonly Range[]; link?: string; from?: number }

/** Where a sentence may come apart: before token `at`. `sign`: `,` `;` `:` or the coordinating word. */
export interface Joint { at: number; sign: string }
