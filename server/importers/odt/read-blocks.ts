import type { BlockKind } from '#shared/document/document.ts'
import { isNotesHeading } from '#shared/document/notes-heading.ts'
import { DEEPEST_HEADING, type ParagraphRole } from '../office/style-names.ts'
import { isElement, wordsOf, type XmlElement } from '../xml/read-xml.ts'
import { readDrawing, readInline } from './read-inline.ts'
import type { OpenReading } from './reading.ts'

/** What every block below is, whatever its style says. */
type Forced = Extract<BlockKind, 'note' | 'furniture' | 'list-item'> | null

/** Lists that a program makes of the text itself. */
const GENERATED = new Set(['text:table-of-content', 'text:illustration-index', 'text:table-index', 'text:object-index', 'text:user-index', 'text:alphabetical-index'])
const DECLARATIONS = new Set(['text:tracked-changes', 'text:sequence-decls', 'text:variable-decls', 'text:user-field-decls', 'text:dde-connection-decls', 'office:forms', 'text:index-title-template'])

/** The paragraphs, lists and tables of a text, a note, a cell or a frame. */
export function readBlocks(reading: OpenReading, parent: XmlElement, forced: Forced = null): void {
  for (const element of parent.children) {
    if (!isElement(element) || DECLARATIONS.has(element.name) || element.name.endsWith('-source')) continue
    if (element.name === 'text:p' || element.name === 'text:h') {
      const role = roleOf(reading, element)
      if (forced === null && (role.kind === 'paragraph' || role.kind === 'heading')) reading.isUnderNotes = isNotesHeading(wordsOf(element).trim()) || (reading.isUnderNotes && role.kind === 'paragraph')
      startBlock(reading, role, forced)
      readParagraph(reading, element, forced)
      readBoxes(reading, forced)
    } else if (element.name === 'text:list') {
      if (forced === null && reading.isUnderNotes && reading.outOfView === 0 && reading.styles.isCounted(element.attributes['text:style-name'])) readNoteList(reading, element)
      else readBlocks(reading, element, forced ?? 'list-item')
    } else if (element.name === 'table:table') readTable(reading, element, forced)
    else if (GENERATED.has(element.name)) readBlocks(reading, element, 'furniture')
    else if (element.name.startsWith('draw:')) {
      readDrawing(reading, element)
      readBoxes(reading, forced)
    } else if (element.name.startsWith('text:change')) readInline(reading, { name: '', attributes: {}, children: [element] }, (deleted) => readDeleted(reading, deleted, forced))
    else readBlocks(reading, element, forced)
  }
}

/** A counted list of notes: each item is a definition under its number. */
function readNoteList(reading: OpenReading, list: XmlElement): void {
  let number = 0
  for (const item of list.children) {
    if (!isElement(item) || item.name !== 'text:list-item') continue
    number = Number(item.attributes['text:start-value'] ?? number + 1) || number + 1
    const mark = reading.writer.begin({ kind: 'note-definition', label: String(number) })
    readBlocks(reading, item, 'note')
    reading.writer.end(mark)
  }
}

function roleOf(reading: OpenReading, paragraph: XmlElement): ParagraphRole {
  const named = reading.styles.roleOf(paragraph.attributes['text:style-name'])
  if (paragraph.name === 'text:h' && named?.kind !== 'title') return { kind: 'heading', level: Math.min(Number(paragraph.attributes['text:outline-level'] ?? 1) || 1, DEEPEST_HEADING) }
  return named ?? { kind: 'paragraph' }
}

/** Inside words that are not in this view there is no end of a paragraph either. */
function startBlock(reading: OpenReading, { kind, level }: ParagraphRole, forced: Forced): void {
  reading.isAfterSpace = true
  if (reading.outOfView > 0) reading.changes.hear('\n')
  else if (forced && !(forced === 'list-item' && kind !== 'paragraph')) reading.writer.block(forced)
  else reading.writer.block(kind, level)
}

const readParagraph = (reading: OpenReading, paragraph: XmlElement, forced: Forced): void => readInline(reading, paragraph, (deleted) => readDeleted(reading, deleted, forced))

/** What a deletion held: its first and last paragraph run into the words around it, each one between starts anew. */
function readDeleted(reading: OpenReading, deleted: XmlElement, forced: Forced): void {
  deleted.children.filter(isElement).filter(({ name }) => name !== 'office:change-info').forEach((element, index) => {
    if (element.name !== 'text:p' && element.name !== 'text:h') return readBlocks(reading, { name: '', attributes: {}, children: [element] }, forced)
    if (index > 0) startBlock(reading, roleOf(reading, element), forced)
    readParagraph(reading, element, forced)
  })
}

/** Frames stand behind the paragraph they hang on. */
function readBoxes(reading: OpenReading, forced: Forced): void {
  for (const box of reading.boxes.splice(0)) readBlocks(reading, box, forced === 'list-item' ? null : forced)
}

const ROW_GROUPS = new Set(['table:table-header-rows', 'table:table-rows', 'table:table-row-group'])
const rowsOf = (table: XmlElement): XmlElement[] => table.children.filter(isElement).flatMap((child) => child.name === 'table:table-row' ? [child] : ROW_GROUPS.has(child.name) ? rowsOf(child) : [])
const cellsOf = (row: XmlElement): XmlElement[] => row.children.filter((child): child is XmlElement => isElement(child) && child.name === 'table:table-cell')
/** Cells with more words than this on average are no figures and names but columns of a layout. */
const WORDS_IN_A_LAYOUT_CELL = 40

/** A table: one block for each row, its cells parted by tabs; a table that only arranges running text is read as that text. */
function readTable(reading: OpenReading, table: XmlElement, forced: Forced): void {
  const rows = rowsOf(table).map(cellsOf)
  const cells = rows.flat()
  const words = cells.reduce((sum, cell) => sum + wordsOf(cell).split(/\s+/).length, 0)
  const isText = rows.every((row) => row.length <= 1) || words / Math.max(1, cells.length) > WORDS_IN_A_LAYOUT_CELL
    || cells.some((cell) => cell.children.some((child) => isElement(child) && (child.name === 'table:table' || child.name === 'text:h')))
  for (const row of rows) {
    if (isText) {
      for (const cell of row) readBlocks(reading, cell, forced)
      continue
    }
    if (reading.outOfView === 0) reading.writer.block(forced === 'note' || forced === 'furniture' ? forced : 'table')
    const wasInCell = reading.isInCell
    reading.isInCell = true
    row.forEach((cell, index) => {
      if (index > 0 && reading.outOfView === 0) reading.writer.separate('\t')
      readCell(reading, cell, forced)
    })
    reading.isInCell = wasInCell
    readBoxes(reading, forced)
  }
}

/** The paragraphs of a cell in one line. */
function readCell(reading: OpenReading, cell: XmlElement, forced: Forced): void {
  let isFirst = true
  for (const child of cell.children) {
    if (!isElement(child)) continue
    if (child.name === 'text:p' || child.name === 'text:h') {
      reading.isAfterSpace = true
      if (!isFirst && reading.outOfView === 0) reading.writer.separate(' ')
      isFirst = false
      readParagraph(reading, child, forced)
    } else if (child.name.startsWith('draw:')) readDrawing(reading, child)
    else readCell(reading, child, forced)
  }
}
