import { Status, type ClaimSummary, type Tally } from '#shared/review/index.ts'

/** Claims per status in one pass; every status is there, zeros included. */
export function tallyOf(claims: readonly ClaimSummary[]): Tally {
  const tally = Object.fromEntries(Status.options.map((status) => [status, 0])) as Tally
  for (const claim of claims) tally[claim.status] = (tally[claim.status] ?? 0) + 1
  return tally
}
