import { SOURCE_RESULT_WORDS, STATUS_WORDS, type EvidenceView, type FindingView } from '#shared/review/index.ts'
import { historyLine } from '#shared/report/history-words.ts'
import { markedBlocks, type Stretch } from '#shared/report/marked-text.ts'
import type { Report, ReportClaim } from '#shared/report/report.ts'
import { printedRows, speaksOfASum } from '#shared/report/table-rows.ts'
import { addressOf, capitalised, captureWords, counted, dateTimeWords, EVIDENCE_WORDS, nameOf, REPORT_ORDER, SEVERITY_WORDS, STANCE_WORDS, stateSentence } from '#shared/report/wording.ts'
import type { Exporter } from './exporter.ts'

/** Signs that mark something anywhere in CommonMark, GitHub's extensions or common mathematics plug-ins; escaped wherever they stand. */
const MARKS = /[\\`*_[\]<>&~|$^]/g
/** What opens a block at the start of a line: headings, lists, quotes, underlines of headings, definition lists. */
const OPENINGS = /^(\d{1,9})([.)])|^([#+\-=:])/

/** Words as one line of Markdown that reads as these words and nothing else. Addresses are broken so that no reader links them by itself. */
export function plain(text: string): string {
  const line = text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd').trim()
  return line
    .replace(MARKS, '\\$&')
    .replace(/(https?|ftp|mailto|xmpp):/gi, '$1\\:')
    .replace(/www\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/@/g, '\\@')
    .replace(OPENINGS, (found, digits: string | undefined, sign: string | undefined) => (digits === undefined ? `\\${found}` : `${digits}\\${sign}`))
}

/** A link to a web page in angle brackets, or the words alone. */
const linked = (address: string | null, words: string): string => (address !== null && /^https?:\/\/[^\s<>\\]+$/i.test(address) ? `[${plain(words)}](<${address.replaceAll('&', '&amp;')}>)` : plain(words))

const ending = (claims: readonly ReportClaim[]): string => claims.map(({ claim }) => ` **‹${claim.number} ${STATUS_WORDS[claim.status].label.toLowerCase()}${claim.layer === 'said' ? ', said' : ''}›**`).join('')

/** The words of a block with each claim's number and verdict where the claim ends. Inner white space of a stretch is kept, so that words do not run together. */
const markedLine = (stretches: readonly Stretch[]): string => {
  const line = stretches.map((piece) => {
    const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(piece.text) ?? []
    return `${before && ' '}${words && plain(words)}${piece.closes.length > 0 ? `${ending([...piece.closes].reverse())}` : ''}${after && ' '}`
  })
  return line.join('').trim()
}

function facts(report: Report): string[] {
  const { draft } = report
  return [
    `# ${plain(report.article.title)}`, '', `*Checking copy, ${dateTimeWords(report.date)}*`, '', plain(stateSentence(report)), '',
    `- People: ${report.people.length === 0 ? 'nobody has acted yet' : report.people.map((person) => plain(person.name)).join(', ')}`,
    `- Draft ${draft.number}: ${linked(draft.url, draft.name)}, ${counted(draft.words, 'word')}, imported ${dateTimeWords(draft.importedAt)} by ${plain(draft.importedBy)}`,
    `- Source file: sha-256 \`${draft.sha256.replace(/[^0-9a-f]/gi, '')}\``, '',
  ]
}

const summary = (report: Report): string[] => [
  '## Verdicts', '', '| Verdict | Claims |', '| --- | ---: |', ...REPORT_ORDER.map((status) => `| ${STATUS_WORDS[status].label} | ${report.tally[status]} |`), '',
  '## Open before sign-off', '', ...(report.open.length === 0 ? ['Nothing is open.'] : report.open.map(({ count, what }) => `- ${count} ${plain(what)}`)), '',
  ...report.checks.map((run) => `- Check ${plain(run.checkId)}: ${run.outcome === 'not-applicable' ? 'not applicable' : run.outcome}${run.outcome === 'ran' ? `, ${run.count} found` : ''}${run.reason ? `. ${plain(run.reason)}` : ''}`), '',
]

const article = (report: Report): string[] => [
  '## The article, marked', '',
  ...markedBlocks(report).flatMap(({ block, stretches }) => {
    const line = markedLine(stretches)
    return [block.kind === 'heading' || block.kind === 'title' ? `### ${line}` : block.kind === 'quote' ? `> ${line}` : block.kind === 'list-item' ? `- ${line}` : line, '']
  }),
]

const claims = (report: Report): string[] => [
  '## Claim by claim', '',
  ...(report.claims.length === 0 ? [report.options.onlyDisputed ? 'No claim is disputed or conflicting.' : 'No claim was found in this draft.', ''] : report.claims.flatMap(entry)),
  ...(report.otherFindings.length > 0 ? ['## Findings outside claims', '', ...report.otherFindings.map(findingLine), ''] : []),
]

function entry({ claim, notes, evidence, comments, findings, history }: ReportClaim): string[] {
  return [
    `### ${claim.number} ${STATUS_WORDS[claim.status].label}${claim.layer === 'said' ? ': was it said' : ''}`, '', plain(claim.statement), '',
    ...(claim.quote === claim.statement ? [] : [`> ${plain(claim.quote)}`, '']),
    ...(claim.reason === null ? [] : [`- Reason: ${plain(claim.reason)}`]),
    ...(claim.speaker === null ? [] : [`- Speaker: ${plain(claim.speaker.name)}`]),
    ...(claim.waitingOn === null ? [] : [`- Waiting on: ${plain(claim.waitingOn)}`]),
    ...(claim.statusBy === null ? [] : [`- Decided: ${plain(claim.statusBy)}, ${dateTimeWords(claim.statusAt ?? '')}`]),
    ...notes.map((note) => `- Source result, note ${plain(note.label)}: ${SOURCE_RESULT_WORDS[note.result]}${note.resultBy === null ? '' : `, ${plain(note.resultBy)}, ${dateTimeWords(note.resultAt ?? '')}`}`),
    ...evidence.map((piece) => evidenceLine(claim, piece)), ...findings.map(findingLine),
    ...comments.map((comment) => `- Reviewer note, ${plain(comment.author)}, ${dateTimeWords(comment.createdAt)}${comment.internal ? ', internal' : ''}: ${plain(comment.text)}`),
    ...history.map((event) => `- History: ${plain(historyLine(event))}`), '',
  ]
}

const evidenceLine = (claim: ReportClaim['claim'], piece: EvidenceView): string =>
  `- Evidence, ${EVIDENCE_WORDS[piece.kind]}, ${STANCE_WORDS[piece.stance]}: ${[
    linked(addressOf(piece), nameOf(piece)),
    piece.table === null ? '' : `${printedRows(piece.table, speaksOfASum(claim, piece)).map((row) => plain(`${row.place} ${row.year}: ${row.value}`)).join(', ')} (${plain(`${piece.table.unit}; ${piece.table.source}, ${piece.table.licence}, taken ${piece.table.retrieved}`)})`,
    piece.quote ? `“${plain(piece.quote)}”` : '', plain(piece.locator ?? ''), plain(piece.note), piece.snapshot ? plain(captureWords(piece.snapshot)) : '', `attached by ${plain(piece.createdBy)}, ${dateTimeWords(piece.createdAt)}`,
  ].filter((part) => part !== '').join('. ')}`

const findingLine = (finding: FindingView): string => `- ${capitalised(SEVERITY_WORDS[finding.severity].one)}, ${finding.state}: ${plain(`${finding.what} ${finding.why}${finding.reason ? ` ${finding.reason}` : ''}`)}`

const alsoNamed = ({ further }: Report['notes'][number]): string =>
  further === undefined ? '' : ` Names also ${further.map(({ source }) => linked(source.URL ?? null, source.title ?? 'a work without a title')).join('; ')}.`

const notes = (report: Report): string[] => [
  '## Notes', '',
  ...report.notes.map((note) => `- **${plain(note.label)}** ${linked(note.source?.URL ?? null, note.text || 'A mark without a note.')}${note.malformed === null ? '' : ` Malformed as printed: ${plain(note.malformed)}.`}${note.ibidOf === null ? '' : ` The work of note ${plain(note.ibidOf)}.`}${alsoNamed(note)}`), '',
]

const history = (report: Report): string[] => [
  '## History', '', ...report.people.map((person) => `- ${plain(person.name)}: ${counted(person.acts, 'act')}`), ...report.otherHistory.map((event) => `- ${plain(historyLine(event))}`), '',
  ...(report.headHash === null ? [] : [`The history is linked by hashes; its last: ${plain(report.headHash)}`, '']),
]

const PARTS: Record<Report['options']['sections'][number], (report: Report) => string[]> = { summary, article, claims, notes, history }

/** The report as Markdown, for a text editor or a repository. Text from articles and evidence is escaped and can become no markup. */
export const md: Exporter = {
  id: 'md',
  label: 'Markdown',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  write: (report) => {
    const parts = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter((section) => report.options.sections.includes(section))
    const text = [...facts(report), ...parts.flatMap((section) => PARTS[section](report))].join('\n')
    return new TextEncoder().encode(`${text.replace(/\n{3,}/g, '\n\n').trimEnd()}\n`)
  },
}
