import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readDocument } from '#server/importers/index.ts'
import type { Citation } from '#shared/citations/citation.ts'
import { withCompanion } from '#shared/document/companion.ts'
import type { Document } from '#shared/document/document.ts'
import { readNotes } from '../../support/read-notes.ts'
import { sharedMaterial } from '../../support/shared-material.ts'
import type { Row } from './row.ts'

/**
 * The true marks of each text of ../shared/data/articles in order: label, the first word of the note it is joined to (null: the file has none), the first two words and the last of the stretch it carries.
 * Labels and notes were taken from the files by a second program that shares nothing with Stet (ids and references of the markup, references of Word and OpenDocument, [^n], brackets and footnote blocks of
 * plain text; a PDF has those of the text it was made from); the sources in brackets of the Anarchist FAQ were listed by their brackets. For stretches that program applied the rule of shared/README.md on its
 * own, with its own idea of a sentence: 833 of 873 came out the same, the rest (stretches that go on behind a mark, lists and tables, an abbreviation) and those of the FAQ were read beside the text.
 */
const Truth = z.array(z.strictObject({ file: z.string(), notes: z.string().optional(), orphans: z.int(), marks: z.array(z.tuple([z.string(), z.string().nullable(), z.string()])) }))
export type Truth = z.infer<typeof Truth>
export const noteTruth = (): Truth => Truth.parse(JSON.parse(readFileSync(fileURLToPath(new URL('./notes.json', import.meta.url)), 'utf8')))

/** How one text was read: marks told with the right note and stretch, those told otherwise, and what was taken for a mark and is none. `unread` is why a text could not be read. */
export interface NotesMeasure { file: string; marks: number; right: number; wrong: string[]; unread: string | null }

const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** What a citation says, in the words of the truth. */
function told(text: string, { label, definition, text: note, carries }: Citation): string {
  const carried = words(text.slice(carries.start, carries.end))
  return JSON.stringify([label, definition === null ? null : words(note)[0] ?? '', `${carried.slice(0, 2).join(' ')} … ${carried.at(-1) ?? ''}`])
}

async function documentOf(file: string, notes: string | undefined): Promise<Document | null> {
  const [bytes, companion] = [sharedMaterial(`data/articles/${file}`), notes === undefined ? null : sharedMaterial(`data/articles/${notes}`)]
  if (!bytes) return null
  const { document } = await readDocument(new Uint8Array(bytes), { name: file })
  return companion ? withCompanion(document, (await readDocument(new Uint8Array(companion), { name: notes! })).document) : document
}

/** Reads one text of the truth; null where it is absent. Addresses in running text are no notes and are left out. */
export async function measureNotes({ file, notes, orphans, marks }: Truth[number]): Promise<NotesMeasure | null> {
  let document: Document | null
  try {
    document = await documentOf(file, notes)
  } catch (error) {
    return { file, marks: marks.length, right: 0, wrong: [], unread: error instanceof Error ? error.message : String(error) }
  }
  if (!document) return null
  const found = readNotes(document)
  const read = found.citations.filter(({ kind, text }) => kind === 'note' || (kind === 'source-in-text' && !/^https?:/.test(text))).map((citation) => told(document.text, citation))
  const wanted = marks.map((mark) => JSON.stringify(mark))
  const left = new Map<string, number>()
  for (const mark of read) left.set(mark, (left.get(mark) ?? 0) + 1)
  const missing = wanted.filter((mark) => {
    const count = left.get(mark) ?? 0
    left.set(mark, count - 1)
    return count <= 0
  })
  const extra = [...left].flatMap(([mark, count]) => Array.from({ length: Math.max(0, count) }, () => mark))
  const orphaned = found.orphans.length === orphans ? [] : [`${found.orphans.length} notes never marked, not ${orphans}`]
  return { file, marks: marks.length, right: marks.length - missing.length, wrong: [...missing.map((mark) => `missing ${mark}`), ...extra.map((mark) => `not in the truth ${mark}`), ...orphaned], unread: null }
}

export async function measure(): Promise<Row[]> {
  const measured: NotesMeasure[] = []
  for (const text of noteTruth()) {
    const one = await measureNotes(text)
    if (one) measured.push(one)
  }
  if (measured.length === 0) return []
  const sum = (of: (one: NotesMeasure) => number): number => measured.reduce((total, one) => total + of(one), 0)
  const whole = measured.filter(({ right, marks, wrong, unread }) => unread === null && right === marks && wrong.length === 0).length
  const row = (data: string, ours: string): Row => ({ measure: 'notes: mark ↔ definition ↔ stretch carried', data, floor: '–', ours, target: '100 %' })
  return [
    row(`data/articles, ${measured.length} texts, ${sum(({ marks }) => marks)} marks`, `${sum(({ right }) => right)} marks right, ${whole} texts without a fault, ${sum(({ wrong }) => wrong.filter((fault) => fault.startsWith('not in')).length)} look-alikes taken for a mark`),
    ...measured.filter(({ unread, wrong }) => unread !== null || wrong.length > 0).map(({ file, right, marks, wrong, unread }) => row(file, unread === null ? `${right} of ${marks}; ${wrong[0]!}${wrong.length > 1 ? ` and ${wrong.length - 1} more` : ''}` : `not read: ${unread}`)),
  ]
}
