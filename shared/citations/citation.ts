import { z } from 'zod'
import { Span } from '../document/document.ts'

/** A person by parts, or a name that has none (`literal`: an institution, "Xinhua"). */
const CslName = z.object({ family: z.string().optional(), given: z.string().optional(), literal: z.string().optional() })
export type CslName = z.infer<typeof CslName>

/**
 * A date as precise as it is written: [2019, 1, 23], [2019, 1] or [2019]; two of them are a range. `season` 1–4 from spring; `circa` for "c. 1900", "[1843?]";
 * `literal` where there is no date to give ("n.d.", "forthcoming").
 */
const CslDate = z.object({ 'date-parts': z.array(z.array(z.int())).optional(), season: z.int().min(1).max(4).optional(), circa: z.boolean().optional(), literal: z.string().optional() })
export type CslDate = z.infer<typeof CslDate>

/** The bibliographic item of CSL-JSON, as far as a note gives it. https://citationstyles.org */
export const CslItem = z.object({
  type: z.string(),
  title: z.string().optional(),
  author: z.array(CslName).optional(),
  editor: z.array(CslName).optional(),
  translator: z.array(CslName).optional(),
  'container-title': z.string().optional(),
  publisher: z.string().optional(),
  'publisher-place': z.string().optional(),
  issued: CslDate.optional(),
  accessed: CslDate.optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  edition: z.string().optional(),
  page: z.string().optional(),
  number: z.string().optional(),
  genre: z.string().optional(),
  medium: z.string().optional(),
  archive: z.string().optional(),
  archive_location: z.string().optional(),
  URL: z.string().optional(),
  DOI: z.string().optional(),
  ISBN: z.string().optional(),
  PMID: z.string().optional(),
  note: z.string().optional(),
})
export type CslItem = z.infer<typeof CslItem>

/** One work that a note names: what it says of it, where in it, and what of its words was not understood. `ibidOf` as in `Citation`. */
export const CitedWork = z.object({ source: CslItem.nullable(), pinpoint: z.string().nullable(), ibidOf: z.string().nullable(), rest: z.string() })
export type CitedWork = z.infer<typeof CitedWork>

/**
 * `note`: a mark with a note elsewhere. `author-date`: "(Smith 2019, 14)", joined to the bibliography. `source-in-text`: the source is written out where it is used,
 * "[Kropotkin, Op. Cit., p. 163]". `link`: words that lead to another site.
 */
export const CitationKind = z.enum(['note', 'author-date', 'source-in-text', 'link'])
export type CitationKind = z.infer<typeof CitationKind>

/**
 * One mark in the running text and what it stands for. `mark` is where it stands (a link: the words that lead there; the others: signs that are no words of the sentence).
 * `definition` is where the note's own text stands: the note, the entry of the bibliography, or what is in the brackets (null: a mark without a note, a link).
 * `carries` is the stretch of text that the mark supports. `text` is the note in one line (a link: its address).
 * `malformed` is the definition's opening as printed ("{19)") when it is not what the others look like. `ibidOf` is the label of the note whose work this one repeats, resolved to the first.
 * Records stored before there were several kinds have neither `kind` nor `sources` nor `rest`: their citations are notes.
 * `source` is the first work it names (for an Ibid., the work it resolves to), `sources` all of them, `pinpoint` the place in the first; `rest` is what of its text was not understood.
 */
export const Citation = z.object({
  kind: CitationKind.optional(),
  label: z.string(),
  mark: Span,
  definition: Span.nullable(),
  text: z.string(),
  malformed: z.string().nullable(),
  ibidOf: z.string().nullable(),
  pinpoint: z.string().nullable(),
  carries: Span,
  source: CslItem.nullable(),
  sources: z.array(CitedWork).optional(),
  rest: z.string().optional(),
})
export type Citation = z.infer<typeof Citation>

/** Notes that are defined but never marked in the text. */
export const OrphanNote = z.object({ label: z.string(), definition: Span, text: z.string() })
export type OrphanNote = z.infer<typeof OrphanNote>
