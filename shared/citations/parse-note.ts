import type { CslItem } from './citation.ts'
import { parseWork, type NoteLink, type ParsedWork } from './works/parse-work.ts'

/** Several works are parted by semicolons, or by a sentence that brings the next one in. */
const BETWEEN_WORKS = /,\s+(?=(?:quoted|cited|reprinted) (?:by|in|from) )|;\s+(?=(?:and |also |but )?(?:see|cf\.|compare|ibid|id\.|op\. ?cit|idem|["“‘«《]|\p{Lu}))|(?<=[\d)”"’.]\.|[”"’]|\d|\p{Ll}{3}\.)\s+(?=(?:See also|See|Cf\.|Compare|But see|Accord|Also|For (?:details|more|a|an|the)[^.]{0,60},? see)\s)/giu
/** What a whole reference has: a number (a year, a page), an address, a title in quotation marks, or Ibid. */
const WHOLE = /\d|https?:\/\/|["”’»》]|\b(?:ibid|op\. ?cit|idem|n\.\s?d\.)/i
/** How a whole reference ends: with a number, an address, a closing sign, a short form, a word and a full stop; not with a name. */
const ENDS = /(?:[\d)”"’\]»》]|https?:\/\/\S+|\b(?:ibid|cit|passim|ff?|n\.d|seq)|\p{Ll}{2}\.)[.,]?\s*$/iu
const OPENS = /["“‘«《([]/
const DEPTH: Record<string, number> = { '(': 1, '[': 1, '“': 1, '«': 1, '《': 1, ')': -1, ']': -1, '”': -1, '»': -1, '》': -1 }

/** A note with more works is a bibliography; what follows is read with the last. */
const MOST_WORKS = 20

/** The references of a note, in order. A semicolon inside brackets or quotation marks, or between two authors, parts nothing. */
export function splitWorks(note: string): string[] {
  const parts: string[] = []
  let from = 0
  for (const match of note.matchAll(BETWEEN_WORKS)) {
    const before = note.slice(from, match.index)
    const after = note.slice(match.index + match[0].length)
    const isSentence = /^\s/.test(match[0])
    if (!(isSentence || WHOLE.test(before)) || !WHOLE.test(after) || depthOf(before) !== 0 || !/\p{L}{3}/u.test(before) || !ENDS.test(before)) continue
    parts.push(before.replace(/;\s*$/, ''))
    from = match.index + match[0].length
    if (parts.length === MOST_WORKS) break
  }
  parts.push(note.slice(from))
  return parts.map((part) => part.replace(/^;\s*/, '').replace(/^(?:and|also)\s+(?=[\p{Lu}“"])/u, '').trim()).filter((part) => part !== '')
}

function depthOf(words: string): number {
  if (!OPENS.test(words)) return 0
  let depth = 0
  let straight = 0
  for (const sign of words) {
    depth += DEPTH[sign] ?? 0
    if (sign === '"') straight += 1
  }
  return Math.max(0, depth) + (straight % 2)
}

/** Every work that a note names, each with where in it and what was not understood. A note that names none gives one reading without a source. */
export function readNote(note: string, links: readonly NoteLink[] = []): ParsedWork[] {
  const parts = splitWorks(note)
  if (parts.length <= 1) return [parseWork(note, links)]
  return parts.map((part) => parseWork(part, links.filter(({ words }) => part.includes(words.trim()))))
}

/**
 * What a note says of its (first) work, as CSL-JSON: the forms "Publisher. (2019, January 23) Title", APA, Chicago, MLA, the Bluebook, catalogue templates, Chinese notes, a bare address.
 * What the note does not say is absent. Null for an empty note and for a remark that names no work.
 */
export const parseNote = (note: string): CslItem | null => readNote(note)[0]?.source ?? null
