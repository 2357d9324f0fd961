import type { ChangesView } from '#shared/document/document.ts'
import type { OpenMark } from '#shared/document/builder.ts'
import type { Place, OfficeWriter } from '../office/office-writer.ts'
import type { LeftOut } from '../office/left-out.ts'
import type { ChangeDetails, ChangeList } from '../office/tracked-changes.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import type { Fields } from './fields.ts'
import type { NoteKind, NoteNumbers } from './note-numbers.ts'
import type { ListNumbers } from './numbering.ts'
import type { Styles } from './styles.ts'
import type { Relationship } from './word-file.ts'

/** A note whose mark stands in the text. `isCustom`: its mark was typed and not counted. */
export interface MarkedNote { kind: NoteKind; id: string; label: string; isCustom: boolean }

/** What is known while a Word file is walked through once, front to back. */
export interface Reading {
  readonly view: ChangesView
  readonly styles: Styles
  readonly writer: OfficeWriter
  readonly leftOut: LeftOut
  readonly changes: ChangeList
  readonly numbers: NoteNumbers
  readonly listNumbers: ListNumbers
  /** Notes by bookmark, for cross-references to their marks. */
  readonly bookmarks: ReadonlyMap<string, { kind: NoteKind, id: string }>
  /** In the order of their first marks. Key: `footnote 3`. */
  readonly notes: Map<string, MarkedNote>
  /** Notes whose marks stand in words that this view does not have. */
  readonly notesOutOfView: Map<string, Place>
  readonly comments: { starts: Map<string, Place>, spans: Map<string, () => { start: number, end: number }> }
  /** Of the story under way (the text, or the notes). */
  links: ReadonlyMap<string, Relationship>
  fields: Fields
  paragraph: XmlElement | undefined
  /** Text boxes wait for the end of the paragraph they hang on. */
  boxes: XmlElement[]
  /** Above 0 while what is read is not in this view. */
  outOfView: number
  isInCell: boolean
  /** Whether the last heading announced notes: a counted list below it is a list of notes. */
  isUnderNotes: boolean
  raised: OpenMark | null
  /** The note that a cross-reference under way names: where its number is raised, it is that note's mark. */
  raisedTarget: string | null
  /** A note mark whose sign was typed: the signs that follow are it. */
  typedMark: { mark: OpenMark, note: MarkedNote, words: string } | null
}

export const noteKey = (kind: NoteKind, id: string): string => `${kind} ${id}`
export const targetOf = (kind: NoteKind, id: string): string => `${kind}-${id}`

/** What a revision element says of itself. */
export function changeOf(element: XmlElement, kind: ChangeDetails['kind']): ChangeDetails {
  const { 'w:author': author, 'w:date': at } = element.attributes
  return { kind, ...(author ? { author } : {}), ...(at ? { at } : {}) }
}
