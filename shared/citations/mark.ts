import type { Span } from '../document/document.ts'
import type { NoteShape } from '../document/note-opening.ts'

/** `format`: the file itself knew the mark; `symbol`: * or †; `glued`: a number set small in print and left at its word, "staff,3". */
export type MarkShape = NoteShape | 'format' | 'symbol' | 'glued'

/** A note mark in running text. `target` is the note's id where the format knew it. `printed` is how it stands there; `isWellFormed` false for `{19)`. */
export interface Mark {
  label: string
  span: Span
  block: number
  shape: MarkShape
  printed: string
  isWellFormed: boolean
  target?: string
  /** Where in the work, as the mark itself says: `[3, p. 12]`, `[3]:12`. */
  pinpoint?: string
  /** It looks like an exponent or a unit as much: it counts only where it is the next of the series. */
  isDoubtful?: boolean
  /** Start of the list it is a member of: [1, 2] is a list of notes, or none of it is. */
  list?: number
}

/** In text order; what starts together, shortest first. */
export const byPlace = (a: { span: Span }, b: { span: Span }): number => a.span.start - b.span.start || a.span.end - b.span.end

/** A list such as [3–6] stands for its members; a longer range is a range of years or pages. */
export const LONGEST_RANGE = 20
const NUMBER_LIST = /^\d{1,4}\s?[,;–-]/
const MEMBER = /(\d{1,4})(?:\s?[–-]\s?(\d{1,4}))?/g

/**
 * The labels of what stands in brackets or is raised, each with its own part of the printed mark: `3` of `[3]`; `4` `5` `6` of `[4–6]` (what lies between is the dash).
 * The parts lie side by side and cover [start, start + printed.length).
 */
export function membersOf(printed: string, inside: string, start: number): { label: string, span: Span }[] {
  const end = start + printed.length
  if (!NUMBER_LIST.test(inside)) return [{ label: inside, span: { start, end } }]
  const offset = start + printed.indexOf(inside)
  const members: { label: string, span: Span }[] = []
  let at = start
  const add = (label: string, to: number): void => {
    members.push({ label, span: { start: at, end: to } })
    at = to
  }
  for (const match of inside.matchAll(MEMBER)) {
    const [, from, to] = match
    const after = offset + match.index + match[0].length
    if (to === undefined) {
      add(from!, after)
      continue
    }
    if (Number(to) <= Number(from) || Number(to) - Number(from) >= LONGEST_RANGE) return [{ label: inside, span: { start, end } }]
    add(from!, offset + match.index + from!.length)
    const dash = { start: at, end: after - to.length }
    for (let between = Number(from) + 1; between < Number(to); between += 1) members.push({ label: String(between), span: dash })
    at = dash.end
    add(to, after)
  }
  if (members.length > 0) members[members.length - 1]!.span.end = end
  return members
}
