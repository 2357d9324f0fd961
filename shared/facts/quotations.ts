import type { Document, Span } from '../document/document.ts'
import { codesOf } from '../document/sign-codes.ts'
import type { Segment } from '../segment/segment.ts'
import { tokenAt, tokenFrom } from '../segment/tokens.ts'
import { chineseBefore } from './chinese-speakers.ts'
import type { FactOf } from './fact.ts'
import { Refillable } from './fact-lists.ts'
import { NameList } from './name-list.ts'
import { readQuoted, type Quoted } from './quotation-spans.ts'
import { countWords, isSpeech, isTerm } from './quoted-terms.ts'
import { Reading } from './reading.ts'
import { signature } from './signatures.ts'
import type { Stops } from './stops.ts'
import { attributionAfter, attributionBefore, isSaid, type Attribution, type Voice } from './speakers.ts'

type Quotation = FactOf<'quotation'>
type Speaker = NonNullable<Quotation['speaker']>

/** Words beside a quotation that keep it with the one before: white space and a note mark. */
const ONLY_A_MARK = /^[\s.,;…—–-]*(?:(?:\{\d{1,3}[})]|\[\^?[\w-]{1,12}\]|\(\d{1,3}\)|[⁰¹²³⁴-⁹]+|\*)[\s.,;]*)*(?:and\s)?$/
const LONGEST_MARK_GAP = 40
const NOTHING = /^\s*$/
const WHITE = /\s/
const OPENING = codesOf('"“„«「『‘')
const CLOSING = codesOf('"”“»」』’')
/** Signs at the end of a quotation behind which its sentence may go on. */
const GOES_ON = new Set(',?!')
/** “We are ready,” Smith, who runs the plant, said. “We start in May.”: the words between are one attribution, which ends its sentence. */
const LONGEST_INTERRUPTION = 200
/** How far behind the end of its sentence the words after a quotation are read, in characters. */
const AFTER_REACH = 400
/** Words before the subject of a sentence that say when, in characters. */
const LONGEST_OPENING = 80
/** A person named so far back, in characters, may still be "he". */
const PRONOUN_REACH = 1500

/**
 * Quotations with their speakers, in text order; terms, titles and scare quotes are left out. The signs of quotation are among `stops`; the `names` of the text, in its order, tell who speaks and give short names their full form.
 * Reads each block once.
 */
export function findQuotations(document: Document, segments: readonly Segment[], source: Reading, stops: Stops, names: readonly FactOf<'name'>[]): Quotation[] {
  const { text } = document
  // The words that bring in a block quotation stand in the block before: nothing is out of sight.
  const r = new Reading(text, source.tokens, source.bits, source.nameBits)
  const known = new NameList(text, names)
  const found: Quotation[] = []
  const quoted = new Refillable<Quoted>()
  let last: Speaker | null = null
  let token = 0
  let at = 0
  for (let index = 0; index < document.blocks.length; index += 1) {
    const block = document.blocks[index]!
    if (block.kind !== 'paragraph' && block.kind !== 'quote' && block.kind !== 'list-item') continue
    const first = tokenFrom(r.tokens, token, block.span.start)
    const sign = stops.from(first)
    token = tokenFrom(r.tokens, first, block.span.end)
    r.to = r.tokens.count
    quoted.clear()
    readQuoted(r, stops.tokens, sign, first, token, block.span.end, quoted)
    r.to = token
    if (block.kind === 'quote' && quoted.count === 0 && block.span.end > block.span.start) quoted.push({ span: block.span, from: first, to: token })
    for (let next = 0; next < quoted.count; next += 1) {
      const { span, from, to } = quoted.items[next]!
      while (at < segments.length - 1 && segments[at]!.span.end <= span.start) at += 1
      const inner = innerOf(text, span)
      const previous = found.at(-1)
      const beforeStart = frameStart(text, segments, at, span, previous, block.kind === 'quote' || span.start === block.span.start)
      const firstInside = inner.start > span.start ? from + 1 : from
      const count = countWords(r, firstInside, inner.end)
      // “Prices,” said Jane Doe, “fell again”; “Why?” asked Jane Doe: a word may be speech where it is interrupted.
      const isBroken = count > 0 && GOES_ON.has(text[inner.end - 1]!) && isSaid(r, to)
      if (!isBroken && isTerm(r, firstInside, inner.end, count, from, beforeStart)) continue
      const read = attributionOf(r, known, segments, at, { span, from, to }, inner, beforeStart, block.span.end)
      const continues = previous !== undefined && span.start - previous.span.end <= LONGEST_MARK_GAP && span.start >= previous.span.end && ONLY_A_MARK.test(text.slice(previous.span.end, span.start))
      const isBetween = isInterrupted(text, previous, span, inner.end === span.end)
      if (!isSpeech(text, inner, count, read?.isDirect === true || continues || (read === null && isBetween))) continue
      const speaker: Speaker | null = read === null
        ? (continues || isBetween ? previous!.speaker : complete(text, known, indirectSpeaker(r, known, segments, at, index, span) ?? signature(text, known, document.blocks, index, span)))
        : read.speaker === 'pronoun' ? whoIsMeant(text, known, segments, at, last, span) : complete(text, known, read.speaker)
      found.push(read ? { kind: 'quotation', span, hedge: 'exact', inner, speaker, verb: read.verb } : { kind: 'quotation', span, hedge: 'exact', inner, speaker })
      if (speaker) last = speaker
      if (speaker && continues) lendBack(text, found, speaker)
    }
  }
  return found
}

/** A quotation over several paragraphs is often told whose it is at its end: those left open before it have the same speaker. */
function lendBack(text: string, found: Quotation[], speaker: Speaker): void {
  for (let at = found.length - 2; at >= 0; at -= 1) {
    const earlier = found[at]!
    if (earlier.speaker !== null || earlier.inner.end !== earlier.span.end || found[at + 1]!.span.start - earlier.span.end > LONGEST_MARK_GAP || !NOTHING.test(text.slice(earlier.span.end, found[at + 1]!.span.start))) return
    found[at] = { ...earlier, speaker }
  }
}

/** Full stops that end no sentence: of titles and initials. */
const POINTS_INSIDE = /(?<=\b(?:Dr|Mr|Mrs|Ms|Prof|Sen|Gov|Rev|St|Col|Gen|Lt|Capt|Sgt|Rep|Hon|Jr|Sr|[A-Z]))\./g

/** Whether a quotation opens right behind the words that say who spoke the one before. */
function isInterrupted(text: string, previous: Quotation | undefined, span: Span, isOpen: boolean): boolean {
  if (!previous?.speaker || previous.verb === undefined || span.start <= previous.span.end || span.start - previous.span.end > LONGEST_INTERRUPTION) return false
  // The speaker is named between the two, in a sentence that the first one was left open for and that ends right before the second.
  if (!GOES_ON.has(text[previous.inner.end - 1]!)) return false
  const gap = text.slice(previous.span.end, span.start)
  const told = gap.trimEnd()
  // A quotation left open at the end of its paragraph belongs to whoever is named at its end.
  if (!told.endsWith('.') || told.includes('\n') || (isOpen && told.length < gap.length && gap.includes('\n'))) return false
  const between = told.replace(POINTS_INSIDE, '')
  return !/[.!?]\s+\p{Lu}\p{Ll}{3,}/u.test(between) && between.includes(previous.verb)
}

/** Where the words that bring a quotation in begin: its sentence, or what another quotation in it left. */
function frameStart(text: string, segments: readonly Segment[], at: number, span: Span, previous: Quotation | undefined, opensBlock: boolean): number {
  const start = Math.max(segments[at]?.span.start ?? span.start, previous && previous.span.end <= span.start ? previous.span.end : 0)
  const before = segments[at - 1]
  return Math.min(opensBlock && before && /:\s*$/.test(text.slice(Math.max(before.span.start, before.span.end - 3), before.span.end)) ? before.span.start : start, span.start)
}

function attributionOf(r: Reading, names: NameList, segments: readonly Segment[], at: number, { span, from, to: behind }: Quoted, inner: Span, beforeStart: number, blockEnd: number): Attribution | null {
  const { text } = r
  // Words after belong to this quotation only when its own sentence goes on: “…,” she said.
  let closing = inner.end - 1
  while (closing > inner.start && WHITE.test(text[closing]!)) closing -= 1
  if (text[closing] !== '.' && text[closing] !== '…') {
    let end = at
    while (end < segments.length - 1 && segments[end]!.span.end < span.end) end += 1
    const limit = Math.min(Math.max(span.end, segments[end]?.span.end ?? span.end), span.end + AFTER_REACH, Math.max(blockEnd, span.end))
    let to = behind
    while (to < r.tokens.count && r.end(to) <= limit && r.word(to) !== '“' && r.word(to) !== '"') to += 1
    const after = attributionAfter(r, names, behind, to)
    if (after) return after
  }
  return attributionBefore(r, names, tokenAt(r.tokens, beforeStart), from) ?? chineseBefore(text, beforeStart, span.start)
}

/** “We should …” right after "Xi said that …": the speaker of the sentence before goes on. */
function indirectSpeaker(r: Reading, names: NameList, segments: readonly Segment[], at: number, block: number, span: Span): Voice | null {
  const before = segments[at - 1]
  if (!before || before.block !== block || segments[at]!.span.start < span.start) return null
  const start = tokenAt(r.tokens, before.span.start)
  const end = tokenAt(r.tokens, Math.min(before.span.end, before.span.start + AFTER_REACH))
  for (let that = start + 1; that < end; that += 1) if (r.word(that) === 'that' && SAID_THAT.has(r.word(r.word(that - 1) === ',' ? that - 2 : that - 1))) {
    const read = attributionBefore(r, names, start, that)
    return read?.speaker && read.speaker !== 'pronoun' ? read.speaker : null
  }
  return null
}
const SAID_THAT = new Set(['said', 'says', 'wrote', 'writes', 'argued', 'argues', 'noted', 'notes', 'explained', 'explains', 'stated', 'states', 'declared', 'added'])

/** Whom "he said" means: the person whose name opened the last sentence since anybody spoke, else whoever spoke last, else the last person named. */
function whoIsMeant(text: string, names: NameList, segments: readonly Segment[], at: number, last: Speaker | null, span: Span): Speaker | null {
  const since = Math.max(last?.span.end ?? 0, span.start - PRONOUN_REACH)
  for (let before = at; before >= 0 && segments[before]!.span.end > since; before -= 1) {
    const { start, end } = segments[before]!.span
    const subject = names.between(Math.max(start, since), Math.min(end, span.start)).find(({ type }) => type === 'person' || type === 'other')
    if (subject && opensClause(text, start, subject)) return complete(text, names, subject)
  }
  if (last) return last
  const person = names.personBefore(span.start, span.start - PRONOUN_REACH)
  return person && complete(text, names, person)
}

/** Whether a name is the subject that opens a sentence, or stands behind words that only say when or how ("On September 2, 1919, Wilson left …"). */
function opensClause(text: string, start: number, { span, type, role }: FactOf<'name'>): boolean {
  const before = text.slice(start, Math.max(start, span.start - (role === undefined ? 0 : role.length + 1)))
  if (type === 'other' && !text.slice(span.start, span.end).includes(' ') && !/^ [a-z]{2,}/.test(text.slice(span.end, span.end + 4))) return false
  return before.length <= 1 || (before.length <= LONGEST_OPENING && /^(?:In|On|At|By|After|Before|During|Later|Then|Earlier|When|As|Since|From|Over|Through)\b/.test(before) && /, $/.test(before))
}

/** The speaker under the fullest form of the name that stands before it in the text. */
function complete(text: string, names: NameList, voice: Voice | null): Speaker | null {
  if (!voice) return null
  const { span, role } = voice
  const name = names.fullest(text.slice(span.start, span.end), span.start)
  return role ? { name, role, span } : { name, span }
}

const innerOf = (text: string, span: Span): Span => (OPENING.has(text.charCodeAt(span.start))
  ? { start: span.start + 1, end: CLOSING.has(text.charCodeAt(span.end - 1)) && span.end - span.start > 1 ? span.end - 1 : span.end }
  : span)
