import { overlaps } from '../document/document.ts'
import type { Block } from '../document/document.ts'
import type { CheckRun } from '../checks/check.ts'
import { isSettled, Status, type ClaimView, type FindingView, type NoteRecord, type ReviewEvent, type Tally } from '../review/index.ts'
import type { Report, ReportClaim, ReportOptions } from './report.ts'
import { dayWords, SEVERITY_WORDS } from './wording.ts'

/** Everything of one article's review. `claims` are the live ones in text order; `findings` all that are not resolved; `events` the whole history, oldest first. */
export interface ReportInput {
  article: { id: string; title: string; headHash: string | null }
  draft: Report['draft']
  text: string
  blocks: Block[]
  claims: ClaimView[]
  notes: NoteRecord[]
  findings: FindingView[]
  checks: CheckRun[]
  events: ReviewEvent[]
}

/**
 * The report of a review as it stands. Pure: the same input gives the same report; its date is the last event's (of the import, where nothing happened).
 * The summary counts the whole review whatever is left out; what no chosen section shows is not in the report at all, internal notes and their history included.
 */
export function buildReport(input: ReportInput, options: ReportOptions): Report {
  const shows = (...sections: ReportOptions['sections']): boolean => sections.some((section) => options.sections.includes(section))
  const tally = tallyOf(input.claims)
  const chosen = shows('article', 'claims', 'history') ? input.claims.filter((view) => !options.onlyDisputed || view.claim.status === 'disputed' || view.claim.status === 'conflicting') : []
  const touched = new Set(chosen.flatMap((view) => input.findings.filter((finding) => touches(finding, view)).map((finding) => finding.id)))
  const live = new Set(input.claims.map((view) => view.claim.id))
  return {
    version: 1,
    date: input.events.at(-1)?.at ?? input.draft.importedAt,
    options,
    article: { id: input.article.id, title: input.article.title },
    draft: input.draft,
    people: peopleOf(input.events),
    tally,
    settled: input.claims.filter((view) => isSettled(view.claim.status)).length,
    total: input.claims.length,
    open: openList(input, tally),
    text: shows('article') ? input.text : '',
    blocks: shows('article') ? input.blocks : [],
    claims: chosen.map((view) => reportClaim(view, options)),
    notes: shows('notes', 'article', 'claims') ? input.notes : [],
    otherFindings: options.onlyDisputed || !shows('article', 'claims') ? [] : input.findings.filter((finding) => !touched.has(finding.id)),
    otherHistory: shows('history') ? input.events.filter((event) => (event.claimId === null || !live.has(event.claimId)) && isShown(event, options)) : [],
    checks: input.checks,
    headHash: input.article.headHash,
  }
}

const touches = (finding: FindingView, { claim }: ClaimView): boolean => [finding.primary, ...finding.related.map((related) => related.span)].some((span) => overlaps(span, claim.span))

/** Every status with its count, zeros included. */
const tallyOf = (claims: readonly ClaimView[]): Tally => Object.fromEntries(Status.options.map((status) => [status, claims.filter((view) => view.claim.status === status).length])) as Tally

/** Who acted, most acts first. One gesture is one act, however many events it wrote. */
function peopleOf(events: readonly ReviewEvent[]): Report['people'] {
  const acts = new Map<string, Set<string>>()
  for (const { actor, act } of events) acts.set(actor, (acts.get(actor) ?? new Set()).add(act))
  return [...acts].map(([name, ids]) => ({ name, acts: ids.size })).sort((a, b) => b.acts - a.acts || (a.name < b.name ? -1 : 1))
}

function reportClaim(view: ClaimView, options: ReportOptions): ReportClaim {
  return {
    claim: view.claim,
    notes: view.notes.map(({ note, result, resultBy, resultAt }) => ({ label: note.label, noteId: note.id, result, resultBy, resultAt })),
    evidence: view.evidence,
    comments: view.comments.filter((comment) => !options.withoutInternal || !comment.internal),
    findings: view.findings,
    history: options.sections.includes('history') ? view.history.filter((event) => isShown(event, options)) : [],
  }
}

/** The history quotes what it changed: where internal notes are left out, so are the events that hold their words. */
const isShown = (event: ReviewEvent, { withoutInternal }: ReportOptions): boolean => !withoutInternal || event.entity !== 'comment' || !(isInternal(event.before) || isInternal(event.after))
const isInternal = (record: unknown): boolean => record !== null && typeof record === 'object' && (record as { internal?: unknown }).internal === true

/** What stands between this copy and a sign-off, most pressing first; only what is not zero. */
function openList({ claims, findings, checks }: ReportInput, tally: Tally): Report['open'] {
  const toDecide = tally['to-check'] + tally.recheck
  const again = tally.recheck === 0 ? '' : tally.recheck === toDecide ? ' again' : `, ${tally.recheck} of them again`
  const asked = claims.flatMap(({ claim }) => (claim.status === 'querying' && claim.statusAt !== null ? [claim.statusAt] : [])).sort()
  const uncited = claims.filter((view) => view.notes.length === 0 && view.claim.status !== 'waived').length
  const failed = new Set(claims.flatMap((view) => view.evidence.flatMap(({ snapshot }) => (snapshot?.state === 'failed' ? [snapshot.id] : [])))).size
  const crashed = checks.filter((run) => run.outcome === 'crashed').length
  const found = (severity: FindingView['severity']): number => findings.filter((finding) => finding.state === 'open' && finding.severity === severity).length
  const entry = (count: number, one: string, many: string, rest = ''): { count: number; what: string } => ({ count, what: (count === 1 ? one : many) + rest })
  return [
    entry(toDecide, 'claim to check', 'claims to check', again),
    entry(tally.querying, 'query out', 'queries out', asked[0] === undefined ? '' : `, ${tally.querying === 1 ? '' : 'the oldest '}since ${dayWords(asked[0])}`),
    ...(['contradiction', 'doubt', 'question'] as const).map((severity) => entry(found(severity), SEVERITY_WORDS[severity].one, SEVERITY_WORDS[severity].many, ' neither dismissed nor resolved')),
    entry(uncited, 'claim no note reaches', 'claims no note reaches'),
    entry(failed, 'page or file that could not be captured', 'pages or files that could not be captured'),
    entry(crashed, 'check crashed and is not counted as silent', 'checks crashed and are not counted as silent'),
  ].filter(({ count }) => count > 0)
}
