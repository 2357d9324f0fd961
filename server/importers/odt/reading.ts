import type { OpenMark } from '#shared/document/builder.ts'
import type { ChangesView, DocumentComment } from '#shared/document/document.ts'
import type { LeftOut } from '../office/left-out.ts'
import type { OfficeWriter, Place } from '../office/office-writer.ts'
import type { ChangeDetails, ChangeList, OpenChange } from '../office/tracked-changes.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import type { OpenStyles } from './styles.ts'

/** A note whose mark stands in the text: its words wait until the text is read. */
interface WaitingNote { kind: 'footnote' | 'endnote'; target: string; label: string; body: XmlElement }
/** A tracked change as the file declares it; a deletion holds what was deleted. */
export interface DeclaredChange { details: ChangeDetails; deleted: XmlElement | null }
export interface OpenComment { comment: Omit<DocumentComment, 'span' | 'replyTo'>; name: string; parent: string | undefined; start: Place; span: () => { start: number, end: number } }

/** What is known while an OpenDocument text is walked through once, front to back. */
export interface OpenReading {
  readonly view: ChangesView
  readonly styles: OpenStyles
  readonly writer: OfficeWriter
  readonly leftOut: LeftOut
  readonly changes: ChangeList
  readonly declared: ReadonlyMap<string, DeclaredChange>
  readonly openChanges: Map<string, OpenChange>
  readonly notes: WaitingNote[]
  readonly noteCounts: Record<WaitingNote['kind'], number>
  readonly comments: OpenComment[]
  boxes: XmlElement[]
  /** Above 0 while what is read is not in this view. */
  outOfView: number
  isInCell: boolean
  /** Whether the last heading announced notes: a counted list below it is a list of notes. */
  isUnderNotes: boolean
  /** Whether the last sign was white space: runs of it are one space. */
  isAfterSpace: boolean
  raised: OpenMark | null
}
