import type { Citation } from '#shared/citations/citation.ts'
import { citeDocument } from '#shared/citations/cite-document.ts'
import { textOf } from '#shared/document/document.ts'
import { readPlainText } from '#shared/document/plain-text.ts'
import { segmentDocument } from '#shared/segment/sentences.ts'

/** A plain text read as far as its notes. */
export function cite(text: string) {
  const document = readPlainText(text, 'x')
  const found = citeDocument(document, segmentDocument(document))
  return { document, ...found, carried: found.citations.map(({ carries }) => textOf(document.text, carries)) }
}
export const labels = (text: string): string[] => cite(text).citations.map(({ label }) => label)
export const kinds = (text: string): [Citation['kind'], string][] => cite(text).citations.map(({ kind, label }) => [kind, label])
export const codes = (text: string): string[] => cite(text).warnings.map(({ code }) => code)
