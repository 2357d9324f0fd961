import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readDocument } from '#server/importers/index.ts'
import type { Analysis } from '#shared/analysis.ts'
import { overlaps, type Span } from '#shared/document/document.ts'
import type { ClaimDraft } from '#shared/extract/claim-draft.ts'
import { analyse } from '#shared/pipeline.ts'
import { type Label, LabelledSection, placeSentences } from '../../labels/labels.ts'
import { sharedMaterial } from '../../support/shared-material.ts'
import type { Row } from './row.ts'

/** Of the sentences that yield a claim, the share that holds one; of those that hold one which must be checked, the share that yields a claim. */
export interface Score { precision: number; recall: number }

export interface ClaimsMeasure {
  /** Labelled sentences that were measured; `disagreed` and `unplaced` ones were not. */
  sentences: number
  core: number
  claim: number
  not: number
  disagreed: number
  unplaced: number
  /** Files whose format is not read. */
  unread: string[]
  stet: Score
  /** Floors, in the same run: every sentence; every sentence with a digit, a name or a quotation mark. */
  everySentence: Score
  digitNameOrQuote: Score
  /** The sentences that were told wrongly, for reading. */
  missed: string[]
  noise: string[]
  sections: { file: string; sentences: number; stet: Score }[]
}

interface Unit { file: string; text: string; label: Exclude<Label, 'disagreed'>; yields: boolean }

/** The labelled sections: see tests/labels/labels.ts. */
export function labelledSections(): LabelledSection[] {
  const folder = fileURLToPath(new URL('../../labels/', import.meta.url))
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => LabelledSection.parse(JSON.parse(readFileSync(folder + name, 'utf8'))))
}

/** Measures the claims of reading on the labelled sections; `read` gives a file of ../shared/data/articles. */
export async function measureClaims(sections: readonly LabelledSection[], read: (file: string) => Uint8Array | null): Promise<ClaimsMeasure> {
  const units: Unit[] = []
  const unread: string[] = []
  let [disagreed, unplaced] = [0, 0]
  for (const { file, sentences } of sections) {
    const bytes = read(file)
    const analysis = bytes && (await readDocument(bytes, { name: file }).then(({ document }) => analyse(document), () => null))
    if (!analysis) {
      unread.push(file)
      continue
    }
    const { text } = analysis.document
    placeSentences(text, sentences).forEach((span, index) => {
      const { label } = sentences[index]!
      if (label === 'disagreed') disagreed += 1
      else if (span === null) unplaced += 1
      else units.push({ file, text: text.slice(span.start, span.end).replace(/\s+/g, ' '), label, yields: yieldsClaim(analysis, span) })
    })
  }
  const files = [...new Set(units.map(({ file }) => file))]
  const count = (label: Label): number => units.filter((unit) => unit.label === label).length
  return {
    sentences: units.length, core: count('core'), claim: count('claim'), not: count('not'), disagreed, unplaced, unread,
    stet: scoreOf(units, ({ yields }) => yields),
    everySentence: scoreOf(units, () => true),
    digitNameOrQuote: scoreOf(units, ({ text }) => DIGIT_NAME_OR_QUOTE.test(text)),
    missed: units.filter(({ label, yields }) => label === 'core' && !yields).map(named),
    noise: units.filter(({ label, yields }) => label === 'not' && yields).map(named),
    sections: files.map((file) => {
      const own = units.filter((unit) => unit.file === file)
      return { file, sentences: own.length, stet: scoreOf(own, ({ yields }) => yields) }
    }),
  }
}

/** A digit, a capital inside the sentence, or a quotation mark. */
const DIGIT_NAME_OR_QUOTE = /\d|[“”"]|(?<=[\p{Ll},;:)] )\p{Lu}\p{Ll}/u
const named = ({ file, text }: Unit): string => `${file}: ${text}`

/** A claim belongs to the sentence that holds the greater part of it; that words were said, to the sentence where they begin. */
function yieldsClaim({ claims }: Analysis, sentence: Span): boolean {
  return claims.some(({ span, layer }) => {
    if (layer === 'said') return span.start >= sentence.start && span.start < sentence.end
    return 2 * (Math.min(span.end, sentence.end) - Math.max(span.start, sentence.start)) > span.end - span.start
  })
}

function scoreOf(units: readonly Unit[], yields: (unit: Unit) => boolean): Score {
  const taken = units.filter(yields)
  const core = units.filter(({ label }) => label === 'core')
  return { precision: share(taken.filter(({ label }) => label !== 'not').length, taken.length), recall: share(core.filter(yields).length, core.length) }
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

/** An assertion of the real article: `tokens` stand together in the sentence or quotation that makes it, `note` is the label that carries it. */
export interface Assertion { id: string; note: string | null; tokens: string[] }

/** The assertions that no claim carries with its note. */
export function lostAssertions(analysis: Analysis, assertions: readonly Assertion[]): Assertion[] {
  return assertions.filter((assertion) => !analysis.claims.some((claim) => carries(analysis, claim, assertion)))
}

function carries(analysis: Analysis, claim: ClaimDraft, { note, tokens }: Assertion): boolean {
  if (note === null ? claim.notes.length > 0 : !claim.notes.some(({ label }) => label === note)) return false
  const { start, end } = groupOf(analysis, claim)
  const words = analysis.document.text.slice(start, end)
  return tokens.every((token) => words.includes(token))
}

/** A claim with the quotation it belongs to and the sentences these stand in. */
function groupOf(analysis: Analysis, claim: ClaimDraft): Span {
  const said = claim.layer === 'said' ? claim : claim.quotation === null ? null : analysis.claims[claim.quotation]!
  const next = said ?? analysis.claims.find(({ layer, span }) => layer === 'said' && span.start >= claim.span.end && span.start - claim.span.end < 4)
  const own = { start: Math.min(claim.span.start, next?.span.start ?? Infinity), end: Math.max(claim.span.end, next?.span.end ?? 0) }
  const sentences = analysis.segments.filter(({ span }) => overlaps(span, own))
  return { start: Math.min(own.start, ...sentences.map(({ span }) => span.start)), end: Math.max(own.end, ...sentences.map(({ span }) => span.end)) }
}

/** The real article as reading finds it, with its assertions; null where it is absent. */
export async function realArticle(): Promise<{ analysis: Analysis; assertions: Assertion[] } | null> {
  const name = '000_3ada9579df3eea54.txt'
  const [bytes, assertions] = [sharedMaterial(`article/${name}`), sharedMaterial('article/assertions.json')]
  if (!bytes || !assertions) return null
  return { analysis: analyse((await readDocument(new Uint8Array(bytes), { name })).document), assertions: JSON.parse(assertions.toString('utf8')) as Assertion[] }
}

const printed = ({ precision, recall }: Score): string => `recall ${recall.toFixed(3)} at precision ${precision.toFixed(3)}`

export async function measure(): Promise<Row[]> {
  const rows: Row[] = []
  const article = await realArticle()
  if (article) {
    const { analysis, assertions } = article
    const lost = lostAssertions(analysis, assertions)
    rows.push({ measure: 'assertions of the real article found with their notes', data: `article/assertions.json, ${assertions.length}`, floor: '–', ours: `${assertions.length - lost.length} in ${analysis.claims.length} claims${lost.map(({ id }) => `; lost: ${id}`).join('')}`, target: 'all' })
  }
  const sections = labelledSections()
  const read = (file: string): Uint8Array | null => {
    const bytes = sharedMaterial(`data/articles/${file}`)
    return bytes && new Uint8Array(bytes)
  }
  const measured = await measureClaims(sections, read)
  if (measured.sentences === 0) return rows
  const { sentences, core, claim, not, disagreed, unplaced, unread } = measured
  const leftOut = [`${disagreed} disagreed`, ...(unplaced > 0 ? [`${unplaced} not found`] : []), ...unread.map((file) => `${file} not read`)].join(', ')
  rows.push({
    measure: 'sentences that hold a claim: core recall at precision', data: `${sections.length} sections of articles/, ${sentences} sentences labelled twice (${core} core, ${claim} claim, ${not} not; left out: ${leftOut})`,
    floor: `every sentence ${printed(measured.everySentence)}; digit, name or quotation mark ${printed(measured.digitNameOrQuote)}`, ours: printed(measured.stet), target: 'recall ≥ .98 at precision ≥ .92',
  })
  return rows
}
