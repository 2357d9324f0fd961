import { addressOf, purposeOf, type Field } from './fields.ts'
import { targetOf, type Reading } from './reading.ts'

/** What the result of a field is: a link, a second mark of a note, or words like others. Returns what to do at its end. */
export function openField(reading: Reading, field: Field): (() => void) | undefined {
  const purpose = purposeOf(field)
  if (reading.outOfView > 0) return undefined
  if (purpose === 'HYPERLINK') {
    const href = addressOf(field.instruction)
    if (href === null) return undefined
    const mark = reading.writer.begin({ kind: 'link', href })
    return () => void reading.writer.end(mark)
  }
  if (purpose === 'NOTEREF') return openNoteReference(reading, field.instruction)
  if (reading.fields.isContents && reading.writer.isAtStart) reading.writer.block('furniture')
  return undefined
}

/** A cross-reference to a note: its mark once more when it is formatted as one (option f, or raised by hand), else words such as "see note 3". */
function openNoteReference(reading: Reading, instruction: string): (() => void) | undefined {
  const note = reading.bookmarks.get(/NOTEREF\s+"?([^\s"\\]+)/i.exec(instruction)?.[1] ?? '')
  if (!note) return undefined
  endRaised(reading)
  const target = targetOf(note.kind, note.id)
  const mark = /\\f\b/.test(instruction) ? reading.writer.begin({ kind: 'note-mark', target }) : null
  if (!mark) reading.raisedTarget = target
  return () => {
    endRaised(reading)
    reading.raisedTarget = null
    if (mark) reading.writer.end(mark)
  }
}

/** Raised signs that stand together are one raised stretch, however many runs they are in. */
export function endRaised(reading: Reading): void {
  if (!reading.raised) return
  reading.writer.end(reading.raised)
  reading.raised = null
}
