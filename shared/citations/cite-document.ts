import type { Document, Span, Warning } from '../document/document.ts'
import type { Segment } from '../segment/segment.ts'
import type { Citation, OrphanNote } from './citation.ts'
import { findDefinitions, type Definition } from './definitions.ts'
import { pinpointOf, resolveShortNotes } from './ibid.ts'
import type { Mark } from './mark.ts'
import { findMarks } from './marks.ts'
import { parseNote } from './parse-note.ts'
import { carriedStretches } from './stretches.ts'
import { tokenise, type Tokens } from '../segment/tokens.ts'

/** What the notes of a document say. Citations stand in text order, one per mark; nothing that was found is dropped: what does not fit is warned of. */
export interface Notes { citations: Citation[]; orphans: OrphanNote[]; warnings: Warning[] }

/** Joins note marks to their definitions, resolves Ibid. chains, and says what each mark carries. `segments` say which blocks are running text. */
export function citeDocument(document: Document, segments: readonly Segment[], tokens: Tokens = tokenise(document.text)): Notes {
  const definitions = findDefinitions(document)
  const marks = findMarks(document, segments, definitions, tokens)
  const short = resolveShortNotes(definitions)
  const sources = definitions.map((definition, index) => short[index] ? null : parseNote(definition.text))
  const find = definitionFinder(definitions)
  const used = new Set<number>()
  const carries = carriedStretches(document, segments, marks)

  const citations = marks.map((mark, position): Citation => {
    const index = find(mark)
    const own = { label: mark.label, mark: mark.span, carries: carries[position]! }
    if (index === null) return { ...own, definition: null, text: '', malformed: null, ibidOf: null, pinpoint: null, source: null }
    used.add(index)
    const definition = definitions[index]!
    const work = short[index] ? short[index].of : index
    return {
      ...own,
      label: definition.label || mark.label,
      definition: definition.span,
      text: definition.text,
      malformed: definition.malformed,
      ibidOf: short[index] && work !== null ? definitions[work]!.label : null,
      pinpoint: short[index] ? short[index].pinpoint : pinpointOf(definition.text),
      source: work === null ? null : sources[work]!,
    }
  })
  const markedInNotes = new Set(document.marks.flatMap(({ kind, target }) => kind === 'note-mark' && target !== undefined ? [target] : []))
  const orphans = definitions.flatMap(({ label, span, text, target }, index): OrphanNote[] => used.has(index) || (target !== undefined && markedInNotes.has(target)) ? [] : [{ label, definition: span, text }])
  return { citations, orphans, warnings: warningsOf(definitions, short, marks, citations, orphans) }
}

/** A mark's definition: by the format's own id; else the one definition of its label; where numbering restarts, the next one below, else the last above. */
function definitionFinder(definitions: readonly Definition[]): (mark: Mark) => number | null {
  const byTarget = new Map<string, number>()
  const byLabel = new Map<string, number[]>()
  definitions.forEach(({ target, label }, index) => {
    if (target !== undefined && !byTarget.has(target)) byTarget.set(target, index)
    const same = byLabel.get(label)
    if (same) same.push(index)
    else byLabel.set(label, [index])
  })
  return (mark) => {
    if (mark.target !== undefined) return byTarget.get(mark.target) ?? null
    const same = byLabel.get(mark.label) ?? []
    return same[firstAfter(same, (index) => definitions[index]!.span.start, mark.span.start)] ?? same.at(-1) ?? null
  }
}

/** The place in a sorted list of the first item that lies behind `offset`. */
function firstAfter<T>(sorted: readonly T[], place: (item: T) => number, offset: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (place(sorted[middle]!) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** `9`, `9 and 24`, `9, 24 and 25`. */
const listed = (items: readonly string[]): string => items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`

/** More of one kind are told in one warning. */
const MOST_SINGLE_WARNINGS = 5

function warningsOf(
  definitions: readonly Definition[],
  short: ReturnType<typeof resolveShortNotes>,
  marks: readonly Mark[],
  citations: readonly Citation[],
  orphans: readonly OrphanNote[],
): Warning[] {
  const warnings: Warning[] = []
  const add = (code: string, message: string, span?: Span): void => void warnings.push(span ? { code, message, span } : { code, message })
  for (const { label, malformed, span } of definitions) if (malformed !== null) add('malformed-note', `Note ${label} is written ${malformed}, read as ${label}.`, span)
  for (const { label, printed, isWellFormed, span } of marks) if (!isWellFormed) add('malformed-mark', `The mark of note ${label} is written ${printed}, read as ${label}.`, span)

  const repeats = definitions.flatMap(({ label }, index) => {
    const of = short[index]?.of ?? null
    return of === null ? [] : [[label, definitions[of]!.label] as const]
  })
  if (repeats.length === 1) add('ibid-resolved', `Note ${repeats[0]![0]} is Ibid., resolved to ${repeats[0]![1]}.`)
  else if (repeats.length > 1) add('ibid-resolved', `Notes ${listed(repeats.map(([label]) => label))} are Ibid., resolved to ${listed(repeats.map(([, of]) => of))}.`)
  definitions.forEach(({ label, text, span }, index) => {
    if (short[index]?.of === null) add('ibid-unresolved', `Note ${label} ("${text.slice(0, 40)}") repeats a work, but no note before it names one.`, span)
  })

  const seen = new Map<string, Definition>()
  for (const definition of definitions) {
    const first = seen.get(definition.label)
    const next = first && marks[firstAfter(marks, ({ span }) => span.start, first.span.end)]
    if (first && definition.target === undefined && !(next && next.span.start < definition.span.start)) {
      add('duplicate-note', `Note ${definition.label} is defined twice. Both are kept; the mark is joined to the first.`, definition.span)
    }
    seen.set(definition.label, definition)
  }
  const missing = citations.filter(({ definition }) => definition === null)
  if (missing.length > MOST_SINGLE_WARNINGS) add('missing-note', `${missing.length} marks (${missing[0]!.label} … ${missing.at(-1)!.label}) have no note in this text. Their notes may stand in another file.`, missing[0]!.mark)
  else for (const { label, mark } of missing) add('missing-note', `Mark ${label} has no note in this text.`, mark)
  if (orphans.length > MOST_SINGLE_WARNINGS) add('orphan-note', `${orphans.length} notes (${orphans[0]!.label} … ${orphans.at(-1)!.label}) are never marked in the text.`, orphans[0]!.definition)
  else for (const { label, definition } of orphans) add('orphan-note', `Note ${label} is never marked in the text.`, definition)
  return warnings
}
