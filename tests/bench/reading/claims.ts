import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readDocument } from '#server/importers/index.ts'
import type { Analysis } from '#shared/analysis.ts'
import { overlaps, type Span } from '#shared/document/document.ts'
import type { ClaimDraft } from '#shared/extract/claim-draft.ts'
import { analyse } from '#shared/pipeline.ts'
import { type Label, LabelledSection } from '../../labels/labels.ts'
import { sharedMaterial } from '../../support/shared-material.ts'
import { fitTexts, judgedText } from './claims/model.ts'
import { claimsBy, readTexts, yieldsClaim } from './claims/texts.ts'
import type { Row } from './row.ts'

/** Of the sentences that yield a claim, the share that holds one; of those that hold one which must be checked, the share that yields a claim. */
export interface Score { precision: number; recall: number }

export interface ClaimsMeasure {
  /** Labelled sentences that were measured; `disagreed`, `unplaced` and `repeated` ones were not. */
  sentences: number
  core: number
  claim: number
  not: number
  disagreed: number
  unplaced: number
  repeated: number
  /** Files whose format is not read. */
  unread: string[]
  /** By the weights that ship, which were fitted on these very sentences. */
  stet: Score
  /** Each text judged by weights fitted without it: what to expect of texts that nobody here has labelled. */
  unseen: Score
  /** Floors, in the same run: every sentence; every sentence with a digit, a name or a quotation mark. */
  everySentence: Score
  digitNameOrQuote: Score
  /** The sentences that were told wrongly, for reading. */
  missed: string[]
  noise: string[]
  works: { work: string; sentences: number; stet: Score; unseen: Score }[]
}

interface Unit { file: string; work: string; words: string; label: Exclude<Label, 'disagreed'>; yields: boolean; yieldsUnseen: boolean }

/** The labelled sections: see tests/labels/labels.ts. */
export function labelledSections(): LabelledSection[] {
  const folder = fileURLToPath(new URL('../../labels/', import.meta.url))
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => LabelledSection.parse(JSON.parse(readFileSync(folder + name, 'utf8'))))
}

/** A file of ../shared/data/articles; null where it is absent. */
export function articleBytes(file: string): Uint8Array | null {
  const bytes = sharedMaterial(`data/articles/${file}`)
  return bytes && new Uint8Array(bytes)
}

/** Measures the claims of reading on the labelled sections; `read` gives a file of ../shared/data/articles. */
export async function measureClaims(sections: readonly LabelledSection[], read: (file: string) => Uint8Array | null): Promise<ClaimsMeasure> {
  const { texts, ...counted } = await readTexts(sections, read)
  const { leftOut } = fitTexts(texts.map(judgedText))
  const units = texts.flatMap((text): Unit[] => {
    const unseen = claimsBy(text, leftOut.get(text.work)!)
    return text.sentences.map(({ span, words, label }) => ({ file: text.file, work: text.work, words, label, yields: yieldsClaim(text.analysis.claims, span), yieldsUnseen: yieldsClaim(unseen, span) }))
  })
  const count = (label: Label): number => units.filter((unit) => unit.label === label).length
  return {
    ...counted, sentences: units.length, core: count('core'), claim: count('claim'), not: count('not'),
    stet: scoreOf(units, ({ yields }) => yields),
    unseen: scoreOf(units, ({ yieldsUnseen }) => yieldsUnseen),
    everySentence: scoreOf(units, () => true),
    digitNameOrQuote: scoreOf(units, ({ words }) => DIGIT_NAME_OR_QUOTE.test(words)),
    missed: units.filter(({ label, yields }) => label === 'core' && !yields).map(named),
    noise: units.filter(({ label, yields }) => label === 'not' && yields).map(named),
    works: [...leftOut.keys()].map((work) => {
      const own = units.filter((unit) => unit.work === work)
      return { work, sentences: own.length, stet: scoreOf(own, ({ yields }) => yields), unseen: scoreOf(own, ({ yieldsUnseen }) => yieldsUnseen) }
    }),
  }
}

/** A digit, a capital inside the sentence, or a quotation mark. */
const DIGIT_NAME_OR_QUOTE = /\d|[“”"]|(?<=[\p{Ll},;:)] )\p{Lu}\p{Ll}/u
const named = ({ file, words }: Unit): string => `${file}: ${words}`

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
  const measured = await measureClaims(sections, articleBytes)
  if (measured.sentences === 0) return rows
  const { sentences, core, claim, not, disagreed, unplaced, repeated, unread } = measured
  const leftOut = [`${disagreed} disagreed`, `${repeated} repeated`, ...(unplaced > 0 ? [`${unplaced} not found`] : []), ...unread.map((file) => `${file} not read`)].join(', ')
  const floor = `every sentence ${printed(measured.everySentence)}; digit, name or quotation mark ${printed(measured.digitNameOrQuote)}`
  const target = 'recall ≥ .98 at precision ≥ .92'
  rows.push({
    measure: 'sentences that hold a claim, each text judged by weights fitted without it: core recall at precision',
    data: `${measured.works.length} texts of articles/, ${sections.length} sections, ${sentences} sentences labelled twice, blind (${core} core, ${claim} claim, ${not} not; left out: ${leftOut})`, floor, ours: printed(measured.unseen), target,
  })
  rows.push({ measure: 'the same by the weights that ship, fitted on these sentences', data: 'the same', floor: '–', ours: printed(measured.stet), target: '–' })
  return rows
}
