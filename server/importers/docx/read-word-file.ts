import type { ChangesView, Document, Warning } from '#shared/document/document.ts'
import { LEFT_OUT, recordLeftOut } from '../office/left-out.ts'
import { writeOffice } from '../office/office-writer.ts'
import { settle, withoutTypedLabels } from '../office/settle.ts'
import { gatherChanges } from '../office/tracked-changes.ts'
import { childOf, childrenOf, visitElements, type XmlElement } from '../xml/read-xml.ts'
import { readComments } from './comments.ts'
import { followFields, unpairedFieldChars } from './fields.ts'
import { tellOfNotesOutOfView } from './note-marks.ts'
import { numberNotes, type NoteKind } from './note-numbers.ts'
import { readNumbering } from './numbering.ts'
import { readBlocks } from './read-blocks.ts'
import { plainWords } from './words.ts'
import { noteKey, targetOf, type Reading } from './reading.ts'
import { readStyles } from './styles.ts'
import type { Story, WordFile } from './word-file.ts'

/** What a Word file holds, in the view asked for: running heads, text, footnotes, endnotes, running feet. */
export function readWordFile(file: WordFile, { name, view }: { name: string, view: ChangesView }): Document {
  const writer = writeOffice()
  const body = childOf(file.main.root, 'w:body') ?? file.main.root
  const reading: Reading = {
    view, writer, styles: readStyles(file.styles), leftOut: recordLeftOut(), changes: gatherChanges(writer, view), numbers: numberNotes(body, file.settings), listNumbers: readNumbering(file.numbering), bookmarks: bookmarkedNotes(body),
    notes: new Map(), notesOutOfView: new Map(), comments: { starts: new Map(), spans: new Map() },
    links: new Map(), fields: followFields(new Set()), paragraph: undefined, boxes: [], outOfView: 0, isInCell: false, isUnderNotes: false, raised: null, raisedTarget: null, typedMark: null,
  }
  writeMargins(reading, file, 'headers')
  readStory(reading, file.main, body)
  const typed = readNotes(reading, file)
  writeMargins(reading, file, 'footers')
  const { text, blocks, marks } = writer.finish()
  const settled = settle({ text, blocks, marks: withoutTypedLabels(text, marks, (target) => typed.has(target)) }, { name, ownTitle: file.title })
  const changes = reading.changes.finish()
  const comments = readComments(file.comments?.root ?? null, file.commentsExtended, reading.comments.spans, text.length)
  return {
    ...settled,
    ...(changes.length > 0 ? { changes } : {}), ...(comments.length > 0 ? { comments } : {}),
    warnings: [...reading.leftOut.warnings(text, settled.blocks), ...(reading.numbers.dependsOnPages ? [BY_PAGES] : [])],
  }
}

const BY_PAGES: Warning = { code: 'numbers-by-page', message: 'Notes are numbered anew on each page of this file. Where pages begin is known only as the file was last saved, so a note’s number may differ from the printed one; its text is the right one.' }

function readStory(reading: Reading, story: Story, root: XmlElement, forced: 'note' | null = null): void {
  reading.links = story.links
  reading.fields = followFields(unpairedFieldChars(root))
  readBlocks(reading, root, forced)
}

/** Which bookmarks surround the mark of a note. */
function bookmarkedNotes(body: XmlElement): Reading['bookmarks'] {
  const open = new Map<string, string>()
  const notes = new Map<string, { kind: NoteKind, id: string }>()
  visitElements(body, ({ name, attributes }) => {
    const id = attributes['w:id'] ?? ''
    if (name === 'w:bookmarkStart') open.set(id, attributes['w:name'] ?? '')
    else if (name === 'w:bookmarkEnd') open.delete(id)
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') for (const bookmark of open.values()) if (!notes.has(bookmark)) notes.set(bookmark, { kind: name === 'w:footnoteReference' ? 'footnote' : 'endnote', id })
  })
  return notes
}

/** Notes that are lines between the text and the notes, not notes. */
const isSeparator = ({ attributes }: XmlElement): boolean => attributes['w:type'] !== undefined && attributes['w:type'] !== 'normal'

/** The notes behind the text: footnotes, then endnotes, in the order of their marks; notes without a mark last. Returns the targets of those whose label is typed in their own text. */
function readNotes(reading: Reading, file: WordFile): ReadonlySet<string> {
  const typed = new Set<string>()
  const bodies = new Map<string, { kind: NoteKind, id: string, element: XmlElement, story: Story }>()
  for (const kind of ['footnote', 'endnote'] as const) {
    const story = kind === 'footnote' ? file.footnotes : file.endnotes
    for (const element of childrenOf(story?.root, `w:${kind}`)) if (!isSeparator(element)) bodies.set(noteKey(kind, element.attributes['w:id'] ?? ''), { kind, id: element.attributes['w:id'] ?? '', element, story: story! })
  }
  tellOfNotesOutOfView(reading, (key) => plainWords(bodies.get(key)?.element).trim())
  const isUnmarked = (key: string): boolean => !reading.notes.has(key) && !reading.notesOutOfView.has(key)
  for (const kind of ['footnote', 'endnote'] as const) {
    const ofKind = (key: string): boolean => key.startsWith(kind)
    // A note may mark further notes, so the list grows while it is walked through.
    for (const [key, note] of reading.notes) if (ofKind(key)) writeNote(key, note.label, note.isCustom)
    for (const key of [...bodies.keys()].filter((each) => ofKind(each) && isUnmarked(each))) writeNote(key, bodies.get(key)!.id, false)
  }
  return typed

  function writeNote(key: string, label: string, isCustom: boolean): void {
    const note = bodies.get(key)
    if (!note) return
    const target = targetOf(note.kind, note.id)
    if (isCustom || !numbersItself(note.element)) typed.add(target)
    const mark = reading.writer.begin({ kind: 'note-definition', target, label })
    readStory(reading, note.story, note.element, 'note')
    reading.writer.end(mark)
  }
}

/** Whether a note's text shows its number by itself. */
function numbersItself(note: XmlElement): boolean {
  let found = false
  visitElements(note, ({ name }) => {
    found ||= name === 'w:footnoteRef' || name === 'w:endnoteRef'
  })
  return found
}

/** Running heads and feet as furniture, each wording once; page numbers alone are nothing to read. */
function writeMargins(reading: Reading, file: WordFile, which: 'headers' | 'footers'): void {
  const seen = new Set<string>()
  for (const { root } of file.margins.values()) {
    if (root.name !== (which === 'headers' ? 'w:hdr' : 'w:ftr')) continue
    for (const line of plainWords(root).split('\n').map((words) => words.trim())) {
      if (!/\p{L}/u.test(line) || seen.has(line)) continue
      seen.add(line)
      reading.writer.block('furniture')
      reading.writer.write(line.replace(/\s+/g, ' '))
    }
    let hasPicture = false
    visitElements(root, ({ name }) => {
      hasPicture ||= name === 'pic:pic' || name === 'v:imagedata' || name === 'v:textpath'
    })
    if (hasPicture) reading.leftOut.add(LEFT_OUT.picture, `A picture in the ${which === 'headers' ? 'running head' : 'running foot'} is left out.`, reading.writer.here())
  }
}
