import type { Analysis } from './analysis.ts'
import type { Citation } from './citations/citation.ts'
import { citeDocument } from './citations/cite-document.ts'
import type { Document, Span } from './document/document.ts'
import { firstWhere } from './document/in-order.ts'
import { readClaims } from './extract/extract.ts'
import { inkOf } from './extract/ink.ts'
import { withoutLaterSentences } from './extract/later-sentences.ts'
import { findFacts } from './facts/index.ts'
import { segmentDocument } from './segment/sentences.ts'
import { tokenise } from './segment/tokens.ts'
import { marksOf } from './segment/unmarked.ts'

/** "9", "3,4", "2–5"; a source told in the text may be called "5.1 Ships". */
const NUMBER = /^\d+(?:[,–-]\d+)*$/
const LONGEST_NUMBER = 12

/** The marks of notes that the format knew, and the bare numbers that turned out to be marks: "precision.9 The court". */
function numbersOfNotes(document: Document, citations: readonly Citation[]): Span[] {
  const known = marksOf(document)
  const bare = citations.flatMap(({ mark }) => (mark.end - mark.start <= LONGEST_NUMBER && NUMBER.test(document.text.slice(mark.start, mark.end)) ? [mark] : []))
  const own = bare.filter((mark) => known[firstWhere(known, ({ end }) => end > mark.start)]?.start !== mark.start)
  return own.length === 0 ? known : [...known, ...own].sort((a, b) => a.start - b.start)
}

/** Reads an article: sentences, then notes, then facts, then claims, then what no claim holds. Pure; all spans index `document.text`. */
export function analyse(document: Document): Analysis {
  const tokens = tokenise(document.text)
  const segments = segmentDocument(document, tokens)
  const { citations: found, orphans, warnings } = citeDocument(document, segments, tokens)
  const facts = findFacts(document, segments, tokens, { marks: numbersOfNotes(document, found) })
  const citations = withoutLaterSentences(document.text, segments, found, facts)
  const { claims, refused } = readClaims(document, segments, citations, facts, tokens)
  const ink = inkOf(tokens, segments, citations, facts, claims, refused)
  return { document, segments, citations, orphans, facts, claims, ink, warnings: [...document.warnings, ...warnings] }
}
