import type { Span } from '../document/document.ts'

/** Characters of context kept either side of a quote: enough to tell two like sentences apart (Hypothesis keeps 32 too). */
const CONTEXT = 32

/** A quote with what stands around it: W3C TextQuoteSelector plus TextPositionSelector, in UTF-16 code units. */
export interface Anchor {
  span: Span
  quote: string
  prefix: string
  suffix: string
}

/** Describes a span so that it can be found again in changed text. Never cuts a surrogate pair. */
export function describe(text: string, span: Span): Anchor {
  const from = wholeCharacter(text, Math.max(0, span.start - CONTEXT))
  const to = wholeCharacter(text, Math.min(text.length, span.end + CONTEXT))
  return { span, quote: text.slice(span.start, span.end), prefix: text.slice(from, span.start), suffix: text.slice(span.end, to) }
}

/** Moves an offset off the middle of a surrogate pair, back to its start. */
function wholeCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset
}
