import type { Span } from '../document/document.ts'
import type { FactOf } from './fact.ts'
import { NameWord } from './name-lexicon.ts'
import type { NameList } from './name-list.ts'
import type { Reading } from './reading.ts'
import { roleAfter, roleBefore } from './roles.ts'
import { SPEECH_VERBS } from './words/speech.ts'

/** Where a speaker is named, and what the text says they are. */
export interface Voice {
  span: Span
  role?: string
}

/** Who says a quotation; `pronoun` asks for whoever spoke before. */
export interface Attribution {
  speaker: Voice | 'pronoun' | null
  verb: string
  /** Whether the verb stands right at the quotation, so that even a few quoted words are speech. */
  isDirect: boolean
}

/** Words between a verb and its quotation beyond this many letters need a colon or comma: the quotation may belong to something else. */
const DIRECT_GAP = 24
const LONGEST_GAP = 160
/** A described speaker ("a spokesman for the ministry") has at most this many words. */
const LONGEST_DESCRIPTION = 8
/** Only this many tokens beside a quotation are read. */
const FRAME_TOKENS = 90
/** A name after a verb stands within so many letters. */
const NAME_REACH = 60

const VERBS = new Set<string>(SPEECH_VERBS)
const SECOND_WORDS = new Set(SPEECH_VERBS.flatMap((verb) => verb.split(' ').slice(1)))
const CLOSING_MARKS = new Set('”"’»')
const ADVERBS = new Set('also once again later then recently has had have would will further often even simply never famously'.split(' '))
const PRONOUNS = new Set(['he', 'she', 'they', 'i', 'we', 'it'])
const SAID_BY = new Set(['explained', 'described', 'stated', 'noted', 'observed', 'written', 'told', 'quoted', 'put', 'expressed', 'up'])
const DESCRIBES = new Set('a an the one its their his her another some many several'.split(' '))

type Name = FactOf<'name'>

/** The verb of speech at a token: its words and the token behind it; null when there is none. */
function verbAt(r: Reading, at: number): { verb: string; to: number } | null {
  if (!r.is(at, NameWord.speech) || r.isCapitalised(at) || (r.isGlued(at) && /[-’']/.test(r.text[r.start(at) - 1]!)) || (r.isGlued(at + 1) && r.word(at + 1) === '-')) return null
  const verb = r.word(at)
  if (SECOND_WORDS.has(r.word(at + 1))) {
    const two = `${verb} ${r.word(at + 1)}`
    if (VERBS.has(two)) return { verb: two, to: at + 2 }
  }
  return VERBS.has(verb) ? { verb, to: at + 1 } : null
}

/** The token behind "according to", "in the words of", "as explained by", when it ends before `to`; −1 otherwise. `at` is its last word. */
function endsAccording(r: Reading, at: number): boolean {
  const word = r.word(at)
  return (word === 'to' && r.word(at - 1) === 'according') || (word === 'of' && r.word(at - 1) === 'words' && r.word(at - 2) === 'the' && r.word(at - 3) === 'in') || (word === 'by' && SAID_BY.has(r.word(at - 1)))
}

/** Reads the tokens before a quotation: "Xi said, ", "As explained by Jin Canrong, a professor at …, ", "told reporters that ". Null when nobody is said to speak. */
export function attributionBefore(r: Reading, names: NameList, start: number, to: number): Attribution | null {
  if (start >= to) return null
  const from = Math.max(start, to - FRAME_TOKENS)
  const frame = { from, to }
  let verb: { verb: string; at: number; to: number } | null = null
  let according: Attribution | null = null
  for (let at = to - 1; at >= from; at -= 1) {
    if (endsAccording(r, at) && !according) {
      const speaker = nameAtStart(r, names, at + 1, to) ?? describedAtStart(r, at + 1, to)
      if (speaker) {
        according = { speaker, verb: r.text.slice(r.start(r.word(at) === 'of' ? at - 3 : at - 1), r.end(at)).toLowerCase(), isDirect: true }
        // "Musk described it, according to Nextgov, as “…”": the words of Musk, whoever reports them.
        if (r.word(to - 1) !== 'as') return according
      }
    }
    const read: { verb: string; to: number } | null = verb ? null : verbAt(r, at)
    if (read && read.to <= to) verb = { verb: read.verb, at, to: read.to }
    if (verb && at < verb.at - 2) break
  }
  if (!verb) return according ?? labelled(r, names, frame)
  const gap = verb.to < to ? r.end(to - 1) - r.start(verb.to) : 0
  const last = r.word(to - 1)
  const isLedIn = last === ',' || last === ':' || last === 'that' || last === 'as'
  if (gap > LONGEST_GAP || (gap > DIRECT_GAP && !isLedIn)) return null
  const end = withoutAdverbs(r, from, verb.at)
  // “Prices,” said Jane Doe, “fell”: behind a quotation the speaker follows the verb.
  const speaker = end <= from || CLOSING_MARKS.has(r.word(end - 1)) ? nameAtStart(r, names, verb.to, to) ?? describedAtStart(r, verb.to, to) : r.word(end - 1) === 'and' ? subjectAtHead(r, names, from, end) : subjectAtEnd(r, names, from, end)
  return speaker === null && according ? according : { speaker, verb: r.text.slice(r.start(verb.at), r.end(verb.to - 1)), isDirect: gap <= DIRECT_GAP || isLedIn }
}

/** Where the subject before a verb ends, adverbs and helping verbs left out. */
function withoutAdverbs(r: Reading, from: number, to: number): number {
  let end = to
  while (end > from) {
    const word = r.word(end - 1)
    if (ADVERBS.has(word) || (r.isWord(end - 1) && !r.isCapitalised(end - 1) && word.endsWith('ly'))) end -= 1
    else if (word === ',' && end - 2 >= from && (ADVERBS.has(r.word(end - 2)) || (r.word(end - 2).endsWith('ly') && !r.isCapitalised(end - 2)))) end -= 1
    else break
  }
  while (end > from && end === from + 1 && r.word(end - 1) === ',') end -= 1
  return end
}

/** Reads the tokens behind a quotation, up to `to`: ", said Jane Doe, the director", " Wang wrote". */
export function attributionAfter(r: Reading, names: NameList, start: number, end: number): Attribution | null {
  const to = Math.min(end, start + FRAME_TOKENS)
  let at = start
  while (r.word(at) === ',' && at < to) at += 1
  if (at >= to) return null
  const inverted = verbAt(r, at)
  if (inverted) {
    if (PRONOUNS.has(r.word(inverted.to))) return { speaker: 'pronoun', verb: inverted.verb, isDirect: true }
    return { speaker: nameAtStart(r, names, inverted.to, to) ?? describedAtStart(r, inverted.to, to), verb: inverted.verb, isDirect: true }
  }
  if (r.word(at) === 'according' && r.word(at + 1) === 'to') return { speaker: nameAtStart(r, names, at + 2, to) ?? describedAtStart(r, at + 2, to), verb: 'according to', isDirect: true }
  for (let verb = at; verb < Math.min(to, at + LONGEST_DESCRIPTION * 2 + 4); verb += 1) {
    if (/^[.!?;:]$/.test(r.word(verb)) && !(verb > at && r.isCapitalised(verb - 1) && r.end(verb - 1) - r.start(verb - 1) <= 3)) return null
    const read = verbAt(r, verb)
    if (!read) continue
    const subjectEnd = withoutAdverbs(r, at, verb)
    if (subjectEnd <= at) return null
    const speaker = subjectAtEnd(r, names, at, subjectEnd)
    if (!speaker || (speaker !== 'pronoun' && wordsBetween(r, at, speaker.span.start) > LONGEST_DESCRIPTION)) return null
    return { speaker, verb: read.verb, isDirect: true }
  }
  return null
}

function wordsBetween(r: Reading, from: number, offset: number): number {
  let count = 0
  for (let at = from; at < r.to && r.start(at) < offset; at += 1) if (r.isWord(at)) count += 1
  return count
}

/** "Xi Jinping: “…”" */
function labelled(r: Reading, names: NameList, { from, to }: { from: number; to: number }): Attribution | null {
  if (r.word(to - 1) !== ':' || to - 2 < from) return null
  const end = r.end(to - 2)
  const name = names.lastBetween(r.start(from), end)
  if (!name || name.span.end !== end || wordsBetween(r, from, name.span.start - (name.role?.length ?? 0)) > 1) return null
  return { speaker: voiceOf(name, name.role), verb: ':', isDirect: true }
}

/** "Hames, giving evidence, felt … and added": the second verb has the subject of the first, which opens the sentence. */
function subjectAtHead(r: Reading, names: NameList, from: number, to: number): Attribution['speaker'] {
  if (PRONOUNS.has(r.word(from))) return 'pronoun'
  const name = names.between(r.start(from), r.end(to - 1))[0]
  return name && wordsBetween(r, from, name.span.start - (name.role?.length ?? 0)) <= 1 ? voiceOf(name, name.role) : null
}

function subjectAtEnd(r: Reading, names: NameList, from: number, to: number): Attribution['speaker'] {
  if (PRONOUNS.has(r.word(to - 1))) return 'pronoun'
  let end = to
  if (r.word(end - 1) === 'who') end -= r.word(end - 2) === ',' ? 2 : 1
  if (end <= from) return null
  const { text } = r
  const start = r.start(from)
  const endsAt = r.end(end - 1)
  const direct = names.lastBetween(start, endsAt)
  if (direct?.span.end === endsAt) return voiceOf(direct, roleBefore(text.slice(start, direct.span.start), direct.role) ?? direct.role)
  const found = names.between(start, endsAt)
  if (r.word(end - 1) === ',') {
    const described = found.find((name) => /^,\s(?:an?|the|who|then|now|[a-z])/.test(text.slice(name.span.end, name.span.end + 8)))
    if (described) return voiceOf(described, roleAfter(text.slice(described.span.end, endsAt)) ?? described.role)
    end -= 1
  }
  let clause = end - 1
  while (clause > from && !/^[,;—]$/.test(r.word(clause - 1))) clause -= 1
  const first = r.word(clause) === 'the' && found.some((name) => name.span.start === r.start(clause + 1)) ? clause + 1 : clause
  const inClause = found.find((name) => name.span.start === r.start(first) || (name.role !== undefined && name.span.start - name.role.length - 1 === r.start(first)))
  if (inClause) return voiceOf(inClause, inClause.role)
  return end - clause <= LONGEST_DESCRIPTION && DESCRIBES.has(r.word(clause)) ? { span: { start: r.start(clause), end: r.end(end - 1) } } : null
}

/** The name that stands right behind a verb or "according to", with what stands beside it. */
function nameAtStart(r: Reading, names: NameList, from: number, to: number): Voice | null {
  if (from >= to) return null
  const { text } = r
  const start = r.start(from)
  const end = r.end(to - 1)
  const near = names.between(start, Math.min(end, start + NAME_REACH + LONGEST_GAP))
  // "the World Bank’s Jane Doe": the second is theirs.
  const isOwner = near.length > 1 && /^[’']s\s(?:[a-z-]+\s){0,4}$/.test(text.slice(near[0]!.span.end, near[1]!.span.start - (near[1]!.role === undefined ? 0 : near[1]!.role.length + 1)))
  const name = near[isOwner ? 1 : 0]
  if (!name || name.span.start - start > NAME_REACH) return null
  const before = text.slice(start, name.span.start)
  if (/[,.;:]/.test(before.replace(/\b\p{Lu}\p{Ll}{0,3}\./gu, ''))) return null
  return voiceOf(name, roleAfter(text.slice(name.span.end, Math.min(end, name.span.end + LONGEST_GAP))) ?? roleBefore(before, name.role) ?? name.role)
}

/** "a spokesman for the ministry" behind a verb. */
function describedAtStart(r: Reading, from: number, to: number): Voice | null {
  if (!/^(?:an?|the|one|its|their)$/.test(r.word(from))) return null
  let end = from
  while (end < to && end - from < LONGEST_DESCRIPTION + 1 && !/^[,.;:“”"]$/.test(r.word(end))) end += 1
  return end - from <= LONGEST_DESCRIPTION && end > from + 1 ? { span: { start: r.start(from), end: r.end(end - 1) } } : null
}

function voiceOf(name: Name, role: string | undefined): Voice {
  return role ? { role, span: name.span } : { span: name.span }
}

/** Whether a verb of speech stands right at a token: “Prices,” said Jane Doe. */
export const isSaid = (r: Reading, at: number): boolean => verbAt(r, at) !== null
