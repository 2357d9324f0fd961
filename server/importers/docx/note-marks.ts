import { LEFT_OUT } from '../office/left-out.ts'
import type { XmlElement } from '../xml/read-xml.ts'
import { noteKey, targetOf, type MarkedNote, type Reading } from './reading.ts'
import type { NoteKind } from './note-numbers.ts'

const isOn = (value: string | undefined): boolean => value !== undefined && !/^(?:0|false|off)$/.test(value)

/** A note's mark: its number is written where the reader sees it; a typed sign is the mark itself. A mark outside this view takes its note with it. */
export function readNoteMark(reading: Reading, kind: NoteKind, reference: XmlElement): void {
  const id = reference.attributes['w:id'] ?? ''
  const key = noteKey(kind, id)
  if (reading.fields.isInstruction) return
  if (reading.outOfView > 0) return void reading.notesOutOfView.set(key, reading.writer.here())
  const known = reading.notes.get(key)
  const isCustom = isOn(reference.attributes['w:customMarkFollows'])
  const note: MarkedNote = known ?? { kind, id, label: isCustom ? '' : reading.numbers.next(kind), isCustom }
  reading.notes.set(key, note)
  endTypedMark(reading)
  const mark = reading.writer.begin({ kind: 'note-mark', target: targetOf(kind, id), ...(isCustom ? {} : { label: note.label }) })
  if (isCustom) {
    reading.typedMark = { mark, note, words: '' }
    return
  }
  reading.changes.hear(note.label)
  reading.writer.write(note.label)
  reading.writer.end(mark)
}

/** The typed sign of a mark is complete. Without one, the note's number stands for it. */
export function endTypedMark(reading: Reading): void {
  const typed = reading.typedMark
  if (!typed) return
  reading.typedMark = null
  const label = typed.words.trim() || reading.numbers.next(typed.note.kind)
  if (typed.words.trim() === '') reading.writer.write(label)
  typed.note.label ||= label
  typed.mark.details.label = label
  reading.writer.end(typed.mark)
}

/** Tells of the notes that went with words out of this view. `wordsOf` gives a note's words by its key. */
export function tellOfNotesOutOfView(reading: Reading, wordsOf: (key: string) => string): void {
  for (const [key, place] of reading.notesOutOfView) {
    if (!reading.notes.has(key)) reading.leftOut.add(LEFT_OUT.deletedNote, `A note (“${wordsOf(key).slice(0, 120)}”) is left out: its mark is not in this view of the tracked changes.`, place)
  }
}
