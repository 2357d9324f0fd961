import type { Fact } from './fact.ts'
import { matchesOf, Taken, type Parser } from './parser.ts'

const ORDINALS: Record<string, number> = {
  first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12, thirteenth: 13, fourteenth: 14, fifteenth: 15,
}
const ORDINAL = Object.keys(ORDINALS).join('|')
const SUPERLATIVE = 'largest|biggest|highest|lowest|smallest|fastest|slowest|longest|shortest|oldest|youngest|richest|poorest|tallest|deepest|busiest|strongest'

const PATTERNS: { pattern: RegExp; ordinal: (match: RegExpMatchArray) => number | null }[] = [
  { pattern: /\b(?:No\.|number|Nr\.|№) ?(\d{1,3})\b(?= in\b| on\b| among\b| worldwide\b| globally\b|[.,;)]|$)/gi, ordinal: (match) => Number(match[1]) },
  { pattern: /#(\d{1,3})\b/g, ordinal: (match) => Number(match[1]) },
  { pattern: new RegExp(String.raw`\b(${ORDINAL})(?:[- ](?:only to|in the world|in rank|place|place[d]?|among)\b|[- ](?:${SUPERLATIVE})\b)`, 'gi'), ordinal: (match) => ORDINALS[match[1]!.toLowerCase()]! },
  { pattern: new RegExp(String.raw`\b(?:rank(?:s|ed|ing)?|came|comes|finish(?:es|ed)|placed) (?:at |in )?(?:the )?(?:(${ORDINAL})\b|(\d{1,3})(?:st|nd|rd|th)?\b)`, 'gi'), ordinal: (match) => (match[1] ? ORDINALS[match[1].toLowerCase()]! : Number(match[2])) },
  { pattern: /\b(\d{1,3})(?:st|nd|rd|th)\b(?![- ]centur)/g, ordinal: (match) => Number(match[1]) },
  { pattern: new RegExp(String.raw`\b(one of )?the (?:world['’]s |country['’]s |nation['’]s |single )?(?:${SUPERLATIVE})\b`, 'gi'), ordinal: (match) => (match[1] ? null : 1) },
  { pattern: /\bmore (?:\p{L}+ ){1,4}than any(?: other)?\b/giu, ordinal: () => 1 },
  { pattern: /\b(?:world|global|market) leader\b|\btop[- ](?:rank\w*|\d{1,3}|country|spot|place)\b/gi, ordinal: () => null },
]
/** Nothing here can match without one of these, and the test is cheap. */
const ANY = /No\.|number|#|\dth|\dst|\dnd|\drd|rank|came|come|finish|place|leader|top|est\b|only to|in the world|than any|first|second|third|fourth|fifth|among|№/i

/** Places in an order: "No. 2", "second only to", "13th", "the largest". `ordinal` null: high, but no place said ("one of the largest"). */
export const findRanks: Parser = ({ text }, isTaken) => {
  if (!ANY.test(text)) return []
  const facts: Fact[] = []
  const own = new Taken(text.length)
  for (const { pattern, ordinal } of PATTERNS) for (const match of matchesOf(pattern, text)) {
    const span = { start: match.index, end: match.index + match[0].length }
    if (isTaken(span) || own.has(span)) continue
    own.add(span)
    facts.push({ kind: 'rank', span, hedge: 'exact', ordinal: ordinal(match) })
  }
  return facts.sort((a, b) => a.span.start - b.span.start)
}
