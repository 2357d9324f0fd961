import { LEFT_OUT } from '../office/left-out.ts'
import { isOutOfView } from '../office/tracked-changes.ts'
import { childOf, isElement, visitElements, wordsOf, type XmlElement } from '../xml/read-xml.ts'
import type { OpenReading } from './reading.ts'

/** White space as OpenDocument counts it: a run of it is one space, none at a paragraph's start (1.3, part 3, 6.1.2). */
function readWords(reading: OpenReading, words: string): void {
  const shown = words.replace(/[ \t\r\n]+/g, ' ')
  write(reading, reading.isAfterSpace && shown.startsWith(' ') ? shown.slice(1) : shown)
  if (shown !== '') reading.isAfterSpace = shown.endsWith(' ')
}

function write(reading: OpenReading, words: string): void {
  if (words === '') return
  reading.changes.hear(words)
  if (reading.outOfView === 0) reading.writer.write(words)
}

function readSpace(reading: OpenReading, space: '\n' | '\t'): void {
  reading.changes.hear(space)
  if (reading.outOfView === 0) reading.writer.separate(reading.isInCell ? ' ' : space)
  reading.isAfterSpace = false
}

/** Spaces that a hostile file asks for in one element. */
const MOST_SPACES = 1000

/** Everything inside a paragraph. What is not known is looked into, so that no words are lost. `readBlocks` reads what a deletion held, in the original view. */
export function readInline(reading: OpenReading, parent: XmlElement, readDeleted: (deleted: XmlElement) => void): void {
  for (const node of parent.children) {
    if (!isElement(node)) readWords(reading, node)
    else readElement(reading, node, readDeleted)
  }
}

function readElement(reading: OpenReading, element: XmlElement, readDeleted: (deleted: XmlElement) => void): void {
  const { writer, leftOut } = reading
  const { name, attributes } = element
  const into = (): void => readInline(reading, element, readDeleted)
  switch (name) {
    case 'text:span': {
      const look = reading.styles.lookOf(attributes['text:style-name'])
      if (look.isHidden) return leftOut.add(LEFT_OUT.hidden, `Hidden text (“${wordsOf(element).slice(0, 60)}”) is left out.`, writer.here())
      if (!look.isRaised || reading.raised) return into()
      reading.raised = writer.begin({ kind: 'superscript' })
      into()
      writer.end(reading.raised)
      reading.raised = null
      return
    }
    case 'text:a': {
      const href = attributes['xlink:href']
      if (!href || reading.outOfView > 0) return into()
      const mark = writer.begin({ kind: 'link', href })
      into()
      return void writer.end(mark)
    }
    case 'text:s':
      reading.isAfterSpace = false
      return write(reading, ' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, MOST_SPACES)))
    case 'text:tab': return readSpace(reading, '\t')
    case 'text:line-break': return readSpace(reading, '\n')
    case 'text:note': return readNote(reading, element)
    case 'office:annotation': return readComment(reading, element)
    case 'office:annotation-end': {
      const comment = reading.comments.findLast((each) => each.name === attributes['office:name'])
      if (comment) comment.span = writer.spanFrom(comment.start)
      return
    }
    case 'text:change-start': case 'text:change-end': case 'text:change': return readChange(reading, name, attributes['text:change-id'] ?? '', readDeleted)
    case 'text:ruby': {
      const aid = childOf(element, 'text:ruby-text')
      leftOut.add(LEFT_OUT.ruby, `A reading aid (“${aid ? wordsOf(aid).slice(0, 40) : ''}”) is left out.`, writer.here())
      const base = childOf(element, 'text:ruby-base')
      return base && readInline(reading, base, readDeleted)
    }
    case 'text:hidden-text': case 'text:hidden-paragraph': return leftOut.add(LEFT_OUT.hidden, `Hidden text (“${wordsOf(element).slice(0, 60)}”) is left out.`, writer.here())
    case 'text:placeholder': return leftOut.add(LEFT_OUT.placeholder, `A placeholder that nobody filled in (“${wordsOf(element).slice(0, 60)}”) is left out.`, writer.here())
    case 'text:note-ref': {
      if (!reading.raised || reading.outOfView > 0) return into()
      const mark = writer.begin({ kind: 'note-mark', target: `${attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote'}-${attributes['text:ref-name'] ?? ''}` })
      into()
      return void writer.end(mark)
    }
    case 'text:script': case 'text:meta': case 'office:forms': return name === 'text:meta' ? into() : undefined
    default: return name.startsWith('draw:') ? readDrawing(reading, element) : into()
  }
}

/** A frame or shape: its text waits for the end of the paragraph, the rest is told of. */
export function readDrawing(reading: OpenReading, drawing: XmlElement): void {
  if (reading.outOfView > 0) return
  const { writer, leftOut } = reading
  const describing = childOf(drawing, 'svg:desc') ?? childOf(drawing, 'svg:title')
  const said = describing ? ` (“${wordsOf(describing).trim().slice(0, 120)}”)` : ''
  let hasText = false
  visitElements(drawing, (element) => {
    if (element.name === 'draw:text-box' || (element.name.startsWith('draw:') && element.children.some((child) => isElement(child) && /^text:(?:p|h|list)$/.test(child.name)))) {
      reading.boxes.push(element)
      hasText = true
      return false
    }
    if (element.name === 'draw:image' && !hasText) leftOut.add(LEFT_OUT.picture, `A picture${said} is left out; what it shows is not read.`, writer.here())
    if (element.name === 'draw:object' || element.name === 'draw:object-ole') {
      leftOut.add(LEFT_OUT.object, `An embedded object (a chart, a formula or a sheet)${said} is left out.`, writer.here())
      hasText = true
    }
  })
}

/** A note: its mark as the file shows it. Its words wait until the text is read. A mark outside this view takes its note with it. */
function readNote(reading: OpenReading, note: XmlElement): void {
  const body = childOf(note, 'text:note-body')
  const citation = childOf(note, 'text:note-citation')
  const kind = note.attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote'
  if (reading.outOfView > 0) {
    return reading.leftOut.add(LEFT_OUT.deletedNote, `A note (“${(body ? wordsOf(body) : '').trim().slice(0, 120)}”) is left out: its mark is not in this view of the tracked changes.`, reading.writer.here())
  }
  const count = ++reading.noteCounts[kind]
  const label = (citation && wordsOf(citation).trim()) || citation?.attributes['text:label']?.trim() || String(count)
  const target = `${kind}-${note.attributes['text:id'] ?? count}`
  const mark = reading.writer.begin({ kind: 'note-mark', target, label })
  write(reading, label)
  reading.writer.end(mark)
  reading.isAfterSpace = false
  if (body) reading.notes.push({ kind, target, label, body })
}

function readComment(reading: OpenReading, annotation: XmlElement): void {
  const valueOf = (name: string): string | undefined => {
    const found = childOf(annotation, name)
    return found && wordsOf(found).trim()
  }
  const text = annotation.children.filter((child): child is XmlElement => isElement(child) && /^text:(?:p|list)$/.test(child.name)).map((child) => wordsOf(child).trim()).join('\n')
  const author = valueOf('dc:creator')
  const at = valueOf('dc:date')
  const { 'office:name': name = '', 'loext:resolved': resolved, 'loext:parent-name': parent } = annotation.attributes
  const here = reading.writer.here()
  reading.comments.push({
    comment: { text, ...(author ? { author } : {}), ...(at ? { at } : {}), ...(resolved === 'true' ? { resolved: true } : {}) },
    name, parent, start: reading.writer.nextSign(), span: () => ({ start: here(), end: here() }),
  })
}

/** The ends of an insertion or a new look; the place of a deletion, whose words stand in the list of changes. */
function readChange(reading: OpenReading, where: string, id: string, readDeleted: (deleted: XmlElement) => void): void {
  const declared = reading.declared.get(id)
  if (!declared) return
  const isOut = isOutOfView(declared.details.kind, reading.view)
  if (where === 'text:change-start') {
    reading.openChanges.set(id, reading.changes.begin(declared.details))
    if (isOut) reading.outOfView++
    return
  }
  const open = reading.openChanges.get(id)
  if (where === 'text:change-end') {
    if (!open) return
    reading.openChanges.delete(id)
    if (isOut) reading.outOfView--
    return reading.changes.end(open)
  }
  if (!declared.deleted) return
  const change = reading.changes.begin(declared.details)
  if (isOut) reading.outOfView++
  readDeleted(declared.deleted)
  if (isOut) reading.outOfView--
  reading.changes.end(change)
}
