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

/** What a word or sign can be to ink, as bits. */
const SUPERLATIVE = 1
const DEGREE = 1 << 1
/** "the": before "most" it makes a superlative. */
const ARTICLE = 1 << 2
const MARK = 1 << 3
const COMMA = 1 << 4
/** "I", a capital that names nobody. */
const PRONOUN = 1 << 5
/** Words in "-est" that compare nothing. */
const NO_SUPERLATIVE = new Set(`west rest interest forest test request suggest invest protest honest harvest modest contest guest nest chest quest priest conquest manifest arrest digest earnest tempest crest pest vest zest jest lest attest detest infest ingest molest divest behest everest midwest northwest southwest
  bequest inquest unrest disinterest rainforest retest dishonest budapest bucharest`.split(/\s+/))
const ALWAYS_SUPERLATIVE = new Set(['best', 'worst', 'foremost', 'unprecedented', 'unparalleled', 'unrivalled', 'unique'])
const OTHERS = new Map([['most', DEGREE], ['least', DEGREE], ['the', ARTICLE], [',', COMMA]])
for (const mark of '“”"«»「」『』') OTHERS.set(mark, MARK)
for (const word of ['i', 'i’m', "i'm", 'i’ve', "i've", 'i’d', "i'd", 'i’ll', "i'll"]) OTHERS.set(word, PRONOUN)
const inkBits = (word: string): number => OTHERS.get(word) ?? (ALWAYS_SUPERLATIVE.has(word) || (word.length > 4 && word.endsWith('est') && !NO_SUPERLATIVE.has(word)) ? SUPERLATIVE : 0)
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
  const claimed = new Cover(claims)
  const spoken = new Cover(inOrder(speakers))
  const marks = new Cover(inOrder(citations.filter(({ kind }) => kind !== 'link').map(({ mark }) => ({ span: mark }))))
  const places = new Cover(segments)
  const refusals = new Cover(inOrder(refused))
  const add = (start: number, end: number, kind: InkKind): void => {
    ink.counted += 1
    if (claimed.at(start) || spoken.at(start)) {
      ink.inClaims += 1
      return
    }
    const reason = marks.at(start) ? 'note' : asideOf(places.at(start)?.kind, refusals.at(start)?.reason)
    if (reason) ink.setAside[reason] = (ink.setAside[reason] ?? 0) + 1
    else ink.dark.push({ span: { start, end }, kind })
  }
  const { word, kind: kinds, start: starts, end: ends } = tokens
  const bits = classify(tokens, inkBits)
  let fact = 0
  let factStart = facts.length > 0 ? facts[0]!.span.start : Infinity
  let segment = 0
  let until = -1
  for (let at = 0; at < tokens.count; at += 1) {
    const start = starts[at]!
    // A fact is one piece of ink, however many words it has.
    while (factStart < start || (factStart === start && KINDS[facts[fact]!.kind] === undefined)) {
      fact += 1
      factStart = fact < facts.length ? facts[fact]!.span.start : Infinity
    }
    if (start < until) continue
    if (factStart === start) {
      const { kind, span } = facts[fact]!
      add(start, span.end, KINDS[kind]!)
      until = span.end
      continue
    }
    const kind = kinds[at]!
    const own = bits[word[at]!]!
    if (kind === TokenKind.number) add(start, ends[at]!, 'number')
    else if (kind === TokenKind.sign) {
      if (own === MARK) add(start, ends[at]!, 'quotation')
    } else if (own === SUPERLATIVE || (own === DEGREE && at > 0 && bits[word[at - 1]!] === ARTICLE)) add(start, ends[at]!, 'superlative')
    else if ((kind === TokenKind.capitalised || kind === TokenKind.capitals) && own !== PRONOUN) {
      while (segment < segments.length && segments[segment]!.span.end <= start) segment += 1
      if (!isInside(tokens, bits, at, segments[segment])) continue
      let last = at
      while (last + 1 < tokens.count && (kinds[last + 1] === TokenKind.capitalised || kinds[last + 1] === TokenKind.capitals)) last += 1
      until = ends[last]!
      add(start, until, 'name')
    }
  }
  return ink
}

/** Why words that no claim holds need no check; null where nothing says so. */
function asideOf(segment: Segment['kind'] | undefined, refusal: string | undefined): SetAside | null {
  if (segment !== undefined && segment !== 'sentence') return segment
  if (refusal === undefined || FRAGMENTS.has(refusal)) return null
  return refusal === 'question' ? 'question' : 'rhetoric'
}

/** A comma, a space and an article may stand between a speaker and the role. */
const BETWEEN = 6
/** Who a speaker is belongs to the claim that they said it: the name with the role before or behind it. */
function describedSpan({ span, role }: Speaker): Span {
  const reach = role === undefined ? 0 : role.length + BETWEEN
  return { start: Math.max(0, span.start - reach), end: span.end + reach }
}

/** A capital says something only inside a sentence: not behind its opening, a colon or a quotation mark. */
function isInside(tokens: Tokens, bits: Int32Array, at: number, segment: Segment | undefined): boolean {
  if (!segment || at === 0 || tokens.start[at]! <= segment.span.start || tokens.start[at - 1]! < segment.span.start) return false
  return tokens.kind[at - 1] === TokenKind.word || tokens.kind[at - 1] === TokenKind.number || bits[tokens.word[at - 1]!] === COMMA
}

const inOrder = <T extends { span: Span }>(items: readonly T[]): T[] => [...items].sort((a, b) => a.span.start - b.span.start)
