import type { Speaker } from './claim-draft.ts'

/** Words that point outside the sentence when they lead it. */
const POINTING = /^(?:(?:and|but|so|yet|however|therefore|thus|moreover|furthermore|in addition|also|then|meanwhile|instead|nevertheless|still),? )*(?:it|its|it’s|it's|they|their|he|his|she|her|this|that|these|those|such|both|we|our|i|my|here|the (?:former|latter)|others?|some|many(?: of (?:them|these|the))?|each(?: of which| platform)?|all of (?:which|them)|both of which|most of (?:which|them)|one of (?:which|them)|which|who|whose|there)\b(?! (?:is|are|was|were) (?:an?|the|no|\d))/i
/** "The program has …": a definite noun of one word that the sentence itself does not explain. */
const BARE_DEFINITE = /^the [a-z]+(?:’s|'s)? (?:is|are|was|were|has|have|had|will|would|may|can|could|also|then|term|[a-z]+ed)\b/i
/** Expressions of place in the text or time that need the sentences before. */
const ELSEWHERE = /\b(?:at|in|during|after|before|from|to|by|of|on|under|against|for) (?:this|that|these|those|such|the same|the following|the above) [a-z]+|\b(?:years?|months?|days?|weeks?|decades?) (?:later|earlier)\b|\b(?:the program|the programme|the plan|the project)\b/i
/** A quotation is shown up to so many letters in the statement about it. */
const QUOTED_LETTERS = 160

/** Whether a statement still points at something that only its surroundings explain. */
export const needsContext = (statement: string): boolean => POINTING.test(statement) || BARE_DEFINITE.test(statement) || ELSEWHERE.test(statement)

/** A sentence or part of one as a statement: its lead repeated where it has one, line breaks gone, a capital and a full stop. */
export function stateAssertion(words: string, lead: string | null): string {
  const joined = lead === null ? words : `${lead} ${words}`
  return finished(joined.replace(/\s+/g, ' ').replace(/^[\s…,;:—–-]+/, '').replace(/[\s,;:—–-]+$/, ''))
}

/** "Jane Doe (a professor at Yale) said: “…”" */
export function stateQuotation(inner: string, speaker: Speaker | null): string {
  const quoted = `“${shortened(inner)}”`
  return speaker ? `${speaker.name}${speaker.role ? ` (${speaker.role})` : ''} said: ${quoted}` : `Words quoted without a speaker: ${quoted}`
}

/** The sentence around a quotation with the quotation's opening: where and when it was said. */
export const stateFrame = (frame: string, inner: string): string => `${stateAssertion(frame, null).replace(/\.$/, '')}: “${shortened(inner)}”`

const shortened = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length <= QUOTED_LETTERS ? plain : `${plain.slice(0, plain.lastIndexOf(' ', QUOTED_LETTERS)).replace(/[\uD800-\uDBFF]$/, '')} …`
}

const finished = (text: string): string => {
  const capital = text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
  return /[.!?…。][”"’')]?$/.test(capital) ? capital : `${capital}.`
}
