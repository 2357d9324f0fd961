import type { Block } from '#shared/document/document.ts'
import { isToDecide, type ClaimSummary } from '#shared/review/index.ts'

/** Where one stands in the text: a claim, also one that the filter hides. */
export type Standing = Pick<ClaimSummary, 'id' | 'span'> | null

/** Index of the first claim after the current one, and of the last before it. A claim that is not in the list stands between its neighbours in the text. */
function around(claims: readonly ClaimSummary[], current: NonNullable<Standing>): { before: number; after: number } {
  const at = claims.findIndex((claim) => claim.id === current.id)
  if (at >= 0) return { before: at - 1, after: at + 1 }
  const after = claims.findIndex((claim) => claim.span.start > current.span.start || (claim.span.start === current.span.start && claim.span.end < current.span.end))
  return after < 0 ? { before: claims.length - 1, after: claims.length } : { before: after - 1, after }
}

/** The claim before or after the current one; the one at the end of the road stays. Without a current claim, the first or the last. */
export function step(claims: readonly ClaimSummary[], current: Standing, by: 1 | -1): ClaimSummary | null {
  if (!current) return (by > 0 ? claims[0] : claims.at(-1)) ?? null
  const { before, after } = around(claims, current)
  return (by > 0 ? (claims[after] ?? claims.at(-1)) : (claims[before] ?? claims[0])) ?? null
}

/** The next (or previous) claim that a person still has to decide, after the current one and then from the other end; null when there is none. */
export function stepToDecide(claims: readonly ClaimSummary[], current: Standing, by: 1 | -1): ClaimSummary | null {
  const { before, after } = current ? around(claims, current) : { before: -1, after: 0 }
  const ahead = by > 0 ? [...claims.slice(after), ...claims.slice(0, before + 1)] : [...claims.slice(0, before + 1).reverse(), ...claims.slice(after).reverse()]
  return ahead.find((claim) => isToDecide(claim.status)) ?? null
}

/** The first claim of the next (or previous) block that has one. */
export function stepParagraph(claims: readonly ClaimSummary[], blocks: readonly Block[], current: Standing, by: 1 | -1): ClaimSummary | null {
  const blockAt = (offset: number): Block | undefined => blocks.find((block) => block.span.start <= offset && offset < block.span.end)
  const firstFrom = (offset: number): ClaimSummary | null => claims.find((claim) => claim.span.start >= offset) ?? null
  if (!current) return claims[0] ?? null
  const here = blockAt(current.span.start)?.span ?? current.span
  if (by > 0) return firstFrom(here.end) ?? claims.at(-1) ?? null
  const before = claims.findLast((claim) => claim.span.start < here.start)
  return before ? firstFrom(blockAt(before.span.start)?.span.start ?? before.span.start) : (claims[0] ?? null)
}
