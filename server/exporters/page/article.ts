import { STATUS_WORDS } from '#shared/review/index.ts'
import { allFindings, markedBlocks, type MarkedBlock, type Stretch } from '#shared/report/marked-text.ts'
import type { Report, ReportClaim } from '#shared/report/report.ts'
import { SEVERITY_WORDS } from '#shared/report/wording.ts'
import { glyph } from './glyphs.ts'
import { html, type Content, type Markup } from './markup.ts'

/** Anchors of this page. Numbers of claims are unique in an article; findings and notes go by their place in the report. */
export const claimAnchor = ({ claim }: ReportClaim): string => `claim-${claim.number}`
export const findingAnchors = (report: Report): Map<string, string> => new Map(allFindings(report).map((finding, index) => [finding.id, `finding-${index + 1}`]))
export const noteAnchors = (report: Report): Map<string, string> => new Map(report.notes.map((note, index) => [note.id, `note-${index + 1}`]))

/** The article with a line under the words of each claim, its number and glyph in the left margin, and findings as diamonds in the right one. */
export function article(report: Report): Markup {
  const findings = findingAnchors(report)
  const notes = noteAnchors(report)
  const shown = (section: Report['options']['sections'][number]): boolean => report.options.sections.includes(section)
  const to = (anchor: string, isThere: boolean): Content => (isThere ? html` href="#${anchor}"` : '')
  const stretch = (piece: Stretch): Markup => {
    const text = piece.note === null ? quotation(piece) : noteMark(piece.text, piece.note.label, to(notes.get(piece.note.id) ?? '', shown('notes')))
    const marked = piece.claims.reduceRight<Markup>((inner, entry) => html`<span class="c ${entry.claim.status}${entry.claim.layer === 'said' && ' said'}">${inner}</span>`, text)
    return html`${piece.opens.map((entry) => margin(entry, to(claimAnchor(entry), shown('claims'))))}${piece.findings.map((finding) =>
      html`<a class="d ${finding.severity}"${to(findings.get(finding.id) ?? '', shown('claims'))} title="${finding.what}">${glyph(finding.severity)}<span class="sr">${SEVERITY_WORDS[finding.severity].one}: ${finding.what}</span></a>`)}${marked}`
  }
  return html`<section class="part anno" aria-labelledby="article"><h2 id="article">The article, marked</h2>
${markedBlocks(report).map((block) => html`${wrapped(block, block.stretches.map(stretch))}
`)}</section>
`
}

/** A longer label is no number or sign, so its mark is read as words. */
const LONGEST_RAISED = 6
const noteMark = (printed: string, label: string, target: Content): Markup =>
  label.length > LONGEST_RAISED ? html`<a class="n words"${target}>${printed}</a>` : html`<a class="n"${target}>${printed.trim().replace(/^[[({]+|[\])}]+$/g, '')}</a>`

const margin = ({ claim }: ReportClaim, target: Content): Markup =>
  html`<a class="m ${claim.status}"${target}><i>${claim.number}</i>${claim.layer === 'said' && html`<b class="said" aria-hidden="true">“</b>`}${glyph(claim.status)}<span class="sr">${claim.layer === 'said' ? 'said, ' : ''}${STATUS_WORDS[claim.status].label} </span></a>`

/** The words, with the marks that open and close a quotation in the hue and line of whether it was said. */
function quotation({ text, opens, closes }: Stretch): Markup {
  const mark = (claims: readonly ReportClaim[], words: string): Markup => {
    const said = claims.find((entry) => entry.claim.layer === 'said')
    return said && words !== '' ? html`<span class="q ${said.claim.status}">${words}</span>` : html`${words}`
  }
  const [, opening = '', words = '', closing = ''] = /^(["“„«‘']?)([\s\S]*?)(["”“»’']?)$/.exec(text) ?? []
  return html`${mark(opens, opening)}${words}${mark(closes, closing)}`
}

/** The article's own title stands at the top of the page already, but its claims and notes would be lost if it were left out. */
function wrapped({ block }: MarkedBlock, inner: Content): Markup {
  if (block.kind === 'heading' || block.kind === 'title') return html`<h3 dir="auto">${inner}</h3>`
  if (block.kind === 'furniture') return html`<p class="p furniture" dir="auto"><span>Set aside: </span>${inner}</p>`
  return html`<p class="p ${block.kind}" dir="auto">${inner}</p>`
}
