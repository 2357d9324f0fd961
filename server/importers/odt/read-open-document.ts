import type { ChangesView, Document, DocumentComment } from '#shared/document/document.ts'
import { recordLeftOut } from '../office/left-out.ts'
import { writeOffice } from '../office/office-writer.ts'
import { settle, withoutTypedLabels } from '../office/settle.ts'
import { gatherChanges } from '../office/tracked-changes.ts'
import { childOf, childrenOf, isElement, visitElements, wordsOf, type XmlElement } from '../xml/read-xml.ts'
import type { OpenDocument } from './open-document.ts'
import { readBlocks } from './read-blocks.ts'
import type { DeclaredChange, OpenComment, OpenReading } from './reading.ts'
import { readOpenStyles } from './styles.ts'

/** What an OpenDocument text holds, in the view asked for: running heads, text, footnotes, endnotes, running feet. */
export function readOpenDocument({ text: root, styles, listStyles, pageStyles, title }: OpenDocument, { name, view }: { name: string, view: ChangesView }): Document {
  const writer = writeOffice()
  const reading: OpenReading = {
    view, writer, styles: readOpenStyles(styles, listStyles), leftOut: recordLeftOut(), changes: gatherChanges(writer, view), declared: declaredChanges(root), openChanges: new Map(),
    notes: [], noteCounts: { footnote: 0, endnote: 0 }, comments: [], boxes: [], outOfView: 0, isInCell: false, isUnderNotes: false, isAfterSpace: true, raised: null,
  }
  writeMargins(reading, pageStyles, /^style:header/)
  readBlocks(reading, root)
  for (const kind of ['footnote', 'endnote'] as const) {
    for (const note of reading.notes.filter((each) => each.kind === kind)) {
      const mark = writer.begin({ kind: 'note-definition', target: note.target, label: note.label })
      readBlocks(reading, note.body, 'note')
      writer.end(mark)
    }
  }
  writeMargins(reading, pageStyles, /^style:footer/)
  const { text, blocks, marks } = writer.finish()
  const settled = settle({ text, blocks, marks: withoutTypedLabels(text, marks, () => true) }, { name, ownTitle: title })
  const changes = reading.changes.finish()
  const comments = placed(reading.comments)
  return { ...settled, ...(changes.length > 0 ? { changes } : {}), ...(comments.length > 0 ? { comments } : {}), warnings: reading.leftOut.warnings(text, settled.blocks) }
}

const KINDS: Record<string, DeclaredChange['details']['kind']> = { 'text:insertion': 'insertion', 'text:deletion': 'deletion', 'text:format-change': 'formatting' }

/** The list of changes that stands before the text. */
function declaredChanges(root: XmlElement): Map<string, DeclaredChange> {
  const declared = new Map<string, DeclaredChange>()
  for (const region of childrenOf(childOf(root, 'text:tracked-changes'), 'text:changed-region')) {
    const change = region.children.find((child): child is XmlElement => isElement(child) && Object.hasOwn(KINDS, child.name))
    if (!change) continue
    const info = childOf(change, 'office:change-info')
    const [author, at] = ['dc:creator', 'dc:date'].map((each) => childOf(info, each)).map((each) => each && wordsOf(each).trim())
    declared.set(region.attributes['text:id'] ?? region.attributes['xml:id'] ?? '', {
      details: { kind: KINDS[change.name]!, ...(author ? { author } : {}), ...(at ? { at } : {}) },
      deleted: change.name === 'text:deletion' ? change : null,
    })
  }
  return declared
}

/** Comments in text order, each reply knowing which one it answers. */
function placed(comments: readonly OpenComment[]): DocumentComment[] {
  const sorted = comments.map((each) => ({ each, span: each.span() })).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  return sorted.map(({ each, span }): DocumentComment => {
    const replyTo = each.parent ? sorted.findIndex((other) => other.each.name === each.parent) : -1
    return { span, ...each.comment, ...(replyTo >= 0 ? { replyTo } : {}) }
  })
}

/** Running heads and feet as furniture, each wording once; page numbers alone are nothing to read. */
function writeMargins({ writer }: OpenReading, pageStyles: XmlElement | undefined, which: RegExp): void {
  const seen = new Set<string>()
  if (pageStyles) visitElements(pageStyles, (element) => {
    if (!which.test(element.name)) return
    visitElements(element, (paragraph) => {
      if (paragraph.name !== 'text:p' && paragraph.name !== 'text:h') return
      const line = wordsOf(paragraph).replace(/\s+/g, ' ').trim()
      if (/\p{L}/u.test(line) && !seen.has(line)) {
        seen.add(line)
        writer.block('furniture')
        writer.write(line)
      }
      return false
    })
    return false
  })
}
