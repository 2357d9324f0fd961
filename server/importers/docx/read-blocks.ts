import type { OpenMark } from '#shared/document/builder.ts'
import { isNotesHeading } from '#shared/document/notes-heading.ts'
import { LEFT_OUT } from '../office/left-out.ts'
import type { ParagraphRole } from '../office/style-names.ts'
import { isOutOfView } from '../office/tracked-changes.ts'
import { childOf, isElement, visitElements, wordsOf, type XmlElement } from '../xml/read-xml.ts'
import { chosenBranch } from './drawings.ts'
import { endTypedMark } from './note-marks.ts'
import { endRaised } from './open-field.ts'
import { readChildren, readControl } from './read-inline.ts'
import { changeOf, type Reading } from './reading.ts'
import { hidesItsEnd } from './styles.ts'
import { plainWords } from './words.ts'

/** All blocks of one kind, whatever their styles say: notes, tables of contents. */
type Forced = 'note' | 'furniture' | null

/** Content that only wraps blocks. */
const WRAPPERS = new Set(['w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:txbxContent'])

/** The paragraphs and tables of a body, a note, a cell or a text box. */
export function readBlocks(reading: Reading, parent: XmlElement, forced: Forced = null): void {
  let isJoined = false
  let listed: OpenMark | null = null
  const children = parent.children.filter(isElement)
  children.forEach((element, index) => {
    if (element.name === 'w:p') {
      if (!isJoined) listed = startBlock(reading, lastOfJoined(reading, children, index), forced)
      readParagraph(reading, element)
      isJoined = isOpenEnded(reading, element)
      if (isJoined) return
      if (listed) reading.writer.end(listed)
      readBoxes(reading, forced)
      return
    }
    if (element.name === 'w:tbl') readTable(reading, element, forced)
    else if (element.name === 'w:sdt') readControl(reading, element, () => readBlocks(reading, childOf(element, 'w:sdtContent') ?? element, isContentsList(element) ? 'furniture' : forced))
    else if (WRAPPERS.has(element.name)) readBlocks(reading, element, forced)
    else if (element.name === 'mc:AlternateContent') {
      const branch = chosenBranch(element)
      if (branch) readBlocks(reading, branch, forced)
    } else if (element.name === 'w:altChunk') reading.leftOut.add(LEFT_OUT.embedded, 'An embedded document (altChunk) is not read. Open the file in Word, save it and import it again.', reading.writer.here())
    else if (element.name === 'm:oMathPara' || element.name === 'm:oMath' || element.name.startsWith('w:comment')) readChildren(reading, { name: 'w:p', attributes: {}, children: [element] })
    if (element.name !== 'w:bookmarkStart' && element.name !== 'w:bookmarkEnd') isJoined = false
  })
}

/** Where paragraphs run into one another, the last one's properties count: they belong to the end that is left. */
function lastOfJoined(reading: Reading, children: readonly XmlElement[], index: number): XmlElement {
  let at = index
  while (isOpenEnded(reading, children[at]!) && children[at + 1]?.name === 'w:p') at++
  return children[at]!
}

const isContentsList = (control: XmlElement): boolean =>
  /table of (?:contents|figures)/i.test(childOf(childOf(childOf(control, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')?.attributes['w:val'] ?? '')

/** Begins the block of a paragraph. An item of a counted list of notes is a definition under its number: returns its mark. */
function startBlock(reading: Reading, paragraph: XmlElement, forced: Forced): OpenMark | null {
  const { kind, level } = roleIn(reading, paragraph)
  const properties = childOf(paragraph, 'w:pPr')
  const list = forced || kind !== 'list-item' ? null : reading.styles.listOf(properties)
  const number = list && reading.listNumbers(list.id, list.level)
  if (kind === 'heading' || kind === 'title' || kind === 'paragraph') reading.isUnderNotes = isNotesHeading(plainWords(paragraph)) || (reading.isUnderNotes && kind === 'paragraph')
  if (forced ?? (reading.fields.isContents ? 'furniture' : null)) reading.writer.block(forced ?? 'furniture')
  else if (list?.level === 0 && number !== null && reading.isUnderNotes && reading.outOfView === 0) {
    reading.writer.block('note')
    return reading.writer.begin({ kind: 'note-definition', label: String(number) })
  } else reading.writer.block(kind, level)
  return null
}

/** A paragraph's role in this view: the original had the properties that a formatting change replaced. */
function roleIn(reading: Reading, paragraph: XmlElement): ParagraphRole {
  const properties = childOf(paragraph, 'w:pPr')
  const before = reading.view === 'original' ? childOf(childOf(properties, 'w:pPrChange'), 'w:pPr') : undefined
  return reading.styles.roleOf(before ?? properties)
}

/** Whether this view has no paragraph end here: it was deleted (or, in the original, not yet there), it is hidden, or the paragraph is the drop cap of the next. */
function isOpenEnded(reading: Reading, paragraph: XmlElement): boolean {
  const properties = childOf(paragraph, 'w:pPr')
  const mark = childOf(properties, 'w:rPr')
  const revised = (['ins', 'del', 'moveTo', 'moveFrom'] as const).some((name) => childOf(mark, `w:${name}`) && isOutOfView(KIND_OF[name], reading.view))
  const dropCap = childOf(properties, 'w:framePr')?.attributes['w:dropCap']
  return revised || hidesItsEnd(properties) || (dropCap !== undefined && dropCap !== 'none')
}
const KIND_OF = { ins: 'insertion', del: 'deletion', moveTo: 'move-to', moveFrom: 'move-from' } as const

function readParagraph(reading: Reading, paragraph: XmlElement): void {
  const properties = childOf(paragraph, 'w:pPr')
  reading.paragraph = properties
  const changed = childOf(properties, 'w:pPrChange')
  const change = changed && reading.changes.begin(changeOf(changed, 'formatting'))
  readChildren(reading, paragraph)
  endRaised(reading)
  endTypedMark(reading)
  if (change) reading.changes.end(change)
  const mark = childOf(properties, 'w:rPr')
  for (const name of ['ins', 'del', 'moveTo', 'moveFrom'] as const) {
    const revision = childOf(mark, `w:${name}`)
    if (revision) reading.changes.note(changeOf(revision, KIND_OF[name]), '\n')
  }
  if (childOf(properties, 'w:sectPr')) reading.numbers.endSection()
}

/** Text boxes stand behind the paragraph they hang on. */
function readBoxes(reading: Reading, forced: Forced): void {
  const boxes = reading.boxes.splice(0)
  for (const box of boxes) readBlocks(reading, box, forced)
}

/** The elements of a name below wrappers (content controls, revisions). */
function unwrapped(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.flatMap((child): XmlElement[] => {
    if (!isElement(child)) return []
    if (child.name === name) return [child]
    if (child.name === 'mc:AlternateContent') return unwrapped(chosenBranch(child) ?? { name: '', attributes: {}, children: [] }, name)
    return child.name === 'w:sdt' || WRAPPERS.has(child.name) ? unwrapped(child, name) : []
  })
}

/** Cells with more words than this on average are no figures and names but columns of a layout. */
const WORDS_IN_A_LAYOUT_CELL = 40

/** A table that only arranges running text: one cell to a row, headings in cells, tables in tables, or cells full of sentences. */
function isLayout(reading: Reading, rows: readonly (readonly XmlElement[])[]): boolean {
  const cells = rows.flat()
  if (rows.every((row) => row.length <= 1)) return true
  if (cells.some((cell) => unwrapped(cell, 'w:tbl').length > 0 || unwrapped(cell, 'w:p').some((paragraph) => /heading|title/.test(roleIn(reading, paragraph).kind)))) return true
  const words = cells.reduce((sum, cell) => sum + plainWords(cell).split(/\s+/).length, 0)
  return words / Math.max(1, cells.length) > WORDS_IN_A_LAYOUT_CELL
}

/** A table: one block for each row, its cells parted by tabs. */
function readTable(reading: Reading, table: XmlElement, forced: Forced): void {
  const rows = unwrapped(table, 'w:tr').map((row) => ({ row, cells: unwrapped(row, 'w:tc').filter((cell) => isInView(reading, cell)) }))
  const isText = isLayout(reading, rows.map(({ cells }) => cells))
  for (const { row, cells } of rows) readRow(reading, row, () => {
    if (isText) {
      for (const cell of cells) readBlocks(reading, cell, forced)
      return
    }
    reading.writer.block(forced ?? 'table')
    const wasInCell = reading.isInCell
    reading.isInCell = true
    cells.forEach((cell, index) => {
      if (index > 0) reading.writer.separate('\t')
      unwrapped(cell, 'w:p').forEach((paragraph, at) => {
        if (at > 0) reading.writer.separate(' ')
        readParagraph(reading, paragraph)
      })
    })
    reading.isInCell = wasInCell
    readBoxes(reading, forced)
  })
}

/** The words below an element, deleted ones too. */
function writtenWords(element: XmlElement): string {
  const words: string[] = []
  visitElements(element, (each) => {
    if (each.name === 'w:t' || each.name === 'w:delText') words.push(wordsOf(each))
  })
  return words.join('')
}

/** Whether a cell is in this view; one that was put in or taken out by itself is told among the changes. */
function isInView(reading: Reading, cell: XmlElement): boolean {
  const properties = childOf(cell, 'w:tcPr')
  for (const [name, kind] of [['w:cellIns', 'insertion'], ['w:cellDel', 'deletion']] as const) {
    const revision = childOf(properties, name)
    if (!revision) continue
    reading.changes.note(changeOf(revision, kind), writtenWords(cell))
    if (isOutOfView(kind, reading.view)) return false
  }
  return true
}

/** A row that was put in or taken out as a whole is in one view only. */
function readRow(reading: Reading, row: XmlElement, read: () => void): void {
  const properties = childOf(row, 'w:trPr')
  for (const name of ['ins', 'del'] as const) {
    const revision = childOf(properties, `w:${name}`)
    if (!revision) continue
    reading.changes.note(changeOf(revision, KIND_OF[name]), unwrapped(row, 'w:tc').map(writtenWords).join('\t'))
    if (isOutOfView(KIND_OF[name], reading.view)) return
  }
  read()
}
