import { isContentsHeading, isFurniture } from '#shared/document/furniture.ts'
import type { Region } from './columns.ts'
import type { Draft } from './draft.ts'
import { withTags } from './follow-tags.ts'
import { takeFootNotes, type FootNote } from './foot-notes.ts'
import { isBody } from './going-on.ts'
import { rankHeadings } from './kinds.ts'
import { joiner, vocabularyOf } from './line-ends.ts'
import { linesOf, type Line } from './lines.ts'
import { bodySizeOf, lookOf } from './look.ts'
import { mergeOver } from './merge-over.ts'
import { joinNotes } from './note-marks.ts'
import { followOutline } from './outline.ts'
import { paragraphsOf } from './paragraphs.ts'
import type { RawPdf } from './raw-page.ts'
import { findRunningHeads } from './running-heads.ts'
import { withTables } from './tables.ts'
import { draftsByTags } from './tagged-drafts.ts'
import { notesByTags } from './tagged-notes.ts'
import { regionsByTags } from './tagged-regions.ts'
import { ARTIFACT } from './tags.ts'
import { regionsOfPages } from './usual-columns.ts'
import { textOfDraft, writeDocument, type Written } from './write-document.ts'

/** From letters on pages to text with blocks: lines, running heads, columns, foot notes, paragraphs, marks; then it is written. */
export function readPages(pdf: RawPdf): Written {
  const { pages, faces, outline } = withTags(pdf)
  const lines = pages.map(linesOf)
  const bodySize = bodySizeOf(lines.flat())
  const { furniture: heads, folios } = findRunningHeads(lines, bodySize, pages.map(({ height }) => height))
  const furniture = new Set([...heads, ...lines.flat().filter(({ tag }) => tag === ARTIFACT)])
  const named = notesByTags(lines.map((all) => all.filter((line) => !furniture.has(line))))
  const running = lines.map((all) => all.filter((line) => !furniture.has(line) && !named.lines.has(line)))
  const regions = regionsOfPages(running).map((own, index) => (isTagged(running[index]!) ? regionsByTags(running[index]!) : own))
  const look = lookOf(regions.flat().map((region) => [...region.lines]), bodySize, faces)
  const notes = [...named.notes, ...takeFootNotes(regions, bodySize)].sort((a, b) => a.page - b.page).map((note, index) => ({ ...note, id: `note-${index + 1}` }))
  const flow = pages.flatMap((page, index) => [
    ...regions[index]!.flatMap((region) => markEnds(isTagged(region.lines) ? draftsByTags(region, look) : withTables(region, look).flatMap((part) => 'kind' in part ? [part] : paragraphsOf(part, look)))),
    ...notes.filter(({ page: at }) => at === page.number).map(noteDraft),
    ...furnitureOf(lines[index]!.filter((line) => furniture.has(line)), page.turned, page.number),
  ])
  const drafts = withoutContents(mergeOver(flow))
  rankHeadings(drafts, look)
  followOutline(drafts, outline)
  const marks = joinNotes(drafts, notes)
  const kept = drafts.filter(({ lines: own }) => own.length > 0)
  const joint = joiner(kept.flatMap((draft) => pairsOf(draft.lines)), vocabularyOf(lines.flat()))
  return writeDocument(kept, marks, joint, labelsOf(pages, folios))
}

const isTagged = (lines: readonly Line[]): boolean => lines.some(({ tag }) => tag !== undefined)
const NOWHERE: Region = { left: 0, right: 0, lines: [] }

/** Says which drafts of a region may go on from, or in, another: the first and the last of its running text. */
function markEnds(drafts: Draft[]): Draft[] {
  const body = drafts.filter(isBody)
  return drafts.map((draft) => ({ ...draft, opens: draft === body[0], closes: draft === body.at(-1) }))
}

const noteDraft = (note: FootNote): Draft => ({ kind: 'note', lines: note.lines, page: note.page, opens: false, closes: false, region: NOWHERE, target: note.id, label: note.label })

function furnitureOf(lines: readonly Line[], turned: readonly string[], page: number): Draft[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y || a.left - b.left)
  const rows: Line[][] = []
  for (const line of sorted) {
    const row = rows.at(-1)
    if (row && line.y - row[0]!.y <= 0.5 * line.size) row.push(line)
    else rows.push([line])
  }
  if (turned.length > 0) rows.push([{ page, left: 0, right: 0, y: 0, size: 0, font: '', order: 0, pieces: [{ text: turned.join(' '), isRaised: false }] }])
  return rows.map((row) => ({ kind: 'furniture', lines: row, page, opens: false, closes: false, region: NOWHERE }))
}

const ENTRY = /(?:\.{3,}|[\s.·…])\s*(?:\d{1,4}|[ivxl]{1,6})\s*$/i

/** A table of contents is furniture: a heading that says so, and the entries below it that end in page numbers. */
function withoutContents(drafts: Draft[]): Draft[] {
  let isBelow = false
  return drafts.map((draft) => {
    const text = textOfDraft(draft)
    if (draft.kind === 'heading' || draft.kind === 'paragraph') {
      if (isContentsHeading(text)) {
        isBelow = true
        return { ...draft, kind: 'furniture' as const }
      }
    }
    // A web page printed as a PDF brings its navigation along.
    if (draft.kind === 'paragraph' && isFurniture(text)) return { ...draft, kind: 'furniture' as const }
    if (!isBelow || draft.kind === 'furniture') return draft
    if (ENTRY.test(text)) return { ...draft, kind: 'furniture' as const }
    isBelow = false
    return draft
  })
}

const pairsOf = (lines: readonly Line[]): [Line, Line][] => lines.slice(1).map((next, index) => [lines[index]!, next])

function labelsOf(pages: RawPdf['pages'], folios: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  return new Map(pages.flatMap(({ number, label }) => {
    const printed = folios.get(number) ?? label
    return printed !== undefined && printed !== String(number) ? [[number, printed] as const] : []
  }))
}
