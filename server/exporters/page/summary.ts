import { STATUS_WORDS } from '#shared/review/index.ts'
import type { Report } from '#shared/report/report.ts'
import { dateTimeWords, REPORT_ORDER, shortHash, stateSentence } from '#shared/report/wording.ts'
import { glyph } from './glyphs.ts'
import { html, link, type Markup } from './markup.ts'

const OUTCOME_WORDS = { ran: 'ran', 'not-applicable': 'not applicable', crashed: 'crashed' } as const

/** Slug, title, the state of the copy in one sentence, and what it is a report on. */
export function heading(report: Report): Markup {
  const { draft, people } = report
  return html`<div class="slug"><span>${report.options.onlyDisputed ? 'Checking copy: disputed and conflicting claims only' : 'Checking copy'}</span><time datetime="${report.date}">${dateTimeWords(report.date)}</time></div>
<h1>${report.article.title}</h1>
<p class="deck">${stateSentence(report)}</p>
<dl class="facts">
<div><dt>${people.length === 1 ? 'Person' : 'People'}</dt><dd>${people.length === 0 ? 'Nobody has acted yet' : people.map((person) => person.name).join(', ')}</dd></div>
<div><dt>Draft ${draft.number}</dt><dd>${link(draft.url, draft.name)}, ${draft.words} words</dd></div>
<div><dt>Imported</dt><dd>${dateTimeWords(draft.importedAt)}, ${draft.importedBy}</dd></div>
<div><dt>Source file</dt><dd title="${draft.sha256}">sha-256 ${shortHash(draft.sha256)}</dd></div>
</dl>
`
}

/** Verdict bars with glyph and line in each label, the open list, and which checks ran. */
export function summary(report: Report): Markup {
  const most = Math.max(1, ...REPORT_ORDER.map((status) => report.tally[status]))
  return html`<div class="two">
<section aria-labelledby="verdicts"><h2 id="verdicts">Verdicts</h2>
<ol class="chart">${REPORT_ORDER.map((status) => {
    const count = report.tally[status]
    return html`<li class="${status}${count === 0 ? ' none' : ''}">${glyph(status)}<span><u>${STATUS_WORDS[status].label}</u></span><b style="--n:${(count / most).toFixed(4)}">${count}</b></li>`
  })}</ol>
</section>
<section aria-labelledby="open"><h2 id="open">Open before sign-off</h2>
${report.open.length === 0 ? html`<p>Nothing is open.</p>` : html`<ol class="open">${report.open.map(({ count, what }) => html`<li><b>${count}</b><span>${what}</span></li>`)}</ol>`}
<ul class="ran">${report.checks.map((run) => html`<li>Check ${run.checkId}: ${OUTCOME_WORDS[run.outcome]}${run.outcome === 'ran' && `, ${run.count} found`}${run.reason && `. ${run.reason}`}</li>`)}</ul>
</section>
</div>
`
}
