import { citeDocument } from '#shared/citations/cite-document.ts'
import type { Document } from '#shared/document/document.ts'
import { segmentDocument } from '#shared/segment/sentences.ts'
import { tokenise } from '#shared/segment/tokens.ts'

/** The sentences and notes of a document, as `analyse` reads them, without the stages behind. */
export function readNotes(document: Document) {
  const tokens = tokenise(document.text)
  const segments = segmentDocument(document)
  return { segments, ...citeDocument(document, segments, tokens) }
}
