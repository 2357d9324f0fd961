import type { Speaker } from './claim-draft.ts'

/** A quotation is shown up to so many letters in the statement about it. */
const QUOTED_LETTERS = 160
const LEADING = /^[\s…,;:—–-]+/
const TRAILING = /[\s,;:—–-]+$/
/** What a lead may not end in; a colon stays: "two waves: the use of steam". */
const LEAD_TRAILING = /[\s,;—–-]+$/
const FINISHED = /[.!?…。][”"’')]?$/

/** A sentence or part of one as a statement: what it shares with the rest of its sentence first, line breaks gone, a capital and a full stop. */
export function stateAssertion(words: string, leads: readonly string[] = [], link = ''): string {
  const joined = leads.length === 0 ? words : [leads.map((lead) => lead.replace(LEAD_TRAILING, '')).join(' ') + (link === ',' ? ',' : ''), link === ',' ? '' : link, words.replace(LEADING, '')].filter((piece) => piece !== '').join(' ')
  return finished(oneLine(joined).replace(LEADING, '').replace(TRAILING, ''))
}

/** "Jane Doe (a professor at Yale) said: “…”" */
export function stateQuotation(inner: string, speaker: Speaker | null): string {
  const quoted = `“${shortened(inner)}”`
  return speaker ? `${speaker.name}${speaker.role ? ` (${speaker.role})` : ''} said: ${quoted}` : `Words quoted without a speaker: ${quoted}`
}

/** The sentence around a quotation with the quotation's opening: where and when it was said. */
export const stateFrame = (frame: string, inner: string): string => `${stateAssertion(frame).replace(/\.$/, '')}: “${shortened(inner)}”`

const shortened = (text: string): string => {
  // White space counts as well: what is cut off is cut off before it is looked through.
  const plain = oneLine(text.slice(0, 4 * QUOTED_LETTERS)).trim()
  return plain.length <= QUOTED_LETTERS && text.length <= 4 * QUOTED_LETTERS ? plain : `${plain.slice(0, Math.max(1, plain.lastIndexOf(' ', QUOTED_LETTERS))).replace(/[\uD800-\uDBFF]$/, '')} …`
}

const oneLine = (text: string): string => (/[^\S ]|  /.test(text) ? text.replace(/\s+/g, ' ') : text)

const finished = (text: string): string => {
  const capital = text.replace(/,([”"’'])$/, '$1').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
  return FINISHED.test(capital) ? capital : `${capital}.`
}
