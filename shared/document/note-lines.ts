import { trimmed, type Block, type Span } from './document.ts'
import { isNotesHeading } from './notes-heading.ts'
import { CIRCLED, plainDigits, readNoteOpening, type NoteOpening } from './note-opening.ts'

/** More than the opening of a note. */
const OPENING_WINDOW = 80

/** A block whose lines open notes that count on, one block for each; a line such as "Notes:" above them is their heading. Others stay whole. */
export function linesOfNotes(text: string, block: Block): Block[] {
  const { kind, span } = block
  const first = text.indexOf('\n', span.start)
  if (first < 0 || first >= span.end || (kind !== 'paragraph' && kind !== 'list-item' && kind !== 'quote')) return [block]
  const starts: number[] = []
  let last: NoteOpening | null = null
  for (let at = span.start, next = first; at < span.end; at = next < 0 ? span.end : next + 1, next = text.indexOf('\n', at)) {
    const opening = readNoteOpening(text.slice(at, Math.min(span.end, at + OPENING_WINDOW)))
    if (opening && (kind !== 'quote' || opening.shape === 'square' || opening.shape === 'superscript') && (last === null || (opening.shape === last.shape && Number(opening.label) === Number(last.label) + 1))) {
      starts.push(at)
      last = opening
    } else if (at === span.start && !isNotesHeading(text.slice(at, first))) return [block]
  }
  if (starts.length < 2) return [block]
  const parts: Block[] = starts.map((start, index) => ({ ...block, span: trimmed(text, { start, end: starts[index + 1] ?? span.end }) }))
  return starts[0] === span.start ? parts : [{ kind: 'heading', span: trimmed(text, { start: span.start, end: starts[0]! }), level: 2 }, ...parts]
}

/** What ends the note before: the end of a sentence or an address. */
const ENDS = /(?:[.?!)\]”"’»…。）”》]|https?:\/\/\S+)\s+$/
/** An address at a note's end is looked for so far back. */
const BEFORE = 200
/** How a note goes on behind its number. */
const OPENS = /^\s*(?:[\p{Lu}\p{Lo}“"‘'«《([]|https?:|ibid|op\.)/u
/** Signs with which the opening of the next note is looked for. */
const WRITTEN: Partial<Record<NoteOpening['shape'], (label: number) => string[]>> = {
  square: (label) => [`[${label}]`], curly: (label) => [`{${label}}`], round: (label) => [`(${label})`], bare: (label) => [`${label}. `, `${label}) `], word: (label) => [`[Footnote ${label}: `],
  superscript: (label) => [[...String(label)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!).join('')], circled: (label) => [circle(label)],
}
const circle = (label: number): string => [...CIRCLES].find((sign) => plainDigits(sign) === String(label)) ?? '\0'
const CIRCLES = Array.from({ length: 0x32c0 - 0x2460 }, (_, code) => String.fromCharCode(0x2460 + code)).filter((sign) => new RegExp(`[${CIRCLED}]`).test(sign))

/**
 * Notes typed one behind the other in one block ("1. A book. 2. A paper."), one block for each: where the numbers go on from the block's own, a mark calls for the next number, and no other block opens with it.
 * `isCalled` says whether running text above marks a note so that this shape answers it; `raised` are the places of raised numbers. Linear.
 */
export function partSharedBlocks(text: string, blocks: readonly Block[], isCalled: (opening: NoteOpening, before: number) => boolean, raised: ReadonlyMap<number, string>): Block[] {
  const openings = blocks.map(({ kind, span }) => kind === 'note' ? openingAt(text, span, raised) : null)
  const raisedAt = [...raised.keys()].sort((a, b) => a - b)
  return blocks.flatMap((block, index) => {
    const opening = openings[index]
    const write = opening ? WRITTEN[opening.shape] : undefined
    if (!opening || !write || !/^\d+$/.test(opening.label)) return [block]
    let next = index + 1
    while (next < blocks.length && blocks[next]!.kind === 'note' && openings[next] === null) next += 1
    const until = openings[next]?.shape === opening.shape && Number(openings[next]!.label) > Number(opening.label) ? Number(openings[next]!.label) : Infinity
    const parts: Block[] = []
    let from = block.span.start
    for (let label = Number(opening.label) + 1; label < until && isCalled({ ...opening, label: String(label) }, block.span.start); label += 1) {
      const at = placeOf(text, from + 1, block.span.end, write(label)) ?? raisedAt.find((place) => place > from && place < block.span.end && raised.get(place) === String(label))
      if (at === undefined) break
      parts.push({ ...block, span: trimmed(text, { start: from, end: at }) })
      from = at
    }
    return from === block.span.start ? [block] : [...parts, { ...block, span: { start: from, end: block.span.end } }]
  })
}

/** The opening of a note at the start of a block, as typed or as raised by the format. */
export function openingAt(text: string, span: Span, raised: ReadonlyMap<number, string>): NoteOpening | null {
  const label = raised.get(span.start)
  if (label !== undefined) return { label, shape: 'superscript', printed: label, length: label.length, isWellFormed: true }
  return readNoteOpening(text.slice(span.start, Math.min(span.end, span.start + OPENING_WINDOW)))
}

function placeOf(text: string, from: number, end: number, written: readonly string[]): number | undefined {
  for (const signs of written) {
    for (let at = text.indexOf(signs, from); at >= 0 && at < end; at = text.indexOf(signs, at + 1)) {
      if (ENDS.test(text.slice(Math.max(from, at - BEFORE), at)) && OPENS.test(text.slice(at + signs.length, at + signs.length + OPENING_WINDOW))) return at
    }
  }
  return undefined
}
