import { z } from 'zod'
import { Span } from '../document/document.ts'

/** The bibliographic item of CSL-JSON, as far as a note gives it. https://citationstyles.org */
export const CslItem = z.object({
  type: z.string(),
  title: z.string().optional(),
  author: z.array(z.object({ family: z.string().optional(), given: z.string().optional(), literal: z.string().optional() })).optional(),
  'container-title': z.string().optional(),
  publisher: z.string().optional(),
  issued: z.object({ 'date-parts': z.array(z.array(z.int())) }).optional(),
  page: z.string().optional(),
  URL: z.string().optional(),
  DOI: z.string().optional(),
})
export type CslItem = z.infer<typeof CslItem>

/**
 * One note mark and what it stands for. `mark` is where the mark stands in the running text, `definition` where the note's own text stands (null: a mark without a note).
 * `carries` is the stretch of text that the mark supports: back to the previous mark, or to the start of the paragraph.
 * `malformed` is the definition's opening as printed ("{19)") when it is not what the others look like. `ibidOf` is the label of the note whose work this one repeats, resolved to the first.
 * `source` is what the note's text says of the work (for an Ibid., the work it resolves to).
 */
export const Citation = z.object({
  label: z.string(),
  mark: Span,
  definition: Span.nullable(),
  text: z.string(),
  malformed: z.string().nullable(),
  ibidOf: z.string().nullable(),
  pinpoint: z.string().nullable(),
  carries: Span,
  source: CslItem.nullable(),
})
export type Citation = z.infer<typeof Citation>

/** Notes that are defined but never marked in the text. */
export const OrphanNote = z.object({ label: z.string(), definition: Span, text: z.string() })
export type OrphanNote = z.infer<typeof OrphanNote>
