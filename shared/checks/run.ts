import type { CheckedAnalysis } from '../analysis.ts'
import type { Check, CheckContext, CheckDescription, CheckRun, FindingDraft, Hit } from './check.ts'
import type { Span } from '../document/document.ts'
import type { FactKind } from '../facts/fact.ts'
import { fingerprint } from './fingerprint.ts'
import { checks as everyCheck } from './rules/index.ts'

type Need = Check['needs'][number]

const hasFact = (...kinds: FactKind[]) => (analysis: CheckedAnalysis): boolean => analysis.facts.some((fact) => kinds.includes(fact.kind))

/** What each need asks of an article, and what is said when the article has none of it. A percentage or a sum of money is a number too. */
const NEEDS: Record<Need, { met: (analysis: CheckedAnalysis, context: CheckContext) => boolean; missing: string }> = {
  numbers: { met: hasFact('number', 'percentage', 'money'), missing: 'No figures were read in this article.' },
  money: { met: hasFact('money'), missing: 'No sums of money were read in this article.' },
  percentages: { met: hasFact('percentage'), missing: 'No percentages were read in this article.' },
  dates: { met: hasFact('date'), missing: 'No dates were read in this article.' },
  ranks: { met: hasFact('rank'), missing: 'No ranks were read in this article.' },
  abbreviations: { met: hasFact('abbreviation'), missing: 'No abbreviation stands beside its expansion in this article.' },
  citations: { met: (analysis) => analysis.citations.length + analysis.orphans.length > 0, missing: 'This article has no notes.' },
  quotations: { met: hasFact('quotation'), missing: 'No quotations were read in this article.' },
  'exchange-rates': { met: (_, context) => context.exchangeRateSource !== '', missing: 'No table of exchange rates is at hand.' },
}

const isWithin = (span: Span, length: number): boolean => span.start >= 0 && span.start < span.end && span.end <= length

function findingOf(check: Check, hit: Hit, text: string): FindingDraft {
  const spans = [hit.primary, ...hit.related.map((related) => related.span)]
  if (!spans.every((span) => isWithin(span, text.length))) throw new RangeError('A hit points outside the text.')
  const words = check.word(hit)
  return {
    checkId: check.id, severity: check.severity, primary: hit.primary, related: hit.related,
    what: words.what, why: words.why ?? check.why, todo: words.todo, data: hit.values, fingerprint: fingerprint(check.id, text, spans),
  }
}

/** The same words found twice are two findings: the second and later ones carry their occurrence. */
function withOccurrence(findings: FindingDraft[]): FindingDraft[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const occurrence = (seen.get(finding.fingerprint) ?? 0) + 1
    seen.set(finding.fingerprint, occurrence)
    return occurrence === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}#${occurrence}` }
  })
}

function runOne(check: Check, analysis: CheckedAnalysis, context: CheckContext): { findings: FindingDraft[]; run: CheckRun } {
  const unmet = check.needs.find((need) => !NEEDS[need].met(analysis, context))
  if (unmet !== undefined) return { findings: [], run: { checkId: check.id, outcome: 'not-applicable', reason: NEEDS[unmet].missing, count: 0 } }
  try {
    const hits = check.find({ analysis, context }).toSorted((a, b) => a.primary.start - b.primary.start || a.primary.end - b.primary.end)
    const findings = withOccurrence(hits.map((hit) => findingOf(check, hit, analysis.document.text)))
    return { findings, run: { checkId: check.id, outcome: 'ran', reason: null, count: findings.length } }
  } catch (error) {
    return { findings: [], run: { checkId: check.id, outcome: 'crashed', reason: error instanceof Error ? error.message : String(error), count: 0 } }
  }
}

/**
 * Runs every check over one analysis. Findings are in text order; `runs` has one entry per check, in the catalogue's order.
 * A check that throws is a run `crashed` with its reason and no findings; it never stops the others and is never a verdict.
 */
export function runChecks(analysis: CheckedAnalysis, context: CheckContext, checks: readonly Check[] = everyCheck): { findings: FindingDraft[]; runs: CheckRun[] } {
  const results = checks.map((check) => runOne(check, analysis, context))
  return {
    findings: results.flatMap((result) => result.findings).toSorted((a, b) => a.primary.start - b.primary.start || a.primary.end - b.primary.end),
    runs: results.map((result) => result.run),
  }
}

/** The catalogue of checks: what each surfaces, why, its limits and examples, in words. */
export const describeChecks = (): CheckDescription[] =>
  everyCheck.map(({ id, title, surfaces, why, limits, severity, stage, needs, examples }) => ({ id, title, surfaces, why, limits, severity, stage, needs, examples }))
