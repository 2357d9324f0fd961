import { describe as anchor } from '#shared/anchor/describe.ts'
import type { ReportInput } from '#shared/report/build-report.ts'
import type { ClaimView, EvidenceView, FindingView, NoteRecord, ReviewEvent, Status } from '#shared/review/index.ts'

export const AT = '2026-03-10T11:52:00.000Z'

/** An article of one paragraph and its note. `words` are claims by their exact words; the rest has plain defaults. */
export interface Given {
  title?: string
  text?: string
  claims?: (Partial<ClaimView['claim']> & { words: string; evidence?: EvidenceView[]; comments?: ClaimView['comments']; findings?: FindingView[]; history?: ReviewEvent[]; noteLabels?: string[] })[]
  notes?: NoteRecord[]
  findings?: FindingView[]
  events?: ReviewEvent[]
}

export function buildReviewInput({ title = 'Iron and figures', text = 'Output was 3.87 trillion dollars in 2018.', claims = [], notes = [], findings = [], events = [] }: Given = {}): ReportInput {
  return {
    article: { id: 'a1', title, headHash: events.at(-1)?.hash ?? null },
    draft: { number: 1, name: 'iron.txt', sha256: '9c41e0b7'.repeat(8), importedAt: '2026-03-09T09:00:00.000Z', importedBy: 'Ines Okafor', words: 7, url: null },
    text, blocks: [{ kind: 'paragraph', span: { start: 0, end: text.length } }], notes, findings, checks: [{ checkId: 'malformed-notes', outcome: 'ran', reason: null, count: 0 }], events,
    claims: claims.map(({ words, evidence = [], comments = [], findings: found = [], history = [], noteLabels = [], ...rest }, index): ClaimView => {
      const start = text.indexOf(words)
      if (start < 0) throw new Error(`“${words}” is not in the text.`)
      const span = { start, end: start + words.length }
      const { quote, prefix, suffix } = anchor(text, span)
      return {
        claim: {
          id: `c${index + 1}`, articleId: 'a1', draftId: 'd1', number: String(index + 1), span, quote, prefix, suffix, statement: words, statementBy: null, needsContext: false, kinds: ['number'], layer: 'true',
          quotationId: null, speaker: null, score: 0.5, reasons: [], origin: 'rule', status: 'to-check', reason: null, statusBy: null, statusAt: null, waitingOn: null, version: 1, createdAt: AT, deletedAt: null, ...rest,
        },
        notes: noteLabels.map((label) => ({ note: notes.find((note) => note.label === label) ?? buildNote(label), result: 'supports', resultBy: 'Ines Okafor', resultAt: AT })),
        evidence, comments, findings: found, history, supported: evidence.some((piece) => piece.stance === 'supports'),
      }
    }),
  }
}

export const buildNote = (label: string, over: Partial<NoteRecord> = {}): NoteRecord => ({ id: `n${label}`, label, text: `Source ${label}, 2018.`, malformed: null, ibidOf: null, pinpoint: null, marks: [], definition: null, source: null, ...over })

export const buildEvidence = (over: Partial<EvidenceView> = {}): EvidenceView => ({
  id: 'e1', articleId: 'a1', claimId: 'c1', kind: 'reference', stance: 'supports', quote: null, locator: null, note: '', url: null, snapshotId: null, table: null, reference: 'Yearbook 2018',
  createdBy: 'Ines Okafor', createdAt: AT, deletedAt: null, snapshot: null, ...over,
})

export const buildFinding = (over: Partial<FindingView> = {}): FindingView => ({
  id: 'f1', checkId: 'parts-above-the-whole', title: 'Parts above the whole', severity: 'contradiction', primary: { start: 0, end: 6 }, related: [], what: '61% + 45% = 106%.', why: 'Parts cannot exceed the whole.',
  todo: 'Check the base.', data: {}, state: 'open', reason: null, decidedBy: null, decidedAt: null, ...over,
})

export const buildEvent = (over: Partial<ReviewEvent> = {}): ReviewEvent => ({
  id: 'v1', articleId: 'a1', sequence: 1, act: 'act-1', actor: 'Ines Okafor', at: AT, kind: 'set-status', entity: 'claim', entityId: 'c1', claimId: 'c1', before: { status: 'to-check' }, after: { status: 'disputed', reason: 'Too high.' },
  undoes: null, hash: 'ab'.repeat(32), previousHash: null, ...over,
})

/** As many claims of each status as asked for, on one long text. */
export function buildTallied(counts: Partial<Record<Status, number>>): ReportInput {
  const statuses = Object.entries(counts).flatMap(([status, count]) => Array.from({ length: count }, () => status as Status))
  const words = statuses.map((_, index) => `Fact ${index + 1}.`)
  return buildReviewInput({ text: words.join(' '), claims: statuses.map((status, index) => ({ words: words[index] ?? '', status, noteLabels: ['1'] })) })
}
