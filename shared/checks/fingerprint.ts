import { textOf, type Span } from '../document/document.ts'

/** Quotation marks, dashes and spaces that an edit elsewhere (or another importer) may print differently without changing the words. */
const normalise = (quote: string): string =>
  quote.normalize('NFKC').toLowerCase().replace(/[‘’‚‛]/g, "'").replace(/[“”„‟]/g, '"').replace(/[‐-―−]/g, '-').replace(/\s+/g, ' ').trim()

/** 53-bit string hash (cyrb53, public domain, github.com/bryc/code): Node's hashes are out of reach here, and a fingerprint needs no secrecy. */
function hash(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0')
}

/** Names a finding by its check and the words it touches, wherever they stand: a dismissal survives edits elsewhere in the article. */
export const fingerprint = (checkId: string, text: string, spans: readonly Span[]): string =>
  `${checkId}:${hash(spans.map((span) => normalise(textOf(text, span))).join('\u001f'))}`
