import type { Span } from '../document/document.ts'
import type { FactOf } from './fact.ts'
import { classify, tokenise } from '../segment/tokens.ts'
import { bitsOf } from './lexicon.ts'
import { findNames } from './names.ts'
import { matchesOf } from './parser.ts'
import { Reading } from './reading.ts'
import { SPEECH_VERB } from './words/speech.ts'
import { ROLE_NOUNS } from './words/names.ts'

const ROLE_NOUN = new RegExp(`\\b(?:${ROLE_NOUNS.join('|')})s?$`, 'i')

/** Where a speaker is named, and what the text says they are. */
export interface Voice {
  span: Span
  role?: string
}

/** Who says a quotation, with spans relative to the text that was read; `pronoun` asks for whoever spoke before. */
export interface Attribution {
  speaker: Voice | 'pronoun' | null
  verb: string
  /** Whether the verb stands right at the quotation, so that even a few quoted words are speech. */
  isDirect: boolean
}

const VERB = new RegExp(String.raw`(?<![\p{L}’'-])(?:${SPEECH_VERB})(?![\p{L}-])`, 'gu')
const ACCORDING = /\b(?:according to|in the words of|(?:as )?(?:explained|described|stated|noted|observed|written|told|quoted|put|expressed|summed up) by)\s+/gi
const ADVERBS = /(?:[\s,]*\b(?:also|once|again|later|then|recently|has|had|have|would|will|further|often|even|simply|never|famously|[a-z]+ly)\b)+[\s,]*$/
const PRONOUN = /(?:^|\s)(?:he|she|they|I|we|it)$/i
/** Words between a verb and its quotation beyond this many letters need a colon or comma: the quotation may belong to something else. */
const DIRECT_GAP = 24
const LONGEST_GAP = 160
/** A described speaker ("a spokesman for the ministry") has at most this many words. */
const LONGEST_DESCRIPTION = 8
/** Only this much text beside a quotation is read. */
const FRAME_LENGTH = 500

/** A title or a pause, a name of two to four characters, a verb of saying. */
const CHINESE = /(?<=^|[\s，。；、：]|\p{Script=Han})(主席|总理|总统|部长|书记|教授|院长|主任|发言人|省长|市长|会长|经理|记者|)(\p{Script=Han}{2,4}?)(说|表示|指出|强调|认为|写道|称)[：:，,]?\s*$/u

type Name = FactOf<'name'>
const namesIn = (text: string): Name[] => {
  const tokens = tokenise(text)
  const r = new Reading(text, tokens, classify(tokens, bitsOf))
  r.to = tokens.count
  const names: Name[] = []
  findNames(r, new Uint8Array(tokens.vocabulary.length), names)
  return names
}

/** Reads the words before a quotation: "Xi said, ", "As explained by Jin Canrong, a professor at …, ", "told reporters that ". Null when nobody is said to speak. */
export function attributionBefore(frame: string): Attribution | null {
  const offset = Math.max(0, frame.length - FRAME_LENGTH)
  const text = frame.slice(offset)
  const according = matchesOf(ACCORDING, text).at(-1)
  const verb = matchesOf(VERB, text).at(-1)
  if (according && (!verb || verb.index <= according.index + according[0].length)) {
    const from = according.index + according[0].length
    const speaker = nameAtStart(text.slice(from), offset + from)
    if (speaker) return { speaker, verb: according[0].trim().toLowerCase(), isDirect: true }
  }
  if (!verb) return chinese(text, offset) ?? labelled(text, offset)
  const gap = text.slice(verb.index + verb[0].length).trim()
  if (gap.length > LONGEST_GAP || (gap.length > DIRECT_GAP && !/(?:[,:]|\bthat|\bas)$/.test(gap))) return null
  const before = text.slice(0, verb.index).replace(ADVERBS, '').trimEnd()
  const speaker = before.replace(/^[\s,]+/, '') === '' ? nameAtStart(text.slice(verb.index + verb[0].length), offset + verb.index + verb[0].length) : subjectAtEnd(before, offset)
  return { speaker, verb: verb[0], isDirect: gap.length <= DIRECT_GAP || /(?:[,:]|\bthat)$/.test(gap) }
}

/** Reads the words after a quotation: ", said Jane Doe, the director", " Wang wrote". */
export function attributionAfter(rest: string): Attribution | null {
  const text = rest.slice(0, FRAME_LENGTH)
  const inverted = new RegExp(String.raw`^[\s,]*(${SPEECH_VERB})\s+`, 'u').exec(text)
  if (inverted) {
    const tail = text.slice(inverted[0].length)
    if (/^(?:he|she|they|I|we)\b/.test(tail)) return { speaker: 'pronoun', verb: inverted[1]!, isDirect: true }
    return { speaker: nameAtStart(tail, inverted[0].length) ?? describedAtStart(tail, inverted[0].length), verb: inverted[1]!, isDirect: true }
  }
  const according = /^[\s,]*according to\s+/i.exec(text)
  if (according) return { speaker: nameAtStart(text.slice(according[0].length), according[0].length), verb: 'according to', isDirect: true }
  const verb = matchesOf(VERB, text)[0]
  if (!verb) return null
  const before = text.slice(0, verb.index).replace(ADVERBS, '').trimEnd()
  const subject = before.replace(/^[\s,]+/, '')
  if (subject === '' || /[.!?;:]\s/.test(subject) || subject.split(/\s+/).length > LONGEST_DESCRIPTION * 2) return null
  const speaker = subjectAtEnd(before, 0)
  if (!speaker || (speaker !== 'pronoun' && before.slice(0, speaker.span.start).replace(/^[\s,]+/, '').split(/\s+/).length > LONGEST_DESCRIPTION)) return null
  return { speaker, verb: verb[0], isDirect: true }
}

/** "国家主席习近平说：“…”" */
function chinese(text: string, offset: number): Attribution | null {
  const match = CHINESE.exec(text.slice(-LONGEST_GAP))
  if (!match) return null
  const start = offset + Math.max(0, text.length - LONGEST_GAP) + match.index + match[0].indexOf(match[2]!, match[1]!.length)
  return { speaker: { span: { start, end: start + match[2]!.length }, ...(match[1] ? { role: match[1] } : {}) }, verb: match[3]!, isDirect: true }
}

/** "Xi Jinping: “…”" */
function labelled(text: string, offset: number): Attribution | null {
  if (!/:\s*$/.test(text)) return null
  const label = text.replace(/[\s:]+$/, '')
  const name = namesIn(label).at(-1)
  if (!name || name.span.end !== label.length || label.slice(0, name.span.start).trim().split(/\s+/).filter(Boolean).length > 1) return null
  return { speaker: speakerOf(name, offset, name.role), verb: ':', isDirect: true }
}

function subjectAtEnd(before: string, offset: number): Attribution['speaker'] {
  if (PRONOUN.test(before)) return 'pronoun'
  const text = before.replace(/,?\s*who$/, '')
  const names = namesIn(text)
  const direct = names.at(-1)
  if (direct && direct.span.end === text.length) return speakerOf(direct, offset, roleBefore(text.slice(0, direct.span.start - (direct.role ? direct.role.length + 1 : 0)), direct.role))
  if (text.endsWith(',')) {
    const described = names.find((name) => /^,\s(?:an?|the|who|then|now|[a-z])/.test(text.slice(name.span.end)))
    if (described) return speakerOf(described, offset, roleAfter(text.slice(described.span.end)))
  }
  const clauseStart = Math.max(text.lastIndexOf(',', text.length - 2), text.lastIndexOf(';'), text.lastIndexOf('—')) + 1
  const clause = text.slice(clauseStart).replace(/,$/, '')
  const inClause = names.find((name) => name.span.start >= clauseStart && /^\s*(?:the\s)?$/i.test(text.slice(clauseStart, name.span.start)))
  if (inClause) return speakerOf(inClause, offset, inClause.role)
  const words = clause.trim()
  if (words === '' || words.split(/\s+/).length > LONGEST_DESCRIPTION || !/^(?:an?|the|one|its|their|his|her|another|some|many|several)\b/i.test(words)) return null
  const start = offset + clauseStart + (clause.length - clause.trimStart().length)
  return { span: { start, end: start + words.length } }
}

function nameAtStart(text: string, offset: number): Voice | null {
  const name = namesIn(text)[0]
  if (!name || name.span.start > 60 || /[,.;:]/.test(text.slice(0, name.span.start).replace(/\b\p{Lu}\p{Ll}{0,3}\./gu, ''))) return null
  const before = text.slice(0, name.span.start - (name.role ? name.role.length + 1 : 0)).trim()
  return speakerOf(name, offset, roleAfter(text.slice(name.span.end)) ?? roleBefore(`${before} `, name.role))
}

function describedAtStart(text: string, offset: number): Voice | null {
  const words = /^(?:an?|the|one|its|their)\s[^,.;:“”]{2,60}/i.exec(text)?.[0].trimEnd()
  return words && words.split(/\s+/).length <= LONGEST_DESCRIPTION ? { span: { start: offset, end: offset + words.length } } : null
}

/** ", a professor at Renmin University, …" after a name. */
function roleAfter(text: string): string | undefined {
  const role = /^,\s((?:an?|the|then|now)?\s?[^“”;:]{3,120}?)(?:,\s*$|,\s(?!and)|[.;:]|$)/.exec(text)?.[1]?.trim()
  if (!role || /^who\b/.test(role) || !/^(?:an?|the|then|now|[a-z])/.test(role)) return undefined
  return role.split(/,? who /)[0]!.split(' ').length > 1 || ROLE_NOUN.test(role) ? role : undefined
}

/** "China's vice president " or "Tsinghua University's " before a name, joined with its title. */
function roleBefore(text: string, title: string | undefined): string | undefined {
  const owner = /((?:\p{Lu}[\p{L}.]*\s?(?:of |the )?)+)[’']s\s((?:[a-z-]+\s){0,4})$/u.exec(text)
  const plain = /(?:^|\s)((?:[a-z][a-z-]*\s){1,4})$/.exec(text)
  if (owner) return [owner[2] || title ? `${owner[1]}’s` : owner[1]!, owner[2]?.trim(), title].filter(Boolean).join(' ')
  const words = plain?.[1]?.trim().replace(/^(?:the|an?|by|as|and|when|that)\s/, '')
  return words && ROLE_NOUN.test(words) ? [words, title].filter(Boolean).join(' ') : title
}

function speakerOf(name: Name, offset: number, role: string | undefined): Voice {
  return { ...(role ? { role } : {}), span: { start: offset + name.span.start, end: offset + name.span.end } }
}
