import { describe, expect, it } from 'vitest'
import { withCompanion } from '#shared/document/companion.ts'
import { textOf, type Document } from '#shared/document/document.ts'
import { readPlainText } from '#shared/document/plain-text.ts'

const chapter: Document = {
  title: 'Chapter 2', text: 'It grew.7 It fell.8', blocks: [{ kind: 'paragraph', span: { start: 0, end: 19 } }], warnings: [{ code: 'notes-elsewhere', message: 'The notes of 2 marks stand in another file.' }],
  marks: [{ kind: 'note-mark', span: { start: 8, end: 9 }, target: 'n7', label: '7', href: 'notes.xhtml#n7' }, { kind: 'note-mark', span: { start: 18, end: 19 }, target: 'n8', label: '8', href: 'notes.xhtml#n8' }],
}
const notes: Document = {
  title: 'Notes', text: 'Of chapter one.\n\nA book, at example.org.\n\nMore of it.\n\nA paper.', warnings: [],
  blocks: [[0, 15], [17, 40], [42, 53], [55, 63]].map(([start, end]) => ({ kind: 'note', span: { start: start!, end: end! } })),
  marks: [
    { kind: 'note-definition', span: { start: 0, end: 15 }, target: 'n1', label: '1' }, { kind: 'note-definition', span: { start: 17, end: 53 }, target: 'n7', label: '7' },
    { kind: 'link', span: { start: 28, end: 39 }, href: 'http://example.org' }, { kind: 'note-definition', span: { start: 55, end: 63 }, target: 'n8', label: '8' },
  ],
}

describe('a companion file of notes', () => {
  const joined = withCompanion(chapter, notes)
  it('gives the notes that the marks lead to, with their paragraphs and links, behind the text', () => {
    expect(joined.text).toBe('It grew.7 It fell.8\n\nA book, at example.org.\n\nMore of it.\n\nA paper.')
    expect(joined.blocks.map(({ kind, span }) => [kind, textOf(joined.text, span)])).toEqual([['paragraph', 'It grew.7 It fell.8'], ['note', 'A book, at example.org.'], ['note', 'More of it.'], ['note', 'A paper.']])
    expect(joined.marks.slice(2).map(({ kind, label, span }) => [kind, label ?? null, textOf(joined.text, span)])).toEqual([
      ['note-definition', '7', 'A book, at example.org.\n\nMore of it.'], ['link', null, 'example.org'], ['note-definition', '8', 'A paper.'],
    ])
  })
  it('says how many notes belong to other chapters', () => expect(joined.warnings.map(({ code, message }) => [code, message.slice(0, 30)])).toEqual([['notes-of-other-parts', 'One note of the second file is']]))
  it('without ids is taken whole', () => {
    const typed = withCompanion(readPlainText('It grew. [1]', 'x'), readPlainText('Notes\n\n[1] A book.\n[2] A paper.', 'y'))
    expect(typed.blocks.map(({ kind, span }) => [kind, textOf(typed.text, span)])).toEqual([['paragraph', 'It grew. [1]'], ['note', '[1] A book.'], ['note', '[2] A paper.']])
  })
  it('that belongs to another text says so', () => expect(withCompanion({ ...chapter, marks: [] }, notes).warnings.map(({ code }) => code)).toContain('no-notes-joined'))
})
