import { z } from 'zod'
import type { Citation } from '../citations/citation.ts'
import { Span } from '../document/document.ts'
import type { Fact } from '../facts/fact.ts'
import type { Segment } from '../segment/segment.ts'
import { classify, TokenKind, type Tokens } from '../segment/tokens.ts'
import type { ClaimDraft, Speaker } from './claim-draft.ts'
import type { Refused } from './extract.ts'

/** What a checker underlines: numerals and figures, dates, proper names, superlatives, quotation marks. */
export const InkKind = z.enum(['number', 'date', 'name', 'superlative', 'quotation'])
export type InkKind = z.infer<typeof InkKind>

/** Why ink outside every claim needs no check. */
export const SetAside = z.enum(['heading', 'furniture', 'note', 'code', 'question', 'rhetoric'])
export type SetAside = z.infer<typeof SetAside>

/** How much of what a checker would underline stands in a claim. `dark` is what neither stands in one nor was set aside: the places where reading may have lost something. */
export const Ink = z.object({
  counted: z.int(),
  inClaims: z.int(),
  setAside: z.partialRecord(SetAside, z.int()),
  dark: z.array(z.object({ span: Span, kind: InkKind })),
})
export type Ink = z.infer<typeof Ink>

const SUPERLATIVE = 1
const DEGREE = 2
/** Words in "-est" that compare nothing. */
const NO_SUPERLATIVE = new Set(`west rest interest forest test request suggest invest protest honest harvest modest contest guest nest chest quest priest conquest manifest arrest digest earnest tempest crest pest vest zest jest lest attest detest infest ingest molest divest behest everest midwest northwest southwest
  bequest inquest unrest disinterest rainforest retest dishonest budapest bucharest`.split(/\s+/))
const ALWAYS_SUPERLATIVE = new Set(['best', 'worst', 'foremost', 'unprecedented', 'unparalleled', 'unrivalled', 'unique'])
const superlativeBits = (word: string): number => (word === 'most' || word === 'least' ? DEGREE : ALWAYS_SUPERLATIVE.has(word) || (word.length > 4 && word.endsWith('est') && !NO_SUPERLATIVE.has(word)) ? SUPERLATIVE : 0)
const MARKS = new Set(['“', '”', '"', '«', '»', '「', '」', '『', '』'])
/** A fragment is no reason: words without a verb may hold what was lost. */
const FRAGMENTS = new Set(['too-short', 'no-verb'])

const KINDS: Partial<Record<Fact['kind'], InkKind>> = { number: 'number', percentage: 'number', money: 'number', duration: 'number', rank: 'number', date: 'date', name: 'name', abbreviation: 'name' }

/** Moves along spans in text order and tells whether one of them covers a place. Asked in text order. */
class Cover<T extends { span: Span }> {
  private readonly items: readonly T[]
  private next = 0
  private reach = -1
  private last: T | null = null

  constructor(items: readonly T[]) {
    this.items = items
  }

  /** The span that begins at or before `start` and reaches farthest, when it reaches behind `start`. */
  at(start: number): T | null {
    for (; this.next < this.items.length && this.items[this.next]!.span.start <= start; this.next += 1) {
      const item = this.items[this.next]!
      if (item.span.end > this.reach) {
        this.reach = item.span.end
        this.last = item
      }
    }
    return this.reach > start ? this.last : null
  }
}

/** Follows every numeral, name, date, superlative and quotation mark of a text to a claim, to the reason why it was set aside, or into the dark. Linear. */
export function inkOf(tokens: Tokens, segments: readonly Segment[], citations: readonly Citation[], facts: readonly Fact[], claims: readonly ClaimDraft[], refused: readonly Refused[]): Ink {
  const ink: Ink = { counted: 0, inClaims: 0, setAside: {}, dark: [] }
  const speakers = claims.filter(({ layer, speaker }) => layer === 'said' && speaker !== null).map(({ speaker }) => ({ span: describedSpan(speaker!) }))
  const covers = [new Cover(claims), new Cover(inOrder(speakers))]
  const marks = new Cover(inOrder(citations.filter(({ kind }) => kind !== 'link').map(({ mark }) => ({ span: mark }))))
  const places = new Cover(segments)
  const refusals = new Cover(inOrder(refused))
  const bits = classify(tokens, superlativeBits)
  const add = (span: Span, kind: InkKind): void => {
    ink.counted += 1
    const [mark, segment, refusal] = [marks.at(span.start), places.at(span.start), refusals.at(span.start)]
    const isClaimed = covers.map((cover) => cover.at(span.start)).some((found) => found !== null)
    const reason = isClaimed ? null : mark ? 'note' : segment && segment.kind !== 'sentence' ? segment.kind : refusal && !FRAGMENTS.has(refusal.reason) ? (refusal.reason === 'question' ? 'question' : 'rhetoric') : null
    if (isClaimed) ink.inClaims += 1
    else if (reason) ink.setAside[reason] = (ink.setAside[reason] ?? 0) + 1
    else ink.dark.push({ span, kind })
  }
  let fact = 0
  let segment = 0
  let until = -1
  for (let at = 0; at < tokens.count; at += 1) {
    const start = tokens.start[at]!
    while (segment < segments.length && segments[segment]!.span.end <= start) segment += 1
    // A fact is one piece of ink, however many words it has.
    while (fact < facts.length && (facts[fact]!.span.start < start || KINDS[facts[fact]!.kind] === undefined) && facts[fact]!.span.start <= start) fact += 1
    if (start < until) continue
    const here = facts[fact]
    if (here && here.span.start === start) {
      add(here.span, KINDS[here.kind]!)
      until = here.span.end
      continue
    }
    const kind = tokens.kind[at]!
    const word = bits[tokens.word[at]!]!
    const span = { start, end: tokens.end[at]! }
    if (kind === TokenKind.number) add(span, 'number')
    else if (kind === TokenKind.sign) {
      if (MARKS.has(tokens.vocabulary[tokens.word[at]!]!)) add(span, 'quotation')
    } else if (word === SUPERLATIVE || (word === DEGREE && at > 0 && tokens.vocabulary[tokens.word[at - 1]!] === 'the')) add(span, 'superlative')
    else if ((kind === TokenKind.capitalised || kind === TokenKind.capitals) && isInside(tokens, at, segments[segment]) && !PRONOUNS.has(tokens.vocabulary[tokens.word[at]!]!)) {
      let last = at
      while (last + 1 < tokens.count && (tokens.kind[last + 1] === TokenKind.capitalised || tokens.kind[last + 1] === TokenKind.capitals)) last += 1
      until = tokens.end[last]!
      add({ start, end: until }, 'name')
    }
  }
  return ink
}

/** A comma, a space and an article may stand between a speaker and the role. */
const BETWEEN = 6
/** Who a speaker is belongs to the claim that they said it: the name with the role before or behind it. */
function describedSpan({ span, role }: Speaker): Span {
  const reach = role === undefined ? 0 : role.length + BETWEEN
  return { start: Math.max(0, span.start - reach), end: span.end + reach }
}

const PRONOUNS = new Set(['i', 'i’m', "i'm", 'i’ve', "i've", 'i’d', "i'd", 'i’ll', "i'll"])

/** A capital says something only inside a sentence: not behind its opening, a colon or a quotation mark. */
function isInside(tokens: Tokens, at: number, segment: Segment | undefined): boolean {
  if (!segment || at === 0 || tokens.start[at]! <= segment.span.start || tokens.start[at - 1]! < segment.span.start) return false
  return tokens.kind[at - 1] === TokenKind.word || tokens.kind[at - 1] === TokenKind.number || tokens.vocabulary[tokens.word[at - 1]!] === ','
}

const inOrder = <T extends { span: Span }>(items: readonly T[]): T[] => [...items].sort((a, b) => a.span.start - b.span.start)
