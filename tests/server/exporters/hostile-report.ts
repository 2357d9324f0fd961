import { buildReport } from '#shared/report/build-report.ts'
import { ReportOptions, type Report } from '#shared/report/report.ts'
import { AT, buildEvent, buildEvidence, buildFinding, buildNote, buildReviewInput } from '../../shared/report/review-input.ts'

/** Text that would become markup, a formula, a link or a block in one format or another, if it were let. */
export const HOSTILE = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '</style><style>*{display:none}', '</title><h1>', '<!-- -->', ']]>', '&lt;b&gt;', '=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1',
  '# Heading', '1. item', '- item', '> quote', '```code', '~~~', '***', '---', '| a | b |', '**bold** _em_ `code` ~~gone~~', '[link](javascript:alert(1))', '![image](https://evil.example/a.png)', '<https://evil.example>',
  '[ref]: https://evil.example', '[^1]: note', '$x$', 'https://evil.example/?a=1', 'www.evil.example', 'someone@evil.example', 'a\n\n# b', 'a  \nb\n===', '\u202eabc', 'a\u0000b\u0007', '\ud800', '😀 中文 é',
  "a\"b,c;d\ne", '\\', '\\<b>', '    indented', '=HYPERLINK("https://evil.example")', '%0d%0a',
]

/** A report with one hostile text in every field that a person or a source wrote. */
export function buildHostileReport(hostile: string): Report {
  const text = `Before ${hostile} after ${hostile}. {1}`
  const at = text.indexOf(hostile)
  const snapshot = { id: 's1', state: 'captured' as const, sha256: 'cd'.repeat(32), url: hostile, finalUrl: hostile, fileName: hostile, fetchedAt: AT, mediaType: hostile, bytes: 12_000, title: hostile, excerpt: hostile, error: null }
  const table = { table: 't', title: hostile, unit: hostile, source: hostile, licence: hostile, retrieved: hostile, rows: [{ place: 'CHN', placeName: hostile, year: 2018, value: 3.87 }] }
  const comment = { id: 'm1', articleId: 'a1', claimId: 'c1', parentId: null, text: hostile, internal: true, author: hostile, createdAt: AT, editedAt: AT, deletedAt: null }
  const note = buildNote(hostile, { id: 'n1', text: hostile, malformed: hostile, ibidOf: hostile, marks: [{ span: { start: text.length - 3, end: text.length }, carries: { start: 0, end: 5 } }], source: { type: 'webpage', URL: hostile } })
  const finding = buildFinding({ title: hostile, what: hostile, why: hostile, todo: hostile, primary: { start: at, end: at + hostile.length }, state: 'dismissed', reason: hostile, decidedBy: hostile, decidedAt: AT })
  const event = buildEvent({ actor: hostile, after: { status: 'disputed', reason: hostile } })
  const rename = buildEvent({ id: 'v2', kind: 'rename', entity: 'article', claimId: null, actor: hostile, before: { title: '' }, after: { title: hostile } })
  const input = buildReviewInput({
    title: hostile, text, notes: [note], findings: [finding, buildFinding({ id: 'f2', what: hostile, primary: { start: 0, end: 6 } })], events: [event, rename],
    claims: [
      {
        words: hostile, statement: hostile, status: 'disputed', reason: hostile, statusBy: hostile, statusAt: AT, speaker: { name: hostile, role: hostile, span: { start: 0, end: 1 } }, noteLabels: [hostile],
        evidence: [buildEvidence({ kind: 'web', url: hostile, quote: hostile, locator: hostile, note: hostile, reference: null, createdBy: hostile, snapshot, snapshotId: 's1' }), buildEvidence({ id: 'e2', reference: hostile }), buildEvidence({ id: 'e3', kind: 'table', reference: null, table })],
        comments: [comment], findings: [finding], history: [event],
      },
      { words: `after ${hostile}`, statement: `x${hostile}`, layer: 'said', status: 'verified' },
    ],
  })
  input.draft = { ...input.draft, name: hostile, importedBy: hostile, url: hostile }
  input.checks = [{ checkId: hostile, outcome: 'crashed', reason: hostile, count: 0 }]
  return buildReport(input, ReportOptions.parse({}))
}

/** Texts of a report in which every mark of every kind can be seen. */
export const HARMLESS = 'Iron'
