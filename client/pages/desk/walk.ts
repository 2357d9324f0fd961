import type { Block } from '#shared/document/document.ts'
import { isToDecide, type ClaimSummary } from '#shared/review/index.ts'

/** The claim `by` places along, staying inside the list; the first when none is current. */
export function step(claims: readonly ClaimSummary[], currentId: string | null, by: 1 | -1): ClaimSummary | null {
  const at = claims.findIndex((claim) => claim.id === currentId)
  if (at < 0) return (by > 0 ? claims[0] : claims.at(-1)) ?? null
  return claims[Math.min(Math.max(at + by, 0), claims.length - 1)] ?? null
}

/** The next (or previous) claim that a person still has to decide, after the current one and then from the other end; null when there is none. */
export function stepToDecide(claims: readonly ClaimSummary[], currentId: string | null, by: 1 | -1): ClaimSummary | null {
  const at = claims.findIndex((claim) => claim.id === currentId)
  const ahead = by > 0 ? [...claims.slice(at + 1), ...claims.slice(0, Math.max(at, 0))] : [...claims.slice(0, Math.max(at, 0)).reverse(), ...claims.slice(at + 1).reverse()]
  return ahead.find((claim) => isToDecide(claim.status)) ?? null
}

/** The first claim of the next (or previous) block that has one. */
export function stepParagraph(claims: readonly ClaimSummary[], blocks: readonly Block[], currentId: string | null, by: 1 | -1): ClaimSummary | null {
  const blockOf = (claim: ClaimSummary): number => blocks.findIndex((block) => block.span.start <= claim.span.start && claim.span.start < block.span.end)
  const current = claims.find((claim) => claim.id === currentId)
  if (!current) return claims[0] ?? null
  const here = blockOf(current)
  if (by > 0) return claims.find((claim) => blockOf(claim) > here) ?? current
  const before = claims.findLast((claim) => blockOf(claim) < here)
  if (!before) return claims.find((claim) => blockOf(claim) === here) ?? current
  return claims.find((claim) => blockOf(claim) === blockOf(before)) ?? before
}
