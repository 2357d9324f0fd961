import type { Block, Document, Span } from '../document/document.ts'
import { ENDING_ABBREVIATIONS, INTRODUCING_ABBREVIATIONS, NUMBERING_ABBREVIATIONS } from './abbreviations.ts'
import type { Segment } from './segment.ts'

/** A segmenter given one very long string runs out of memory, so a paragraph goes in in pieces of at most this many code units. */
const LONGEST_PIECE = 20_000
/** A piece is cut at the last end of a sentence in its last part. */
const CUT_WINDOW = 4_000

/**
 * What a sentence may carry behind its end, with or without a space: note marks ({15}, {19), [3], [12, 13], [^a], ¹²), [citation needed], an ellipsis that stands alone.
 * Read with the end itself, so that a number in running text is not one of them.
 */
const TRAILING = /(?<=[.!?…。！？][”"’'»)\]）」』]{0,4})(?:\s?(?:\{\d{1,3}[}\])]|\[(?:\^[^\]\s]{1,60}|(?:n(?:ote)? )?\d{1,4}(?:\s?[,–-]\s?\d{1,4})*|[a-z]|(?:citation|verification|clarification) needed)\]|[⁰¹²³⁴-⁹]{1,4}|[…]{1,3}(?=\s)))+/gi
/** Round marks are read so only where the paragraph does not enumerate with them. */
const TRAILING_ROUND = /(?<=[.!?…。！？][”"’'»)\]）」』]{0,4})\s?\(\d{1,3}\)(?=\s|$)/g
const ENUMERATES = /[\p{L}:;,]\s*\(\d{1,2}\)\s+\p{L}/u
const CLOSERS = /^[”"’'»)\]）】」』]+\s*/
const LAST_WORD = /([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.&-]*)\.$/u
const INITIAL = /(?:^|[\s.(“"‘'-])\p{Lu}\.$/u
/** "Calif.", "Mich.": a short capitalised word with a full stop, then a small letter. */
const ABBREVIATED_NAME = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{1,4}\.$/u
/** Words that open sentences more often than they go on after "U.S." or "Inc.". */
const OPENS_SENTENCE = /^[“"‘'(]?(?:The|This|That|These|Those|It|He|She|They|We|I|You|In|On|At|But|And|However|There|As|For|If|When|While|After|Before|Although|Since|What|Why|How|Who|Its|His|Her|Their|Our|My|A|An|By|From|With|So|Then|Yet|Now|Also|Some|Many|Most|All|One|Another|According|Under|Despite|During|Meanwhile|Last|Such|Both|Not|No)\b/

let segmenter: Intl.Segmenter | undefined
const sentencesOf = (text: string): Iterable<Intl.SegmentData> => (segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' })).segment(text)

/** Whether a boundary proposed between `before` and `after` (both without white space at the cut) is no end of a sentence. */
function goesOn(before: string, after: string): boolean {
  if (after === '') return true
  if (/^[,;:)\]}，；：、）]/.test(after)) return true
  if (!/[\p{L}\p{N}]/u.test(before)) return /^[“"‘'«([{「『*•–—-]+$/.test(before) || /^\(?\d{1,3}[.)]$/.test(before)
  if (/^\(?(?:\d{1,3}|[a-z])[.)]$/i.test(before)) return true
  if (/[…]$|\.\.\.$/.test(before) && /^\p{Ll}/u.test(after)) return true
  if (/[”"’'»」』]$/.test(before) && /^\p{Ll}/u.test(after)) return true
  if (!before.endsWith('.')) return false
  if (/^\p{Ll}/u.test(after) && !/^(?:i(?:Phone|Pad|OS|Tunes)|e(?:Bay))/u.test(after) && LAST_WORD.test(before)) {
    return isAbbreviation(before) || INITIAL.test(before) || ABBREVIATED_NAME.test(before)
  }
  return isAbbreviation(before, after)
}

function isAbbreviation(before: string, after = ''): boolean {
  const word = LAST_WORD.exec(before.slice(-40))?.[1]
  if (word === undefined) return false
  const lower = word.toLowerCase()
  if (NUMBERING_ABBREVIATIONS.has(lower)) {
    return /^[\d#]|^[IVXLC]+\b/.test(after) || (after === '' || (lower !== 'no' && INTRODUCING_ABBREVIATIONS.has(lower) && !OPENS_SENTENCE.test(after)))
  }
  if (INTRODUCING_ABBREVIATIONS.has(lower)) return !(lower === 'al' && OPENS_SENTENCE.test(after))
  if (ENDING_ABBREVIATIONS.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return after === '' || !opensSentence(after)
  if (/^\p{Lu}$/u.test(word) && INITIAL.test(before)) return word !== 'I' && /^\p{Lu}/u.test(after) && !OPENS_SENTENCE.test(after)
  return false
}

/** After "U.S." or "Inc." a known opening word starts a sentence; any other capital is taken for the rest of a name. */
const opensSentence = (after: string): boolean => OPENS_SENTENCE.test(after)

/**
 * Where further ends may lie inside one proposed sentence, as offsets: after 。！？, after `……`, and after a full stop
 * before a small letter (writers who use no capitals) or a number. Abbreviations are sorted out after.
 */
function innerEnds(text: string): number[] {
  const ends: number[] = []
  for (const match of text.matchAll(/[。！？]{1,8}[”"’'»」』）)]{0,60}(?![。！？])(?=\S)|…{2,6}\s+(?=\p{Lu})|(?<=[\p{Ll}\d)]{2})\.\){0,60}\s+(?=[\p{Ll}\d])/gu)) ends.push(match.index + match[0].length)
  return ends
}

/** Cuts a long text into pieces at ends of sentences, else at white space, else between two characters. Yields half-open ranges. */
function* piecesOf(text: string): Generator<[number, number]> {
  let start = 0
  while (text.length - start > LONGEST_PIECE) {
    const window = text.slice(start + LONGEST_PIECE - CUT_WINDOW, start + LONGEST_PIECE)
    const sentenceEnd = Math.max(...['. ', '? ', '! ', '.” '].map((sign) => window.lastIndexOf(sign) + (window.includes(sign) ? sign.length : 0)),
      ...['。', '！', '？'].map((sign) => window.lastIndexOf(sign) + 1))
    const cut = sentenceEnd > 0 ? sentenceEnd : window.lastIndexOf(' ') + 1
    let end = start + LONGEST_PIECE - CUT_WINDOW + (cut > 0 ? cut : window.length)
    if (/[\uDC00-\uDFFF]/.test(text[end] ?? '')) end--
    yield [start, end]
    start = end
  }
  yield [start, text.length]
}

function withSpansClosed(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text
  const pieces: string[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (start < at) continue
    pieces.push(text.slice(at, start), ')'.repeat(end - start))
    at = end
  }
  return pieces.join('') + text.slice(at)
}

/** The same text, as long, with every mark behind an end of a sentence written as closing brackets, which Intl.Segmenter leaves with the sentence before. */
function withMarksClosed(text: string): string {
  const close = (mark: string): string => ')'.repeat(mark.length)
  const closed = text.replace(TRAILING, close)
  return ENUMERATES.test(closed) ? closed : closed.replace(TRAILING_ROUND, close)
}

/**
 * The sentences of one paragraph as spans into it, without white space at either end; together they hold every other character.
 * Intl.Segmenter proposes (it knows the scripts), rules for abbreviations, initials, quotations and note marks decide. Linear in the length.
 * `marks` are the note marks that the format knew, as spans into the paragraph in order: "fell.3 Next" has one where 3 is raised.
 */
export function splitSentences(paragraph: string, marks: readonly Span[] = []): Span[] {
  const text = withMarksClosed(withSpansClosed(paragraph.replace(/[\n\t]/g, ' '), marks))
  const spans: Span[] = []
  for (const [from, to] of piecesOf(text)) {
    for (const { segment, index } of sentencesOf(text.slice(from, to))) {
      let start = from + index
      for (const end of [...innerEnds(segment).map((inner) => from + index + inner), from + index + segment.length]) {
        if (end > start) add(text, spans, start, end)
        start = end
      }
    }
  }
  return spans.map((span) => trim(text, span)).filter((span) => span.end > span.start)
}

/** Adds a proposed sentence: joins it to the one before where that goes on, and gives leading closing signs back to it. */
function add(text: string, spans: Span[], start: number, end: number): void {
  const last = spans.at(-1)
  if (!last) {
    spans.push({ start, end })
    return
  }
  const leading = /^["']/.test(text[start]!) ? 0 : CLOSERS.exec(text.slice(start, Math.min(end, start + 40)))?.[0].length ?? 0
  const from = start + leading
  const rest = trim(text, { start: from, end })
  const isGlued = leading === 0 && /[\w/&=]/.test(text[start]!) && /[.!?]/.test(text[start - 1]!)
  const before = text.slice(Math.max(last.start, start - 60), from).trimEnd()
  if (rest.start >= rest.end || isGlued || goesOn(before, text.slice(rest.start, Math.min(rest.end, rest.start + 40)))) {
    last.end = end
    return
  }
  last.end = from
  spans.push({ start: from, end })
}

function trim(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return { start, end }
}

const KIND_OF: Partial<Record<Block['kind'], Segment['kind']>> = { title: 'heading', heading: 'heading', note: 'note', furniture: 'furniture', code: 'code' }

/** The segments of a document in text order: sentences of running prose, and whole blocks that hold none. Spans index `document.text`. */
export function segmentDocument(document: Document): Segment[] {
  const segments: Segment[] = []
  const marks = document.marks.filter(({ kind }) => kind === 'note-mark' || kind === 'superscript').map(({ span }) => span).sort((a, b) => a.start - b.start || b.end - a.end)
  let markAt = 0
  document.blocks.forEach((block, index) => {
    const kind = KIND_OF[block.kind]
    while (markAt < marks.length && marks[markAt]!.start < block.span.start) markAt++
    const own: Span[] = []
    for (; markAt < marks.length && marks[markAt]!.end <= block.span.end; markAt++) own.push({ start: marks[markAt]!.start - block.span.start, end: marks[markAt]!.end - block.span.start })
    if (kind) {
      segments.push({ kind, span: block.span, block: index })
      return
    }
    for (const span of splitSentences(document.text.slice(block.span.start, block.span.end), own)) {
      segments.push({ kind: 'sentence', span: { start: block.span.start + span.start, end: block.span.start + span.end }, block: index })
    }
  })
  return segments
}
