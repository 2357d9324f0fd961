import type { Document, Span, Warning } from '../document/document.ts'
import { firstWhere } from '../document/in-order.ts'
import type { Segment } from '../segment/segment.ts'
import { tokenise, type Tokens } from '../segment/tokens.ts'
import { Bibliography } from './bibliography.ts'
import { bracketsWithSigns } from './brackets.ts'
import type { Citation, CitedWork, OrphanNote } from './citation.ts'
import { findDefinitions, type Definition } from './definitions.ts'
import { definitionFinder } from './join-notes.ts'
import { findLinks, type FoundLink } from './links.ts'
import { byPlace, type Mark } from './mark.ts'
import { findMarks, runningBlocks } from './marks.ts'
import { resolveWorks, type Cited, type ResolvedNote } from './short-forms.ts'
import { sourcesInText, type InText } from './source-in-text.ts'
import { carriedStretches, type Carrier } from './stretches.ts'
import { warningsOf } from './warnings.ts'
import type { NoteLink } from './works/parse-work.ts'

/** What the notes of a document say. Citations stand in text order, one per mark; nothing that was found is dropped: what does not fit is warned of. */
export interface Notes { citations: Citation[]; orphans: OrphanNote[]; warnings: Warning[] }

/**
 * Finds what in the running text points to a source (note marks, author and year, sources in brackets, links), joins it to its note or entry, resolves Ibid. and other short forms,
 * and says what each carries. `segments` say which blocks are running text. Linear in the text.
 */
export function citeDocument(document: Document, segments: readonly Segment[], tokens: Tokens = tokenise(document.text)): Notes {
  const { text } = document
  const running = runningBlocks(document, segments)
  const { definitions, entries } = findDefinitions(document)
  const bibliography = new Bibliography(text, entries, definitions)
  const marks = findMarks(document, running, definitions, tokens)
  const inText = sourcesInText(text, bracketsWithSigns(document, running, tokens), document.blocks, bibliography).filter(freeOf(marks))
  const links = findLinks(document, segments, tokens).filter(freeOf([...marks, ...inText].sort(byPlace)))
  const written = links.filter((link) => link.isWritten && closesItsSentence(text, link)).map((link) => ({ ...link, span: withBrackets(text, link.span) }))

  const linksIn = linkFinder(document)
  const resolved = resolveWorks(definitions.map(({ label, text: note, span }) => ({ label, text: note, links: linksIn(span) })), bibliography)
  const named = resolveWorks(inText.map(citedOf), bibliography)
  const carriers: (Carrier & { cite: (carries: Span) => Citation })[] = [
    ...noteCitations(marks, definitions, resolved),
    ...inText.map((found, index) => ({ ...found, cite: (carries: Span) => inTextCitation(found, named[index]!, carries) })),
    ...written.map((link) => ({ span: link.span, block: link.block, cite: (carries: Span) => linkCitation(link, 'source-in-text', carries) })),
  ].sort(byPlace)
  const stretches = carriedStretches(document, segments, carriers)
  const citations = [
    ...carriers.map(({ cite }, index) => cite(stretches[index]!)),
    ...links.filter((link) => !link.isWritten || !closesItsSentence(text, link)).map((link) => linkCitation(link, 'link', link.carries)),
  ].sort((a, b) => a.mark.start - b.mark.start || a.mark.end - b.mark.end)

  const markedInNotes = new Set(document.marks.flatMap(({ kind, target }) => kind === 'note-mark' && target !== undefined ? [target] : []))
  const used = new Set(citations.flatMap(({ definition }) => definition ? [definition.start] : []))
  const orphans = definitions.flatMap(({ label, span, text: note, target }): OrphanNote[] => used.has(span.start) || (target !== undefined && markedInNotes.has(target)) ? [] : [{ label, definition: span, text: note }])
  const isBibliographyUsed = inText.some(({ work }) => work?.entry && work.entry.definition === null)
  const uncited = isBibliographyUsed ? bibliography.entries.filter(({ definition, span }) => definition === null && !used.has(span.start)).map(({ span, text: entry }): OrphanNote => ({ label: entry.slice(0, LONGEST_LABEL), definition: span, text: entry })) : []
  return { citations, orphans: [...orphans, ...uncited], warnings: warningsOf({ definitions, resolved, marks, citations, orphans, uncited, hasBibliography: entries.length > 0 }) }
}

/** An entry of the bibliography is called by its first words. */
const LONGEST_LABEL = 40

function noteCitations(marks: readonly Mark[], definitions: readonly Definition[], resolved: readonly ResolvedNote[]): (Carrier & { cite: (carries: Span) => Citation })[] {
  const find = definitionFinder(definitions, marks)
  const worksOfNote: ReturnType<typeof worksOf>[] = []
  return marks.map((mark) => ({
    span: mark.span, block: mark.block,
    cite: (carries) => {
      const index = find(mark)
      if (index === null) return { kind: 'note', label: mark.label, mark: mark.span, definition: null, text: '', malformed: null, ibidOf: null, pinpoint: mark.pinpoint ?? null, carries, source: null, sources: [], rest: '' }
      const { label, span, text, malformed } = definitions[index]!
      const { ibidOf, pinpoint, source, sources, rest } = (worksOfNote[index] ??= worksOf(resolved[index]!))
      // Written out: a spread costs more than everything else here.
      return { kind: 'note', label: label || mark.label, mark: mark.span, definition: span, text, malformed, ibidOf, pinpoint: mark.pinpoint ?? pinpoint, carries, source, sources, rest }
    },
  }))
}

/** The first work that is told is the citation's own; a remark before it is not. */
function worksOf({ works }: Pick<ResolvedNote, 'works'>): Pick<Citation, 'ibidOf' | 'pinpoint' | 'source' | 'sources' | 'rest'> {
  const first = works.find(({ source, ibidOf }) => source !== null || ibidOf !== null) ?? works[0]
  return { ibidOf: first?.ibidOf ?? null, pinpoint: first?.pinpoint ?? null, source: first?.source ?? null, sources: works, rest: works.map(({ rest }) => rest).filter(Boolean).join('; ') }
}

/** How a source in the text names its work: its entry in the bibliography, else its own words. */
const citedOf = ({ label, text, work }: InText): Cited => ({ label, text: work ? work.entry?.text ?? label : text, links: [] })

function inTextCitation({ kind, label, span, inside, text, work }: InText, { works }: ResolvedNote, carries: Span): Citation {
  const cited: CitedWork[] = work ? [{ source: works[0]?.source ?? null, pinpoint: work.pinpoint, ibidOf: null, rest: '' }] : works
  return {
    kind, label, mark: span, definition: work ? work.entry?.span ?? null : inside, text: work?.entry?.text ?? text, malformed: null, carries, ...worksOf({ works: cited }),
  }
}

const DOI_ADDRESS = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/[^\s?#]+)/i

function linkCitation({ span, href, host }: FoundLink, kind: 'link' | 'source-in-text', carries: Span): Citation {
  const doi = DOI_ADDRESS.exec(href)?.[1]
  const source = { type: 'webpage', ...(doi === undefined ? {} : { DOI: doi }), URL: href }
  return { kind, label: host, mark: span, definition: kind === 'link' ? null : span, text: href, malformed: null, ibidOf: null, pinpoint: null, carries, source, sources: [{ source, pinpoint: null, ibidOf: null, rest: '' }], rest: '' }
}

/** Whether something lies on none of these spans, which stand in text order. */
function freeOf(taken: readonly { span: Span }[]): (item: { span: Span }) => boolean {
  const longest = taken.reduce((most, { span }) => Math.max(most, span.end - span.start), 0)
  return ({ span }) => {
    for (let at = firstWhere(taken, (item) => item.span.start >= span.start - longest); at < taken.length && taken[at]!.span.start < span.end; at += 1) if (taken[at]!.span.end > span.start) return false
    return true
  }
}

/** The links inside a note, which often have the address that its words do not show. */
function linkFinder(document: Document): (span: Span) => NoteLink[] {
  const links = document.marks.filter(({ kind, href }) => kind === 'link' && href !== undefined).sort(byPlace)
  return (span) => {
    const found: NoteLink[] = []
    for (let at = firstWhere(links, (link) => link.span.start >= span.start); at < links.length && links[at]!.span.end <= span.end; at += 1) found.push({ words: document.text.slice(links[at]!.span.start, links[at]!.span.end), href: links[at]!.href! })
    return found
  }
}

/** Signs behind an address that show whether its sentence goes on. */
const NEAR = 80

/** An address in brackets, or at the end of its sentence, is no word of it: "Output grew (https://example.org/a)." */
const closesItsSentence = (text: string, { span, carries }: FoundLink): boolean =>
  /[([<]$/.test(text.slice(Math.max(0, span.start - 1), span.start)) || (!/[\p{L}\p{N}]/u.test(text.slice(span.end, Math.min(carries.end, span.end + NEAR))) && !GOVERNS.test(text.slice(Math.max(0, span.start - LONGEST_WORD), span.start)))
const LONGEST_WORD = 8
/** "found at https://…": behind these the address is what the sentence speaks of. */
const GOVERNS = /(?:^|[\s(])(?:at|by|from|in|on|of|to|via|with|visit|the|a|an|is|are|and|or)\s$/i

const withBrackets = (text: string, { start, end }: Span): Span => /[([<]/.test(text[start - 1] ?? '') && /[)\]>]/.test(text[end] ?? '') ? { start: start - 1, end: end + 1 } : { start, end }
