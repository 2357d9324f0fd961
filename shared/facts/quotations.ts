import type { Document, Span } from '../document/document.ts'
import type { Segment } from '../segment/segment.ts'
import type { FactOf } from './fact.ts'
import { quotedSpans } from './quotation-spans.ts'
import { attributionAfter, attributionBefore, type Attribution, type Voice } from './speakers.ts'

type Quotation = FactOf<'quotation'>
type Speaker = NonNullable<Quotation['speaker']>

/** Fewer words than this in marks are a term, whoever says them. */
const FEWEST_WORDS = 3
/** So many words in marks are speech even where nobody is named and no sentence ends. */
const ENOUGH_WORDS = 10
/** A term or title in marks is shorter than this. */
const LONGEST_TERM = 12
const TERM_CUE = /\b(?:phrase|term|word|slogan|label|labell?ed|concept|notion|called|named|dubbed|titled|entitled|known as|so-called|headline|headlined|motto|referred to as|nicknamed|name|expression|title|narrative|idea)s?,?(?: (?:of|about|on|for))?(?: the)?,?\s*$/i
/** Words beside a quotation that keep it with the one before: white space and a note mark. */
const ONLY_A_MARK = /^[\s.,;…—–-]*(?:(?:\{\d{1,3}[})]|\[\^?[\w-]{1,12}\]|\(\d{1,3}\)|[⁰¹²³⁴-⁹]+|\*)[\s.,;]*)*(?:and\s)?$/
const LONGEST_MARK_GAP = 40

/**
 * Quotations with their speakers, in text order; terms, titles and scare quotes are left out. `names` (sorted) give short names their full form.
 * Reads each block once.
 */
export function findQuotations(document: Document, segments: readonly Segment[], names: readonly FactOf<'name'>[]): Quotation[] {
  const { text } = document
  const found: Quotation[] = []
  const known = new KnownNames(text, names)
  let last: Speaker | null = null
  let at = 0
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== 'paragraph' && block.kind !== 'quote' && block.kind !== 'list-item') continue
    const spans = quotedSpans(text, block)
    if (block.kind === 'quote' && spans.length === 0 && block.span.end > block.span.start) spans.push(block.span)
    for (const span of spans) {
      while (at < segments.length - 1 && segments[at]!.span.end <= span.start) at += 1
      const inner = innerOf(text, span)
      const previous = found.at(-1)
      const frame = frameOf(text, segments, at, span, previous, block.kind === 'quote')
      const words = text.slice(inner.start, inner.end)
      if (isTerm(words, frame.before)) continue
      const read = readAttribution(frame, words)
      const continues = previous !== undefined && span.start - previous.span.end <= LONGEST_MARK_GAP && ONLY_A_MARK.test(text.slice(previous.span.end, span.start))
      if (!isSpeech(words, read?.isDirect === true || continues)) continue
      const speaker: Speaker | null = read === null
        ? (continues ? previous.speaker : known.complete(indirectSpeaker(text, segments, at, index, span)))
        : read.speaker === 'pronoun' ? last : known.complete(read.speaker)
      found.push({ kind: 'quotation', span, hedge: 'exact', inner, speaker, ...(read ? { verb: read.verb } : {}) })
      if (speaker) last = speaker
    }
  }
  return found
}

interface Frame { before: string; beforeStart: number; after: string; afterStart: number }

function frameOf(text: string, segments: readonly Segment[], at: number, span: Span, previous: Quotation | undefined, isBlockQuote: boolean): Frame {
  let beforeStart = Math.max(segments[at]?.span.start ?? span.start, previous && previous.span.end <= span.start ? previous.span.end : 0)
  // A block quotation is brought in by the sentence before it, when that ends in a colon.
  const before = segments[at - 1]
  if (isBlockQuote && before && /:\s*$/.test(text.slice(before.span.start, before.span.end))) beforeStart = before.span.start
  let end = at
  while (end < segments.length - 1 && segments[end]!.span.end < span.end) end += 1
  const afterEnd = Math.max(span.end, segments[end]?.span.end ?? span.end)
  return { before: text.slice(Math.min(beforeStart, span.start), span.start), beforeStart: Math.min(beforeStart, span.start), after: text.slice(span.end, Math.min(afterEnd, span.end + 400)), afterStart: span.end }
}

function readAttribution(frame: Frame, words: string): Attribution | null {
  const move = (attribution: Attribution | null, offset: number): Attribution | null =>
    attribution && attribution.speaker && attribution.speaker !== 'pronoun'
      ? { ...attribution, speaker: shifted(attribution.speaker, offset) }
      : attribution
  // Words after belong to this quotation only when its own sentence goes on: “…,” she said.
  const after = /[.…]$/.test(words.trim()) ? null : attributionAfter(frame.after.split(/[“"]/)[0]!)
  return after ? move(after, frame.afterStart) : move(attributionBefore(frame.before), frame.beforeStart)
}

/** “We should …” right after "Xi said that …": the speaker of the sentence before goes on. */
function indirectSpeaker(text: string, segments: readonly Segment[], at: number, block: number, span: Span): Voice | null {
  const before = segments[at - 1]
  if (!before || before.block !== block || segments[at]!.span.start < span.start) return null
  const that = /^(.*?\b(?:said|says|wrote|writes|argued|argues|noted|notes|explained|explains|stated|states|declared|added)),? that\b/su.exec(text.slice(before.span.start, Math.min(before.span.end, before.span.start + 400)))
  const read = that ? attributionBefore(that[1]!) : null
  if (!read?.speaker || read.speaker === 'pronoun') return null
  return shifted(read.speaker, before.span.start)
}

const shifted = (voice: Voice, by: number): Voice => ({ ...voice, span: { start: voice.span.start + by, end: voice.span.end + by } })

const innerOf = (text: string, span: Span): Span => (/["“„«「‘]/.test(text[span.start]!)
  ? { start: span.start + 1, end: /["”“»」’]/.test(text[span.end - 1]!) && span.end - span.start > 1 ? span.end - 1 : span.end }
  : span)

const HAN = /\p{Script=Han}/gu
/** More letters than this are more words than any term has. */
const LONGEST_TERM_LETTERS = 200
/** Two Han characters count as a word. */
const countWords = (words: string): number => (words.length > LONGEST_TERM_LETTERS ? LONGEST_TERM : (words.match(HAN)?.length ?? 0) / 2 + (words.match(/[\p{L}\p{N}]*[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}][^\s]*/gu)?.length ?? 0))

function isTerm(words: string, before: string): boolean {
  const count = countWords(words)
  if (count < FEWEST_WORDS) return true
  if (count >= LONGEST_TERM) return false
  const long = words.match(/\p{L}{4,}/gu) ?? []
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length
  return TERM_CUE.test(before.slice(-60)) || (long.length > 1 && capitals / long.length > 0.6)
}

const isSpeech = (words: string, hasSpeaker: boolean): boolean => {
  const count = countWords(words)
  // A question in marks that nobody asks is an example, not speech.
  if (!hasSpeaker && /[?？]$/.test(words.trim())) return false
  return hasSpeaker || count >= ENOUGH_WORDS || (count > FEWEST_WORDS && /[.!?…]$/.test(words.trim()))
}

/** Full names met so far, so that "Xi" later means "Xi Jinping". */
class KnownNames {
  private readonly full = new Map<string, string>()
  private read = 0

  private readonly text: string
  private readonly names: readonly FactOf<'name'>[]

  constructor(text: string, names: readonly FactOf<'name'>[]) {
    this.text = text
    this.names = names
  }

  /** The speaker under the fullest form of the name that stands before it in the text. */
  complete(voice: Voice | null): Speaker | null {
    if (!voice) return null
    while (this.read < this.names.length && this.names[this.read]!.span.start <= voice.span.start) this.learn(this.names[this.read++]!)
    const printed = this.text.slice(voice.span.start, voice.span.end)
    return { name: this.full.get(printed) ?? printed, ...(voice.role ? { role: voice.role } : {}), span: voice.span }
  }

  private learn({ span, type }: FactOf<'name'>): void {
    const printed = this.text.slice(span.start, span.end)
    const parts = printed.split(' ')
    if (parts.length < 2 || parts.length > 3 || (type !== 'person' && type !== 'other')) return
    // Either end may be the family name: "Xi Jinping" and "Klaus Schwab".
    for (const part of [parts[0]!, parts.at(-1)!]) if (!this.full.has(part) || type === 'person') this.full.set(part, printed)
  }
}
