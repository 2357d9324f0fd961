import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { textOf, type Document } from '#shared/document/document.ts'
import { readDocument } from '#server/importers/index.ts'
import { readNotes } from '../../support/read-notes.ts'

const FOLDER = '../shared/data/articles'
if (!existsSync(FOLDER)) console.warn(`SKIPPED: ${FOLDER} is absent, so real office files are not read`)
const read = async (file: string): Promise<Document> => (await readDocument(readFileSync(`${FOLDER}/${file}`), { name: file })).document

/** File, notes marked and joined, notes never marked, tracked changes, comments. */
const READ: [file: string, notes: number, orphans: number, changes: number, comments: number][] = [
  ['mars.docx', 1, 0, 0, 0],
  ['our-solar-system-overview.docx', 1, 0, 0, 0],
  ['jupiter-tracked-changes.docx', 0, 0, 9, 0],
  ['complicated-document.docx', 2, 0, 2, 1],
  ['stock-purchase-agreement-dense-notes.docx', 6, 0, 0, 0],
  ['footnote-endnote-and-fields.docx', 2, 0, 0, 0],
  ['tika-disambiguation-endnote.docx', 1, 0, 0, 0],
  ['footnote-and-endnote.docx', 2, 0, 0, 0],
  ['nested-comments.docx', 0, 0, 0, 5],
  ['federal-source-code-policy-implementation.docx', 7, 0, 0, 0],
  ['footnote.odt', 1, 0, 0, 0],
  ['economic-consequences-of-the-peace-europe-before-the-war.odt', 5, 0, 0, 0],
  ['roads-and-bridges-preface-and-current-system.epub', 47, 160, 0, 0],
]

describe.skipIf(!existsSync(FOLDER))('real office files', () => {
  it.each(READ)('%s has %i notes, %i of them never marked, %i changes, %i comments', async (file, notes, unmarked, changes, comments) => {
    const document = await read(file)
    const { citations, orphans } = readNotes(document)
    const marked = citations.filter(({ kind }) => kind === 'note')
    expect(marked.every(({ definition }) => definition !== null)).toBe(true)
    expect([new Set(marked.map(({ definition }) => definition!.start)).size, orphans.length, document.changes?.length ?? 0, document.comments?.length ?? 0]).toEqual([notes, unmarked, changes, comments])
  })
  /** Sentences without their note marks, which look different in each format. */
  const sentencesOf = (document: Document): string[] => readNotes(document).segments.filter(({ kind }) => kind === 'sentence').map(({ span }) => {
    const marks = document.marks.filter((mark) => mark.kind === 'note-mark' && mark.span.start >= span.start && mark.span.end <= span.end)
    return marks.reduceRight((words, mark) => words.slice(0, mark.span.start - span.start).trimEnd() + words.slice(mark.span.end - span.start), textOf(document.text, span)).trim()
  })
  it('are the same sentences as the page they were made from', async () => {
    const [page, odt] = [await read('economic-consequences-of-the-peace-europe-before-the-war.xhtml'), await read('economic-consequences-of-the-peace-europe-before-the-war.odt')]
    expect(sentencesOf(odt)).toEqual(sentencesOf(page))
  })
  it('are the same notes and sentences in a book as in Markdown', async () => {
    const [markdown, book] = [await read('roads-and-bridges-preface.md'), await read('roads-and-bridges-preface-and-current-system.epub')]
    const notes = (document: Document): string[] => readNotes(document).citations.filter(({ kind }) => kind === 'note').map(({ label, text }) => `${label} ${text}`)
    expect(notes(book).slice(0, 9)).toEqual(notes(markdown))
    const [ours, theirs] = [new Set(sentencesOf(book)), sentencesOf(markdown)]
    expect(theirs.filter((sentence) => !ours.has(sentence))).toEqual([])
  })
})
