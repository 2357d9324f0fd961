import { NameWord } from './name-lexicon.ts'
import { isPossessive } from './name-run.ts'
import type { Reading } from './reading.ts'

/** Words of an appositive before its noun. */
const ROLE_REACH = 5
const LONGEST_ROLE = 120

/** What the words beside a name say a person is: "…, founder of the forum", "…, the Chairman of the forum", "the economist …". `count`: words of the name. */
export function roleBeside(r: Reading, start: number, to: number, count: number): string | undefined {
  if (count > 4 || isPossessive(r, to - 1)) return undefined
  const noun = r.word(to) === ',' ? roleNoun(r, to + 1) : -1
  if (noun > 0) return appositive(r, to + 1, noun)
  const before = start - 1
  return count > 1 && r.is(before, NameWord.role) && !r.isCapitalised(before) && !r.word(before).endsWith('s') && r.isSpaced(start) ? smallRole(r, before) : undefined
}

const OPENS_ROLE = new Set('a an the one its their his her our my former then now senior associate assistant acting interim also'.split(' '))
const OWNERS = new Set('a an the his her their its my our'.split(' '))
const BEHIND_ROLES = /^(?:of|in|at|for|behind|[,.;:)”"])$/
/** The noun of a role among the words behind a comma; −1 where another person or a clause begins. */
function roleNoun(r: Reading, from: number): number {
  if (!r.isWord(from) || r.isCapitalised(from) || !(r.is(from, NameWord.role | NameWord.title) || OPENS_ROLE.has(r.word(from)))) return -1
  for (let at = from; at <= from + ROLE_REACH && r.isWord(at); at += 1) {
    if (r.is(at, NameWord.speech) && !r.is(at, NameWord.role)) return -1
    // ", members considered", ", the authors note": several are no one person, and their clause no role.
    // "a man killed his wife"
    if (at > from && OWNERS.has(r.word(at)) && !(at === from + 1 && /^(?:then|now|also)$/.test(r.word(from)))) return -1
    // "the associate editor Ann Lee": another person.
    if (r.is(at, NameWord.role) && r.isSpaced(at + 1) && r.isCapitalised(at + 1)) return -1
    if (r.is(at, NameWord.role) && !isPossessive(r, at)) return r.word(at).endsWith('s') && !r.word(at).endsWith('ss') && !BEHIND_ROLES.test(r.word(at + 1)) ? -1 : at
  }
  return -1
}

/** "vice president", "former finance minister": a role in small letters with the words that belong to it. */
function smallRole(r: Reading, noun: number): string {
  let from = noun
  while (from > r.from && r.isSpaced(from) && !r.isCapitalised(from - 1) && (r.is(from - 1, NameWord.title) || r.word(from - 1) === 'former' || r.word(from - 1) === 'senior')) from -= 1
  return r.text.slice(r.start(from), r.end(noun))
}

const ENDS_ROLE = new Set([...',.;:)”"', 'who', 'and'])
/** A clause and no role: "For Smith, the author is …". */
const FINITE = new Set('is are was were has have had will would can could may might must should does did says said'.split(' '))
function appositive(r: Reading, from: number, noun: number): string | undefined {
  let at = noun + 1
  for (; at < r.to && r.end(at) - r.start(from) < LONGEST_ROLE && !ENDS_ROLE.has(r.word(at)); at += 1) if (FINITE.has(r.word(at))) return undefined
  return r.text.slice(r.start(from), r.end(at - 1))
}
