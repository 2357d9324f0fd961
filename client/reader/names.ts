import { isSettled, STATUS_WORDS, type ClaimSummary } from '#shared/review/index.ts'

/** What a claim is called for those who do not see its marks: "Claim 99, querying, 2 doubts: each of which was …". */
export function claimName(claim: ClaimSummary): string {
  const parts = [`Claim ${claim.number}`, STATUS_WORDS[claim.status].label.toLowerCase()]
  if (claim.layer === 'said') parts.push('was it said')
  if (claim.findings > 0) parts.push(claim.findings === 1 ? '1 finding' : `${claim.findings} findings`)
  return `${parts.join(', ')}: ${claim.statement}`
}

/** Whether a quotation was decided (it was said) while something inside it is still open: its tick must not stand alone. */
export const isOpenInside = (said: ClaimSummary, claims: readonly ClaimSummary[]): boolean =>
  said.layer === 'said' && isSettled(said.status) && claims.some((claim) => claim.quotationId === said.id && !isSettled(claim.status))
