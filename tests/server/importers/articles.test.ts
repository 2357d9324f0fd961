import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withCompanion } from '#shared/document/companion.ts'
import { contains, type Document } from '#shared/document/document.ts'
import { readDocument } from '#server/importers/index.ts'
import { readNotes } from '../../support/read-notes.ts'

const FOLDER = '../shared/data/articles'
if (!existsSync(FOLDER)) console.warn(`SKIPPED: ${FOLDER} is absent, so real articles are not read`)

/** File, note marks with different notes, of which joined to a note in the same file, notes never marked (companion files hold notes only). */
const READ: [file: string, notes: number, joined: number, orphans: number][] = [
  ['debian-policy-manual-chapters-1-to-3.txt', 13, 13, 0],
  ['grand-medicine-society-of-the-ojibwa-introduction.txt', 11, 11, 0],
  ['grand-medicine-society-of-the-ojibwa.html', 18, 18, 0],
  ['new-zealand-wikipedia-2019.html', 372, 372, 0],
  ['duck-wikipedia-2024.html', 55, 55, 0],
  ['on-recent-controversial-events.html', 0, 0, 0],
  // Seven notes in their sentences; the others are keys of a bibliography that the page does not hold.
  ['ai-safety-needs-social-scientists.html', 59, 7, 0],
  ['economic-consequences-of-the-peace-europe-before-the-war.xhtml', 5, 0, 0],
  ['economic-consequences-of-the-peace-the-treaty.xhtml', 69, 0, 0],
  ['economic-consequences-of-the-peace-endnotes.xhtml', 0, 0, 168],
  ['roads-and-bridges-challenges.xhtml', 47, 0, 0],
  ['roads-and-bridges-appendix.xhtml', 0, 0, 207],
  ['roads-and-bridges-preface.md', 9, 9, 0],
  ['de-risking-custom-technology-projects.md', 14, 14, 0],
  ['federal-source-code-policy-three-step-analysis.md', 7, 7, 0],
  ['an-anarchist-faq-paris-commune-and-haymarket.md', 0, 0, 0],
]

const read = async (name: string): Promise<Document> => (await readDocument(readFileSync(`${FOLDER}/${name}`), { name })).document

/** A chapter and the file of its notes: notes marked, all of them joined. */
const WITH_COMPANION: [file: string, companion: string, notes: number][] = [
  ['economic-consequences-of-the-peace-europe-before-the-war.xhtml', 'economic-consequences-of-the-peace-endnotes.xhtml', 5],
  ['economic-consequences-of-the-peace-the-treaty.xhtml', 'economic-consequences-of-the-peace-endnotes.xhtml', 69],
  ['roads-and-bridges-challenges.xhtml', 'roads-and-bridges-appendix.xhtml', 47],
]

describe.skipIf(!existsSync(FOLDER))('real articles', () => {
  it.each(WITH_COMPANION)('%s with %s has %i notes, all joined', async (file, companion, notes) => {
    const [chapter, back] = [await read(file), await read(companion)]
    const { citations, orphans } = readNotes(withCompanion(chapter, back))
    expect([citations.length, citations.filter(({ definition }) => definition !== null).length, orphans.length]).toEqual([notes, notes, 0])
  })
  it.each(READ)('%s has %i notes, %i joined', async (file, notes, joined, orphaned) => {
    const document = await read(file)
    const { citations: all, orphans, segments } = readNotes(document)
    const citations = all.filter(({ kind }) => kind === 'note')
    const key = ({ label, definition }: (typeof citations)[number]): string => definition ? String(definition.start) : `missing ${label}`
    expect([new Set(citations.map(key)).size, new Set(citations.filter(({ definition }) => definition).map(key)).size, orphans.length]).toEqual([notes, joined, orphaned])
    for (const { mark, carries } of citations) {
      const block = document.blocks.find(({ span }) => contains(span, mark))!
      // A mark carries words of its own block, and the quotation below that they bring in.
      expect([carries.start >= block.span.start && carries.start < block.span.end, carries.end > carries.start]).toEqual([true, true])
    }
    for (const { span, block } of segments) expect(contains(document.blocks[block]!.span, span)).toBe(true)
  })
})
