import { describe, expect, it } from 'vitest'
import type { Analysis } from '#shared/analysis.ts'
import { withCompanion } from '#shared/document/companion.ts'
import type { Document, Span } from '#shared/document/document.ts'
import { analyse } from '#shared/pipeline.ts'
import { importers, readDocument } from '#server/importers/index.ts'
import { sharedMaterial } from '../../support/shared-material.ts'

/** The same text in two formats. `second` may hold more than the first (`isPart`); `notes` is the file of the second's notes where they stand apart. `sentences`, `claims`: the least share of the first's that is found in the second. */
interface Pair { first: string; second: string; notes?: string; isPart?: boolean; sentences: number; claims: number }
const KEYNES = 'economic-consequences-of-the-peace'
const PAIRS: Pair[] = [
  { first: `${KEYNES}-europe-before-the-war.odt`, second: `${KEYNES}-europe-before-the-war.xhtml`, notes: `${KEYNES}-endnotes.xhtml`, sentences: 1, claims: 1 },
  // Its headings are in small capitals and read as headings there, as lines here.
  { first: `${KEYNES}-europe-before-the-war.odt`, second: `${KEYNES}-europe-before-the-war-two-columns.pdf`, sentences: 0.97, claims: 0.99 },
  // The two editions differ by a few words ("40" and "v4.0", the authors' addresses).
  { first: 'de-risking-custom-technology-projects.md', second: 'de-risking-custom-technology-projects.pdf', sentences: 0.98, claims: 0.98 },
  { first: 'roads-and-bridges-preface.md', second: 'roads-and-bridges-preface-and-current-system.epub', isPart: true, sentences: 0.99, claims: 0.98 },
  // Pictures are words in the text file ("[Illustration: …]").
  { first: 'grand-medicine-society-of-the-ojibwa-introduction.txt', second: 'grand-medicine-society-of-the-ojibwa.html', isPart: true, sentences: 0.98, claims: 0.98 },
]

const FOLDER = 'data/articles'
const extensionOf = (name: string): string => /\.\w+$/.exec(name)![0]
const canRead = (name: string): boolean => importers.some(({ extensions }) => extensions.includes(extensionOf(name)))
const readFile = async (name: string): Promise<Document> => (await readDocument(sharedMaterial(`${FOLDER}/${name}`)!, { name })).document

/** Letters and digits only: formats differ in quotation marks, dashes, spaces and line ends. */
const plain = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
/** Shorter ones are labels and numbers of lists. */
const SHORTEST = 15

/** The words of a span without the note marks in it, which formats write differently. */
function wordsOf({ document, citations }: Analysis, span: Span): string {
  let [words, at] = ['', span.start]
  for (const { kind, mark } of citations) {
    if (kind !== 'note' || mark.start < at || mark.end > span.end) continue
    words += document.text.slice(at, mark.start)
    at = mark.end
  }
  return plain(words + document.text.slice(at, span.end))
}
const notesOf = ({ citations }: Analysis): string[] => citations.filter(({ kind, definition }) => kind === 'note' && definition).map(({ text }) => plain(text))
const sentencesOf = (analysis: Analysis): string[] => analysis.segments.filter(({ kind }) => kind === 'sentence').map(({ span }) => wordsOf(analysis, span)).filter((words) => words.length >= SHORTEST)
const claimsOf = (analysis: Analysis): string[] => analysis.claims.map(({ span }) => wordsOf(analysis, span)).filter((words) => words.length >= SHORTEST)
const shareOf = (first: readonly string[], second: readonly string[]): number => {
  const there = new Set(second)
  return first.filter((words) => there.has(words)).length / first.length
}

describe.skipIf(!sharedMaterial(`${FOLDER}/index.json`))('the same text in two formats', () => {
  it.each(PAIRS.filter(({ first, second }) => canRead(first) && canRead(second)).map((pair) => [`${pair.first} and ${extensionOf(pair.second)}`, pair] as const))('%s has the same notes, sentences and claims', async (_name, pair) => {
    const first = analyse(await readFile(pair.first))
    const read = await readFile(pair.second)
    const second = analyse(pair.notes ? withCompanion(read, await readFile(pair.notes)) : read)
    const [own, other] = [notesOf(first), notesOf(second)]
    expect(own.length).toBeGreaterThan(0)
    if (pair.isPart) expect(own.filter((note) => !other.includes(note))).toEqual([])
    else expect(other).toEqual(own)
    expect(shareOf(sentencesOf(first), sentencesOf(second))).toBeGreaterThanOrEqual(pair.sentences)
    expect(shareOf(claimsOf(first), claimsOf(second))).toBeGreaterThanOrEqual(pair.claims)
    if (!pair.isPart) expect(shareOf(claimsOf(second), claimsOf(first))).toBeGreaterThanOrEqual(pair.claims - 0.02)
  }, 120_000)
})
