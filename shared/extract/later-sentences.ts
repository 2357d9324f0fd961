import type { Citation, CslItem } from '../citations/citation.ts'
import type { Span } from '../document/document.ts'
import { firstWhere } from '../document/in-order.ts'
import type { Fact, FactOf } from '../facts/fact.ts'
import type { Segment } from '../segment/segment.ts'

/** What a source may tell of a time that is still to come. */
const AHEAD = /\b(?:will|would|shall|should|may|might|could|expect(?:s|ed)|forecasts?|project(?:s|ed)|predict(?:s|ed)|plans?|planned|aims?|targets?|scheduled|due|promise[sd]?|pledge[sd]?)\b/i
/** "by 2030", "until 2025": reaches forward from the time of writing. */
const REACHING = /\b(?:by|until|till|through|to|before|from now)\s+(?:the\s+)?(?:end\s+of\s+)?$/i
const REACHING_WINDOW = 24

/**
 * A source tells nothing of what happened after it came out. Where a mark closes several sentences, those at the front that tell of a later time do not rest on it: their stretch begins behind them.
 * The sentence in which the mark stands keeps it, whatever its dates: there the author's claim is plain, and a checker must see that the source cannot hold it.
 * A mark whose note names a work without a date is left alone. Linear in the citations and the facts under them.
 */
export function withoutLaterSentences(text: string, segments: readonly Segment[], citations: readonly Citation[], facts: readonly Fact[]): Citation[] {
  const dates = facts.filter((fact): fact is FactOf<'date'> => fact.kind === 'date' && fact.from !== null)
  return citations.map((citation) => {
    const lastDay = lastDayOf(citation)
    if (lastDay === null) return citation
    let { start } = citation.carries
    for (let at = firstWhere(segments, ({ span }) => span.end > start); at + 1 < segments.length && segments[at + 1]!.span.start < citation.carries.end; at += 1) {
      const { kind, span } = segments[at]!
      if (kind !== 'sentence' || !tellsOfLater(text, { start: Math.max(start, span.start), end: span.end }, dates, lastDay)) break
      start = segments[at + 1]!.span.start
    }
    return start === citation.carries.start ? citation : { ...citation, carries: { start, end: citation.carries.end } }
  })
}

function tellsOfLater(text: string, { start, end }: Span, dates: readonly FactOf<'date'>[], lastDay: string): boolean {
  let isLater = false
  for (let at = firstWhere(dates, ({ span }) => span.start >= start); at < dates.length && dates[at]!.span.start < end; at += 1) {
    const { span, from } = dates[at]!
    if (!/^\d{4}/.test(from!) || from! <= lastDay) continue
    if (REACHING.test(text.slice(Math.max(start, span.start - REACHING_WINDOW), span.start))) return false
    isLater = true
  }
  return isLater && !AHEAD.test(text.slice(start, end))
}

/** The last day on which all works of a note can have come out (ISO 8601); null where one of them does not say. */
function lastDayOf({ source, sources = [] }: Citation): string | null {
  const works = sources.length > 0 ? sources.map((work) => work.source) : [source]
  const days = works.map((work) => lastOf(work))
  return days.some((day) => day === null) ? null : (days as string[]).sort().at(-1) ?? null
}

function lastOf(work: CslItem | null): string | null {
  const [year, month = 12, day = 31] = work?.issued?.['date-parts']?.at(-1) ?? []
  return year === undefined || year < 1000 ? null : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
