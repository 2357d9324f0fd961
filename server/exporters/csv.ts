import { stringify } from 'csv-stringify/sync'
import { SOURCE_RESULT_WORDS, STATUS_WORDS, type EvidenceView } from '#shared/review/index.ts'
import { historyLine } from '#shared/report/history-words.ts'
import type { ReportClaim } from '#shared/report/report.ts'
import { addressOf, captureWords, dateTimeWords, EVIDENCE_WORDS, nameOf, SEVERITY_WORDS, STANCE_WORDS } from '#shared/report/wording.ts'
import { printedRows, speaksOfASum } from '#shared/report/table-rows.ts'
import type { Exporter } from './exporter.ts'

/** Each column of the sheet; several values of one claim stand in one cell, one per line. */
const COLUMNS: Record<string, (entry: ReportClaim) => string | number> = {
  number: ({ claim }) => claim.number,
  verdict: ({ claim }) => STATUS_WORDS[claim.status].label,
  statement: ({ claim }) => claim.statement,
  quote: ({ claim }) => claim.quote,
  reason: ({ claim }) => claim.reason ?? '',
  waiting_on: ({ claim }) => claim.waitingOn ?? '',
  decided_by: ({ claim }) => claim.statusBy ?? '',
  decided_at: ({ claim }) => claim.statusAt ?? '',
  layer: ({ claim }) => (claim.layer === 'said' ? 'was it said' : 'is it true'),
  speaker: ({ claim }) => claim.speaker?.name ?? '',
  kinds: ({ claim }) => claim.kinds.join(', '),
  score: ({ claim }) => claim.score,
  notes: ({ notes }) => notes.map((note) => note.label).join(', '),
  source_results: ({ notes }) => lines(notes.map((note) => `note ${note.label}: ${SOURCE_RESULT_WORDS[note.result]}${note.resultBy ? `, ${note.resultBy}, ${dateTimeWords(note.resultAt ?? '')}` : ''}`)),
  evidence: ({ claim, evidence }) => lines(evidence.map((piece) => evidenceLine(claim, piece))),
  evidence_addresses: ({ evidence }) => lines(evidence.map((piece) => addressOf(piece) ?? '')),
  evidence_sha256: ({ evidence }) => lines(evidence.map((piece) => piece.snapshot?.sha256 ?? '')),
  findings: ({ findings }) => lines(findings.map((finding) => `${SEVERITY_WORDS[finding.severity].one}, ${finding.state}: ${finding.what}${finding.reason ? ` (${finding.reason})` : ''}`)),
  reviewer_notes: ({ comments }) => lines(comments.map((comment) => `${comment.author}, ${dateTimeWords(comment.createdAt)}${comment.internal ? ', internal' : ''}: ${comment.text}`)),
  history: ({ history }) => lines(history.map(historyLine)),
  start: ({ claim }) => claim.span.start,
  end: ({ claim }) => claim.span.end,
  claim_id: ({ claim }) => claim.id,
}

const lines = (values: readonly string[]): string => values.filter((value) => value !== '').map((value) => value.replace(/\s*\r?\n\s*/g, ' ')).join('\n')

const evidenceLine = (claim: ReportClaim['claim'], piece: EvidenceView): string =>
  [
    `${STANCE_WORDS[piece.stance]}, ${EVIDENCE_WORDS[piece.kind]}: ${nameOf(piece)}`,
    piece.table === null ? '' : `${printedRows(piece.table, speaksOfASum(claim, piece)).map((row) => `${row.place} ${row.year} ${row.value}`).join(', ')} (${piece.table.unit}; ${piece.table.source}, ${piece.table.licence})`,
    piece.quote ? `“${piece.quote}”` : '', piece.locator ?? '', piece.note, piece.snapshot ? captureWords(piece.snapshot) : '', `attached by ${piece.createdBy}, ${dateTimeWords(piece.createdAt)}`,
  ].filter((part) => part !== '').join('; ')

/**
 * One row per claim with its whole evidence trail. A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return,
 * or the full-width forms of these signs) gets an apostrophe before it. UTF-8 with a byte order mark, so that spreadsheets read every script; RFC 4180 lines.
 */
export const csv: Exporter = {
  id: 'csv',
  label: 'CSV',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  write: ({ claims }) => {
    const names = Object.keys(COLUMNS)
    const rows = claims.map((entry) => Object.values(COLUMNS).map((column) => column(entry)))
    return new TextEncoder().encode(stringify([names, ...rows], { bom: true, escape_formulas: true, quoted_string: true, record_delimiter: 'windows' }))
  },
}
