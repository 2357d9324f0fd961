import type { Span } from '../document/document.ts'
import { shorten } from '../document/shorten.ts'
import { readAuthorDates, readNarrative, type AuthorDate } from './author-date.ts'
import type { Bibliography } from './bibliography.ts'
import { SIGN, type Bracket } from './brackets.ts'
import { isPlace } from './works/publishing.ts'

/** A source named in running text. `text` is what is written of it; `work` is set for author and year; `isForward`: the words after it rest on it ("Smith (2019) found …"). */
export interface InText { kind: 'author-date' | 'source-in-text'; label: string; span: Span; inside: Span; block: number; text: string; work: AuthorDate | null; isForward: boolean; namesStart: number }

const PLACE_AT_END = /(?:^|[\s,.;(])(?:(?:pp?|chs?|chap|chapters?|vols?|secs?|paras?|art|bk|book|fol|nn?)\.?\s?|§+\s?|¶+\s?)(?:\d[\d–—-]*|[ivxlc]+)\b[^;]{0,60}$/i
const REPEATS = /\b(?:ibid(?:em)?|op\.?\s?cit|loc\.?\s?cit|idem)\b/i
const ONLY_PLACE = /^(?:see\s)?pp?\.\s?\d[\d\s,–—and&-]*(?:ff?\.?)?$/
/** "p. 12 of the report", "see page 4 above", "in vol. 2 he says": words of the article about a place, not a source. */
const ABOUT_PLACE = /^(?:see\s)?(?:on\s)?(?:the\s)?(?:pages?|chapters?|sections?|vols?|volumes?|part|figure|table)\b/i
/** A source's name: capitalised words, a title in quotation marks. */
const NAMED = /\p{Lu}\p{L}+|["“‘«《]\p{L}/u
/** A label is read at a glance. */
const LONGEST_LABEL = 48
/** Names of an author stand no further before the bracket with the year. */
const NAMES_WINDOW = 120

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').replace(/\s+([,.;:])/g, '$1').trim()

/** The sources in running text, in text order. Where the form alone leaves doubt, a work counts when the bibliography has it or when the article cites in this way anyhow. */
export function sourcesInText(text: string, brackets: readonly Bracket[], blocks: readonly { span: Span }[], bibliography: Bibliography): InText[] {
  const candidates: (InText & { isDoubtful: boolean })[] = []
  for (const bracket of brackets) for (const found of readBracket(text, bracket, blocks[bracket.block]!.span.start, bibliography)) candidates.push(found)
  // Of brackets in brackets the inner one names the source, unless the outer is a list of names and years.
  candidates.sort((a, b) => a.span.end - b.span.end || b.span.start - a.span.start)
  const apart: typeof candidates = []
  for (const candidate of candidates) {
    while (candidate.kind === 'author-date' && apart.length > 0 && apart.at(-1)!.span.start > candidate.span.start && apart.at(-1)!.span.end > candidate.inside.start) apart.pop()
    if (apart.length === 0 || candidate.span.start >= apart.at(-1)!.span.end || candidate.inside.start === apart.at(-1)!.inside.start) apart.push(candidate)
  }
  const certain = apart.filter(({ kind, isDoubtful }) => kind === 'author-date' && !isDoubtful)
  const known = new Set(certain.map(({ label }) => label))
  return apart.filter((candidate, index) => {
    const before = apart[index - 1]
    // A page alone repeats the source named in the same paragraph.
    if (candidate.work === null && ONLY_PLACE.test(candidate.text) && before?.block !== candidate.block) return false
    if (!candidate.isDoubtful || known.has(candidate.label)) return true
    return !candidate.isForward && bibliography.entries.length === 0 && certain.length >= CITES_SO_ANYHOW && /^\p{Lu}\p{Ll}+ \d/u.test(candidate.label) && !isPlace(candidate.label.slice(0, -5))
  })
}

/** Without a bibliography, so many certain author–date citations make "(Smith 2019)" one too. */
const CITES_SO_ANYHOW = 3

function readBracket(text: string, { span, inside, open, block, signs }: Bracket, blockStart: number, bibliography: Bibliography): (InText & { isDoubtful: boolean })[] {
  const words = oneLine(inside)
  const common = { block, inside: { start: span.start + 1, end: span.end - 1 }, isForward: false, namesStart: span.start }
  if (signs & SIGN.year) {
    const pieces = readAuthorDates(inside, bibliography)
    if (pieces) {
      return pieces.flatMap(({ works, start, end }, index) => works.map((work) => ({
        ...common, kind: 'author-date' as const, label: work.label, work, text: oneLine(inside.slice(start, end)), isDoubtful: !work.isCertain && work.entry === null,
        span: { start: index === 0 ? span.start : span.start + 1 + start - 1, end: index === pieces.length - 1 ? span.end : span.start + 1 + end },
      })))
    }
    if (open === '(') {
      const narrative = readNarrative(text.slice(Math.max(blockStart, span.start - NAMES_WINDOW), span.start), inside, bibliography)
      if (narrative) return narrative.works.map((work) => ({ ...common, kind: 'author-date' as const, label: work.label, work, text: `${oneLine(text.slice(span.start - narrative.length, span.start))} (${words})`, span, isForward: true, namesStart: span.start - narrative.length, isDoubtful: !work.isCertain && work.entry === null }))
    }
  }
  const isSource = signs & SIGN.repeat ? REPEATS.test(words) : (signs & SIGN.place) !== 0 && PLACE_AT_END.test(words) && NAMED.test(words.replace(PLACE_AT_END, '')) && !ABOUT_PLACE.test(words)
  if (!isSource && !((signs & SIGN.place) && ONLY_PLACE.test(words))) return []
  return [{ ...common, kind: 'source-in-text', label: shorten(words, LONGEST_LABEL), work: null, text: words, span, isDoubtful: false }]
}
