import { SOURCE_RESULT_WORDS, STATUS_WORDS, type CommentRecord, type EvidenceView, type FindingView } from '#shared/review/index.ts'
import { historyLine } from '#shared/report/history-words.ts'
import type { Report, ReportClaim } from '#shared/report/report.ts'
import { printedRows, speaksOfASum } from '#shared/report/table-rows.ts'
import { addressOf, capitalised, captureWords, dateTimeWords, EVIDENCE_WORDS, nameOf, SEVERITY_WORDS, STANCE_WORDS } from '#shared/report/wording.ts'
import { claimAnchor, findingAnchors, noteAnchors } from './article.ts'
import { glyph } from './glyphs.ts'
import { html, link, type Content, type Markup } from './markup.ts'

/** Claim by claim: verdict, reason, notes with source result, evidence, findings, reviewer notes, history. */
export function entries(report: Report): Markup {
  const findings = findingAnchors(report)
  const notes = noteAnchors(report)
  const placed = new Set<string>()
  // A finding on two claims is told at each, but the page has one place to jump to.
  const place = (finding: FindingView): Content => (placed.has(finding.id) ? '' : (placed.add(finding.id), html` id="${findings.get(finding.id)}"`))
  return html`<section class="part" aria-labelledby="claims"><h2 id="claims">Claim by claim</h2>
${report.claims.length === 0 && html`<p>${report.options.onlyDisputed ? 'No claim is disputed or conflicting.' : 'No claim was found in this draft.'}</p>`}
${report.claims.map((claim) => entry(claim, { place, noteLink: (id, words) => (report.options.sections.includes('notes') ? html`<a href="#${notes.get(id)}">${words}</a>` : html`${words}`) }))}
${report.otherFindings.length > 0 && html`<h2>Findings outside claims</h2><dl class="f">${report.otherFindings.map((finding) => findingEntry(finding, place(finding)))}</dl>`}
</section>
`
}

interface Places { place(finding: FindingView): Content; noteLink(noteId: string, words: Content): Markup }

function entry(given: ReportClaim, places: Places): Markup {
  const { claim } = given
  return html`<article class="entry ${claim.status}" id="${claimAnchor(given)}">
<header>${glyph(claim.status)}<h3>${claim.number} ${STATUS_WORDS[claim.status].label}${claim.layer === 'said' && ': was it said'}</h3><i>${notesWords(given)}</i></header>
<div class="main"><p class="statement" dir="auto">${claim.statement}</p>
<dl class="f">${claim.quote !== claim.statement && fact('In the article', html`<blockquote dir="auto">${claim.quote}</blockquote>`)}${claim.reason !== null && fact(claim.status === 'recheck' ? 'Why again' : 'Reason', claim.reason)}${claim.waitingOn !== null && claim.status === 'querying' && fact('Waiting on', claim.waitingOn)}${given.evidence.map((piece) => evidence(piece, speaksOfASum(claim, piece)))}${given.findings.map((finding) => findingEntry(finding, places.place(finding)))}</dl></div>
<div class="side"><dl class="f">${claim.speaker !== null && fact('Speaker', `${claim.speaker.name}${claim.speaker.role ? `, ${claim.speaker.role}` : ''}`)}${given.notes.map((note) =>
    fact(places.noteLink(note.noteId, `Source result, note ${note.label}`), html`${capitalised(SOURCE_RESULT_WORDS[note.result])}${note.resultBy !== null && note.resultAt !== null && `. ${note.resultBy}, ${dateTimeWords(note.resultAt)}`}`))}${claim.statusBy !== null && claim.statusAt !== null && fact('Decided', `${claim.statusBy}, ${dateTimeWords(claim.statusAt)}`)}${given.comments.length > 0 && html`<div><dt>Reviewer notes</dt>${given.comments.map(comment)}</div>`}${given.history.length > 0 && html`<div><dt>History</dt>${given.history.map((event) => html`<dd>${historyLine(event)}</dd>`)}</div>`}</dl></div>
</article>
`
}

const fact = (name: Content, ...values: Content[]): Markup => html`<div><dt>${name}</dt>${values.map((value) => html`<dd>${value}</dd>`)}</div>`
const notesWords = ({ notes }: ReportClaim): string => (notes.length === 0 ? 'no note' : `${notes.length === 1 ? 'note' : 'notes'} ${notes.map((note) => note.label).join(', ')}`)

function evidence(piece: EvidenceView, together: boolean): Markup {
  const address = addressOf(piece)
  const name = nameOf(piece)
  return fact(`Evidence: ${EVIDENCE_WORDS[piece.kind]}, ${STANCE_WORDS[piece.stance]}`,
    piece.quote !== null && piece.quote !== '' && html`<blockquote dir="auto">${piece.quote}</blockquote>`,
    piece.table !== null && table(piece.table, together),
    piece.table === null && link(address, name),
    piece.note !== '' && piece.note,
    piece.locator !== null && piece.locator,
    piece.snapshot !== null && html`<span class="meta">${captureWords(piece.snapshot)}</span>`,
    address !== null && address !== name && html`<span class="meta">${link(address, address)}</span>`,
    html`<span class="meta">Attached by ${piece.createdBy}, ${dateTimeWords(piece.createdAt)}</span>`,
  )
}

function table(excerpt: NonNullable<EvidenceView['table']>, together: boolean): Markup {
  return html`<table class="tab"><caption class="sr">${excerpt.title}, ${excerpt.unit}</caption><tbody>${printedRows(excerpt, together).map((row) =>
    html`<tr${row.sum && html` class="sum"`}><th scope="row">${row.place}</th><td>${row.year}</td><td>${row.value}</td></tr>`)}</tbody></table>${excerpt.title}, ${excerpt.unit}. ${excerpt.source} (${excerpt.licence}), taken ${excerpt.retrieved}.`
}

const comment = (given: CommentRecord): Markup =>
  html`<dd${given.parentId !== null && html` class="reply"`}>${given.text}
<span class="meta">${given.author}, ${dateTimeWords(given.createdAt)}${given.editedAt !== null && ', edited'}${given.internal && ', internal'}</span></dd>`

function findingEntry(finding: FindingView, place: Content): Markup {
  const state = finding.state === 'open' ? '' : `, ${finding.state}${finding.decidedBy ? ` by ${finding.decidedBy}` : ''}${finding.reason ? `: ${finding.reason}` : ''}`
  return html`<div${place}><dt><span class="${finding.severity}">${glyph(finding.severity)}</span> ${capitalised(SEVERITY_WORDS[finding.severity].one)}: ${finding.title}${state}</dt><dd class="finding ${finding.severity}"><p>${finding.what}</p><p>${finding.why}</p>${finding.state === 'open' && html`<p>${finding.todo}</p>`}</dd></div>`
}
