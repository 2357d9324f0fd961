import type { Span, Warning } from '../document/document.ts'
import { firstWhere } from '../document/in-order.ts'
import { listed } from '../document/listed.ts'
import type { Citation, OrphanNote } from './citation.ts'
import type { Definition } from './definitions.ts'
import type { Mark } from './mark.ts'
import type { ResolvedNote } from './short-forms.ts'

/** What reading the notes found, as far as something in it may be wrong. */
export interface Found { definitions: readonly Definition[]; resolved: readonly ResolvedNote[]; marks: readonly Mark[]; citations: readonly Citation[]; orphans: readonly OrphanNote[]; uncited: readonly OrphanNote[]; hasBibliography: boolean }

/** More of one kind are told in one warning. */
const MOST_SINGLE_WARNINGS = 5
/** Words of a note quoted in a warning. */
const EXCERPT = 40

/** Malformed, missing, duplicate and orphan notes, and what short forms were taken to mean: all kept, all told. */
export function warningsOf({ definitions, resolved, marks, citations, orphans, uncited, hasBibliography }: Found): Warning[] {
  const warnings: Warning[] = []
  const add = (code: string, message: string, span?: Span): void => void warnings.push(span ? { code, message, span } : { code, message })
  /** One warning each, or one for all when there are many. */
  const each = <T>(items: readonly T[], code: string, single: (item: T) => string, many: (first: T, last: T) => string, span: (item: T) => Span): void => {
    if (items.length > MOST_SINGLE_WARNINGS) add(code, many(items[0]!, items.at(-1)!), span(items[0]!))
    else for (const item of items) add(code, single(item), span(item))
  }
  for (const { label, malformed, span } of definitions) if (malformed !== null) add('malformed-note', `Note ${label} is written ${malformed}, read as ${label}.`, span)
  for (const { label, printed, isWellFormed, span } of marks) if (!isWellFormed) add('malformed-mark', `The mark of note ${label} is written ${printed}, read as ${label}.`, span)

  const repeats = (isShortTitle: boolean): (readonly [string, string])[] => definitions.flatMap(({ label }, index) => {
    const { short, of } = resolved[index]!
    return short === null || of === null || (short === 'short-title') !== isShortTitle ? [] : [[label, definitions[of]!.label] as const]
  })
  for (const [isShortTitle, code, single, plural] of [[false, 'ibid-resolved', 'is Ibid.', 'are Ibid.'], [true, 'short-form-resolved', 'is a short form', 'are short forms']] as const) {
    const found = repeats(isShortTitle)
    if (found.length === 1) add(code, `Note ${found[0]![0]} ${single}, resolved to ${found[0]![1]}.`)
    else if (found.length > 1) add(code, `Notes ${listed(found.map(([label]) => label))} ${plural}, resolved to ${listed(found.map(([, of]) => of))}.`)
  }
  definitions.forEach(({ label, text, span }, index) => {
    if (resolved[index]!.short !== null && resolved[index]!.of === null) add('ibid-unresolved', `Note ${label} ("${text.slice(0, EXCERPT)}") repeats a work, but no note before it names one.`, span)
  })

  const used = new Set(citations.flatMap(({ definition }) => definition ? [definition.start] : []))
  const seen = new Map<string, Definition>()
  for (const definition of definitions) {
    const first = seen.get(definition.label)
    const next = first && marks[firstWhere(marks, (mark) => mark.span.start > first.span.end)]
    if (first && definition.target === undefined && !used.has(definition.span.start) && !(next && next.span.start < definition.span.start)) {
      add('duplicate-note', `Note ${definition.label} is defined twice. Both are kept; the mark is joined to the first.`, definition.span)
    }
    seen.set(definition.label, definition)
  }
  const without = citations.filter(({ definition }) => definition === null)
  each(without.filter(({ kind }) => kind === 'note'), 'missing-note', ({ label }) => `Mark ${label} has no note in this text.`,
    (first, last) => `${without.filter(({ kind }) => kind === 'note').length} marks (${first.label} … ${last.label}) have no note in this text. Their notes may stand in another file.`, ({ mark }) => mark)
  const unlisted = hasBibliography ? without.filter(({ kind }) => kind === 'author-date') : []
  each(unlisted, 'missing-work', ({ label }) => `${label} is cited, but the bibliography does not list it.`, (first, last) => `${unlisted.length} works (${first.label} … ${last.label}) are cited, but the bibliography does not list them.`, ({ mark }) => mark)
  for (const { kind, text, mark, source, sources } of citations) if (kind === 'source-in-text' && source === null && sources?.[0]?.ibidOf === null && /\b(?:ibid|op\. ?cit|loc\. ?cit)\b/i.test(text)) add('ibid-unresolved', `“${text.slice(0, EXCERPT)}” repeats a work, but nothing before it names one.`, mark)
  each(orphans, 'orphan-note', ({ label }) => `Note ${label} is never marked in the text.`, (first, last) => `${orphans.length} notes (${first.label} … ${last.label}) are never marked in the text.`, ({ definition }) => definition)
  each(uncited, 'uncited-work', ({ label }) => `${label} is in the bibliography, but never cited.`, (first, last) => `${uncited.length} works of the bibliography (${first.label} … ${last.label}) are never cited.`, ({ definition }) => definition)
  return warnings
}
