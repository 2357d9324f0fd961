import { importers, readDocument } from '#server/importers/index.ts'
import type { Analysis } from '#shared/analysis.ts'
import { withCompanion } from '#shared/document/companion.ts'
import type { Document, Span } from '#shared/document/document.ts'
import { analyse } from '#shared/pipeline.ts'
import { sharedMaterial } from '../../support/shared-material.ts'
import type { Row } from './row.ts'

/** The same text in two formats. `second` may hold more than the first (`isPart`); `notes` is the file of the second's notes where they stand apart. `why`: in what the files themselves differ. */
export interface Pair { first: string; second: string; notes?: string; isPart?: boolean; why?: string }
const KEYNES = 'economic-consequences-of-the-peace'
export const PAIRS: readonly Pair[] = [
  { first: `${KEYNES}-europe-before-the-war.odt`, second: `${KEYNES}-europe-before-the-war.xhtml`, notes: `${KEYNES}-endnotes.xhtml` },
  { first: `${KEYNES}-europe-before-the-war.odt`, second: `${KEYNES}-europe-before-the-war-two-columns.pdf`, why: 'the .odt has its headings as paragraphs' },
  { first: 'de-risking-custom-technology-projects.md', second: 'de-risking-custom-technology-projects.pdf', why: 'the editions differ by a few words' },
  { first: 'roads-and-bridges-preface.md', second: 'roads-and-bridges-preface-and-current-system.epub', isPart: true },
  { first: 'grand-medicine-society-of-the-ojibwa-introduction.txt', second: 'grand-medicine-society-of-the-ojibwa.html', isPart: true, why: 'pictures are words in the text file' },
]

const FOLDER = 'data/articles'
/** `.odt` */
export const extensionOf = (name: string): string => /\.\w+$/.exec(name)![0]
const canRead = (name: string): boolean => importers.some(({ extensions }) => extensions.includes(extensionOf(name)))

/** A document by the name of its file; null where it is absent. */
async function readFile(name: string): Promise<Document | null> {
  const bytes = sharedMaterial(`${FOLDER}/${name}`)
  return bytes && (await readDocument(new Uint8Array(bytes), { name })).document
}

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
const stretchesOf = (analysis: Analysis): string[] => analysis.citations.filter(({ kind, definition }) => kind === 'note' && definition).map(({ text, carries }) => `${plain(text)}:${wordsOf(analysis, carries)}`)
const longEnough = (words: string): boolean => words.length >= SHORTEST
const sentencesOf = (analysis: Analysis): string[] => analysis.segments.filter(({ kind }) => kind === 'sentence').map(({ span }) => wordsOf(analysis, span)).filter(longEnough)
const claimsOf = (analysis: Analysis): string[] => analysis.claims.map(({ span }) => wordsOf(analysis, span)).filter(longEnough)

/** Of one reading, how much is in the other: `shared` of `all`. */
export interface Share { shared: number; all: number }
const shareOf = (first: readonly string[], second: readonly string[]): Share => {
  const there = new Set(second)
  return { shared: first.filter((words) => there.has(words)).length, all: first.length }
}

/** How far two readings of one text agree. `back` are the claims of the second found in the first (null: the second holds more). `areNotesSame`: in the same order, none besides. */
export interface PairMeasure { notes: Share; areNotesSame: boolean; stretches: Share; sentences: Share; claims: Share; back: Share | null }

/** Reads both; null where one is absent. */
export async function measurePair({ first, second, notes, isPart }: Pair): Promise<PairMeasure | null> {
  if (!canRead(first) || !canRead(second)) return null
  const [own, other, apart] = [await readFile(first), await readFile(second), notes ? await readFile(notes) : null]
  if (!own || !other || (notes && !apart)) return null
  const [a, b] = [analyse(own), analyse(apart ? withCompanion(other, apart) : other)]
  return {
    notes: shareOf(notesOf(a), notesOf(b)), areNotesSame: isPart ? notesOf(a).every((note) => notesOf(b).includes(note)) : notesOf(a).join('\n') === notesOf(b).join('\n'),
    stretches: shareOf(stretchesOf(a), stretchesOf(b)), sentences: shareOf(sentencesOf(a), sentencesOf(b)), claims: shareOf(claimsOf(a), claimsOf(b)), back: isPart ? null : shareOf(claimsOf(b), claimsOf(a)),
  }
}

const told = ({ shared, all }: Share): string => `${shared} of ${all}`

export async function measure(): Promise<Row[]> {
  const rows: Row[] = []
  for (const pair of PAIRS) {
    const measured = await measurePair(pair)
    if (!measured) continue
    const { notes, areNotesSame, stretches, sentences, claims, back } = measured
    rows.push({
      measure: 'the same text in two formats: found in the other too', data: `${pair.first} and ${extensionOf(pair.second)}${pair.why ? ` (${pair.why})` : ''}`, floor: '–',
      ours: `notes ${told(notes)}${areNotesSame ? '' : ', others besides'} · what they carry ${told(stretches)} · sentences ${told(sentences)} · claims ${told(claims)}${back ? `, back ${told(back)}` : ''}`,
      target: 'the same claims and notes',
    })
  }
  return rows
}
