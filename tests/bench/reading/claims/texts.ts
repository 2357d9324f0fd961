import { readDocument } from '#server/importers/index.ts'
import type { Analysis } from '#shared/analysis.ts'
import type { Span } from '#shared/document/document.ts'
import type { ClaimDraft } from '#shared/extract/claim-draft.ts'
import { readClaims } from '#shared/extract/extract.ts'
import type { Judge } from '#shared/extract/judge.ts'
import { analyse } from '#shared/pipeline.ts'
import { tokenise, type Tokens } from '#shared/segment/tokens.ts'
import { type Label, type LabelledSection, placeSentences, workOf } from '../../../labels/labels.ts'

export interface PlacedSentence { span: Span; words: string; label: Exclude<Label, 'disagreed'> }

/** A file with labelled sentences, read; `work` names the text, which may stand in several files. */
export interface LabelledText { file: string; work: string; analysis: Analysis; tokens: Tokens; sentences: PlacedSentence[] }

export interface LabelledTexts {
  texts: LabelledText[]
  disagreed: number
  unplaced: number
  /** Sentences that their text had before, word for word: labelled alike, and counted once. */
  repeated: number
  /** Files whose format is not read. */
  unread: string[]
}

/** Reads the labelled sections, file by file; `read` gives a file of ../shared/data/articles. */
export async function readTexts(sections: readonly LabelledSection[], read: (file: string) => Uint8Array | null): Promise<LabelledTexts> {
  const all: LabelledTexts = { texts: [], disagreed: 0, unplaced: 0, repeated: 0, unread: [] }
  for (const file of new Set(sections.map((section) => section.file))) {
    const bytes = read(file)
    const analysis = bytes && (await readDocument(bytes, { name: file }).then(({ document }) => analyse(document), () => null))
    if (!analysis) {
      all.unread.push(file)
      continue
    }
    const { text } = analysis.document
    const seen = new Set<string>()
    const placed: PlacedSentence[] = []
    for (const { sentences } of sections.filter((section) => section.file === file)) {
      placeSentences(text, sentences).forEach((span, index) => {
        const { label, hash } = sentences[index]!
        if (label === 'disagreed') all.disagreed += 1
        else if (span === null) all.unplaced += 1
        else if (seen.has(hash + label)) all.repeated += 1
        else placed.push({ span, words: text.slice(span.start, span.end).replace(/\s+/g, ' '), label })
        seen.add(hash + label)
      })
    }
    all.texts.push({ file, work: workOf(file), analysis, tokens: tokenise(text), sentences: placed })
  }
  return all
}

/** The claims of a text by any judge. */
export function claimsBy({ analysis: { document, segments, citations, facts }, tokens }: LabelledText, judge: Judge): ClaimDraft[] {
  return readClaims(document, segments, citations, facts, tokens, judge).claims
}

/** Whether the greater part of a stretch lies in a sentence. */
export const isMostlyIn = ({ start, end }: Span, sentence: Span): boolean => 2 * (Math.min(end, sentence.end) - Math.max(start, sentence.start)) > end - start

/** A claim belongs to the sentence that holds the greater part of it; that words were said, to the sentence where they begin. */
export const yieldsClaim = (claims: readonly ClaimDraft[], sentence: Span): boolean =>
  claims.some(({ span, layer }) => (layer === 'said' ? span.start >= sentence.start && span.start < sentence.end : isMostlyIn(span, sentence)))
