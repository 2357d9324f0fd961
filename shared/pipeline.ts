import type { Analysis } from './analysis.ts'
import { citeDocument } from './citations/cite-document.ts'
import type { Document } from './document/document.ts'
import { readClaims } from './extract/extract.ts'
import { inkOf } from './extract/ink.ts'
import { findFacts } from './facts/index.ts'
import { segmentDocument } from './segment/sentences.ts'
import { tokenise } from './segment/tokens.ts'

/** Reads an article: sentences, then notes, then facts, then claims, then what no claim holds. Pure; all spans index `document.text`. */
export function analyse(document: Document): Analysis {
  const tokens = tokenise(document.text)
  const segments = segmentDocument(document, tokens)
  const { citations, orphans, warnings } = citeDocument(document, segments, tokens)
  const facts = findFacts(document, segments, tokens)
  const { claims, refused } = readClaims(document, segments, citations, facts, tokens)
  const ink = inkOf(tokens, segments, citations, facts, claims, refused)
  return { document, segments, citations, orphans, facts, claims, ink, warnings: [...document.warnings, ...warnings] }
}
