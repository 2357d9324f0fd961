import { shorten } from '../document/shorten.ts'
import type { Speaker } from './claim-draft.ts'

/** A quotation is shown up to so many letters in the statement about it. */
const QUOTED_LETTERS = 160
const EDGES = ' …,;:—–-\u2060'
const LEADING = /^[\s\u2060…,;:—–-]+/
const TRAILING = /[\s\u2060,;:—–-]+$/
/** What a lead may not end in; a colon stays: "two waves: the use of steam", and the comma behind a phrase in front. */
const LEAD_TRAILING = /[\s;—–-]+$/
/** “We won,” he said: the comma is the sentence’s around it. */
const QUOTED_TRAILING = /[,;]$/
const FINISHED = /[.!?…。][”"’')]?$/

/** A sentence or part of one as a statement: what it shares with the rest of its sentence first, line breaks gone, a capital and a full stop. */
export function stateAssertion(words: string, leads: readonly string[] = [], link = ''): string {
  if (leads.length === 0) return finished(trimmed(oneLine(words)))
  const joined = [leads.map((lead) => lead.replace(LEAD_TRAILING, '')).join(' '), link, words.replace(LEADING, '')].filter((piece) => piece !== '').join(' ')
  return finished(trimmed(oneLine(joined)))
}

/** The same of words that stand alone and in one line. */
export const stateLine = (words: string): string => finished(trimmed(words))

/** "Jane Doe (a professor at Yale) said: “…”" */
export function stateQuotation(inner: string, speaker: Speaker | null): string {
  const quoted = `“${shortened(inner)}”`
  return speaker ? `${capital(speaker.name)}${speaker.role ? ` (${speaker.role})` : ''} said: ${quoted}` : `Words quoted without a speaker: ${quoted}`
}

/** The sentence around a quotation with the quotation's opening: where and when it was said. */
export const stateFrame = (frame: string, inner: string): string => `${stateAssertion(frame).replace(/\.$/, '')}: “${shortened(inner)}”`

const shortened = (text: string): string => {
  // White space counts as well: what is cut off is cut off before it is looked through.
  const plain = oneLine(text.slice(0, 4 * QUOTED_LETTERS)).trim().replace(QUOTED_TRAILING, '')
  return shorten(text.length <= 4 * QUOTED_LETTERS ? plain : `${plain} …`, QUOTED_LETTERS)
}

/** Most statements open with a letter and end with a letter or a full stop. */
const trimmed = (text: string): string => (EDGES.includes(text[0] ?? 'a') || EDGES.includes(text.at(-1) ?? 'a') ? text.replace(LEADING, '').replace(TRAILING, '') : text)

/** White space that a statement does not keep; looked for first, since hardly any holds it. */
const BREAK = /[\n\t\u00a0\u2009\u202f\u3000]| {2}/
const oneLine = (text: string): string => (BREAK.test(text) ? text.replace(/\s+/g, ' ') : text)

const capital = (text: string): string => {
  const first = text.charCodeAt(0)
  return (first >= 97 && first <= 122) || first > 127 ? text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : text
}

/** Words in front that only lead on from the sentence before: what they join it with is no part of what the statement says. "As a result" says something. */
const CONNECTIVE = /^(?:(?:However|Moreover|Furthermore|Further|Nevertheless|Nonetheless|Meanwhile|Additionally|Besides|Also|Indeed|Still|Yet|But|And|So|In addition|In fact|In particular|For example|For instance|By contrast|In contrast|On the other hand|On the contrary|Of course|That said|To be sure),\s+|(?:But|Yet|And)\s+(?!for\b|that\b|another\b|again\b|if\b))(?=\S)/
const BETWEEN = ', however,'

const finished = (text: string): string => {
  const bare = CONNECTIVE.test(text) ? text.replace(CONNECTIVE, '') : text
  const own = capital(bare.includes(BETWEEN) ? bare.replace(BETWEEN, '') : bare)
  if (own.endsWith('.')) return own
  const closed = own.replace(/,([”"’'])$/, '$1')
  return FINISHED.test(closed) ? closed : `${closed}.`
}
