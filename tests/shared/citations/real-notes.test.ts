import { describe, expect, it } from 'vitest'
import { measureNotes, noteTruth } from '../../bench/reading/notes.ts'

/** A page of a megabyte on a busy machine. */
const PATIENCE = 60_000

describe('the notes of real texts, each joined to its definition and its stretch', () => {
  it.each(noteTruth().map((text) => [text.file, text] as const))('%s', { timeout: PATIENCE }, async (_file, text) => {
    const measured = await measureNotes(text)
    if (!measured) return
    expect(measured).toEqual({ file: text.file, marks: text.marks.length, right: text.marks.length, wrong: [], unread: null })
  })
})
