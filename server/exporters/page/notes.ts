import { SOURCE_RESULT_WORDS } from '#shared/review/index.ts'
import { historyLine } from '#shared/report/history-words.ts'
import type { Report } from '#shared/report/report.ts'
import { counted } from '#shared/report/wording.ts'
import { claimAnchor, noteAnchors } from './article.ts'
import { html, link, type Markup } from './markup.ts'

/** The notes as printed, each with what it carries and with what result. */
export function notes(report: Report): Markup {
  const anchors = noteAnchors(report)
  const linked = report.options.sections.includes('claims')
  return html`<section class="part" aria-labelledby="notes"><h2 id="notes">Notes</h2>
${report.notes.length === 0 ? html`<p>This draft has no notes.</p>` : html`<ol class="notes">${report.notes.map((note) => {
    const carried = report.claims.flatMap((entry) => entry.notes.filter(({ noteId }) => noteId === note.id).map((held) => ({ entry, held })))
    return html`<li id="${anchors.get(note.id)}"><b>${note.label}</b><p dir="auto">${note.text === '' ? 'A mark without a note.' : link(note.source?.URL ?? null, note.text)}</p>
<p class="meta">${note.further && html`Names also ${note.further.map(({ source }, index) => html`${index > 0 && '; '}${link(source.URL ?? null, source.title ?? 'a work without a title')}`)}. `}${note.malformed !== null && `Malformed as printed: “${note.malformed}”. `}${note.ibidOf !== null && `The work of note ${note.ibidOf}. `}${carried.length === 0 ? 'No claim in this report rests on it.' : html`Carries ${carried.map(({ entry, held }, index) => html`${index > 0 && ', '}${linked ? html`<a href="#${claimAnchor(entry)}">${entry.claim.number}</a>` : entry.claim.number} (${SOURCE_RESULT_WORDS[held.result]})`)}.`}</p></li>
`
  })}</ol>`}</section>
`
}

/** Who did how much, what happened beside the claims, and the hash that pins the whole history. */
export const history = (report: Report): Markup => html`<section class="part" aria-labelledby="history"><h2 id="history">History</h2>
<ul class="log">${report.people.map((person) => html`<li>${person.name}: ${counted(person.acts, 'act')}</li>`)}</ul>
<ol class="log">${report.otherHistory.map((event) => html`<li>${historyLine(event)}</li>`)}</ol>
<p class="meta">${report.headHash === null ? 'Nothing has happened yet.' : html`The history is linked by hashes; its last: <span class="hash">${report.headHash}</span>`}</p></section>
`
