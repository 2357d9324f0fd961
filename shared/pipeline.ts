import type { Analysis } from './analysis.ts'
import { citeDocument } from './citations/cite-document.ts'
import type { Document } from './document/document.ts'
import { extractClaims } from './extract/extract.ts'
import { findFacts } from './facts/index.ts'
import { segmentDocument } from './segment/sentences.ts'
import { tokenise } from './segment/tokens.ts'

/** Reads an article: sentences, then notes, then facts, then claims. Pure; all spans index `document.text`. */
export function analyse(document: Document): Analysis {
  const tokens = tokenise(document.text)
  const segments = segmentDocument(document)
  const { citations, orphans, warnings } = citeDocument(document, segments, tokens)
  const facts = findFacts(document, segments)
  const claims = extractClaims(document, segments, citations, facts, tokens)
  return { document, segments, citations, orphans, facts, claims, warnings: [...document.warnings, ...warnings] }
}
