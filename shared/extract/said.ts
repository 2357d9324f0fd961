import type { FactOf } from '../facts/fact.ts'
import type { ClaimDraft } from './claim-draft.ts'
import type { Article } from './sentence.ts'
import { stateQuotation } from './statement.ts'

/** Whether words were said is always worth asking; more so when a note is meant to show it. */
const SAID_SCORE = 0.5
const SAID_CITED = 0.1

/** The claim that somebody said these words. */
export function saidClaim({ text, notes }: Article, { span, inner, speaker }: FactOf<'quotation'>): ClaimDraft {
  const carrying = notes.carrying(span)
  const reasons = [{ signal: 'quotation', label: 'gives somebody’s exact words', weight: SAID_SCORE }]
  if (carrying.length > 0) reasons.push({ signal: 'cited', label: 'carries a note that must support it', weight: SAID_CITED })
  return {
    quote: text.slice(span.start, span.end), span, statement: stateQuotation(text.slice(inner.start, inner.end), speaker), needsContext: speaker === null, kinds: ['quotation', 'attribution'],
    layer: 'said', quotation: null, speaker, score: reasons.reduce((sum, { weight }) => sum + weight, 0), reasons, notes: carrying, hedges: [], time: [], quantities: [],
  }
}
